import { afterAll, beforeAll, describe, expect, setSystemTime, test } from 'bun:test';
import type { PlaygroundDelta } from '../../src/contract/playground.ts';
import { everydayExamples } from '../firewall/catalogue/everyday.ts';
import { namesAddressesExamples } from '../firewall/catalogue/names-addresses.ts';
import { secretExamples } from '../firewall/catalogue/secrets.ts';
import { chunk, DONE, streamedAnswer, USAGE_CHUNK } from '../support/fake-provider.ts';
import { mustManage } from '../support/manage.ts';
import { eventsOf, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';
import { OWNER, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

const MAIL = ['anna', 'posteo.de'].join('@');
const KEY = ['AKIA', 'QYLPMN5HHHFPZAM2'].join('');

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
  await api.call('owner', 'POST /providers', { body: { name: 'mirror', kind: 'echo' } });
  for (const name of ['care', 'strict']) {
    const settings = {
      targets: [{ provider: 'mirror', model: 'echo' }],
      ...(name === 'strict' ? { pii: { floor: 'block' }, limits: { requestsPerMinute: 3 } } : {}),
    };
    await api.call('admin', 'POST /workspaces', { body: { name, settings } });
    await api.call('admin', `POST /workspaces/${name}/members`, {
      body: { email: 'member@example.test', role: 'member' },
    });
  }
});
afterAll(() => api.close());

interface Told {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  readonly data: any;
}

const say = (content: string, more: Record<string, unknown> = {}) => ({
  workspace: 'care',
  messages: [{ role: 'user', content }],
  ...more,
});
const post = (body: unknown, who: 'member' | 'other' | 'owner' | 'nobody' = 'member') =>
  api.call(who, 'POST /playground', { body });
const only = (told: readonly Told[], event: string) => told.filter((each) => each.event === event);
const text = (told: readonly Told[], event: 'raw' | 'delta') =>
  only(told, event)
    .map(({ data }) => (data as PlaygroundDelta).text)
    .join('');

describe('200', () => {
  test.each([true, false])('a turn is told step by step (stream: %p)', async (stream) => {
    const { body } = await post(say(`Mail ${MAIL}.`, { pii: 'obfuscate', stream }));
    const told = body as Told[];
    expect(told[0]).toMatchObject({
      event: 'findings',
      data: { texts: [{ path: 'messages[0].content', findings: [{ kind: 'EMAIL', placeholder: '[EMAIL_1]' }] }] },
    });
    expect(told[1]).toMatchObject({ event: 'saw', data: { provider: 'mirror', model: 'echo' } });
    expect(told[1]?.data.messages.at(-1)).toEqual({ role: 'user', content: 'Mail [EMAIL_1].' });
    expect(text(told, 'raw')).toBe('You said: Mail [EMAIL_1].');
    expect(text(told, 'delta')).toBe(`You said: Mail ${MAIL}.`);
    const receipt = told.at(-1);
    expect(receipt).toMatchObject({
      event: 'done',
      data: { status: 200, pii: 'obfuscate', verdict: 'mask', kinds: { EMAIL: 1 }, provider: 'mirror' },
    });
    expect(receipt?.data.policyVersion).toBe(told[0]?.data.policyVersion);
  });

  test('a refusal is an event, with the findings that led to it', async () => {
    const { body } = await post(say(`my key is ${KEY}`));
    expect((body as Told[]).map(({ event }) => event)).toEqual(['findings', 'error']);
    expect(body[1].data).toMatchObject({
      status: 400,
      error: { code: 'secret_detected', param: 'messages[0].content', type: 'invalid_request_error' },
      receipt: { verdict: 'block', kinds: { SECRET: 1 } },
    });
    expect(JSON.stringify(body[1])).not.toContain(KEY);
  });

  test('the floor and the limits of the workspace hold', async () => {
    // The clock stands still: a minute that ends meanwhile would begin to count anew.
    setSystemTime(new Date());
    try {
      const first = await post(say(`Mail ${MAIL}`, { workspace: 'strict', pii: 'disabled' }));
      expect(first.body[1].data).toMatchObject({ error: { code: 'pii_detected' }, receipt: { pii: 'block' } });
      for (let turn = 0; turn < 2; turn++) await post(say('hello', { workspace: 'strict' }));
      const { body } = await post(say('hello', { workspace: 'strict' }));
      expect(body.at(-1)).toMatchObject({
        event: 'error',
        data: { status: 429, error: { code: 'rate_limit_exceeded' } },
      });
    } finally {
      setSystemTime();
    }
  });

  test('the audit event names the person and no key; no text is stored', async () => {
    const canary = ['stored.canary', 'posteo.de'].join('@');
    const { headers } = await post(say(`Mail ${canary}`, { pii: 'obfuscate' }));
    const requestId = headers.get('x-request-id');
    const read = () => api.database.query.selectFrom('audit_event').selectAll().orderBy('id').execute();
    await waitUntil('every event is complete', async () => (await read()).every(({ state }) => state === 'complete'));
    const rows = await read();
    expect(rows.at(-1)).toMatchObject({
      request_id: requestId,
      user_id: api.people.member.id,
      user_email: api.people.member.email,
      key_id: null,
      workspace_name: 'care',
      state: 'complete',
      status: 200,
      kinds: '{"EMAIL":1}',
    });
    expect(JSON.stringify(rows)).not.toContain('stored.canary');
  });
});

