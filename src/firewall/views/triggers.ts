import { DIGIT_WORDS } from './spoken-digits.ts';

/** Which views a text needs, so that plain text costs one short pass over its code units. */
export const NON_ASCII = 1;
/** `&`, `%`, `\` or `=`: perhaps an escape. */
export const ESCAPE = 2;
/** Five words of one or two characters in a row. */
export const SPELLED = 8;
/** A tag, a table cell, emphasis or code marks. */
export const MARKUP = 16;
export const LINE_END = 32;
export const DIGIT = 64;
export const AT_SIGN = 128;
/** Five words in a row that may each be a digit, by first letter and length. */
export const SPOKEN = 1 << 10;
/** A word that is read for the dot of an address. */
export const DOT_WORD = 1 << 11;
/** An opening bracket of any sort. */
export const BRACKET = 1 << 12;

/** Words for `.` when an address is read aloud, in the languages of our catalogue. */
export const DOT_WORDS = [
  'dot',
  'punto',
  'ponto',
  'punkt',
  'point',
  'punt',
  'punct',
  'kropka',
  'nokta',
  'piste',
  'prick',
] as const;

const SPELLED_RUN = 5;
const SPOKEN_RUN = 5;

/** By first letter (its low five bits), the lengths that words for digits have, one bit each; a single figure counts as well. */
const DIGIT_LENGTHS = new Uint16Array(32);
for (const word of DIGIT_WORDS) DIGIT_LENGTHS[word.charCodeAt(0) & 31]! |= 1 << word.length;

/** By the first two letters, five bits each, the lengths that words for the dot have, one bit each. */
const DOT_LENGTHS = new Uint8Array(1024);
for (const word of DOT_WORDS) DOT_LENGTHS[pairOf(word, 0)]! |= 1 << word.length;
const IS_DOT_WORD: ReadonlySet<string> = new Set(DOT_WORDS);

function pairOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

const WORD = 1 << 8;
/** Fifteen ASCII characters without three letters or digits in a row. */
const SPARSE = 1 << 9;
const CLASSES = new Uint16Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') CLASSES[character.charCodeAt(0)] = WORD;
for (const character of '0123456789') CLASSES[character.charCodeAt(0)] = WORD | DIGIT;
for (const character of '&%\\=') CLASSES[character.charCodeAt(0)] = ESCAPE;
for (const character of '<`*~|') CLASSES[character.charCodeAt(0)] = MARKUP;
for (const character of '<[({') CLASSES[character.charCodeAt(0)]! |= BRACKET;
// Control characters show nothing, like the characters beyond ASCII that hide between others; blanks and separators of lists do.
for (let code = 0; code < 0x20; code++) if (code < 0x09 || (code > 0x0d && code < 0x1c)) CLASSES[code] = NON_ASCII;
CLASSES[0x7f] = NON_ASCII;
CLASSES[0x0a] = LINE_END;
CLASSES[0x40] = AT_SIGN;

/**
 * The views a text needs. Without `personal` only `SPOKEN` and `DOT_WORD` may be missing, which views of personal data ask for, and `SPELLED`
 * where its views would find nothing: what is spelled is eight single characters or eight pairs, fifteen characters at least without a longer word.
 */
export function scanTriggers(text: string, personal = true): number {
  if (!personal) {
    const classes = scanClasses(text);
    if ((classes & (NON_ASCII | SPARSE)) === 0) return classes;
  }
  return scanWords(text);
}

/** The classes of the characters alone, without a look at words: exact for ASCII, and `NON_ASCII` for everything else. */
function scanClasses(text: string): number {
  let found = 0;
  let units = 0;
  // One bit for each of the last 32 characters: whether it belongs to a word. What stands before the text is taken for one.
  let words = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = CLASSES[unit & 0x7f]!;
    found |= kind;
    units |= unit;
    words = (words << 1) | ((kind >> 8) & 1);
    if ((words & (words >> 1) & (words >> 2) & 0x1fff) === 0) found |= SPARSE;
  }
  return units > 0x7f ? NON_ASCII : found & ~WORD;
}

function scanWords(text: string): number {
  let found = 0;
  let word = 0;
  let spelled = 0;
  let spoken = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = unit < 0x80 ? CLASSES[unit]! : NON_ASCII;
    found |= kind;
    if (kind & WORD) word++;
    else if (word !== 0) {
      // A blank after a blank, or a mark between blanks, does not end a series of short words; a longer word does.
      if (word > 2) spelled = 0;
      else if (++spelled === SPELLED_RUN) found |= SPELLED;
      if (word === 1 || (word < 16 && (DIGIT_LENGTHS[text.charCodeAt(i - word) & 31]! >> word) & 1)) {
        if (++spoken === SPOKEN_RUN) found |= SPOKEN;
      } else spoken = 0;
      if (word < 8 && (DOT_LENGTHS[pairOf(text, i - word)]! >> word) & 1) {
        if (IS_DOT_WORD.has(text.slice(i - word, i).toLowerCase())) found |= DOT_WORD;
      }
      word = 0;
    }
  }
  // A text may end with its last word. Letters beyond ASCII (`fünf`) cut words in pieces: there nothing can be ruled out.
  if (spoken === SPOKEN_RUN - 1 || found & NON_ASCII) found |= SPOKEN;
  return found & ~WORD;
}
