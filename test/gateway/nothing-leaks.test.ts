import { afterAll, beforeAll, describe, expect, spyOn, test } from 'bun:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchCanaries } from '../support/canary-search.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { echoOf, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { chat, eventsOf, PROVIDER_KEY, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
const lines: string[] = [];
const stderr = spyOn(process.stderr, 'write').mockImplementation((text) => {
  lines.push(String(text));
  return true;
});
beforeAll(async () => {
  running = await startGateway({ config: { log: { level: 'debug' } } });
});
afterAll(async () => {
  await running.stop();
  stderr.mockRestore();
});

/** Values of many kinds, each in a place of its own; none may reach the provider or a file. */
const CANARIES = {
  content: 'canary.content@corp.test',
  part: 'canary.part@corp.test',
  name: 'canary.name@corp.test',
  system: 'canary.system@corp.test',
  argument: 'canary.argument@corp.test',
  result: 'canary.result@corp.test',
  description: 'canary.description@corp.test',
  schema: 'canary.schema@corp.test',
  user: 'canary.user@corp.test',
  metadata: 'canary.metadata@corp.test',
  stop: 'canary.stop@corp.test',
  prediction: 'canary.prediction@corp.test',
  unknown: 'canary.unknown@corp.test',
  card: '4556 7375 8689 9855',
  iban: 'DE89 3704 0044 0532 0130 00',
  ssn: '536-22-8145',
};

const everySlot = () => ({
  model: 'my-team',
  pii: 'obfuscate',
  system: `Serve ${CANARIES.system}`,
  user: CANARIES.user,
  metadata: { note: CANARIES.metadata },
  stop: [CANARIES.stop],
  prediction: { type: 'content', content: CANARIES.prediction },
  vendor_extension: { deep: [{ text: CANARIES.unknown }] },
  tools: [
    {
      type: 'function',
      function: {
        name: 'send',
        description: `Mails ${CANARIES.description}`,
        parameters: { type: 'object', properties: { to: { type: 'string', enum: [CANARIES.schema] } } },
      },
    },
  ],
  messages: [
    { role: 'user', name: CANARIES.name, content: `Write to ${CANARIES.content}, card ${CANARIES.card}` },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'c', type: 'function', function: { name: 'send', arguments: JSON.stringify({ to: CANARIES.argument }) } },
      ],
    },
    { role: 'tool', tool_call_id: 'c', content: `sent to ${CANARIES.result}` },
    {
      role: 'user',
      content: [{ type: 'text', text: `cc ${CANARIES.part}, IBAN ${CANARIES.iban}, SSN ${CANARIES.ssn}` }],
    },
  ],
});

