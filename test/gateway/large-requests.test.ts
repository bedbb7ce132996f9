import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { echoOf, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

const FILLER = 'The invoice was sent in time and the parcel is on its way to the shop. ';

/** About `bytes` of text with an address every 50 kB; the addresses. */
function longText(bytes: number): { readonly text: string; readonly addresses: readonly string[] } {
  const addresses: string[] = [];
  let text = '';
  while (text.length < bytes) {
    const address = `person.${addresses.length}@corp.test`;
    addresses.push(address);
    text += `Mail ${address} please. ${FILLER.repeat(Math.min(700, Math.ceil(bytes / FILLER.length / 4)))}`;
  }
  return { text, addresses };
}

describe('a request of 5 MB', () => {
  const { text, addresses } = longText(5 * 1024 * 1024);

  test('is masked and restored like a small one', async () => {
    running.provider.answerWith((request) => wholeAnswer(echoOf(request)));
    const body = {
      ...chat(text, { pii: 'obfuscate', seed: '@seed@', vendor_extension: { note: 'kept' } }),
      tools: [{ type: 'function', function: { name: 'send', description: 'Sends to boss@corp.test' } }],
    };
    // 64 bits, which JavaScript's numbers cannot hold.
    const response = await running.post(JSON.stringify(body).replace('"@seed@"', '12345678901234567890'));
    expect(response.status).toBe(200);
    expect(response.headers.get('x-onefirewall-pii')).toBe(`obfuscate; email=${addresses.length + 1}`);
    const received = running.provider.received.at(-1);
    expect(received?.text).not.toContain('@corp.test');
    expect(received?.text).toContain('"seed":12345678901234567890');
    expect(received?.body.vendor_extension).toEqual({ note: 'kept' });
    expect(received?.body.model).toBe('gpt-4o');
    const answer = (await response.json()) as { model: string; choices: { message: { content: string } }[] };
    expect(answer.model).toBe('my-team');
    expect(answer.choices[0]?.message.content === text).toBe(true);
    const [row] = await running.audit();
    expect(row).toMatchObject({ verdict: 'mask', status: 200, pii: 'obfuscate' });
    expect(JSON.parse(row?.kinds ?? '')).toEqual({ EMAIL: addresses.length + 1 });
  });

  test('is restored in a stream', async () => {
    running.provider.answerWith(() => streamText(`Hello [EMAIL_2], this is [EMAIL_1]. ${FILLER}`));
    const response = await running.post(chat(text, { pii: 'obfuscate', stream: true }));
    expect(contentOf(await eventsOf(response))).toBe(`Hello ${addresses[1]}, this is ${addresses[0]}. ${FILLER}`);
    expect(running.provider.received.at(-1)?.body).toMatchObject({ stream_options: { include_usage: true } });
  });

  test('leaves nothing behind in a worker', () => {
    expect(running.gateway.inspector.pool.documents).toBe(0);
    expect(running.gateway.inspector.pool.workers).toBeGreaterThan(0);
  });
});

describe('a request that is small, and dense with values', () => {
  test('goes to a worker where reading it takes longer than a turn may, and leaves the same', async () => {
    const own = await startGateway({ parts: { turnMs: 0 } });
    const text = `${FILLER.repeat(60)} Mail a.b@corp.test, please.`;
    try {
      own.provider.answerWith((request) => wholeAnswer(echoOf(request)));
      const said = await own.post(chat(text, { pii: 'obfuscate' }));
      expect(said.headers.get('x-onefirewall-pii')).toBe('obfuscate; email=1');
      expect(JSON.stringify(await said.json())).toContain('a.b@corp.test');
      expect(own.provider.received.at(-1)?.text).not.toContain('a.b@corp.test');
      expect(own.gateway.inspector.pool.workers).toBe(1);
      const refused = await own.post(chat(text, { pii: 'block' }));
      expect([refused.status, own.provider.received.length]).toEqual([400, 1]);
      expect(own.gateway.inspector.pool.documents).toBe(0);
    } finally {
      await own.stop();
    }
  });

  test('goes to a worker; one of ordinary text does not', async () => {
    const own = await startGateway();
    try {
      own.provider.answerWith((request) => wholeAnswer(echoOf(request)));
      const { workers } = own.gateway.inspector.pool;
      const prose = await own.post(chat(FILLER.repeat(60), { pii: 'obfuscate' }));
      expect([prose.status, own.gateway.inspector.pool.workers]).toEqual([200, workers]);
      const numbers = Array.from({ length: 200 }, (_, i) => `call +49 151 ${20_000_000 + i * 7919}`).join('\n');
      const dense = await own.post(chat(numbers, { pii: 'obfuscate' }));
      expect(dense.headers.get('x-onefirewall-pii')).toBe('obfuscate; phone=200');
      expect(own.provider.received.at(-1)?.text).not.toContain('+49');
      expect(own.gateway.inspector.pool.workers).toBeGreaterThan(workers);
    } finally {
      await own.stop();
    }
  });
});

const padding = longText(40_000).text;

describe('a large request', () => {
  test('arrives as it was sent where nothing is masked', async () => {
    running.provider.answerWith((request) => wholeAnswer(echoOf(request)));
    const sent = {
      model: 'my-team',
      temperature: 0.5,
      messages: [
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: `\ud83d\ude00 ${padding}` }] },
      ],
      max_tokens: 7,
      tools: [{ type: 'function', function: { name: 'send', parameters: { type: 'object' } } }],
      logit_bias: { '50256': -100 },
    };
    const { pii: _pii, ...expected } = { ...sent, pii: 'disabled', model: 'gpt-4o' };
    await running.post({ ...sent, pii: 'disabled' });
    expect(running.provider.received.at(-1)?.body).toEqual(expected as never);
  });

  test.each([
    ['bad JSON', (pad: string) => `{"model":"my-team","messages":[{"role":"user","content":"${pad}"}`],
    ['no object', (pad: string) => JSON.stringify([pad])],
    ['no model', (pad: string) => JSON.stringify({ messages: [{ role: 'user', content: pad }] })],
    ['an unknown model', (pad: string) => JSON.stringify({ ...chat(pad), model: 'nope' })],
    ['a wrong role', (pad: string) => JSON.stringify({ ...chat(pad), messages: [{ role: 'boss', content: pad }] })],
    ['a wrong mode', (pad: string) => JSON.stringify(chat(pad, { pii: 'x' }))],
    ['stream_options alone', (pad: string) => JSON.stringify(chat(pad, { stream_options: {} }))],
    [
      'a picture',
      (pad: string) =>
        JSON.stringify(
          chat(
            [
              { type: 'text', text: pad },
              { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
            ],
            { pii: 'obfuscate' },
          ),
        ),
    ],
    ['a finding to be blocked', (pad: string) => JSON.stringify(chat(`a.b@corp.test ${pad}`, { pii: 'block' }))],
    [
      'deep nesting',
      (pad: string) =>
        `{"model":"my-team","messages":[{"role":"user","content":"hi"}],"pad":"${pad}","x":${'['.repeat(200)}${']'.repeat(200)}}`,
    ],
  ])('is refused like a small one: %s', async (_name, make) => {
    const small = await running.post(make('x '));
    const large = await running.post(make(FILLER.repeat(600)));
    expect(small.status).toBeGreaterThanOrEqual(400);
    expect(large.status).toBe(small.status);
    expect(await large.json()).toEqual(await small.json());
    const [ofLarge, ofSmall] = await running.audit();
    const { verdict, error_code, kinds } = ofSmall ?? {};
    expect(ofLarge).toMatchObject({ verdict, error_code, kinds } as never);
    expect(running.gateway.inspector.pool.documents).toBe(0);
  });

  test('that is not UTF-8 is refused', async () => {
    const bytes = Buffer.concat([Buffer.from(JSON.stringify(chat(padding))), Buffer.from([0xff])]);
    const response = await fetch(`${running.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' },
      body: bytes,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid_json', message: 'The request body is not valid UTF-8.' },
    });
  });

  test('gets the persona, and `system` instead of it', async () => {
    const other = await startGateway({ workspace: { persona: 'You are the desk.' } });
    await other.post(chat(padding));
    expect(other.provider.received.at(-1)?.body.messages[0]).toEqual({ role: 'system', content: 'You are the desk.' });
    await other.post(chat(padding, { system: 'Be short.' }));
    expect(other.provider.received.at(-1)?.body.messages[0]).toEqual({ role: 'system', content: 'Be short.' });
    const refused = await other.post(chat(`a.b@corp.test ${padding}`, { pii: 'block' }));
    expect(await refused.json()).toMatchObject({ error: { code: 'pii_detected', param: 'messages[0].content' } });
    await other.stop();
  });

  test('says `system` for `developer` where the provider asks for it', async () => {
    const other = await startGateway({
      config: {
        providers: [
          {
            name: 'lab',
            kind: 'openai-compatible',
            baseUrl: running.provider.baseUrl,
            internal: true,
            quirks: { developerRole: 'system', maxTokensField: 'max_tokens' },
          },
        ],
      },
    });
    await other.post({
      model: 'my-team',
      max_completion_tokens: 5,
      messages: [
        { role: 'developer', content: 'Hi' },
        { role: 'user', content: padding },
      ],
    });
    const body = running.provider.received.at(-1)?.body;
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body).toMatchObject({ max_tokens: 5 });
    await other.stop();
  });

  test('reads JSON answers where JSON was asked for', async () => {
    running.provider.answerWith(() => wholeAnswer('{"to":"[EMAIL_1]"}'));
    const content = `Mail "o'neil"@corp.test or x"y@corp.test, a.b@corp.test ${padding}`;
    const response = await running.post(chat(content, { pii: 'obfuscate', response_format: { type: 'json_object' } }));
    const answer = (await response.json()) as { choices: { message: { content: string } }[] };
    expect(() => JSON.parse(answer.choices[0]?.message.content ?? '')).not.toThrow();
  });

  test('is answered by the echo provider', async () => {
    const other = await startGateway({
      workspace: { targets: [{ provider: 'mirror', model: 'echo' }] },
      config: { providers: [{ name: 'mirror', kind: 'echo' }] },
    });
    const response = await other.post(chat(`a.b@corp.test ${padding}`, { pii: 'obfuscate', user: 'u1' }));
    const answer = (await response.json()) as {
      choices: { message: { content: string } }[];
      upstream: { user: string; messages: { content: string }[] };
    };
    expect(answer.choices[0]?.message.content).toBe(`You said: a.b@corp.test ${padding}`);
    expect(answer.upstream.messages[1]?.content).toStartWith('[EMAIL_1] ');
    expect(answer.upstream.user).toBe('u1');
    await other.stop();
  });
});