describe('400', () => {
  test.each([
    ['no messages', { workspace: 'care', messages: [] }, 'messages'],
    ['an unknown mode', say('a', { pii: 'maybe' }), 'pii'],
    ['a field of the request that is not offered here', say('a', { temperature: 1 }), 'temperature'],
  ])('%s', async (_name, body, param) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: { param } } });
  });

  test('a conversation that is too long is a 413', async () => {
    expect((await post(say('word '.repeat(25_000)))).status).toBe(413);
  });
});

describe('401', () => {
  test('nobody is asked to sign in', async () => {
    expect((await post(say('a'), 'nobody')).status).toBe(401);
  });
});

describe('403', () => {
  test('a page of another site', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await api.call('member', 'POST /playground', { body: say('a'), headers })).status).toBe(403);
  });
});

describe('404', () => {
  test('only members may send, as with a key: owners are told what strangers are told', async () => {
    const missing = await post(say('a', { workspace: 'missing' }));
    for (const who of ['other', 'owner'] as const) {
      const refused = await post(say('a'), who);
      expect([refused.status, refused.body]).toEqual([404, missing.body]);
    }
    expect(missing.body.error.code).toBe('model_not_found');
  });
});

/** A session of the gateway's owner. */
async function signIn(running: RunningGateway): Promise<string> {
  const owner = await running.gateway.stores.users.getByEmail(OWNER);
  const { token } = await running.gateway.stores.links.create(owner?.id ?? null);
  const body = { token, password: PASSWORD };
  return (await mustManage(running.url, 'POST /sign-in-links/consume', { body })).cookie;
}

describe('a provider over the network', () => {
  let running: RunningGateway;
  let cookie: string;
  beforeAll(async () => {
    running = await startGateway();
    cookie = await signIn(running);
  });
  afterAll(() => running.stop());

  const send = (body: Record<string, unknown>, signal?: AbortSignal) =>
    fetch(`${running.url}/api/manage/playground`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: running.url, cookie },
      body: JSON.stringify({ workspace: 'my-team', ...body }),
      ...(signal === undefined ? {} : { signal }),
    });

  test('what the model says arrives as it says it, raw beside restored', async () => {
    running.provider.answerWith(() =>
      streamedAnswer([
        chunk({ content: 'Dear [EMA' }),
        chunk({ content: 'IL_1], hi' }),
        chunk({}, 'stop'),
        USAGE_CHUNK,
        DONE,
      ]),
    );
    const response = await send({ messages: [{ role: 'user', content: `Mail ${MAIL}` }], pii: 'obfuscate' });
    const told = eventsOf(await response.text()) as Told[];
    expect(text(told, 'raw')).toBe('Dear [EMAIL_1], hi');
    expect(text(told, 'delta')).toBe(`Dear ${MAIL}, hi`);
    expect(only(told, 'raw')).toHaveLength(2);
    expect(told.at(-1)).toMatchObject({ event: 'done', data: { inputTokens: 11, outputTokens: 7 } });
    expect(only(told, 'saw')[0]?.data.messages).toEqual(running.provider.received.at(-1)?.body.messages);
    expect(running.provider.received.at(-1)?.text).not.toContain(MAIL);
  });

  test('a provider that breaks off ends with an error, after what it said', async () => {
    const read = Promise.withResolvers<void>();
    running.provider.answerWith(() => streamedAnswer([chunk({ content: 'Half' }), read.promise, 'break']));
    let answer = '';
    const decoder = new TextDecoder();
    for await (const bytes of (await send({ messages: [{ role: 'user', content: 'hi' }] })).body ?? []) {
      answer += decoder.decode(bytes, { stream: true });
      // It breaks off when what it said has arrived: a broken connection may take along what nobody has read yet.
      if (answer.includes('Half')) read.resolve();
    }
    const told = eventsOf(answer) as Told[];
    expect(text(told, 'delta')).toBe('Half');
    expect(told.at(-1)).toMatchObject({ event: 'error', data: { status: 502, error: { code: 'upstream_error' } } });
  });

  test("a provider's refusal keeps its status and words", async () => {
    running.provider.answerWith(() =>
      Response.json(
        { error: { message: 'Too long.', type: 'invalid_request_error', param: null, code: 'too_long' } },
        { status: 400 },
      ),
    );
    const told = eventsOf(await (await send({ messages: [{ role: 'user', content: 'hi' }] })).text()) as Told[];
    expect(told.at(-1)).toMatchObject({ event: 'error', data: { status: 400, error: { code: 'too_long' } } });
  });

  test('stopping aborts the provider, and the record says who left', async () => {
    const before = running.provider.aborted();
    running.provider.answerWith((_request, noteAbort) =>
      streamedAnswer([chunk({ content: 'a' }), 30_000, chunk({ content: 'b' })], noteAbort),
    );
    const controller = new AbortController();
    const response = await send({ messages: [{ role: 'user', content: 'hi' }] }, controller.signal);
    const reader = response.body?.getReader();
    for (let seen = ''; !seen.includes('event: delta'); )
      seen += new TextDecoder().decode((await reader?.read())?.value);
    controller.abort();
    await waitUntil('the provider is aborted', () => running.provider.aborted() > before);
    expect(running.provider.aborted()).toBe(before + 1);
    const [newest] = await running.audit();
    expect(newest).toMatchObject({ status: 499, error_code: 'client_left', key_id: null });
  });
});

