/**
 * Tells a machine-made value from words. Letters that may follow each letter: the pairs that make up 96.5 % of the letter pairs
 * in English text and identifiers (counted over Python's standard library and npm packages); a random pair is among them
 * with probability 0.39.
 */
const FOLLOWERS: readonly string[] = [
  'bcdfgiklmnprstuvxy',
  'aeijlorsu',
  'acehiklortu',
  'adeilorsu',
  'abcdefgilmnopqrstvwxy',
  'aefilortu',
  'aehinrstu',
  'aeiort',
  'abcdefglmnoprstvxz',
  'es',
  'eis',
  'adeilostuy',
  'abeimopsu',
  'acdefgiklnopstuvy',
  'abcdfgiklmnoprstuvw',
  'aehiloprstuy',
  'u',
  'acdefgiklmnorstuvy',
  'acehilopstuy',
  'acehiloprstuy',
  'abcdeilmnprst',
  'aeio',
  'aehinors',
  'ceipt',
  'npst',
  'eo',
];
const COMMON = new Uint8Array(26 * 26);
FOLLOWERS.forEach((letters, first) => {
  for (const letter of letters) COMMON[first * 26 + letter.charCodeAt(0) - 97] = 1;
});

/** 0 for other, 1 for a capital, 2 for a small letter, 3 for a digit. */
const classOf = (code: number): 0 | 1 | 2 | 3 => {
  if (code >= 97 && code <= 122) return 2;
  if (code >= 65 && code <= 90) return 1;
  return code >= 48 && code <= 57 ? 3 : 0;
};

const isWord = (value: string, from: number, to: number): boolean => {
  const length = to - from;
  if (length < 3) return false;
  let common = 0;
  for (let i = from + 1; i < to; i++) {
    const pair = ((value.charCodeAt(i - 1) | 32) - 97) * 26 + (value.charCodeAt(i) | 32) - 97;
    common += COMMON[pair] ?? 0;
  }
  return common >= (length - 1) * (length < 6 ? 0.99 : 0.8);
};

/** The end of a word that starts at `at`: small letters after at most one capital, or capitals only. */
const wordEnd = (value: string, at: number): number => {
  const first = classOf(value.charCodeAt(at));
  let i = at + 1;
  if (first === 1 && classOf(value.charCodeAt(i)) === 1) {
    while (classOf(value.charCodeAt(i)) === 1) i++;
    // `HTTPServer`: the last capital opens the next word.
    return classOf(value.charCodeAt(i)) === 2 && i - at > 1 ? i - 1 : i;
  }
  while (classOf(value.charCodeAt(i)) === 2) i++;
  return i;
};

/** The share, 0 to 1, of the letters and digits that stand in pronounceable words of at least three letters (four when they are few). */
export const wordShare = (value: string): number => {
  let all = 0;
  let inWords = 0;
  let i = 0;
  while (i < value.length) {
    const kind = classOf(value.charCodeAt(i));
    if (kind === 0) {
      i++;
    } else if (kind === 3) {
      all++;
      i++;
    } else {
      const end = Math.max(wordEnd(value, i), i + 1);
      all += end - i;
      if (isWord(value, i, end)) inWords += end - i;
      i = end;
    }
  }
  return all === 0 ? 1 : inWords / all;
};

/** Shannon entropy in bits a character. */
export const entropy = (value: string): number => {
  const counts = new Map<number, number>();
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let bits = 0;
  for (const n of counts.values()) bits -= (n / value.length) * Math.log2(n / value.length);
  return bits;
};

export interface Makeup {
  readonly upper: number;
  readonly lower: number;
  readonly digits: number;
  readonly others: number;
  /** How many different characters. */
  readonly distinct: number;
  /** How often neighbouring characters differ in class. */
  readonly changes: number;
}

/** Counts of character classes. */
export const makeup = (value: string): Makeup => {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  const seen = new Set<number>();
  let changes = 0;
  let last = -1;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    seen.add(code);
    const kind = classOf(code);
    counts[kind]++;
    if (last >= 0 && kind !== last) changes++;
    last = kind;
  }
  return { upper: counts[1], lower: counts[2], digits: counts[3], others: counts[0], distinct: seen.size, changes };
};
