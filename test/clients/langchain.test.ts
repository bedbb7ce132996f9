/** LangChain for JavaScript, whose own retries come on top of the SDK's. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test';
import { ChatOpenAI } from '@langchain/openai';
import { completion, echoOf, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { type RunningGateway, startGateway } from '../support/start-gateway.ts';

const EMAIL = 'anna.smith@corp.test';
const PROMPT = `Write to ${EMAIL}, please.`;

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.provider.received.length = 0;
});

const model = (pii: string, apiKey = gateway.key) =>
  new ChatOpenAI({
    model: 'my-team',
    apiKey,
    configuration: { baseURL: gateway.baseUrl },
    modelKwargs: { pii },
    // Its default: six more tries where it takes an error for a passing one.
    maxRetries: 6,
  });

describe('@langchain/openai', () => {
  test('invoke', async () => {
    gateway.provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
    const answer = await model('obfuscate').invoke(PROMPT);
    expect(answer.content).toBe(`Sure: ${PROMPT}`);
    expect(answer.usage_metadata).toMatchObject({ input_tokens: 11, output_tokens: 7 });
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });

  test('stream', async () => {
    gateway.provider.answerWith((request) => streamText(`Sure: ${echoOf(request)}`, 2));
    let text = '';
    for await (const piece of await model('obfuscate').stream(PROMPT)) text += piece.text;
    expect(text).toBe(`Sure: ${PROMPT}`);
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });

  test('tool calls', async () => {
    gateway.provider.answerWith((request) => {
      const args = JSON.stringify({ to: /\[EMAIL_\d+\]/.exec(request.text)?.[0] ?? 'nobody' });
      const call = { id: 'call_1', type: 'function', function: { name: 'send_mail', arguments: args } };
      return Response.json(completion({ content: null, tool_calls: [call] }, 'tool_calls'));
    });
    const parameters = { type: 'object', properties: { to: { type: 'string' } } };
    const bound = model('obfuscate').bindTools([{ type: 'function', function: { name: 'send_mail', parameters } }]);
    const answer = await bound.invoke(PROMPT);
    expect(answer.tool_calls).toEqual([expect.objectContaining({ name: 'send_mail', args: { to: EMAIL } })]);
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });

  test('a refusal and a wrong key are not tried again', async () => {
    const counted = async (attempt: () => Promise<unknown>) => {
      const calls: number[] = [];
      const watched = globalThis.fetch;
      globalThis.fetch = Object.assign(
        async (...args: Parameters<typeof fetch>) => {
          const response = await watched(...args);
          calls.push(response.status);
          return response;
        },
        { preconnect: watched.preconnect },
      );
      try {
        const error: unknown = await attempt().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).toBeInstanceOf(Error);
      } finally {
        globalThis.fetch = watched;
      }
      return calls;
    };
    expect(await counted(() => model('block').invoke(PROMPT))).toEqual([400]);
    expect(await counted(() => model('block').stream(PROMPT))).toEqual([400]);
    expect(await counted(() => model('disabled', 'ofw_wrong').invoke('Hello'))).toEqual([401]);
    expect(gateway.provider.received).toHaveLength(0);
  });
});
