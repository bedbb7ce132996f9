import { type Found, groupAlike, longestAt, type Sought, unitOf } from './mask-rows.ts';

/** Looks for many values at once in a text, in one pass: a text without any of them costs a few instructions a character. */
export interface Seeker<Value extends Sought> {
  /**
   * Tells every value found from left to right, the longest of those that begin at one place; they do not overlap. Returns what else the
   * text may need (`ESCAPED`, `ENCODED` ...), seen in passing.
   */
  seek(text: string, found: Found<Value>): number;
}

/** Characters beyond ASCII. */
export const WIDE = 1;
/** `&`, `%`, `\` or `=`: perhaps an escape. */
export const ESCAPED = 2;
/** Eight characters and more of the base64 alphabet, not one word with a capital in front. */
export const ENCODED = 4;
/** Six pairs of letters or digits in a row: perhaps bytes. */
export const PAIRED = 8;

const SHORTEST_RUN = 8;
const PAIRS = 6;

export function createSeeker<Value extends Sought>(values: readonly Value[]): Seeker<Value> {
  // One bit for each slot: small, since every request with a finding makes one.
  const begins = new Int32Array(1 << (SLOTS - 5));
  const groups = groupAlike(values);
  for (const gram of groups.keys()) {
    const slot = slotOf(gram);
    begins[slot >> 5] = (begins[slot >> 5] as number) | (1 << (slot & 31));
  }
  return {
    seek(text, found) {
      let flags = 0;
      /** The last three units and where they stand; what follows a gap that is too wide is sorted out by comparing. */
      let gram = 0;
      let first = 0;
      let second = 0;
      let third = 0;
      /** Where the run of base64's alphabet and the word begin that end here; pairs in front. */
      let runStart = 0;
      let wordStart = 0;
      let inRun = 0;
      let pairs = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        let sort = 0;
        let unit = 0;
        if (code < 128) {
          sort = SORTS[code] as number;
          unit = sort & 127;
        } else {
          flags |= WIDE;
          unit = unitOf(code);
        }
        inRun |= sort;
        if ((sort & RUN) === 0) {
          flags |= (sort >> 8) & ESCAPED;
          if (at - runStart >= SHORTEST_RUN && inRun & INSIDE && isMixed(text, runStart, at)) flags |= ENCODED;
          runStart = at + 1;
          inRun = 0;
        }
        if (unit === 0) {
          if (at > wordStart) {
            pairs = at - wordStart === 2 ? pairs + 1 : 0;
            if (pairs >= PAIRS) flags |= PAIRED;
          }
          wordStart = at + 1;
          continue;
        }
        gram = ((gram << 6) | (unit & 63)) & 0x3ffff;
        first = second;
        second = third;
        third = at;
        const slot = slotOf(gram);
        if ((((begins[slot >> 5] as number) >>> (slot & 31)) & 1) === 0) continue;
        const group = groups.get(gram);
        const end = group === undefined ? undefined : longestAt(text, first, { group, found });
        if (end === undefined) continue;
        if (at - runStart >= SHORTEST_RUN && inRun & INSIDE) flags |= ENCODED;
        at = end - 1;
        gram = 0;
        runStart = end;
        inRun = 0;
      }
      if (text.length - runStart >= SHORTEST_RUN && isMixed(text, runStart, text.length)) flags |= ENCODED;
      return text.length - wordStart === 2 && pairs + 1 >= PAIRS ? flags | PAIRED : flags;
    },
  };
}

/** Whether a run has a capital or a digit behind its first character: then it is more than a word. */
function isMixed(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if ((SORTS[text.charCodeAt(at)] as number) & INSIDE) return true;
  return false;
}

const SLOTS = 12;

/** Where a row of three is noted, by the golden ratio's hash. */
const slotOf = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - SLOTS);

/** By ASCII code: the unit in the low seven bits, then what the character is part of. */
const RUN = 1 << 7;
/** A capital or a digit: inside a word it makes the word more than one. */
const INSIDE = 1 << 10;
const SORTS = new Uint16Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  SORTS[code] =
    unitOf(code) |
    (/[A-Za-z0-9+/_-]/.test(character) ? RUN : 0) |
    (/[&%\\=]/.test(character) ? ESCAPED << 8 : 0) |
    (/[A-Z0-9]/.test(character) ? INSIDE : 0);
}
