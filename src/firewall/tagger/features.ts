import { baseOf } from './characters.ts';
import { COMMON, KNOWN_CAPITAL, NAME, PLACE, STREET } from './lexicon.ts';
import {
  ALPHANUMERIC,
  BLANK_LINE,
  CAPITALISED,
  CAPITALS,
  INITIAL,
  LINE_BREAK,
  LOWERCASE,
  NUMBER,
  PUNCT,
  type Tokens,
} from './tokens.ts';

/** Features of one token. */
export const FEATURES = 40;
export const BUCKET_BITS = 19;

const SHIFT = 32 - BUCKET_BITS;
const EDGE = 0x5bd1e995 | 0;
const MARGIN = 3;
const WIDEST = 1024;

// Per token of the run and its margin: word, form with gap, flags.
const word = new Int32Array(WIDEST);
const form = new Int32Array(WIDEST);
const known = new Int32Array(WIDEST);

function mix(seed: number, a: number): number {
  const h = Math.imul(a ^ (a >>> 15) ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b);
  return h ^ (h >>> 13);
}

function bucket(h: number): number {
  return Math.imul(h ^ (h >>> 16), 0xc2b2ae35) >>> SHIFT;
}

function one(seed: number, a: number): number {
  return bucket(mix(seed, a));
}

function two(seed: number, a: number, b: number): number {
  return bucket(mix(mix(seed, a) | 0, b));
}

function three(seed: number, a: number, b: number, c: number): number {
  return bucket(mix(mix(mix(seed, a) | 0, b) | 0, c));
}

/** Writes the buckets of the tokens `from` to `to` (exclusive, at most 192 of them) into `out`, FEATURES each. */
export function extractFeatures(
  text: string,
  tokens: Tokens,
  run: { readonly from: number; readonly to: number; readonly language: number; readonly out: Int32Array },
): void {
  const { from, to, language, out } = run;
  const { start, end, gap, shape } = tokens;
  readMargin(text, tokens, from, to);
  const label = labelBefore(tokens, from);
  let at = 0;
  for (let i = from; i < to; i++) {
    const j = i - from + MARGIN;
    const w0 = word[j] as number;
    const f0 = form[j] as number;
    const k0 = known[j] as number;
    const w1 = word[j + 1] as number;
    const f1 = form[j + 1] as number;
    const k1 = known[j + 1] as number;
    const w2 = word[j + 2] as number;
    const p1 = word[j - 1] as number;
    const g1 = form[j - 1] as number;
    const q1 = known[j - 1] as number;
    const p2 = word[j - 2] as number;
    const self = mix(k0, f0);
    const tongue = mix(77, language);

    out[at++] = one(1, f0);
    out[at++] = one(2, w0);
    out[at++] = two(3, k0, f0);
    out[at++] = two(4, self, tongue);
    out[at++] = two(5, p1, f0 & 3);
    out[at++] = one(6, w1);
    out[at++] = two(7, p1, p2);
    out[at++] = two(8, w1, w2);
    out[at++] = three(9, q1, g1, self);
    out[at++] = three(10, self, k1, f1);
    out[at++] = three(11, mix(q1, g1), self, mix(k1, f1));
    out[at++] = three(12, mix(form[j - 2] as number, g1), f0, mix(f1, form[j + 2] as number));
    out[at++] = two(13, p1, self);
    out[at++] = two(14, w1, self);

    const first = start[i] as number;
    const last = end[i] as number;
    const length = last - first;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let h3 = 0;
    let h2 = 0;
    if (shape[i] !== PUNCT && shape[i] !== NUMBER) {
      s2 = mix(last > 0 ? baseOf(text.charCodeAt(last - 1)) : 0, length > 1 ? baseOf(text.charCodeAt(last - 2)) : 1);
      s3 = mix(s2, length > 2 ? baseOf(text.charCodeAt(last - 3)) : 2);
      s4 = mix(s3, length > 3 ? baseOf(text.charCodeAt(last - 4)) : 3);
      h2 = mix(baseOf(text.charCodeAt(first)), length > 1 ? baseOf(text.charCodeAt(first + 1)) : 1);
      h3 = mix(h2, length > 2 ? baseOf(text.charCodeAt(first + 2)) : 2);
    }
    out[at++] = two(15, s3, f0);
    out[at++] = one(16, s4);
    out[at++] = two(17, s2, f0);
    out[at++] = one(18, h3);
    out[at++] = two(19, Math.min(length, 12), f0);
    const opens = opensSentence(tokens, i) ? 1 : 0;
    out[at++] = three(20, opens, self, tongue);
    out[at++] = three(21, gap[i] as number, i + 1 < tokens.count ? (gap[i + 1] as number) : 4, self);
    out[at++] = two(22, p1, w1);
    out[at++] = two(23, label, f0);
    out[at++] = one(24, p2);
    out[at++] = two(25, p2, self);
    out[at++] = one(26, w2);
    out[at++] = one(27, word[j - 3] as number);
    out[at++] = two(28, p1, w0);
    out[at++] = two(29, w0, w1);
    out[at++] = three(30, s3, tongue, f0);
    out[at++] = two(31, reach(j), f0);
    out[at++] = two(32, capitals(tokens, i), self);
    out[at++] = three(33, known[j - 2] as number, q1, self);
    out[at++] = three(34, self, k1, known[j + 2] as number);
    out[at++] = two(35, opens, w0);
    out[at++] = two(36, s4, mix(g1, f1));
    out[at++] = three(37, label, self, f1);
    out[at++] = two(38, w2, self);
    out[at++] = three(39, s3, k1, f1);
    out[at++] = two(40, opens, mix(p1, p2));
  }
}

