import { digitAt, luhnValid, weightedSum } from '../../check-digits.ts';
import { isBirthDate, isDate, isRepeated, isYearFirst, numberIn, type RegionalScheme } from '../scheme.ts';

/** The tenth digit from the odd and even places, the eleventh from the sum of the ten. */
function isTckn(compact: string): boolean {
  if (compact[0] === '0') return false;
  const odd = weightedSum(compact, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(compact, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digitAt(compact, 9) && (odd + even + tenth) % 10 === digitAt(compact, 10);
}

function isTurkishTax(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index++) {
    const shifted = (digitAt(compact, index) + 9 - index) % 10;
    const power = (shifted * 2 ** (9 - index)) % 9;
    sum += shifted !== 0 && power === 0 ? 9 : power;
  }
  return !isRepeated(compact) && (10 - (sum % 10)) % 10 === digitAt(compact, 9);
}

/** Date of birth, serial, citizenship 0 to 2, a digit, Luhn. */
function isSouthAfricanId(compact: string): boolean {
  return isYearFirst(compact) && /^[012]$/.test(compact[10] ?? '') && luhnValid(compact);
}

/** Century 2 or 3, date of birth, governorate, serial. */
function isEgyptianId(compact: string): boolean {
  const governorate = numberIn(compact, 7, 9);
  return (
    /^[23]/.test(compact) && isYearFirst(compact, 1) && ((governorate >= 1 && governorate <= 35) || governorate === 88)
  );
}

function isKuwaitiId(compact: string): boolean {
  const check = 11 - (weightedSum(compact, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11);
  return /^[23]/.test(compact) && isYearFirst(compact, 1) && check === digitAt(compact, 11);
}

function isIranianId(compact: string): boolean {
  if (isRepeated(compact)) return false;
  const remainder = weightedSum(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (remainder < 2 ? remainder : 11 - remainder) === digitAt(compact, 9);
}

export const TURKEY: readonly RegionalScheme[] = [
  {
    type: 'TR_TCKN',
    kind: 'ID',
    title: 'Turkish identity number',
    source: 'NVI, law 5490; two digits modulo 10',
    topic: 'national',
    forms: { ddddddddddd: 0.45, 'ddd ddd ddd dd': 0.45, 'ddd ddd dd ddd': 0.4 },
    words: 'tc kimlik*|t c kimlik*|kimlik*|tckn*|tc no|tc kimlik no|tcno|turkish id*|^TC',
    check: isTckn,
    checked: true,
  },
  {
    type: 'TR_VKN',
    kind: 'TAX_ID',
    title: 'Turkish tax number',
    source: 'Gelir Idaresi Baskanligi',
    topic: 'tax',
    forms: { dddddddddd: 0.3 },
    words: 'vkn|vergi*|vergi no|vergi numarasi',
    check: isTurkishTax,
    checked: true,
  },
  {
    type: 'TR_PASSPORT',
    kind: 'PASSPORT',
    title: 'Turkish passport number',
    source: 'NVI: a letter and eight digits',
    topic: 'passport',
    forms: { Adddddddd: 0 },
    words: 'pasaport*|turkish passport*',
  },
  {
    type: 'TR_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'Turkish licence plate',
    source: 'Karayollari Trafik Yonetmeligi: province 01 to 81, letters, digits',
    topic: 'plate',
    forms: { 'dd A dddd': 0, 'dd AA ddd': 0, 'dd AAA dd': 0, 'dd AA dddd': 0, 'dd AAA ddd': 0, 'dd A ddddd': 0 },
    words: 'plaka*',
    check: (compact) => numberIn(compact, 0, 2) >= 1 && numberIn(compact, 0, 2) <= 81,
  },
];

export const ISRAEL: readonly RegionalScheme[] = [
  {
    type: 'IL_ID',
    kind: 'ID',
    title: 'Israeli identity number',
    source: 'Population Registry; Luhn',
    topic: 'national',
    forms: { ddddddddd: 0.3, 'dddddddd-d': 0.4, 'd-dddddddd': 0 },
    words: 'תעודת זהות|ת.ז|ת״ז|ת"ז|מספר זהות|teudat zehut|israeli id*|tz number',
    check: (compact) => !isRepeated(compact) && luhnValid(compact),
    checked: true,
  },
];

export const GULF: readonly (RegionalScheme & { readonly region: string })[] = [
  {
    region: 'AE',
    type: 'AE_EMIRATES_ID',
    kind: 'ID',
    title: 'Emirates identity number',
    source: 'ICP: 784, year of birth, serial, Luhn',
    topic: 'national',
    forms: { 'ddd-dddd-ddddddd-d': 0.95, ddddddddddddddd: 0.65, 'ddd dddd ddddddd d': 0.9 },
    words: 'emirates id*|eid|uae id*|الهوية الإماراتية|بطاقة الهوية|emirati id*',
    check: (compact) => /^784(?:19|20)/.test(compact) && luhnValid(compact),
    checked: true,
  },
  {
    region: 'SA',
    type: 'SA_NATIONAL_ID',
    kind: 'ID',
    title: 'Saudi national and residence number (iqama)',
    source: 'Absher, Ministry of Interior; Luhn, 1 for citizens and 2 for residents',
    topic: 'national',
    forms: { dddddddddd: 0.3 },
    words: 'iqama*|الهوية الوطنية|رقم الهوية|الإقامة|saudi id*|saudi national*|إقامة',
    check: (compact) => /^[12]/.test(compact) && luhnValid(compact),
    checked: true,
  },
  {
    region: 'KW',
    type: 'KW_CIVIL_ID',
    kind: 'ID',
    title: 'Kuwaiti civil number',
    source: 'PACI; weights modulo 11',
    topic: 'national',
    forms: { dddddddddddd: 0.45 },
    words: 'civil id*|الرقم المدني|البطاقة المدنية|kuwaiti id*|civil number',
    check: isKuwaitiId,
    checked: true,
  },
  {
    region: 'QA',
    type: 'QA_QID',
    kind: 'ID',
    title: 'Qatari identity number',
    source: 'Ministry of Interior: century, year, country, serial',
    topic: 'none',
    forms: { ddddddddddd: 0 },
    words: 'qid|qatar id*|qatari id*|الرقم الشخصي',
    check: (compact) => /^[23]/.test(compact),
  },
  {
    region: 'BH',
    type: 'BH_CPR',
    kind: 'ID',
    title: 'Bahraini personal number',
    source: 'iGA: year, month, serial',
    topic: 'none',
    forms: { ddddddddd: 0 },
    words: 'cpr|bahraini id*|الرقم السكاني',
    check: (compact) => isDate(numberIn(compact, 0, 2), numberIn(compact, 2, 4), 1),
  },
  {
    region: 'IR',
    type: 'IR_NATIONAL_ID',
    kind: 'ID',
    title: 'Iranian national identity number',
    source: 'National Organization for Civil Registration; weights modulo 11',
    topic: 'national',
    forms: { dddddddddd: 0.3, 'ddd-dddddd-d': 0.55 },
    words: 'کد ملی|کدملی|شماره ملی|iranian id*|code melli|codemelli',
    check: isIranianId,
    checked: true,
  },
];

export const AFRICA: readonly (RegionalScheme & { readonly region: string })[] = [
  {
    region: 'ZA',
    type: 'ZA_ID',
    kind: 'ID',
    title: 'South African identity number',
    source: 'Department of Home Affairs; Luhn',
    topic: 'national',
    forms: {
      ddddddddddddd: 0.45,
      'dddddd dddd ddd': 0.75,
      'dddddd dddd dd d': 0.75,
      'dddddd-dddd-ddd': 0.7,
      'dddddd dddd d d d': 0.7,
    },
    words: 'south african id*|rsa id*|sa id*|id number|identity number*|id no|identiteitsnommer',
    check: isSouthAfricanId,
    checked: true,
  },
  {
    region: 'NG',
    type: 'NG_NIN',
    kind: 'ID',
    title: 'Nigerian national identification number, bank verification number',
    source: 'NIMC; CBN: eleven digits',
    topic: 'none',
    forms: { ddddddddddd: 0, 'dddd ddd dddd': 0 },
    words: 'nin|national identification number|nimc|bvn|nigerian national id*',
  },
  {
    region: 'KE',
    type: 'KE_KRA_PIN',
    kind: 'TAX_ID',
    title: 'Kenyan tax number (KRA PIN)',
    source: 'Kenya Revenue Authority: A or P, nine digits, a letter',
    topic: 'tax',
    forms: { AdddddddddA: 0.6 },
    words: 'kra*|kra pin|pin number|kra pin number',
    check: (compact) => /^[AP]/.test(compact),
  },
  {
    region: 'KE',
    type: 'KE_NATIONAL_ID',
    kind: 'ID',
    title: 'Kenyan national identity card number',
    source: 'National Registration Bureau: seven to nine digits',
    topic: 'none',
    forms: { dddddddd: 0, ddddddd: 0, ddddddddd: 0 },
    words: 'kenyan id*|kenya id*|kitambulisho*|huduma*|maisha*',
  },
  {
    region: 'EG',
    type: 'EG_NATIONAL_ID',
    kind: 'ID',
    title: 'Egyptian national number',
    source: 'Civil Status Organization: century, date of birth, governorate, serial',
    topic: 'national',
    forms: { dddddddddddddd: 0.4, 'd dddddd dd ddddd': 0.7, 'd dd dd dd dd ddddd': 0.7 },
    words: 'الرقم القومي|رقم قومي|البطاقة الشخصية|egyptian national*|egyptian id*|بطاقة',
    check: isEgyptianId,
  },
  {
    region: 'MA',
    type: 'MA_CIN',
    kind: 'ID',
    title: 'Moroccan national identity card number',
    source: 'DGSN: one or two letters, five or six digits',
    topic: 'none',
    forms: { AAdddddd: 0, Adddddd: 0, AAddddd: 0 },
    words: 'cin|cine|carte nationale*|moroccan id*|البطاقة الوطنية',
  },
  {
    region: 'TN',
    type: 'TN_CIN',
    kind: 'ID',
    title: 'Tunisian national identity card number',
    source: 'Law 93-27: eight digits',
    topic: 'none',
    forms: { dddddddd: 0 },
    words: 'cin|carte d identite nationale|tunisian id*|بطاقة التعريف',
  },
  {
    region: 'GH',
    type: 'GH_GHANA_CARD',
    kind: 'ID',
    title: 'Ghana Card personal identification number',
    source: 'National Identification Authority: GHA or a country, nine digits, a digit',
    topic: 'national',
    forms: { 'AAA-ddddddddd-d': 0.7 },
    words: 'ghana card*|ghanaian id*',
    check: (compact) => /^[A-Z]{3}/.test(compact),
  },
  {
    region: 'TZ',
    type: 'TZ_NIDA',
    kind: 'ID',
    title: 'Tanzanian national identity number',
    source: 'NIDA: date of birth, postcode, serial',
    topic: 'national',
    forms: { 'dddddddd-ddddd-ddddd-dd': 0.85, dddddddddddddddddddd: 0.4 },
    words: 'nida*|namba ya kitambulisho|tanzanian id*',
    check: (compact) => isBirthDate(compact),
  },
  {
    region: 'UG',
    type: 'UG_NIN',
    kind: 'ID',
    title: 'Ugandan national identification number',
    source: 'NIRA: CM or CF, year, twelve letters and digits in all',
    topic: 'none',
    forms: { AAddddddddXXXX: 0, AAdddddddddXXX: 0, AAdddddddXXXXX: 0 },
    words: 'nin|nira|ugandan national id*',
    check: (compact) => /^[CAP][MF]/.test(compact),
  },
  {
    region: 'MU',
    type: 'MU_NIC',
    kind: 'ID',
    title: 'Mauritian national identity number',
    source: 'Civil Status Division: initial, date of birth, serial, check character',
    topic: 'national',
    forms: { AddddddddddddX: 0.5 },
    words: 'nic|mauritian id*',
    check: (compact) => isDate(numberIn(compact, 5, 7), numberIn(compact, 3, 5), numberIn(compact, 1, 3)),
  },
];
