import { abaValid, clabeValid, isCountryCode } from './bank-account-checks.ts';
import {
  ACCOUNT_WORDS,
  ANY_WORDS,
  BIC_WORDS,
  BSB_WORDS,
  CLABE_WORDS,
  IFSC_WORDS,
  ROUTING_WORDS,
  SORT_CODE_WORDS,
  TRANSIT_WORDS,
} from './bank-account-words.ts';
import { luhnValid } from './check-digits.ts';
import { contextAfter, contextStrength, wordsWithin } from './context-words.ts';
import type { Detector, DetectorOptions, Report, TypeEntry } from './detector.ts';
import { clusterDigits, digitRuns, digitsFrom, isAlnum, isDigit, isWordCode, readCluster } from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'BANK_ACCOUNT_NUMBER',
    kind: 'BANK_ACCOUNT',
    title: 'Bank account number',
    source: 'No common form: 6 to 17 digits beside a word for an account',
  },
  {
    type: 'US_ROUTING_NUMBER',
    kind: 'BANK_ACCOUNT',
    title: 'ABA routing transit number',
    source: 'ANSI X9.102; American Bankers Association',
  },
  { type: 'UK_SORT_CODE', kind: 'BANK_ACCOUNT', title: 'Sort code', source: 'Pay.UK, Bacs sorting codes' },
  { type: 'AU_BSB', kind: 'BANK_ACCOUNT', title: 'Bank State Branch number', source: 'Australian Payments Network' },
  {
    type: 'CA_TRANSIT',
    kind: 'BANK_ACCOUNT',
    title: 'Canadian transit and institution number',
    source: 'Payments Canada, standard 006',
  },
  { type: 'IN_IFSC', kind: 'BANK_ACCOUNT', title: 'Indian Financial System Code', source: 'Reserve Bank of India' },
  {
    type: 'MX_CLABE',
    kind: 'BANK_ACCOUNT',
    title: 'Clave Bancaria Estandarizada',
    source: 'Banco de México, Asociación de Bancos de México',
  },
  { type: 'BIC', kind: 'BANK_ACCOUNT', title: 'Business identifier code (SWIFT)', source: 'ISO 9362' },
];

/** Numbers and codes of accounts and banks. Nearly all are plain digits: a word near them decides. */
export const bankAccountDetector: Detector = {
  name: 'bank-account',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report, options: DetectorOptions): void {
    detectNumbers(text, report, options);
    detectCodes(text, report);
  },
};

const GROUPS = { gap: 1, most: 6 };
/** Of an account's digits; with a separator between, six characters hold five at least. */
const FEWEST_DIGITS = 6;

function detectNumbers(text: string, report: Report, options: DetectorOptions): void {
  const runs = options.digits ?? digitRuns(text);
  let free = 0;
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run]!;
    if (start < free || runs.ends[run]! - start < 2 || digitsFrom(runs, run, GROUPS) < FEWEST_DIGITS) continue;
    const cluster = readCluster(text, start, isAccountSeparator, GROUPS);
    const last = cluster.ends.length - 1;
    const wholeEnd = cluster.ends[last] ?? start;
    if (wholeEnd - start < 6 || !opens(text, start) || !isNearAnyWord(text, start, wholeEnd)) continue;
    for (let group = last; group >= 0; group--) {
      const end = cluster.ends[group] ?? start;
      if (end - start < 6 || end - start > 24 || !closes(text, end, group < last)) continue;
      const found = judgeNumber(text, start, end, clusterDigits(text, cluster, 0, group));
      if (found === undefined) continue;
      report(start, end, 'BANK_ACCOUNT', found.type, found.score);
      free = end;
      break;
    }
  }
}

function isNearAnyWord(text: string, start: number, end: number): boolean {
  return wordsWithin(text, Math.max(0, start - 60), start, ANY_WORDS) || contextAfter(text, end, ANY_WORDS);
}

function isAccountSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 0xa0 || code === 0x2011 || code === 46 || code === 47;
}

// The number of a standard or of a document: ISO 9362, RFC 3986.
const STANDARD = /\b(?:ISO|IEC|RFC|ANSI|DIN|EN|BS|BIP|ERC|SEP|ICAO|PCI|CVE)[ :/-]{0,2}[A-Z]{0,3}$/;

function opens(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === 35) return text.charCodeAt(start - 2) <= 32;
  if (isWordCode(before) || before === 43 || before === 36 || before === 0x20ac || before === 0xa3) return false;
  if (STANDARD.test(text.slice(Math.max(0, start - 9), start))) return false;
  return (before !== 46 && before !== 45 && before !== 44 && before !== 47) || !isAlnum(text.charCodeAt(start - 2));
}

