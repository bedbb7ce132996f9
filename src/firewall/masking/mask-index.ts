import { endOfRow, LARGEST_GAP, readRow, type Sought, type Stretch, unitOf } from './mask-rows.ts';

export type Found<Value> = (stretch: Stretch, value: Value) => void;

/** Which of many values begins at a place of a text, found by the first units of their rows. */
export interface RowIndex<Value> {
  /** One bit for each three units that a row may begin with, by their `gramSlot`. */
  readonly starts: Int32Array;
  /**
   * Tells of the longest value that begins at `start` and returns where it ends, or -1. Of values with one row the first given counts that
   * says so.
   */
  longestAt(text: string, start: number, found: Found<Value>): number;
}

/** A value behind one of its fronts, and the others with the same key. */
interface Entry<Value> {
  readonly front: string;
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
  // Small, since every request with a finding makes one.
  const starts = new Int32Array(1 << (GRAM_BITS - 5));
  const entries = new Map<number, Entry<Value>>();
  /** One bit for each length of a key. */
  let lengths = 0;
  for (const of of values) {
    for (const front of of.fronts) {
      const length = Math.min(front.length + of.row.length, HEAD);
      let key = length;
      let gram = 0;
      for (let i = 0; i < length; i++) {
        const unit = i < front.length ? front.charCodeAt(i) : of.row.charCodeAt(i - front.length);
        key = mixed(key, unit);
        if (i < SHORTEST) gram = (gram << 6) | (unit & 63);
      }
      const slot = gramSlot(gram);
      starts[slot >> 5] = (starts[slot >> 5] as number) | (1 << (slot & 31));
      lengths |= 1 << length;
      const entry: Entry<Value> = { front, of, more: undefined, line: undefined, tree: undefined };
      const same = entries.get(key);
      if (same === undefined) entries.set(key, entry);
      else if (same.more === undefined) same.more = [entry];
      else same.more.push(entry);
    }
  }
  return {
    starts,
    longestAt(text, start, found) {
      for (let length = readUnits(text, start); length >= SHORTEST; length--) {
        if (((lengths >> length) & 1) === 0) continue;
        let key = length;
        for (let i = 0; i < length; i++) key = mixed(key, UNITS_READ[i] as number);
        const entry = entries.get(key);
        const end = entry === undefined ? -1 : longestOf(entry, text, start, found);
        if (end >= 0) return end;
      }
      return -1;
    },
  };
}

const GRAM_BITS = 12;

/** Where three units are noted, six bits of each in a row, by the golden ratio's hash. */
export const gramSlot = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - GRAM_BITS);

const mixed = (key: number, unit: number): number => {
  const product = Math.imul(key ^ unit, 0x9e3779b1);
  return product ^ (product >>> 15);
};

const UNITS_READ = new Uint16Array(HEAD);

/** Puts up to eight units from there on into `UNITS_READ`; returns how many. */
function readUnits(text: string, start: number): number {
  let count = 0;
  for (let at = start, gap = 0; count < HEAD && at < text.length && gap <= LARGEST_GAP; at++) {
    const unit = unitOf(text.charCodeAt(at));
    gap = unit === 0 ? gap + 1 : 0;
    if (unit !== 0) UNITS_READ[count++] = unit;
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
  entry.line ??= [entry, ...entry.more].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const each of entry.line) {
    const end = endOf(each, text, start, found);
    if (end >= 0) return end;
  }
  return -1;
}

const lengthOf = <Value extends Sought>({ front, of }: Entry<Value>): number => front.length + of.row.length;

function endOf<Value extends Sought>(
  { front, of }: Entry<Value>,
  text: string,
  start: number,
  found: Found<Value>,
): number {
  const from = front === '' ? start : endOfRow(text, start, front);
  const end = from < 0 ? -1 : endOfRow(text, from, of.row);
  return end < 0 ? -1 : judged(of, text, { start, end }, found);
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
  for (const { front, of } of entries) {
    const row = front + of.row;
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
