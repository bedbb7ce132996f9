import { digitAt, luhnValid, weightedSum } from '../../check-digits.ts';
import { isDate, isDayFirst, isRepeated, isYearFirst, numberIn, type RegionalScheme } from '../scheme.ts';

/** Birth date (a coordination number adds 60 to the day), serial, Luhn over ten digits. */
function isPersonnummer(compact: string): boolean {
  const short = compact.slice(-10);
  const day = numberIn(short, 4, 6);
  const dated = isDate(numberIn(short, 0, 2), numberIn(short, 2, 4), day > 60 ? day - 60 : day);
  return dated && (compact.length === 10 || /^(?:18|19|20)/.test(compact)) && luhnValid(short);
}

/** The last four digits also read as a time of day: `231015-1230` may well be a time stamp. */
function readsAsTime(compact: string): boolean {
  return (
    numberIn(compact, compact.length - 4, compact.length - 2) < 24 &&
    numberIn(compact, compact.length - 2, compact.length) < 60
  );
}

const CPR_WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const NO_FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const NO_SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Date (D number: day + 40; H number and test numbers: month + 40 or + 80), and two digits modulo 11. */
function isFodselsnummer(compact: string): boolean {
  const day = numberIn(compact, 0, 2) % 40;
  const month = numberIn(compact, 2, 4) % 40;
  return (
    isDate(numberIn(compact, 4, 6), month, day) &&
    weightedSum(compact, NO_FIRST) % 11 === 0 &&
    weightedSum(compact, NO_SECOND) % 11 === 0
  );
}

const HETU_CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Date, century sign (a letter or a dash, which the compact form drops), number, character modulo 31. */
function isHetu(compact: string): boolean {
  const number = compact.length === 11 ? compact.slice(0, 6) + compact.slice(7, 10) : compact.slice(0, 9);
  if (compact.length === 11 && !/[A-FU-Y]/.test(compact[6] ?? '')) return false;
  return /^\d{9}$/.test(number) && isDayFirst(number) && HETU_CHECK[Number(number) % 31] === compact.at(-1);
}

