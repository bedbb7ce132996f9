/**
 * Values by their rows: letters, digits and `@` in lower case. What stands between these is judged by the value itself, so one row finds
 * all ways to part a number or to join a name.
 */
export interface Sought {
  /** See `rowOf`; three units at least, with each of what may stand in front. */
  readonly row: string;
  /** What may stand in front of the row and belongs to it, itself a row: `''` where nothing may. */
  readonly fronts: readonly string[];
  /** Whether the stretch found is the value, and where it really begins and ends. */
  judge(text: string, start: number, end: number): Stretch | undefined;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Units further apart than this are not one value. */
export const LARGEST_GAP = 3;

/** Where the row that begins at `start` ends, or -1 where the text says something else. */
export function endOfRow(text: string, start: number, row: string): number {
  let at = start;
  for (let units = 0, gap = 0; units < row.length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === row.charCodeAt(units)) {
      units++;
      gap = 0;
    } else if (unit !== 0 || at >= text.length || ++gap > LARGEST_GAP) return -1;
  }
  return at;
}

/** Up to `most` units from there on. */
export function readRow(text: string, from: number, most: number): string {
  let row = '';
  for (let at = from, gap = 0; at < text.length && row.length < most && gap <= LARGEST_GAP; at++) {
    const unit = unitOf(text.charCodeAt(at));
    gap = unit === 0 ? gap + 1 : 0;
    if (unit !== 0) row += String.fromCharCode(unit);
  }
  return row;
}

/** The letters and digits of a text and its `@`, in lower case. */
export function rowOf(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase().replace(NO_UNITS, '');
  let row = '';
  for (let at = 0; at < text.length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit !== 0) row += String.fromCharCode(unit);
  }
  return row;
}

const NON_ASCII = /[^\0-\x7f]/;
const NO_UNITS = /[^a-z0-9@]+/g;

/** Of the scripts with capitals all but a few rare ones stand below. */
const CASED = 0x2000;
const UNITS = new Uint16Array(CASED);
for (let code = 0; code < CASED; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  if (character === '@' || /[\p{L}\p{N}\p{M}]/u.test(character)) {
    UNITS[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
}

/** The unit of a row that a code unit of a text is, or 0. */
export function unitOf(code: number): number {
  if (code < CASED) return UNITS[code] ?? 0;
  if (code < 0x2c00 || (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x303f)) return 0;
  // Halves of emoji and styled letters (the folded reading has these as plain ones), private use, marks and what could not be decoded.
  return (code >= 0xd800 && code < 0xff10) || code >= 0xffe0 ? 0 : code;
}
