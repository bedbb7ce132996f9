import { alnumAt, digitAt, luhnValid, weightedSum } from '../../check-digits.ts';
import { isDayFirst, isRepeated, numberIn, type RegionalScheme } from '../scheme.ts';

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Eight digits and the letter of the number modulo 23; a foreigner's X, Y, Z stands for 0, 1, 2. */
function isDni(compact: string): boolean {
  const digits = compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return /^\d{8}$/.test(digits) && DNI_LETTERS[Number(digits) % 23] === compact.at(-1);
}

/** Kind of entity, seven digits, control digit or letter by Luhn over the seven. */
function isCif(compact: string): boolean {
  if (!/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(compact)) return false;
  let sum = 0;
  for (let index = 1; index < 8; index++) {
    const value = digitAt(compact, index) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  const control = (10 - (sum % 10)) % 10;
  return compact[8] === String(control) || compact[8] === 'JABCDEFGHI'[control];
}

/** Province, number, and the remainder of both modulo 97. */
function isSpanishInsurance(compact: string): boolean {
  const province = numberIn(compact, 0, 2);
  if (province < 1 || (province > 53 && province !== 66)) return false;
  const serial = numberIn(compact, 2, 10);
  const body = serial < 10_000_000 ? serial + province * 10_000_000 : numberIn(compact, 0, 10);
  return body % 97 === numberIn(compact, 10, 12);
}

/** Weights 9 to 2; 11 minus the remainder, 10 and 11 written 0. */
function isPortugueseTax(digits: string): boolean {
  if (!/^[1-356789]\d{8}$/.test(digits)) return false;
  const check = 11 - (weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check > 9 ? 0 : check) === digitAt(digits, 8);
}

/** Luhn over letters and digits, every second place from the left doubled (Cartao de cidadao). */
function isPortugueseCard(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 12; index++) {
    const value = alnumAt(compact, index) * (index % 2 === 0 ? 2 : 1);
    sum += index % 2 === 0 && value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const OMOCODIA = 'LMNPQRSTUV';
const FISCAL = /^[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/;

/** DM 23 December 1976: odd and even places have tables of their own; digits may be letters where two people would share a code. */
function isFiscalCode(compact: string): boolean {
  if (!FISCAL.test(compact)) return false;
  const day = Number(compact.slice(9, 11).replace(/[L-V]/g, (letter) => String(OMOCODIA.indexOf(letter)))) % 40;
  if (day < 1 || day > 31) return false;
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const digit = digitAt(compact, index);
    const value = digit >= 0 ? digit : compact.charCodeAt(index) - 65;
    sum += index % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return compact.charCodeAt(15) - 65 === sum % 26;
}

/** Powers of two from 256 down, modulo 11, modulo 10. */
function isGreekTax(digits: string): boolean {
  return !isRepeated(digits) && (weightedSum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(digits, 8);
}

const CYPRIOT_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function isCypriotTax(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index++) {
    const digit = digitAt(compact, index);
    sum += index % 2 === 0 ? (CYPRIOT_ODD[digit] ?? 0) : digit;
  }
  return !compact.startsWith('12') && compact.charCodeAt(8) - 65 === sum % 26;
}

export const SPAIN: readonly RegionalScheme[] = [
  {
    type: 'ES_DNI',
    kind: 'ID',
    title: 'Spanish national identity number (DNI, NIF)',
    source: 'Real Decreto 1553/2005; Real Decreto 1065/2007 article 19',
    topic: 'national',
    forms: {
      ddddddddA: 0.8,
      'dddddddd-A': 0.9,
      'dddddddd A': 0.7,
      'dd.ddd.ddd-A': 0.95,
      'dd.ddd.dddA': 0.9,
      'dd.ddd.ddd A': 0.85,
      'dd ddd ddd A': 0.7,
      'dd-ddd-ddd-A': 0.8,
      dddddddA: 0,
      'dd.ddd.ddd': 0,
    },
    words:
      'dni|nif|documento nacional*|documento de identidad|d n i|n i f|identidad|spanish id*|tarjeta de identidad|documento',
    check: isDni,
    checked: true,
  },
  {
    type: 'ES_NIE',
    kind: 'ID',
    title: 'Spanish foreigner identity number',
    source: 'RD 557/2011 article 206; Orden INT/2058/2008',
    topic: 'national',
    forms: {
      AdddddddA: 0.85,
      'A-ddddddd-A': 0.95,
      'A ddddddd A': 0.85,
      'Addddddd-A': 0.9,
      'A-dddddddA': 0.9,
      'A-d.ddd.ddd-A': 0.9,
    },
    words: 'nie|n i e|numero de identidad de extranjero|extranjero*|tie|foreigner id*|numero de extranjero',
    check: (compact) => /^[XYZ]/.test(compact) && isDni(compact),
    checked: true,
  },
  {
    type: 'ES_CIF',
    kind: 'TAX_ID',
    title: 'Spanish tax number of an entity (CIF)',
    source: 'Real Decreto 1065/2007 article 22; Orden EHA/451/2008',
    topic: 'tax',
    forms: { AdddddddX: 0.4, 'A-ddddddd-X': 0.6, 'A-dddddddX': 0.5, 'A-dddddddd': 0.5, 'Addddddd-X': 0.45 },
    words: 'cif|nif|c i f|empresa|sociedad',
    check: isCif,
    checked: true,
  },
  {
    type: 'ES_NSS',
    kind: 'ID',
    title: 'Spanish social security number',
    source: 'TGSS: province, number, remainder modulo 97',
    topic: 'national',
    forms: {
      'dd/dddddddd/dd': 0.8,
      'dd dddddddd dd': 0.75,
      'dd-dddddddd-dd': 0.75,
      dddddddddddd: 0.4,
      'dd dddddddddd': 0.6,
      'dd/dddddddddd': 0.7,
    },
    words:
      'nss|seguridad social|numero de la seguridad social|numero de afiliacion|nuss|n seguridad social|num seguridad social',
    check: isSpanishInsurance,
    checked: true,
  },
  {
    type: 'ES_IVA',
    kind: 'TAX_ID',
    title: 'Spanish VAT number',
    source: 'Directive 2006/112/EC article 215',
    topic: 'tax',
    forms: { AAXdddddddX: 0.85, 'AA XdddddddX': 0.8, 'AA-XdddddddX': 0.85 },
    words: 'iva|vat*|nif iva',
    check: (compact) => compact.startsWith('ES') && (isDni(compact.slice(2)) || isCif(compact.slice(2))),
    checked: true,
  },
  {
    type: 'ES_PASSPORT',
    kind: 'PASSPORT',
    title: 'Spanish passport number',
    source: 'Council of the EU, PRADO: three letters, six digits',
    topic: 'passport',
    forms: { AAAdddddd: 0, 'AAA dddddd': 0 },
    words: 'pasaporte espanol|spanish passport*|pasaporte*',
  },
  {
    type: 'ES_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'Spanish licence plate',
    source: 'RD 2822/1998 annex XVIII: four digits, three consonants',
    topic: 'plate',
    forms: { 'dddd AAA': 0.35, 'dddd-AAA': 0.4, ddddAAA: 0.3 },
    words: 'matricula*',
    check: (compact) => /^\d{4}[B-DF-HJ-NPR-TV-Z]{3}$/.test(compact),
  },
];

export const PORTUGAL: readonly RegionalScheme[] = [
  {
    type: 'PT_NIF',
    kind: 'TAX_ID',
    title: 'Portuguese tax number',
    source: 'Decreto-Lei 14/2013; modulus 11',
    topic: 'tax',
    forms: { ddddddddd: 0.3, 'ddd ddd ddd': 0.35, 'ddd.ddd.ddd': 0.4, 'ddd-ddd-ddd': 0.35 },
    words:
      'nif|nipc|contribuinte*|numero de contribuinte|numero fiscal|numero de identificacao fiscal|identificacao fiscal|portuguese tax*|n contribuinte',
    check: isPortugueseTax,
    checked: true,
  },
  {
    type: 'PT_CARTAO_CIDADAO',
    kind: 'ID',
    title: 'Portuguese citizen card number',
    source: 'Lei 7/2007; Luhn over letters and digits',
    topic: 'national',
    forms: {
      'dddddddd d AAd': 0.85,
      dddddddddAAd: 0.6,
      'dddddddd-d-AAd': 0.85,
      'dddddddd d XXd': 0.8,
      'dddddddd-d XXd': 0.8,
    },
    words: 'cartao de cidadao|cartao do cidadao|^CC|bilhete de identidade|numero do cartao',
    check: isPortugueseCard,
    checked: true,
  },
  {
    type: 'PT_NISS',
    kind: 'ID',
    title: 'Portuguese social security number',
    source: 'Instituto da Seguranca Social; primes modulo 10',
    topic: 'national',
    forms: { ddddddddddd: 0.3, 'ddd ddd ddd dd': 0.35, 'd dddd ddd ddd': 0.3 },
    words: 'niss|seguranca social|numero de identificacao da seguranca social',
    check: (compact) =>
      /^[12]/.test(compact) &&
      9 - (weightedSum(compact, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === digitAt(compact, 10),
    checked: true,
  },
  {
    type: 'PT_IVA',
    kind: 'TAX_ID',
    title: 'Portuguese VAT number',
    source: 'Directive 2006/112/EC article 215',
    topic: 'tax',
    forms: { AAddddddddd: 0.65, 'AA ddddddddd': 0.6, 'AA ddd ddd ddd': 0.65 },
    words: 'iva|nif|nipc',
    check: (compact) => compact.startsWith('PT') && isPortugueseTax(compact.slice(2)),
    checked: true,
  },
  {
    type: 'PT_UTENTE',
    kind: 'MEDICAL_ID',
    title: 'Portuguese health service user number',
    source: 'SNS: nine digits',
    topic: 'health',
    forms: { ddddddddd: 0, 'ddd ddd ddd': 0 },
    words: 'utente|numero de utente|sns|utente sns|n utente',
  },
  {
    type: 'PT_PASSPORT',
    kind: 'PASSPORT',
    title: 'Portuguese passport number',
    source: 'Council of the EU, PRADO',
    topic: 'passport',
    forms: { Adddddd: 0, AAdddddd: 0 },
    words: 'passaporte portugues|portuguese passport*',
  },
];

export const ITALY: readonly RegionalScheme[] = [
  {
    type: 'IT_CODICE_FISCALE',
    kind: 'TAX_ID',
    title: 'Italian tax code',
    source: 'Decreto ministeriale 23 dicembre 1976; Agenzia delle Entrate',
    topic: 'tax',
    forms: {
      AAAAAAXXAXXAXXXA: 0.95,
      'AAA AAA ddAdd AdddA': 0.97,
      'AAA AAA ddA dd AdddA': 0.95,
      'AAA-AAA-ddAdd-AdddA': 0.95,
      'AAAAAA ddAdd AdddA': 0.95,
      'AAAAAA-ddAdd-AdddA': 0.95,
      'AAA AAA ddAdd Addd A': 0.95,
    },
    words: 'codice fiscale|cod fiscale|cod fisc*|^C F|codicefiscale|fiscal code|italian tax*',
    check: isFiscalCode,
    checked: true,
  },
  {
    type: 'IT_PARTITA_IVA',
    kind: 'TAX_ID',
    title: 'Italian VAT number',
    source: 'DPR 633/1972 article 35; Luhn',
    topic: 'tax',
    forms: { ddddddddddd: 0.3, AAddddddddddd: 0.8, 'AA ddddddddddd': 0.75 },
    words: 'partita iva|p iva|piva|p i|vat number|vat*|iva',
    check: (compact) =>
      /^(?:IT)?[0-7]\d{10}$/.test(compact) &&
      luhnValid(compact.replace('IT', '')) &&
      numberIn(compact, compact.length - 11, compact.length - 4) > 0,
    checked: true,
  },
  {
    type: 'IT_CARTA_IDENTITA',
    kind: 'ID',
    title: 'Italian identity card number',
    source: 'Ministero dell’Interno: two letters, five digits, two letters, or two letters and seven digits on paper',
    topic: 'national',
    forms: { AAdddddAA: 0.45, AAddddddd: 0, 'AA ddddddd': 0, 'AA dddddAA': 0 },
    words: 'carta d identita*|carta identita|documento d identita|cie|numero carta|documento',
  },
  {
    type: 'IT_PASSPORT',
    kind: 'PASSPORT',
    title: 'Italian passport number',
    source: 'Council of the EU, PRADO: two letters, seven digits',
    topic: 'passport',
    forms: { AAddddddd: 0, Adddddddd: 0 },
    words: 'passaporto italiano|passaporto*|italian passport*',
  },
  {
    type: 'IT_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Italian driving licence number',
    source: 'Council of the EU, PRADO',
    topic: 'licence',
    forms: { AAdddddddA: 0.35, AdXdddddXA: 0 },
    words: 'patente di guida|patente*|numero patente',
  },
  {
    type: 'IT_TESSERA_SANITARIA',
    kind: 'MEDICAL_ID',
    title: 'Italian health card number',
    source: 'Decreto 11 marzo 2004: 80380, fifteen digits, Luhn',
    topic: 'health',
    forms: { dddddddddddddddddddd: 0.6 },
    words: 'tessera sanitaria|numero tessera',
    check: (compact) => compact.startsWith('80380') && luhnValid(compact),
    checked: true,
  },
];

export const GREECE: readonly RegionalScheme[] = [
  {
    type: 'GR_AFM',
    kind: 'TAX_ID',
    title: 'Greek tax number',
    source: 'AADE; powers of two modulo 11',
    topic: 'tax',
    forms: { ddddddddd: 0.3, AAddddddddd: 0.75, 'AA ddddddddd': 0.65 },
    words: 'αφμ|α φ μ|afm|φορολογικο μητρωο|greek tax*|αριθμος φορολογικου μητρωου|δου',
    check: (compact) => /^(?:EL|GR)?\d{9}$/.test(compact) && isGreekTax(compact.replace(/^\D+/, '')),
    checked: true,
  },
  {
    type: 'GR_AMKA',
    kind: 'ID',
    title: 'Greek social security number',
    source: 'IDIKA: date of birth, serial, Luhn',
    topic: 'national',
    forms: { ddddddddddd: 0.4, 'dddddd ddddd': 0.45, 'dddddd-ddddd': 0.5 },
    words: 'αμκα|α μ κ α|amka|κοινωνικης ασφαλισης',
    check: (compact) => isDayFirst(compact) && luhnValid(compact),
    checked: true,
  },
  {
    type: 'GR_IDENTITY_CARD',
    kind: 'ID',
    title: 'Greek identity card number',
    source: 'Hellenic Police: two letters, six digits',
    topic: 'national',
    forms: { AAdddddd: 0, 'AA dddddd': 0, 'AA-dddddd': 0, 'A-dddddd': 0 },
    words: 'ταυτοτητα*|αδτ|α δ τ|αριθμος ταυτοτητας|αστυνομικη ταυτοτητα|adt|greek id*',
  },
  {
    type: 'GR_PASSPORT',
    kind: 'PASSPORT',
    title: 'Greek passport number',
    source: 'Council of the EU, PRADO: two letters, seven digits',
    topic: 'passport',
    forms: { AAddddddd: 0 },
    words: 'διαβατηριο*|greek passport*',
  },
];

export const MALTA: readonly RegionalScheme[] = [
  {
    type: 'MT_IDENTITY_CARD',
    kind: 'ID',
    title: 'Maltese identity number',
    source: 'Identita Malta: up to seven digits and M, G, A, P, L, H, B or Z',
    topic: 'national',
    forms: { dddddddA: 0.3, 'ddddddd A': 0, ddddddA: 0, 'dddddd-A': 0 },
    words: 'karta tal identita|maltese id*|malta id*|karta tal id',
    check: (compact) => /[MGAPLHBZ]$/.test(compact),
  },
  {
    type: 'MT_VAT',
    kind: 'TAX_ID',
    title: 'Maltese VAT number',
    source: 'Directive 2006/112/EC article 215; modulus 37',
    topic: 'tax',
    forms: { AAdddddddd: 0.75, 'AA dddddddd': 0.75, 'AA dddd dddd': 0.75 },
    words: 'vat*',
    check: (compact) =>
      compact.startsWith('MT') && (weightedSum(compact, [3, 4, 6, 7, 8, 9], 2) + numberIn(compact, 8, 10)) % 37 === 0,
    checked: true,
  },
];

export const CYPRUS: readonly RegionalScheme[] = [
  {
    type: 'CY_TIC',
    kind: 'TAX_ID',
    title: 'Cypriot tax identification code and VAT number',
    source: 'Cyprus Tax Department; modulus 26',
    topic: 'tax',
    forms: { ddddddddA: 0.45, AAddddddddA: 0.85, 'AA ddddddddA': 0.85 },
    words: 'tic|cyprus tax*|cypriot tax*|cyprus vat*',
    check: (compact) => /^(?:CY)?\d{8}[A-Z]$/.test(compact) && isCypriotTax(compact.replace('CY', '')),
    checked: true,
  },
  {
    type: 'CY_IDENTITY_CARD',
    kind: 'ID',
    title: 'Cypriot identity card number',
    source: 'Civil Registry and Migration Department: six to eight digits',
    topic: 'none',
    forms: { ddddddd: 0, dddddd: 0, dddddddd: 0 },
    words: 'cypriot id*|cyprus id*|αριθμος ταυτοτητας',
  },
];
