import { isObject, type JsonObject, type JsonValue } from '../../../src/chat/json.ts';

/** Ways in which servers write the same events. */
export interface Framing {
  readonly name: string;
  readonly write: (chunks: readonly (JsonObject | string)[]) => string;
}

const event = (chunk: JsonObject | string): string =>
  typeof chunk === 'string' ? `${chunk}\n\n` : `data: ${JSON.stringify(chunk)}\n\n`;
const DONE = 'data: [DONE]\n\n';

export const plainFraming: Framing = { name: 'LF', write: (chunks) => chunks.map(event).join('') + DONE };

const respelled = (name: string, respell: (text: string) => string): Framing => ({
  name,
  write: (chunks) => respell(plainFraming.write(chunks)),
});

export const FRAMINGS: readonly Framing[] = [
  plainFraming,
  respelled('CRLF', (text) => text.replaceAll('\n', '\r\n')),
  respelled('CR', (text) => text.replaceAll('\n', '\r')),
  respelled('no blank after data:', (text) => text.replaceAll('data: ', 'data:')),
  respelled(
    'a BOM, ids and event names',
    (text) => `\uFEFF${text.replaceAll('data: ', 'id: 7\nevent: message\ndata: ')}`,
  ),
  respelled('comments and retry lines', (text) => text.replaceAll('data: ', ': ping\nretry: 10\n:\n\ndata: ')),
  respelled('several data lines, CRLF', (text) =>
    text.replaceAll(/,"(choices|object|delta|usage|index)"/g, '\ndata: ,\ndata: "$1"').replaceAll('\n', '\r\n'),
  ),
  respelled('every character escaped that may be', (text) =>
    text.replaceAll(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  respelled('no [DONE]', (text) => text.replace(DONE, '')),
  respelled('no last line end', (text) => text.slice(0, -2)),
];

/** The same deltas with one character in each: texts of a chunk are spread over chunks of their own. */
export function oneCharacterEach(chunks: readonly (JsonObject | string)[]): (JsonObject | string)[] {
  return chunks.flatMap((chunk): (JsonObject | string)[] => (typeof chunk === 'string' ? [chunk] : spread(chunk)));
}

function spread(chunk: JsonObject): JsonObject[] {
  const { length } = longestText(chunk);
  if (length < 2) return [chunk];
  return Array.from({ length }, (_unused, i) => {
    const copy = cutTexts(chunk, i) as JsonObject;
    if (i < length - 1) for (const choice of copy.choices as JsonObject[]) choice.finish_reason = null;
    return copy;
  });
}

const TEXTS: ReadonlySet<string> = new Set([
  'content',
  'refusal',
  'reasoning',
  'reasoning_content',
  'text',
  'arguments',
  'transcript',
]);

function longestText(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return longest(value.map(longestText));
  if (!isObject(value)) return '';
  return longest(
    Object.entries(value).map(([key, inner]) =>
      TEXTS.has(key) && typeof inner === 'string' ? inner : longestText(inner),
    ),
  );
}

const longest = (texts: readonly string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a), '');

/** The chunk with only character `at` of each of its texts; what is said once (names, ids) is in the first. */
function cutTexts(value: JsonValue | undefined, at: number): JsonValue {
  if (Array.isArray(value)) return value.map((inner) => cutTexts(inner, at));
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => at === 0 || (key !== 'id' && key !== 'name' && key !== 'role') || 'choices' in value)
      .map(([key, inner]) => [
        key,
        TEXTS.has(key) && typeof inner === 'string' ? inner.charAt(at) : cutTexts(inner, at),
      ]),
  );
}
