import { createRowIndex, type Found } from './mask-index.ts';
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

export function createSeeker<Value extends Sought>(values: readonly Value[]): Seeker<Value> {
  const index = createRowIndex(values);
  const sorts = SORTS.slice();
  for (let code = 0; code < 128; code++) {
    const sort = sorts[code] as number;
    if (index.begins[sort & UNIT] === 1) sorts[code] = sort | BEGINS | BUSY;
  }

  /** Where the third unit from `start` on stands, if a value may begin there, else -1. */
  const thirdUnit = (text: string, start: number, first: number): number => {
    let second = 0;
    for (let at = start + 1, gap = 0; at < text.length && gap <= LARGEST_GAP; at++) {
      const unit = unitOf(text.charCodeAt(at));
      gap = unit === 0 ? gap + 1 : 0;
      if (unit === 0) continue;
      if (second !== 0) return index.mayBegin(first, second, unit) ? at : -1;
      second = unit;
    }
    return -1;
  };

  return {
    seek(text, found) {
      let flags = 0;
      /** Where the run of base64's alphabet and the word begin that end here; pairs in front. */
      let runStart = 0;
      let wordStart = 0;
      let inRun = 0;
      let pairs = 0;
      /** Behind a value that was just found no character is skipped until its third unit, where its end is the next to look at. */
      let busy = BUSY;
      let third = -1;
      let end = -1;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        let sort = 0;
        let unit = 0;
        if (code < 128) {
          sort = sorts[code] as number;
          // Most characters: a small letter with which no value begins.
          if ((sort & busy) === 0) continue;
          unit = sort & UNIT;
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
        if (third < 0) {
          if (code < 128 ? (sort & BEGINS) === 0 : !index.beginsWide) continue;
          const from = thirdUnit(text, at, unit);
          end = from < 0 ? -1 : index.longestAt(text, at, found);
          if (end < 0) continue;
          third = from;
          busy = EVERY;
        } else if (at === third) {
          if (at - runStart >= SHORTEST_RUN && inRun & INSIDE) flags |= ENCODED;
          at = end - 1;
          runStart = end;
          inRun = 0;
          third = -1;
          busy = BUSY;
        }
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

/** By ASCII code: the unit in the low seven bits, then what the character is part of. */
const UNIT = 127;
const RUN = 1 << 7;
/** A capital or a digit: inside a word it makes the word more than one. */
const INSIDE = 1 << 10;
/** A value begins with it. */
const BEGINS = 1 << 11;
/** Anything but a small letter inside a word, of which nothing has to be noted. */
const BUSY = 1 << 12;
const EVERY = 0xffff;
const SORTS = new Uint16Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  SORTS[code] =
    unitOf(code) |
    (/[A-Za-z0-9+/_-]/.test(character) ? RUN : 0) |
    (/[&%\\=]/.test(character) ? ESCAPED << 8 : 0) |
    (/[A-Z0-9]/.test(character) ? INSIDE : 0) |
    (/[a-z]/.test(character) ? 0 : BUSY);
}
