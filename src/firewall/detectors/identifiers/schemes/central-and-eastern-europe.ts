import {
  alnumAt,
  digitAt,
  icaoRemainder,
  luhnValid,
  mod11_10Valid,
  modulo,
  weightedAlnumSum,
  weightedSum,
} from '../../check-digits.ts';
import { isDate, isRepeated, isYearFirst, numberIn, type RegionalScheme } from '../scheme.ts';

/** YYMMDD whose month tells the century by what is added to it. */
function hasCenturyMonth(compact: string, step: number): boolean {
  return isDate(numberIn(compact, 0, 2), numberIn(compact, 2, 4) % step, numberIn(compact, 4, 6));
}

function isPesel(compact: string): boolean {
  return hasCenturyMonth(compact, 20) && weightedSum(compact, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

function isNip(digits: string): boolean {
  return (
    !isRepeated(digits) &&
    !digits.startsWith('00') &&
    weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(digits, 9)
  );
}

function isRegon(compact: string): boolean {
  const nine = (weightedSum(compact, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === digitAt(compact, 8);
  if (compact.length === 9) return nine;
  return nine && (weightedSum(compact, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === digitAt(compact, 13);
}

/** Three letters and six digits, the first of them the check: weights 7 3 1 by turns. */
function isPolishCard(compact: string): boolean {
  return weightedAlnumSum(compact, [7, 3, 1, 0, 7, 3, 1, 7, 3]) % 10 === digitAt(compact, 3);
}

/** Date (months of women + 50, overflow + 20), serial; ten digits divide by eleven, nine are from before 1954. */
function isRodneCislo(compact: string): boolean {
  let month = numberIn(compact, 2, 4) % 50;
  if (month > 20) month -= 20;
  if (!isDate(numberIn(compact, 0, 2), month, numberIn(compact, 4, 6))) return false;
  if (compact.length === 9) return numberIn(compact, 0, 2) < 54 && !compact.endsWith('000');
  return modulo(compact, 11) === 0 || (modulo(compact.slice(0, 9), 11) === 10 && compact.endsWith('0'));
}

function isIco(digits: string): boolean {
  const check = (11 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10;
  return check === digitAt(digits, 7);
}

/** Sex and century, date, serial; weights 1 to 10, or for births before 1997 the same from the right, modulo 11. */
function isHungarianPersonal(compact: string): boolean {
  if (!/^[1-8]/.test(compact) || !isYearFirst(compact, 1)) return false;
  const last = digitAt(compact, 10);
  return (
    weightedSum(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === last ||
    weightedSum(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11 === last
  );
}

function isHungarianCompany(digits: string): boolean {
  return weightedSum(digits, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0;
}

function isCnp(compact: string): boolean {
  const county = numberIn(compact, 7, 9);
  if (
    compact[0] === '0' ||
    !isYearFirst(compact, 1) ||
    county < 1 ||
    (county > 52 && county !== 70 && !(county >= 80 && county <= 83))
  )
    return false;
  const check = weightedSum(compact, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (check === 10 ? 1 : check) === digitAt(compact, 12);
}

/** RO and two to ten digits; weights 7 5 3 2 1 7 5 3 2 over the padded number. */
function isRomanianTax(compact: string): boolean {
  const digits = compact.replace(/^RO/, '').padStart(10, '0');
  return ((weightedSum(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digitAt(digits, 9);
}

function isEgn(compact: string): boolean {
  const month = numberIn(compact, 2, 4);
  const real = month > 40 ? month - 40 : month > 20 ? month - 20 : month;
  if (!isDate(numberIn(compact, 0, 2), real, numberIn(compact, 4, 6))) return false;
  return (weightedSum(compact, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(compact, 9);
}

/** DDMMYYY, region, serial; weights 7 to 2 twice, modulo 11 (Slovenia, Serbia, Croatia, Bosnia, Montenegro, North Macedonia). */
function isJmbg(compact: string): boolean {
  const year = numberIn(compact, 4, 7);
  if ((year < 880 && year > 35) || !isDate(year, numberIn(compact, 2, 4), numberIn(compact, 0, 2))) return false;
  const check = 11 - (weightedSum(compact, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === digitAt(compact, 12);
}

function isInn(compact: string): boolean {
  if (isRepeated(compact) || compact.startsWith('00')) return false;
  if (compact.length === 10)
    return (weightedSum(compact, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(compact, 9);
  return (
    (weightedSum(compact, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(compact, 10) &&
    (weightedSum(compact, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(compact, 11)
  );
}

function isSnils(compact: string): boolean {
  const check = (weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100;
  return !isRepeated(compact) && check === numberIn(compact, 9, 11);
}

/** The first five digits count the days since the end of 1899; weights -1 5 7 9 4 6 10 5 7. */
function isRnokpp(compact: string): boolean {
  const sum = weightedSum(compact, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return numberIn(compact, 0, 5) < 50_000 && (((sum % 11) + 11) % 11) % 10 === digitAt(compact, 9);
}

function isKazakhIin(compact: string): boolean {
  if (!isYearFirst(compact) || !/^[0-6]$/.test(compact[6] ?? '')) return false;
  let check = weightedSum(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  if (check === 10) check = weightedSum(compact, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return check === digitAt(compact, 11);
}

const JMBG_TITLE = 'Unique master citizen number (JMBG, EMSO)';

function jmbg(type: string, words: string): RegionalScheme {
  return {
    type,
    kind: 'ID',
    title: JMBG_TITLE,
    source: 'Law of 1976 on the JMBG; weights modulo 11',
    topic: 'national',
    forms: { ddddddddddddd: 0.45, 'ddddddd dddddd': 0.45, 'dd dd ddd dd ddd d': 0.6 },
    words,
    check: isJmbg,
    checked: true,
  };
}

export const POLAND: readonly RegionalScheme[] = [
  {
    type: 'PL_PESEL',
    kind: 'ID',
    title: 'Polish PESEL number',
    source: 'Ustawa o ewidencji ludnosci article 15; weights modulo 10',
    topic: 'national',
    forms: { ddddddddddd: 0.4, 'dddddd ddddd': 0.4, 'dddddd-ddddd': 0.45 },
    words: 'pesel*|nr pesel|numer pesel|numer ewidencyjny|polish national*|polish id*',
    check: isPesel,
    checked: true,
  },
  {
    type: 'PL_NIP',
    kind: 'TAX_ID',
    title: 'Polish tax number',
    source: 'Ustawa o zasadach ewidencji podatnikow; weights modulo 11',
    topic: 'tax',
    forms: {
      'ddd-ddd-dd-dd': 0.75,
      'ddd-dd-dd-ddd': 0.75,
      dddddddddd: 0.3,
      AAdddddddddd: 0.75,
      'AA dddddddddd': 0.7,
      'ddd ddd dd dd': 0.45,
      'AA ddd-ddd-dd-dd': 0.85,
    },
    words: 'nip*|numer identyfikacji podatkowej|polish tax*|polish vat*',
    check: (compact) => /^(?:PL)?\d{10}$/.test(compact) && isNip(compact.replace('PL', '')),
    checked: true,
  },
  {
    type: 'PL_REGON',
    kind: 'TAX_ID',
    title: 'Polish business register number',
    source: 'GUS; weights modulo 11',
    topic: 'none',
    forms: { ddddddddd: 0.3, dddddddddddddd: 0.35 },
    words: 'regon*',
    check: isRegon,
    checked: true,
  },
  {
    type: 'PL_DOWOD_OSOBISTY',
    kind: 'ID',
    title: 'Polish identity card number',
    source: 'Ustawa o dowodach osobistych; weights 7 3 1',
    topic: 'national',
    forms: { AAAdddddd: 0.45, 'AAA dddddd': 0.45, 'AAA-dddddd': 0.45 },
    words: 'dowod osobisty|dowodu osobistego|dowodu|dowod|seria i numer*|numer dowodu|nr dowodu',
    check: isPolishCard,
    checked: true,
  },
  {
    type: 'PL_PASSPORT',
    kind: 'PASSPORT',
    title: 'Polish passport number',
    source: 'Council of the EU, PRADO: two letters, seven digits',
    topic: 'passport',
    forms: { AAddddddd: 0, 'AA ddddddd': 0 },
    words: 'paszport*|polish passport*',
  },
];

export const CZECHIA: readonly RegionalScheme[] = [
  {
    type: 'CZ_RODNE_CISLO',
    kind: 'ID',
    title: 'Czech birth number',
    source: 'Zakon 133/2000 Sb. paragraph 13; divisible by eleven',
    topic: 'national',
    forms: { 'dddddd/dddd': 0.85, 'dddddd/ddd': 0.45, dddddddddd: 0.35, 'dddddd dddd': 0.35, 'dddddd-dddd': 0.45 },
    words: 'rodne cislo*|rodneho cisla|rodnym cislem|^RC|czech birth*|czech id*|birth number',
    check: isRodneCislo,
    checked: true,
  },
  {
    type: 'CZ_DIC',
    kind: 'TAX_ID',
    title: 'Czech company and VAT number',
    source: 'Zakon 235/2004 Sb.; weights 8 to 2 modulo 11',
    topic: 'tax',
    forms: { AAdddddddd: 0.65, AAdddddddddd: 0.6, 'AA dddddddd': 0.6, dddddddd: 0.3 },
    words: '^DIC|dic|^ICO|ico cislo|danove identifikacni*|ičo|dič',
    check: (compact) => {
      const digits = compact.replace('CZ', '');
      return /^\d+$/.test(digits) && (digits.length === 8 ? isIco(digits) : isRodneCislo(digits));
    },
    checked: true,
  },
  {
    type: 'CZ_OBCANSKY_PRUKAZ',
    kind: 'ID',
    title: 'Czech identity card number',
    source: 'Ministry of the Interior: nine digits',
    topic: 'none',
    forms: { ddddddddd: 0 },
    words: 'obcansky prukaz|obcanskeho prukazu|cislo op|cislo obcanskeho*',
  },
];

export const SLOVAKIA: readonly RegionalScheme[] = [
  {
    type: 'SK_RODNE_CISLO',
    kind: 'ID',
    title: 'Slovak birth number',
    source: 'Zakon 301/1995 Z. z.; divisible by eleven',
    topic: 'national',
    forms: { 'dddddd/dddd': 0.84, 'dddddd/ddd': 0.45, dddddddddd: 0.34 },
    words: 'rodne cislo*|slovak birth*|slovak id*',
    check: isRodneCislo,
    checked: true,
  },
  {
    type: 'SK_IC_DPH',
    kind: 'TAX_ID',
    title: 'Slovak VAT number',
    source: 'Zakon 222/2004 Z. z.; divisible by eleven',
    topic: 'tax',
    forms: { AAdddddddddd: 0.7, 'AA dddddddddd': 0.65 },
    words: 'ic dph|icdph|dph|dic',
    check: (compact) =>
      compact.startsWith('SK') && modulo(compact.slice(2), 11) === 0 && /^SK[1-9]\d[2-47-9]/.test(compact),
    checked: true,
  },
];

export const HUNGARY: readonly RegionalScheme[] = [
  {
    type: 'HU_TAJ',
    kind: 'MEDICAL_ID',
    title: 'Hungarian social security number',
    source: '1996. evi XX. torveny; weights 3 7 modulo 10',
    topic: 'health',
    forms: { 'ddd ddd ddd': 0.35, 'ddd-ddd-ddd': 0.35, ddddddddd: 0.3 },
    words: 'taj*|taj szam*|taj number|tajszam*|tarsadalombiztositasi*',
    check: (compact) =>
      !isRepeated(compact) && weightedSum(compact, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(compact, 8),
    checked: true,
  },
  {
    type: 'HU_ADOAZONOSITO',
    kind: 'TAX_ID',
    title: 'Hungarian tax identification number of a person',
    source: '1996. evi XX. torveny: 8, days since 1867, weights 1 to 9 modulo 11',
    topic: 'tax',
    forms: { dddddddddd: 0.35 },
    words: 'adoazonosito*|ado azonosito*|adojel|hungarian tax*|adóazonosító*',
    check: (compact) =>
      compact.startsWith('8') && weightedSum(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(compact, 9),
    checked: true,
  },
  {
    type: 'HU_SZEMELYI_AZONOSITO',
    kind: 'ID',
    title: 'Hungarian personal identification number',
    source: '1996. evi XX. torveny; weights modulo 11',
    topic: 'national',
    forms: { 'd-dddddd-dddd': 0.85, 'd dddddd dddd': 0.7, ddddddddddd: 0.4 },
    words: 'szemelyi azonosito*|szemelyi szam*|szemelyazonosito*|szemelyi*|hungarian id*',
    check: isHungarianPersonal,
    checked: true,
  },
  {
    type: 'HU_ADOSZAM',
    kind: 'TAX_ID',
    title: 'Hungarian tax and VAT number of a business',
    source: '2017. evi CL. torveny; weights 9 7 3 1',
    topic: 'tax',
    forms: { 'dddddddd-d-dd': 0.85, AAdddddddd: 0.65, ddddddddddd: 0.3 },
    words: 'adoszam*|ado szam*|kozossegi adoszam*|afa*|hungarian vat*',
    check: (compact) => /^(?:HU)?\d+$/.test(compact) && isHungarianCompany(compact.replace('HU', '')),
    checked: true,
  },
  {
    type: 'HU_IDENTITY_CARD',
    kind: 'ID',
    title: 'Hungarian identity card number',
    source: 'Council of the EU, PRADO: six digits, two letters',
    topic: 'national',
    forms: { ddddddAA: 0.3, 'dddddd AA': 0 },
    words: 'szemelyi igazolvany*|szemelyi*|igazolvanyszam*',
  },
];

export const ROMANIA: readonly RegionalScheme[] = [
  {
    type: 'RO_CNP',
    kind: 'ID',
    title: 'Romanian personal numeric code',
    source: 'Legea 105/1996; weights modulo 11',
    topic: 'national',
    forms: { ddddddddddddd: 0.45, 'd dddddd dddddd': 0.6, 'd dd dd dd dd ddd d': 0.7 },
    words: 'cnp*|cod numeric*|codul numeric*|romanian id*|romanian personal*',
    check: isCnp,
    checked: true,
  },
  {
    type: 'RO_CUI',
    kind: 'TAX_ID',
    title: 'Romanian fiscal code',
    source: 'Codul fiscal; weights modulo 11',
    topic: 'tax',
    forms: {
      AAdddddddd: 0.6,
      AAddddddd: 0.5,
      AAdddddd: 0.45,
      AAddddddddd: 0.55,
      AAdddddddddd: 0.55,
      dddddddd: 0,
      ddddddd: 0,
    },
    words: 'cui|cif|cod fiscal|cod unic*|cod de inregistrare*',
    check: (compact) => /^(?:RO)?\d+$/.test(compact) && isRomanianTax(compact),
    checked: true,
  },
  {
    type: 'RO_CARTE_IDENTITATE',
    kind: 'ID',
    title: 'Romanian identity card series and number',
    source: 'Council of the EU, PRADO: two letters, six digits',
    topic: 'none',
    forms: { AAdddddd: 0, 'AA dddddd': 0 },
    words: 'carte de identitate|cartea de identitate|buletin*|seria|ci seria',
  },
];

export const BULGARIA: readonly RegionalScheme[] = [
  {
    type: 'BG_EGN',
    kind: 'ID',
    title: 'Bulgarian citizen number',
    source: 'GRAO; weights modulo 11',
    topic: 'national',
    forms: { dddddddddd: 0.4 },
    words: 'егн|egn|единен граждански номер|лнч|bulgarian id*|bulgarian national*|личен номер',
    check: isEgn,
    checked: true,
  },
  {
    type: 'BG_DDS',
    kind: 'TAX_ID',
    title: 'Bulgarian VAT number',
    source: 'ZDDS; weights modulo 11',
    topic: 'tax',
    forms: { AAddddddddd: 0.6, AAdddddddddd: 0.6 },
    words: 'ддс*|eik|еик|булстат|vat*',
    check: (compact) => {
      if (!compact.startsWith('BG')) return false;
      const digits = compact.slice(2);
      if (digits.length === 10) return isEgn(digits);
      const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
      const check = first < 10 ? first : (weightedSum(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10;
      return check === digitAt(digits, 8);
    },
    checked: true,
  },
];

export const CROATIA: readonly RegionalScheme[] = [
  {
    type: 'HR_OIB',
    kind: 'ID',
    title: 'Croatian personal identification number',
    source: 'Zakon o osobnom identifikacijskom broju; ISO/IEC 7064 MOD 11,10',
    topic: 'national',
    forms: { ddddddddddd: 0.3, AAddddddddddd: 0.75, 'AA ddddddddddd': 0.7 },
    words: 'oib*|osobni identifikacijski*|porezni broj|croatian id*|croatian personal*',
    check: (compact) => /^(?:HR)?\d{11}$/.test(compact) && mod11_10Valid(compact.replace('HR', '')),
    checked: true,
  },
  jmbg('HR_JMBG', 'jmbg*|maticni broj*'),
];

export const SLOVENIA: readonly RegionalScheme[] = [
  jmbg('SI_EMSO', 'emso*|enotna maticna*|slovenian id*|slovenian personal*'),
  {
    type: 'SI_DAVCNA',
    kind: 'TAX_ID',
    title: 'Slovenian tax number',
    source: 'FURS; weights 8 to 2 modulo 11',
    topic: 'tax',
    forms: { dddddddd: 0.3, AAdddddddd: 0.65 },
    words: 'davcna*|davcne|davcno|id za ddv|ddv',
    check: (compact) => {
      const digits = compact.replace('SI', '');
      const check = 11 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return /^[1-9]\d{7}$/.test(digits) && check !== 11 && check % 10 === digitAt(digits, 7);
    },
    checked: true,
  },
];

export const SERBIA: readonly RegionalScheme[] = [
  jmbg('RS_JMBG', 'jmbg*|јмбг*|maticni broj*|матични број*|jedinstveni maticni*'),
  {
    type: 'RS_PIB',
    kind: 'TAX_ID',
    title: 'Serbian tax number',
    source: 'Poreska uprava; ISO/IEC 7064 MOD 11,10',
    topic: 'tax',
    forms: { ddddddddd: 0.3 },
    words: 'pib|пиб|poreski identifikacioni*',
    check: mod11_10Valid,
    checked: true,
  },
];

export const RUSSIA: readonly RegionalScheme[] = [
  {
    type: 'RU_INN',
    kind: 'TAX_ID',
    title: 'Russian taxpayer number',
    source: 'FNS order MMV-7-6/435; weights modulo 11',
    topic: 'tax',
    forms: { dddddddddddd: 0.4, dddddddddd: 0.3 },
    words: 'инн|inn|налогоплательщик*|russian tax*',
    check: isInn,
    checked: true,
  },
  {
    type: 'RU_SNILS',
    kind: 'ID',
    title: 'Russian insurance account number (SNILS)',
    source: 'Pension Fund of Russia, resolution 192p; weights modulo 101',
    topic: 'national',
    forms: { 'ddd-ddd-ddd dd': 0.95, 'ddd-ddd-ddd-dd': 0.85, 'ddd ddd ddd dd': 0.45, ddddddddddd: 0.4 },
    words: 'снилс*|snils*|пенсионн*|страховой номер*|страхового свидетельства',
    check: isSnils,
    checked: true,
  },
  {
    type: 'RU_PASSPORT',
    kind: 'PASSPORT',
    title: 'Russian internal and foreign passport number',
    source: 'Government resolution 828 of 8 July 1997: series of four digits, number of six',
    topic: 'passport',
    forms: { 'dddd dddddd': 0, 'dd dd dddddd': 0.3, dddddddddd: 0, 'dddd-dddddd': 0, 'dd ddddddd': 0, ddddddddd: 0 },
    words: 'паспорт*|серия*|серия и номер|загранпаспорт*|russian passport*',
  },
  {
    type: 'RU_OMS',
    kind: 'MEDICAL_ID',
    title: 'Russian health insurance policy number',
    source: 'Federal law 326-FZ: sixteen digits, Luhn',
    topic: 'health',
    forms: { dddddddddddddddd: 0 },
    words: 'полис*|омс|енп',
    check: luhnValid,
    checked: true,
  },
  {
    type: 'RU_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Russian driving licence number',
    source: 'MVD order 365: ten digits in two, two and six',
    topic: 'licence',
    forms: { 'dd dd dddddd': 0, dddddddddd: 0, 'dddd dddddd': 0 },
    words: 'водительск*|^ВУ|права',
  },
];

export const UKRAINE: readonly RegionalScheme[] = [
  {
    type: 'UA_RNOKPP',
    kind: 'TAX_ID',
    title: 'Ukrainian taxpayer number',
    source: 'Ministry of Finance order 822; weights modulo 11',
    topic: 'tax',
    forms: { dddddddddd: 0.3 },
    words: 'рнокпп*|rnokpp|ипн|ідентифікаційний*|іпн|идентификационный код|ukrainian tax*|інн',
    check: isRnokpp,
    checked: true,
  },
  {
    type: 'UA_PASSPORT',
    kind: 'PASSPORT',
    title: 'Ukrainian passport number',
    source: 'State Migration Service: nine digits, or two letters and six digits',
    topic: 'passport',
    forms: { ddddddddd: 0, AAdddddd: 0, 'AA dddddd': 0 },
    words: 'паспорт україни|ukrainian passport*|паспорт*',
  },
  {
    type: 'UA_UNZR',
    kind: 'ID',
    title: 'Ukrainian demographic register number',
    source: 'Law 5492-VI: date of birth, five digits, weights 7 3 1',
    topic: 'national',
    forms: { 'dddddddd-ddddd': 0.75, ddddddddddddd: 0.4 },
    words: 'унзр|unzr|запис №|демографічного реєстру',
    check: (compact) =>
      isDate(numberIn(compact, 0, 4), numberIn(compact, 4, 6), numberIn(compact, 6, 8)) &&
      /^(?:19|20)/.test(compact) &&
      icaoRemainder(compact, 0, 12) === alnumAt(compact, 12),
    checked: true,
  },
];

export const KAZAKHSTAN: readonly RegionalScheme[] = [
  {
    type: 'KZ_IIN',
    kind: 'ID',
    title: 'Kazakh individual identification number',
    source: 'Law 223-III on national registers; weights modulo 11',
    topic: 'national',
    forms: { dddddddddddd: 0.45 },
    words: 'иин|жсн|iin|kazakh id*',
    check: isKazakhIin,
    checked: true,
  },
];

export const BELARUS: readonly RegionalScheme[] = [
  {
    type: 'BY_PERSONAL_NUMBER',
    kind: 'ID',
    title: 'Belarusian personal number',
    source: 'Presidential decree 294 of 2008; weights 7 3 1',
    topic: 'national',
    forms: { dddddddAdddAAd: 0.85 },
    words: 'личный номер|ідэнтыфікацыйны*|идентификационный номер|belarusian id*',
    check: (compact) => icaoRemainder(compact, 0, 13) === digitAt(compact, 13),
    checked: true,
  },
];

export const MOLDOVA: readonly RegionalScheme[] = [
  {
    type: 'MD_IDNP',
    kind: 'ID',
    title: 'Moldovan personal identification number',
    source: 'Law 273-XIII; weights 7 3 1',
    topic: 'national',
    forms: { ddddddddddddd: 0.35 },
    words: 'idnp|cod personal|moldovan id*',
    check: (compact) => /^[02]/.test(compact) && icaoRemainder(compact, 0, 12) === digitAt(compact, 12),
    checked: true,
  },
];
