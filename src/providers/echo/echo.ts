import { expandRequest } from '../../chat/deferred-json.ts';
import { isObject, type JsonObject, type JsonValue } from '../../chat/json.ts';
import type { InspectedRequest } from '../../firewall/inspected-request.ts';
import type { Provider, UpstreamReply } from '../provider.ts';

/**
 * A provider without a network: it answers with what a provider would have received. `choices[0].message.content` repeats the
 * last user message, so a caller gets his own values back; `upstream` beside `choices` is the request as it would have left.
 * Restoration writes to `choices` only, so placeholders stay visible in `upstream`.
 */
export function createEcho(name: string): Provider {
  return {
    name,
    canSearchWeb: false,
    async send(request, options): Promise<UpstreamReply> {
      const answer = answerFor(request, options.model);
      if (!options.stream) return { kind: 'answer', headers: new Headers(), body: answer };
      const headers = new Headers({ 'content-type': 'text/event-stream' });
      return { kind: 'stream', headers, body: streamOf(answer), abort: () => {} };
    },
  };
}

function answerFor(request: InspectedRequest, model: string): JsonObject {
  const body = expandRequest(request.body);
  const content = `You said: ${lastUserText(body)}`;
  const promptTokens = estimateTokens(JSON.stringify(body.messages));
  const completionTokens = estimateTokens(content);
  return {
    id: `chatcmpl-${crypto.randomUUID().replaceAll('-', '')}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' },
    ],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
    upstream: { ...body, model },
  };
}

function streamOf(answer: JsonObject): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { choices, usage, upstream, ...rest } = answer;
  const head = { ...rest, object: 'chat.completion.chunk' };
  const first = Array.isArray(choices) ? choices[0] : undefined;
  const message = isObject(first) && isObject(first.message) ? first.message : {};
  const content = typeof message.content === 'string' ? message.content : '';
  function* events(): Generator<string> {
    const chunk = (delta: JsonObject, finish: string | null, more: JsonObject = {}) =>
      `data: ${JSON.stringify({ ...head, ...more, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`;
    yield chunk({ role: 'assistant', content: '' }, null, { upstream: upstream ?? null });
    for (const piece of pieces(content)) yield chunk({ content: piece }, null);
    yield chunk({}, 'stop');
    yield `data: ${JSON.stringify({ ...head, choices: [], usage: usage ?? null })}\n\n`;
    yield 'data: [DONE]\n\n';
  }
  const source = events();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

/** Cuts where a model's tokens might be cut: every four characters, without splitting a surrogate pair. */
function* pieces(text: string): Generator<string> {
  const points = Array.from(text);
  for (let i = 0; i < points.length; i += 4) yield points.slice(i, i + 4).join('');
}

function lastUserText(body: Readonly<JsonObject>): string {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  for (let i = messages.length - 1; i >= 0; i--) {
    const message = messages[i];
    if (isObject(message) && message.role === 'user') return textOf(message.content);
  }
  return '';
}

function textOf(content: JsonValue | undefined): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => (isObject(part) && typeof part.text === 'string' ? part.text : ''))
    .filter((text) => text !== '')
    .join('\n');
}

/** About four characters a token: an estimate for a provider that has no tokenizer. */
const estimateTokens = (text: string): number => Math.ceil(text.length / 4);
