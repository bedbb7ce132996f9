import type { EncodedRun } from './encoded-run.ts';
import type { Span } from './layer.ts';
import { isTextByte, textOf } from './text-bytes.ts';
import { BRACKET, DIGIT, SPELLED } from './triggers.ts';

/** Text written as a list of its bytes: "61 6e 6e 61", "0x61, 0x6e", "[97, 110]", and dumps with an offset in front of each line. */
export function addByteLists(text: string, triggers: number, runs: EncodedRun[]): void {
  if (triggers & SPELLED) addHexLists(text, PAIRS, runs);
  if (triggers & DIGIT && (text.includes('0x') || text.includes('0X'))) addHexLists(text, PREFIXED, runs);
  if (triggers & DIGIT && triggers & BRACKET) addDecimalLists(text, runs);
  if (triggers & DIGIT && text.includes('0000') && BEGINS_DUMP.test(text)) addDumps(text, runs);
}

/** Eight bytes and more: "61 6e 6e 61", "61:6e:6e:61", also over lines. */
const PAIRS = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[,:; \t\r\n-][ \t\r\n>|#*]{0,16}){7,}[0-9a-fA-F]{2}(?![0-9A-Za-z])/g;
/** "0x61, 0x6e". */
const PREFIXED =
  /(?<![0-9A-Za-z])(?:0[xX][0-9a-fA-F]{2}[,:; \t\r\n-][ \t\r\n>|#*]{0,16}){7,}0[xX][0-9a-fA-F]{2}(?![0-9A-Za-z])/g;

function addHexLists(text: string, pattern: RegExp, runs: EncodedRun[]): void {
  for (const match of matchesOf(pattern, text)) {
    const pairs = match[0].replace(/0[xX]|[^0-9a-fA-F]/g, '');
    addRun({ start: match.index, end: match.index + match[0].length }, Uint8Array.fromHex(pairs), runs);
  }
}

const DECIMAL_LIST = /[[({][ \t\r\n]{0,8}(?:\d{2,3}[ \t]{0,2},[ \t\r\n]{0,8}){7,}\d{2,3}/g;

function addDecimalLists(text: string, runs: EncodedRun[]): void {
  for (const match of matchesOf(DECIMAL_LIST, text)) {
    const list = match[0].slice(1);
    addRun({ start: match.index + 1, end: match.index + match[0].length }, list.split(',').map(Number), runs);
  }
}

/** `matchAll` copies its pattern, which costs more than to look whether there is anything. */
const matchesOf = (pattern: RegExp, text: string): Iterable<RegExpExecArray> =>
  text.search(pattern) < 0 ? [] : text.matchAll(pattern);

function addRun({ start, end }: Span, bytes: readonly number[] | Uint8Array, runs: EncodedRun[]): void {
  if (!bytes.every((byte) => byte < 256 && isTextByte(byte))) return;
  const said = textOf(Uint8Array.from(bytes));
  if (said !== null) runs.push({ start, end, text: said });
}

/** A line of `xxd` or `hexdump -C`: its offset, then at most sixteen bytes in groups, then what they say. */
const DUMP_LINE =
  /^[ \t>|]{0,8}(?:0x)?([0-9a-fA-F]{4,8}):?[ \t]{1,3}((?:[0-9a-fA-F]{2}){1,8}(?: {1,2}(?:[0-9a-fA-F]{2}){1,8}){0,15})(?![0-9A-Za-z])[^\n]{0,80}/;
const MOST_IN_LINE = 16;

/** Offsets have leading zeros. */
const BEGINS_DUMP = /^[ \t>|]{0,8}(?:0x)?0000[0-9a-fA-F]{0,4}:?[ \t]{1,3}[0-9a-fA-F]{2}/m;

/** The lines of a dump whose offsets follow each other are one run, with what stands beside the bytes. */
function addDumps(text: string, runs: EncodedRun[]): void {
  let bytes: number[] = [];
  let run = { start: 0, end: 0 };
  let offset = -1;
  const finish = (): void => {
    if (offset >= 0) addRun(run, bytes, runs);
    offset = -1;
    bytes = [];
  };
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = DUMP_LINE.exec(text.slice(at, Math.min(next, at + LONGEST_LINE)));
    if (line === null) finish();
    else {
      const shown = (line[2] ?? '').replaceAll(' ', '').slice(0, 2 * MOST_IN_LINE);
      const here = Number.parseInt(line[1] ?? '', 16);
      if (offset >= 0 && here !== offset + MOST_IN_LINE) finish();
      if (offset < 0) run = { start: at, end: at };
      run.end = at + line[0].trimEnd().length;
      for (let i = 0; i < shown.length; i += 2) bytes.push(Number.parseInt(shown.slice(i, i + 2), 16));
      offset = here;
    }
    at = next;
  }
  finish();
}

const LONGEST_LINE = 200;
