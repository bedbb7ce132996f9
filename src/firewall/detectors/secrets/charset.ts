/** Character classes of ASCII as bit sets, so that a run of allowed characters is one table look-up per character. */
const DIGIT = 1;
const UPPER = 2;
const LOWER = 4;
const HEX_LOWER = 8;
const HEX_UPPER = 16;
const UNDERSCORE = 32;
const DASH = 64;
const DOT = 128;
const BASE64_EXTRA = 256;
const EQUALS = 512;
const TILDE = 1024;
const BASE32_DIGIT = 2048;

const TABLE = new Uint16Array(128);
const mark = (characters: string, bit: number): void => {
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i);
    TABLE[code] = (TABLE[code] ?? 0) | bit;
  }
};
mark('0123456789', DIGIT);
mark('234567', BASE32_DIGIT);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', UPPER);
mark('abcdefghijklmnopqrstuvwxyz', LOWER);
mark('abcdef', HEX_LOWER);
mark('ABCDEF', HEX_UPPER);
mark('_', UNDERSCORE);
mark('-', DASH);
mark('.', DOT);
mark('+/', BASE64_EXTRA);
mark('=', EQUALS);
mark('~', TILDE);

/** One letter per alphabet, as used in the forms of the vendor tables. */
export const ALPHABETS = {
  /** digits */
  d: DIGIT,
  /** hexadecimal, lower case */
  h: DIGIT | HEX_LOWER,
  /** hexadecimal, upper case */
  H: DIGIT | HEX_UPPER,
  /** hexadecimal, either case */
  x: DIGIT | HEX_LOWER | HEX_UPPER,
  /** lower-case letters and digits */
  a: DIGIT | LOWER,
  /** upper-case letters and digits */
  A: DIGIT | UPPER,
  /** letters */
  l: LOWER | UPPER,
  /** letters and digits (base62) */
  n: DIGIT | UPPER | LOWER,
  /** letters, digits, underscore */
  w: DIGIT | UPPER | LOWER | UNDERSCORE,
  /** base64url without padding */
  u: DIGIT | UPPER | LOWER | UNDERSCORE | DASH,
  /** base64 */
  b: DIGIT | UPPER | LOWER | BASE64_EXTRA,
  /** base64 and base64url with padding */
  B: DIGIT | UPPER | LOWER | UNDERSCORE | DASH | BASE64_EXTRA | EQUALS,
  /** base32 of RFC 4648 */
  t: BASE32_DIGIT | UPPER,
  /** base64url and dot */
  s: DIGIT | UPPER | LOWER | UNDERSCORE | DASH | DOT,
  /** base64url, dot and tilde */
  z: DIGIT | UPPER | LOWER | UNDERSCORE | DASH | DOT | TILDE,
} as const;

export type Alphabet = keyof typeof ALPHABETS;

export const isAlphabet = (letter: string): letter is Alphabet => Object.hasOwn(ALPHABETS, letter);

/** Whether the character code belongs to the bit set; outside ASCII never. */
export const inSet = (code: number, set: number): boolean => code < 128 && ((TABLE[code] ?? 0) & set) !== 0;

/** Letter, digit or underscore: what may not touch a token on either side. NaN (end of text) is none. */
export const isWordCode = (code: number): boolean => inSet(code, ALPHABETS.w);

export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

export const isSpaceCode = (code: number): boolean => code === 32 || code === 9;

/** First index from `at` on (not beyond `limit`) whose character is outside the set. */
export const endOfRun = (text: string, at: number, set: number, limit: number): number => {
  const stop = Math.min(limit, text.length);
  let i = at;
  while (i < stop && inSet(text.charCodeAt(i), set)) i++;
  return i;
};
