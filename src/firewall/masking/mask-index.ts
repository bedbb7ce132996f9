import { endOfRow, LARGEST_GAP, readRow, type Sought, type Stretch, unitOf } from './mask-rows.ts';

export type Found<Value> = (stretch: Stretch, value: Value) => void;

/** Which of many values begins at a place of a text, found by the first units of their rows. */
export interface RowIndex<Value> {
  /** By ASCII code of a unit: 1 where a row begins with it. */
  readonly begins: Uint8Array;
  /** Whether a row begins with a unit beyond ASCII. */
  readonly beginsWide: boolean;
  /** False where no row begins with these three units. */
  mayBegin(first: number, second: number, third: number): boolean;
  /**
   * Tells of the longest value that begins at `start` and returns where it ends, or -1. Of values with one row the first given counts that
   * says so.
   */
  longestAt(text: string, start: number, found: Found<Value>): number;
}

/** A row and its value, and the other rows with the same key. */
interface Entry<Value> {
  readonly row: string;
  readonly of: Value;
  more: Entry<Value>[] | undefined;
  /** All of them, the longest first; made when they are first asked for, as is the tree where they are many. */
  line: Entry<Value>[] | undefined;
  tree: RowTree<Value> | undefined;
}

/** A row is found by its first eight units, a shorter one by all it has. */
const HEAD = 8;
const SHORTEST = 3;
/** So many rows with one key are compared one by one. */
const FEW = 8;

export function createRowIndex<Value extends Sought>(values: readonly Value[]): RowIndex<Value> {
  const begins = new Uint8Array(128);
  let beginsWide = false;
  // One bit for each start of three units: small, since every request with a finding makes one.
  const starts = new Int32Array(1 << (BITS - 5));
  const entries = new Map<number, Entry<Value>>();
  /** One bit for each length of a key. */
  let lengths = 0;
  for (const of of values) {
    for (const front of of.fronts) {
      const row = front === '' ? of.row : front + of.row;
      const first = row.charCodeAt(0);
      if (first < 128) begins[first] = 1;
      else beginsWide = true;
      const bit = bitOf(first, row.charCodeAt(1), row.charCodeAt(2));
      starts[bit >> 5] = (starts[bit >> 5] as number) | (1 << (bit & 31));
      const length = Math.min(row.length, HEAD);
      lengths |= 1 << length;
      let key = length;
      for (let i = 0; i < length; i++) key = mixed(key, row.charCodeAt(i));
      const entry: Entry<Value> = { row, of, more: undefined, line: undefined, tree: undefined };
      const same = entries.get(key);
      if (same === undefined) entries.set(key, entry);
      else if (same.more === undefined) same.more = [entry];
      else same.more.push(entry);
    }
  }
  /** The units read last. */
  const units = new Uint16Array(HEAD);
  return {
    begins,
    beginsWide,
    mayBegin(first, second, third) {
      const bit = bitOf(first, second, third);
      return (((starts[bit >> 5] as number) >>> (bit & 31)) & 1) === 1;
    },
    longestAt(text, start, found) {
      for (let length = readUnits(text, start, units); length >= SHORTEST; length--) {
        if (((lengths >> length) & 1) === 0) continue;
        let key = length;
        for (let i = 0; i < length; i++) key = mixed(key, units[i] as number);
        const entry = entries.get(key);
        const end = entry === undefined ? -1 : longestOf(entry, text, start, found);
        if (end >= 0) return end;
      }
      return -1;
    },
  };
}

/** By the golden ratio's hash. */
const bitOf = (first: number, second: number, third: number): number =>
  Math.imul(((first & 63) << 12) | ((second & 63) << 6) | (third & 63), 0x9e3779b1) >>> (32 - BITS);
const BITS = 12;

const mixed = (key: number, unit: number): number => {
  const product = Math.imul(key ^ unit, 0x9e3779b1);
  return product ^ (product >>> 15);
};

/** Up to eight units from there on; returns how many. */
function readUnits(text: string, start: number, units: Uint16Array): number {
  let count = 0;
  for (let at = start, gap = 0; count < HEAD && at < text.length && gap <= LARGEST_GAP; at++) {
    const unit = unitOf(text.charCodeAt(at));
    gap = unit === 0 ? gap + 1 : 0;
    if (unit !== 0) units[count++] = unit;
  }
  return count;
}

function longestOf<Value extends Sought>(
  entry: Entry<Value>,
  text: string,
  start: number,
  found: Found<Value>,
): number {
  if (entry.more === undefined) return endOf(entry, text, start, found);
  if (entry.more.length >= FEW) {
    entry.tree ??= createRowTree([entry, ...entry.more]);
    return entry.tree(text, start, found);
  }
  entry.line ??= [entry, ...entry.more].sort((a, b) => b.row.length - a.row.length);
  for (const each of entry.line) {
    const end = endOf(each, text, start, found);
    if (end >= 0) return end;
  }
  return -1;
}

function endOf<Value extends Sought>(
  { row, of }: Entry<Value>,
  text: string,
  start: number,
  found: Found<Value>,
): number {
  const rowEnd = endOfRow(text, start, row);
  return rowEnd < 0 ? -1 : judged(of, text, { start, end: rowEnd }, found);
}

function judged<Value extends Sought>(of: Value, text: string, row: Stretch, found: Found<Value>): number {
  const stretch = of.judge(text, row.start, row.end);
  if (stretch === undefined) return -1;
  found(stretch, of);
  return Math.max(row.end, stretch.end);
}

type RowTree<Value> = (text: string, start: number, found: Found<Value>) => number;

/**
 * Many rows in the order of their units, each knowing the longest other row that it begins with: of all rows that a text begins with the
 * longest is found by halving, and the others are behind it.
 */
function createRowTree<Value extends Sought>(entries: readonly Entry<Value>[]): RowTree<Value> {
  const values = new Map<string, Value[]>();
  for (const { row, of } of entries) {
    const same = values.get(row);
    if (same === undefined) values.set(row, [of]);
    // What says the same of every stretch need not be asked twice.
    else if (same.at(-1)?.judge !== of.judge) same.push(of);
  }
  const rows = [...values.keys()].sort();
  let longest = 0;
  const shorter = new Int32Array(rows.length);
  rows.forEach((row, index) => {
    longest = Math.max(longest, row.length);
    let other = index - 1;
    while (other >= 0 && !row.startsWith(rows[other] ?? '')) other = shorter[other] as number;
    shorter[index] = other;
  });
  return (text, start, found) => {
    const read = readRow(text, start, longest);
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] as string) <= read) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index = shorter[index] as number) {
      const row = rows[index] as string;
      if (!read.startsWith(row)) continue;
      const end = endOfRow(text, start, row);
      for (const of of values.get(row) ?? []) {
        const told = judged(of, text, { start, end }, found);
        if (told >= 0) return told;
      }
    }
    return -1;
  };
}
