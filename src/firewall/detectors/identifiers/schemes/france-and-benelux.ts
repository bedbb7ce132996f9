import { luhnValid, mod97, modulo, verhoeffValid, weightedSum } from '../../check-digits.ts';
import { isBirthDate, isDate, isRepeated, numberIn, type RegionalScheme } from '../scheme.ts';

/**
 * Sex, year, month, department, commune, order and, in the long form, the key 97 - (N mod 97); the two of Corsica, 2A and 2B, count as 19 and
 * 18. Months from 20 stand for an unknown one.
 */
function isNir(compact: string): boolean {
  if (!/^[1-478]\d{4}(?:\d\d|2[AB])\d{6}(?:\d\d)?$/.test(compact)) return false;
  const month = numberIn(compact, 3, 5);
  if (!((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)) return false;
  if (compact.slice(5, 7) === '00' || compact.slice(10, 13) === '000') return false;
  if (compact.length === 13) return /^[12]/.test(compact) && month <= 12;
  const body = compact.slice(0, 13).replace('A', '0').replace('B', '0');
  const corsican = compact[6] === 'A' ? 1_000_000 : compact[6] === 'B' ? 2_000_000 : 0;
  return 97 - ((Number(body) - corsican) % 97) === numberIn(compact, 13, 15);
}

function isFrenchVat(compact: string): boolean {
  if (!/^FR[A-HJ-NP-Z0-9]{2}\d{9}$/.test(compact)) return false;
  const siren = compact.slice(4);
  const key = compact.slice(2, 4);
  return !/^\d\d$/.test(key) || (12 + 3 * modulo(siren, 97)) % 97 === Number(key);
}

function isBelgianNational(compact: string): boolean {
  const month = numberIn(compact, 2, 4) % 20;
  const day = numberIn(compact, 4, 6);
  if (month > 12 || day > 31 || (month > 0 && day > 0 && !isDate(numberIn(compact, 0, 2), month, day))) return false;
  const key = numberIn(compact, 9, 11);
  const number = numberIn(compact, 0, 9);
  return !isRepeated(compact) && (97 - (number % 97) === key || 97 - ((2_000_000_000 + number) % 97) === key);
}

function isBelgianEnterprise(digits: string): boolean {
  return /^[01]\d{9}$/.test(digits) && 97 - (numberIn(digits, 0, 8) % 97) === numberIn(digits, 8, 10);
}

const ELEVEN_TEST = [9, 8, 7, 6, 5, 4, 3, 2, -1];

export const FRANCE: readonly RegionalScheme[] = [
  {
    type: 'FR_NIR',
    kind: 'ID',
    title: 'French social security number (NIR)',
    source: 'INSEE, RNIPP; code de la securite sociale R115-1',
    topic: 'national',
    forms: {
      'd~dd~dd~dX~ddd~ddd~dd': 0.95,
      'd dd dd dX dddddd dd': 0.95,
      'dddddXdddddd ddd': 0.5,
      'ddddddXdddddd dd': 0.9,
      ddddddXdddddddd: 0.85,
      'd dd dd dX ddd ddd': 0.7,
      ddddddXdddddd: 0.3,
    },
    words:
      'nir|numero de securite sociale|securite sociale|numero de secu|no secu|n secu|secu|insee|numero insee|carte vitale|french social security*|nss|num secu',
    // The rarer first digits and months let one random number in two hundred through.
    doubt: (compact) => !/^[12]\d\d(?:0[1-9]|1[0-2])/.test(compact),
    check: isNir,
    checked: true,
  },
  {
    type: 'FR_SPI',
    kind: 'TAX_ID',
    title: 'French tax number (SPI)',
    source: 'DGFiP; OECD TIN sheet France: the last three digits are the first ten modulo 511',
    topic: 'tax',
    forms: { 'dd dd ddd ddd ddd': 0.8, ddddddddddddd: 0.4 },
    words: 'spi|numero fiscal*|numero spi|identifiant fiscal|reference fiscale|avis d imposition',
    check: (compact) => /^[0-3]/.test(compact) && modulo(compact.slice(0, 10), 511) === numberIn(compact, 10, 13),
    checked: true,
  },
  {
    type: 'FR_SIREN',
    kind: 'TAX_ID',
    title: 'French company number (SIREN, SIRET)',
    source: 'INSEE, SIRENE: Luhn',
    topic: 'none',
    forms: { ddddddddd: 0.3, 'ddd ddd ddd': 0.3, dddddddddddddd: 0.3, 'ddd ddd ddd ddddd': 0.45 },
    words: 'siren|siret|rcs|numero siret|numero siren',
    check: luhnValid,
    checked: true,
  },
  {
    type: 'FR_TVA',
    kind: 'TAX_ID',
    title: 'French VAT number',
    source: 'Directive 2006/112/EC art. 215; BOFiP: key = (12 + 3 (SIREN mod 97)) mod 97',
    topic: 'tax',
    forms: { AAXXddddddddd: 0.8, 'AA XX ddd ddd ddd': 0.85, 'AA XX ddddddddd': 0.8, 'AAXX ddd ddd ddd': 0.8 },
    words: 'tva*|tva intracommunautaire',
    check: isFrenchVat,
    checked: true,
  },
  {
    type: 'FR_CNI',
    kind: 'ID',
    title: 'French identity card number',
    source: 'ANTS: twelve digits before 2021, nine letters and digits since',
    topic: 'national',
    forms: { dddddddddddd: 0, XXXXXXXXX: 0 },
    words: 'cni|carte nationale d identite|carte d identite francaise|carte d identite|carte nationale',
    check: (compact) => /^\d+$|^[A-Z]\w*\d\w*\d\w*\d/.test(compact),
  },
  {
    type: 'FR_PASSPORT',
    kind: 'PASSPORT',
    title: 'French passport number',
    source: 'Council of the EU, PRADO: two digits, two letters, five digits',
    topic: 'passport',
    forms: { ddAAddddd: 0.4, 'dd AA ddddd': 0.35 },
    words: 'passeport francais|french passport*|numero de passeport|passeport*',
  },
  {
    type: 'FR_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'French driving licence number',
    source: 'Council of the EU, PRADO: twelve digits, or two digits, two letters, five digits',
    topic: 'licence',
    forms: { dddddddddddd: 0, ddAAddddd: 0, dddddddddddddd: 0 },
    words: 'permis de conduire|numero de permis|permis francais',
  },
  {
    type: 'FR_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'French licence plate (SIV)',
    source: 'Arrete du 9 fevrier 2009',
    topic: 'plate',
    forms: { 'AA-ddd-AA': 0.45, 'AA ddd AA': 0.3, AAdddAA: 0 },
    words: 'immatriculation|plaque*',
    check: (compact) => !/[IOU]/.test(compact),
  },
];

export const BELGIUM: readonly RegionalScheme[] = [
  {
    type: 'BE_NRN',
    kind: 'ID',
    title: 'Belgian national register number',
    source: 'Royal decree of 3 April 1984; key 97 - (N mod 97), with 2 in front for births since 2000',
    topic: 'national',
    forms: {
      'dd.dd.dd-ddd.dd': 0.95,
      'dddddd-ddd-dd': 0.9,
      'dddddd-ddd.dd': 0.9,
      'dd dd dd ddd dd': 0.8,
      'dddddd ddd dd': 0.7,
      ddddddddddd: 0.45,
    },
    words:
      'rijksregister*|registre national|numero national|numero de registre national|nrn|insz|niss|national register*|nationalregister*|rrn|belgian national*|rijksregisternummer',
    check: isBelgianNational,
    checked: true,
  },
  {
    type: 'BE_VAT',
    kind: 'TAX_ID',
    title: 'Belgian enterprise and VAT number',
    source: 'KBO/BCE; key 97 - (N mod 97)',
    topic: 'tax',
    forms: {
      AAdddddddddd: 0.8,
      'AA dddddddddd': 0.8,
      'AA dddd.ddd.ddd': 0.85,
      'AAdddd.ddd.ddd': 0.85,
      'dddd.ddd.ddd': 0.6,
      dddddddddd: 0.3,
    },
    words: 'btw*|tva|ondernemingsnummer*|numero d entreprise|kbo|bce|bce nummer',
    check: (compact) => /^(?:BE)?\d+$/.test(compact) && isBelgianEnterprise(compact.replace('BE', '')),
    checked: true,
  },
  {
    type: 'BE_IDENTITY_CARD',
    kind: 'ID',
    title: 'Belgian identity card number',
    source: 'IBZ eID: ten digits and their remainder modulo 97',
    topic: 'national',
    forms: { 'ddd-ddddddd-dd': 0.75, dddddddddddd: 0.4 },
    words: 'identiteitskaart*|carte d identite|eid|kaartnummer|numero de carte d identite',
    check: (compact) => (numberIn(compact, 0, 10) % 97 || 97) === numberIn(compact, 10, 12),
    checked: true,
  },
  {
    type: 'BE_PASSPORT',
    kind: 'PASSPORT',
    title: 'Belgian passport number',
    source: 'Council of the EU, PRADO: two letters, six digits',
    topic: 'passport',
    forms: { AAdddddd: 0 },
    words: 'belgian passport*|belgisch paspoort',
  },
];

export const NETHERLANDS: readonly RegionalScheme[] = [
  {
    type: 'NL_BSN',
    kind: 'ID',
    title: 'Dutch citizen service number (BSN)',
    source: 'Wet algemene bepalingen burgerservicenummer; RvIG, elfproef',
    topic: 'national',
    forms: {
      ddddddddd: 0.3,
      'dddd.dd.ddd': 0.65,
      'dddd-dd-ddd': 0.45,
      'dddd dd ddd': 0.4,
      'ddd ddd ddd': 0.3,
      'ddd-ddd-ddd': 0.3,
      'ddd.ddd.ddd': 0.3,
      dddddddd: 0,
    },
    words: 'bsn|bsn nummer|burgerservice*|burger service*|sofinummer|sofi nummer|citizen service number|dutch social*',
    check: (compact) => !isRepeated(compact) && weightedSum(compact.padStart(9, '0'), ELEVEN_TEST) % 11 === 0,
    checked: true,
  },
  {
    type: 'NL_BTW',
    kind: 'TAX_ID',
    title: 'Dutch VAT number',
    source: 'Belastingdienst: NL, nine digits, B, two digits; elfproef or ISO 7064 MOD 97-10',
    topic: 'tax',
    forms: { AAdddddddddAdd: 0.85, 'AA dddd.dd.ddd.Add': 0.9, 'AAdddd.dd.ddd.Add': 0.9 },
    words: 'btw*|btw id*|omzetbelasting*',
    check: (compact) =>
      /^NL\d{9}B\d\d$/.test(compact) && (mod97(compact) === 1 || weightedSum(compact, ELEVEN_TEST, 2) % 11 === 0),
    checked: true,
  },
  {
    type: 'NL_PASSPORT',
    kind: 'PASSPORT',
    title: 'Dutch passport or identity card number',
    source: 'RvIG: two letters, six letters or digits without O, a digit',
    topic: 'passport',
    forms: { AAXXXXXXd: 0 },
    words: 'nederlands paspoort|dutch passport*|paspoortnummer|paspoort*|documentnummer',
    check: (compact) => !compact.includes('O') && /\d.*\d/.test(compact),
  },
  {
    type: 'NL_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Dutch driving licence number',
    source: 'RDW: ten digits',
    topic: 'licence',
    forms: { dddddddddd: 0 },
    words: 'rijbewijs*',
  },
  {
    type: 'NL_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'Dutch licence plate',
    source: 'RDW, sidecodes',
    topic: 'plate',
    forms: {
      'AA-dd-dd': 0,
      'dd-dd-AA': 0,
      'dd-AA-dd': 0,
      'AA-dd-AA': 0.3,
      'AA-AA-dd': 0,
      'dd-AA-AA': 0,
      'dd-AAA-d': 0.3,
      'd-AAA-dd': 0.3,
      'AA-ddd-A': 0.3,
      'A-ddd-AA': 0.3,
      'AAA-dd-A': 0,
    },
    words: 'kenteken*',
  },
];

export const LUXEMBOURG: readonly RegionalScheme[] = [
  {
    type: 'LU_MATRICULE',
    kind: 'ID',
    title: 'Luxembourg national identification number',
    source: 'Law of 19 June 2013: date of birth, serial, Luhn and Verhoeff digits',
    topic: 'national',
    forms: { ddddddddddddd: 0.75, 'dddd dd dd ddddd': 0.85, 'dddddddd ddddd': 0.8, 'dddd dddd ddddd': 0.7 },
    words: 'matricule*|numero national|cnp|luxembourg id*|numero d identification',
    check: (compact) =>
      isBirthDate(compact) &&
      luhnValid(compact.slice(0, 12)) &&
      verhoeffValid(compact.slice(0, 11) + compact.slice(12)),
    checked: true,
  },
  {
    type: 'LU_TVA',
    kind: 'TAX_ID',
    title: 'Luxembourg VAT number',
    source: 'AED: six digits and their remainder modulo 89',
    topic: 'tax',
    forms: { AAdddddddd: 0.8, 'AA dddddddd': 0.8 },
    words: 'tva*',
    check: (compact) => compact.startsWith('LU') && modulo(compact.slice(2, 8), 89) === numberIn(compact, 8, 10),
    checked: true,
  },
];
