/**
 * Letters of other scripts that are drawn like a Latin letter or a digit, from the shapes in Unicode's code charts. Only the
 * ones a reader would take for the other: the aim is to read a disguise, not to compare any two strings.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  // Cyrillic
  [
    '\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u04cf\u0433\u043a\u043c\u0442\u043f\u0432\u043d\u0438',
    'aeopcyxijshdqwlrkmtnbhu',
  ],
  [
    '\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0408\u0405\u04ae\u0500\u051a\u051c\u04c0\u0417\u0431',
    'ABEKMHOPCTXYIJSYDQWI36',
  ],
  // Greek
  [
    '\u03b1\u03b5\u03bf\u03c1\u03c5\u03bd\u03b9\u03ba\u03c7\u03c4\u03c3\u03b7\u03c9\u03b3\u03f2\u03f3\u03bc',
    'aeopuvikxtonwycju',
  ],
  [
    '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03f9\u037f',
    'ABEZHIKMNOPTYXCJ',
  ],
  // Armenian
  ['\u0561\u0563\u0570\u0578\u057d\u0585\u0566\u0581\u0584\u0575', 'wqhnuoqgpj'],
  // Cherokee
  [
    '\u13a0\u13a1\u13a2\u13aa\u13ab\u13b3\u13b7\u13bb\u13c0\u13c3\u13cf\u13d2\u13d4\u13d9\u13da\u13de\u13df\u13e2\u13e6',
    'DRTAJWMHGZbRWVSLCPK',
  ],
  // Latin: dotless, script and small-capital forms
  ['\u0131\u0138\u01c0\u0251\u0261\u0269\u026a\u0274\u0280\u0299\u029c\u029f', 'iklagiinrbhl'],
  [
    '\u1d00\u1d04\u1d05\u1d07\u1d0a\u1d0b\u1d0d\u1d0f\u1d18\u1d1b\u1d1c\u1d20\u1d21\u1d22\ua730\ua731',
    'acdejkmoptuvwzfs',
  ],
];

const TABLE = new Map<string, string>(
  PAIRS.flatMap(([from, to]) => [...from].map((letter, index): [string, string] => [letter, to[index] ?? letter])),
);

export const confusableOf = (letter: string): string | undefined => TABLE.get(letter);

/**
 * For a text, the question whether the word around a position mixes look-alikes with ASCII letters, or the whole token (with its
 * `@`, dots, hyphens) does while every letter of this word has a Latin twin. A Russian or Greek word beside a Latin one keeps its
 * letters. Words are read once: ask in the order of positions.
 */
export function mixedWordReader(text: string): (at: number) => boolean {
  let word = NO_LETTERS;
  let token = NO_LETTERS;
  return (at) => {
    if (at >= word.end) word = readAround(text, at, isWordPart);
    if (word.ascii) return true;
    if (word.foreign !== word.known) return false;
    if (at >= token.end) token = readAround(text, at, isTokenPart);
    return token.ascii;
  };
}

interface Letters {
  readonly end: number;
  readonly ascii: boolean;
  readonly foreign: number;
  readonly known: number;
}

const NO_LETTERS: Letters = { end: 0, ascii: false, foreign: 0, known: 0 };

function readAround(text: string, at: number, belongs: (unit: number) => boolean): Letters {
  let start = at;
  while (start > 0 && belongs(text.charCodeAt(start - 1))) start--;
  let ascii = false;
  let foreign = 0;
  let known = 0;
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (end > at && !belongs(unit)) break;
    if (isAsciiLetter(unit)) ascii = true;
    else if (unit >= 0x80) {
      foreign++;
      if (TABLE.has(text[end] ?? '')) known++;
    }
  }
  return { end, ascii, foreign, known };
}

const isAsciiLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** Letters beyond ASCII, without the punctuation and symbols of U+2000 to U+303F. */
const isForeign = (unit: number): boolean => unit >= 0xc0 && (unit < 0x2000 || unit > 0x303f) && unit < 0xd800;
const isWordPart = (unit: number): boolean => isAsciiLetter(unit) || isDigit(unit) || isForeign(unit);
const isTokenPart = (unit: number): boolean =>
  isWordPart(unit) || unit === 0x40 || unit === 0x2e || unit === 0x2d || unit === 0x5f || unit === 0x2b;