function isKennitala(compact: string): boolean {
  const day = numberIn(compact, 0, 2) % 40;
  const dated = isDate(numberIn(compact, 4, 6), numberIn(compact, 2, 4), day);
  return dated && /[089]$/.test(compact) && weightedSum(compact, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function moduloElevenEnd(digits: string, weights: readonly number[]): boolean {
  return weightedSum(digits, [...weights, 1]) % 11 === 0;
}

/** Sex and century, birth date, serial; weights 1 to 9 and 1, then 3 to 9 and 1 to 3, modulo 11 (Estonia, Lithuania). */
function isBalticCode(compact: string): boolean {
  if (!/^[1-8]/.test(compact) || !isYearFirst(compact, 1)) return false;
  let check = weightedSum(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  if (check === 10) check = (weightedSum(compact, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === digitAt(compact, 10);
}

/** Birth date and serial with a digit modulo 11; since 2017 also numbers that begin with 32 and hold no date. */
function isLatvianCode(compact: string): boolean {
  if (compact.startsWith('32')) return !isRepeated(compact.slice(2));
  if (!isDayFirst(compact) || !/^[012]/.test(compact.slice(6))) return false;
  return ((1101 - weightedSum(compact, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 10 === digitAt(compact, 10);
}

export const SWEDEN: readonly RegionalScheme[] = [
  {
    type: 'SE_PERSONNUMMER',
    kind: 'ID',
    title: 'Swedish personal identity number',
    source: 'Skatteverket SKV 704; Luhn',
    topic: 'national',
    forms: {
      'dddddd-dddd': 0.6,
      'dddddddd-dddd': 0.6,
      dddddddddd: 0.35,
      dddddddddddd: 0.4,
      'dddddd dddd': 0.35,
      'dddddddd dddd': 0.4,
    },
    words: 'personnummer*|personnr|pnr|samordningsnummer|swedish personal*|person nr|födelsenummer|swedish id*',
    check: isPersonnummer,
    checked: true,
    doubt: readsAsTime,
  },
  {
    type: 'SE_MOMSNUMMER',
    kind: 'TAX_ID',
    title: 'Swedish VAT and organisation number',
    source: 'Skatteverket SKV 709; Luhn',
    topic: 'tax',
    forms: { AAdddddddddddd: 0.75, 'AA dddddddddddd': 0.7, 'dddddd-dddd': 0.35 },
    words: 'momsnr|moms*|vat*|organisationsnummer*|orgnr|org nr|momsregistrering*',
    check: (compact) =>
      compact.length === 10
        ? /^\d\d[2-9]/.test(compact) && luhnValid(compact)
        : /^SE\d{10}\d\d$/.test(compact) && luhnValid(compact.slice(2, 12)),
    checked: true,
  },
  {
    type: 'SE_PASSPORT',
    kind: 'PASSPORT',
    title: 'Swedish passport number',
    source: 'Council of the EU, PRADO: eight digits, or two letters and six digits',
    topic: 'passport',
    forms: { dddddddd: 0, AAdddddd: 0 },
    words: 'svenskt pass|swedish passport*|passnummer*',
  },
];

export const DENMARK: readonly RegionalScheme[] = [
  {
    type: 'DK_CPR',
    kind: 'ID',
    title: 'Danish personal number',
    source: 'CPR-kontoret; the digit modulo 11 is not kept since 2007',
    topic: 'national',
    forms: { 'dddddd-dddd': 0.4, dddddddddd: 0, 'dddddd dddd': 0.3 },
    words: 'cpr|cpr nummer*|cpr nr|cprnr|personnummer*|danish personal*|danish id*',
    check: (compact) => isDayFirst(compact),
  },
  {
    type: 'DK_CPR',
    kind: 'ID',
    title: 'Danish personal number',
    source: 'CPR-kontoret; with its digit modulo 11',
    topic: 'national',
    forms: { 'dddddd-dddd': 0.6, dddddddddd: 0.3 },
    words: 'cpr|cpr nummer*|cpr nr|cprnr|personnummer*',
    check: (compact) => isDayFirst(compact) && weightedSum(compact, CPR_WEIGHTS) % 11 === 0,
    checked: true,
    doubt: readsAsTime,
    strict: true,
  },
  {
    type: 'DK_MOMS',
    kind: 'TAX_ID',
    title: 'Danish VAT number (CVR)',
    source: 'Erhvervsstyrelsen; weights modulo 11',
    topic: 'tax',
    forms: { AAdddddddd: 0.65, 'AA dddddddd': 0.6, 'AA dd dd dd dd': 0.75, dddddddd: 0, 'dd dd dd dd': 0 },
    words: 'cvr*|moms*|se nummer|se nr',
    check: (compact) =>
      /^(?:DK)?\d+$/.test(compact) && weightedSum(compact.replace('DK', ''), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    checked: true,
  },
];

export const NORWAY: readonly RegionalScheme[] = [
  {
    type: 'NO_FODSELSNUMMER',
    kind: 'ID',
    title: 'Norwegian national identity number',
    source: 'Folkeregisterloven; Skatteetaten; two digits modulo 11',
    topic: 'national',
    forms: { 'dddddd ddddd': 0.8, 'dddddd-ddddd': 0.8, ddddddddddd: 0.45, 'ddd ddd ddddd': 0.5, 'dd dd dd ddddd': 0.7 },
    words: 'fodselsnummer*|fodselsnr|personnummer*|personnr|d nummer|fnr|norwegian id*|norwegian national*|norsk id',
    check: isFodselsnummer,
    checked: true,
  },
  {
    type: 'NO_ORGNR',
    kind: 'TAX_ID',
    title: 'Norwegian organisation and VAT number',
    source: 'Bronnoysundregistrene; weights modulo 11',
    topic: 'tax',
    forms: {
      ddddddddd: 0.3,
      'ddd ddd ddd': 0.3,
      'ddd ddd ddd AAA': 0.85,
      dddddddddAAA: 0.8,
      'AA ddd ddd ddd': 0.6,
      'AA ddd ddd ddd AAA': 0.9,
      AAdddddddddAAA: 0.85,
    },
    words: 'orgnr|org nr|organisasjonsnummer*|mva*|foretaksnummer',
    check: (compact) =>
      /^(?:NO)?[89]\d{8}(?:MVA)?$/.test(compact) &&
      moduloElevenEnd(compact.replace('NO', ''), [3, 2, 7, 6, 5, 4, 3, 2]),
    checked: true,
  },
];

export const FINLAND: readonly RegionalScheme[] = [
  {
    type: 'FI_HETU',
    kind: 'ID',
    title: 'Finnish personal identity code',
    source: 'Vaestorekisteriasetus; DVV, century signs since 2023; modulus 31',
    topic: 'national',
    forms: { 'dddddd-dddX': 0.8, ddddddAdddX: 0.8 },
    words: 'hetu|henkilotunnu*|sosiaaliturvatunnu*|personbeteckning|finnish personal*|finnish id*|htunnus',
    check: isHetu,
    checked: true,
  },
  {
    type: 'FI_ALV',
    kind: 'TAX_ID',
    title: 'Finnish business and VAT number',
    source: 'YTJ; weights 7 9 10 5 8 4 2 modulo 11',
    topic: 'tax',
    forms: { 'ddddddd-d': 0.4, AAdddddddd: 0.65, 'AA dddddddd': 0.6 },
    words: 'y tunnus*|ytunnus|alv*|vat*|business id|fo nummer',
    check: (compact) =>
      /^(?:FI)?\d{8}$/.test(compact) && moduloElevenEnd(compact.replace('FI', ''), [7, 9, 10, 5, 8, 4, 2]),
    checked: true,
  },
  {
    type: 'FI_PASSPORT',
    kind: 'PASSPORT',
    title: 'Finnish passport number',
    source: 'Council of the EU, PRADO: two letters, seven digits',
    topic: 'passport',
    forms: { AAddddddd: 0 },
    words: 'suomen passi|finnish passport*|passin numero|passinumero',
  },
];

export const ICELAND: readonly RegionalScheme[] = [
  {
    type: 'IS_KENNITALA',
    kind: 'ID',
    title: 'Icelandic identification number',
    source: 'Thjodskra Islands; weights modulo 11',
    topic: 'national',
    forms: { 'dddddd-dddd': 0.6, dddddddddd: 0.35 },
    words: 'kennitala*|kennitolu|^KT|icelandic id*',
    check: isKennitala,
    checked: true,
    doubt: readsAsTime,
  },
];

export const ESTONIA: readonly RegionalScheme[] = [
  {
    type: 'EE_ISIKUKOOD',
    kind: 'ID',
    title: 'Estonian personal identification code',
    source: 'EVS 585:2007',
    topic: 'national',
    forms: { ddddddddddd: 0.45 },
    words: 'isikukood*|isiku kood|estonian personal*|estonian id*',
    check: isBalticCode,
    checked: true,
  },
  {
    type: 'EE_KMKR',
    kind: 'TAX_ID',
    title: 'Estonian VAT number',
    source: 'Maksu- ja Tolliamet; weights 3 7 1 modulo 10',
    topic: 'tax',
    forms: { AAddddddddd: 0.65 },
    words: 'kmkr*|kaibemaksu*|vat*',
    check: (compact) => compact.startsWith('EE') && weightedSum(compact, [3, 7, 1, 3, 7, 1, 3, 7, 1], 2) % 10 === 0,
    checked: true,
  },
];

export const LATVIA: readonly RegionalScheme[] = [
  {
    type: 'LV_PERSONAS_KODS',
    kind: 'ID',
    title: 'Latvian personal code',
    source: 'PMLP, Law on the Population Register',
    topic: 'national',
    forms: { 'dddddd-ddddd': 0.7, ddddddddddd: 0.35 },
    words: 'personas kod*|latvian personal*|latvian id*',
    check: isLatvianCode,
    checked: true,
  },
];

export const LITHUANIA: readonly RegionalScheme[] = [
  {
    type: 'LT_ASMENS_KODAS',
    kind: 'ID',
    title: 'Lithuanian personal code',
    source: 'Law on the Population Register',
    topic: 'national',
    forms: { ddddddddddd: 0.45 },
    words: 'asmens kod*|lithuanian personal*|lithuanian id*',
    check: (compact) => /^[3-6]/.test(compact) && isBalticCode(compact),
    checked: true,
  },
  {
    type: 'LT_PVM',
    kind: 'TAX_ID',
    title: 'Lithuanian VAT number',
    source: 'VMI: nine or twelve digits',
    topic: 'tax',
    forms: { AAddddddddd: 0.45, AAdddddddddddd: 0.5 },
    words: 'pvm*|vat*',
    check: (compact) => {
      if (!compact.startsWith('LT') || compact.at(-2) !== '1') return false;
      const count = compact.length - 3;
      const weights = (shift: number) => Array.from({ length: count }, (_, index) => ((index + shift) % 9) + 1);
      let check = weightedSum(compact, weights(0), 2) % 11;
      if (check === 10) check = (weightedSum(compact, weights(2), 2) % 11) % 10;
      return check === digitAt(compact, compact.length - 1);
    },
    checked: true,
  },
];
