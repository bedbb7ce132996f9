/**
 * A gateway process at the most verbose log level gets unique values in every slot, of every type, in all modes, through all errors. Then
 * every byte that the provider received, that the process wrote to a file or printed, its metrics and every error it answered with are
 * searched for each of them, in every encoding.
 */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { slotCoverage } from '../../src/chat/slot-coverage.ts';
import { KINDS_OFF_BY_DEFAULT, PERSONAL_KINDS } from '../../src/contract/kinds.ts';
import { run } from '../cli/program.ts';
import { everydayExamples } from '../firewall/catalogue/everyday.ts';
import { identifierExamples } from '../firewall/catalogue/identifiers.ts';
import { namesAddressesExamples } from '../firewall/catalogue/names-addresses.ts';
import { secretCases } from '../firewall/catalogue/secrets.ts';
import { complete, plant, valueFor } from '../firewall/plant-slot.ts';
import { filesBelow, type SearchedPlace, searchCanaries } from '../support/canary-search.ts';
import {
  chunk,
  completion,
  DONE,
  type FakeAnswer,
  type ReceivedRequest,
  streamedAnswer,
  streamText,
  wholeAnswer,
} from '../support/fake-provider.ts';
import { type GatewayProcess, PROCESS_PROVIDER_KEY, startGatewayProcess } from '../support/gateway-process.ts';
import { contentOf } from '../support/start-gateway.ts';

/** Passwords are hashed slowly, and other tests share the machine. */
setDefaultTimeout(120_000);

const REGIONS = [...new Set(identifierExamples.map(({ region }) => region))].slice(0, 40);
const detection = (more: string): string => `detection: { regions: [${REGIONS.join(', ')}], ${more} }`;

/** A detector outside, which is told the texts by design; here it fails and repeats them. */
const analyzer = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: async (request) => new Response(await request.text(), { status: ++asked % 2 === 0 ? 500 : 200 }),
});
let asked = 0;

let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGatewayProcess({
    workspaces: {
      every: detection('unreadable: allow'),
      masking: detection('secrets: { mode: mask }'),
      blocking: `pii: { default: block, floor: block }\n${detection('unreadable: allow')}`,
      inspecting: 'answers: { personal: mask, secrets: block }',
      strict: 'answers: { personal: block, secrets: block }',
      analyzed: 'detection: { external: [analyzer] }',
      marking: 'answers: { personal: mark, secrets: mark }',
    },
    config: `log: { level: debug }
upstream: { firstByteSeconds: 1, idleSeconds: 1 }
firewall: { analyzer: { url: "http://127.0.0.1:${analyzer.port}/analyze", internal: true } }`,
  });
});
afterAll(async () => {
  await gateway.clean();
  await analyzer.stop(true);
});

/** Nowhere but in the answer to who sent it. */
const nowhere = new Set<string>();
/** The provider gets them by contract (`pii: disabled`) or said them itself; everywhere else they must not be. */
const upstreamOnly = new Set<string>();
/** Bodies of answers with an error status. */
const errors: SearchedPlace[] = [];

let made = 0;
/** A value nobody else has, found wherever it stands. */
function canary(from: Set<string> = nowhere): string {
  const value = `canary.c${++made}q${(made * 7919) % 10_007}@corp.test`;
  from.add(value);
  return value;
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly pii: string;
}

