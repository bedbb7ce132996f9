import {
  baseOf,
  classOf,
  DIGIT,
  FOREIGN,
  LOWER,
  MARK,
  NEWLINE,
  PUNCTUATION,
  SPACE,
  UNDERSCORE,
  UPPER,
} from './characters.ts';

/** Shapes of a token. */
export const PUNCT = 0;
export const LOWERCASE = 1;
export const CAPITALISED = 2;
export const CAPITALS = 3;
export const INITIAL = 4;
/** Capitals inside a word that no name has: camelCase, iPhone. */
export const MIXED = 5;
export const NUMBER = 6;
/** Letters and digits: 12b, SW1A. */
export const ALPHANUMERIC = 7;
/** With an underscore, or a letter of another script. */
export const OTHER = 8;

/** What stands before a token. */
export const GLUED = 0;
export const SPACED = 1;
export const LINE_BREAK = 2;
export const BLANK_LINE = 3;

/** Tokens of one stretch of text; the arrays are reused from call to call. */
export interface Tokens {
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Of the word in lower case without accents; of a punctuation mark its code. */
  readonly hash: Int32Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  readonly flags: Uint16Array;
}

export const MOST_TOKENS = 4096;

export function newTokens(capacity: number = MOST_TOKENS): Tokens {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    shape: new Uint8Array(capacity),
    gap: new Uint8Array(capacity),
    flags: new Uint16Array(capacity),
  };
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** The hash `tokenise` gives a word, for building tables. */
export function hashWord(word: string): number {
  return hashSpan(word, 0, word.length);
}

/** The same of a stretch of text. */
export function hashSpan(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (classOf(code) !== MARK) hash = Math.imul(hash ^ baseOf(code), PRIME);
  }
  return hash;
}

/**
 * Cuts `text` from `from` on into tokens until the arrays are full or the text ends, and returns where it stopped. Letters, digits
 * and underscores run together; each punctuation mark is a token, a repeated one still one.
 */
export function tokenise(text: string, from: number, tokens: Tokens): number {
  const { start, end, hash, shape, gap } = tokens;
  const capacity = start.length;
  const length = text.length;
  let count = 0;
  let before = from === 0 ? BLANK_LINE : SPACED;
  let i = from;
  while (i < length && count < capacity) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === SPACE) {
      if (before === GLUED) before = SPACED;
      i++;
      continue;
    }
    if (kind === NEWLINE) {
      if (before >= LINE_BREAK) before = code === 10 && text.charCodeAt(i - 1) === 13 ? before : BLANK_LINE;
      else before = LINE_BREAK;
      i++;
      continue;
    }
    const first = i;
    start[count] = first;
    gap[count] = before;
    before = GLUED;
    if (kind === PUNCTUATION) {
      i++;
      while (i < length && text.charCodeAt(i) === code) i++;
      // An escaped line break, as JSON writes it, separates words like a real one.
      if (code === 92 && i === first + 1 && i < length) {
        const escaped = text.charCodeAt(i);
        if (escaped === 110 || escaped === 114 || escaped === 116) {
          i++;
          before = LINE_BREAK;
          continue;
        }
      }
      hash[count] = code;
      shape[count] = PUNCT;
      end[count] = i;
      count++;
      continue;
    }
    let value = SEED;
    let lowers = 0;
    let uppers = 0;
    let digits = 0;
    let strange = kind === FOREIGN;
    // How far in a capital stands after a small letter; -1 after O' or D'.
    let inner = 0;
    let at = kind;
    let unit = code;
    for (;;) {
      if (at === LOWER) lowers++;
      else if (at === UPPER) {
        uppers++;
        if (lowers > 0) inner = i - first;
      } else if (at === DIGIT) digits++;
      else if (at === UNDERSCORE) strange = true;
      if (at !== MARK) value = Math.imul(value ^ baseOf(unit), PRIME);
      i++;
      // Most of most texts: small letters without accents, which are their own base.
      while (i < length && kind !== FOREIGN) {
        unit = text.charCodeAt(i);
        if (unit < 97 || unit > 122) break;
        value = Math.imul(value ^ unit, PRIME);
        lowers++;
        i++;
      }
      if (i >= length) break;
      unit = text.charCodeAt(i);
      at = classOf(unit);
      if (at === SPACE || at === NEWLINE || (at === FOREIGN) !== (kind === FOREIGN)) break;
      if (at === PUNCTUATION) {
        // An O or D with an apostrophe before a capital is part of the name; an article before it and a genitive after it are not.
        if ((unit !== 39 && unit !== 0x2019) || !joinsName(text, first, i)) break;
        inner = -1;
        i++;
        unit = text.charCodeAt(i);
        at = UPPER;
      }
    }
    hash[count] = value;
    end[count] = i;
    if (strange) shape[count] = OTHER;
    else if (digits > 0) shape[count] = lowers + uppers > 0 ? ALPHANUMERIC : NUMBER;
    else if (uppers === 0) shape[count] = LOWERCASE;
    else if (lowers === 0) shape[count] = uppers === 1 ? INITIAL : CAPITALS;
    else if (kind !== UPPER) shape[count] = MIXED;
    else if (uppers === 1 || inner === -1) shape[count] = CAPITALISED;
    else shape[count] = uppers === 2 && namePrefix(text, first, inner) ? CAPITALISED : MIXED;
    count++;
    if (at === SPACE && count < capacity) {
      before = SPACED;
      i++;
    }
  }
  tokens.count = count;
  return i;
}

function joinsName(text: string, first: number, apostrophe: number): boolean {
  if (apostrophe - first !== 1) return false;
  const letter = text.charCodeAt(first);
  if (letter !== 79 && letter !== 68) return false;
  return classOf(text.charCodeAt(apostrophe + 1)) === UPPER;
}

/** Whether the second capital follows a part that Scottish, Irish and Italian names begin with. */
function namePrefix(text: string, start: number, length: number): boolean {
  const prefix = text.slice(start, start + length);
  return (
    prefix === 'Mc' || prefix === 'Mac' || prefix === 'De' || prefix === 'La' || prefix === 'Fitz' || prefix === 'Di'
  );
}
