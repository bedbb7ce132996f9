import type { EncodedRun } from './encoded-run.ts';
import { inflatedText } from './inflated-text.ts';
import { isTextByte, textOf } from './text-bytes.ts';

/** Fourteen characters hold ten bytes: shorter runs hold no value that is worth hiding. */
const SHORTEST = 14;
/** Lines of base64 as mail and PEM break them (RFC 2045, RFC 7468): another may go on whatever its length. */
const FULL_LINE = 60;
/** Behind a blank a word stands more often than another line. */
const SHORTEST_AFTER_BLANK = 8;
const SEGMENT = /[A-Za-z0-9+_-]{14,}/g;

/**
 * Runs of letters and digits that decode to text: base64 and base64url (RFC 4648), also of UTF-16 and of what was compressed, base32 and
 * hexadecimal digits. Broken into lines of any width they are read together, as far as they stay text.
 */
export function addLongRuns(text: string, runs: EncodedRun[]): void {
  for (let at = 0; at < text.length; ) {
    const start = nextRun(text, at);
    if (start < 0) return;
    const end = endOfRun(text, start);
    at = Math.max(end, openRun(text, start, end, runs));
  }
}

/** Where the next run of at least 14 characters begins, or -1. A character outside breaks every run across it: look at each 14th only. */
function nextRun(text: string, from: number): number {
  for (let probe = from + SHORTEST - 1; probe < text.length; ) {
    let start = probe;
    while (start >= from && isRunUnit(text.charCodeAt(start))) start--;
    if (start < from || start <= probe - SHORTEST) return Math.max(from, start + 1);
    // The run may go on behind the probe; its first character is known.
    let end = probe + 1;
    if (start < probe) {
      while (end < text.length && end - start <= SHORTEST && isRunUnit(text.charCodeAt(end))) end++;
      if (end - start - 1 >= SHORTEST) return start + 1;
    }
    probe = end - 1 + SHORTEST;
  }
  return -1;
}

const isRunUnit = (unit: number): boolean => unit < 128 && SEXTETS[unit]! >= 0;

function endOfRun(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit >= 128 || SEXTETS[unit]! < 0) break;
  }
  return end;
}

/** Adds what the run says, and the lines that go on with it. Returns where that ends; 0 where it says nothing. */
function openRun(text: string, start: number, end: number, runs: EncodedRun[]): number {
  const run = text.slice(start, end);
  const found =
    (HEX.test(run)
      ? decodeLines(text, { start: run.startsWith('0x') ? start + 2 : start, end, digits: HEX_DIGITS })
      : null) ??
    decodeLines(text, { start, end, digits: BASE64_DIGITS }) ??
    (BASE32.test(run) ? decodeLines(text, { start, end, digits: BASE32_DIGITS }) : null) ??
    readWhole(text, start, end);
  if (found !== null) {
    let last = found.end;
    for (let padding = 0; padding < 6 && text[last] === '='; padding++) last++;
    runs.push({ start, end: last, text: found.text });
    return last;
  }
  if (!run.includes('/')) return 0;
  // A path or a prefix in front shifts the groups of four: read what stands between slashes, each on its own.
  for (const match of run.matchAll(SEGMENT)) {
    if (match[0].length === run.length) continue;
    const from = start + match.index;
    const inner = decodeLines(text, { start: from, end: from + match[0].length, digits: BASE64_DIGITS, alone: true });
    if (inner !== null) runs.push({ start: from, end: inner.end, text: inner.text });
  }
  return 0;
}

const HEX = /^(?:0x)?[0-9a-fA-F]{16,}$/;
/** Base32 has neither small letters nor 0, 1, 8 and 9. */
const BASE32 = /^[A-Z2-7]{14,}$/;

interface Decoded {
  readonly end: number;
  readonly text: string;
}

interface Digits {
  readonly bits: number;
  /** By ASCII code; -1 for what is no digit. */
  readonly values: Int8Array;
}

interface FirstLine {
  readonly start: number;
  readonly end: number;
  readonly digits: Digits;
  /** Nothing behind it is looked at. */
  readonly alone?: boolean;
}

/**
 * The text of the first line and of all that go on with it, or null where the first line is none: for words and random keys that is known
 * within a few bytes.
 */
