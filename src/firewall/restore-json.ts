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

/** Strings in strings are followed this deep; deeper ones are escaped like the third. */
const MAX_NESTING = 3;

export function createJsonDepth(): JsonDepth {
  let backslashes = 0;
  /** Strings open now, outermost first. */
  let open = 0;
  /** Level whose quotes are known to open strings: 1, or more where a string turned out to hold JSON. */
  let structural = 1;
  /** 0: this string's beginning says it is no JSON; 1: blank so far; 2: it began with a bracket. */
  let probe = 0;
  let unicode = 0;
  let escapedCode = 0;

  /** True where the quote begins or ends a string. */
  const onQuote = (): boolean => {
    let rest = backslashes;
    let level = 1;
    while (rest % 2 === 1 && level < MAX_NESTING + 1) {
      rest = (rest - 1) / 2;
      level++;
    }
    if (level > structural && level === open + 1 && probe === 2 && level <= MAX_NESTING) structural = level;
    if (level > structural) {
      probe = 0;
      return false;
    }
    const ends = open >= level;
    if (ends) structural = level;
    open = ends ? level - 1 : level;
    probe = ends ? 0 : 1;
    return true;
  };

  const onOther = (code: number): void => {
    if (probe === 0) return;
    if (code <= 0x20 || (backslashes > 0 && (code === 0x6e || code === 0x74 || code === 0x72))) return;
    if (backslashes === 0 && (code === 0x7b || code === 0x5b)) probe = 2;
    else probe = 0;
  };

  return {
    feed(code) {
      if (unicode > 0) {
        unicode--;
        escapedCode = (escapedCode * 16 + hexDigit(code)) & 0xffff;
        return unicode === 0 ? escapedCode : INSIDE_ESCAPE;
      }
      if (code === 0x5c) {
        backslashes++;
        return backslashes % 2 === 0 ? 0x5c : INSIDE_ESCAPE;
      }
      const escaped = backslashes % 2 === 1;
      const edge = code === 0x22 && onQuote();
      if (code !== 0x22) onOther(code);
      backslashes = 0;
      if (edge) return STRING_EDGE;
      if (!escaped) return code;
      if (code === 0x75) {
        unicode = 4;
        escapedCode = 0;
        return INSIDE_ESCAPE;
      }
      return ESCAPES.get(code) ?? code;
    },
    skip() {
      backslashes = 0;
      probe = 0;
    },
    outside: () => open === 0,
    escape(value) {
      let text = structural > open ? JSON.stringify(value) : escapeOnce(value);
      for (let level = structural > open ? 0 : 1; level < open; level++) text = escapeOnce(text);
      return text;
    },
  };
}

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
