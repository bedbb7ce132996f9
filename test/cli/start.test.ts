/** `onefirewall start`: the first time, the second, when it cannot, and when it is told to stop. */
import { Database as Sqlite } from 'bun:sqlite';
import { describe, expect, test } from 'bun:test';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chunk, DONE, startFakeProvider, streamedAnswer } from '../support/fake-provider.ts';
import { waitUntil } from '../support/wait-until.ts';
import { inFolder, run, start } from './program.ts';
import { SAMPLE_OWNER, sampleFor } from './sample.ts';

describe('the first start in an empty folder', () => {
  test('makes ./data, and the printed curl line shows the firewall at work', async () => {
    await inFolder(async (folder) => {
      const gateway = await start({ cwd: folder });
      expect(gateway.greeting).toContain('Create the owner account (one-time link');
      const curl = /curl .*/.exec(gateway.greeting)?.[0] ?? '';
      const answer = JSON.parse((await shell(`${curl} -s`)).trim());
      expect(answer.choices[0].message.content).toBe('You said: Write to anna.smith@example.com, please.');
      expect(JSON.stringify(answer.upstream)).toContain('[EMAIL_1]');
      expect(JSON.stringify(answer.upstream)).not.toContain('anna.smith@example.com');
      for (const file of ['master.key', 'onefirewall.db']) {
        expect(statSync(join(folder, 'data', file)).mode & 0o777).toBe(0o600);
      }
      const { code, stderr } = await gateway.stop();
      expect(code).toBe(0);
      for (const line of stderr.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('event');
      expect(stderr).not.toContain('ofw_');
      expect(stderr).not.toContain('anna.smith');

      const again = await start({ cwd: folder });
      const env = { ONEFIREWALL_SERVER_PORT: new URL(again.url).port };
      expect(await run(['health'], { cwd: folder, env })).toEqual({ code: 0, stdout: 'ready\n', stderr: '' });
      console.log(`the second start is ready after ${Math.round(again.readyAfterMs)} ms`);
      expect(again.greeting).toContain('$ONEFIREWALL_API_KEY');
      expect(again.greeting).not.toContain('ofw_');
      // The first key is still good.
      const repeated = await shell(`${curl.replace(/http:\S+?(?=\/api)/, again.url)} -s`);
      expect(JSON.parse(repeated).choices).toHaveLength(1);
      expect((await again.stop()).code).toBe(0);
      const silence = `onefirewall: nothing answers on 127.0.0.1:${env.ONEFIREWALL_SERVER_PORT}\n`;
      expect(await run(['health'], { cwd: folder, env })).toEqual({ code: 1, stdout: '', stderr: silence });
    });
  });

  test("a provider's key in the environment makes a workspace for it", async () => {
    await inFolder(async (folder) => {
      const gateway = await start({
        cwd: folder,
        env: { OPENAI_API_KEY: 'not-a-real-one', MISTRAL_API_KEY: 'neither' },
      });
      const key = /Bearer (\w+)/.exec(gateway.greeting)?.[1];
      const models = await fetch(`${gateway.url}/api/v1/models`, { headers: { authorization: `Bearer ${key}` } });
      const { data } = (await models.json()) as { data: { id: string }[] };
      expect(data.map(({ id }) => id).toSorted()).toEqual(['demo', 'mistral', 'openai']);
      expect((await gateway.stop()).code).toBe(0);
    });
  });

  test.skipIf(process.platform !== 'linux')('plans for little memory, unless somebody says otherwise', async () => {
    await inFolder(async (folder) => {
      const planned = async (env: Record<string, string>): Promise<string[]> => {
        const gateway = await start({ cwd: folder, env });
        const set = readFileSync(`/proc/${gateway.pid}/environ`, 'utf8').split('\0');
        expect((await gateway.stop()).code).toBe(0);
        return set.filter((entry) => entry.startsWith('BUN_JSC_'));
      };
      const usual = await planned({});
      expect(usual).toContain('BUN_JSC_forceRAMSize=536870912');
      expect(usual).toHaveLength(4);
      expect(await planned({ BUN_JSC_largeHeapGrowthFactor: '3' })).toEqual(['BUN_JSC_largeHeapGrowthFactor=3']);
    });
  });

  test('after it was killed it starts again', async () => {
    await inFolder(async (folder) => {
      const gateway = await start({ cwd: folder });
      gateway.signal('SIGKILL');
      await gateway.finished();
      const again = await start({ cwd: folder });
      expect((await again.stop()).code).toBe(0);
    });
  });
});

describe('what cannot start says why in one line, with exit code 1', () => {
  const refused = async (cwd: string, env: Record<string, string>) => {
    const { code, stdout, stderr } = await run(['start'], { cwd, env: { ONEFIREWALL_SERVER_PORT: '0', ...env } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^onefirewall: [^\n]+\n$/);
    return stderr;
  };

  test('a busy port', async () => {
    const other = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } });
    await inFolder(async (folder) => {
      const said = await refused(folder, { ONEFIREWALL_SERVER_PORT: String(other.port) });
      expect(said).toContain(`port ${other.port} on 127.0.0.1 is already in use`);
    });
    other.stop(true);
  });

  test("an address that is not this machine's", async () => {
    await inFolder(async (folder) => {
      expect(await refused(folder, { ONEFIREWALL_SERVER_HOST: '192.0.2.1' })).toContain('cannot listen on 192.0.2.1');
    });
  });

  test('a folder that cannot be made or written', async () => {
    await inFolder(async (folder) => {
      await Bun.write(join(folder, 'data'), 'a file where the folder should be');
      expect(await refused(folder, {})).toContain(join(folder, 'data'));
      const database = `sqlite:${join(folder, 'data', 'x.db')}`;
      const master = Buffer.alloc(32).toString('base64');
      const said = await refused(folder, { ONEFIREWALL_STORAGE_URL: database, ONEFIREWALL_MASTER_KEY: master });
      expect(said).toContain(join(folder, 'data', 'x.db'));
    });
  });

  test('a database that is none, or not there', async () => {
    await inFolder(async (folder) => {
      await Bun.write(join(folder, 'x.db'), 'this is not a database, however long it may be. '.repeat(100));
      expect(await refused(folder, { ONEFIREWALL_STORAGE_URL: 'sqlite:x.db' })).toContain('x.db cannot be opened');
      const said = await refused(folder, { DATABASE_URL: 'postgres://user:very-private@127.0.0.1:1/gone' });
      expect(said).toContain('postgres://127.0.0.1:1/gone cannot be opened');
      expect(said).not.toContain('very-private');
    });
  });

  test('a master key that is none, or another than before', async () => {
    await inFolder(async (folder) => {
      expect(await refused(folder, { ONEFIREWALL_MASTER_KEY: 'short' })).toContain('must be the base64 of 32 bytes');
      expect((await run(['create-admin', '--email', 'a@example.com'], { cwd: folder })).code).toBe(0);
      const other = Buffer.alloc(32, 9).toString('base64');
      expect(await refused(folder, { ONEFIREWALL_MASTER_KEY: other })).toContain(
        'not the one this database was made with',
      );
    });
  });
});

