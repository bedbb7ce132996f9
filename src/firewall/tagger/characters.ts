/**
 * What a UTF-16 code unit is to the tagger, and its plain base letter, as tables filled once. Latin letters (Unicode blocks
 * Basic Latin to Latin Extended-B and Latin Extended Additional) are read; every other script is foreign to the model.
 */
export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const PUNCTUATION = 4;
export const NEWLINE = 5;
export const FOREIGN = 6;
/** Combining marks and the underscore: part of a word without being a letter of it. */
export const MARK = 7;
export const UNDERSCORE = 8;

const LIMIT = 0x1f00;
const classes = new Uint8Array(LIMIT).fill(FOREIGN);
const bases = new Uint16Array(LIMIT);

/** Letters that canonical decomposition leaves whole. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
};

for (let code = 0; code < LIMIT; code++) {
  const letter = String.fromCharCode(code);
  bases[code] = code;
  if (code === 10 || code === 13 || code === 11 || code === 12) classes[code] = NEWLINE;
  else if (code <= 32 || code === 0xa0 || (code >= 0x7f && code < 0xa0) || code === 0xad) classes[code] = SPACE;
  else if (code >= 48 && code <= 57) classes[code] = DIGIT;
  else if (code === 95) classes[code] = UNDERSCORE;
  else if (code >= 0x300 && code < 0x370) classes[code] = MARK;
  else if ((code < 0x250 || code >= 0x1e00) && /\p{L}/u.test(letter)) {
    const lower = letter.toLowerCase();
    classes[code] = lower !== letter || /\p{Lu}/u.test(letter) ? UPPER : LOWER;
    bases[code] = (UNDECOMPOSED[lower] ?? lower.normalize('NFD')).charCodeAt(0);
  } else if (code < 0x250) classes[code] = PUNCTUATION;
}

export function classOf(code: number): number {
  if (code < LIMIT) return classes[code] as number;
  if (code >= 0x2000 && code < 0x2070) return code < 0x2010 || code > 0x205e ? SPACE : PUNCTUATION;
  return FOREIGN;
}

/** Lower-cased letter without its accent; any other code unit as it is. */
export function baseOf(code: number): number {
  return code < LIMIT ? (bases[code] as number) : code;
}
