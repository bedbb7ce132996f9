import { isDigit } from './digit-runs.ts';

/**
 * Words that tell what a value is: `Phone:`, `"dateOfBirth"`, `n° de téléphone`, `电话`. A form that is ambiguous alone
 * counts only near such a word. Works on a bounded window and allocates only for the words in it.
 */
export interface ContextWords {
  readonly whole: ReadonlySet<string>;
  /** First word of a phrase to the remaining words of each phrase that begins with it. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Beginnings of words, by length: German and Nordic compounds, endings of inflected languages. */
  readonly stems: readonly { readonly length: number; readonly starts: ReadonlySet<string> }[];
  /** Words of scripts written without spaces, looked for anywhere. */
  readonly unspaced: readonly string[];
  /** By hash: 1 where a word or the head of a phrase may end, 2 where a stem may. A word that hits neither is not looked at further. */
  readonly hints: Uint8Array;
}

/** Before the value is where a label stands; after it is weaker evidence. */
export type ContextStrength = 0 | 1 | 2;

const DEFAULT_WINDOW = 60;
const LABEL_REACH = 48;

/** Compiles words separated by `|`. `phone*` matches any word that begins so; a phrase has single blanks; case does not matter. */
export function contextWords(list: string): ContextWords {
  const whole = new Set<string>();
  const phrases = new Map<string, string[][]>();
  const stems = new Map<number, Set<string>>();
  const unspaced: string[] = [];
  for (const raw of list.split('|')) {
    const word = raw.trim().toLowerCase();
    if (word === '') continue;
    if (isUnspaced(word.charCodeAt(0))) unspaced.push(word);
    else if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      stems.set(stem.length, (stems.get(stem.length) ?? new Set()).add(stem));
    } else if (word.includes(' ')) {
      const [head = '', ...rest] = word.split(' ');
      phrases.set(head, [...(phrases.get(head) ?? []), rest]);
    } else whole.add(word);
  }
  const hints = new Uint8Array(HINTS);
  for (const word of [...whole, ...phrases.keys()]) addHint(hints, word, 1);
  for (const starts of stems.values()) for (const stem of starts) addHint(hints, stem, 2);
  return { whole, phrases, unspaced, hints, stems: [...stems].map(([length, starts]) => ({ length, starts })) };
}

/** Whether one of the words stands near `[start, end)`: within `window` before it, or a third of that after it. */
export function hasContext(
  text: string,
  start: number,
  end: number,
  words: ContextWords,
  window = DEFAULT_WINDOW,
): boolean {
  return contextStrength(text, start, end, words, window) > 0;
}

/** As hasContext, telling before (2) from after (1). */
export function contextStrength(
  text: string,
  start: number,
  end: number,
  words: ContextWords,
  window = DEFAULT_WINDOW,
): ContextStrength {
  if (wordsWithin(text, contextStart(text, start, window), start, words)) return 2;
  return contextAfter(text, end, words, Math.ceil(window / 3)) ? 1 : 0;
}

/** Whether one of the words stands behind a value that ends at `end`, in the same sentence and not as the label of the next. */
export function contextAfter(text: string, end: number, words: ContextWords, reach = DEFAULT_WINDOW / 3): boolean {
  const limit = afterEnd(text, end, reach);
  return limit > end && wordsWithin(text, end, limit, words);
}

const HINTS = 8192;

function addHint(hints: Uint8Array, word: string, bit: number): void {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = (Math.imul(hash, 31) + foldCode(word.charCodeAt(index))) | 0;
  hints[hash & (HINTS - 1)] = (hints[hash & (HINTS - 1)] ?? 0) | bit;
}

/** Small letters for the capitals of ASCII, Latin-1, Greek and Cyrillic; close enough for a hint elsewhere. */
function foldCode(code: number): number {
  if (code < 128) return code | 32;
  const capital =
    (code >= 0xc0 && code <= 0xde) || (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f);
  return capital ? code + 32 : code < 0x180 && code >= 0x100 ? code | 1 : code;
}

/** Whether one of the words stands in `[from, to)`. A word cut by either end does not count. */
export function wordsWithin(text: string, from: number, to: number, words: ContextWords): boolean {
  const { hints } = words;
  let dense = false;
  let index = from;
  if (from > 0 && isLetter(text.charCodeAt(from - 1))) while (index < to && isLetter(text.charCodeAt(index))) index++;
  while (index < to) {
    let code = text.charCodeAt(index);
    if (!isLetter(code)) {
      index++;
      continue;
    }
    const begin = index;
    let hash = 0;
    let hint = 0;
    for (;;) {
      if (code > 0xdff && isUnspaced(code)) dense = true;
      hash = (Math.imul(hash, 31) + foldCode(code)) | 0;
      hint |= hints[hash & (HINTS - 1)]!;
      const before = code;
      code = text.charCodeAt(++index);
      if (code >= 97 && code <= 122) continue;
      if (code <= 64 || !isLetter(code) || (code <= 90 && before >= 97 && before <= 122)) break;
    }
    hint = (hint & 2) | (hints[hash & (HINTS - 1)]! & 1);
    if (index > to) break;
    // Behind a digit they are letters of a code or a hash: 9f7cc1.
    if (hint !== 0 && !isDigit(text.charCodeAt(begin - 1)) && wordMatches(text, begin, index, to, words)) return true;
  }
  if (dense && words.unspaced.length > 0) {
    const slice = text.slice(from, to);
    for (const word of words.unspaced) if (slice.includes(word)) return true;
  }
  return false;
}

