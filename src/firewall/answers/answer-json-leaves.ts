/** What a JSON text says, as text, with the way back to where each character stands. */
export interface LeafText {
  /** Takes the next piece and returns what it says: strings decoded, numbers as written, a line for each, names before a colon. */
  read(json: string): string;
  /** Where a character of what was said stands in the JSON, and where the JSON ends that belongs to nothing before it. */
  rawAt(position: number): number;
  /** The parts of a range that stand in literals: inside the quotes of a string, or a whole number. */
  pieces(start: number, end: number): LeafPiece[];
  /** The JSON from where the last one ended, up to a position or all there is. */
  take(rawEnd: number | undefined): string;
  skip(rawEnd: number): void;
  /** UTF-16 code units of JSON that have not been taken. */
  held(): number;
}

export interface LeafPiece {
  /** Positions in the JSON. */
  readonly start: number;
  readonly end: number;
  /** Not in quotes: what stands there instead needs quotes of its own. */
  readonly literal: boolean;
  /** Part of a field's name. */
  readonly isName: boolean;
}

/** What a character of the text is in the JSON. */
const SAID = 0;
const LITERAL = 1;
const STRUCTURE = 2;

/** Without `maps` only `read` is of use: nothing is kept. */
export function createJsonLeaves(maps: boolean): LeafText {
  let state: 'outside' | 'string' | 'escape' | 'unicode' | 'literal' = 'outside';
  let unicode = '';
  let escapeStart = 0;
  /** A string has ended, and what follows tells whether it was a name. */
  let afterString = false;
  let position = 0;
  let said = '';
  /** Where in the JSON the last string begins; those that turned out to be names, until they are taken. */
  let stringStart = 0;
  let names: { readonly start: number; readonly end: number }[] = [];

  let raw = '';
  let rawBase = 0;
  let taken = 0;
  /** For each character said, from `base` on: where it begins and ends in the JSON, and what it is. */
  let base = 0;
  let starts: number[] = [];
  let ends: number[] = [];
  let classes: number[] = [];

  const say = (text: string, start: number, kind: number): void => {
    said += text;
    if (!maps) return;
    for (let i = 0; i < text.length; i++) {
      starts.push(start);
      ends.push(kind === STRUCTURE ? start : position + 1);
      classes.push(kind);
    }
  };

  const outside = (code: number, char: string): void => {
    if (code === 0x22) {
      if (afterString) say('\n', position, STRUCTURE);
      afterString = false;
      state = 'string';
      stringStart = position;
    } else if (isJsonBlank(code)) return;
    else if (isStructural(code)) {
      if (afterString) say(code === 0x3a ? ': ' : '\n', position, STRUCTURE);
      if (maps && afterString && code === 0x3a) names.push({ start: stringStart, end: position });
      afterString = false;
    } else {
      if (afterString) say('\n', position, STRUCTURE);
      afterString = false;
      state = 'literal';
      say(char, position, LITERAL);
    }
  };

  const inString = (code: number, char: string): void => {
    if (code === 0x22) {
      state = 'outside';
      afterString = true;
    } else if (code === 0x5c) {
      state = 'escape';
      escapeStart = position;
    } else say(char, position, SAID);
  };

  const inEscape = (code: number, char: string): void => {
    if (code === 0x75) {
      state = 'unicode';
      unicode = '';
      return;
    }
    state = 'string';
    say(ESCAPES[char] ?? char, escapeStart, SAID);
  };

  const inUnicode = (char: string): void => {
    unicode += char;
    if (unicode.length < 4) return;
    state = 'string';
    const value = /^[0-9a-fA-F]{4}$/.test(unicode) ? Number.parseInt(unicode, 16) : 0xfffd;
    say(String.fromCharCode(value), escapeStart, SAID);
  };

  const inLiteral = (code: number, char: string): void => {
    if (code !== 0x22 && !isJsonBlank(code) && !isStructural(code)) {
      say(char, position, LITERAL);
      return;
    }
    say('\n', position, STRUCTURE);
    state = 'outside';
    outside(code, char);
  };

  const feed = (char: string): void => {
    const code = char.charCodeAt(0);
    if (state === 'string') inString(code, char);
    else if (state === 'outside') outside(code, char);
    else if (state === 'literal') inLiteral(code, char);
    else if (state === 'escape') inEscape(code, char);
    else inUnicode(char);
    position++;
  };

  const forget = (): void => {
    raw = raw.slice(taken - rawBase);
    rawBase = taken;
    if (names.length > 0 && (names[0]?.end ?? 0) <= taken) names = names.filter(({ end }) => end > taken);
    let gone = 0;
    while (gone < ends.length && (ends[gone] ?? 0) <= taken) gone++;
    // Ranges asked for begin in what has not been taken.
    if (gone < 1024) return;
    starts = starts.slice(gone);
    ends = ends.slice(gone);
    classes = classes.slice(gone);
    base += gone;
  };

  return {
    read(json) {
      said = '';
      if (maps) raw += json;
      for (let i = 0; i < json.length; i++) feed(json.charAt(i));
      return said;
    },
    rawAt: (at) => starts[at - base] ?? position,
    pieces(start, end) {
      const pieces: LeafPiece[] = [];
      for (let at = start - base; at < end - base; at++) {
        const kind = classes[at];
        const from = Math.max(taken, starts[at] ?? position);
        const to = ends[at] ?? position;
        const last = pieces.at(-1);
        if (kind === STRUCTURE || kind === undefined || to <= from || (last !== undefined && to <= last.end)) continue;
        if (kind === LITERAL) pieces.push(wholeLiteral(from));
        else if (last?.end === from && !last.literal) pieces[pieces.length - 1] = { ...last, end: to };
        else pieces.push({ start: from, end: to, literal: false, isName: isName(from) });
      }
      return pieces;
    },
    take(rawEnd) {
      const end = Math.max(taken, rawEnd ?? position);
      const out = raw.slice(taken - rawBase, end - rawBase);
      taken = end;
      forget();
      return out;
    },
    skip(rawEnd) {
      taken = Math.max(taken, rawEnd);
      forget();
    },
    held: () => position - taken,
  };

  /** Half a number in quotes and half of it outside would be no JSON. */
  function wholeLiteral(at: number): LeafPiece {
    let start = at;
    let end = at;
    while (start > taken && isLiteralCode(raw.charCodeAt(start - 1 - rawBase))) start--;
    while (end < position && isLiteralCode(raw.charCodeAt(end - rawBase))) end++;
    return { start, end, literal: true, isName: false };
  }

  function isName(at: number): boolean {
    return names.some(({ start, end }) => start < at && at < end);
  }
}

const isLiteralCode = (code: number): boolean => code !== 0x22 && !isJsonBlank(code) && !isStructural(code);

/** RFC 8259, section 2 and 7. */
const isJsonBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const isStructural = (code: number): boolean =>
  code === 0x7b || code === 0x7d || code === 0x5b || code === 0x5d || code === 0x2c || code === 0x3a;

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
