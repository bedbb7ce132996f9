/** The executable of `npm run build` reads large requests in its worker too: the worker is a second entry of the bundle. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dir, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-compiled-'));
const program = join(folder, 'onefirewall');
let started: ReturnType<typeof Bun.spawn<'ignore', 'pipe', 'inherit'>> | undefined;

const CONFIG = `
server: { port: 0 }
providers: [{ name: mirror, kind: echo }]
users: [{ email: owner@corp.test, role: owner }]
workspaces:
  - name: demo
    members: [{ email: owner@corp.test, role: admin }]
    targets: [{ provider: mirror, model: echo }]
`;

beforeAll(async () => {
  const built = Bun.spawnSync(['node', join(root, 'bin', 'build.mjs'), program], { stdout: 'ignore', stderr: 'pipe' });
  if (built.exitCode !== 0) throw new Error(built.stderr.toString());
  await Bun.write(join(folder, 'onefirewall.yaml'), CONFIG);
}, 120_000);
afterAll(async () => {
  started?.kill();
  await started?.exited;
  rmSync(folder, { recursive: true });
});

test('a large request is masked and restored', async () => {
  const create = ['keys', 'create', '--user', 'owner@corp.test', '--name', 'test'];
  const key = Bun.spawnSync([program, ...create], { cwd: folder })
    .stdout.toString()
    .trim();
  started = Bun.spawn([program, 'start'], { cwd: folder, stdout: 'pipe', stderr: 'inherit', stdin: 'ignore' });
  const url = await addressOf(started.stdout);
  const content = `Write to anna.smith@corp.test. ${'And so on with it. '.repeat(5000)}`;
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'demo', pii: 'obfuscate', messages: [{ role: 'user', content }] }),
  });
  expect(response.status).toBe(200);
  const answer = (await response.json()) as {
    choices: { message: { content: string } }[];
    upstream: { messages: { content: string }[] };
  };
  expect(answer.upstream.messages.at(-1)?.content).toStartWith('Write to [EMAIL_1]. And');
  expect(answer.choices[0]?.message.content).toBe(`You said: ${content}`);
}, 60_000);

/** What `start` prints as the address of the API. */
async function addressOf(output: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of output) {
    text += decoder.decode(part, { stream: true });
    const found = /API\s+(http:\S+)/.exec(text);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error(`the program ended: ${text}`);
}
