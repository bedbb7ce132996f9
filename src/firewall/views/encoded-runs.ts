import type { Span } from './layer.ts';
import { AT_SIGN, NON_ASCII, SPELLED } from './triggers.ts';

/** A run of characters that is another text in disguise. */
export interface EncodedRun extends Span {
  readonly text: string;
}

/**
 * Runs that decode to readable text: base64 and base64url (RFC 4648) and hexadecimal of 14 characters and more, text written in
 * Unicode's invisible tag characters or variation selectors, and e-mail addresses written backwards.
 */
export function encodedRuns(text: string, triggers: number): EncodedRun[] {
  const runs: EncodedRun[] = [];
  addLongRuns(text, runs);
  if (triggers & SPELLED) addSpacedHexRuns(text, runs);
  if (triggers & NON_ASCII) addInvisibleRuns(text, runs);
  if (triggers & AT_SIGN) addReversedAddresses(text, runs);
  return runs;
}

/** Fourteen characters hold ten bytes: shorter runs hold no value that is worth hiding. */
const SHORTEST = 14;
/** Lines of base64 as mail and PEM break them (RFC 2045, RFC 7468): a value may go on in the next one. */
const FULL_LINE = 60;
const SEGMENT = /[A-Za-z0-9+_-]{14,}/g;

function addLongRuns(text: string, runs: EncodedRun[]): void {
  for (let at = 0; at < text.length; ) {
    const start = nextRun(text, at);
    if (start < 0) return;
    let end = endOfRun(text, start);
    for (let line = start; end - line >= FULL_LINE; ) {
      line = text[end] === '\n' ? end + 1 : text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end;
      const next = line === end ? end : endOfRun(text, line);
      if (next < line + 4) break;
      end = next;
    }
    for (let padding = 0; padding < 2 && text[end] === '='; padding++) end++;
    openRun(text, start, end, runs);
    at = end;
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

function openRun(text: string, start: number, end: number, runs: EncodedRun[]): void {
  const run = text.slice(start, end);
  const whole = (HEX.test(run) ? hexText(run) : null) ?? base64Text(run) ?? wideText(run);
  if (whole !== null) {
    runs.push({ start, end, text: whole });
    return;
  }
  if (!run.includes('/') && !run.includes('\n')) return;
  // A path or a prefix in front shifts the groups of four: read what stands between slashes and lines, each on its own.
  for (const match of run.matchAll(SEGMENT)) {
    const inner = match[0].length < run.length ? base64Text(match[0]) : null;
    if (inner !== null)
      runs.push({ start: start + match.index, end: start + match.index + match[0].length, text: inner });
  }
}

const SEXTETS = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, value) => {
  SEXTETS[letter.charCodeAt(0)] = value;
});
SEXTETS[0x2d] = 62;
SEXTETS[0x5f] = 63;

/** The text the run encodes, or null as soon as a byte cannot be text: for words and random keys within a few bytes. */
function base64Text(run: string): string | null {
  let bytes: Uint8Array | undefined;
  let length = 0;
  let buffer = 0;
  let bits = 0;
  // Continuation bytes that must follow (RFC 3629): random bytes break the rule at once, and a decoder that throws is dear.
  let following = 0;
  for (let i = 0; i < run.length; i++) {
    const sextet = SEXTETS[run.charCodeAt(i)] ?? -1;
    if (sextet < 0) continue;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (buffer >> bits) & 0xff;
    if (!isTextByte(byte) || following > 0 !== (byte >= 0x80 && byte < 0xc0)) return null;
    following = byte < 0x80 ? 0 : byte < 0xc0 ? following - 1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    bytes ??= new Uint8Array(((run.length * 3) >> 2) + 3);
    bytes[length++] = byte;
  }
  return bytes && following === 0 ? textOf(bytes.subarray(0, length)) : null;
}