async function send(body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await fetch(`${gateway.url}/api/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.keys[0]}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return answered(response);
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  if (response.status >= 400) errors.push({ name: `an answer with ${response.status}`, bytes: Buffer.from(text) });
  return { status: response.status, text, pii: response.headers.get('x-onefirewall-pii') ?? '' };
}

/** What a caller reads of an answer, whole or streamed. */
function readAnswer({ text }: Answered): string {
  if (!text.startsWith(':')) return JSON.parse(text).choices[0].message.content;
  return contentOf(text.split('\n\n').flatMap((each) => (each.startsWith('data: ') ? [each.slice(6)] : [])));
}

const wantsStream = (request: ReceivedRequest): boolean => request.body.stream === true;
/** Says everything it was sent, as models do when they are asked to repeat. */
const repeat: FakeAnswer = (request) =>
  wantsStream(request) ? streamText(request.text, 40) : wholeAnswer(request.text);

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 16) await Promise.all(items.slice(at, at + 16).map(work));
}

/** Over 16 kB: read by a worker. */
const LONG = 'And so on with the renewal of the contract. '.repeat(500);

describe('every slot', () => {
  const fields = slotCoverage
    .filter(
      ({ direction, coverage, field }) => direction === 'request' && coverage === 'inspected' && !field.includes(' '),
    )
    .map(({ field }) => field);
  const ways = [false, true].flatMap((large) => [false, true].map((stream) => ({ large, stream })));

  test('whole and streamed, small and large: the value comes back to its caller', async () => {
    gateway.provider.answerWith(repeat);
    const failed: unknown[] = [];
    await inBatches(
      fields.flatMap((field) => ways.map((way) => ({ field, ...way }))),
      async ({ field, large, stream }) => {
        const value = canary();
        const body = requestWith(field, value);
        if (large) (body.messages as JsonObject[]).push({ role: 'user', content: LONG });
        const answer = await send({ model: 'every', pii: 'obfuscate', ...body, stream });
        // A file is repeated as base64: there a placeholder is not recognised.
        const back = answer.status === 200 && (field.endsWith('file_data') || readAnswer(answer).includes(value));
        if (!back) failed.push({ field, large, stream, status: answer.status, text: answer.text.slice(0, 200) });
      },
    );
    expect(failed).toEqual([]);
  });

  test('refused with pii: block', async () => {
    const failed: unknown[] = [];
    const before = gateway.provider.received.length;
    await inBatches(fields, async (field) => {
      const answer = await send({ model: 'blocking', ...requestWith(field, canary()) });
      if (answer.status !== 400 || JSON.parse(answer.text).error.code !== 'pii_detected')
        failed.push({ field, answer });
    });
    expect(failed).toEqual([]);
    expect(gateway.provider.received.length).toBe(before);
  });

  test('with pii: disabled personal data goes to the provider by contract, and nowhere else', async () => {
    gateway.provider.answerWith(repeat);
    for (const field of fields) {
      const value = canary(upstreamOnly);
      const { status } = await send({ model: 'my-team', pii: 'disabled', ...requestWith(field, value) });
      expect({ field, status }).toEqual({ field, status: 200 });
      if (!field.endsWith('file_data')) expect(gateway.provider.received.at(-1)?.text).toContain(value);
    }
  });
});

/** A request with a value in a field, and what else it needs. */
function requestWith(field: string, value: string): JsonObject {
  const body = complete(plant(field, valueFor(field, value)), field);
  body.messages ??= [{ role: 'user', content: 'Hello there' }];
  const [first] = body.messages as JsonObject[];
  if (first !== undefined) {
    if (first.tool_calls !== undefined || first.function_call !== undefined || first.refusal !== undefined)
      first.role = 'assistant';
    first.content ??= 'Hello';
  }
  return body;
}

/** A text of the catalogues with its value, of every type they have. */
function ofEveryType(): { text: string; value: string }[] {
  const marked = (examples: readonly string[], marks: RegExp): { text: string; value: string }[] =>
    examples.flatMap((example) => {
      const value = marks.exec(example)?.[1];
      return value === undefined || value.length < 6 ? [] : [{ text: example.replace(marks, () => value), value }];
    });
  return [
    ...everydayExamples.flatMap(({ examples }) => marked(examples, /«(.+?)»/s).slice(0, 3)),
    ...namesAddressesExamples.flatMap(({ examples }) => marked(examples, /⟦(.+?)⟧/s).slice(0, 3)),
    ...identifierExamples.flatMap(({ examples, values }) => {
      const [text, value] = [examples[0], values[0]];
      return text === undefined || value === undefined || value.length < 6 ? [] : [{ text, value }];
    }),
  ];
}

describe('every type', () => {
  test('masked, whole and streamed, small and large, and back for the caller', async () => {
    gateway.provider.answerWith(repeat);
    const kinds = new Set<string>();
    let refused = 0;
    const failed: unknown[] = [];
    await inBatches(
      ofEveryType().map((each, i) => ({ ...each, i })),
      async ({ text, value, i }) => {
        nowhere.add(value);
        const messages = [{ role: 'user', content: text }, ...(i % 5 === 0 ? [{ role: 'user', content: LONG }] : [])];
        const answer = await send({ model: 'every', pii: 'obfuscate', stream: i % 2 === 0, messages });
        for (const [, kind = ''] of answer.pii.matchAll(/ ([\w-]+)=/g))
          kinds.add(kind.toUpperCase().replaceAll('-', '_'));
        const said = answer.status === 200 ? readAnswer(answer) : '';
        // Some are a secret as well (a password in an address), and then nothing is sent.
        if (answer.status === 400 && JSON.parse(answer.text).error.code === 'secret_detected') refused++;
        else if (!said.includes(value) && !said.includes(JSON.stringify(value).slice(1, -1)))
          failed.push({ text, value, status: answer.status, pii: answer.pii });
      },
    );
    expect(failed).toEqual([]);
    expect(refused).toBeLessThan(5);
    for (const kind of PERSONAL_KINDS) if (!KINDS_OFF_BY_DEFAULT.includes(kind)) expect(kinds).toContain(kind);
  });
});

describe('secrets of every type', () => {
  const types = [...new Map(secretCases.map((one) => [one.type, one])).values()];

  test('refused; masked where the workspace says so, and then not in the answer either', async () => {
    gateway.provider.answerWith(repeat);
    const failed: unknown[] = [];
    await inBatches(
      types.map((one, i) => ({ ...one, i })),
      async ({ type, text, start, end, i }) => {
        const value = text.slice(start, end);
        nowhere.add(value);
        const messages: JsonValue = [{ role: 'user', content: text }];
        if (i % 7 === 0) messages.push({ role: 'user', content: LONG });
        const refused = await send({ model: 'my-team', pii: i % 2 === 0 ? 'disabled' : 'obfuscate', messages });
        const masked = await send({ model: 'masking', pii: 'obfuscate', stream: i % 3 === 0, messages });
        const right =
          refused.status === 400 &&
          JSON.parse(refused.text).error.code === 'secret_detected' &&
          masked.status === 200 &&
          !masked.text.includes(JSON.stringify(value).slice(1, -1));
        if (!right) failed.push({ type, text, refused, masked });
      },
    );
    expect(failed).toEqual([]);
  });
});

const asking = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  model: 'my-team',
  pii: 'obfuscate',
  messages: [{ role: 'user', content: `Write to ${canary()}, please.` }],
  ...more,
});

describe('errors', () => {
  test('of the provider, which repeats what it was sent', async () => {
    for (const status of [400, 401, 403, 404, 413, 422, 429, 500, 503]) {
      gateway.provider.answerWith((request) =>
        Response.json({ error: { message: request.text, code: 'bad' } }, { status }),
      );
      for (const stream of [false, true]) expect((await send(asking({ stream }))).status).toBeGreaterThanOrEqual(400);
      gateway.provider.answerWith((request) => new Response(request.text, { status }));
      await send(asking());
    }
  });

  test('answers that are none, streams that die, time-outs', async () => {
    const answers: FakeAnswer[] = [
      (request) => new Response(request.text.slice(0, -5), { headers: { 'content-type': 'application/json' } }),
      (request) => new Response(`<html>${request.text}</html>`, { headers: { 'content-type': 'text/html' } }),
      () => Response.json([]),
      (request) => streamedAnswer([chunk({ content: request.text }), 'break']),
      (request) => streamedAnswer([chunk({ content: request.text.slice(0, request.text.indexOf('[EMAIL') + 5) })]),
      (request) => streamedAnswer([`data: ${request.text.slice(0, -3)}\n\n`, DONE]),
      (request) => streamedAnswer([`data: ${JSON.stringify({ error: { message: request.text } })}\n\n`]),
      (request) => streamedAnswer([chunk({ content: request.text }), 5000]),
      async () => {
        await Bun.sleep(3000);
        return Response.json({});
      },
    ];
    for (const answer of answers) {
      gateway.provider.answerWith(answer);
      const [whole, streamed] = await Promise.all([send(asking()), send(asking({ stream: true }))]);
      expect(whole.status + streamed.status).toBeGreaterThan(400);
    }
  });

  test('of the caller: bodies, parameters, workspaces, keys and addresses that are wrong', async () => {
    const before = gateway.provider.received.length;
    const bodies: unknown[] = [
      `{"messages": "${canary()}`,
      `[${JSON.stringify(canary())}]`,
      JSON.stringify(canary()),
      asking({ model: canary() }),
      asking({ model: 7, [canary()]: 1 }),
      asking({ pii: canary() }),
      asking({ messages: canary() }),
      asking({ messages: [{ role: canary(), content: canary() }] }),
      asking({ messages: [{ role: 'user', content: { [canary()]: canary() } }] }),
      asking({ messages: [{ role: 'user', content: [{ type: canary(), text: canary() }] }] }),
      asking({
        messages: [
          {
            role: 'user',
            content: [{ type: 'image_url', image_url: { url: `data:image/png;base64,${btoa(canary())}` } }],
          },
        ],
      }),
      asking({ temperature: canary() }),
      asking({ stream: canary() }),
      asking({ stream_options: canary() }),
      asking({ n: canary(), max_tokens: canary() }),
      { ...asking(), model: 'blocking', metadata: { [canary()]: canary() } },
    ];
    for (const body of bodies) await send(body);
    for (const headers of [
      { authorization: `Bearer ofw_${canary()}` },
      { authorization: canary() },
      { 'content-type': canary() },
      { 'content-encoding': canary() },
    ])
      expect((await send(asking(), headers)).status).toBeGreaterThanOrEqual(400);
    const value = canary();
    const secret = encodeURIComponent(value);
    for (const path of [
      `/api/v1/models/${secret}`,
      `/api/v1/${secret}?q=${secret}`,
      `/${secret}`,
      `/api/manage/${secret}?${secret}`,
    ])
      expect((await answered(await fetch(`${gateway.url}${path}`))).status).toBeGreaterThanOrEqual(400);
    // The parameters above that a provider may know pass, masked.
    expect(gateway.provider.received.length - before).toBeLessThan(8);
  });

  test('of a detector outside, which repeats what it was asked', async () => {
    const before = gateway.provider.received.length;
    for (let i = 0; i < 4; i++) {
      const more = i % 2 === 0 ? [] : [{ role: 'user', content: LONG }];
      const messages = [{ role: 'user', content: `Write to ${canary()}, please.` }, ...more];
      expect((await send(asking({ model: 'analyzed', messages }))).status).toBe(503);
    }
    expect(asked).toBeGreaterThan(3);
    expect(gateway.provider.received.length).toBe(before);
  });

  test('headers that say something are not sent on', async () => {
    gateway.provider.answerWith(repeat);
    const headers = {
      'user-agent': canary(),
      'x-request-id': canary(),
      'x-anything': canary(),
      cookie: canary(),
      referer: canary(),
    };
    expect((await send(asking(), headers)).status).toBe(200);
  });

  test('a client that leaves', async () => {
    gateway.provider.answerWith((request) => streamedAnswer([chunk({ content: request.text }), 900, DONE]));
    const leaving = new AbortController();
    const response = await fetch(`${gateway.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${gateway.keys[0]}`, 'content-type': 'application/json' },
      body: JSON.stringify(asking({ stream: true })),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
  });
});

