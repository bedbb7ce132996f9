/** A run of characters that may be bytes in base64 or hexadecimal digits; `text` is the run without line ends. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Six bytes of base64 (RFC 4648, both alphabets), also over the line ends of mail (RFC 2045). */
const BASE64 = /[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const SPACED_HEX = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ :-]){5,}[0-9a-fA-F]{2}(?![0-9A-Za-z])/g;

const HEX_DIGITS = /[0-9a-fA-F]{10,}/g;

/** A word has its one capital in front. */
const MIXED = /.[A-Z0-9]/;
const DIGIT = /[0-9]/;

export function* longRuns(text: string): Generator<Run> {
  /** Where runs of base64 begin and end, one after the other. */
  const edges: number[] = [];
  for (const match of text.matchAll(BASE64)) {
    if (MIXED.test(match[0])) {
      edges.push(match.index, match.index + match[0].length);
      yield { start: match.index, end: match.index + match[0].length, text: match[0].replace(/[\r\n=]/g, '') };
    }
  }
  // Hexadecimal digits beside letters or signs of the other alphabet; those that are a run by themselves have been told.
  let edge = 0;
  for (const match of text.matchAll(HEX_DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    while (edge < edges.length && (edges[edge] as number) < start) edge += 2;
    if (edges[edge] === start && edges[edge + 1] === end) continue;
    if (DIGIT.test(match[0])) yield { start, end, text: match[0] };
  }
}

/** Bytes apart: "61 6e 6e 61", "61:6e:6e:61". */
export function* pairedRuns(text: string): Generator<Run> {
  for (const match of text.matchAll(SPACED_HEX)) {
    yield { start: match.index, end: match.index + match[0].length, text: match[0].replace(/[^0-9a-fA-F]/g, '') };
  }
}

/** What the run says as bytes, from every place where it may begin: the group of four, or the pair of digits, may be cut. */
export function* decodings(run: string): Generator<string> {
  if (/^[0-9a-fA-F]+$/.test(run)) {
    for (const shift of [0, 1]) yield Buffer.from(run.slice(shift), 'hex').toString('utf8');
  }
  for (let shift = 0; shift < 4; shift++) yield Buffer.from(run.slice(shift), 'base64').toString('utf8');
}

/**
 * A quick answer to whether a run of base64 may hold one of the values, in whatever alignment: three bytes of each, without regard to
 * case, are looked for at every second bit. Hexadecimal digits are not judged: true; nor is a run that is text from its first byte on,
 * which may be encoded once more.
 */
export function createRunFilter(values: readonly string[]): (run: string) => boolean {
  const grams = new Uint8Array(1 << 12);
  for (const value of values) grams[gramFor(value)] = 1;
  return (run) => {
    if (HEX.test(run) || beginsText(run)) return true;
    let bits = 0;
    for (let at = 0; at < run.length; at++) {
      bits = ((bits << 6) | (SEXTETS[run.charCodeAt(at) & 127] ?? 0)) & 0x3fffffff;
      if (at < 3) continue;
      if (grams[hash(bits & 0xffffff)] === 1) return true;
      if (at > 3 && (grams[hash((bits >>> 2) & 0xffffff)] === 1 || grams[hash((bits >>> 4) & 0xffffff)] === 1))
        return true;
    }
    return false;
  };
}

/** Nine bytes of ASCII text. */
function beginsText(run: string): boolean {
  if (run.length < 12) return false;
  for (let at = 0; at < 12; at += 4) {
    let bits = 0;
    for (let i = at; i < at + 4; i++) bits = (bits << 6) | (SEXTETS[run.charCodeAt(i) & 127] ?? 0);
    if (!isText(bits >>> 16) || !isText((bits >>> 8) & 0xff) || !isText(bits & 0xff)) return false;
  }
  return true;
}

const isText = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;

const HEX = /^[0-9a-fA-F]{10,}$/;

/** Three bytes by the low bits of each, where capitals are as small letters. */
const hash = (bytes: number): number => ((bytes >>> 8) & 0xf00) | ((bytes >>> 4) & 0xf0) | (bytes & 0xf);

/** The value's first three letters or digits in a row, which stay together however it is spelled; else its first bytes. */
function gramFor(value: string): number {
  const together = TOGETHER.exec(value)?.[0];
  const [a = 0, b = 0, c = 0] =
    together === undefined
      ? Buffer.from(value.slice(0, 3), 'utf8')
      : [together.charCodeAt(0), together.charCodeAt(1), together.charCodeAt(2)];
  return hash((a << 16) | (b << 8) | c);
}

const TOGETHER = /[A-Za-z0-9]{3}/;

const SEXTETS = new Uint8Array(128);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, value) => {
  SEXTETS[letter.charCodeAt(0)] = value;
});
SEXTETS[0x2d] = 62;
SEXTETS[0x5f] = 63;