function decodeLines(
  text: string,
  { start, end, digits: { bits: width, values }, alone = false }: FirstLine,
): Decoded | null {
  if (!beginsText(text, start, values, width)) return null;
  let bytes: Uint8Array | undefined;
  let length = 0;
  let buffer = 0;
  let bits = 0;
  // Continuation bytes that must follow (RFC 3629): random bytes break the rule at once, and a decoder that throws is dear.
  let following = 0;
  const take = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) {
      const value = values[text.charCodeAt(at)] ?? -1;
      if (value < 0) return false;
      buffer = ((buffer << width) | value) & 0xffff;
      bits += width;
      if (bits < 8) continue;
      bits -= 8;
      const byte = (buffer >> bits) & 0xff;
      if (!isTextByte(byte) || following > 0 !== (byte >= 0x80 && byte < 0xc0)) return false;
      following = byte < 0x80 ? 0 : byte < 0xc0 ? following - 1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      bytes ??= new Uint8Array(end - start + 4);
      if (length === bytes.length) bytes = grown(bytes);
      bytes[length++] = byte;
    }
    return true;
  };
  if (!take(start, end)) return null;
  let good = following === 0 ? { end, length } : undefined;
  if (!alone) {
    eachNextLine(text, start, end, (from, to) => {
      if (!take(from, to)) return false;
      if (following === 0) good = { end: to, length };
      return true;
    });
  }
  if (bytes === undefined || good === undefined) return null;
  const said = textOf(bytes.subarray(0, good.length));
  return said === null ? null : { end: good.end, text: said };
}

/** Whether the first bytes may be text: of most words and keys they are not. Nothing is made for those. */
function beginsText(text: string, start: number, values: Int8Array, width: number): boolean {
  let buffer = 0;
  let bits = 0;
  for (let at = start; at < start + LOOKED_AT; at++) {
    buffer = ((buffer << width) | (values[text.charCodeAt(at)] ?? -1)) & 0xffff;
    bits += width;
    if (bits < 8) continue;
    bits -= 8;
    if (!isTextByte((buffer >> bits) & 0xff)) return false;
  }
  return true;
}

/** No run is shorter. */
const LOOKED_AT = 12;

function grown(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/**
 * Tells the lines that may go on with a run, while `take` wants them: of the same width and at last a shorter one, or any behind a full line.
 * Between them are a line's end with what quotes or comments put in front, the quotes and operators of strings that a program joins, or a blank.
 */
function eachNextLine(text: string, start: number, end: number, take: (from: number, to: number) => boolean): void {
  let width = end - start;
  let isFirst = true;
  for (let lineEnd = end, line = width; ; ) {
    BETWEEN.lastIndex = lineEnd;
    const between = BETWEEN.exec(text)?.[0];
    if (between === undefined) return;
    const from = lineEnd + between.length;
    const to = endOfRun(text, from);
    const next = to - from;
    if (next < (between === ' ' && text[to] !== '=' ? SHORTEST_AFTER_BLANK : 2)) return;
    const goesOn = line >= FULL_LINE || (line === width && next <= width) || isFirst;
    if (!goesOn || !take(from, to)) return;
    if (isFirst && next > width) width = next;
    isFirst = false;
    line = next;
    lineEnd = to;
  }
}

const BETWEEN =
  /[ \t\\]{0,2}\r?\n[ \t>|#*]{0,16}["'`]?|["'`][ \t]{0,4}[+.]?[ \t\\]{0,4}(?:\r?\n)?[ \t]{0,16}[+.]?[ \t]{0,4}["'`]| /y;

/** What has to be read as a whole: UTF-16, and what was compressed. */
function readWhole(text: string, start: number, end: number): Decoded | null {
  const isWide = text[start + 4] === 'A' && end - start >= 2 * SHORTEST && /[A-D]/.test(text[start + 2] ?? '');
  if (!isWide && !COMPRESSED.test(text.slice(start, start + 4))) return null;
  const lines = [text.slice(start, end)];
  const ends = [end];
  eachNextLine(text, start, end, (from, to) => {
    lines.push(text.slice(from, to));
    ends.push(to);
    return true;
  });
  // The last line may be a word of what follows.
  for (const count of lines.length === 1 ? [1] : [lines.length, lines.length - 1]) {
    const run = lines.slice(0, count).join('');
    const said = isWide ? wideText(run) : inflatedText(Buffer.from(run, 'base64'));
    if (said !== null) return { end: ends[count - 1] ?? end, text: said };
  }
  return null;
}

/** Base64 of UTF-16 (`powershell -EncodedCommand`). In ASCII each second byte is 0: the third and the fifth letter tell. */
function wideText(run: string): string | null {
  const text = Buffer.from(run, 'base64').toString('utf16le');
  return WIDE.test(text) ? text : null;
}

const WIDE = /^[\t\n\r\x20-\x7e\u00a0-\u024f]+$/;

/** gzip (RFC 1952) and zlib (RFC 1950) say so in their first bytes. */
const COMPRESSED = /^(?:H4sI|eJ[w-z]|eNo|eNp|eNq|eNr|eAE|eF4)/;

const SEXTETS = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
SEXTETS[0x2d] = 62;
SEXTETS[0x5f] = 63;
const BASE64_DIGITS: Digits = { bits: 6, values: SEXTETS };
const BASE32_DIGITS: Digits = { bits: 5, values: valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567') };
const HEX_DIGITS: Digits = { bits: 4, values: valuesOf('0123456789abcdef') };
for (let letter = 0x41; letter <= 0x46; letter++) HEX_DIGITS.values[letter] = letter - 0x37;

function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  [...alphabet].forEach((letter, value) => {
    values[letter.charCodeAt(0)] = value;
  });
  return values;
}
