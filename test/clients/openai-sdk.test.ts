/** The official OpenAI SDKs, changed in nothing but base URL and key. One list of promises for every one of them. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import {
  chunk,
  completion,
  DONE,
  echoOf,
  streamedAnswer,
  streamText,
  USAGE_CHUNK,
  wholeAnswer,
} from '../support/fake-provider.ts';
import { type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';
import { SDKS, type SdkAnswer, type SdkOptions, type SdkProcess, startSdk } from './sdk-process.ts';

interface Whole {
  readonly content: string | null;
  readonly toolCalls: { id: string; function: { name: string; arguments: string } }[] | null | undefined;
  readonly finish: string;
  readonly model: string;
  readonly usage: Record<string, unknown> | null;
  readonly requestId: string;
  readonly headers: Record<string, string>;
}

interface Streamed {
  readonly content: string;
  readonly toolCalls: { id: string; name: string; arguments: string }[];
  readonly finish: string | null;
  readonly usage: Record<string, unknown> | null;
  readonly withoutChoices: number;
  readonly models: string[];
}

const EMAIL = 'anna.smith@corp.test';
const TEXT = `Write to ${EMAIL} or call +1 212 555 0142, from 198.18.7.21. Grüße, 東京 🙂`;
const USAGE = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
const SECRET = ['ghp', '_', 'x7Kq29VbLmN4tRwZ8sYcDf3GhJ6pQ1E5aUoI'].join('');
const TOOLS = [
  {
    type: 'function',
    function: { name: 'send_mail', parameters: { type: 'object', properties: { to: { type: 'string' } } } },
  },
];

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
afterEach(() => {
  gateway.provider.received.length = 0;
});

for (const sdk of SDKS) {
  if (sdk.missing !== undefined) console.warn(`skipped: ${sdk.title} (${sdk.missing})`);
  describe.skipIf(sdk.missing !== undefined)(sdk.title, () => {
    let client: SdkProcess;
    beforeAll(() => {
      client = startSdk(sdk);
    });
    afterAll(() => client.stop());

    const call = <Result>(name: string, input: Record<string, unknown>, options: Partial<SdkOptions> = {}) =>
      client.call<Result>(name, input, { baseURL: gateway.baseUrl, apiKey: gateway.key, ...options });
    const only = (language: typeof sdk.language, name: string, run: () => Promise<void>) => {
      if (sdk.language === language) test(name, run);
    };
    const body = (content: string, more: Record<string, unknown> = {}) => ({
      body: { model: 'my-team', messages: [{ role: 'user', content }], ...more },
    });
    const chat = (content: string, more: Record<string, unknown> = {}, options: Partial<SdkOptions> = {}) =>
      call<Whole>('chat', body(content, more), options);
    const stream = (content: string, more: Record<string, unknown> = {}) =>
      call<Streamed>('stream', body(content, more));

    test('lists models and finds one by name', async () => {
      const model = {
        id: 'my-team',
        object: 'model',
        created: expect.any(Number),
        owned_by: 'organization',
        root: 'my-team',
        parent: null,
        permission: [],
      };
      expect(await call<unknown>('models', {})).toEqual({ result: [model] });
      expect(await call<unknown>('model', { name: 'my-team' })).toEqual({ result: model });
      expect(await call<unknown>('models', {}, { baseURL: `${gateway.url}/v1` })).toEqual({ result: [model] });
    });

    test('a chat completion', async () => {
      gateway.provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
      const { result } = await chat(TEXT, { temperature: 0.5, seed: 42 });
      expect(result).toMatchObject({ content: `Sure: ${TEXT}`, finish: 'stop', model: 'my-team', usage: USAGE });
      expect(result?.requestId).toMatch(/^req_/);
      expect(gateway.provider.received[0]?.body).toMatchObject({ model: 'gpt-4o', temperature: 0.5, seed: 42 });
    });

    test('a stream', async () => {
      gateway.provider.answerWith((request) => streamText(`Sure: ${echoOf(request)}`));
      const { result } = await stream(TEXT);
      expect(result).toMatchObject({ content: `Sure: ${TEXT}`, finish: 'stop', models: ['my-team'] });
      expect(result).toMatchObject({ withoutChoices: 0, usage: null });
    });

    test('a stream with its usage at the end', async () => {
      gateway.provider.answerWith((request) => streamText(echoOf(request)));
      const { result } = await stream(TEXT, { stream_options: { include_usage: true } });
      expect(result).toMatchObject({ content: TEXT, withoutChoices: 1, usage: USAGE });
    });

    test('pii: obfuscate, whole and streamed: the provider sees placeholders, the application its values', async () => {
      gateway.provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
      const whole = await chat(TEXT, { pii: 'obfuscate' });
      expect(whole.result?.content).toBe(`Sure: ${TEXT}`);
      expect(whole.result?.headers['x-onefirewall-pii']).toBe('obfuscate; email=1, phone=1, ip=1');
      gateway.provider.answerWith((request) => streamText(`Sure: ${echoOf(request)}`, 2));
      const streamed = await stream(TEXT, { pii: 'obfuscate' });
      expect(streamed.result?.content).toBe(`Sure: ${TEXT}`);
      expect(gateway.provider.received).toHaveLength(2);
      for (const { text } of gateway.provider.received) {
        expect(text).toContain('[EMAIL_1]');
        for (const hidden of [EMAIL, '555 0142', '198.18.7.21', '"pii"']) expect(text).not.toContain(hidden);
      }
    });

    test('our parameter `system` stands for this one call', async () => {
      gateway.provider.answerWith(() => wholeAnswer('Well, bell.'));
      const { result } = await chat('Hello', { system: 'Answer in rhyme.' });
      expect(result?.content).toBe('Well, bell.');
      expect(gateway.provider.received[0]?.body.messages[0]).toMatchObject({ content: 'Answer in rhyme.' });
      expect(gateway.provider.received[0]?.body).not.toHaveProperty('system');
    });

    test('tool calls, whole and streamed, with the value put back into their arguments', async () => {
      gateway.provider.answerWith((request) =>
        Response.json(completion({ content: null, tool_calls: [toolCall(argumentsFor(request.text))] }, 'tool_calls')),
      );
      const whole = await chat(`Mail ${EMAIL}`, { pii: 'obfuscate', tools: TOOLS });
      expect(whole.result).toMatchObject({ content: null, finish: 'tool_calls' });
      expect(JSON.parse(whole.result?.toolCalls?.[0]?.function.arguments ?? '')).toEqual({ to: EMAIL });

      gateway.provider.answerWith((request) => streamedToolCall(argumentsFor(request.text)));
      const streamed = await stream(`Mail ${EMAIL}`, { pii: 'obfuscate', tools: TOOLS });
      expect(streamed.result).toMatchObject({ content: '', finish: 'tool_calls' });
      expect(streamed.result?.toolCalls).toHaveLength(1);
      expect(streamed.result?.toolCalls[0]).toMatchObject({ id: 'call_1', name: 'send_mail' });
      expect(JSON.parse(streamed.result?.toolCalls[0]?.arguments ?? '')).toEqual({ to: EMAIL });
      for (const { text } of gateway.provider.received) expect(text).not.toContain(EMAIL);
    });

    test("the SDK's own stream helper, with usage", async () => {
      gateway.provider.answerWith((request) => streamText(echoOf(request), 5));
      const { result } = await call<Whole>(
        'streamHelper',
        body(TEXT, { pii: 'obfuscate', stream_options: { include_usage: true } }),
      );
      expect(result).toMatchObject({ content: TEXT, finish: 'stop', model: 'my-team', usage: USAGE });
    });

    test('structured output with obfuscate parses into the values', async () => {
      gateway.provider.answerWith((request) =>
        wholeAnswer(JSON.stringify({ name: 'Contact "one"', email: /\[EMAIL_\d+\]/.exec(request.text)?.[0] })),
      );
      const answer = await call<unknown>('parse', body(`The contact is ${EMAIL}`, { pii: 'obfuscate' }));
      expect(answer).toEqual({ result: { name: 'Contact "one"', email: EMAIL } });
      expect(gateway.provider.received[0]?.body.response_format).toMatchObject({ type: 'json_schema' });
    });

    only('node', 'runTools: the tool gets the value, the provider never', async () => {
      gateway.provider.answerWith(
        (request) =>
          Response.json(
            completion({ content: null, tool_calls: [toolCall(argumentsFor(request.text))] }, 'tool_calls'),
          ),
        (request) => wholeAnswer(`Done, ${echoOf(request)}`),
      );
      const { result } = await call('runTools', body(`Mail ${EMAIL}`, { pii: 'obfuscate' }));
      expect(result).toEqual({ called: [{ to: EMAIL }], content: `Done, sent to ${EMAIL}` });
      expect(gateway.provider.received).toHaveLength(2);
      for (const { text } of gateway.provider.received) expect(text).not.toContain(EMAIL);
    });

    only('python', 'the asynchronous client', async () => {
      gateway.provider.answerWith(
        (request) => wholeAnswer(echoOf(request)),
        (request) => streamText(echoOf(request)),
      );
      const answer = await call('asynchronous', body(TEXT, { pii: 'obfuscate' }));
      expect(answer).toEqual({ result: { whole: TEXT, streamed: TEXT } });
    });

    describe('refusals are exceptions of the right class, at once', () => {
      const refusal = (answer: SdkAnswer<unknown>) => {
        expect(answer.result).toBeUndefined();
        expect(answer.error?.requestId).toMatch(/^req_/);
        return answer.error;
      };

      test('pii: block', async () => {
        for (const kind of ['chat', 'stream']) {
          const error = refusal(await call(kind, body(`Write to ${EMAIL}`, { pii: 'block' })));
          expect(error).toMatchObject({ class: 'BadRequestError', status: 400, code: 'pii_detected' });
          expect(error?.param).toBe('messages[0].content');
          expect(error?.message).not.toContain(EMAIL);
        }
        expect(gateway.provider.received).toHaveLength(0);
      });

      test('a secret', async () => {
        const error = refusal(await chat(`Use ${SECRET} for it`));
        expect(error).toMatchObject({ class: 'BadRequestError', status: 400, code: 'secret_detected' });
        expect(error?.message).not.toContain(SECRET);
        expect(gateway.provider.received).toHaveLength(0);
      });

      test('a value that is not allowed', async () => {
        const error = refusal(await chat('Hello', { pii: 'perhaps' }));
        expect(error).toMatchObject({ class: 'BadRequestError', status: 400, param: 'pii' });
      });

      test('a wrong key', async () => {
        const error = refusal(await chat('Hello', {}, { apiKey: 'ofw_wrong' }));
        expect(error).toMatchObject({ class: 'AuthenticationError', status: 401, code: 'invalid_api_key' });
        expect(refusal(await call('models', {}, { apiKey: 'ofw_wrong' }))?.class).toBe('AuthenticationError');
      });

      test('an unknown model', async () => {
        const error = refusal(await chat('Hello', { model: 'nothing' }));
        expect(error).toMatchObject({ class: 'NotFoundError', status: 404, code: 'model_not_found' });
        expect(refusal(await call('model', { name: 'nothing' }))?.class).toBe('NotFoundError');
      });
    });

    describe('failures of the provider', () => {
      const tooMany = () =>
        Response.json(
          { error: { message: 'Slow down.', type: 'requests', param: null, code: 'rate_limit_exceeded' } },
          { status: 429, headers: { 'retry-after': '1' } },
        );

      test('429 is a RateLimitError, and retry-after is obeyed', async () => {
        gateway.provider.answerWith(tooMany);
        const { error } = await chat('Hello', {}, { maxRetries: 0 });
        expect(error).toMatchObject({ class: 'RateLimitError', status: 429, code: 'rate_limit_exceeded' });
        expect(gateway.provider.received).toHaveLength(1);

        gateway.provider.answerWith(tooMany, () => wholeAnswer('Now.'));
        const started = performance.now();
        const { result } = await chat('Hello', {}, { maxRetries: 1 });
        expect(result?.content).toBe('Now.');
        expect(gateway.provider.received).toHaveLength(3);
        expect(performance.now() - started).toBeGreaterThanOrEqual(950);
      });

      test('an answer that is none is an InternalServerError', async () => {
        gateway.provider.answerWith(
          () => new Response('<html>Bad day</html>', { headers: { 'content-type': 'text/html' } }),
        );
        const { error } = await chat('Hello', {}, { maxRetries: 0 });
        expect(error).toMatchObject({ class: 'InternalServerError', status: 502, code: 'upstream_error' });
      });

      test('a stream that breaks raises, and does not end politely', async () => {
        const { baseURL, passed, stop } = watchGateway('answer');
        gateway.provider.answerWith((_request, noteAbort) =>
          streamedAnswer([chunk({ content: 'Half an ' }), chunk({ content: 'answer' }), passed, 'break'], noteAbort),
        );
        const { result, error, partial } = await call<Streamed>('stream', body('Hello'), { baseURL });
        await stop();
        expect(result).toBeUndefined();
        expect(error?.class).toBeOneOf(['APIError', 'APIConnectionError']);
        expect(error?.message).not.toBe('');
        expect(partial).toBe('Half an answer');
      });
    });

    test('leaving a stream stops the provider', async () => {
      const pieces = [
        chunk({ role: 'assistant', content: 'Once' }),
        ...Array(200)
          .fill([100, chunk({ content: ' more' })])
          .flat(),
      ];
      gateway.provider.answerWith((_request, noteAbort) => streamedAnswer(pieces, noteAbort));
      const before = gateway.provider.aborted();
      const { result } = await call<Streamed>('leave', body('Tell me everything'));
      expect(result?.content).toStartWith('Once');
      await waitUntil('the provider is stopped', () => gateway.provider.aborted() > before);
      expect(gateway.provider.aborted()).toBe(before + 1);
    });
  });
}

/**
 * The gateway at another address, which tells when it has said a word: only then may the connection to the provider break, as that takes
 * along what nobody has read yet.
 */
