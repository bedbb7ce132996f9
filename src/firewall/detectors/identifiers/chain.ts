/**
 * A chain: neighbouring groups of ASCII letters and digits, joined by one blank, dash, dot or slash. An identifier is one
 * group or a few neighbours of a chain. Letters alone are a group only where an identifier may have them: short and in
 * capitals.
 */
export interface Chain {
  length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Bit i set: the i-th character is a letter. Meaningless for groups longer than LONGEST_FORM. */
  readonly letters: Int32Array;
  /** How the group is joined to the one before it. */
  readonly joins: Uint8Array;
  readonly digits: Int32Array;
  readonly lowerCase: Uint8Array;
}

export const LONGEST_FORM = 24;
export const NO_JOIN = 0;
export const BLANK = 1;
export const DASH = 2;
export const DOT = 3;
export const SLASH = 4;

const CAPACITY = 256;
const LETTER = 1;
const DIGIT = 2;

const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  if (code >= 48 && code <= 57) CLASS[code] = DIGIT;
  else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) CLASS[code] = LETTER;
}

export function isAlnum(code: number): boolean {
  return code < 128 && CLASS[code] !== 0;
}

export function emptyChain(): Chain {
  return {
    length: 0,
    starts: new Int32Array(CAPACITY),
    ends: new Int32Array(CAPACITY),
    letters: new Int32Array(CAPACITY),
    joins: new Uint8Array(CAPACITY),
    digits: new Int32Array(CAPACITY),
    lowerCase: new Uint8Array(CAPACITY),
  };
}

/** Reads the chain around the digit at `at`, not reaching back beyond `floor`. Returns where the search for digits goes on. */
export function readChain(text: string, at: number, floor: number, chain: Chain): number {
  let start = at;
  while (start > floor && isAlnum(text.charCodeAt(start - 1))) start--;
  chain.length = 0;
  addLeadingLetters(text, start, floor, chain);
  let join = chain.length > 0 ? joinBetween(text, chain.ends[chain.length - 1] ?? 0, start) : NO_JOIN;
  let end = start;
  for (;;) {
    end = addGroup(text, start, join, chain);
    const next = afterJoin(text, end);
    if (next === end || chain.length === CAPACITY || !isGroup(text, next)) return end;
    join = joinBetween(text, end, next);
    start = next;
  }
}

/** Up to two groups of capitals right before the first group with a digit (an Italian tax code written with blanks starts with two). */
function addLeadingLetters(text: string, start: number, floor: number, chain: Chain): void {
  const first = lettersBefore(text, start, floor);
  if (first < 0) return;
  const second = lettersBefore(text, first, floor);
  if (second >= 0) addGroup(text, second, NO_JOIN, chain);
  addGroup(text, first, second >= 0 ? joinBetween(text, chain.ends[0] ?? 0, first) : NO_JOIN, chain);
}

function lettersBefore(text: string, start: number, floor: number): number {
  if (start - 2 < floor || joinAt(text, start - 1) === NO_JOIN) return -1;
  let index = start - 1;
  while (index > floor && start - index < 9 && isCapital(text.charCodeAt(index - 1))) index--;
  const length = start - 1 - index;
  if (length < 1 || length > 6) return -1;
  return index === 0 || !isAlnum(text.charCodeAt(index - 1)) ? index : -1;
}

/** Whether what starts here belongs to a chain: it holds a digit, or is one to four capitals, or a single letter. */
function isGroup(text: string, start: number): boolean {
  let capitals = true;
  for (let index = start; ; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) return true;
    if (!isAlnum(code)) {
      const length = index - start;
      return length === 1 || (length > 0 && capitals && length <= 4);
    }
    if (index - start > LONGEST_FORM) return false;
    capitals &&= isCapital(code);
  }
}

function addGroup(text: string, start: number, join: number, chain: Chain): number {
  const slot = chain.length++;
  let letters = 0;
  let digits = 0;
  let lowerCase = 0;
  let end = start;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    const kind = code < 128 ? CLASS[code] : 0;
    if (kind === DIGIT) digits++;
    else if (kind === LETTER) {
      if (code >= 97) lowerCase = 1;
      if (end - start < LONGEST_FORM) letters |= 1 << (end - start);
    } else break;
  }
  chain.starts[slot] = start;
  chain.ends[slot] = end;
  chain.letters[slot] = letters;
  chain.joins[slot] = join;
  chain.digits[slot] = digits;
  chain.lowerCase[slot] = lowerCase;
  return end;
}

/** Where the next group would start: behind one separator, or behind a dash with one blank on either side. Otherwise `end`. */
function afterJoin(text: string, end: number): number {
  const join = joinAt(text, end);
  if (join === NO_JOIN) return end;
  if (isAlnum(text.charCodeAt(end + 1))) return end + 1;
  const spacedDash = join === BLANK && joinAt(text, end + 1) === DASH && joinAt(text, end + 2) === BLANK;
  return spacedDash && isAlnum(text.charCodeAt(end + 3)) ? end + 3 : end;
}

function joinBetween(text: string, end: number, next: number): number {
  return next - end === 3 ? DASH : joinAt(text, end);
}

/** The separator at `index`: blank (also no-break and thin), dash (also non-breaking, en, minus), dot, slash; or none. */
function joinAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f) return BLANK;
  if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2212) return DASH;
  return code === 46 ? DOT : code === 47 ? SLASH : NO_JOIN;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
