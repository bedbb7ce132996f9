/** The single executable: everything the command does, in an empty folder, with neither Node nor Bun on the PATH. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, nodeMissing } from '../clients/sdk-process.ts';
import { startFakeProvider, wholeAnswer } from '../support/fake-provider.ts';
import { waitUntil } from '../support/wait-until.ts';
import { inFolder, type Program, run, SOURCE, start } from './program.ts';
import { SAMPLE_OWNER, sampleFor } from './sample.ts';

if (nodeMissing !== undefined) console.warn(`skipped: the executable (${nodeMissing})`);

describe.skipIf(nodeMissing !== undefined)('the executable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-executable-'));
  const program: Program = [join(folder, 'onefirewall')];
  const env = { PATH: '/nowhere' };
  beforeAll(async () => {
    const build = Bun.spawn(
      [node ?? 'node', join(import.meta.dir, '../../bin/build.mjs'), join(folder, 'onefirewall')],
      {
        stdout: 'pipe',
        stderr: 'pipe',
      },
    );
    const complaints = await new Response(build.stderr).text();
    if ((await build.exited) !== 0) throw new Error(complaints);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('finds what the source finds, names included', async () => {
    const stdin = 'My name is Peter Schneider, mail p.schneider@corp.example.org or call +49 30 901820.';
    const here = await run(['inspect'], { cwd: '/', stdin, program, env });
    expect(here).toMatchObject({ code: 0, stderr: '' });
    expect(here.stdout).toBe((await run(['inspect'], { cwd: '/', stdin })).stdout);
    const kinds = JSON.parse(here.stdout).findings.map((finding: { kind: string }) => finding.kind);
    expect(kinds.toSorted()).toEqual(['EMAIL', 'PERSON', 'PHONE']);
  });

  test('starts, answers through the demo workspace, serves the dashboard, makes keys, stops', async () => {
    await inFolder(async (cwd) => {
      const gateway = await start({ cwd, program, env });
      console.log(`the executable is ready after ${Math.round(gateway.readyAfterMs)} ms`);
      const made = await run(['keys', 'create', '--user', 'demo@onefirewall.internal', '--name', 'x'], {
        cwd,
        program,
        env,
      });
      expect(made).toMatchObject({ code: 0, stderr: '' });
      const response = await fetch(`${gateway.url}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${made.stdout.trim()}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          model: 'demo',
          pii: 'obfuscate',
          messages: [{ role: 'user', content: 'My name is Peter Schneider.' }],
        }),
      });
      const answer = (await response.json()) as { choices: { message: { content: string } }[]; upstream: unknown };
      expect(answer.choices[0]?.message.content).toBe('You said: My name is Peter Schneider.');
      expect(JSON.stringify(answer.upstream)).not.toContain('Schneider');
      const page = await fetch(`${gateway.url}/`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      const script = /<script[^>]+src="([^"]+)"/.exec(await page.text())?.[1] ?? 'no script';
      const entry = await (await fetch(new URL(script, gateway.url))).text();
      expect(entry.length).toBeGreaterThan(10_000);
      // Pages are chunks of their own, loaded when they are opened: they have to be inside as well.
      const chunks = [...entry.matchAll(/import\("([^"]+)"\)/g)].map(([, path]) => path ?? '');
      expect(chunks.length).toBeGreaterThan(10);
      for (const chunk of new Set(chunks)) {
        const answer = await fetch(new URL(chunk, gateway.url));
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toContain('javascript');
        expect((await answer.text()).length).toBeGreaterThan(100);
      }
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
      expect(statSync(join(cwd, 'data', 'master.key')).mode & 0o777).toBe(0o600);
      expect((await gateway.stop()).code).toBe(0);
    });
  });

  for (const [name, started] of [
    ['the executable', program],
    ['the source, started without the launcher', SOURCE],
  ] as const) {
    test(`${name} has more than 256 requests to providers under way at once`, async () => {
      const provider = startFakeProvider();
      await inFolder(async (cwd) => {
        await Bun.write(join(cwd, 'onefirewall.yaml'), sampleFor(provider.baseUrl));
        const key = (await run(['keys', 'create', '--user', SAMPLE_OWNER, '--name', 'x'], { cwd })).stdout.trim();
        const gateway = await start({ cwd, program: started, env: { LAB_KEY: 'x' } });
        const release = Promise.withResolvers<void>();
        provider.answerWith(async () => {
          await release.promise;
          return wholeAnswer('Now.');
        });
        const calls = Array.from({ length: 320 }, (_, index) => ask(gateway.url, key, `Call ${index}`));
        await waitUntil('all are under way', () => provider.received.length === 320).finally(release.resolve);
        expect(new Set(await Promise.all(calls))).toEqual(new Set(['HTTP/1.1 200 OK']));
        await gateway.stop();
      });
      await provider.stop();
    });
  }
});

/** A request over a socket of its own, as this process has the same cap on its `fetch`; resolves to the status line. */
async function ask(url: string, key: string, content: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ model: 'my-team', messages: [{ role: 'user', content }] });
  const head = [
    'POST /api/v1/chat/completions HTTP/1.1',
    `host: ${hostname}`,
    `authorization: Bearer ${key}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  const answered = Promise.withResolvers<string>();
  await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      open: (socket) => void socket.write(`${head.join('\r\n')}\r\n\r\n${body}`),
      data: (_socket, bytes) => answered.resolve(bytes.toString().split('\r\n')[0] ?? ''),
      close: () => answered.resolve('closed'),
    },
  });
  return answered.promise;
}
