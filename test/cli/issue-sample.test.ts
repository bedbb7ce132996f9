/** The configuration file of the issue, as it stands: keys before the first start, then a request through it. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { echoOf, type FakeProvider, startFakeProvider, wholeAnswer } from '../support/fake-provider.ts';
import { waitUntil } from '../support/wait-until.ts';
import { run, type Started, start } from './program.ts';
import { SAMPLE_OWNER, SAMPLE_PROVIDER_PORT, sampleFor } from './sample.ts';

const EMAIL = 'anna.smith@corp.example.org';

describe('the sample onefirewall.yaml', () => {
  let folder: string;
  let provider: FakeProvider;
  let gateway: Started;
  let firstKey: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onefirewall-sample-'));
    try {
      provider = startFakeProvider({ port: SAMPLE_PROVIDER_PORT });
    } catch {
      provider = startFakeProvider();
    }
    // Only where somebody else has port 4600 does this change the file.
    await Bun.write(join(folder, 'onefirewall.yaml'), sampleFor(provider.baseUrl));
  });
  afterAll(async () => {
    await gateway?.stop();
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const config = () => ['--config', join(folder, 'onefirewall.yaml')];
  const keys = (action: string, ...words: string[]) =>
    run(['keys', action, ...config(), '--user', SAMPLE_OWNER, ...words], { cwd: '/' });
  const ask = (key: string, body: Record<string, unknown> = {}) =>
    fetch(`${gateway.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'my-team', messages: [{ role: 'user', content: `Write to ${EMAIL}` }], ...body }),
    });

  test('keys create prints the key alone, before the first start and without LAB_KEY', async () => {
    const { code, stdout, stderr } = await keys('create', '--name', 'first');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ofw_\w+\n$/);
    firstKey = stdout.trim();
  });

  test('the master key and the database can be read by their owner only', () => {
    for (const file of ['master.key', 'onefirewall.db']) {
      expect(statSync(join(folder, 'data', file)).mode & 0o777).toBe(0o600);
    }
  });

  test('start says where everything is, with a one-time link for the owner', async () => {
    gateway = await start({ cwd: '/', args: config(), env: { LAB_KEY: 'lab-credential' } });
    expect(gateway.greeting).toContain(`Sign in as ${SAMPLE_OWNER} (one-time link`);
    expect(gateway.greeting).toMatch(new RegExp(`${gateway.url}/sign-in-link#\\S{20,}`));
    expect(gateway.greeting).toContain(`curl ${gateway.url}/api/v1/chat/completions`);
  });

  test('a request with that key: the provider gets its own credential and placeholders, the caller the value', async () => {
    provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
    const response = await ask(firstKey, { pii: 'obfuscate' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      model: 'my-team',
      choices: [{ message: { content: `Sure: Write to ${EMAIL}` } }],
    });
    expect(provider.received[0]?.headers.authorization).toBe('Bearer lab-credential');
    expect(provider.received[0]?.body.model).toBe('gpt-4o');
    expect(provider.received[0]?.text).not.toContain(EMAIL);
    // The file's default for `pii` is disabled.
    expect((await ask(firstKey)).status).toBe(200);
    expect(provider.received[1]?.text).toContain(EMAIL);
  });

  test('beside the running gateway: a second key works at once, a revoked one no more', async () => {
    const secondKey = (await keys('create', '--name', 'second', '--expires', '2999-01-31')).stdout.trim();
    expect((await ask(secondKey)).status).toBe(200);
    let listed: string[][] = [];
    await waitUntil('the requests are counted', async () => {
      const { stdout } = await keys('list');
      listed = stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t'));
      return listed.find(([, name]) => name === 'first')?.[4] === '2';
    });
    expect(listed.map(([, name, , , , state]) => [name, state]).toSorted()).toEqual([
      ['first', 'active'],
      ['second', 'active'],
    ]);
    const first = listed.find(([, name]) => name === 'first');
    expect(first?.[3]).not.toBe('never');
    const id = first?.[0] ?? '';
    expect(await keys('revoke', '--id', id)).toEqual({ code: 0, stdout: `${id} is revoked\n`, stderr: '' });
    expect((await ask(firstKey)).status).toBe(401);
    expect((await keys('list')).stdout).toContain('revoked');
    expect(await keys('revoke', '--id', 'nothing')).toMatchObject({ code: 1, stdout: '' });
    // The provider's credential outlives commands that ran without LAB_KEY.
    expect((await ask(secondKey)).status).toBe(200);
    expect(provider.received.at(-1)?.headers.authorization).toBe('Bearer lab-credential');
  });

  test('for somebody the file does not know there is no key', async () => {
    const answer = await run(['keys', 'create', ...config(), '--user', 'nobody@example.com', '--name', 'x'], {
      cwd: '/',
    });
    expect(answer).toEqual({ code: 1, stdout: '', stderr: 'onefirewall: there is no user nobody@example.com\n' });
  });

  test('create-admin prints a link that lets its owner in', async () => {
    const made = await run(['create-admin', ...config(), '--email', 'admin@example.com', '--name', 'Ada'], {
      cwd: '/',
    });
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    const token = /^http:\/\/127\.0\.0\.1:8080\/sign-in-link#(\S{20,})\n$/.exec(made.stdout)?.[1];
    expect(token).toBeDefined();
    const entered = await fetch(`${gateway.url}/api/manage/sign-in-links/consume`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: gateway.url },
      body: JSON.stringify({ token, password: 'a password for tests' }),
    });
    expect(entered.status).toBeLessThan(300);
  });

  test('migrate has nothing left to do', async () => {
    expect(await run(['migrate', ...config()], { cwd: '/' })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a start without LAB_KEY is refused', async () => {
    const { code, stderr } = await run(['start', ...config()], { cwd: '/', env: { ONEFIREWALL_SERVER_PORT: '0' } });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `onefirewall: ${join(folder, 'onefirewall.yaml')}:4: providers[0].apiKey: the variable LAB_KEY is not set\n`,
    });
  });
});