function wordMatches(text: string, begin: number, end: number, to: number, words: ContextWords): boolean {
  const word = text.slice(begin, end).toLowerCase();
  if (words.whole.has(word)) return true;
  for (const { length, starts } of words.stems) {
    if (word.length >= length && starts.has(word.slice(0, length))) return true;
  }
  const tails = words.phrases.get(word);
  return tails?.some((tail) => followedBy(text, end, to, tail)) ?? false;
}

/** Whether the next words are those of the tail, with no more than three other characters before each. */
function followedBy(text: string, end: number, to: number, tail: readonly string[]): boolean {
  let index = end;
  for (const word of tail) {
    let skipped = 0;
    while (skipped < 3 && index < to && !isLetter(text.charCodeAt(index)) && !isDigit(text.charCodeAt(index))) {
      index++;
      skipped++;
    }
    // `a/c`, `D.O.B.`: single letters with one mark between, not the words of a sentence.
    if (word.length === 1 && (skipped !== 1 || text.charCodeAt(index - 1) === 32)) return false;
    const stop = index + word.length;
    if (stop > to || text.slice(index, stop).toLowerCase() !== word) return false;
    if (isLetter(text.charCodeAt(stop)) && !isHump(text, stop)) return false;
    index = stop;
  }
  return true;
}

// Words that say nothing about what the value is: behind them the words further left decide.
const NEUTRAL = new Set(
  'number numbers no nr num value is are at the following here it this this: my our your their his her new old current home work main primary text content data input message user to and or as with on below listed these nummer numero número numéro'.split(
    ' ',
  ),
);

/**
 * Where the words that may name the value begin. A blank line ends the window. A short label of its own (`Order no: 12345`)
 * keeps the labels of earlier values out.
 */
export function contextStart(text: string, start: number, window = DEFAULT_WINDOW): number {
  const low = Math.max(0, start - window);
  let from = start;
  while (from > low && !(text.charCodeAt(from - 1) === 10 && isBlankLineEnd(text, from - 1))) from--;
  const label = labelStart(text, start);
  return Math.max(label, from);
}

function isBlankLineEnd(text: string, newline: number): boolean {
  const before = text.charCodeAt(newline - 1);
  return before === 10 || (before === 13 && text.charCodeAt(newline - 2) === 10);
}

/** Start of the value's own label, or -1 where there is none that decides. */
function labelStart(text: string, start: number): number {
  const low = Math.max(0, start - LABEL_REACH);
  let index = start;
  while (index > low && isDecoration(text.charCodeAt(index - 1))) index--;
  if (index === low) return -1;
  const mark = text.charCodeAt(index - 1);
  if (mark !== 58 && mark !== 61 && mark !== 0xff1a) return -1;
  const end = --index;
  while (index > low && !endsLabel(text.charCodeAt(index - 1))) index--;
  if (index === low && low > 0) return -1;
  let letters = 0;
  let blanks = 0;
  for (let at = index; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) letters++;
    else if (code === 32 && at > index) blanks++;
  }
  if (letters === 0 || blanks > 3) return -1;
  const neutral = text
    .slice(index, end)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || NEUTRAL.has(word));
  return neutral ? -1 : index;
}

/** Blanks, quotes, brackets and emphasis that may stand between a label and its value. */
function isDecoration(code: number): boolean {
  return (
    code === 32 ||
    code === 34 ||
    code === 39 ||
    code === 40 ||
    code === 42 ||
    code === 43 ||
    code === 91 ||
    code === 92 ||
    code === 96 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x201c ||
    code === 0x2019
  );
}

/** Newline, comma, semicolon, bar, opening bracket: what stands before it belongs to another value. */
function endsLabel(code: number): boolean {
  return code === 10 || code === 44 || code === 59 || code === 124 || code === 40 || code === 123 || code === 38;
}

/** The words after a value reach to the end of the sentence or line, and not to the next label. */
function afterEnd(text: string, end: number, reach: number): number {
  const high = Math.min(text.length, end + reach);
  let index = end;
  while (index < high) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 59 || code === 124 || (code === 46 && text.charCodeAt(index + 1) === 32)) break;
    if (code === 58 || code === 61 || code === 0xff1a) {
      while (index > end && !endsLabel(text.charCodeAt(index - 1))) index--;
      break;
    }
    index++;
  }
  return index;
}

/** ASCII letters and everything beyond ASCII that is not a general space or mark. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x206f) && !isWidePunctuation(code);
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3020) || (code >= 0xff00 && code <= 0xff20);
}

/** Thai, Han, kana: words follow each other without a blank. */
function isUnspaced(code: number): boolean {
  return (code >= 0x2e80 && code < 0xac00) || (code >= 0xe00 && code < 0xe80) || (code >= 0xf900 && code < 0xfb00);
}

/** `phoneNumber`, `userDOB`: a capital after a small letter begins a word. */
function isHump(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return code >= 65 && code <= 90 && before >= 97 && before <= 122;
}
