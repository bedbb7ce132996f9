/**
 * Cuts a text that arrives in pieces into windows for detectors. Where the cuts are depends on the text alone, never on the pieces,
 * so that a stream is judged like the whole answer; each character is read about twice, so the time is linear.
 */
export interface AnswerWindows {
  append(text: string): void;
  /** The next window that can be read, or undefined where more text has to come first. Its own part has to be settled before the next. */
  next(ended: boolean): AnswerWindow | undefined;
  text(start: number, end: number): string;
  /** Something reaches to the end of the window and may go on: the next one is the same and longer. False where it is long enough. */
  widen(): boolean;
  /** Everything before this position is decided. */
  settle(to: number): void;
  /** Where what is not decided begins, and where the text ends. Positions count from the first character ever. */
  from(): number;
  end(): number;
}

/** A stretch of text with what stands around it: detectors need the words before and after a value. */
export interface AnswerWindow {
  readonly start: number;
  /** The part to be decided: values that begin in it belong to this window. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Lengths in UTF-16 code units. */
export interface WindowSizes {
  /** A window ends at the first line end, else sentence end, else blank from here on. */
  readonly line: number;
  readonly sentence: number;
  readonly blank: number;
}

/** What is held back is small: a few hundred characters, after which a value of ordinary length is over. */
export const SMALL_WINDOWS: WindowSizes = { line: 96, sentence: 128, blank: 224 };
/** Nothing waits for these: larger ones are read with less overlap. */
export const LARGE_WINDOWS: WindowSizes = { line: 1024, sentence: 1536, blank: 2048 };

/** Words around a value that can decide what it is (detectors look 60 to 80 characters far), and the rest of a value of several words. */
const AROUND = 96;
/** A text without any blank is cut here: keys and encoded files are longer than words. */
const LONGEST = 8192;
/** A value is read whole up to about this length: the time that its last reading takes holds up everybody else. */
const LONGEST_VALUE = 262_144;
/** A private key is kept in one window up to this length. */
const LONGEST_BLOCK = 16_384;

export function createAnswerWindows(sizes: WindowSizes): AnswerWindows {
  let buffer = '';
  /** Position of the buffer's first character. */
  let base = 0;
  let from = 0;
  /** Everything before has been looked at for a border of this window, or for the end of what follows it. */
  let seen = 0;
  let border: number | undefined;
  /** How much of what follows is read with a window. */
  let around = AROUND;

  const codeAt = (position: number): number => buffer.charCodeAt(position - base);
  const total = (): number => base + buffer.length;

  const findBorder = (): number | undefined => {
    const end = total();
    for (let at = Math.max(seen, from + sizes.line - 1); at < end; at++) {
      if (!isBorder(codeAt(at), codeAt(at - 1), at + 1 - from)) continue;
      const block = openBlock(at + 1);
      if (block === undefined) return at + 1;
      if (block > end) {
        // Looked at again when the end of the block may have come.
        seen = at;
        return undefined;
      }
      at = block - 2;
    }
    seen = Math.max(seen, end);
    return undefined;
  };

  const isBorder = (code: number, before: number, length: number): boolean => {
    if (code === 0x0a) return true;
    if (length >= sizes.sentence && isBlank(code) && isSentenceEnd(before)) return true;
    if (length >= sizes.blank && (isBlank(code) || isUnspaced(code))) return true;
    return length >= LONGEST && !isHighSurrogate(code);
  };

  /** Past the end of a key block that begins in this window and is not over at `to`; where it has not come yet, a position that has not either. */
  const openBlock = (to: number): number | undefined => {
    const own = buffer.slice(from - base, to - base);
    const begin = own.lastIndexOf('-----BEGIN ');
    if (begin === -1 || own.includes('-----END ', begin)) return undefined;
    const limit = from + LONGEST_BLOCK;
    if (to >= limit) return undefined;
    const close = buffer.indexOf('-----END ', to - base);
    if (close === -1 || base + close > limit) return limit;
    return Math.min(limit, base + close + CLOSING);
  };

  const findReach = (to: number): number | undefined => {
    const end = total();
    for (let at = to + around; at < end; at++) {
      const code = codeAt(at);
      if (isBlank(code) || isUnspaced(code) || (at - to >= around + LONGEST && !isHighSurrogate(code))) return at + 1;
    }
    return undefined;
  };

  const contextStart = (): number => {
    const first = Math.max(base, from - AROUND);
    if (first === base && base === 0) return 0;
    for (let at = first; at < from; at++) if (isBlank(codeAt(at))) return at + 1;
    return isLowSurrogate(codeAt(first)) ? first + 1 : first;
  };

  return {
    append(text) {
      buffer += text;
    },
    next(ended) {
      border ??= findBorder();
      const end = total();
      if (border === undefined) return ended && end > from ? { start: contextStart(), from, to: end, end } : undefined;
      const reach = findReach(border) ?? (ended ? end : undefined);
      return reach === undefined ? undefined : { start: contextStart(), from, to: border, end: reach };
    },
    text: (start, end) => buffer.slice(start - base, end - base),
    widen() {
      if (around >= LONGEST_VALUE) return false;
      around *= 2;
      return true;
    },
    settle(to) {
      around = AROUND;
      from = to;
      seen = to;
      border = undefined;
      const keep = Math.max(base, from - AROUND);
      buffer = buffer.slice(keep - base);
      base = keep;
    },
    from: () => from,
    end: total,
  };
}

/** The line of dashes that closes a block is a little longer than this. */
const CLOSING = 40;

const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;

/** `.`, `!`, `?`, `:` and `;`. */
const isSentenceEnd = (code: number): boolean =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3a || code === 0x3b;

/** Scripts from Thai on, most of them written without blanks; not the first half of a character. */
const isUnspaced = (code: number): boolean => code >= 0x0e00 && !isHighSurrogate(code);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
