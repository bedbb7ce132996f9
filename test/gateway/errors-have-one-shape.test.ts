import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { type AddressInfo, createServer } from 'node:net';
import { wholeAnswer } from '../support/fake-provider.ts';
import { chat, PROVIDER_KEY, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({ config: { server: { port: 0, maxBodyMb: 1 } } });
});
afterAll(() => running.stop());

interface Envelope {
  readonly error: { message: string; type: string; param: string | null; code: string | null };
}

async function expectError(
  response: Response,
  status: number,
  part: Partial<Envelope['error']>,
): Promise<Envelope['error']> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  const { error } = JSON.parse(text) as Envelope;
  expect(Object.keys(error).sort()).toEqual(['code', 'message', 'param', 'type']);
  expect(error).toMatchObject(part);
  expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  return error;
}

describe('bad input', () => {
  const user = [{ role: 'user', content: 'hi' }];
  test.each([
    ['no model', { messages: user }, 'missing_required_parameter', 'model'],
    ['a model that is no string', { model: 7, messages: user }, 'invalid_value', 'model'],
    ['no messages', { model: 'my-team' }, 'missing_required_parameter', 'messages'],
    ['messages that are no list', { model: 'my-team', messages: 'hi' }, 'invalid_value', 'messages'],
    ['empty messages', { model: 'my-team', messages: [] }, 'invalid_value', 'messages'],
    ['a message that is no object', { model: 'my-team', messages: ['hi'] }, 'invalid_value', 'messages[0]'],
    [
      'an unknown role',
      { model: 'my-team', messages: [{ role: 'boss', content: '' }] },
      'invalid_value',
      'messages[0].role',
    ],
    [
      'content that is a number',
      { model: 'my-team', messages: [...user, { role: 'user', content: 5 }] },
      'invalid_value',
      'messages[1].content',
    ],
    ['stream that is a string', chat('hi', { stream: 'yes' }), 'invalid_value', 'stream'],
    ['an unknown pii', chat('hi', { pii: 'mask' }), 'invalid_value', 'pii'],
    ['pii null', chat('hi', { pii: null }), 'invalid_value', 'pii'],
    ['a system that is a list', chat('hi', { system: ['x'] }), 'invalid_value', 'system'],
    ['web_search that is a string', chat('hi', { web_search: 'on' }), 'invalid_value', 'web_search'],
    ['web_search where the provider cannot', chat('hi', { web_search: true }), 'unsupported_parameter', 'web_search'],
    ['stream_options without stream', chat('hi', { stream_options: {} }), 'invalid_value', 'stream_options'],
  ])('%s', async (_name, body, code, param) => {
    await expectError(await running.post(body), 400, { type: 'invalid_request_error', code, param });
  });

  test.each([
    ['not JSON', '{"model": '],
    ['empty', ''],
    ['a list', '[]'],
    ['a string', '"hi"'],
  ])('%s', async (_name, body) => {
    await expectError(await running.post(body), 400, { code: 'invalid_json', param: null });
  });

  test('what is not JSON is not quoted', async () => {
    const error = await expectError(await running.post('{"model": marker-word'), 400, { code: 'invalid_json' });
    expect(error.message).not.toContain('marker-word');
  });

  test('invalid UTF-8', async () => {
    const response = await fetch(`${running.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' },
      body: new Uint8Array([123, 0xff, 0xfe, 125]),
    });
    await expectError(response, 400, { code: 'invalid_json' });
  });

  test('nesting deeper than 128', async () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    const body = `{"model":"my-team","messages":[{"role":"user","content":"hi"}],"metadata":${deep}}`;
    await expectError(await running.post(body), 400, { type: 'invalid_request_error' });
  });

  test('a body over the limit, with and without a length', async () => {
    const big = JSON.stringify(chat('x'.repeat(1_100_000)));
    await expectError(await running.post(big), 413, { code: 'request_too_large' });
    const stream = new Blob([big]).stream();
    const response = await fetch(`${running.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' },
      body: stream,
    });
    await expectError(response, 413, { code: 'request_too_large' });
  });

  test('a body that says it is not compressed', async () => {
    for (const encoding of ['identity', 'Identity'])
      expect((await running.post(chat('hi'), { headers: { 'content-encoding': encoding } })).status).toBe(200);
  });

  test('a compressed body', async () => {
    await expectError(await running.post(chat('hi'), { headers: { 'content-encoding': 'gzip' } }), 415, {
      code: 'unsupported_content',
    });
  });

  test('a form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await expectError(await running.post(chat('hi'), { headers }), 415, { code: 'unsupported_content' });
  });
});

