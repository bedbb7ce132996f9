/**
 * How a model may write a placeholder back. Exactly: `[EMAIL_1]`. Otherwise: other brackets, none, another case inside
 * brackets, `-`, a blank or an escaped `\_` for `_`, brackets escaped for Markdown, HTML, URLs or JSON. Never a similar name, never part of a
 * longer number or word. The same reader serves restoring and the search for look-alikes in the caller's text, so
 * nothing can be restored that masking did not take into account.
 */

/** How the value has to be written where the placeholder stood. */
export type SpellingEncoding = 'plain' | 'html' | 'percent';

export interface Spelling {
  readonly end: number;
  /** `EMAIL_1`. */
  readonly name: string;
  readonly encoding: SpellingEncoding;
}

/** The names to look for. `has`: this one. `starts`: one that begins so and goes on with more digits. */
export interface NameIndex {
  readonly kinds: readonly string[];
  has(name: string): boolean;
  starts(name: string): boolean;
}

export interface SpellingReader {
  /** By ASCII code: 1 where a spelling may begin. */
  readonly begins: Uint8Array;
  /**
   * Reads a spelling at `at`; `before` is the character in front (0: none), `ended` says that no more text will come. 'partial': the
   * text ends inside what may still become one.
   */
  read(text: string, at: number, before: number, ended: boolean): Spelling | 'partial' | undefined;
}

interface Bracket {
  readonly open: string;
  readonly close: string;
  readonly encoding: SpellingEncoding;
  /** Common in prose: `(email 1)` is not taken for a placeholder, `(EMAIL_1)` is. */
  readonly weak: boolean;
}

const bracket = (open: string, close: string, encoding: SpellingEncoding = 'plain', weak = false): Bracket => ({
  open,
  close,
  encoding,
  weak,
});

/** Longer openers before the shorter ones they begin with. HTML's names are from the HTML standard's list of named characters. */
const BRACKETS: readonly Bracket[] = [
  bracket('[', ']'),
  bracket('{{', '}}'),
  bracket('{', '}'),
  bracket('(', ')', 'plain', true),
  bracket('<', '>', 'plain', true),
  bracket('\\\\[', '\\\\]'),
  bracket('\\[', '\\]'),
  bracket('【', '】'),
  bracket('［', '］'),
  bracket('〔', '〕'),
  bracket('「', '」'),
  bracket('｛', '｝'),
  bracket('（', '）', 'plain', true),
  bracket('〈', '〉'),
  bracket('《', '》'),
  bracket('⟨', '⟩'),
  bracket('&#91;', '&#93;', 'html'),
  bracket('&#x5b;', '&#x5d;', 'html'),
  bracket('&lbrack;', '&rbrack;', 'html'),
  bracket('&lsqb;', '&rsqb;', 'html'),
  bracket('&lt;', '&gt;', 'html'),
  bracket('%5b', '%5d', 'percent'),
  bracket('%7b', '%7d', 'percent'),
];

/** What may stand for `_`: a hyphen, blanks, Markdown's escape (once more inside JSON), HTML, URL and JSON forms, wide forms. */
const SEPARATORS: readonly string[] = [
  '_',
  '-',
  ' ',
  '\u00a0',
  '\\_',
  '\\\\_',
  '%5f',
  '&#95;',
  '\u2010',
  '\u2011',
  '\uff3f',
  '\uff0d',
  ...['005f', '00a0', '2010', '2011', 'ff3f', 'ff0d'].flatMap((hex) => [`\\u${hex}`, `\\\\u${hex}`]),
];

/**
 * Programs that print JSON may escape any character (RFC 8259, section 7): `\u005b`, Python's `\u3010` and Go's `\u003c`; with two backslashes in
 * JSON that stands in a string of JSON, four below that. By the opening character, then by the number of backslashes.
 */
const ESCAPED_BRACKETS: ReadonlyMap<number, ReadonlyMap<number, Bracket>> = new Map(
  BRACKETS.filter(({ open }) => open.length === 1 && open !== '(').map(({ open, close, weak }) => [
    open.charCodeAt(0),
    new Map(
      [1, 2, 4].map((slashes) => [slashes, bracket(escaped(open, slashes), escaped(close, slashes), 'plain', weak)]),
    ),
  ]),
);

