import { deferredBytes } from '../../chat/deferred-json.ts';
import type { JsonObject } from '../../chat/json.ts';
import { listTextSlots } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import type { PlaceholderMap } from '../placeholder.ts';

/** What stood in the request, in any text of it or behind a placeholder: an answer that repeats it says nothing new. */
export interface OwnValues {
  has(kind: Kind, value: string): boolean;
}

/** Bytes of large requests that are searched for the values of one answer; whatever is found after that counts as the model's. */
const MOST_SEARCHED = 2 * 1024 * 1024 * 1024;

/**
 * Looks a value up in the request as it was sent, and in the values that were masked. Nothing is prepared before the first question. Large
 * requests are kept as bytes: there a value is found in the spelling of the request only.
 */
export function createOwnValues(body: Readonly<JsonObject>, map: PlaceholderMap): OwnValues {
  const known = new Map<string, boolean>();
  let texts: OwnTexts | undefined;
  let searched = 0;

  const inBytes = (value: string): boolean => {
    const needle = Buffer.from(JSON.stringify(value).slice(1, -1));
    for (const bytes of deferredBytes(body)) {
      searched += bytes.length;
      if (searched > MOST_SEARCHED) return false;
      if (holdsWord(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), needle)) return true;
    }
    return false;
  };

  return {
    has(kind, value) {
      const key = `${kind} ${value}`;
      let own = known.get(key);
      if (own === undefined) {
        texts ??= readTexts(body, map);
        own = isIn(texts, kind, value) || (map.values.size > MANY_VALUES && isValueOf(map, value)) || inBytes(value);
        known.set(key, own);
      }
      return own;
    },
  };
}

interface OwnTexts {
  /** Lower case, blanks folded. */
  readonly words: string;
  /** Letters and digits only. */
  readonly signs: string;
}

/** Values of a request that is so large are compared as they are written. */
const MANY_VALUES = 2000;

function isValueOf(map: PlaceholderMap, value: string): boolean {
  for (const own of map.values.values()) if (own.includes(value)) return true;
  return false;
}

function readTexts(body: Readonly<JsonObject>, map: PlaceholderMap): OwnTexts {
  const texts = map.values.size > MANY_VALUES ? [] : [...map.values.values()];
  // Only strings are read; nothing of the sealed request is changed.
  for (const { kind, text } of listTextSlots(body as JsonObject).slots) if (kind === 'text') texts.push(text);
  const words = folded(texts.join('\n'));
  return { words, signs: signsOf(words) };
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
const signsOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

const LEAST_DIGITS = 5;
/** Digits of a telephone number without its country code. */
const LOCAL_NUMBER = 8;
const NAMES: ReadonlySet<string> = new Set(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION']);

function isIn({ words, signs }: OwnTexts, kind: Kind, value: string): boolean {
  const wanted = folded(value).trim();
  if (wanted === '' || hasWord(words, wanted)) return true;
  // Numbers are written with other blanks and punctuation, telephone numbers with and without the country.
  const digits = wanted.replaceAll(/\D/g, '');
  if (digits.length >= LEAST_DIGITS && kind !== 'SECRET' && signs.includes(signsOf(wanted))) return true;
  if (kind === 'PHONE' && digits.length > LOCAL_NUMBER && signs.includes(digits.slice(-LOCAL_NUMBER))) return true;
  if (!NAMES.has(kind)) return false;
  const parts = wanted.split(/[^\p{L}\p{N}'’-]+/u).filter((part) => part.length > 2);
  return parts.length > 0 && parts.every((part) => hasWord(words, part));
}

/** Whether a text holds another as a whole word. */
function hasWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!SIGN.test(text.charAt(at - 1)) && !SIGN.test(text.charAt(at + wanted.length))) return true;
  }
  return false;
}

const SIGN = /[\p{L}\p{N}]/u;

/** The same in UTF-8, where a byte of a character outside ASCII counts as part of a word. */
function holdsWord(bytes: Buffer, wanted: Buffer): boolean {
  for (
    let at = bytes.indexOf(wanted), tries = 0;
    at !== -1 && tries < 100;
    at = bytes.indexOf(wanted, at + 1), tries++
  ) {
    const begins = !isSignByte(bytes[at - 1]) || isEscape(bytes[at - 2], bytes[at - 1]);
    if (begins && !isSignByte(bytes[at + wanted.length])) return true;
  }
  return false;
}

/** The end of a line is written `\\n` in JSON. */
const isEscape = (one: number | undefined, other: number | undefined): boolean =>
  one === 0x5c && (other === 0x6e || other === 0x72 || other === 0x74);

const isSignByte = (byte: number | undefined): boolean =>
  byte !== undefined &&
  (byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
