import { isObject, type JsonObject } from '../chat/json.ts';
import type { StreamedBody } from './chat-reply.ts';

/** A provider that was asked for a stream and gave a whole answer: the client gets events all the same. `comment` is the receipt. */
export function asStream(
  answer: JsonObject,
  { includeUsage, comment }: { readonly includeUsage: boolean; readonly comment: string },
): StreamedBody {
  const { choices, usage, ...rest } = answer;
  const head = { ...rest, object: 'chat.completion.chunk' };
  const deltas = (Array.isArray(choices) ? choices : []).filter(isObject).flatMap((choice) => {
    const { message, finish_reason: finish, index = 0, logprobs = null } = choice;
    return [
      { ...head, choices: [{ index, delta: withToolIndexes(message), logprobs, finish_reason: null }] },
      { ...head, choices: [{ index, delta: {}, logprobs: null, finish_reason: finish ?? 'stop' }] },
    ];
  });
  const events: JsonObject[] = [...deltas];
  if (includeUsage && isObject(usage)) events.push({ ...head, choices: [], usage });
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  const body = new Blob([`: connected\n\n${text}${comment}data: [DONE]\n\n`]);
  const response = (ended: () => void): ReadableStream<Uint8Array> => {
    ended();
    return body.stream();
  };
  return { response, reader: () => body.stream() };
}

/** Deltas number their tool calls, whole messages do not. */
function withToolIndexes(message: JsonObject[string]): JsonObject {
  if (!isObject(message)) return {};
  if (!Array.isArray(message.tool_calls)) return message;
  return {
    ...message,
    tool_calls: message.tool_calls.map((call, index) => (isObject(call) ? { index, ...call } : call)),
  };
}
