import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { fileURLToPath } from 'node:url';
import { hostileTexts } from '../firewall/hostile-texts.ts';
import { wholeAnswer } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

const running: RunningGateway[] = [];
const start = async (...options: Parameters<typeof startGateway>): Promise<RunningGateway> => {
  const gateway = await startGateway(...options);
  running.push(gateway);
  return gateway;
};
afterAll(async () => {
  for (const gateway of running) await gateway.stop();
});

const program = (name: string): string => fileURLToPath(new URL(`./failing-workers/${name}.ts`, import.meta.url));

describe('while a hostile megabyte is read, others are served', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await start();
    gateway.provider.answerWith(() => wholeAnswer('ok'));
  });

  const wanted = new Set([
    'at signs',
    'lone digits',
    'lone digits with hyphens',
    'brackets',
    'one word',
    'base64',
    'digit groups',
  ]);
  const texts = hostileTexts(1024 * 1024).filter(({ name }) => wanted.has(name));

  test.each(texts.map(({ name, text }) => [name, text] as const))('%s', async (_name, text) => {
    let large: number | undefined;
    const reading = gateway.post(chat(text, { pii: 'obfuscate' })).then(({ status }) => {
      large = status;
    });
    let overtook = 0;
    do {
      const { status } = await gateway.post(chat('Mail a.b@corp.test, please.', { pii: 'obfuscate' }));
      expect(status).toBe(200);
      if (large === undefined) overtook++;
    } while (large === undefined);
    await reading;
    expect(large).toBe(200);
    // What a worker is done with in a few milliseconds says nothing; the slow ones, which take a thousand times as long as a small one, are overtaken.
    if (text.startsWith('4111')) expect(overtook).toBeGreaterThan(2);
  });
});

describe('a worker that fails', () => {
  const big = (): Record<string, unknown> =>
    chat(`Mail a.b@corp.test ${'and so on. '.repeat(4000)}`, { pii: 'obfuscate' });

  test.each([
    ['crashes', 'crashes', {}],
    ['ends', 'ends', {}],
    ['answers something else', 'answers-wrongly', {}],
    ['never answers', 'hangs', { firewall: { deadlineMs: 1000 } }],
    ['never ends', 'spins', { firewall: { deadlineMs: 1000 } }],
  ] as const)('refuses the request: it %s', async (_name, file, config) => {
    const gateway = await start({ config, parts: { pool: { program: program(file) } } });
    const response = await gateway.post(big());
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'firewall_unavailable', type: 'server_error' } });
    expect(gateway.provider.received).toHaveLength(0);
    const [row] = await gateway.audit();
    expect(row).toMatchObject({ verdict: 'error', status: 503, error_code: 'firewall_unavailable' });
    expect(gateway.gateway.inspector.pool.documents).toBe(0);
    const small = await gateway.post(chat('Hello'));
    expect(small.status).toBe(200);
  });

  test('is replaced', async () => {
    const gateway = await start({ parts: { pool: { program: program('crashes-at-boom'), workers: 1 } } });
    const boom = gateway.post(chat(`BOOM ${'and so on. '.repeat(4000)}`));
    expect((await boom).status).toBe(503);
    expect((await gateway.post(big())).status).toBe(200);
    expect(gateway.provider.received.at(-1)?.text).not.toContain('a.b@corp.test');
  });

  test('takes down only what it held', async () => {
    const gateway = await start({ parts: { pool: { program: program('crashes-at-boom'), workers: 2 } } });
    const [boom, other] = await Promise.all([
      gateway.post(chat(`BOOM ${'and so on. '.repeat(4000)}`)),
      gateway.post(big()),
    ]);
    expect(boom.status).toBe(503);
    expect(other.status).toBe(200);
  });
});

describe('time', () => {
  test('that is over refuses a request, and the audit log says so', async () => {
    const gateway = await start({ config: { firewall: { deadlineMs: 30 } } });
    const text = hostileTexts(4 * 1024 * 1024).find(({ name }) => name === 'digit groups')?.text;
    const response = await gateway.post(chat(text, { pii: 'obfuscate' }));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      error: {
        code: 'firewall_unavailable',
        message: 'The request could not be checked in time, so it was not forwarded.',
      },
    });
    expect(gateway.provider.received).toHaveLength(0);
    expect((await gateway.audit())[0]).toMatchObject({
      status: 503,
      error_code: 'firewall_unavailable',
      verdict: 'error',
    });
  });
});

describe('a client that leaves', () => {
  test('frees the worker', async () => {
    const gateway = await start({ parts: { pool: { workers: 1 } } });
    const leave = new AbortController();
    const text = hostileTexts(8 * 1024 * 1024).find(({ name }) => name === 'digit groups')?.text;
    const gone = gateway.post(chat(text, { pii: 'obfuscate' }), { signal: leave.signal }).catch(() => 'left');
    const { pool } = gateway.gateway.inspector;
    await waitUntil('it is read', () => pool.documents > 0);
    leave.abort();
    expect(await gone).toBe('left');
    await waitUntil('nothing is read', () => pool.documents === 0);
    // The one worker is free for the next at once, and has not been replaced.
    const response = await gateway.post(chat(`Mail a.b@corp.test ${'and so on. '.repeat(4000)}`, { pii: 'obfuscate' }));
    expect(response.status).toBe(200);
    const rows = await gateway.audit();
    expect(rows.map((row) => `${row.status} ${row.error_code}`).sort()).toEqual(['200 null', '499 client_left']);
    expect(gateway.provider.received).toHaveLength(1);
  });
});

describe('too much at once', () => {
  test('is refused with 503 overloaded', async () => {
    const gateway = await start({
      config: { firewall: { deadlineMs: 600_000 } },
      parts: { pool: { program: program('hangs'), documents: 4 } },
    });
    const { pool } = gateway.gateway.inspector;
    const body = JSON.stringify(chat('and so on. '.repeat(2000)));
    const leave = new AbortController();
    const held = Array.from({ length: 4 }, () => gateway.post(body, { signal: leave.signal }).catch(() => 'left'));
    await waitUntil('four are held', () => pool.documents === 4);
    for (const response of await Promise.all(Array.from({ length: 6 }, () => gateway.post(body)))) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await response.json()).toMatchObject({ error: { code: 'overloaded' } });
    }
    leave.abort();
    expect(new Set(await Promise.all(held))).toEqual(new Set(['left']));
    await waitUntil('none is held', () => pool.documents === 0);
  });
});
