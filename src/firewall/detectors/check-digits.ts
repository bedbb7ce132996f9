/**
 * Families of check digits, over strings already stripped of separators. All are total: a string that holds anything but
 * the characters the scheme names, or nothing at all, is simply not valid. None allocates.
 */

const ZERO = 48;

/** The value of the ASCII digit at `index`, or -1. */
export function digitAt(text: string, index: number): number {
  const value = text.charCodeAt(index) - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}

/** The base-36 value of the character at `index` (`0`-`9` = 0-9, `A`-`Z` in either case = 10-35), or -1. */
export function alnumAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  const upper = code & ~32;
  return upper >= 65 && upper <= 90 && code < 128 ? upper - 55 : -1;
}

/** Luhn sum modulo 10 of the digits in `[start, end)`, other characters skipped; -1 without a digit. ISO/IEC 7812-1 annex B. */
export function luhnRemainder(text: string, start: number, end: number): number {
  let sum = 0;
  let count = 0;
  for (let index = end - 1; index >= start; index--) {
    const digit = digitAt(text, index);
    if (digit < 0) continue;
    const doubled = digit * 2;
    sum += count % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    count++;
  }
  return count === 0 ? -1 : sum % 10;
}

/** Whether digits alone pass Luhn. ISO/IEC 7812-1 annex B. */
export function luhnValid(digits: string): boolean {
  return onlyDigits(digits) && luhnRemainder(digits, 0, digits.length) === 0;
}

/** Whether the text is one or more ASCII digits and nothing else. */
export function onlyDigits(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (digitAt(text, index) < 0) return false;
  return text.length > 0;
}

/** Remainder modulo 97 of digits and letters (A = 10 ... Z = 35), as in ISO/IEC 7064 MOD 97-10; -1 on any other character. */
export function mod97(alnum: string): number {
  let remainder = 0;
  for (let index = 0; index < alnum.length; index++) {
    const value = alnumAt(alnum, index);
    if (value < 0) return -1;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return alnum.length === 0 ? -1 : remainder;
}

/** Remainder of a long decimal number; -1 when it is not only digits. `modulus` up to 2^49. */
export function modulo(digits: string, modulus: number): number {
  if (digits.length === 0) return -1;
  let remainder = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = digitAt(digits, index);
    if (value < 0) return -1;
    remainder = (remainder * 10 + value) % modulus;
  }
  return remainder;
}

/** Sum of digit times weight for as many places as there are weights; NaN when a place is not a digit. */
export function weightedSum(digits: string, weights: readonly number[], offset = 0): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    const value = digitAt(digits, offset + index);
    if (value < 0) return Number.NaN;
    sum += value * (weights[index] ?? 0);
  }
  return sum;
}

/** As weightedSum, letters worth 10 to 35. */
export function weightedAlnumSum(text: string, weights: readonly number[], offset = 0): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    const value = alnumAt(text, offset + index);
    if (value < 0) return Number.NaN;
    sum += value * (weights[index] ?? 0);
  }
  return sum;
}

// Verhoeff, Error Detecting Decimal Codes (1969): the multiplication table of D5 and the permutation by position.
const D5 = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210';
const PERMUTATION = '01234567891576283094580379614289160435279453126870428657390127938064157046913258';

/** Whether digits, the check digit last, pass Verhoeff's scheme. */
export function verhoeffValid(digits: string): boolean {
  let check = 0;
  const length = digits.length;
  for (let place = 0; place < length; place++) {
    const digit = digitAt(digits, length - 1 - place);
    if (digit < 0) return false;
    check = digitAt(D5, check * 10 + digitAt(PERMUTATION, (place % 8) * 10 + digit));
  }
  return length > 0 && check === 0;
}

// H. M. Damm, Total anti-symmetrische Quasigruppen (2004): the quasigroup of order 10.
const DAMM = '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';

/** Whether digits, the check digit last, pass Damm's scheme. */
export function dammValid(digits: string): boolean {
  let interim = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digitAt(digits, index);
    if (digit < 0) return false;
    interim = digitAt(DAMM, interim * 10 + digit);
  }
  return digits.length > 0 && interim === 0;
}

/** ISO/IEC 7064 MOD 11,10 (hybrid): digits, the check digit last. German tax ID, Croatian OIB. */
export function mod11_10Valid(digits: string): boolean {
  const last = digits.length - 1;
  let product = 10;
  for (let index = 0; index < last; index++) {
    const digit = digitAt(digits, index);
    if (digit < 0) return false;
    const sum = (product + digit) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return last > 0 && digitAt(digits, last) >= 0 && (product + digitAt(digits, last)) % 10 === 1;
}

/** ISO/IEC 7064 MOD 37,36 (hybrid): letters and digits, the check character last. */
export function mod37_36Valid(alnum: string): boolean {
  const last = alnum.length - 1;
  let product = 36;
  for (let index = 0; index < last; index++) {
    const value = alnumAt(alnum, index);
    if (value < 0) return false;
    const sum = (product + value) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  const check = last > 0 ? alnumAt(alnum, last) : -1;
  return check >= 0 && (product + check) % 36 === 1;
}

/** ISO/IEC 7064 MOD 11-2 (pure): digits, the check character `0`-`9` or `X` last. Chinese resident identity, ORCID, ISNI. */
export function mod11_2Valid(text: string): boolean {
  const last = text.length - 1;
  let remainder = 0;
  for (let index = 0; index < last; index++) {
    const digit = digitAt(text, index);
    if (digit < 0) return false;
    remainder = ((remainder + digit) * 2) % 11;
  }
  const code = text.charCodeAt(last);
  const check = code === 88 || code === 120 ? 10 : digitAt(text, last);
  return last > 0 && check >= 0 && (remainder + check) % 11 === 1;
}

/** ICAO Doc 9303 part 3: weights 7 3 1, letters A = 10 ... Z = 35, filler `<` = 0. Remainder modulo 10 of `[start, end)`; -1 on other characters. */
export function icaoRemainder(text: string, start: number, end: number): number {
  let sum = 0;
  for (let index = start; index < end; index++) {
    const value = text.charCodeAt(index) === 60 ? 0 : alnumAt(text, index);
    if (value < 0) return -1;
    const place = (index - start) % 3;
    sum += value * (place === 0 ? 7 : place === 1 ? 3 : 1);
  }
  return sum % 10;
}