function filesOf(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

function expectNowhere(needle: string): void {
  for (const request of running.provider.received) {
    expect(request.text.includes(needle)).toBe(false);
    expect(JSON.stringify(request.headers).includes(needle)).toBe(false);
  }
  for (const file of filesOf(running.folder)) expect(file.includes(needle)).toBe(false);
  expect(lines.join('').includes(needle)).toBe(false);
}

describe('canary values', () => {
  test('in every slot, whole and streamed: not upstream, not in a file, not in a log', async () => {
    for (const stream of [false, true]) {
      running.provider.answerWith((request) => (stream ? streamText(echoOf(request)) : wholeAnswer(echoOf(request))));
      const response = await running.post({ ...everySlot(), stream });
      expect(response.status).toBe(200);
      if (stream) await eventsOf(response);
      else await response.text();
    }
    await running.audit();
    for (const value of Object.values(CANARIES)) expectNowhere(value);
    expectNowhere('4556737586899855');
    expectNowhere('DE89370400440532013000');
  });

  test('a refused request, a broken provider and a wrong key leave none either', async () => {
    await (await running.post({ ...everySlot(), pii: 'block' })).text();
    running.provider.answerWith(() => new Response('broken', { status: 500 }));
    await (await running.post(everySlot())).text();
    await (await running.post('{"messages": "canary.broken@corp.test')).text();
    await (await running.post({ model: 'canary.model@corp.test', messages: [{ role: 'user', content: 'x' }] })).text();
    await running.audit();
    for (const value of [...Object.values(CANARIES), 'canary.broken@corp.test', 'canary.model@corp.test'])
      expectNowhere(value);
  });
});

onEveryDatabase('no table holds a canary', (get) => {
  test('after requests that were answered, refused and failed', async () => {
    const other = await startGateway({ config: { storage: { url: get().url } } });
    try {
      for (const more of [
        {},
        { stream: true },
        { pii: 'block' },
        { pii: 'disabled' },
        { messages: CANARIES.content },
      ]) {
        await (await other.post({ ...everySlot(), ...more })).text();
      }
      other.provider.answerWith((request) => Response.json({ error: { message: request.text } }, { status: 500 }));
      await (await other.post(everySlot())).text();
      expect((await other.audit()).length).toBe(6);
    } finally {
      await other.stop();
    }
    const { query } = get().database;
    const tables = (await query.introspection.getTables()).map(({ name }) => name);
    expect(tables).toContain('audit_event');
    const rows = await Promise.all(
      tables.map(async (name) => ({
        name,
        bytes: Buffer.from(
          JSON.stringify(
            await query
              .selectFrom(name as 'audit_event')
              .selectAll()
              .execute(),
          ),
        ),
      })),
    );
    expect(searchCanaries(Object.values(CANARIES), rows)).toEqual([]);
  });
});

/** Assembled, so that repository scanners stay quiet. */
const SECRETS: readonly (readonly [string, string])[] = [
  ['OpenAI', `sk-proj-${'aB3dE5fG7hJ9kL1mN2pQ'.repeat(3)}`],
  ['GitHub', `ghp_${'Zx9Cv8Bn7Mq6Wd5Er4Ty3Ui2Op1As0Df9Gh8'}`],
  ['AWS', `AKIA${'QYLPMN5HFIQR7XYA'}`],
  ['Slack', `xoxb-${'123456789012'}-${'987654321098'}-${'AbCdEfGhIjKlMnOpQrStUvWx'}`],
  ['Stripe', `sk_live_${'51HxYzAbCdEfGhIjKlMnOpQr'}`],
  ['a connection string', `postgres://app:${'h7Kq2vXw9z'}@db.corp.test:5432/main`],
  [
    'a private key',
    `-----BEGIN ${'RSA PRIVATE KEY'}-----\nMIIEowIBAAKCAQEAx8Hq3vJ5kL2mN9pQ\n-----END ${'RSA PRIVATE KEY'}-----`,
  ],
];

describe('secrets', () => {
  test.each(SECRETS)(
    '%s: refused whatever pii says, streamed or not, with the place and no value',
    async (_name, secret) => {
      const before = running.provider.received.length;
      for (const more of [{}, { pii: 'obfuscate' }, { stream: true }]) {
        const response = await running.post({
          ...chat('hi', more),
          messages: [
            { role: 'user', content: 'hi' },
            { role: 'user', content: `use ${secret} please` },
          ],
        });
        const text = await response.text();
        expect({ status: response.status, text }).toMatchObject({ status: 400 });
        expect(JSON.parse(text).error).toMatchObject({
          code: 'secret_detected',
          param: 'messages[1].content',
          type: 'invalid_request_error',
        });
        expect(text).not.toContain(secret.slice(0, 20));
      }
      expect(running.provider.received.length).toBe(before);
      await running.audit();
      expectNowhere(secret.split('\n').at(-2) ?? secret);
    },
  );

  test('the provider credential is sealed and the gateway key is not stored', async () => {
    for (const file of filesOf(running.folder)) {
      expect(file.includes(PROVIDER_KEY)).toBe(false);
      expect(file.includes(running.key)).toBe(false);
      expect(file.includes(running.key.slice(-20))).toBe(false);
    }
  });
});