function escaped(character: string, slashes: number): string {
  return `${'\\'.repeat(slashes)}u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const PARTIAL = -2;
const NONE = -1;
const MAX_DIGITS = 7;

/** A reader for some names. Pure; reading takes time bounded by the longest name. */
export function createSpellingReader(index: NameIndex): SpellingReader {
  const { begins, byInitial } = kindTable(index.kinds);
  return {
    begins,
    read(text, at, before, ended) {
      const kinds = byInitial.get(text.charCodeAt(at));
      if (kinds === undefined) return readBracketed({ text, ended, index, byInitial }, at, before);
      if (!isBoundary(before) || !mayBe(kinds, text, at)) return undefined;
      return readBare({ text, ended, index, byInitial }, at, kinds);
    },
  };
}

/** True for the first characters of the brackets outside ASCII. */
export function beginsWide(code: number): boolean {
  return WIDE_PAGES[code >> 8] === 1 && OPENED_BY.has(code);
}

/** By the first character of the opening bracket. */
const OPENED_BY: ReadonlyMap<number, readonly Bracket[]> = Map.groupBy(BRACKETS, ({ open }) => open.charCodeAt(0));

/** By the upper half of a character's code: most letters of other scripts are told apart by it alone. */
const WIDE_PAGES = new Uint8Array(256);
for (const code of OPENED_BY.keys()) if (code >= 128) WIDE_PAGES[code >> 8] = 1;

/** What reading needs of a set of kinds; it is the same for all requests with these kinds. */
interface KindTable {
  readonly begins: Uint8Array;
  readonly byInitial: ReadonlyMap<number, readonly string[]>;
}

const tables = new Map<string, KindTable>();
/** Workspaces may name kinds of their own; 1,000 tables take 1 MB. */
const MOST_TABLES = 1000;

function kindTable(kinds: readonly string[]): KindTable {
  const key = kinds.join(' ');
  let table = tables.get(key);
  if (table === undefined) {
    table = makeTable(kinds);
    if (tables.size >= MOST_TABLES) tables.clear();
    tables.set(key, table);
  }
  return table;
}

function makeTable(kinds: readonly string[]): KindTable {
  const byInitial = Map.groupBy(kinds, (kind) => kind.charCodeAt(0));
  const begins = new Uint8Array(128);
  for (const initial of [...OPENED_BY.keys(), ...byInitial.keys()]) if (initial < 128) begins[initial] = 1;
  return { begins, byInitial };
}

/** Most capitals begin some other word: its second letter says so. */
function mayBe(kinds: readonly string[], text: string, at: number): boolean {
  if (at + 1 >= text.length) return true;
  const second = text.charCodeAt(at + 1);
  for (const kind of kinds) {
    const wanted = kind.length === 1 ? 0x5f : kind.charCodeAt(1);
    if (wanted === second || wanted === 0x5f) return true;
  }
  return false;
}

/** No letter, digit or `_` before a name without brackets, nor `$`, `.`, `%`, `-`, `\`: those make it part of a longer word of some code. */
function isBoundary(before: number): boolean {
  return !isWord(before) && before !== 0x24 && before !== 0x2e && before !== 0x25 && before !== 0x2d && before !== 0x5c;
}

function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f
  );
}

interface Reading {
  readonly text: string;
  readonly ended: boolean;
  readonly index: NameIndex;
  readonly byInitial: ReadonlyMap<number, readonly string[]>;
}

function readBare(reading: Reading, at: number, kinds: readonly string[]): Spelling | 'partial' | undefined {
  const { text, ended } = reading;
  let best: Spelling | undefined;
  for (const kind of kinds) {
    const core = readCore(reading, at, { kind, fold: false });
    if (core === 'partial') return 'partial';
    if (core === undefined) continue;
    if (core.end >= text.length && !ended) return 'partial';
    if (core.end < text.length && isWord(text.charCodeAt(core.end))) continue;
    if (best === undefined || core.end > best.end) best = { end: core.end, name: core.name, encoding: 'plain' };
  }
  return best;
}

function readBracketed(reading: Reading, at: number, before: number): Spelling | 'partial' | undefined {
  let partial = false;
  if (reading.text.charCodeAt(at) === 0x5c) {
    const found = readEscaped(reading, at);
    if (found !== undefined && found !== 'partial') return found;
    partial = found === 'partial';
  }
  for (const candidate of OPENED_BY.get(reading.text.charCodeAt(at)) ?? []) {
    // A call `f(EMAIL_1)` and a link `](EMAIL_1)` need their brackets: there the bare name is restored.
    if (candidate.open === '(' && (isWord(before) || before === 0x5d || before === 0x29)) continue;
    const inner = readLiteral(reading.text, at, candidate.open, reading.ended);
    if (inner === PARTIAL) partial = true;
    if (inner < 0) continue;
    const found = readInside(reading, inner, candidate);
    if (found === 'partial') partial = true;
    else if (found !== undefined) return found;
  }
  return partial ? 'partial' : undefined;
}

/** Brackets in JSON's escapes. */
function readEscaped(reading: Reading, at: number): Spelling | 'partial' | undefined {
  const { text, ended } = reading;
  let hex = at + 1;
  while (hex < at + 4 && text.charCodeAt(hex) === 0x5c) hex++;
  const slashes = hex - at;
  if (hex < text.length && text.charCodeAt(hex++) !== 0x75) return undefined;
  let code = 0;
  for (const end = hex + 4; hex < end && hex < text.length; hex++) {
    const digit = hexDigit(text.charCodeAt(hex));
    if (digit < 0) return undefined;
    code = code * 16 + digit;
  }
  if (hex < at + slashes + 5) return ended ? undefined : 'partial';
  const candidate = ESCAPED_BRACKETS.get(code)?.get(slashes);
  return candidate === undefined ? undefined : readInside(reading, hex, candidate);
}

function hexDigit(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NONE;
}

function readInside(reading: Reading, inner: number, candidate: Bracket): Spelling | 'partial' | undefined {
  const { text, ended } = reading;
  const at = text.charCodeAt(inner) === 0x20 ? inner + 1 : inner;
  if (at >= text.length) return ended ? undefined : 'partial';
  const kinds = reading.byInitial.get(upper(text.charCodeAt(at)));
  if (kinds === undefined) return undefined;
  let partial = false;
  for (const kind of kinds) {
    const core = readCore(reading, at, { kind, fold: true });
    if (core === 'partial') partial = true;
    if (core === 'partial' || core === undefined) continue;
    if (candidate.weak && core.folded && core.loose) continue;
    const closeAt = text.charCodeAt(core.end) === 0x20 ? core.end + 1 : core.end;
    const end = readLiteral(text, closeAt, candidate.close, ended);
    if (end === PARTIAL) partial = true;
    else if (end >= 0) return { end, name: core.name, encoding: candidate.encoding };
  }
  return partial ? 'partial' : undefined;
}

interface Core {
  readonly end: number;
  readonly name: string;
  /** Some letter was not a capital. */
  readonly folded: boolean;
  /** A blank or a hyphen stood for `_`. */
  readonly loose: boolean;
}

interface Wanted {
  readonly kind: string;
  /** In any case. */
  readonly fold: boolean;
}

/** `KIND_n`: the kind's letters, separators for its `_`, one more separator and the digits. */
function readCore(reading: Reading, start: number, { kind, fold }: Wanted): Core | 'partial' | undefined {
  const { text, ended, index } = reading;
  let at = start;
  let folded = false;
  let loose = false;
  for (let i = 0; i <= kind.length; i++) {
    if (at >= text.length) return ended ? undefined : 'partial';
    const wanted = i === kind.length ? 0x5f : kind.charCodeAt(i);
    const code = text.charCodeAt(at);
    if (wanted === 0x5f) {
      const next = readSeparator(text, at, ended);
      if (next < 0) return next === PARTIAL ? 'partial' : undefined;
      if (next - at === 1 && code !== 0x5f) loose = true;
      at = next;
    } else if (code === wanted) at++;
    else if (fold && upper(code) === wanted) {
      folded = true;
      at++;
    } else return undefined;
  }
  const end = digitsEnd(text, at);
  if (end === at) return end >= text.length && !ended ? 'partial' : undefined;
  if (end - at > MAX_DIGITS || text.charCodeAt(at) === 0x30) return undefined;
  const name = `${kind}_${text.slice(at, end)}`;
  if (index.has(name)) return { end, name, folded, loose };
  return end >= text.length && !ended && index.starts(name) ? 'partial' : undefined;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at <= MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function readSeparator(text: string, at: number, ended: boolean): number {
  if (text.charCodeAt(at) === 0x5f) return at + 1;
  let partial = false;
  for (const separator of SEPARATORS) {
    const end = readLiteral(text, at, separator, ended);
    if (end >= 0) return end;
    if (end === PARTIAL) partial = true;
  }
  return partial ? PARTIAL : NONE;
}

/** Past `literal` (ASCII letters in any case), or NONE, or PARTIAL where the text ends inside it. */
function readLiteral(text: string, at: number, literal: string, ended: boolean): number {
  for (let i = 0; i < literal.length; i++) {
    if (at + i >= text.length) return ended ? NONE : PARTIAL;
    const code = text.charCodeAt(at + i);
    const wanted = literal.charCodeAt(i);
    if (code !== wanted && !(wanted >= 0x61 && wanted <= 0x7a && code + 0x20 === wanted)) return NONE;
  }
  return at + literal.length;
}

const upper = (code: number): number => (code >= 0x61 && code <= 0x7a ? code - 0x20 : code);
