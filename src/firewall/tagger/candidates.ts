import {
  CALENDAR,
  COMMON,
  COUNTRY,
  CUE,
  fetchCells,
  LANGUAGE_SHIFT,
  lookUp,
  NAME,
  PARTICLE,
  STREET,
  TITLE,
} from './lexicon.ts';
import {
  ALPHANUMERIC,
  BLANK_LINE,
  CAPITALISED,
  CAPITALS,
  GLUED,
  hashSpan,
  INITIAL,
  LOWERCASE,
  MIXED,
  NUMBER,
  OTHER,
  PUNCT,
  type Tokens,
} from './tokens.ts';

/** A token that no name and no address holds; one that may stand inside; one worth a look. */
const BREAK = 0;
const WEAK = 1;
export const STRONG = 2;

/** Longest stretch decoded at once, in tokens. */
export const LONGEST_RUN = 192;
const WEAK_BEFORE = 5;
const WEAK_AFTER = 10;

/** Looks every word up and returns the language whose function words are the most, 0 if there are too few, CODE for source code. */
export function readWords(text: string, tokens: Tokens, cells: Uint32Array): number {
  const { count, hash, shape, flags } = tokens;
  // Kept for a moment only, so that the fetching is not left out as useless.
  votes[0] = fetchCells(cells, hash, count);
  votes.fill(0);
  let signs = 0;
  for (let i = 0; i < count; i++) {
    const form = shape[i] as number;
    let known = 0;
    if (form === LOWERCASE) known = lookUp(cells, hash[i] as number);
    else if (form === PUNCT) {
      const code = hash[i] as number;
      if (code < 128) signs += BRACKETS[code] as number;
    } else if (form < MIXED) {
      known = lookUp(cells, hash[i] as number);
      if ((known & (NAME | COMMON)) === 0) known |= lookUp(cells, withoutGenitive(text, tokens, i)) & NAME;
    } else if (form !== NUMBER) signs++;
    flags[i] = known;
    if ((known & COMMON) === 0) continue;
    const language = known >>> LANGUAGE_SHIFT;
    votes[language] = (votes[language] as number) + 1;
  }
  if (signs * 4 > count) return CODE;
  let best = 0;
  for (let language = 1; language < 16; language++) {
    if ((votes[language] as number) > (best === 0 ? 1 : (votes[best] as number))) best = language;
  }
  return best;
}

const votes = new Int32Array(16);

/** What text is when a quarter of its tokens are signs of source code. No word votes for it. */
export const CODE = 16;

/** What source code is full of. */
const BRACKETS = new Uint8Array(128);
for (const sign of '()*/;<=>[\\]`{|}$') BRACKETS[sign.charCodeAt(0)] = 1;

/** Hash of the word less its last letter if that is an s (Scandinavian and German genitives), else 0. */
function withoutGenitive(text: string, tokens: Tokens, i: number): number {
  const end = (tokens.end[i] as number) - 1;
  const start = tokens.start[i] as number;
  if (end - start < 3 || (text.charCodeAt(end) | 32) !== 115) return 0;
  return hashSpan(text, start, end);
}

/** Rates a token as BREAK, WEAK or STRONG. */
export function rateToken(text: string, tokens: Tokens, language: number, i: number): number {
  const form = tokens.shape[i] as number;
  if (form === PUNCT) return inside(tokens.hash[i] as number) ? WEAK : BREAK;
  if (form === LOWERCASE) return rateLower(tokens, i, language);
  if (form === NUMBER || form === ALPHANUMERIC) return WEAK;
  if (form === MIXED || form === OTHER) return BREAK;
  return functionWord(tokens.flags[i] as number, language) ? WEAK : rateCapital(text, tokens, i);
}

/** What alone `rateToken` may call STRONG: capitalised words, and words in lower case that the list knows as names or of streets. */
export function mayBeStrong(form: number, known: number): boolean {
  if (form === LOWERCASE) return (known & STREET) !== 0 || isName(known);
  return form === CAPITALISED || form === CAPITALS;
}

