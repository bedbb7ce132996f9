/**
 * A gateway process at the most verbose log level gets unique values in every slot, of every type, in all modes, through all errors. Then
 * every byte that the provider received, that the process wrote to a file or printed, its metrics and every error it answered with are
 * searched for each of them, in every encoding.
 */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { slotCoverage } from '../../src/chat/slot-coverage.ts';
import { KINDS_OFF_BY_DEFAULT, PERSONAL_KINDS } from '../../src/contract/kinds.ts';
import { run as runCommand } from '../cli/program.ts';
import { secretCases } from '../firewall/catalogue/secrets.ts';
import { type Answered, type CanaryRun, LONG, readAnswer, repeatAll, startCanaryRun } from '../support/canary-run.ts';
import { filesBelow, type SearchedPlace, searchCanaries } from '../support/canary-search.ts';
import { ofEveryType, requestWith } from '../support/canary-texts.ts';
import { chunk, completion, DONE, type FakeAnswer, streamedAnswer, streamText } from '../support/fake-provider.ts';
import { PROCESS_PROVIDER_KEY } from '../support/gateway-process.ts';

let run: CanaryRun;
beforeAll(async () => {
  run = await startCanaryRun();
});
afterAll(() => run.clean());

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 16) await Promise.all(items.slice(at, at + 16).map(work));
}

describe('every slot', () => {
  const fields = slotCoverage
    .filter(
      ({ direction, coverage, field }) => direction === 'request' && coverage === 'inspected' && !field.includes(' '),
    )
    .map(({ field }) => field);
  const ways = [false, true].flatMap((large) => [false, true].map((stream) => ({ large, stream })));

  test('whole and streamed, small and large: the value comes back to its caller', async () => {
    run.gateway.provider.answerWith(repeatAll);
    const failed: unknown[] = [];
    await inBatches(
      fields.flatMap((field) => ways.map((way) => ({ field, ...way }))),
      async ({ field, large, stream }) => {
        const value = run.canary();
        const body = requestWith(field, value);
        if (large) (body.messages as JsonObject[]).push({ role: 'user', content: LONG });
        const answer = await run.send({ model: 'every', pii: 'obfuscate', ...body, stream });
        // A file is repeated as base64: there a placeholder is not recognised.
        const back = answer.status === 200 && (field.endsWith('file_data') || readAnswer(answer).includes(value));
        if (!back) failed.push({ field, large, stream, status: answer.status, text: answer.text.slice(0, 200) });
      },
    );
    expect(failed).toEqual([]);
  });

  test('refused with pii: block', async () => {
    const failed: unknown[] = [];
    const before = run.gateway.provider.received.length;
    await inBatches(fields, async (field) => {
      const answer = await run.send({ model: 'blocking', ...requestWith(field, run.canary()) });
      if (answer.status !== 400 || JSON.parse(answer.text).error.code !== 'pii_detected')
        failed.push({ field, answer });
    });
    expect(failed).toEqual([]);
    expect(run.gateway.provider.received.length).toBe(before);
  });

  test('with pii: disabled personal data goes to the provider by contract, and nowhere else', async () => {
    run.gateway.provider.answerWith(repeatAll);
    for (const field of fields) {
      const value = run.canary(run.upstreamOnly);
      const { status } = await run.send({ model: 'my-team', pii: 'disabled', ...requestWith(field, value) });
      expect({ field, status }).toEqual({ field, status: 200 });
      if (!field.endsWith('file_data')) expect(run.gateway.provider.received.at(-1)?.text).toContain(value);
    }
  });
});

