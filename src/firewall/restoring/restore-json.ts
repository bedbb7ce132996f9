/**
 * Follows a JSON text and knows how a value has to be escaped at the point reached: once inside a string, twice inside a string of JSON
 * that itself stands in a string, and so on; outside any string it becomes a string of its own (RFC 8259).
 */
export interface JsonDepth {
  /** Takes the next character; returns the character it completes, `INSIDE_ESCAPE`, or `STRING_EDGE` for a quote that begins or ends a string. */
  feed(code: number): number;
  /** What came instead of characters fed: a placeholder. */
  skip(): void;
  escape(value: string): string;
  /** Whether an escape has begun, of whatever depth: no placeholder begins inside one. */
  isEscaping(): boolean;
  /** Whether the point reached is outside any string. */
  outside(): boolean;
  /** In a string that holds no JSON: until its quote or a backslash every character says itself, and need not be fed. */
  isPlain(): boolean;
}

export const INSIDE_ESCAPE = -1;
export const STRING_EDGE = -2;

/** JSON in JSON is followed this deep; below it a value is escaped as in a string that is no JSON. */
const MAX_NESTING = 6;

/** `inString`: the text itself stands in a string of JSON, so that it may be prose. */
export function createJsonDepth({ inString = false }: { readonly inString?: boolean } = {}): JsonDepth {
  return new Level(inString ? 2 : 1);
}

/**
 * One text that is JSON, or may be: level 2 is what stands in a string of level 1, its escapes undone. A class, because every call of a tool
 * has one, and another for its strings.
 */
class Level implements JsonDepth {
  private readonly depth: number;
  private readonly isWhole: boolean;
  private open = false;
  /** A backslash came last. */
  private escaped = false;
  /** Digits of `\u` that are still to come. */
  private digits = 0;
  private unicode = 0;
  /** It turned out to be no JSON. */
  private prose = false;
  /** Some string of it has begun: prose hardly gets so far. */
  private certain = false;
  /** Brackets open, and the last character outside strings that is not blank (`VALUE` after a string or a placeholder). */
  private brackets = 0;
  private last = BEGINNING;
  private inner: Level | undefined = undefined;

  constructor(depth: number) {
    this.depth = depth;
    this.isWhole = depth === 1;
  }

  feed(code: number): number {
    if (!this.open) {
      if (code === 0x22) return this.begin();
      if (!this.isWhole) this.follow(code);
      return code;
    }
    if (this.digits > 0) {
      this.digits--;
      this.unicode = (this.unicode * 16 + hexDigit(code)) & 0xffff;
      return this.digits === 0 ? this.contain(this.unicode) : INSIDE_ESCAPE;
    }
    if (this.escaped) {
      this.escaped = false;
      if (code !== 0x75) return this.contain(ESCAPES.get(code) ?? code);
      this.digits = 4;
      this.unicode = 0;
      return INSIDE_ESCAPE;
    }
    if (code === 0x5c) {
      this.escaped = true;
      return INSIDE_ESCAPE;
    }
    if (code !== 0x22) return this.contain(code);
    this.open = false;
    this.last = VALUE;
    return STRING_EDGE;
  }

  skip(): void {
    this.escaped = false;
    this.digits = 0;
    if (this.open) this.inner?.skip();
    else if (this.last === BEGINNING) this.prose = true;
    else this.last = VALUE;
  }

  escape(value: string): string {
    if (this.prose) return value;
    if (!this.open) return this.isWhole || this.certain ? JSON.stringify(value) : value;
    return escapeOnce(this.inner === undefined || this.inner.prose ? value : this.inner.escape(value));
  }

  isEscaping(): boolean {
    if (!this.open) return false;
    if (this.escaped || this.digits > 0) return true;
    return this.inner !== undefined && !this.inner.prose && this.inner.isEscaping();
  }

  outside(): boolean {
    return !this.open || this.prose;
  }

  isPlain(): boolean {
    return this.open && !this.escaped && this.digits === 0 && (this.inner === undefined || this.inner.prose);
  }

  private begin(): number {
    if (!this.isWhole && !BEFORE_STRING.has(this.last)) {
      this.prose = true;
      return 0x22;
    }
    this.open = true;
    this.certain = true;
    if (this.depth < MAX_NESTING) {
      this.inner ??= new Level(this.depth + 1);
      this.inner.reset();
    }
    return STRING_EDGE;
  }

  /** Outside strings, of a text that is not known to be JSON. */
  private follow(code: number): void {
    if (code <= 0x20) return;
    const opens = code === 0x5b || code === 0x7b;
    if (this.last === BEGINNING ? !opens : this.brackets === 0) this.prose = true;
    else if (this.last === VALUE && !ENDS_VALUE.has(code)) this.prose = true;
    else if (!opens && !BARE.has(code)) this.prose = true;
    if (opens) this.brackets++;
    else if (code === 0x5d || code === 0x7d) this.brackets--;
    this.last = code;
  }

  /** A character of a string, its escape undone: one of the text that stands in it. */
  private contain(code: number): number {
    const { inner } = this;
    if (inner === undefined || inner.prose) return code;
    const said = inner.feed(code);
    return inner.certain && !inner.prose ? said : code;
  }

  private reset(): void {
    this.open = false;
    this.escaped = false;
    this.digits = 0;
    this.prose = false;
    this.certain = false;
    this.brackets = 0;
    this.last = BEGINNING;
  }
}

const BEGINNING = -1;
const VALUE = -2;

const codesOf = (text: string): ReadonlySet<number> => new Set(Array.from(text, (char) => char.charCodeAt(0)));
const BEFORE_STRING = codesOf('[{,:');
const ENDS_VALUE = codesOf(',:]}');
/** Brackets, separators, numbers and the letters of true, false and null. */
const BARE = codesOf(']},:0123456789+-.eEtrufalsn');

/** RFC 8259, section 7: b, f, n, r, t. */
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);

const hexDigit = (code: number): number => (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57) & 0xf;

const escapeOnce = (text: string): string => JSON.stringify(text).slice(1, -1);
