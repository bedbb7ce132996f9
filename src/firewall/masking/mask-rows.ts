/**
 * Values by their rows: letters, digits and `@` in lower case. What stands between these is judged by the value itself, so one row finds
 * all ways to part a number or to join a name.
 */
export interface Sought {
  /** See `rowOf`; three units at least. */
  readonly row: string;
  /** Whether the stretch found is the value, and where it really begins and ends. */
  judge(text: string, start: number, end: number): Stretch | undefined;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Found<Value> = (stretch: Stretch, value: Value) => void;

/** Units further apart than this are not one value. */
const LARGEST_GAP = 3;

/** The values whose rows begin with the same three units. */
export interface Alike<Value> {
  /** Few are compared one by one, the longest first. */
  readonly few: Value[];
  /** Many by the first eight units of their rows, those by whole rows. */
  many: Map<string, Rows<Value>> | undefined;
}

interface Rows<Value> {
  readonly values: Map<string, Value[]>;
  /** Of the rows, the longest first. */
  readonly lengths: number[];
}

const FEW = 8;
const HEAD = 8;

/** By the three units that the rows begin with, see `gramOf`. */
export function groupAlike<Value extends Sought>(values: readonly Value[]): Map<number, Alike<Value>> {
  const groups = new Map<number, Alike<Value>>();
  for (const value of values) {
    const gram = gramOf(value.row);
    const group = groups.get(gram);
    if (group === undefined) groups.set(gram, { few: [value], many: undefined });
    else group.few.push(value);
  }
  for (const group of groups.values()) {
    if (group.few.length > FEW) group.many = indexLong(group.few);
    if (group.few.length > 1) group.few.sort((a, b) => b.row.length - a.row.length);
  }
  return groups;
}

/** Takes the values with long rows out of the list. */
function indexLong<Value extends Sought>(list: Value[]): Map<string, Rows<Value>> {
  const many = new Map<string, Rows<Value>>();
  for (const value of list) {
    if (value.row.length < HEAD) continue;
    const head = value.row.slice(0, HEAD);
    const rows = many.get(head) ?? { values: new Map<string, Value[]>(), lengths: [] };
    many.set(head, rows);
    const same = rows.values.get(value.row);
    if (same === undefined) rows.values.set(value.row, [value]);
    else same.push(value);
    if (!rows.lengths.includes(value.row.length)) rows.lengths.push(value.row.length);
  }
  for (const { lengths } of many.values()) lengths.sort((a, b) => b - a);
  const short = list.filter(({ row }) => row.length < HEAD);
  list.length = 0;
  for (const value of short) list.push(value);
  return many;
}

/** Tells of the longest value that begins at `start` and returns where it ends. */
export function longestAt<Value extends Sought>(
  text: string,
  start: number,
  { group, found }: { group: Alike<Value>; found: Found<Value> },
): number | undefined {
  const end = group.many === undefined ? undefined : longestOfMany(text, start, { many: group.many, found });
  if (end !== undefined) return end;
  for (const value of group.few) {
    const rowEnd = endOfRow(text, start, value.row);
    const stretch = rowEnd < 0 ? undefined : value.judge(text, start, rowEnd);
    if (stretch === undefined) continue;
    found(stretch, value);
    return Math.max(rowEnd, stretch.end);
  }
  return undefined;
}

/** Where the row that begins at `start` ends, or -1 where the text says something else. */
function endOfRow(text: string, start: number, row: string): number {
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

interface Many<Value> {
  readonly many: Map<string, Rows<Value>>;
  readonly found: Found<Value>;
}

function longestOfMany<Value extends Sought>(
  text: string,
  start: number,
  { many, found }: Many<Value>,
): number | undefined {
  const ends: number[] = [];
  const head = readRow(text, start, { most: HEAD, ends });
  const rows = head.length < HEAD ? undefined : many.get(head);
  if (rows === undefined) return undefined;
  const row = head + readRow(text, ends.at(-1) ?? start, { most: (rows.lengths[0] ?? 0) - HEAD, ends });
  for (const length of rows.lengths) {
    const end = ends[length - 1];
    if (end === undefined) continue;
    for (const value of rows.values.get(row.slice(0, length)) ?? []) {
      const stretch = value.judge(text, start, end);
      if (stretch === undefined) continue;
      found(stretch, value);
      return Math.max(end, stretch.end);
    }
  }
  return undefined;
}

/** Up to `most` units from there on; adds where each ends. */
function readRow(text: string, from: number, { most, ends }: { most: number; ends: number[] }): string {
  let row = '';
  for (let at = from, gap = 0; at < text.length && row.length < most && gap <= LARGEST_GAP; at++) {
    const unit = unitOf(text.charCodeAt(at));
    gap = unit === 0 ? gap + 1 : 0;
    if (unit === 0) continue;
    row += String.fromCharCode(unit);
    ends.push(at + 1);
  }
  return row;
}

/** The letters and digits of a text and its `@`, in lower case. */
export function rowOf(text: string): string {
  let row = '';
  for (let at = 0; at < text.length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit !== 0) row += String.fromCharCode(unit);
  }
  return row;
}

/** The first three units of a row in 18 bits; other units may share them. */
export const gramOf = (row: string): number =>
  ((row.charCodeAt(0) & 63) << 12) | ((row.charCodeAt(1) & 63) << 6) | (row.charCodeAt(2) & 63);

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