/** Base64 of UTF-16 (`powershell -EncodedCommand`). In ASCII each second byte is 0: the third and the fifth letter tell. */
function wideText(run: string): string | null {
  if (run[4] !== 'A' || run.length < 2 * SHORTEST || !/[A-D]/.test(run[2] ?? '')) return null;
  const text = Buffer.from(run, 'base64').toString('utf16le');
  return WIDE.test(text) ? text : null;
}

const WIDE = /^[\t\n\r\x20-\x7e\u00a0-\u024f]+$/;

const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f && byte !== 0xc0 && byte !== 0xc1 && byte < 0xf5) ||
  byte === 0x0a ||
  byte === 0x0d ||
  byte === 0x09;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length < 8) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

const HEX = /^(?:0x)?(?:[0-9a-fA-F]{2}){8,}$/;
/** Bytes with one separator: "61 6e 6e 61", "61:6e:6e:61". */
const SPACED_HEX = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ :-]){7,}[0-9a-fA-F]{2}(?![0-9A-Za-z])/g;

function addSpacedHexRuns(text: string, runs: EncodedRun[]): void {
  for (const match of text.matchAll(SPACED_HEX)) {
    const inner = hexText(match[0].replace(/[^0-9a-fA-F]/g, ''));
    if (inner !== null) runs.push({ start: match.index, end: match.index + match[0].length, text: inner });
  }
}

function hexText(run: string): string | null {
  const digits = run.startsWith('0x') ? run.slice(2) : run;
  if (!isTextByte(Number.parseInt(digits.slice(0, 2), 16))) return null;
  const bytes = Uint8Array.fromHex(digits);
  return bytes.every(isTextByte) ? textOf(bytes) : null;
}

/** U+E0020 to U+E007E are ASCII made invisible; the 256 variation selectors can carry bytes. */
const INVISIBLE = /[\u{e0020}-\u{e007f}]{6,}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8,}/gu;

function addInvisibleRuns(text: string, runs: EncodedRun[]): void {
  if (!/[\ufe00-\ufe0f\udb40]/.test(text)) return;
  for (const match of text.matchAll(INVISIBLE)) {
    const points = [...match[0]].map((character) => character.codePointAt(0) ?? 0);
    const end = match.index + match[0].length;
    if ((points[0] ?? 0) >= 0xe0020 && (points[0] ?? 0) <= 0xe007f) {
      const shown = points.map((point) => String.fromCharCode(point - 0xe0000)).join('');
      runs.push({ start: match.index, end, text: shown });
    } else {
      const inner = textOf(
        Uint8Array.from(points, (point) => (point < 0xe0100 ? point - 0xfe00 : point - 0xe0100 + 16)),
      );
      if (inner !== null) runs.push({ start: match.index, end, text: inner });
    }
  }
}

/** What a host written backwards begins with: a common top-level domain, reversed. Else every `first.last@` would be read twice. */
const REVERSED_HOST =
  /^(?:moc|ten|gro|ude|vog|tni|ofni|oi|ved|ppa|ia|oc|ue|ed|rf|se|ti|ln|eb|lp|tp|es|kd|on|if|hc|ta|zc|ks|uh|or|gb|rh|rg|ei|ku|ac|ua|zn|rb|xm|ra|lc|ni|pj|nc|rk|wt|gs|ht|az|rt|li|ur|tset|elpmaxe)\.[A-Za-z0-9.-]{1,63}$/i;
const ADDRESS_REACH = 76;

function addReversedAddresses(text: string, runs: EncodedRun[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < ADDRESS_REACH && isAddressUnit(text.charCodeAt(start - 1))) start--;
    if (at - start < 5 || !REVERSED_HOST.test(text.slice(start, at))) continue;
    let end = at + 1;
    while (end < text.length && end - at < ADDRESS_REACH && isAddressUnit(text.charCodeAt(end))) end++;
    if (end > at + 1) runs.push({ start, end, text: [...text.slice(start, end)].reverse().join('') });
  }
}

/** Letters, digits and . - _ + % */
const isAddressUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
  unit === 0x2e ||
  unit === 0x2d ||
  unit === 0x5f ||
  unit === 0x2b ||
  unit === 0x25;