/** Word, form and flags of the tokens from three before the run to three after it. */
function readMargin(text: string, tokens: Tokens, from: number, to: number): void {
  const { start, end, hash, shape, gap, flags, count } = tokens;
  for (let i = from - MARGIN, j = 0; i < to + MARGIN; i++, j++) {
    if (i < 0 || i >= count) {
      word[j] = EDGE;
      form[j] = 63;
      known[j] = 0;
      continue;
    }
    const kind = shape[i] as number;
    const length = (end[i] as number) - (start[i] as number);
    let value = hash[i] as number;
    let spelling = kind;
    if (kind === NUMBER) {
      spelling = 9 + Math.min(length, 6);
      value = spelling;
    } else if (kind === ALPHANUMERIC) value = pattern(text, start[i] as number, end[i] as number);
    word[j] = value;
    form[j] = (spelling << 2) | (gap[i] as number);
    const all = flags[i] as number;
    known[j] = all & COMMON ? all & 0xfff : all;
  }
}

/** 12b and 221B are alike, SW1A and EC2M are not far apart: digits and letters by kind. */
function pattern(text: string, start: number, end: number): number {
  let value = 7;
  for (let i = start; i < end && i < start + 6; i++) {
    const code = text.charCodeAt(i);
    value = (value << 2) | (code >= 48 && code <= 57 ? 1 : code <= 90 ? 2 : 3);
  }
  return value;
}

function opensSentence(tokens: Tokens, i: number): boolean {
  if (i === 0 || (tokens.gap[i] as number) >= LINE_BREAK) return true;
  if (tokens.shape[i - 1] !== PUNCT) return false;
  const code = tokens.hash[i - 1] as number;
  if (code === 46) return !(i > 1 && tokens.shape[i - 2] === INITIAL);
  return code === 33 || code === 63 || code === 34 || code === 0x201c || code === 42 || code === 0xab;
}

/** The word before the nearest colon or equals sign on this line: "Full name: ...", `customer=...`. */
function labelBefore(tokens: Tokens, from: number): number {
  const { hash, shape, gap } = tokens;
  let lines = 0;
  for (let i = from; i > 0 && from - i < 10; i--) {
    if ((gap[i] as number) >= LINE_BREAK && ++lines > 1) return 0;
    if (gap[i] === BLANK_LINE) return 0;
    if (shape[i - 1] !== PUNCT) continue;
    const code = hash[i - 1] as number;
    if (code !== 58 && code !== 61) continue;
    for (let back = i - 2; back >= 0 && back > i - 5; back--) {
      if (shape[back] !== PUNCT) return hash[back] as number;
    }
    return 1;
  }
  return 0;
}

/** Whether a street word or a number stands within three tokens, before or after. */
function reach(j: number): number {
  let seen = 0;
  for (let d = 1; d <= MARGIN; d++) {
    const a = form[j - d] as number;
    const b = form[j + d] as number;
    if ((known[j - d] as number) & STREET) seen |= 1;
    if ((known[j + d] as number) & STREET) seen |= 2;
    if (a >> 2 >= NUMBER && a < 63) seen |= 4;
    if (b >> 2 >= NUMBER && b < 63) seen |= 8;
  }
  return seen;
}

/** How crowded with capitals the neighbourhood is: headings and title case against prose. */
function capitals(tokens: Tokens, i: number): number {
  const { shape, flags, gap, count } = tokens;
  let words = 0;
  let raised = 0;
  let plain = 0;
  for (let at = i; at >= 0 && at > i - 5; at--) {
    if (at !== i) {
      if (shape[at] === LOWERCASE) words++;
      else if (shape[at] === CAPITALISED || shape[at] === CAPITALS) {
        raised++;
        if (((flags[at] as number) & (COMMON | KNOWN_CAPITAL | NAME | PLACE)) === COMMON) plain++;
      }
    }
    if ((gap[at] as number) >= LINE_BREAK) break;
  }
  for (let at = i + 1; at < count && at < i + 5; at++) {
    if ((gap[at] as number) >= LINE_BREAK) break;
    if (shape[at] === LOWERCASE) words++;
    else if (shape[at] === CAPITALISED || shape[at] === CAPITALS) {
      raised++;
      if (((flags[at] as number) & (COMMON | KNOWN_CAPITAL | NAME | PLACE)) === COMMON) plain++;
    }
  }
  return Math.min(words, 4) * 16 + Math.min(raised, 3) * 4 + Math.min(plain, 3);
}