describe('thousands of values', () => {
  test('come back, each in its place', async () => {
    running.provider.answerWith((request) => wholeAnswer(echoOf(request)));
    const text = Array.from({ length: 6000 }, (_unused, i) => `user${i}@corp.test`).join('\n');
    const response = await running.post(chat(text, { pii: 'obfuscate' }));
    const answer = (await response.json()) as { choices: { message: { content: string } }[] };
    expect(answer.choices[0]?.message.content === text).toBe(true);
    expect(running.provider.received.at(-1)?.text).not.toContain('@corp.test');
  });
});

describe('many large requests at once', () => {
  test('each get their own answer, also where others leave', async () => {
    running.provider.answerWith(async (request) => {
      await Bun.sleep(Number(/"n":(\d+)/.exec(request.text)?.[1] ?? 0) % 20);
      return wholeAnswer(echoOf(request));
    });
    const before = running.provider.received.length;
    const sent = Array.from({ length: 30 }, async (_unused, n) => {
      const content = `Case ${n}: mail first.${n}@corp.test and second.${n}@corp.test. ${FILLER.repeat(300 + n)}`;
      const leave = new AbortController();
      const response = running.post(chat(content, { pii: 'obfuscate', metadata: { n } }), { signal: leave.signal });
      if (n % 5 === 4) {
        setTimeout(() => leave.abort(), n);
        return response
          .then((each) => each.text())
          .then(
            () => true,
            () => true,
          );
      }
      const answer = (await (await response).json()) as { choices: { message: { content: string } }[] };
      return answer.choices[0]?.message.content === content;
    });
    expect(await Promise.all(sent)).toEqual(Array.from({ length: 30 }, () => true));
    for (const { text } of running.provider.received.slice(before)) expect(text).not.toContain('@corp.test');
    await waitUntil('nothing is read', () => running.gateway.inspector.pool.documents === 0);
  });
});
