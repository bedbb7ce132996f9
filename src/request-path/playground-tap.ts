import { isObject, type JsonObject, type JsonValue } from '../chat/json.ts';
import { createEventReader } from '../chat/sse.ts';
import type { PlaygroundDelta } from '../contract/playground.ts';
import type { HttpBody } from '../platform/http-reply.ts';
import type { UpstreamReply } from '../providers/provider.ts';

/** What a model has said and nobody has told yet. */
export type RawDeltas = PlaygroundDelta[];

/** A provider's reply, unchanged, with its text copied into `raw` before anything is restored in it. */
export function tapReply(reply: UpstreamReply, raw: RawDeltas): UpstreamReply {
  if (reply.kind === 'answer') raw.push(...deltasOfAnswer(reply.body));
  if (reply.kind !== 'stream') return reply;
  return { ...reply, body: tapStream(reply.body, raw) };
}

/** Longer events are passed and not copied (UTF-16 units). */
const MAX_EVENT_LENGTH = 1024 * 1024;

function tapStream(body: HttpBody, raw: RawDeltas): ReadableStream<Uint8Array | string> {
  const reader = body.getReader();
  const events = createEventReader(MAX_EVENT_LENGTH);
  let listening = true;
  return new ReadableStream<Uint8Array | string>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        if (listening) listening = copyDeltas(events.push.bind(events, value), raw);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead of whoever restores.
    { highWaterMark: 0 },
  );
}

/** False where the stream cannot be read: what becomes of it is not for us to say. */
function copyDeltas(read: () => readonly { readonly data: string }[], raw: RawDeltas): boolean {
  try {
    for (const { data } of read()) {
      if (data === '[DONE]') continue;
      const chunk: unknown = JSON.parse(data);
      if (isObject(chunk)) raw.push(...deltasOfChunk(chunk));
    }
    return true;
  } catch {
    return false;
  }
}

export const deltasOfChunk = (chunk: JsonObject): PlaygroundDelta[] => deltasOf(chunk, 'delta');

export const deltasOfAnswer = (answer: JsonObject): PlaygroundDelta[] => deltasOf(answer, 'message');

/** The first choice's: the playground asks for no others. */
function deltasOf({ choices }: JsonObject, part: 'delta' | 'message'): PlaygroundDelta[] {
  const first = Array.isArray(choices) ? choices.find((choice) => isObject(choice) && (choice.index ?? 0) === 0) : null;
  const said = isObject(first) ? first[part] : null;
  if (!isObject(said)) return [];
  const fields: readonly (readonly [PlaygroundDelta['field'], JsonValue | undefined])[] = [
    ['reasoning', said.reasoning_content ?? said.reasoning],
    ['content', said.content],
    ['refusal', said.refusal],
  ];
  return fields.flatMap(([field, text]) => (typeof text === 'string' && text !== '' ? [{ field, text }] : []));
}
