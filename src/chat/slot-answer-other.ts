import type { AnswerField, AnswerText } from './answer-text.ts';
import { isObject, type JsonObject, type JsonValue, MAX_ANSWER_DEPTH } from './json.ts';

/** What the strings below a field of an answer belong to. */
export interface OtherMeaning {
  readonly field: AnswerField;
  /** Where it stands: the beginning of each text's key. */
  readonly path: string;
  readonly tool?: string | undefined;
}

/**
 * Every string in a value whose shape is not known here: citations, search results, what a provider adds tomorrow. Each is complete in
 * itself, because only fields that are known are streamed in pieces.
 */
export function addOther(
  texts: AnswerText[],
  holder: JsonObject | JsonValue[],
  name: string | number,
  meaning: OtherMeaning,
): void {
  addValue(texts, holder, name, { ...meaning, depth: 0, link: isAddress(name) });
}

/** The same for each field of an object but some. */
export function addOtherFields(
  texts: AnswerText[],
  holder: JsonObject,
  meaning: OtherMeaning,
  known: ReadonlySet<string>,
): void {
  for (const name in holder) {
    if (!known.has(name)) addOther(texts, holder, name, { ...meaning, path: `${meaning.path}.${name}` });
  }
  addNames(texts, holder, known);
}

/** Ids, types and words of a protocol: no text of a model, and a client matches them with what it has. */
const WORDS: ReadonlySet<string> = new Set(['id', 'type', 'role', 'index', 'object', 'format', 'mime_type', 'status']);

/**
 * A string that the provider makes, or gives back as the caller sent it: an id made of the caller's (vLLM's `request_id`), the name of a tool, a
 * stop sequence. Only a placeholder as it was issued is one there.
 */
export function addEcho(
  texts: AnswerText[],
  holder: JsonObject | JsonValue[],
  name: string | number,
  path: string,
): void {
  const text = (holder as Record<string | number, JsonValue | undefined>)[name];
  if (typeof text === 'string' && text.includes('['))
    texts.push({ field: 'echo', key: `echo ${path}`, tool: undefined, text, holder, name, whole: true });
}

/** The names of fields, which come back as the caller sent them (`metadata`). After the fields themselves, which are found by their names. */
function addNames(texts: AnswerText[], holder: JsonObject, known: ReadonlySet<string>): void {
  for (const name in holder) {
    if (!name.includes('[') || known.has(name)) continue;
    texts.push({
      field: 'echo',
      key: `echo ${name}`,
      tool: undefined,
      text: name,
      holder,
      name,
      whole: true,
      isName: true,
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

interface OtherPlace extends OtherMeaning {
  readonly depth: number;
  readonly link: boolean;
}

function addValue(
  texts: AnswerText[],
  holder: JsonObject | JsonValue[],
  name: string | number,
  place: OtherPlace,
): void {
  const value = (holder as Record<string | number, JsonValue | undefined>)[name];
  if (typeof value === 'string') {
    if (value === '' || isOpaque(value, name)) return;
    if (typeof name === 'string' && WORDS.has(name)) {
      addEcho(texts, holder, name, place.path);
      return;
    }
    const { field, path, tool } = place;
    const link = place.link || LIKE_ADDRESS.test(value);
    texts.push({ field, key: path, tool, text: value, holder, name, whole: true, ...(link ? { link } : {}) });
  } else if (place.depth >= MAX_ANSWER_DEPTH) return;
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++)
      addValue(texts, value, i, { ...place, path: `${place.path}.${i}`, depth: place.depth + 1 });
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      addValue(texts, value, key, {
        ...place,
        path: `${place.path}.${key}`,
        depth: place.depth + 1,
        link: place.link || isAddress(key),
      });
    }
    addNames(texts, value, NONE);
  }
}

/** `//host/path` and `host.tld/path`: lists of sources are addresses without saying so. */
const LIKE_ADDRESS = /^(?:\/\/|[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}[/?])\S*$/;

/** `url`, `image_url`, `file_uri`, `href`, `src`. */
const isAddress = (name: string | number): boolean =>
  typeof name === 'string' && /(?:^|[_-])(?:ur[il]s?|href|src|links?)$/i.test(name);

/** Signatures, encrypted reasoning and media: bytes that must stay as they are. */
function isOpaque(text: string, name: string | number): boolean {
  if (typeof name === 'string' && /(?:signature|encrypted_content|b64_json)$/.test(name) && isBase64(text)) return true;
  if (text.startsWith('data:')) return /^data:[^,]{0,200};base64,/i.test(text);
  return text.length >= 512 && isBase64(text);
}

/** In either alphabet (RFC 4648, sections 4 and 5). */
export const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