describe('what is explained is what is done', () => {
  const texts = [...everydayExamples, ...namesAddressesExamples, ...secretExamples.slice(0, 20)].flatMap(
    ({ examples }) => examples.slice(0, 2),
  );

  test('the provider sees what the explanation says it would, for texts of the catalogue', async () => {
    for (const content of texts) {
      const { body } = await post(say(content, { pii: 'obfuscate' }));
      const told = body as Told[];
      const [explained] = only(told, 'findings');
      const [saw] = only(told, 'saw');
      const { refusal } = explained?.data ?? {};
      if (refusal !== null) {
        const { status, ...error } = refusal;
        expect(told.at(-1)).toMatchObject({ event: 'error', data: { status, error } });
        continue;
      }
      expect(saw?.data.messages).toEqual(explained?.data.messages);
      expect(text(told, 'delta')).toBe(`You said: ${content}`);
      expect(told.at(-1)?.data.kinds).toEqual(explained?.data.kinds);
    }
  });

  test('in a conversation too: numbers go on, values found later are masked before, the note stands where it will', async () => {
    const messages = [
      { role: 'system', content: 'You answer letters.' },
      { role: 'user', content: 'The number 01701234567 called again.' },
      { role: 'assistant', content: 'Who was it?' },
      { role: 'user', content: `${MAIL} with +49 170 1234567, says ${MAIL.toUpperCase()}` },
    ];
    const { body } = await post({ workspace: 'care', messages, pii: 'obfuscate' });
    const told = body as Told[];
    const [explained] = only(told, 'findings');
    expect(only(told, 'saw')[0]?.data.messages).toEqual(explained?.data.messages);
    const again = explained?.data.texts[1];
    expect(again).toMatchObject({ path: 'messages[1].content', restoredEqual: false });
    expect(again.findings).toMatchObject([
      { kind: 'PHONE', detector: 'again', placeholder: '[PHONE_1]', start: 11, end: 22 },
    ]);
    expect(explained?.data.across).toEqual({});
    expect(told.at(-1)?.data.kinds).toEqual(explained?.data.kinds);
  });

  test('external detectors are asked, and named', async () => {
    const word = 'Zorblax';
    const analyzer = Bun.serve({
      hostname: '127.0.0.1',
      port: 0,
      async fetch(request) {
        const { text: asked } = (await request.json()) as { text: string };
        const start = asked.indexOf(word);
        const found = { entity_type: 'PERSON', start, end: start + word.length, score: 0.9 };
        return Response.json(start < 0 ? [] : [found]);
      },
    });
    const gateway = await startGateway({
      workspace: { detection: { external: ['analyzer'], tagger: false } },
      config: { firewall: { analyzer: { url: `http://127.0.0.1:${analyzer.port}/analyze`, internal: true } } },
    });
    const cookie = await signIn(gateway);
    const body = { text: `ask ${word}`, workspace: 'my-team', pii: 'obfuscate' };
    expect((await mustManage(gateway.url, 'POST /explain', { cookie, body })).body).toMatchObject({
      kinds: { PERSON: 1 },
      texts: [{ masked: 'ask [PERSON_1]', findings: [{ tier: 'T2', detector: 'external', view: 'original' }] }],
    });
    await gateway.stop();
    await analyzer.stop(true);
  });
});
