/** The AI SDK (`ai` with `@ai-sdk/openai-compatible`), whose parsers differ from OpenAI's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, jsonSchema, Output, stepCountIs, streamText, tool } from 'ai';
import {
  chunk,
  completion,
  DONE,
  echoOf,
  streamedAnswer,
  streamText as streamedText,
  USAGE_CHUNK,
  wholeAnswer,
} from '../support/fake-provider.ts';
import { type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

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

const provider = (apiKey = gateway.key) =>
  createOpenAICompatible({
    name: 'onefirewall',
    baseURL: gateway.baseUrl,
    apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
/** Parameters of ours go in as provider options. */
const options = (pii: string) => ({ onefirewall: { pii } });

const sent: string[] = [];
const sendMail = tool({
  description: 'Sends a mail',
  inputSchema: jsonSchema<{ to: string }>({ type: 'object', properties: { to: { type: 'string' } } }),
  execute: ({ to }) => {
    sent.push(to);
    return `sent to ${to}`;
  },
});

describe('ai with @ai-sdk/openai-compatible', () => {
  test('generateText, with values that come back', async () => {
    gateway.provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
    const model = provider()('my-team');
    const answer = await generateText({ model, prompt: PROMPT, providerOptions: options('obfuscate') });
    expect(answer.text).toBe(`Sure: ${PROMPT}`);
    expect(answer.finishReason).toBe('stop');
    expect(answer.usage).toMatchObject({ inputTokens: 11, outputTokens: 7 });
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });

  test('streamText, with usage and values that come back', async () => {
    gateway.provider.answerWith((request) => streamedText(`Sure: ${echoOf(request)}`, 2));
    const answer = streamText({ model: provider()('my-team'), prompt: PROMPT, providerOptions: options('obfuscate') });
    let text = '';
    for await (const piece of answer.textStream) text += piece;
    expect(text).toBe(`Sure: ${PROMPT}`);
    expect(await answer.finishReason).toBe('stop');
    expect(await answer.usage).toMatchObject({ inputTokens: 11, outputTokens: 7 });
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });

  test('tools run with the value, whole and streamed; the provider never sees it', async () => {
    for (const streamed of [false, true]) {
      sent.length = 0;
      gateway.provider.received.length = 0;
      gateway.provider.answerWith(
        (request) => toolAnswer(/\[EMAIL_\d+\]/.exec(request.text)?.[0] ?? 'nobody', streamed),
        (request) => (streamed ? streamedText : wholeAnswer)(`Done, ${echoOf(request)}`),
      );
      const call = {
        model: provider()('my-team'),
        prompt: PROMPT,
        providerOptions: options('obfuscate'),
        tools: { sendMail },
        stopWhen: stepCountIs(2),
      };
      const text = streamed ? await streamText(call).text : (await generateText(call)).text;
      expect(sent).toEqual([EMAIL]);
      expect(text).toBe(`Done, sent to ${EMAIL}`);
      expect(gateway.provider.received).toHaveLength(2);
      for (const request of gateway.provider.received) expect(request.text).not.toContain(EMAIL);
    }
  });

  test('structured output', async () => {
    gateway.provider.answerWith((request) =>
      wholeAnswer(JSON.stringify({ email: /\[EMAIL_\d+\]/.exec(request.text)?.[0] ?? 'none' })),
    );
    const schema = jsonSchema<{ email: string }>({ type: 'object', properties: { email: { type: 'string' } } });
    const answer = await generateText({
      model: provider()('my-team'),
      output: Output.object({ schema }),
      prompt: PROMPT,
      providerOptions: options('obfuscate'),
    });
    expect(answer.output).toEqual({ email: EMAIL });
    expect(gateway.provider.received[0]?.body.response_format).toMatchObject({ type: 'json_schema' });
  });

  test('a refusal is an APICallError, and is not retried', async () => {
    const model = provider()('my-team');
    const error = await generateText({ model, prompt: PROMPT, providerOptions: options('block') }).catch((e) => e);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ statusCode: 400, isRetryable: false });
    expect(error.message).toContain('personal data');
    expect(error.message).not.toContain(EMAIL);
    const wrongKey = await generateText({ model: provider('ofw_wrong')('my-team'), prompt: 'Hello' }).catch((e) => e);
    expect(wrongKey).toMatchObject({ statusCode: 401, isRetryable: false });
    expect(gateway.provider.received).toHaveLength(0);
    const refused = (await gateway.audit()).filter((row) => row.status === 400);
    expect(refused).toHaveLength(1);
  });

  test('a refused and a broken stream are errors of the stream', async () => {
    const errors = async (call: { pii: string }) => {
      const found: unknown[] = [];
      const answer = streamText({
        model: provider()('my-team'),
        prompt: PROMPT,
        providerOptions: options(call.pii),
        maxRetries: 0,
        onError: () => {},
      });
      for await (const part of answer.fullStream) if (part.type === 'error') found.push(part.error);
      return found;
    };
    expect(await errors({ pii: 'block' })).toEqual([expect.objectContaining({ statusCode: 400 })]);
    gateway.provider.answerWith(() => streamedAnswer([chunk({ content: 'Half' }), 20, 'break']));
    expect((await errors({ pii: 'obfuscate' })).length).toBeGreaterThan(0);
  });

  test('aborting stops the provider', async () => {
    const pieces = Array(200)
      .fill([chunk({ content: ' more' }), 100])
      .flat();
    gateway.provider.answerWith((_request, noteAbort) => streamedAnswer(pieces, noteAbort));
    const before = gateway.provider.aborted();
    const leave = new AbortController();
    const answer = streamText({
      model: provider()('my-team'),
      prompt: 'Tell me everything',
      abortSignal: leave.signal,
    });
    for await (const piece of answer.textStream) {
      expect(piece).toBe(' more');
      leave.abort();
    }
    await waitUntil('the provider is stopped', () => gateway.provider.aborted() > before);
    expect(gateway.provider.aborted()).toBe(before + 1);
  });
});

function toolAnswer(to: string, streamed: boolean): Response {
  const call = (args: string) => ({ id: 'call_1', type: 'function', function: { name: 'sendMail', arguments: args } });
  const args = JSON.stringify({ to });
  if (!streamed) return Response.json(completion({ content: null, tool_calls: [call(args)] }, 'tool_calls'));
  return streamedAnswer([
    chunk({ role: 'assistant', content: null, tool_calls: [{ index: 0, ...call('') }] }),
    ...Array.from(args, (letter) => chunk({ tool_calls: [{ index: 0, function: { arguments: letter } }] })),
    chunk({}, 'tool_calls'),
    USAGE_CHUNK,
    DONE,
  ]);
}