describe('every type', () => {
  test('masked, whole and streamed, small and large, and back for the caller', async () => {
    run.gateway.provider.answerWith(repeatAll);
    const kinds = new Set<string>();
    let refused = 0;
    const failed: unknown[] = [];
    await inBatches(
      ofEveryType().map((each, i) => ({ ...each, i })),
      async ({ text, value, i }) => {
        run.nowhere.add(value);
        const messages = [{ role: 'user', content: text }, ...(i % 5 === 0 ? [{ role: 'user', content: LONG }] : [])];
        const answer = await run.send({ model: 'every', pii: 'obfuscate', stream: i % 2 === 0, messages });
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
    run.gateway.provider.answerWith(repeatAll);
    const failed: unknown[] = [];
    await inBatches(
      types.map((one, i) => ({ ...one, i })),
      async ({ type, text, start, end, i }) => {
        const value = text.slice(start, end);
        run.nowhere.add(value);
        const messages: JsonValue = [{ role: 'user', content: text }];
        if (i % 7 === 0) messages.push({ role: 'user', content: LONG });
        const refused = await run.send({ model: 'my-team', pii: i % 2 === 0 ? 'disabled' : 'obfuscate', messages });
        const masked = await run.send({ model: 'masking', pii: 'obfuscate', stream: i % 3 === 0, messages });
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

describe('errors', () => {
  test('of the provider, which repeats what it was sent', async () => {
    for (const status of [400, 401, 403, 404, 413, 422, 429, 500, 503]) {
      run.gateway.provider.answerWith((request) =>
        Response.json({ error: { message: request.text, code: 'bad' } }, { status }),
      );
      for (const stream of [false, true])
        expect((await run.send(run.asking({ stream }))).status).toBeGreaterThanOrEqual(400);
      run.gateway.provider.answerWith((request) => new Response(request.text, { status }));
      await run.send(run.asking());
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
      (request) => streamedAnswer([chunk({ content: request.text }), 8000]),
      async () => {
        await Bun.sleep(8000);
        return Response.json({});
      },
    ];
    for (const answer of answers) {
      run.gateway.provider.answerWith(answer);
      const [whole, streamed] = await Promise.all([run.send(run.asking()), run.send(run.asking({ stream: true }))]);
      expect(whole.status + streamed.status).toBeGreaterThan(400);
    }
  });

  test('of the caller: bodies, parameters, workspaces, keys and addresses that are wrong', async () => {
    const before = run.gateway.provider.received.length;
    const bodies: unknown[] = [
      `{"messages": "${run.canary()}`,
      `[${JSON.stringify(run.canary())}]`,
      JSON.stringify(run.canary()),
      run.asking({ model: run.canary() }),
      run.asking({ model: 7, [run.canary()]: 1 }),
      run.asking({ pii: run.canary() }),
      run.asking({ messages: run.canary() }),
      run.asking({ messages: [{ role: run.canary(), content: run.canary() }] }),
      run.asking({ messages: [{ role: 'user', content: { [run.canary()]: run.canary() } }] }),
      run.asking({ messages: [{ role: 'user', content: [{ type: run.canary(), text: run.canary() }] }] }),
      run.asking({
        messages: [
          {
            role: 'user',
            content: [{ type: 'image_url', image_url: { url: `data:image/png;base64,${btoa(run.canary())}` } }],
          },
        ],
      }),
      run.asking({ temperature: run.canary() }),
      run.asking({ stream: run.canary() }),
      run.asking({ stream_options: run.canary() }),
      run.asking({ n: run.canary(), max_tokens: run.canary() }),
      { ...run.asking(), model: 'blocking', metadata: { [run.canary()]: run.canary() } },
    ];
    for (const body of bodies) await run.send(body);
    for (const headers of [
      { authorization: `Bearer ofw_${run.canary()}` },
      { authorization: run.canary() },
      { 'content-type': run.canary() },
      { 'content-encoding': run.canary() },
    ])
      expect((await run.send(run.asking(), headers)).status).toBeGreaterThanOrEqual(400);
    const value = run.canary();
    const secret = encodeURIComponent(value);
    for (const path of [
      `/api/v1/models/${secret}`,
      `/api/v1/${secret}?q=${secret}`,
      `/${secret}`,
      `/api/manage/${secret}?${secret}`,
    ])
      expect((await run.answered(await fetch(`${run.gateway.url}${path}`))).status).toBeGreaterThanOrEqual(400);
    // The parameters above that a provider may know pass, masked.
    expect(run.gateway.provider.received.length - before).toBeLessThan(8);
  });

  test('of a detector outside, which repeats what it was asked', async () => {
    const before = run.gateway.provider.received.length;
    for (let i = 0; i < 4; i++) {
      const more = i % 2 === 0 ? [] : [{ role: 'user', content: LONG }];
      const messages = [{ role: 'user', content: `Write to ${run.canary()}, please.` }, ...more];
      expect((await run.send(run.asking({ model: 'analyzed', messages }))).status).toBe(503);
    }
    expect(run.asked()).toBeGreaterThan(3);
    expect(run.gateway.provider.received.length).toBe(before);
  });

  test('headers that say something are not sent on', async () => {
    run.gateway.provider.answerWith(repeatAll);
    const headers = {
      'user-agent': run.canary(),
      'x-request-id': run.canary(),
      'x-anything': run.canary(),
      cookie: run.canary(),
      referer: run.canary(),
    };
    expect((await run.send(run.asking(), headers)).status).toBe(200);
  });

  test('a client that leaves', async () => {
    run.gateway.provider.answerWith((request) => streamedAnswer([chunk({ content: request.text }), 900, DONE]));
    const leaving = new AbortController();
    const response = await fetch(`${run.gateway.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${run.gateway.keys[0]}`, 'content-type': 'application/json' },
      body: JSON.stringify(run.asking({ stream: true })),
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
        const said = run.canary(run.upstreamOnly);
        const text = `You may write to ${said} or to [EMAIL_1].`;
        run.gateway.provider.answerWith(() =>
          stream ? streamText(text, 7) : Response.json(completion({ content: text })),
        );
        const answer = await run.send(run.asking({ model, stream }));
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
    const made = await runCommand(['create-admin', '--email', 'owner0@corp.test', '--role', 'owner'], {
      cwd: run.gateway.folder,
    });
    expect(made.stderr).toBe('');
    const token = /sign-in-link#(\S+)/.exec(made.stdout)?.[1];
    const manage = async (method: string, path: string, body?: unknown, cookie = ''): Promise<Response> =>
      fetch(`${run.gateway.url}/api/manage${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: run.gateway.url, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const password = `a password ${run.canary()}`;
    const entered = await manage('POST', '/sign-in-links/consume', { token, password });
    expect(entered.status).toBe(200);
    run.nowhere.add(password);
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    await run.answered(
      await manage('POST', '/session', { email: 'owner0@corp.test', password: `wrong ${run.canary()}` }),
    );

    const told = await manage(
      'POST',
      '/explain',
      { text: `Write to ${run.canary()} about it`, pii: 'obfuscate' },
      cookie,
    );
    expect(told.status).toBe(200);
    await run.answered(told);
    const long = await manage('POST', '/explain', { text: `Write to ${run.canary()} about it. ${LONG}` }, cookie);
    expect(long.status).toBe(200);
    await long.text();
    for (const body of [
      { text: 7, [run.canary()]: 1 },
      { text: run.canary(), pii: run.canary() },
      { messages: [{ role: run.canary() }] },
    ])
      expect((await run.answered(await manage('POST', '/explain', body, cookie))).status).toBe(400);

    run.gateway.provider.answerWith(repeatAll);
    for (const pii of ['obfuscate', 'block']) {
      const turn = { workspace: 'my-team', pii, messages: [{ role: 'user', content: `Write to ${run.canary()} now` }] };
      const played = await manage('POST', '/playground', turn, cookie);
      expect(played.status).toBe(200);
      const told = await played.text();
      expect(told.includes('event: error')).toBe(pii === 'block');
    }
    await run.answered(await manage('GET', `/audit?q=${encodeURIComponent(run.canary())}`, undefined, cookie));
  });
});

test('found nowhere: not upstream, in no file, no output, no metric and no error', async () => {
  const places: SearchedPlace[] = [...run.errors];
  const metrics = await (await fetch(`${run.gateway.url}/metrics`)).text();
  expect(metrics).toContain('process_resident_memory_bytes');
  places.push({ name: 'metrics', bytes: Buffer.from(metrics) });
  // Files it has open for writing are all in its folder.
  for (const descriptor of readdirSync(`/proc/${run.gateway.pid}/fd`)) {
    const path = readlinkSync(`/proc/${run.gateway.pid}/fd/${descriptor}`);
    const flags = Number.parseInt(
      /flags:\s+(\d+)/.exec(readFileSync(`/proc/${run.gateway.pid}/fdinfo/${descriptor}`, 'utf8'))?.[1] ?? '0',
      8,
    );
    if (path.startsWith('/') && !path.startsWith('/dev/') && (flags & 3) !== 0)
      expect(path).toStartWith(run.gateway.folder);
  }
  // The write-ahead log is gone after a clean end.
  places.push(...filesBelow(run.gateway.folder).filter(({ name }) => name.includes('-wal')));
  expect(places.at(-1)?.bytes.length).toBeGreaterThan(0);
  const { code, stdout, stderr } = await run.gateway.finish();
  expect(code).toBe(0);
  expect(stderr).toContain('"event":"started"');
  places.push({ name: 'stdout', bytes: Buffer.from(stdout) }, { name: 'stderr', bytes: Buffer.from(stderr) });
  places.push(...filesBelow(run.gateway.folder));
  const upstream = run.gateway.provider.received.map(
    ({ path, headers, text }, i): SearchedPlace => ({
      name: `request ${i} upstream`,
      bytes: Buffer.from(`${path}\n${JSON.stringify(headers)}\n${text.replaceAll(LONG, '')}`),
    }),
  );
  expect(upstream.length).toBeGreaterThan(300);
  console.log(
    `${run.nowhere.size + run.upstreamOnly.size} values; ${upstream.length} requests upstream, ${run.errors.length} errors, ${places.length} places in all`,
  );
  expect(searchCanaries([...run.nowhere], [...places, ...upstream])).toEqual([]);
  expect(searchCanaries([...run.upstreamOnly], places)).toEqual([]);
  const keys = run.gateway.keys.map((key) => key.slice(-20));
  expect(
    searchCanaries(
      [...keys, PROCESS_PROVIDER_KEY],
      places.filter(({ name }) => !name.endsWith('onefirewall.yaml')),
    ),
  ).toEqual([]);
});
