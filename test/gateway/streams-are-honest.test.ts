import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import { chunk, completion, DONE, streamedAnswer, USAGE_CHUNK } from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());
afterEach(() => running.provider.answerWith(() => streamedAnswer([DONE])));

const ask = (more: Record<string, unknown> = {}) => running.post(chat('hello', { stream: true, ...more }));

const FOR_EVER = new Promise<never>(() => {});
const HELLO = [chunk({ role: 'assistant', content: 'Hel' }), chunk({ content: 'lo' }), chunk({}, 'stop')];

describe('a stream to the client', () => {
  test('has the headers proxies and SDKs need, and every event ends with a blank line', async () => {
    running.provider.answerWith(() => streamedAnswer([...HELLO, DONE]));
    const response = await ask();
    expect(response.headers.get('content-type')).toStartWith('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-cache');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    const text = await response.text();
    expect(text).toStartWith(':');
    expect(text).toEndWith('data: [DONE]\n\n');
    expect(text).not.toMatch(/^(?:id|event|retry):/m);
  });

  test('headers arrive before the first token', async () => {
    const read = Promise.withResolvers<void>();
    running.provider.answerWith(() => streamedAnswer([': hi\n\n', read.promise, ...HELLO, DONE]));
    const reader = (await ask()).body?.getReader();
    let text = new TextDecoder().decode((await reader?.read())?.value);
    expect(text).toStartWith(':');
    // Only now does the provider say its first token.
    read.resolve();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
      text += new TextDecoder().decode(next.value);
    expect(text).toEndWith('data: [DONE]\n\n');
  });

  test('gives the usage chunk only to those who asked, and asks the provider anyway', async () => {
    running.provider.answerWith(() => streamedAnswer([...HELLO, USAGE_CHUNK, DONE]));
    const without = await eventsOf(await ask());
    expect(without.join()).not.toContain('"usage"');
    expect(without.every((event) => event === '[DONE]' || JSON.parse(event).choices.length > 0)).toBe(true);
    expect(running.provider.received.at(-1)?.body.stream_options).toEqual({ include_usage: true });
    const asked = await eventsOf(await ask({ stream_options: { include_usage: true } }));
    expect(JSON.parse(asked.at(-2) ?? '')).toMatchObject({
      choices: [],
      usage: { total_tokens: 18 },
      model: 'my-team',
    });
  });

  test('carries no error key and no chunk without choices', async () => {
    running.provider.answerWith(() =>
      streamedAnswer([
        'data: {"type":"ping"}\n\n',
        chunk({ content: 'a' }).replace('{"id"', '{"error":null,"id"'),
        ': comment\n\nid: 7\nevent: message\nretry: 10\n',
        chunk({}, 'stop'),
        DONE,
      ]),
    );
    const events = await eventsOf(await ask());
    expect(events.join()).not.toContain('"error"');
    expect(events.join()).not.toContain('ping');
    expect(contentOf(events)).toBe('a');
  });
});

describe('a broken stream upstream', () => {
  test('ends with an error frame and no [DONE]', async () => {
    running.provider.answerWith(() => streamedAnswer([chunk({ content: 'Hel' }), 30, 'break']));
    const events = await eventsOf(await ask());
    expect(events.at(-1)).toContain('"error"');
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({
      error: { code: 'upstream_error', type: 'server_error', param: null },
    });
    expect(events).not.toContain('[DONE]');
    expect((await running.audit())[0]).toMatchObject({ verdict: 'error', error_code: 'upstream_error' });
  });

  test('that simply stops without a finish reason is no success', async () => {
    running.provider.answerWith(() => streamedAnswer([chunk({ content: 'Hel' })]));
    const events = await eventsOf(await ask());
    expect(events.at(-1)).toContain('upstream_error');
    expect(events).not.toContain('[DONE]');
  });

  test('with a finish reason and a clean end but no [DONE] is complete', async () => {
    running.provider.answerWith(() => streamedAnswer(HELLO));
    const events = await eventsOf(await ask());
    expect(events.at(-1)).toBe('[DONE]');
    expect(contentOf(events)).toBe('Hello');
  });

  test('an error event of the provider becomes an error frame in our envelope', async () => {
    running.provider.answerWith(() =>
      streamedAnswer([chunk({ content: 'x' }), 'data: {"error":{"message":"overloaded","code":529}}\n\n']),
    );
    const events = await eventsOf(await ask());
    expect(JSON.parse(events.at(-1) ?? '')).toEqual({
      error: { message: 'overloaded', type: 'server_error', param: null, code: '529' },
    });
  });

  test('silence longer than the idle time-out is an upstream_timeout', async () => {
    const impatient = await startGateway({ config: { upstream: { idleSeconds: 1 } } });
    impatient.provider.answerWith(() => streamedAnswer([chunk({ content: 'x' }), FOR_EVER]));
    const events = await eventsOf(await impatient.post(chat('hello', { stream: true })));
    expect(events.at(-1)).toContain('upstream_timeout');
    await impatient.stop();
  });

  test('no head within the first-byte time-out is a 504', async () => {
    const impatient = await startGateway({ config: { upstream: { firstByteSeconds: 1 } } });
    impatient.provider.answerWith(() => FOR_EVER);
    const response = await impatient.post(chat('hello', { stream: true }));
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ error: { code: 'upstream_timeout', type: 'server_error' } });
    await impatient.stop();
  });
});

