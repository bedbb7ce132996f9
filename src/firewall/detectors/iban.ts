import { alnumAt, mod97 } from './check-digits.ts';
import { contextStrength, contextWords } from './context-words.ts';
import type { Detector, DetectorOptions, Report, TypeEntry } from './detector.ts';
import { digitRuns, isAlnum, isAsciiLetter, isDigit } from './digit-runs.ts';
import { ibanStructure } from './iban-structures.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'IBAN',
    kind: 'IBAN',
    title: 'International bank account number',
    source: 'ISO 13616-1; the IBAN registry of SWIFT, the registration authority',
  },
];

const WORDS = contextWords(
  'iban|ibans|account|accounts|acct|bank*|konto*|kontonummer|compte|cuenta|conto|conta|rekening*|rachun*|konta|tili|számla|hesap|sepa|swift|bic|payee|beneficiary|transfer|wire|payment|überweis*|virement|transferencia|bonifico|счет*|счёт*|账户|账号|帳戶|口座|계좌',
);
const OWN_NAME = contextWords('iban|ibans');

/** International bank account numbers: a country, two check digits, and as many characters as the country's accounts have. */
export const ibanDetector: Detector = {
  name: 'iban',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report, options: DetectorOptions): void {
    const { starts, ends } = options.digits ?? digitRuns(text);
    let floor = 0;
    for (let run = 0; run < starts.length; run++) {
      // The check digits, behind the country's two letters.
      const check = starts[run]!;
      const start = check - 2;
      if (!isAsciiLetter(text.charCodeAt(check - 1)) || !isAsciiLetter(text.charCodeAt(start))) continue;
      if (start < floor || ends[run]! - check < 2 || isAlnum(text.charCodeAt(start - 1))) continue;
      const structure = ibanStructure(text.slice(start, start + 2).toUpperCase());
      if (structure === undefined) continue;
      const read = readAccount(text, start, structure.length);
      if (read === undefined || endsUuid(text, read.end)) continue;
      const score = accountScore(text, start, read, structure);
      if (score === 0) continue;
      report(start, read.end, 'IBAN', 'IBAN', score);
      floor = read.end;
    }
  },
};

interface Read {
  readonly value: string;
  readonly end: number;
}

/** The next letters and digits up to `length`, single blanks, hyphens or dots between groups skipped. */
function readAccount(text: string, start: number, length: number): Read | undefined {
  let value = '';
  let index = start;
  while (value.length < length) {
    const code = text.charCodeAt(index);
    if (isAlnum(code)) value += text[index];
    else if (!isGroupMark(code) || !isAlnum(text.charCodeAt(index + 1)) || value.length < 4) return undefined;
    index++;
  }
  return isAlnum(text.charCodeAt(index)) ? undefined : { value: value.toUpperCase(), end: index };
}

/** One in four thousand random ones (RFC 9562) ends like an account with the right check digits: `a02e85a7-ad47-43a3-aa3e-...`. */
const endsUuid = (text: string, end: number): boolean => UUID.test(text.slice(Math.max(0, end - 36), end));
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function isGroupMark(code: number): boolean {
  return code === 32 || code === 45 || code === 46 || code === 0xa0 || code === 0x202f;
}

function accountScore(text: string, start: number, { value, end }: Read, { pattern }: { pattern: string }): number {
  const fits = fitsStructure(value, pattern);
  if (mod97(value.slice(4) + value.slice(0, 4)) === 1) {
    if (fits) return 0.97;
    return contextStrength(text, start, end, WORDS) > 0 ? 0.9 : 0.6;
  }
  // Made-up numbers have the country and the length and seldom the check digits.
  if (isGrouped(text, start, end)) {
    if (contextStrength(text, start, end, OWN_NAME) > 0) return 0.8;
    return contextStrength(text, start, end, WORDS) > 0 ? 0.65 : fits ? 0.4 : 0;
  }
  if (contextStrength(text, start, end, OWN_NAME) > 0) return 0.75;
  return fits && contextStrength(text, start, end, WORDS) > 0 ? 0.6 : 0;
}

/** `n` a digit, `a` a letter, `c` either, for each place of the account number behind the check digits. */
function fitsStructure(value: string, pattern: string): boolean {
  for (let place = 0; place < pattern.length; place++) {
    const wanted = pattern[place];
    const code = value.charCodeAt(place + 4);
    if (wanted === 'n' ? !isDigit(code) : wanted === 'a' ? !isAsciiLetter(code) : alnumAt(value, place + 4) < 0)
      return false;
  }
  return true;
}

/** Written in groups of four, as the standard prints it. */
function isGrouped(text: string, start: number, end: number): boolean {
  return end - start > 20 && [4, 9, 14].every((place) => isGroupMark(text.charCodeAt(start + place)));
}