describe('told to stop', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} lets a stream under way come to its end, takes no new work, and exits with 0`, async () => {
      const provider = startFakeProvider();
      await inFolder(async (folder) => {
        await Bun.write(join(folder, 'onefirewall.yaml'), sampleFor(provider.baseUrl));
        const key = (
          await run(['keys', 'create', '--user', SAMPLE_OWNER, '--name', 'x'], { cwd: folder })
        ).stdout.trim();
        const gateway = await start({ cwd: folder, env: { LAB_KEY: 'x' } });
        const words = Array.from({ length: 10 }, (_, index) => `word${index} `);
        const said = words.map((content) => chunk({ content }));
        const refused = Promise.withResolvers<void>();
        provider.answerWith(() =>
          streamedAnswer([...said.slice(0, 2), refused.promise, ...said.slice(2), chunk({}, 'stop'), DONE]),
        );
        const response = await fetch(`${gateway.url}/api/v1/chat/completions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ model: 'my-team', stream: true, messages: [{ role: 'user', content: 'Count' }] }),
        });
        const decoder = new TextDecoder();
        let text = '';
        let told = false;
        for await (const bytes of response.body ?? []) {
          text += decoder.decode(bytes, { stream: true });
          if (told || !text.includes('word1')) continue;
          gateway.signal(signal);
          told = true;
          await waitUntil('new work is refused', async () => {
            const late = await fetch(`${gateway.url}/health/live`, { keepalive: false }).catch(() => 'refused');
            return late === 'refused';
          });
          refused.resolve();
        }
        for (const word of words) expect(text).toContain(word);
        expect(text).toEndWith('data: [DONE]\n\n');
        const { code, stderr } = await gateway.finished();
        expect(code).toBe(0);
        expect(stderr).toContain('"event":"stopped"');
      });
      await provider.stop();
    });
  }

  test('what takes longer than drainSeconds is cut, and the exit is in time', async () => {
    const provider = startFakeProvider();
    await inFolder(async (folder) => {
      await Bun.write(join(folder, 'onefirewall.yaml'), sampleFor(provider.baseUrl));
      const key = (await run(['keys', 'create', '--user', SAMPLE_OWNER, '--name', 'x'], { cwd: folder })).stdout.trim();
      const gateway = await start({ cwd: folder, env: { LAB_KEY: 'x', ONEFIREWALL_SERVER_DRAIN_SECONDS: '0.3' } });
      const never = new Promise<never>(() => {});
      provider.answerWith(() => streamedAnswer([chunk({ content: 'One' }), never]));
      const response = await fetch(`${gateway.url}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'my-team', stream: true, messages: [{ role: 'user', content: 'Count' }] }),
      });
      const reading = response.text().then(
        (text) => text,
        () => 'cut',
      );
      await waitUntil('the provider is asked', () => provider.received.length > 0);
      expect((await gateway.stop()).code).toBe(0);
      const text = await reading;
      expect(text).toContain('shutting_down');
      expect(text).not.toContain('[DONE]');
      // The caller was told, and the exit did not wait until the provider was given up.
      const database = new Sqlite(join(folder, 'data', 'onefirewall.db'), { readonly: true });
      expect(database.query('select status, error_code from audit_event').all()).toEqual([
        { status: 200, error_code: 'shutting_down' },
      ]);
      database.close();
    });
    await provider.stop();
  });
});

async function shell(line: string): Promise<string> {
  const child = Bun.spawn(['sh', '-c', line], { stdout: 'pipe', stderr: 'pipe' });
  return new Response(child.stdout).text();
}
