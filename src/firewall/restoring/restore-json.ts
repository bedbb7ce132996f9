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
  /** Whether the point reached is outside any string. */
  outside(): boolean;
}

export const INSIDE_ESCAPE = -1;
export const STRING_EDGE = -2;

/** JSON in JSON is followed this deep; below it a value is escaped as in a string that is no JSON. */
const MAX_NESTING = 6;

/** `inString`: the text itself stands in a string of JSON, so that it may be prose. */
export function createJsonDepth({ inString = false }: { readonly inString?: boolean } = {}): JsonDepth {
  return createLevel(inString ? 2 : 1);
}

/** One text that is JSON, or may be: level 2 is what stands in a string of level 1, its escapes undone. */
interface Level extends JsonDepth {
  /** It turned out to be no JSON. */
  isProse(): boolean;
  /** Some string of it has begun: prose hardly gets so far. */
  isCertain(): boolean;
  reset(): void;
}

function createLevel(depth: number): Level {
  const isWhole = depth === 1;
  let open = false;
  /** A backslash came last. */
  let escaped = false;
  /** Digits of `\u` that are still to come. */
  let digits = 0;
  let unicode = 0;
  let prose = false;
  let certain = false;
  /** Brackets open, and the last character outside strings that is not blank (`VALUE` after a string or a placeholder). */
  let brackets = 0;
  let last = BEGINNING;
  let inner: Level | undefined;

  /** Outside strings, of a text that is not known to be JSON. */
  const follow = (code: number): void => {
    if (code <= 0x20) return;
    const opens = code === 0x5b || code === 0x7b;
    if (last === BEGINNING ? !opens : brackets === 0) prose = true;
    else if (last === VALUE && !ENDS_VALUE.has(code)) prose = true;
    else if (!opens && !BARE.has(code)) prose = true;
    if (opens) brackets++;
    else if (code === 0x5d || code === 0x7d) brackets--;
    last = code;
  };

  const begin = (): number => {
    if (!isWhole && !BEFORE_STRING.has(last)) {
      prose = true;
      return 0x22;
    }
    open = true;
    certain = true;
    if (depth < MAX_NESTING) {
      inner ??= createLevel(depth + 1);
      inner.reset();
    }
    return STRING_EDGE;
  };

  /** A character of a string, its escape undone: one of the text that stands in it. */
  const contain = (code: number): number => {
    if (inner === undefined || inner.isProse()) return code;
    const said = inner.feed(code);
    return inner.isCertain() && !inner.isProse() ? said : code;
  };

  return {
    feed(code) {
      if (!open) {
        if (code === 0x22) return begin();
        if (!isWhole) follow(code);
        return code;
      }
      if (digits > 0) {
        digits--;
        unicode = (unicode * 16 + hexDigit(code)) & 0xffff;
        return digits === 0 ? contain(unicode) : INSIDE_ESCAPE;
      }
      if (escaped) {
        escaped = false;
        if (code !== 0x75) return contain(ESCAPES.get(code) ?? code);
        digits = 4;
        unicode = 0;
        return INSIDE_ESCAPE;
      }
      if (code === 0x5c) {
        escaped = true;
        return INSIDE_ESCAPE;
      }
      if (code !== 0x22) return contain(code);
      open = false;
      last = VALUE;
      return STRING_EDGE;
    },
    skip() {
      escaped = false;
      digits = 0;
      if (open) inner?.skip();
      else if (last === BEGINNING) prose = true;
      else last = VALUE;
    },
    escape(value) {
      if (prose) return value;
      if (!open) return isWhole || certain ? JSON.stringify(value) : value;
      return escapeOnce(inner === undefined || inner.isProse() ? value : inner.escape(value));
    },
    outside: () => !open || prose,
    isProse: () => prose,
    isCertain: () => certain,
    reset() {
      open = false;
      escaped = false;
      digits = 0;
      prose = false;
      certain = false;
      brackets = 0;
      last = BEGINNING;
    },
  };
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