function watchGateway(word: string): { baseURL: string; passed: Promise<void>; stop(): Promise<void> } {
  const { promise: passed, resolve } = Promise.withResolvers<void>();
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      const { status, headers, body } = await fetch(`${gateway.url}${new URL(request.url).pathname}`, {
        method: request.method,
        headers: request.headers,
        body: await request.text(),
      });
      let said = '';
      const decoder = new TextDecoder();
      const watched = body?.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(bytes, controller) {
            said += decoder.decode(bytes, { stream: true });
            controller.enqueue(bytes);
            if (said.includes(word)) resolve();
          },
        }),
      );
      return new Response(watched ?? null, { status, headers });
    },
  });
  return { baseURL: `http://127.0.0.1:${server.port}/api/v1`, passed, stop: () => server.stop(true) };
}

function argumentsFor(request: string): string {
  return JSON.stringify({ to: /\[EMAIL_\d+\]/.exec(request)?.[0] ?? 'nobody' });
}

function toolCall(args: string): Record<string, unknown> {
  return { id: 'call_1', type: 'function', function: { name: 'send_mail', arguments: args } };
}

function streamedToolCall(args: string): Response {
  return streamedAnswer([
    chunk({ role: 'assistant', content: null, tool_calls: [{ index: 0, ...toolCall('') }] }),
    ...Array.from(args, (letter) => chunk({ tool_calls: [{ index: 0, function: { arguments: letter } }] })),
    chunk({}, 'tool_calls'),
    USAGE_CHUNK,
    DONE,
  ]);
}