function closes(text: string, end: number, more: boolean): boolean {
  const after = text.charCodeAt(end);
  if (isWordCode(after) || after === 37) return false;
  if (more) return after === 32 || after === 0xa0;
  return (after !== 46 && after !== 44 && after !== 45 && after !== 58) || !isAlnum(text.charCodeAt(end + 1));
}

interface Judged {
  readonly type: string;
  readonly score: number;
}

function judgeNumber(text: string, start: number, end: number, digits: string): Judged | undefined {
  const near = (words: Parameters<typeof contextStrength>[3], window = 45) =>
    contextStrength(text, start, end, words, window);
  const written = text.slice(start, end);
  const count = digits.length;
  if (count < FEWEST_DIGITS || count > 18) return undefined;
  if (count === 18 && /^[0-9 ]+$/.test(written) && clabeValid(digits)) {
    return { type: 'MX_CLABE', score: near(CLABE_WORDS, 60) > 0 ? 0.95 : 0.6 };
  }
  if (count === 9 && near(ROUTING_WORDS) > 0 && /^[0-9 -]+$/.test(written)) {
    return { type: 'US_ROUTING_NUMBER', score: abaValid(digits) ? 0.92 : 0.6 };
  }
  if (count === 6 && /^[0-9]{2}([- ]?)[0-9]{2}\1[0-9]{2}$/.test(written) && near(SORT_CODE_WORDS) > 0) {
    return { type: 'UK_SORT_CODE', score: 0.85 };
  }
  if (count === 6 && /^[0-9]{3}[- ]?[0-9]{3}$/.test(written) && near(BSB_WORDS) > 0)
    return { type: 'AU_BSB', score: 0.85 };
  if (/^[0-9]{5}[- ][0-9]{3}$/.test(written) && near(TRANSIT_WORDS) > 0) return { type: 'CA_TRANSIT', score: 0.85 };
  return accountNumber(written, digits, near(ACCOUNT_WORDS));
}

function accountNumber(written: string, digits: string, near: number): Judged | undefined {
  if (near === 0 || /^(?:19|20)[0-9]{2}[-./ ][0-9]{2}[-./ ]|^[0-9]{2}[-./][0-9]{2}[-./](?:19|20)[0-9]{2}/.test(written))
    return undefined;
  if (digits.length > 17 || (/[.]/.test(written) && !/^[0-9]+(?:\.[0-9]{2,}){2,}/.test(written))) return undefined;
  // A card number beside "account" is the card detector's.
  if (digits.length >= 15 && luhnValid(digits)) return { type: 'BANK_ACCOUNT_NUMBER', score: 0.5 };
  return { type: 'BANK_ACCOUNT_NUMBER', score: near === 2 ? (digits.length >= 7 ? 0.75 : 0.6) : 0.5 };
}

/** BIC and IFSC: eight or eleven capitals and digits. Looked for at every eighth character, since none is shorter. */
function detectCodes(text: string, report: Report): void {
  let floor = 0;
  for (let at = 7; at < text.length; at += 8) {
    if (at < floor || !isCodeCharacter(text.charCodeAt(at))) continue;
    let start = at;
    while (at - start < 11 && isCodeCharacter(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end - start < 12 && isCodeCharacter(text.charCodeAt(end))) end++;
    floor = end;
    const length = end - start;
    if ((length !== 8 && length !== 11) || isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(end)))
      continue;
    const code = text.slice(start, end);
    if (length === 11 && /^[A-Z]{4}0[A-Z0-9]{6}$/.test(code) && /[0-9]{3}/.test(code)) {
      const near = contextStrength(text, start, end, IFSC_WORDS);
      if (near > 0 || /0[0-9]{6}$/.test(code)) report(start, end, 'BANK_ACCOUNT', 'IN_IFSC', near > 0 ? 0.9 : 0.4);
    } else if (/^[A-Z]{6}[A-Z0-9]{2}/.test(code) && isCountryCode(code.slice(4, 6))) {
      const near = contextStrength(text, start, end, BIC_WORDS, /[0-9]/.test(code) ? 60 : 24);
      if (near > 0) report(start, end, 'BANK_ACCOUNT', 'BIC', near === 2 ? 0.85 : 0.6);
    }
  }
}

function isCodeCharacter(code: number): boolean {
  return (code >= 65 && code <= 90) || isDigit(code);
}
