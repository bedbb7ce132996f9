import { weightedSum } from '../../check-digits.ts';
import { isRepeated, numberIn, type RegionalScheme } from '../scheme.ts';

const NINO = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** Surname padded with 9, decade, month (+50 for women), day, year, initials or 9, then three issued characters. */
const GB_LICENCE = /^[A-Z]{1,5}9{0,4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][A-Z0-9]{3}$/;

/** The check digit stands first: weights 6 7 8 9 10 5 4 3 2 over the rest, modulo 11. */
function isUtr(compact: string): boolean {
  const digits = compact.replace('K', '');
  const remainder = weightedSum(digits, [6, 7, 8, 9, 10, 5, 4, 3, 2], 1) % 11;
  return digits.length === 10 && !isRepeated(digits) && '21987654321'[remainder] === digits[0];
}

function isNhs(compact: string): boolean {
  if (isRepeated(compact)) return false;
  const check = 11 - (weightedSum(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === numberIn(compact, 9, 10);
}

/** Weights 8 to 2; with the last two digits divisible by 97, or 55 more since 2010. */
function isBritishVat(compact: string): boolean {
  if (!/^(?:GB|XI)?\d{9}(?:\d{3})?$/.test(compact)) return false;
  const digits = compact.replace(/^\D+/, '');
  const total = weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + numberIn(digits, 7, 9);
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

/** Seven digits with weights 8 to 2, a second letter with weight 9, modulo 23: W is 0, A is 1. */
function isPpsn(compact: string): boolean {
  const second = compact.charCodeAt(8) - 64;
  const extra = Number.isNaN(second) || compact[8] === 'W' ? 0 : second;
  if (extra > 9) return false;
  const remainder = (weightedSum(compact, [8, 7, 6, 5, 4, 3, 2]) + 9 * extra) % 23;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[remainder] === compact[7];
}

export const UNITED_KINGDOM: readonly RegionalScheme[] = [
  {
    type: 'UK_NINO',
    kind: 'ID',
    title: 'UK National Insurance number',
    source: 'HMRC, National Insurance Manual NIM39110',
    topic: 'national',
    forms: {
      AAddddddA: 0.75,
      'AA~dd~dd~dd~A': 0.9,
      'AA dddddd A': 0.85,
      'AAdd dd dd A': 0,
      'AA-dddddd-A': 0.85,
      'AA ddd ddd A': 0.75,
      AAdddddd: 0,
    },
    words: 'nino|national insurance*|ni number|ni no|^NI|nat ins*|ni num',
    check: (compact) => NINO.test(compact),
  },
  {
    type: 'UK_UTR',
    kind: 'TAX_ID',
    title: 'UK unique taxpayer reference',
    source: 'HMRC: modulus 11, check digit first',
    topic: 'tax',
    forms: { dddddddddd: 0.3, 'ddddd ddddd': 0.3, 'ddd ddd dddd': 0.3, ddddddddddA: 0.35, 'ddddd dddddA': 0.35 },
    words: 'utr|utr number|unique taxpayer*|self assessment*|unique tax*',
    check: isUtr,
    checked: true,
  },
  {
    type: 'UK_NHS',
    kind: 'MEDICAL_ID',
    title: 'UK NHS number (England, Wales) and CHI number (Scotland)',
    source: 'NHS Data Dictionary: NHS NUMBER, modulus 11',
    topic: 'health',
    forms: { 'ddd ddd dddd': 0.4, 'ddd-ddd-dddd': 0.35, dddddddddd: 0.3, 'ddd.ddd.dddd': 0.3 },
    words: 'nhs|nhs number*|nhs no|nhs id|national health service*|chi number|chi no|health and care number',
    check: isNhs,
    checked: true,
  },
  {
    type: 'UK_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'UK driving licence number',
    source: 'DVLA, driver number format',
    topic: 'licence',
    forms: {
      AAXXXddddddAXXAA: 0.85,
      'AAXXX dddddd AXXAA': 0.9,
      'AAXXX-dddddd-AXXAA': 0.9,
      AAXXXddddddAXdAAdd: 0.7,
      'AAXXX dddddd AXdAA dd': 0.8,
    },
    words: 'dvla*|driver number|uk driving*|british driving*|driving licen*',
    check: (compact) => GB_LICENCE.test(compact.slice(0, 16)),
  },
  {
    type: 'UK_PASSPORT',
    kind: 'PASSPORT',
    title: 'UK passport number',
    source: 'HM Passport Office: nine digits, or two letters and seven digits',
    topic: 'passport',
    forms: { ddddddddd: 0, AAddddddd: 0 },
    words: 'uk passport*|british passport*|united kingdom passport*',
  },
  {
    type: 'UK_VAT',
    kind: 'TAX_ID',
    title: 'UK VAT registration number',
    source: 'HMRC, VAT Notice 700: modulus 97 and 97-55',
    topic: 'tax',
    forms: {
      AAddddddddd: 0.75,
      'AA ddd dddd dd': 0.85,
      'AAddd dddd dd': 0.8,
      'ddd dddd dd': 0.45,
      ddddddddd: 0.3,
      'AA ddddddddd': 0.75,
    },
    words: 'vat|vat number|vat no|vat reg*|vat registration*|vat id',
    check: isBritishVat,
    checked: true,
  },
  {
    type: 'UK_BRP',
    kind: 'ID',
    title: 'UK biometric residence permit number',
    source: 'Home Office: two letters, a letter or digit, six digits',
    topic: 'national',
    forms: { AAXdddddd: 0 },
    words: 'brp|biometric residence*|residence permit',
  },
  {
    type: 'UK_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'UK licence plate',
    source: 'DVLA leaflet INF104',
    topic: 'plate',
    forms: { 'AAdd AAA': 0.4, AAddAAA: 0.3, 'Addd AAA': 0, AdddAAA: 0 },
    words: 'vrm|number plate*|registration number|vehicle reg*|reg no',
    check: (compact) => !/[IQ]/.test(compact.slice(0, 2)) && !/[IQ]/.test(compact.slice(-3)),
  },
];

export const IRELAND: readonly RegionalScheme[] = [
  {
    type: 'IE_PPSN',
    kind: 'ID',
    title: 'Irish personal public service number',
    source: 'Department of Social Protection; modulus 23',
    topic: 'national',
    forms: { dddddddA: 0.45, dddddddAA: 0.6, 'ddddddd A': 0.3, 'ddddddd AA': 0.4, 'ddddddd-A': 0.4 },
    words: 'pps|ppsn|pps number*|pps no|personal public service*|revenue and social insurance|rsi number',
    check: isPpsn,
    checked: true,
  },
  {
    type: 'IE_VAT',
    kind: 'TAX_ID',
    title: 'Irish VAT number',
    source: 'Revenue Commissioners; modulus 23',
    topic: 'tax',
    forms: { AAdddddddA: 0.8, AAdddddddAA: 0.85, 'AA dddddddA': 0.75, 'AA dddddddAA': 0.8 },
    words: 'vat|vat number|vat no',
    check: (compact) => compact.startsWith('IE') && isPpsn(compact.slice(2)),
    checked: true,
  },
  {
    type: 'IE_PASSPORT',
    kind: 'PASSPORT',
    title: 'Irish passport number',
    source: 'Council of the EU, PRADO',
    topic: 'passport',
    forms: { AAddddddd: 0, Adddddddd: 0 },
    words: 'irish passport*',
  },
];