describe('what providers send', () => {
  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['data: without a space', (text: string) => text.replaceAll('data: ', 'data:')],
    ['a BOM', (text: string) => `\uFEFF${text}`],
    ['event names', (text: string) => text.replaceAll('data: ', 'event: chunk\ndata: ')],
    ['several data lines', (text: string) => text.replaceAll('"choices"', '\ndata: "choices"')],
  ])('is read with %s', async (_name, respell) => {
    const text = respell([...HELLO, DONE].join(''));
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 7, 64, 100_000]) {
      const segments: Uint8Array[] = [];
      for (let i = 0; i < bytes.length; i += size) segments.push(bytes.slice(i, i + size));
      running.provider.answerWith(() => streamedAnswer(segments));
      const events = await eventsOf(await ask());
      expect(contentOf(events)).toBe('Hello');
      expect(events.at(-1)).toBe('[DONE]');
    }
  });

  test.each([
    ['events without data', (text: string) => `data:\n\n${text.replaceAll('data: {', 'data: \n\ndata: {')}`],
    ['blanks behind [DONE]', (text: string) => text.replace('[DONE]', '[DONE]  ')],
    ['an empty reason to finish in every chunk', (text: string) => text.replaceAll(':null}]', ':""}]')],
  ])('%s: values come back', async (_name, respell) => {
    const pieces = [
      chunk({ role: 'assistant', content: 'To [EMA' }),
      chunk({ content: 'IL_1], ' }),
      chunk({ content: 'ok' }),
    ];
    const text = respell([...pieces, chunk({}, 'stop'), DONE].join(''));
    running.provider.answerWith(() => streamedAnswer([text]));
    const more = { stream: true, pii: 'obfuscate' };
    const events = await eventsOf(await running.post(chat(`Mail anna@corp.test, please.`, more)));
    expect(contentOf(events)).toBe('To anna@corp.test, ok');
    expect(events.at(-1)).toBe('[DONE]');
  });

  test('an empty reason to finish is none: a stream that breaks off after it is no success', async () => {
    running.provider.answerWith(() =>
      streamedAnswer([chunk({ content: 'Hello' }, ''), chunk({ content: ' you' }, '')]),
    );
    const events = await eventsOf(await ask());
    expect(JSON.parse(events.at(-1) ?? '')).toHaveProperty('error.code', 'upstream_error');
  });

  test('characters cut anywhere come out whole', async () => {
    const bytes = new TextEncoder().encode([chunk({ content: 'Grüße 👩‍🚀 日本' }), chunk({}, 'stop'), DONE].join(''));
    running.provider.answerWith(() => streamedAnswer(Array.from(bytes, (byte) => new Uint8Array([byte]))));
    expect(contentOf(await eventsOf(await ask()))).toBe('Grüße 👩‍🚀 日本');
  });

  test('a whole answer to a stream request still comes as events', async () => {
    running.provider.answerWith(() => Response.json(completion({ content: 'Hello' })));
    const events = await eventsOf(await ask());
    expect(contentOf(events)).toBe('Hello');
    expect(events.at(-1)).toBe('[DONE]');
  });

  test('an event of three megabytes passes', async () => {
    const big = 'x'.repeat(3_000_000);
    running.provider.answerWith(() => streamedAnswer([chunk({ content: big }), chunk({}, 'stop'), DONE]));
    expect(contentOf(await eventsOf(await ask())).length).toBe(big.length);
  });
});

test('a client that leaves aborts the provider, and the record says so', async () => {
  const endless = Array.from({ length: 2000 }, () => [chunk({ content: 'x' }), 10] as const).flat();
  running.provider.answerWith((_request, noteAbort) => streamedAnswer(endless, noteAbort));
  const before = running.provider.aborted();
  const controller = new AbortController();
  const response = await running.post(chat('hello', { stream: true }), { signal: controller.signal });
  await response.body?.getReader().read();
  controller.abort();
  await waitUntil('the provider is aborted', () => running.provider.aborted() > before);
  expect(running.provider.aborted()).toBe(before + 1);
  expect((await running.audit())[0]).toMatchObject({ status: 499, error_code: 'client_left', state: 'complete' });
});