describe('who may call', () => {
  test.each([
    ['none', ''],
    ['another scheme', 'Basic abc'],
    ['a made-up key', 'Bearer ofw_doesnotexist0000000000000000000000000000000000'],
    ['a wrong secret', 'Bearer sk-1234'],
    ['a very long one', `Bearer ${'x'.repeat(5000)}`],
  ])('key: %s', async (_name, authorization) => {
    const response = await fetch(`${running.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(chat('hi')),
    });
    const error = await expectError(response, 401, { code: 'invalid_api_key', type: 'invalid_request_error' });
    expect(error.message).not.toContain('doesnotexist');
  });

  test('the scheme in any case', async () => {
    const response = await fetch(`${running.baseUrl}/models`, { headers: { authorization: `bEARER ${running.key}` } });
    expect(response.status).toBe(200);
  });

  test('an unknown workspace', async () => {
    await expectError(await running.post({ ...chat('hi'), model: 'nobody' }), 404, {
      code: 'model_not_found',
      param: 'model',
    });
  });

  test('a revoked key is refused at its next request', async () => {
    const { users, keys } = running.gateway.stores;
    const user = await users.getByEmail('owner@corp.test');
    const input = { name: 'short', expiresAt: null, workspaces: null, addressRanges: null, limits: null };
    const { key, view } = await keys.create(user?.id ?? '', input);
    expect((await running.post(chat('hi'), { key })).status).toBe(200);
    await keys.revoke(user?.id ?? '', view.id);
    await expectError(await running.post(chat('hi'), { key }), 401, { code: 'invalid_api_key' });
  });
});

describe('unknown routes', () => {
  test.each(['/api/v1/nothing', '/v1/embeddings', '/api/v1', '/api/v1/chat/completions/x', '/nowhere'])(
    '%s',
    async (path) => {
      const response = await fetch(running.url + path, { headers: { authorization: `Bearer ${running.key}` } });
      await expectError(response, 404, { type: 'invalid_request_error', code: 'unknown_url' });
    },
  );
  test('a wrong method', async () => {
    await expectError(await fetch(`${running.baseUrl}/chat/completions`), 405, { code: 'method_not_allowed' });
  });
});

describe('errors of the provider', () => {
  const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
    running.provider.answerWith(
      () => new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } }),
    );

  test('keep status, type, param, code, message and retry headers, streamed or not', async () => {
    const error = { message: 'Slow down', type: 'requests', param: null, code: 'rate_limit_exceeded' };
    for (const stream of [false, true]) {
      answer(429, JSON.stringify({ error }), {
        'retry-after': '3',
        'retry-after-ms': '3000',
        'x-ratelimit-remaining-requests': '0',
      });
      const response = await running.post(chat('hi', { stream }));
      expect(response.headers.get('retry-after')).toBe('3');
      expect(response.headers.get('retry-after-ms')).toBe('3000');
      expect(response.headers.get('x-ratelimit-remaining-requests')).toBe('0');
      expect(response.headers.get('content-type')).toStartWith('application/json');
      await expectError(response, 429, error);
    }
  });

  test.each([
    [400, '{"error":"bad thing"}', { message: 'bad thing' }],
    [422, '{"detail":[{"loc":["body","n"],"msg":"too large"}]}', { message: 'body.n: too large' }],
    [
      404,
      '[{"error":{"code":404,"message":"gone","status":"NOT_FOUND"}}]',
      { message: 'gone', code: '404', type: 'NOT_FOUND' },
    ],
    [503, '<html><body>nginx at 10.1.2.3</body></html>', { code: 'upstream_error', type: 'server_error' }],
    [500, '', { code: 'upstream_error' }],
    [418, 'plain words from http://10.0.0.7:4000/', {}],
  ])('status %d with %p is put into the envelope', async (status, body, part) => {
    answer(status, body);
    const error = await expectError(await running.post(chat('hi')), status, part);
    expect(error.message).not.toMatch(/10\.\d+\.\d+\.\d+|html/);
  });

  test('an upstream 401 is a 502 that does not show its text', async () => {
    answer(401, JSON.stringify({ error: { message: `Incorrect API key provided: ${PROVIDER_KEY}` } }));
    const error = await expectError(await running.post(chat('hi')), 502, {
      code: 'upstream_error',
      type: 'server_error',
    });
    expect(error.message).not.toContain(PROVIDER_KEY);
  });

  test('a key quoted in any other error is cut out', async () => {
    answer(
      403,
      JSON.stringify({ error: { message: `Key ${PROVIDER_KEY} is suspended`, type: 'x', code: null, param: null } }),
    );
    const error = await expectError(await running.post(chat('hi')), 403, {});
    expect(error.message).not.toContain(PROVIDER_KEY);
  });

  test.each([
    'Cannot connect to host llm.corp.example:8000 ssl:default',
    "Connect call failed ('10.0.0.5', 8000)",
    'upstream gpu-7.models.svc.cluster.local is down',
    'dial tcp [fd00:10::7]:4000: connect refused',
    'lookup inference.prod.internal: no such host',
    'proxy at localhost:4000 said no',
  ])('no inner address is shown: %s', async (message) => {
    answer(400, JSON.stringify({ error: { message } }));
    const error = await expectError(await running.post(chat('hi')), 400, {});
    expect(error.message).toContain('[address]');
    expect(error.message).not.toMatch(/corp|10\.0|cluster|fd00|internal|localhost/);
  });

  test.each([
    "This model's maximum context length is 4096 tokens, max_tokens:8192 at messages[3].content:12, see https://api.openai.com/docs",
    'Rate limit reached for gpt-4o-mini at 10:20:30. Visit x.com.',
    "Invalid value for 'response_format.json_schema': e.g. [1:2] or a.b",
  ])('what is none is left: %s', async (message) => {
    answer(400, JSON.stringify({ error: { message } }));
    await expectError(await running.post(chat('hi')), 400, { message });
  });

  test('a key is cut out before a long text is cut off', async () => {
    for (let before = 1980; before < 2000; before += 3) {
      answer(400, JSON.stringify({ error: { message: `${'x'.repeat(before)} ${PROVIDER_KEY} suspended` } }));
      const error = await expectError(await running.post(chat('hi')), 400, {});
      expect(error.message).not.toContain(PROVIDER_KEY.slice(0, 4));
      expect(error.message.length).toBeLessThanOrEqual(2000);
    }
  });

  test('an answer that is packed although nobody asked is read no further than any other', async () => {
    const packed = Bun.gzipSync(Buffer.from(`{"choices":[],"x":"${'a'.repeat(80_000_000)}"}`), { level: 1 });
    running.provider.answerWith(
      () => new Response(packed, { headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } }),
    );
    const error = await expectError(await running.post(chat('hi')), 502, { code: 'upstream_error' });
    expect(error.message).toContain('too large');
  });

  test('an answer that ends before its end is said to be broken off', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"choices":['),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}/v1`;
    const cut = await startGateway({
      config: { providers: [{ name: 'lab', kind: 'openai-compatible', baseUrl, apiKey: 'x', internal: true }] },
    });
    try {
      const error = await expectError(await cut.post(chat('hi')), 502, { code: 'upstream_error' });
      expect(error.message).toContain('broke off');
    } finally {
      await cut.stop();
      server.close();
    }
  });

  test('a redirect is not followed', async () => {
    running.provider.answerWith(
      () => new Response(null, { status: 307, headers: { location: `${running.provider.baseUrl}/elsewhere` } }),
    );
    const before = running.provider.received.length;
    await expectError(await running.post(chat('hi')), 502, { code: 'upstream_error' });
    expect(running.provider.received.length).toBe(before + 1);
  });

  test.each([
    [{}, 'upstream_error'],
    [{ detail: 'the model is loading' }, 'upstream_error'],
    [{ choices: null }, 'upstream_error'],
    [{ error: { message: 'no credit', code: 'no_credit' }, choices: [] }, 'no_credit'],
  ])('a 200 that is no answer is a 502, streamed or not: %j', async (body, code) => {
    running.provider.answerWith(() => Response.json(body));
    for (const stream of [false, true]) await expectError(await running.post(chat('hi', { stream })), 502, { code });
  });

  test('a 200 that is not JSON is a 502', async () => {
    running.provider.answerWith(
      () => new Response('<html>welcome</html>', { headers: { 'content-type': 'text/html' } }),
    );
    await expectError(await running.post(chat('hi')), 502, { code: 'upstream_error' });
  });

  test('a provider that is not there is a 502', async () => {
    const lonely = await startGateway({
      config: {
        providers: [
          { name: 'lab', kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'x', internal: true },
        ],
      },
    });
    try {
      await expectError(await lonely.post(chat('hi')), 502, { code: 'upstream_error' });
    } finally {
      await lonely.stop();
    }
  });

  test('headers of the provider stay here, but for rate limits', async () => {
    running.provider.answerWith(() => wholeAnswer('hi'));
    const response = await running.post(chat('hi'));
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-ratelimit-remaining-requests')).toBe('59');
  });
});

describe('addresses', () => {
  test.each([
    'http://169.254.169.254/v1',
    'http://[::ffff:169.254.169.254]/v1',
    'http://127.0.0.1:1/v1',
    'http://10.0.0.1/v1',
  ])('%s is refused for a provider that is not internal', async (baseUrl) => {
    const guarded = await startGateway({
      config: { providers: [{ name: 'lab', kind: 'openai-compatible', baseUrl, apiKey: 'x', internal: false }] },
    });
    try {
      const error = await expectError(await guarded.post(chat('hi')), 502, { code: 'upstream_error' });
      expect(error.message).toContain('not allowed');
    } finally {
      await guarded.stop();
    }
  });

  test('metadata services are refused even for internal providers', async () => {
    const guarded = await startGateway({
      config: {
        providers: [
          { name: 'lab', kind: 'openai-compatible', baseUrl: 'http://169.254.169.254/v1', apiKey: 'x', internal: true },
        ],
      },
    });
    try {
      const error = await expectError(await guarded.post(chat('hi')), 502, { code: 'upstream_error' });
      expect(error.message).toContain('not allowed');
    } finally {
      await guarded.stop();
    }
  });
});
