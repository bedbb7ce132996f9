/**
 * Looks for many values at once in a text, in one pass. Text and values are read as rows of letters, digits and `@` in lower case; what
 * stands between them is judged afterwards by the value itself. A row of three that begins some value leads to the values that begin so,
 * and these are looked up by their whole row: a text without any of them costs a table look-up for each character.
 */
export interface Sought {
  /** The value's row, see `rowOf`; three units at least. */
  readonly row: string;
  /** Whether the stretch found is the value, and where it really begins and ends. */
  judge(text: string, start: number, end: number): Stretch | undefined;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Seeker<Value extends Sought> {
  /** Tells every value found from left to right, the longest of those that begin at one place. They do not overlap. */
  seek(text: string, found: (stretch: Stretch, value: Value) => void): void;
}

/** Units further apart than this are not one value. */
const LARGEST_GAP = 4;

export function createSeeker<Value extends Sought>(values: readonly Value[]): Seeker<Value> {
  const begins = new Uint8Array(1 << 18);
  const groups = new Map<number, Group<Value>>();
  for (const value of values) {
    const gram = gramOf(value.row);
    begins[gram] = 1;
    const group = groups.get(gram) ?? { rows: new Map<string, Value[]>(), lengths: [] };
    groups.set(gram, group);
    const known = group.rows.get(value.row);
    if (known !== undefined) known.push(value);
    else {
      group.rows.set(value.row, [value]);
      if (!group.lengths.includes(value.row.length)) group.lengths.push(value.row.length);
    }
  }
  for (const { lengths } of groups.values()) lengths.sort((a, b) => b - a);

  return {
    seek(text, found) {
      let gram = 0;
      let units = 0;
      let first = 0;
      let second = 0;
      let third = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = unitOf(text.charCodeAt(at));
        if (unit === 0) continue;
        units = at - third > LARGEST_GAP ? 1 : units + 1;
        gram = ((gram << 6) | (unit & 63)) & 0x3ffff;
        first = second;
        second = third;
        third = at;
        if (units < 3 || begins[gram] === 0 || !begin(text, first)) continue;
        const group = groups.get(gram);
        const end = group === undefined ? undefined : longest(text, first, group, found);
        if (end === undefined) continue;
        at = end - 1;
        units = 0;
        third = at;
      }
    },
  };
}

interface Group<Value> {
  readonly rows: Map<string, Value[]>;
  /** Of the rows, the longest first. */
  readonly lengths: number[];
}

/** No value begins inside a word, but one that ends a word in lower case may be followed by one with a capital. */
function begin(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return unitOf(before) === 0 || before === 0x40 || isDigit(before) !== isDigit(text.charCodeAt(at));
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function longest<Value extends Sought>(
  text: string,
  start: number,
  { rows, lengths }: Group<Value>,
  found: (stretch: Stretch, value: Value) => void,
): number | undefined {
  const most = lengths[0] ?? 0;
  const ends: number[] = [];
  let row = '';
  for (let at = start, last = start; at < text.length && row.length < most && at - last <= LARGEST_GAP; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === 0) continue;
    row += String.fromCharCode(unit);
    ends.push(at + 1);
    last = at;
  }
  for (const length of lengths) {
    const end = ends[length - 1];
    if (end === undefined) continue;
    for (const value of rows.get(row.slice(0, length)) ?? []) {
      const stretch = value.judge(text, start, end);
      if (stretch === undefined) continue;
      found(stretch, value);
      return Math.max(end, stretch.end);
    }
  }
  return undefined;
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

const gramOf = (row: string): number =>
  ((row.charCodeAt(0) & 63) << 12) | ((row.charCodeAt(1) & 63) << 6) | (row.charCodeAt(2) & 63);

/** Of the scripts with capitals all but a few rare ones stand below. */
const CASED = 0x2000;
const UNITS = new Uint16Array(CASED);
for (let code = 0; code < CASED; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  if (character === '@' || /[\p{L}\p{N}\p{M}]/u.test(character))
    UNITS[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** The unit of a row that a code unit of a text is, or 0. */
export function unitOf(code: number): number {
  if (code < CASED) return UNITS[code] ?? 0;
  if (code < 0x2c00 || (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x303f)) return 0;
  // Halves of emoji and styled letters (the folded reading has these as plain ones), private use, marks and what could not be decoded.
  return (code >= 0xd800 && code < 0xff10) || code >= 0xffe0 ? 0 : code;
}