/** "Vid", "An", "Per" with a capital: a name elsewhere, a sentence's first word in this language. */
function functionWord(known: number, language: number): boolean {
  return (known & COMMON) !== 0 && language !== 0 && known >>> LANGUAGE_SHIFT === language;
}

/** Marks that stand inside names and addresses: , . - ' / # & ° ( ) and the typographic apostrophe and dashes. */
function inside(code: number): boolean {
  return (
    (code >= 44 && code <= 47) ||
    (code >= 39 && code <= 41) ||
    code === 35 ||
    code === 38 ||
    code === 176 ||
    code === 0x2019 ||
    (code >= 0x2010 && code <= 0x2014)
  );
}

function rateLower(tokens: Tokens, i: number, language: number): number {
  const known = tokens.flags[i] as number;
  if (known & PARTICLE) return WEAK;
  if (afterHyphen(tokens, i)) return WEAK;
  if (known & STREET) return language !== CODE && numberNear(tokens, i) ? STRONG : WEAK;
  if ((known & NAME) !== 0 && (known & COMMON) === 0 && lowerName(tokens, i)) return STRONG;
  return leadsNumber(tokens, i) ? WEAK : BREAK;
}

/** The second half of a given name such as Seo-yeon. */
function afterHyphen(tokens: Tokens, i: number): boolean {
  const { shape, gap, hash } = tokens;
  return i > 1 && gap[i] === GLUED && hash[i - 1] === 45 && gap[i - 1] === GLUED && shape[i - 2] === CAPITALISED;
}

/** A short word just before a number, as in "n. 5", "n.º 12", "km 4". */
function leadsNumber(tokens: Tokens, i: number): boolean {
  const { start, end, shape, count } = tokens;
  for (let at = i; at < count && at < i + 4; at++) {
    if (shape[at] === NUMBER || shape[at] === ALPHANUMERIC) return true;
    if (shape[at] !== PUNCT && (end[at] as number) - (start[at] as number) > 4) return false;
  }
  return false;
}

/** A name in lower case is looked at beside another one or after a word such as "name" or "hi". */
function lowerName(tokens: Tokens, i: number): boolean {
  const { flags, shape, start, end, count } = tokens;
  if ((end[i] as number) - (start[i] as number) < 3) return false;
  if (i + 1 < count && shape[i + 1] === LOWERCASE && isName(flags[i + 1] as number)) return true;
  if (i > 0 && shape[i - 1] === LOWERCASE && isName(flags[i - 1] as number)) return true;
  for (let back = 1; back <= 4 && i - back >= 0; back++) {
    if ((flags[i - back] as number) & (CUE | TITLE)) return true;
  }
  return false;
}

function isName(known: number): boolean {
  return (known & NAME) !== 0 && (known & COMMON) === 0;
}

function numberNear(tokens: Tokens, i: number): boolean {
  const { shape, count } = tokens;
  const last = Math.min(count - 1, i + 5);
  for (let at = Math.max(0, i - 4); at <= last; at++) {
    if (shape[at] === NUMBER || shape[at] === ALPHANUMERIC) return true;
  }
  return false;
}

function rateCapital(text: string, tokens: Tokens, i: number): number {
  const form = tokens.shape[i] as number;
  const known = tokens.flags[i] as number;
  if (inCode(text, tokens, i)) return BREAK;
  if (form === INITIAL) return WEAK;
  if (known & STREET) return numberNear(tokens, i) ? STRONG : WEAK;
  if (form === CAPITALS) {
    return (known & NAME) !== 0 && (known & COMMON) === 0 && (tokens.end[i] as number) - (tokens.start[i] as number) > 2
      ? STRONG
      : WEAK;
  }
  if (known & NAME) return STRONG;
  if (known === 0 && stutters(text, tokens, i)) return BREAK;
  return known & (COMMON | CALENDAR | COUNTRY) ? WEAK : STRONG;
}

