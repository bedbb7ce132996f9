/**
 * Thousands of keywords against one text in one pass: the first few characters of all keywords are hashed, and where a text has
 * them, the lengths that begin so are tried, the longest first. Blanks of any kind count as a space.
 */
export interface KeywordIndex {
  /** Calls back for each keyword found, in order; a longer one hides shorter ones inside it. */
  each(text: string, found: (start: number, end: number) => void): void;
}

export interface KeywordOptions {
  readonly caseSensitive: boolean;
  /** A keyword counts only where no letter, digit or mark touches it. */
  readonly wholeWords: boolean;
}

/** Keys longer than this separate keywords no better. */
const LONGEST_KEY = 4;

export function buildKeywordIndex(keywords: readonly string[], options: KeywordOptions): KeywordIndex {
  const known = new Set(keywords.map((keyword) => plain(keyword, options.caseSensitive)).filter((word) => word !== ''));
  const keyLength = Math.min(LONGEST_KEY, ...[...known].map((word) => word.length));
  const lengths = new Map<string, number[]>();
  const firstUnits = new Uint8Array(256);
  for (const word of known) {
    const key = word.slice(0, keyLength);
    const list = lengths.get(key) ?? [];
    if (!list.includes(word.length)) list.push(word.length);
    lengths.set(key, list);
    firstUnits[word.charCodeAt(0) & 0xff] = 1;
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);

  const lengthAt = (text: string, at: number): number => {
    for (const length of lengths.get(text.slice(at, at + keyLength)) ?? []) {
      if (options.wholeWords && !endsWord(text, at + length)) continue;
      if (known.has(text.slice(at, at + length))) return length;
    }
    return 0;
  };
  return {
    each(text, found) {
      const haystack = plain(text, options.caseSensitive);
      for (let at = 0; at < haystack.length; ) {
        const possible =
          firstUnits[haystack.charCodeAt(at) & 0xff] === 1 && (!options.wholeWords || beginsWord(haystack, at));
        const length = possible ? lengthAt(haystack, at) : 0;
        if (length > 0) found(at, at + length);
        at += Math.max(1, length);
      }
    },
  };
}

/** The text with the same length, in lower case unless case counts, every blank a space. */
function plain(text: string, caseSensitive: boolean): string {
  const spaced = text.replace(/\s/g, ' ');
  if (caseSensitive) return spaced;
  const lower = spaced.toLowerCase();
  if (lower.length === spaced.length) return lower;
  // Some letters grow in lower case (U+0130): those stay, so that offsets hold.
  return spaced.replace(/./gsu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;

const isWord = (unit: number): boolean => {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit === 0x5f;
  return unit >= 0xd800 && unit <= 0xdfff ? false : WORD.test(String.fromCharCode(unit));
};

const isIdeographic = (unit: number): boolean => unit >= 0x3040 && unit <= 0x9fff;

/** Scripts without blanks have no word borders to ask for. */
const touches = (left: number, right: number): boolean =>
  isWord(left) && isWord(right) && !isIdeographic(left) && !isIdeographic(right);

const beginsWord = (text: string, at: number): boolean =>
  at === 0 || !touches(text.charCodeAt(at - 1), text.charCodeAt(at));
const endsWord = (text: string, end: number): boolean =>
  end >= text.length || !touches(text.charCodeAt(end - 1), text.charCodeAt(end));
