import type { NameClass } from './credential-name.ts';
import { isPlaceholder } from './placeholder.ts';
import { entropy, makeup, wordShare } from './randomness.ts';

/** How a value was written: between quotes, alone after the name on its line (`.env`, YAML), or bare within other text. */
export type Writing = 'quoted' | 'line' | 'bare';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^(?:[0-9a-f]+|[0-9A-F]+)$/;
const CREDENTIAL_WORD =
  /pass|secret|token|admin|user|login|test|demo|key|qwerty|letmein|welcome|value|string|field|input|auth/i;
const NAMES_OF_THINGS =
  /^(?:(?:u?int|float|utf|sha|md|aes|rsa|hs|rs|es|base|bcrypt|scrypt|argon|pbkdf|hex|iso|oauth|http|ipv?|ver|col|row|arg|step|level)[-_]?\d{1,4}[-_a-z\d]{0,16}|[vhpxy][-_]?\d{1,4}[-_.\d]{0,16})$/i;
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\.{0,2}\/|~\/|[A-Za-z]:\\|www\.|#|@[a-z]|[\w.+-]{1,64}@[\w-]{1,64}\.)/i;
const NUMBER_LIKE = /^[-+]?[\d.,:/\s%-]+(?:px|em|rem|ms|s|kb|mb|gb|am|pm|z)?$/i;

/**
 * How sure one may be, 0 to 1, that the value assigned to a credential-like name is a secret. Below 0.5 means no: words,
 * identifiers, references, placeholders, plain numbers.
 */
export const judgeValue = (value: string, name: NameClass, writing: Writing): number => {
  if (value.length < 6 || value.length > 2048 || /\s/.test(value)) return 0;
  if (ADDRESS.test(value) || NUMBER_LIKE.test(value) || NAMES_OF_THINGS.test(value) || isPlaceholder(value)) return 0;
  if (UUID.test(value)) return name === 'secret' && writing !== 'bare' ? 0.6 : 0.3;
  return name === 'password' ? judgePassword(value, writing) : judgeKey(value, name, writing);
};

const judgePassword = (value: string, writing: Writing): number => {
  const { upper, lower, digits, distinct } = makeup(value);
  if (/[()<>{}[\]\\]/.test(value) && (writing === 'bare' || isBracketed(value))) return 0;
  if (distinct < 5) return 0;
  const strange = countStrange(value);
  const kinds = Number(upper > 0) + Number(lower > 0) + Number(digits > 0) + Number(strange > 0);
  const words = wordShare(value);
  if (upper + lower === 0) return 0;
  if (CREDENTIAL_WORD.test(value) && words > 0.4 && (kinds < 3 || strange === 0)) return 0.3;
  if (kinds >= 3 && value.length >= 8 && digits > 0 && (strange > 0 || words < 0.7))
    return writing === 'bare' ? 0.75 : 0.85;
  if (digits === 0 && strange === 0) return value.length >= 12 && words < 0.3 ? 0.7 : 0.2;
  if (digits === 0) return words < 0.9 || kinds >= 3 ? (writing === 'bare' ? 0.4 : 0.55) : 0.3;
  // `hashed_pw1`, `user-2`: an identifier.
  if (strange === 0 && upper === 0 && words > 0.5 && /[_-]/.test(value)) return 0.3;
  // Letters and digits, or one case and a symbol: `hunter2` on a line of its own, not in the middle of code.
  if (words < 0.5 && value.length >= 8) return writing === 'bare' ? 0.6 : 0.75;
  return writing === 'bare' ? 0.4 : 0.6;
};

/** A pair of brackets or an escape: code, a template or a pattern. */
const isBracketed = (value: string): boolean =>
  ['()', '{}', '<>', '[]'].some((pair) => {
    const open = value.indexOf(pair.charAt(0));
    return open >= 0 && value.includes(pair.charAt(1), open);
  }) || /\\[a-z]/.test(value);

/** Symbols that identifiers, paths and labels do not hold. */
const countStrange = (value: string): number => {
  let n = 0;
  for (let i = 0; i < value.length; i++) if ('!@#$%^&*+=?~|'.includes(value.charAt(i))) n++;
  return n;
};

/** Base64 of plain words, `dGhpcyBpcyBhIHRlc3Q=`: an encoding, no key. Text with a colon or braces may be credentials. */
const isEncodedText = (value: string): boolean => {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false;
  try {
    const decoded = atob(value);
    return /^[\x20-\x7e\s]+$/.test(decoded) && !/[:{}]/.test(decoded) && wordShare(decoded) > 0.7;
  } catch {
    return false;
  }
};

const judgeKey = (value: string, name: NameClass, writing: Writing): number => {
  const { upper, lower, digits, distinct } = makeup(value);
  const length = value.length;
  if (/[^\w.+/=~:!@#$%^&*-]/.test(value) || distinct < 6) return 0;
  if (length < (name === 'token' ? 16 : 10)) return name === 'secret' ? judgePassword(value, writing) - 0.15 : 0;
  const words = wordShare(value);
  if (isEncodedText(value)) return 0.2;
  // `app-secret-1234567890`: words and a number.
  if (words > 0.4 && wordShare(value.replace(/\d+/g, '')) > 0.8 && countStrange(value) === 0) return 0.3;
  if (HEX.test(value)) {
    if (digits === 0 || upper + lower === 0) return 0.2;
    return name === 'token'
      ? length >= 32
        ? 0.6
        : 0.4
      : length >= 32
        ? 0.75
        : length >= 20
          ? 0.6
          : length >= 16 && writing !== 'quoted'
            ? 0.55
            : 0.4;
  }
  if (digits === 0 && (length < 20 || words > 0.25)) return 0.2;
  if (words > (name === 'token' ? 0.35 : 0.45))
    return length < 40 && words < 0.8 && name === 'secret' && countStrange(value) > 1 ? 0.55 : 0.3;
  const bits = entropy(value);
  if (bits < (length >= 20 ? 3.2 : 2.8)) return 0.3;
  const enough = name === 'token' ? 20 : 16;
  if (length >= enough) return writing === 'bare' ? 0.7 : 0.8;
  return writing === 'bare' || name === 'token' ? 0.45 : 0.6;
};
