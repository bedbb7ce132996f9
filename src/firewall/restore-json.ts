/**
 * Follows a JSON text and knows how a value has to be escaped at the point reached: once inside a string, twice inside a string of JSON
 * that itself stands in a string, and so on; outside any string it becomes a string of its own (RFC 8259).
 */
export interface JsonDepth {
  /** Takes the next character; returns what it says outside of escapes, or -1 inside one. */
  feed(code: number): number;
  /** What came instead of characters fed: a placeholder. */
  skip(): void;
  escape(value: string): string;
}

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

  const onQuote = (): void => {
    let rest = backslashes;
    let level = 1;
    while (rest % 2 === 1 && level < MAX_NESTING + 1) {
      rest = (rest - 1) / 2;
      level++;
    }
    if (level > structural && level === open + 1 && probe === 2 && level <= MAX_NESTING) structural = level;
    if (level > structural) probe = 0;
    else if (open >= level) {
      open = level - 1;
      structural = level;
      probe = 0;
    } else {
      open = level;
      probe = 1;
    }
  };

  const onOther = (code: number): void => {
    if (probe === 0) return;
    if (code <= 0x20 || (backslashes > 0 && (code === 0x6e || code === 0x74 || code === 0x72))) return;
    if (code === 0x7b || code === 0x5b) probe = 2;
    else probe = 0;
  };

  return {
    feed(code) {
      if (unicode > 0) {
        unicode--;
        return unicode === 0 ? 0x20 : -1;
      }
      if (code === 0x5c) {
        backslashes++;
        return backslashes % 2 === 0 ? 0x5c : -1;
      }
      const escaped = backslashes % 2 === 1;
      if (code === 0x22) onQuote();
      else onOther(code);
      backslashes = 0;
      if (!escaped) return code;
      if (code === 0x75) {
        unicode = 4;
        return -1;
      }
      return code === 0x6e || code === 0x72 ? 0x0a : code === 0x74 || code === 0x62 || code === 0x66 ? 0x20 : code;
    },
    skip() {
      backslashes = 0;
      probe = 0;
    },
    escape(value) {
      let text = structural > open ? JSON.stringify(value) : escapeOnce(value);
      for (let level = structural > open ? 0 : 1; level < open; level++) text = escapeOnce(text);
      return text;
    },
  };
}

const escapeOnce = (text: string): string => JSON.stringify(text).slice(1, -1);