/** Addddd, Xxxx: a pattern, not a word. */
function stutters(text: string, tokens: Tokens, i: number): boolean {
  const end = tokens.end[i] as number;
  let same = 1;
  for (let at = (tokens.start[i] as number) + 1; at < end; at++) {
    same = (text.charCodeAt(at) | 32) === (text.charCodeAt(at - 1) | 32) ? same + 1 : 1;
    if (same > 2) return true;
  }
  return false;
}

/** Identifiers, calls, tags, members, keys: what touches the word tells source code from prose. */
function inCode(text: string, tokens: Tokens, i: number): boolean {
  const start = tokens.start[i] as number;
  const end = tokens.end[i] as number;
  const form = tokens.shape[i] as number;
  const before = start === 0 ? 32 : text.charCodeAt(start - 1);
  switch (before) {
    case 46: // .
      if (i > 1 && tokens.gap[i] === GLUED && !abbreviation(tokens, i - 2)) return true;
      break;
    case 47: // /
      return !(i > 1 && (tokens.shape[i - 2] === NUMBER || tokens.shape[i - 2] === ALPHANUMERIC));
    case 64: // @
    case 35: // #
    case 36: // $
    case 60: // <
    case 123: // {
      return true;
  }
  const after = end < text.length ? text.charCodeAt(end) : 32;
  switch (after) {
    case 40: // (
    case 91: // [
    case 61: // =
    case 64: // @
    case 123: // {
      return true;
    case 60: // <
      return text.charCodeAt(end + 1) !== 47;
    case 58: // :
      return text.charCodeAt(end + 1) === 58;
    case 47: // /, but a Brazilian state may follow a city: Santos/SP
      return wordAt(text, end + 1) && !stateAt(text, end + 1);
    case 46: // .
      return form !== INITIAL && wordAt(text, end + 1);
    case 34: // "
    case 39: // '
      return text.charCodeAt(end + 1) === 58;
  }
  return false;
}

function abbreviation(tokens: Tokens, i: number): boolean {
  return tokens.shape[i] === INITIAL || ((tokens.flags[i] as number) & (TITLE | STREET)) !== 0;
}

function stateAt(text: string, at: number): boolean {
  return capitalAt(text, at) && capitalAt(text, at + 1) && !wordAt(text, at + 2);
}

function capitalAt(text: string, at: number): boolean {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  return code >= 65 && code <= 90;
}

function wordAt(text: string, at: number): boolean {
  const code = at < text.length ? text.charCodeAt(at) | 32 : 0;
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/**
 * The next stretch of tokens at or after `from` that holds a strong one: its first token in `run[0]`, the one after its last in
 * `run[1]`. False when there is none. Only the tokens around a strong one are rated: most texts hold few.
 */
export function nextRun(text: string, tokens: Tokens, language: number, from: number, run: Int32Array): boolean {
  const { count, gap, shape, flags } = tokens;
  let at = from;
  while (
    at < count &&
    !(mayBeStrong(shape[at] as number, flags[at] as number) && rateToken(text, tokens, language, at) === STRONG)
  )
    at++;
  if (at >= count) return false;
  let first = at;
  const earliest = Math.max(from, at - WEAK_BEFORE);
  while (first > earliest && rateToken(text, tokens, language, first - 1) !== BREAK && gap[first] !== BLANK_LINE)
    first--;
  let last = at;
  let probe = at + 1;
  const limit = Math.min(count, first + LONGEST_RUN);
  while (probe < limit && probe - last <= WEAK_AFTER && gap[probe] !== BLANK_LINE) {
    const strength = rateToken(text, tokens, language, probe);
    if (strength === BREAK) break;
    if (strength === STRONG) last = probe;
    probe++;
  }
  run[0] = first;
  run[1] = probe;
  return true;
}
