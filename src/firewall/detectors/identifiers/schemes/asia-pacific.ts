import { alnumAt, digitAt, mod11_2Valid, verhoeffValid, weightedSum } from '../../check-digits.ts';
import { isBirthDate, isDate, isRepeated, isYearFirst, numberIn, type RegionalScheme, type Scheme } from '../scheme.ts';

/** Luhn in base 36: every second value from the right doubled, quotient and remainder by 36 added. */
function isGstin(compact: string): boolean {
  if (!/^\d\d[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(compact)) return false;
  let sum = 0;
  for (let index = 0; index < 14; index++) {
    const value = alnumAt(compact, index) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(value / 36) + (value % 36);
  }
  return numberIn(compact, 0, 2) <= 38 && (36 - (sum % 36)) % 36 === alnumAt(compact, 14);
}

const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** The letter is 10 to 35 in an order of its own; weights 1 9 8 7 6 5 4 3 2 1 1. */
function isTaiwaneseId(compact: string): boolean {
  const letter = TAIWAN_LETTERS.indexOf(compact[0] ?? ' ') + 10;
  if (!/^[A-Z][1289]/.test(compact) || isRepeated(compact.slice(1))) return false;
  return (
    (Math.floor(letter / 10) + (letter % 10) * 9 + weightedSum(compact, [8, 7, 6, 5, 4, 3, 2, 1, 1], 1)) % 10 === 0
  );
}

/** One or two letters (a missing one counts as a blank, 36), six digits, check character modulo 11. */
export function isHongKongId(compact: string): boolean {
  const long = compact.length === 9;
  let sum = (long ? alnumAt(compact, 0) : 36) * 9 + alnumAt(compact, long ? 1 : 0) * 8;
  for (let index = 0; index < 6; index++) sum += digitAt(compact, compact.length - 7 + index) * (7 - index);
  const last = compact.at(-1);
  const check = last === 'A' ? 10 : Number(last);
  return (sum + check) % 11 === 0;
}

const SINGAPORE: Readonly<Record<string, readonly [number, string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

function isNric(compact: string): boolean {
  const series = SINGAPORE[compact[0] ?? ''];
  if (!series) return false;
  const sum = series[0] + weightedSum(compact, [2, 7, 6, 5, 4, 3, 2], 1);
  if (compact[0] !== 'M') return series[1][sum % 11] === compact[8];
  return 'KLJNPQRTUWX'[sum % 11] === compact[8] || series[1][sum % 11] === compact[8];
}

const MALAYSIAN_NO_PLACE = new Set([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97]);

function isMyKad(compact: string): boolean {
  return isYearFirst(compact) && !MALAYSIAN_NO_PLACE.has(numberIn(compact, 6, 8));
}

function isThaiId(compact: string): boolean {
  const sum = weightedSum(compact, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return /^[1-8]/.test(compact) && !isRepeated(compact) && (11 - (sum % 11)) % 10 === digitAt(compact, 12);
}

/** Province, regency, district, DDMMYY (women: day + 40), serial. */
function isNik(compact: string): boolean {
  const day = numberIn(compact, 6, 8) % 40;
  const province = numberIn(compact, 0, 2);
  return (
    province >= 11 &&
    province <= 96 &&
    isDate(numberIn(compact, 10, 12), numberIn(compact, 8, 10), day) &&
    !compact.endsWith('0000')
  );
}

/** Date, then a digit for century and sex; the check digit is not kept since October 2020. */
function isRrn(compact: string): boolean {
  return isYearFirst(compact) && !isRepeated(compact.slice(7));
}

function isRrnChecked(compact: string): boolean {
  const sum = weightedSum(compact, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
  return isRrn(compact) && (11 - (sum % 11)) % 10 === digitAt(compact, 12);
}

function isKoreanBusiness(compact: string): boolean {
  const ninth = digitAt(compact, 8) * 5;
  const sum = weightedSum(compact, [1, 3, 7, 1, 3, 7, 1, 3]) + Math.floor(ninth / 10) + (ninth % 10);
  return !isRepeated(compact) && (10 - (sum % 10)) % 10 === digitAt(compact, 9);
}

/** Weights 6 5 4 3 2 7 6 5 4 3 2, 11 minus the remainder, 0 for remainders up to one. */
function isMyNumber(compact: string): boolean {
  const remainder = weightedSum(compact, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !isRepeated(compact) && (remainder <= 1 ? 0 : 11 - remainder) === digitAt(compact, 11);
}

function isTfn(compact: string): boolean {
  const weights = compact.length === 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1];
  return !isRepeated(compact) && weightedSum(compact, weights) % 11 === 0;
}

function isAustralianMedicare(compact: string): boolean {
  return /^[2-6]/.test(compact) && weightedSum(compact, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(compact, 8);
}

function isAbn(compact: string): boolean {
  return (weightedSum(compact, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0 && compact[0] !== '0';
}

function isIrd(compact: string): boolean {
  const digits = compact.padStart(9, '0');
  const number = Number(compact);
  if (number < 10_000_000 || number > 200_000_000) return false;
  let check = (11 - (weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  if (check === 10) check = (11 - (weightedSum(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11;
  return check === digitAt(digits, 8);
}

const NHI_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Three letters without I and O, then four digits (modulo 11) or two digits and two letters (modulo 23). */
function isNhi(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 6; index++) {
    const digit = digitAt(compact, index);
    const value = digit >= 0 ? digit : NHI_LETTERS.indexOf(compact[index] ?? ' ') + 1;
    if (digit < 0 && value === 0) return false;
    sum += value * (7 - index);
  }
  const last = digitAt(compact, 6);
  if (last >= 0) return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === last;
  return NHI_LETTERS[23 - (sum % 23)] === compact[6] || NHI_LETTERS[22 - (sum % 23)] === compact[6];
}

/** Year and day of the year (women: + 500), serial, check digit, V or X. */
function isSriLankan(compact: string): boolean {
  const start = compact.length === 12 ? 4 : 2;
  const day = numberIn(compact, start, start + 3) % 500;
  if (day < 1 || day > 366) return false;
  return compact.length === 12 ? /^(?:19|20)/.test(compact) : /[VX]$/.test(compact);
}

export const INDIA: readonly RegionalScheme[] = [
  {
    type: 'IN_AADHAAR',
    kind: 'ID',
    title: 'Indian Aadhaar number',
    source: 'UIDAI; Verhoeff, first digit 2 to 9',
    topic: 'national',
    forms: { 'dddd dddd dddd': 0.45, 'dddd-dddd-dddd': 0.55, dddddddddddd: 0.35, 'dddd.dddd.dddd': 0.45 },
    words: 'aadhaar*|aadhar*|adhaar*|adhar|uidai|uid number|आधार|ஆதார்|ఆధార్|আধার|આધાર',
    check: (compact) => /^[2-9]/.test(compact) && verhoeffValid(compact),
    checked: true,
  },
  {
    type: 'IN_PAN',
    kind: 'TAX_ID',
    title: 'Indian permanent account number',
    source: 'Income-tax Rules 1962 rule 114',
    topic: 'tax',
    forms: { AAAAAddddA: 0.75, 'AAAAA dddd A': 0.7, 'AAAAA-dddd-A': 0.8 },
    words: '^PAN|pan card*|pan number|pan no|permanent account*|income tax*|पैन',
    check: (compact) =>
      /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(compact) && !compact.slice(5, 9).startsWith('0000'),
  },
  {
    type: 'IN_GSTIN',
    kind: 'TAX_ID',
    title: 'Indian goods and services tax number',
    source: 'CGST Rules 2017 rule 10; Luhn modulo 36',
    topic: 'tax',
    forms: { ddAAAAAddddAXAX: 0.92, 'dd AAAAAddddA XAX': 0.85 },
    words: 'gstin*|gst*',
    check: isGstin,
    checked: true,
  },
  {
    type: 'IN_VOTER_ID',
    kind: 'ID',
    title: 'Indian voter identity number (EPIC)',
    source: 'Election Commission of India: three letters, seven digits',
    topic: 'national',
    forms: { AAAddddddd: 0.3, 'AAA ddddddd': 0, 'AAA/dd/ddd/dddddd': 0.45 },
    words: 'voter id*|epic|epic number|epic no|election card|voter card*|elector*|मतदाता',
  },
  {
    type: 'IN_PASSPORT',
    kind: 'PASSPORT',
    title: 'Indian passport number',
    source: 'Passport Seva: a letter and seven digits',
    topic: 'passport',
    forms: { Addddddd: 0, 'A ddddddd': 0, 'Add ddddd': 0 },
    words: 'indian passport*|पासपोर्ट',
    check: (compact) => /^[A-PR-WY][1-9]/.test(compact),
  },
  {
    type: 'IN_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Indian driving licence number',
    source: 'Sarathi, MoRTH: state, office, year, serial',
    topic: 'licence',
    forms: {
      AAddddddddddddd: 0.45,
      'AAdd ddddddddddd': 0.55,
      'AA-ddddddddddddd': 0.5,
      'AA-dd-dddd-ddddddd': 0.7,
      'AA-dd-ddddddddddd': 0.6,
      'AAdd-ddddddddddd': 0.55,
      'AAdd dddd ddddddd': 0.5,
      'AAdd-dddd-ddddddd': 0.6,
    },
    words: 'indian driving*|rto|sarathi|ड्राइविंग',
    check: (compact) => /^[A-Z]{2}\d\d(?:19|20)\d\d/.test(compact),
  },
  {
    type: 'IN_UAN',
    kind: 'ID',
    title: 'Indian universal account number (EPF)',
    source: 'EPFO: twelve digits',
    topic: 'none',
    forms: { dddddddddddd: 0 },
    words: 'uan|epf*|provident fund*|universal account*',
  },
  {
    type: 'IN_ABHA',
    kind: 'MEDICAL_ID',
    title: 'Indian health account number',
    source: 'National Health Authority, ABDM: fourteen digits',
    topic: 'health',
    forms: { 'dd-dddd-dddd-dddd': 0.5, dddddddddddddd: 0 },
    words: 'abha*|ayushman*|health id*',
  },
  {
    type: 'IN_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'Indian vehicle registration number',
    source: 'Central Motor Vehicles Rules 1989 rule 50',
    topic: 'plate',
    forms: { AAddAAdddd: 0.4, 'AA dd AA dddd': 0.45, 'AA-dd-AA-dddd': 0.45, 'AAdd AA dddd': 0.45, AAddAdddd: 0 },
    words: 'vehicle number|vehicle no|registration number|car number|bike number',
  },
];

export const CHINA: readonly RegionalScheme[] = [
  {
    type: 'CN_RESIDENT_ID',
    kind: 'ID',
    title: 'Chinese resident identity number',
    source: 'GB 11643-1999; ISO/IEC 7064 MOD 11-2',
    topic: 'national',
    forms: { dddddddddddddddddX: 0.9, 'dddddd dddddddd dddX': 0.95, 'dddddd-dddddddd-dddX': 0.95, ddddddddddddddd: 0 },
    words: '身份证*|身份證|身份证号|公民身份号码|居民身份|resident id*|chinese id*|shenfenzheng',
    check: (compact) =>
      compact.length === 15
        ? isYearFirst(compact, 6)
        : /^[1-9]/.test(compact) && isBirthDate(compact, 6) && mod11_2Valid(compact),
    checked: true,
  },
  {
    type: 'CN_PASSPORT',
    kind: 'PASSPORT',
    title: 'Chinese passport number',
    source: 'National Immigration Administration: E or G and eight digits, or E, a letter and seven digits',
    topic: 'passport',
    forms: { Adddddddd: 0, AAddddddd: 0 },
    words: '护照*|chinese passport*|中国护照',
    check: (compact) => /^[DEGPS]/.test(compact),
  },
];

export const TAIWAN: readonly RegionalScheme[] = [
  {
    type: 'TW_ID',
    kind: 'ID',
    title: 'Taiwanese national identification number',
    source: 'Household Registration Act; weights modulo 10',
    topic: 'national',
    forms: { Addddddddd: 0.45 },
    words: '身分證*|身份證*|統一編號|身分證字號|taiwan id|taiwanese id|national id*|居留證',
    check: isTaiwaneseId,
    checked: true,
  },
];

export const HONG_KONG: readonly RegionalScheme[] = [
  {
    type: 'HK_ID',
    kind: 'ID',
    title: 'Hong Kong identity card number',
    source: 'Immigration Department; weights modulo 11, the check character in brackets',
    topic: 'national',
    forms: { AddddddX: 0.3, AAddddddX: 0.3, 'Adddddd-X': 0.4, 'Adddddd X': 0 },
    words: 'hkid*|hong kong id*|hong kong identity*|香港身份證*|身份證*|身份证*',
    check: isHongKongId,
    checked: true,
  },
];

export const SINGAPORE_SCHEMES: readonly RegionalScheme[] = [
  {
    type: 'SG_NRIC',
    kind: 'ID',
    title: 'Singapore NRIC and FIN',
    source: 'Immigration and Checkpoints Authority; weights modulo 11',
    topic: 'national',
    forms: { AdddddddA: 0.8, 'A ddddddd A': 0.7, 'A-ddddddd-A': 0.8, 'Adddd ddd A': 0 },
    words: 'nric*|^FIN|fin number|singapore id*|ic number|ic no|singpass',
    check: isNric,
    checked: true,
  },
  {
    type: 'SG_PASSPORT',
    kind: 'PASSPORT',
    title: 'Singapore passport number',
    source: 'ICA: K, seven digits, a letter',
    topic: 'passport',
    forms: { AdddddddA: 0 },
    words: 'singapore passport*',
  },
];

export const MALAYSIA: readonly RegionalScheme[] = [
  {
    type: 'MY_NRIC',
    kind: 'ID',
    title: 'Malaysian identity card number (MyKad)',
    source: 'National Registration Department: date of birth, place of birth, serial',
    topic: 'national',
    forms: { 'dddddd-dd-dddd': 0.75, dddddddddddd: 0.3, 'dddddd dd dddd': 0.5 },
    words: 'mykad*|ic number|ic no|kad pengenalan*|no kp|nric*|no ic|malaysian ic|malaysian id*|nombor kad',
    check: isMyKad,
  },
  {
    type: 'MY_PASSPORT',
    kind: 'PASSPORT',
    title: 'Malaysian passport number',
    source: 'Immigration Department: A, H or K and eight digits',
    topic: 'passport',
    forms: { Adddddddd: 0 },
    words: 'malaysian passport*|pasport malaysia',
    check: (compact) => /^[AHK]/.test(compact),
  },
];

export const SOUTH_EAST_ASIA: readonly RegionalScheme[] = [
  {
    type: 'PH_TIN',
    kind: 'TAX_ID',
    title: 'Philippine taxpayer number',
    source: 'BIR revenue regulations 7-2012',
    topic: 'tax',
    forms: { 'ddd-ddd-ddd-ddd': 0.45, 'ddd-ddd-ddd': 0, 'ddd-ddd-ddd-ddddd': 0.45 },
    words: 'tin|bir|philippine tax*',
  },
  {
    type: 'PH_SSS',
    kind: 'ID',
    title: 'Philippine social security number, common reference number',
    source: 'Social Security System',
    topic: 'national',
    forms: { 'dd-ddddddd-d': 0.5, 'dddd-ddddddd-d': 0.55 },
    words: 'sss|sss number|sss no|umid|crn|gsis',
  },
  {
    type: 'PH_PHILHEALTH',
    kind: 'MEDICAL_ID',
    title: 'Philippine health insurance number',
    source: 'PhilHealth',
    topic: 'health',
    forms: { 'dd-ddddddddd-d': 0.55, dddddddddddd: 0 },
    words: 'philhealth*|phic',
  },
  {
    type: 'PH_PHILSYS',
    kind: 'ID',
    title: 'Philippine national identity number (PhilSys)',
    source: 'PSA, Republic Act 11055',
    topic: 'none',
    forms: { 'dddd-dddd-dddd-dddd': 0, 'dddd-ddddddd-d': 0 },
    words: 'philsys*|psn|pcn|philid|national id*',
  },
];

export const THAILAND: readonly RegionalScheme[] = [
  {
    type: 'TH_ID',
    kind: 'ID',
    title: 'Thai citizen identity number',
    source: 'Department of Provincial Administration; weights modulo 11',
    topic: 'national',
    forms: { 'd-dddd-ddddd-dd-d': 0.95, ddddddddddddd: 0.35, 'd dddd ddddd dd d': 0.85 },
    words: 'บัตรประชาชน|เลขประจำตัวประชาชน|เลขบัตร*|thai id*|thai national*|citizen id*',
    check: isThaiId,
    checked: true,
  },
];

export const INDONESIA: readonly RegionalScheme[] = [
  {
    type: 'ID_NIK',
    kind: 'ID',
    title: 'Indonesian population number',
    source: 'Law 24/2013: province, regency, district, date of birth, serial',
    topic: 'national',
    forms: {
      dddddddddddddddd: 0.3,
      'dddddd dddddd dddd': 0.55,
      'dddddd-dddddd-dddd': 0.6,
      'dd.dd.dd.dddddd.dddd': 0.7,
      'dddd dddd dddd dddd': 0,
    },
    words: 'nik|ktp*|nomor induk*|e ktp|kartu tanda*|indonesian id*|no ktp',
    check: isNik,
  },
  {
    type: 'ID_NPWP',
    kind: 'TAX_ID',
    title: 'Indonesian taxpayer number',
    source: 'Directorate General of Taxes; Luhn over nine digits',
    topic: 'tax',
    forms: { 'dd.ddd.ddd.d-ddd.ddd': 0.9, ddddddddddddddd: 0 },
    words: 'npwp*|pajak',
  },
];

export const VIETNAM: readonly RegionalScheme[] = [
  {
    type: 'VN_CCCD',
    kind: 'ID',
    title: 'Vietnamese citizen identity number',
    source: 'Decree 137/2015/ND-CP: province, century and sex, year, serial',
    topic: 'national',
    forms: { dddddddddddd: 0, ddddddddd: 0, 'ddd ddd ddd ddd': 0, 'dddd dddd dddd': 0 },
    words: 'cccd|cmnd|can cuoc*|chung minh*|so dinh danh*|vietnamese id*',
  },
];

export const KOREA: readonly RegionalScheme[] = [
  {
    type: 'KR_RRN',
    kind: 'ID',
    title: 'South Korean resident registration number',
    source: 'Resident Registration Act, enforcement rule article 2',
    topic: 'national',
    forms: { 'dddddd-ddddddd': 0.65, ddddddddddddd: 0, 'dddddd ddddddd': 0.4 },
    words: '주민등록번호*|주민번호*|주민등록|외국인등록번호*|rrn|resident registration*|korean id*',
    check: isRrn,
  },
  {
    type: 'KR_RRN',
    kind: 'ID',
    title: 'South Korean resident registration number',
    source: 'Resident Registration Act, with its check digit',
    topic: 'national',
    forms: { 'dddddd-ddddddd': 0.8, ddddddddddddd: 0.35 },
    words: '주민등록번호*|주민번호*|주민등록|rrn|resident registration*',
    check: isRrnChecked,
    checked: true,
    strict: true,
  },
  {
    type: 'KR_BUSINESS',
    kind: 'TAX_ID',
    title: 'South Korean business registration number',
    source: 'National Tax Service; weights modulo 10',
    topic: 'tax',
    forms: { 'ddd-dd-ddddd': 0.6, dddddddddd: 0.3 },
    words: '사업자등록번호*|사업자번호|business registration*|brn',
    check: isKoreanBusiness,
    checked: true,
  },
  {
    type: 'KR_PASSPORT',
    kind: 'PASSPORT',
    title: 'South Korean passport number',
    source: 'Ministry of Foreign Affairs: M and eight digits, or M, three digits, a letter, four digits',
    topic: 'passport',
    forms: { Adddddddd: 0, AdddAdddd: 0.3 },
    words: '여권*|korean passport*',
    check: (compact) => /^[MSRGD]/.test(compact),
  },
  {
    type: 'KR_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'South Korean driving licence number',
    source: 'Road Traffic Act: region, year, serial, check',
    topic: 'licence',
    forms: { 'dd-dd-dddddd-dd': 0.55, dddddddddddd: 0 },
    words: '운전면허*|면허번호',
    check: (compact) => numberIn(compact, 0, 2) >= 11 && numberIn(compact, 0, 2) <= 28,
  },
];

export const JAPAN: readonly RegionalScheme[] = [
  {
    type: 'JP_MY_NUMBER',
    kind: 'ID',
    title: 'Japanese individual number (My Number)',
    source: 'MIC ordinance 85 of 2014 article 5; weights modulo 11',
    topic: 'national',
    forms: { 'dddd dddd dddd': 0.4, dddddddddddd: 0.3, 'dddd-dddd-dddd': 0.45 },
    words: 'マイナンバー*|個人番号*|my number|mynumber|individual number|japanese id*',
    check: isMyNumber,
    checked: true,
  },
  {
    type: 'JP_PASSPORT',
    kind: 'PASSPORT',
    title: 'Japanese passport number',
    source: 'Ministry of Foreign Affairs: two letters, seven digits',
    topic: 'passport',
    forms: { AAddddddd: 0 },
    words: '旅券*|パスポート*|japanese passport*',
  },
  {
    type: 'JP_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Japanese driving licence number',
    source: 'National Police Agency: twelve digits',
    topic: 'licence',
    forms: { dddddddddddd: 0, 'dddd dddd dddd': 0 },
    words: '運転免許*|免許証*|免許番号',
  },
];

export const PAKISTAN: readonly RegionalScheme[] = [
  {
    type: 'PK_CNIC',
    kind: 'ID',
    title: 'Pakistani computerised national identity card number',
    source: 'NADRA: locality, serial, sex',
    topic: 'national',
    forms: { 'ddddd-ddddddd-d': 0.75, ddddddddddddd: 0, 'ddddd ddddddd d': 0.5 },
    words: 'cnic*|nicop|nadra*|شناختی کارڈ|pakistani id*|snic',
    check: (compact) => /^[1-8]/.test(compact) && !isRepeated(compact),
  },
];

export const SOUTH_ASIA: readonly Scheme[] = [
  {
    region: 'LK',
    type: 'LK_NIC',
    kind: 'ID',
    title: 'Sri Lankan national identity card number',
    source: 'Department for Registration of Persons: year, day of the year, serial',
    topic: 'national',
    forms: { dddddddddA: 0.6, dddddddddddd: 0 },
    words: 'nic|nic number|nic no|sri lankan id*',
    check: isSriLankan,
  },
  {
    region: 'BD',
    type: 'BD_NID',
    kind: 'ID',
    title: 'Bangladeshi national identity number',
    source: 'Election Commission Bangladesh: 10, 13 or 17 digits',
    topic: 'none',
    forms: { dddddddddd: 0, ddddddddddddd: 0, ddddddddddddddddd: 0, 'ddd ddd dddd': 0 },
    words: 'nid|nid number|nid no|smart card number|জাতীয় পরিচয়*',
  },
];

export const AUSTRALIA: readonly RegionalScheme[] = [
  {
    type: 'AU_TFN',
    kind: 'TAX_ID',
    title: 'Australian tax file number',
    source: 'ATO; weights modulo 11',
    topic: 'tax',
    forms: { 'ddd ddd ddd': 0.35, ddddddddd: 0.3, 'ddd-ddd-ddd': 0.35, dddddddd: 0, 'dd ddd ddd': 0 },
    words: 'tfn|tax file*|tfns',
    check: isTfn,
    checked: true,
  },
  {
    type: 'AU_MEDICARE',
    kind: 'MEDICAL_ID',
    title: 'Australian Medicare card number',
    source: 'Services Australia; weights modulo 10',
    topic: 'health',
    forms: {
      'dddd ddddd d': 0.6,
      'dddd ddddd d/d': 0.75,
      'dddd ddddd d-d': 0.75,
      dddddddddd: 0.3,
      ddddddddddd: 0.3,
      'dddd-ddddd-d': 0.6,
      'dddddddddd/d': 0.5,
    },
    words: 'medicare*|australian medicare*',
    check: isAustralianMedicare,
    checked: true,
  },
  {
    type: 'AU_ABN',
    kind: 'TAX_ID',
    title: 'Australian business number',
    source: 'ABR; modulus 89; public register',
    topic: 'none',
    forms: { 'dd ddd ddd ddd': 0.45, ddddddddddd: 0.3, 'dd-ddd-ddd-ddd': 0.45 },
    words: 'abn|abns|australian business*',
    check: isAbn,
    checked: true,
  },
  {
    type: 'AU_PASSPORT',
    kind: 'PASSPORT',
    title: 'Australian passport number',
    source: 'DFAT: one or two letters, seven digits',
    topic: 'passport',
    forms: { Addddddd: 0, AAddddddd: 0 },
    words: 'australian passport*',
  },
  {
    type: 'AU_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Australian driving licence number',
    source: 'Austroads; state forms, by label',
    topic: 'licence',
    forms: { dddddddd: 0, ddddddddd: 0, dddddddddd: 0, ddddAA: 0, Addddd: 0, AAdddd: 0, ddddddA: 0 },
    words: 'nsw driver*|queensland driver*|victorian driver*|australian driver*',
  },
];

export const NEW_ZEALAND: readonly RegionalScheme[] = [
  {
    type: 'NZ_IRD',
    kind: 'TAX_ID',
    title: 'New Zealand IRD number',
    source: 'Inland Revenue; weights modulo 11, second set',
    topic: 'tax',
    forms: {
      'ddd-ddd-ddd': 0.4,
      'dd-ddd-ddd': 0.4,
      ddddddddd: 0.3,
      dddddddd: 0.3,
      'ddd ddd ddd': 0.3,
      'dd ddd ddd': 0.3,
    },
    words: 'ird|ird number|ird no|inland revenue*',
    check: isIrd,
    checked: true,
  },
  {
    type: 'NZ_NHI',
    kind: 'MEDICAL_ID',
    title: 'New Zealand national health index number',
    source: 'Health NZ standard 10046; modulus 11 and 23',
    topic: 'health',
    forms: { AAAdddd: 0.35, AAAddAA: 0.3, AAAddAd: 0, 'AAA dddd': 0 },
    words: 'nhi|nhi number|nhi no|national health index',
    check: isNhi,
    checked: true,
  },
  {
    type: 'NZ_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'New Zealand driving licence number',
    source: 'Waka Kotahi: two letters, six digits',
    topic: 'licence',
    forms: { AAdddddd: 0 },
    words: 'nz driver*|new zealand driver*',
  },
  {
    type: 'NZ_PASSPORT',
    kind: 'PASSPORT',
    title: 'New Zealand passport number',
    source: 'Department of Internal Affairs: one or two letters, six digits',
    topic: 'passport',
    forms: { AAdddddd: 0, Adddddd: 0 },
    words: 'new zealand passport*|nz passport*',
  },
];