describe('what the model itself says', () => {
  test('marked, masked and blocked: in no record of it', async () => {
    for (const model of ['my-team', 'marking', 'inspecting', 'strict']) {
      for (const stream of [false, true]) {
        const said = canary(upstreamOnly);
        const text = `You may write to ${said} or to [EMAIL_1].`;
        gateway.provider.answerWith(() =>
          stream ? streamText(text, 7) : Response.json(completion({ content: text })),
        );
        const answer = await send(asking({ model, stream }));
        const passes = model === 'my-team' || model === 'marking';
        expect({ model, stream, reads: answer.text.includes(said) || readsInPieces(answer, said) }).toEqual({
          model,
          stream,
          reads: passes,
        });
      }
    }
  });
});

function readsInPieces(answer: Answered, value: string): boolean {
  return answer.status === 200 && answer.text.startsWith(':') && readAnswer(answer).includes(value);
}

describe('management', () => {
  test('explain and the playground store nothing; wrong bodies and passwords neither', async () => {
    const made = await run(['create-admin', '--email', 'owner0@corp.test', '--role', 'owner'], { cwd: gateway.folder });
    expect(made.stderr).toBe('');
    const token = /sign-in-link#(\S+)/.exec(made.stdout)?.[1];
    const manage = async (method: string, path: string, body?: unknown, cookie = ''): Promise<Response> =>
      fetch(`${gateway.url}/api/manage${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: gateway.url, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const password = `a password ${canary()}`;
    const entered = await manage('POST', '/sign-in-links/consume', { token, password });
    expect(entered.status).toBe(200);
    nowhere.add(password);
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    await answered(await manage('POST', '/session', { email: 'owner0@corp.test', password: `wrong ${canary()}` }));

    const told = await manage('POST', '/explain', { text: `Write to ${canary()} about it`, pii: 'obfuscate' }, cookie);
    expect(told.status).toBe(200);
    await answered(told);
    const long = await manage('POST', '/explain', { text: `Write to ${canary()} about it. ${LONG}` }, cookie);
    expect(long.status).toBe(200);
    await long.text();
    for (const body of [
      { text: 7, [canary()]: 1 },
      { text: canary(), pii: canary() },
      { messages: [{ role: canary() }] },
    ])
      expect((await answered(await manage('POST', '/explain', body, cookie))).status).toBe(400);

    gateway.provider.answerWith(repeat);
    for (const pii of ['obfuscate', 'block']) {
      const turn = { workspace: 'my-team', pii, messages: [{ role: 'user', content: `Write to ${canary()} now` }] };
      const played = await manage('POST', '/playground', turn, cookie);
      expect(played.status).toBe(200);
      const told = await played.text();
      expect(told.includes('event: error')).toBe(pii === 'block');
    }
    await answered(await manage('GET', `/audit?q=${encodeURIComponent(canary())}`, undefined, cookie));
  });
});

test('found nowhere: not upstream, in no file, no output, no metric and no error', async () => {
  const places: SearchedPlace[] = [...errors];
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(metrics).toContain('process_resident_memory_bytes');
  places.push({ name: 'metrics', bytes: Buffer.from(metrics) });
  // Files it has open for writing are all in its folder.
  for (const descriptor of readdirSync(`/proc/${gateway.pid}/fd`)) {
    const path = readlinkSync(`/proc/${gateway.pid}/fd/${descriptor}`);
    const flags = Number.parseInt(
      /flags:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.pid}/fdinfo/${descriptor}`, 'utf8'))?.[1] ?? '0',
      8,
    );
    if (path.startsWith('/') && !path.startsWith('/dev/') && (flags & 3) !== 0)
      expect(path).toStartWith(gateway.folder);
  }
  // The write-ahead log is gone after a clean end.
  places.push(...filesBelow(gateway.folder).filter(({ name }) => name.includes('-wal')));
  expect(places.at(-1)?.bytes.length).toBeGreaterThan(0);
  const { code, stdout, stderr } = await gateway.finish();
  expect(code).toBe(0);
  expect(stderr).toContain('"event":"started"');
  places.push({ name: 'stdout', bytes: Buffer.from(stdout) }, { name: 'stderr', bytes: Buffer.from(stderr) });
  places.push(...filesBelow(gateway.folder));
  const upstream = gateway.provider.received.map(
    ({ path, headers, text }, i): SearchedPlace => ({
      name: `request ${i} upstream`,
      bytes: Buffer.from(`${path}\n${JSON.stringify(headers)}\n${text.replaceAll(LONG, '')}`),
    }),
  );
  expect(upstream.length).toBeGreaterThan(300);
  console.log(
    `${nowhere.size + upstreamOnly.size} values; ${upstream.length} requests upstream, ${errors.length} errors, ${places.length} places in all`,
  );
  expect(searchCanaries([...nowhere], [...places, ...upstream])).toEqual([]);
  expect(searchCanaries([...upstreamOnly], places)).toEqual([]);
  const keys = gateway.keys.map((key) => key.slice(-20));
  expect(
    searchCanaries(
      [...keys, PROCESS_PROVIDER_KEY],
      places.filter(({ name }) => !name.endsWith('onefirewall.yaml')),
    ),
  ).toEqual([]);
});
