import { createRowIndex, type Found, gramSlot } from './mask-index.ts';
import { LARGEST_GAP, type Sought, unitOf } from './mask-rows.ts';

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

/** Places looked at closely before `check` is called once more. */
const CHECKED = 1024;

/** `check` is called now and then, and may throw. */
export function createSeeker<Value extends Sought>(values: readonly Value[], check: () => void = never): Seeker<Value> {
  const index = createRowIndex(values);
  let looked = 0;
  return {
    seek(text, found) {
      const { starts } = index;
      const { length } = text;
      let flags = 0;
      /** The last three units. */
      let gram = 0;
      /** Where the run of base64's alphabet and the word begin that end here; pairs in front. */
      let runStart = 0;
      let wordStart = 0;
      let inRun = 0;
      let pairs = 0;
      /** Where the value found last ends. */
      let from = 0;
      for (let at = 0; ; at++) {
        // Nothing is called in here but what the engine takes in: a text is read at a few instructions a character.
        for (; at < length; at++) {
          const code = text.charCodeAt(at);
          let sort = END;
          let unit = 0;
          if (code < 128) {
            sort = SORTS[code] as number;
            unit = sort & UNIT;
          } else {
            flags |= WIDE;
            unit = unitOf(code);
          }
          inRun |= sort;
          if ((sort & END) !== 0) {
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
          }
          gram = ((gram << 6) | (unit & 63)) & 0x3ffff;
          const slot = gramSlot(gram);
          if ((((starts[slot >> 5] as number) >>> (slot & 31)) & 1) !== 0) break;
        }
        if (at >= length) break;
        if (++looked % CHECKED === 0) check();
        const first = twoUnitsBack(text, at);
        const end = first < from ? -1 : index.longestAt(text, first, found);
        if (end < 0) continue;
        if (at - runStart >= SHORTEST_RUN && inRun & INSIDE) flags |= ENCODED;
        at = end - 1;
        gram = 0;
        from = end;
        runStart = end;
        inRun = 0;
      }
      if (length - runStart >= SHORTEST_RUN && isMixed(text, runStart, length)) flags |= ENCODED;
      return length - wordStart === 2 && pairs + 1 >= PAIRS ? flags | PAIRED : flags;
    },
  };
}

const never = (): void => {};

/** Where the second unit in front of a place stands, or -1 where there is none that near. */
function twoUnitsBack(text: string, at: number): number {
  let units = 0;
  for (let back = at - 1, gap = 0; back >= 0 && gap <= LARGEST_GAP; back--) {
    if (unitOf(text.charCodeAt(back)) === 0) gap++;
    else if (++units === 2) return back;
    else gap = 0;
  }
  return -1;
}

/** Whether a run has a capital or a digit behind its first character: then it is more than a word. */
function isMixed(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if ((SORTS[text.charCodeAt(at)] as number) & INSIDE) return true;
  return false;
}

/** By ASCII code: the unit in the low seven bits, then what the character is part of. */
const UNIT = 127;
const RUN = 1 << 7;
/** A capital or a digit: inside a word it makes the word more than one. */
const INSIDE = 1 << 10;
/** A run or a word of letters and digits ends in front of it. */
const END = 1 << 11;
const SORTS = new Uint16Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  SORTS[code] =
    unitOf(code) |
    (/[A-Za-z0-9+/_-]/.test(character) ? RUN : 0) |
    (/[&%\\=]/.test(character) ? ESCAPED << 8 : 0) |
    (/[A-Z0-9]/.test(character) ? INSIDE : 0) |
    (/[A-Za-z0-9]/.test(character) ? 0 : END);
}
