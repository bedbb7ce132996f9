import { isObject, type JsonObject, type JsonValue } from '../../chat/json.ts';
import type { PlaceholderMap } from '../../firewall/placeholder.ts';
import { encodeUtf8 } from '../../platform/utf8.ts';
import type { ValuePortion, WorkerDocument } from './worker-messages.ts';

/** The fields a provider's adapter looks at or changes (providers/openai-compatible/quirks.ts); `messages` goes a way of its own. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'model',
  'stream',
  'stream_options',
  'max_tokens',
  'max_completion_tokens',
  'response_format',
  'plugins',
  'web_search_options',
]);

/** JSON of more characters than this is not taken apart on the main thread. */
const SMALL = 2048;

/** A masked body in the parts the main thread gets. Run in the worker. */
export function splitDocument(body: JsonObject): Omit<WorkerDocument, 'values'> {
  const small: string[] = [];
  const large: [string, Uint8Array<ArrayBuffer>][] = [];
  const rest: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || name === 'messages') continue;
    const json = JSON.stringify(value);
    if (!LOOKED_AT.has(name)) rest.push(`${JSON.stringify(name)}:${json}`);
    else if (json.length <= SMALL) small.push(`${JSON.stringify(name)}:${json}`);
    else large.push([name, encodeUtf8(json)]);
  }
  const messages = body.messages ?? [];
  return {
    small: `{${small.join(',')}}`,
    large,
    messages: encodeUtf8(JSON.stringify(messages)),
    asSystem: hasDeveloper(messages) ? encodeUtf8(JSON.stringify(asSystem(messages))) : undefined,
    rest: rest.length === 0 ? undefined : encodeUtf8(rest.join(',')),
  };
}

/** The buffers of a document, to be handed over instead of copied. */
export function buffersOf({ large, messages, asSystem: other, rest }: Omit<WorkerDocument, 'values'>): ArrayBuffer[] {
  return [messages, other, rest, ...large.map(([, bytes]) => bytes)].flatMap((bytes) =>
    bytes === undefined ? [] : [bytes.buffer],
  );
}

const isDeveloper = (message: JsonValue): message is JsonObject => isObject(message) && message.role === 'developer';

const hasDeveloper = (messages: JsonValue): boolean => Array.isArray(messages) && messages.some(isDeveloper);

const asSystem = (messages: JsonValue): JsonValue =>
  Array.isArray(messages)
    ? messages.map((message) => (isDeveloper(message) ? { ...message, role: 'system' } : message))
    : messages;

/** One portion holds this many strings, or this many characters and one string more. */
const PORTION_STRINGS = 2000;
const PORTION_LENGTH = 256 * 1024;

/** The placeholders in portions; at least one. */
export function* valuePortions({ values, destinations }: PlaceholderMap): Generator<ValuePortion, void> {
  let portion = { values: [] as string[], destinations: [] as string[] };
  let size = 0;
  const isFull = (added: number): boolean => {
    size += added;
    return size > PORTION_LENGTH || portion.values.length + portion.destinations.length >= PORTION_STRINGS;
  };
  for (const [name, value] of values) {
    portion.values.push(name, value);
    if (!isFull(value.length)) continue;
    yield { ...portion, last: false };
    portion = { values: [], destinations: [] };
    size = 0;
  }
  for (const destination of destinations) {
    portion.destinations.push(destination);
    if (!isFull(destination.length)) continue;
    yield { ...portion, last: false };
    portion = { values: [], destinations: [] };
    size = 0;
  }
  yield { ...portion, last: true };
}
