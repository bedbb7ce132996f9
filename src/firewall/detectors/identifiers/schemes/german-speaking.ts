import { digitAt, icaoRemainder, luhnValid, mod11_10Valid, weightedSum } from '../../check-digits.ts';
import { isDate, isRepeated, numberIn, type RegionalScheme } from '../scheme.ts';

/** In the first ten digits one digit comes twice or three times and the others at most once; the eleventh is ISO 7064 MOD 11,10. */
function isSteuerId(compact: string): boolean {
  if (compact[0] === '0' || !mod11_10Valid(compact)) return false;
  let repeated = 0;
  for (let digit = 0; digit < 10; digit++) {
    let count = 0;
    for (let index = 0; index < 10; index++) if (digitAt(compact, index) === digit) count++;
    if (count > 3) return false;
    if (count > 1) repeated++;
  }
  return repeated === 1;
}

/** Sum of the cross sums of digit times weight, the letter written as two digits (A = 01). */
function crossSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  weights.forEach((weight, index) => {
    const product = digitAt(digits, index) * weight;
    sum += Math.floor(product / 10) + (product % 10);
  });
  return sum;
}

function letterAsDigits(letter: string | undefined): string {
  return String((letter ?? '@').charCodeAt(0) - 64).padStart(2, '0');
}

/** Area, date of birth, initial, serial; weights 2 1 2 5 7 1 2 1 2 1 2 1, cross sums, modulo 10. */
function isPensionNumber(compact: string): boolean {
  const day = numberIn(compact, 2, 4) % 50;
  if (!isDate(numberIn(compact, 6, 8), numberIn(compact, 4, 6), day)) return false;
  const digits = compact.slice(0, 8) + letterAsDigits(compact[8]) + compact.slice(9, 11);
  return crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === digitAt(compact, 11);
}

/** A letter and nine digits; weights 1 2 1 2 ..., cross sums, modulo 10. */
function isKvnr(compact: string): boolean {
  const digits = letterAsDigits(compact[0]) + compact.slice(1, 9);
  return crossSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === digitAt(compact, 9);
}

const CARD_CHARACTERS = /^[0-9CFGHJKLMNPRTVWXYZ]+$/;

/** Nine characters of a set without vowels and, in ten, the ICAO check digit. */
function isGermanDocument(compact: string, first: string): boolean {
  if (!first.includes(compact[0] ?? ' ') || !CARD_CHARACTERS.test(compact.slice(0, 9)) || !/\d/.test(compact))
    return false;
  return compact.length === 9 || icaoRemainder(compact, 0, 9) === digitAt(compact, 9);
}

/** Weights 3 7 9 (check) 5 8 4 2 1 6 modulo 11; the date may have month 13 to 15 where a day ran out of serials. */
function isAustrianInsurance(compact: string): boolean {
  const month = numberIn(compact, 6, 8);
  if (
    compact[0] === '0' ||
    month > 15 ||
    month < 1 ||
    !isDate(numberIn(compact, 8, 10), Math.min(month, 12), numberIn(compact, 4, 6))
  )
    return false;
  return weightedSum(compact, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(compact, 3);
}

function isAustrianVat(compact: string): boolean {
  if (!compact.startsWith('ATU')) return false;
  return (10 - ((crossSum(compact.slice(3), [1, 2, 1, 2, 1, 2, 1]) + 4) % 10)) % 10 === digitAt(compact, 10);
}

/** EAN-13: weights 1 and 3 by turns. */
export function isEan13(compact: string): boolean {
  return weightedSum(compact, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

function isSwissCompany(compact: string): boolean {
  const digits = compact.slice(3, 12);
  const check = (11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11;
  return compact.startsWith('CHE') && check === digitAt(digits, 8);
}

export const GERMANY: readonly RegionalScheme[] = [
  {
    type: 'DE_STEUER_ID',
    kind: 'TAX_ID',
    title: 'German tax identification number',
    source: 'Paragraph 139b AO; BZSt; ISO/IEC 7064 MOD 11,10',
    topic: 'tax',
    forms: { ddddddddddd: 0.45, 'dd ddd ddd ddd': 0.75, 'dd~ddd~ddd~ddd': 0.6, 'ddd ddd ddd dd': 0.45 },
    words:
      'steuer id*|steuerid*|steuer identifikations*|steuerliche identifikation*|steueridentifikation*|id nr|idnr|identifikationsnummer*|steuer id nr|german tax*|steuernummer*|tin',
    check: isSteuerId,
    checked: true,
  },
  {
    type: 'DE_STEUERNUMMER',
    kind: 'TAX_ID',
    title: 'German tax number of a tax office',
    source: 'Paragraph 139a AO; forms of the federal states',
    topic: 'tax',
    forms: {
      'dd/ddd/ddddd': 0.45,
      'ddd/ddd/ddddd': 0.45,
      'ddd/dddd/dddd': 0.45,
      'ddd ddd ddddd': 0,
      'dd ddd ddddd': 0,
      'ddd dddd dddd': 0,
      ddddddddddddd: 0,
      dddddddddd: 0,
    },
    words: 'steuernummer*|steuernr|steuer nr|st nr|stnr|finanzamt*|steuer nummer',
  },
  {
    type: 'DE_PERSONALAUSWEIS',
    kind: 'ID',
    title: 'German identity card number',
    source: 'PAuswV annex; ICAO Doc 9303 check digit',
    topic: 'national',
    forms: { AXXXXXXXXd: 0.35 },
    words: 'personalausweis*|ausweisnummer*|ausweis nr|ausweis*|personalausweisnr|perso|perso nr|german id*',
    check: (compact) => isGermanDocument(compact, 'LMNPRTVWXY'),
    checked: true,
  },
  {
    type: 'DE_PERSONALAUSWEIS',
    kind: 'ID',
    title: 'German identity card number, without check digit',
    source: 'PAuswV annex',
    topic: 'national',
    forms: { AXXXXXXXX: 0 },
    words: 'personalausweis*|ausweisnummer*|ausweis nr|ausweis*|personalausweisnr|perso|perso nr|german id*',
    check: (compact) => isGermanDocument(compact, 'LMNPRTVWXY'),
  },
  {
    type: 'DE_REISEPASS',
    kind: 'PASSPORT',
    title: 'German passport number',
    source: 'PassV annex; ICAO Doc 9303 check digit',
    topic: 'passport',
    forms: { AXXXXXXXXd: 0.35 },
    words: 'reisepass*|passnummer*|german passport*|deutscher pass*|pass nr',
    check: (compact) => isGermanDocument(compact, 'CFGHJK'),
    checked: true,
  },
  {
    type: 'DE_REISEPASS',
    kind: 'PASSPORT',
    title: 'German passport number, without check digit',
    source: 'PassV annex',
    topic: 'passport',
    forms: { AXXXXXXXX: 0 },
    words: 'reisepass*|passnummer*|german passport*|deutscher pass*|pass nr',
    check: (compact) => isGermanDocument(compact, 'CFGHJK'),
  },
  {
    type: 'DE_SOZIALVERSICHERUNG',
    kind: 'ID',
    title: 'German pension insurance number',
    source: 'VKVV paragraph 2; Deutsche Rentenversicherung',
    topic: 'national',
    forms: {
      ddddddddAddd: 0.75,
      'dd dddddd A ddd': 0.9,
      'dd ddddddAddd': 0,
      'dd dddddd A dd d': 0.85,
      'dd-dddddd-A-ddd': 0.85,
    },
    words:
      'sozialversicherungs*|rentenversicherungs*|sv nummer|sv nr|rvnr|versicherungsnummer*|sozialversicherung|rv nummer',
    check: isPensionNumber,
    checked: true,
  },
  {
    type: 'DE_KVNR',
    kind: 'MEDICAL_ID',
    title: 'German health insurance number',
    source: 'Paragraph 290 SGB V; GKV-Spitzenverband',
    topic: 'health',
    forms: { Addddddddd: 0.4, 'Addd ddd ddd': 0.45 },
    words: 'kvnr|krankenversicher*|versichertennummer*|versicherten nr|krankenkasse*|kv nummer|gesundheitskarte*',
    check: isKvnr,
    checked: true,
  },
  {
    type: 'DE_UST_ID',
    kind: 'TAX_ID',
    title: 'German VAT identification number',
    source: 'Paragraph 27a UStG; ISO/IEC 7064 MOD 11,10',
    topic: 'tax',
    forms: { AAddddddddd: 0.65, 'AA ddddddddd': 0.6, 'AA ddd ddd ddd': 0.7 },
    words: 'ust id*|ustid*|umsatzsteuer*|vat id*|vat number|vat no|ust idnr|vat',
    check: (compact) => compact.startsWith('DE') && mod11_10Valid(compact.slice(2)),
    checked: true,
  },
  {
    type: 'DE_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'German driving licence number',
    source: 'FeV annex 8: authority, serial, check character, copy',
    topic: 'licence',
    forms: { XddXXXXXXdX: 0 },
    words: 'fuhrerschein*|fuehrerschein*|fahrerlaubnis*',
    check: (compact) => /\d.*\d.*\d.*\d/.test(compact),
  },
  {
    type: 'DE_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'German licence plate',
    source: 'FZV paragraph 8 and annex 1',
    topic: 'plate',
    forms: Object.fromEntries(
      ['A', 'AA', 'AAA'].flatMap((district) =>
        ['A', 'AA'].flatMap((letters) =>
          ['d', 'dd', 'ddd', 'dddd'].flatMap((digits) => [
            [`${district}-${letters} ${digits}`, digits.length > 2 ? 0.4 : 0.3],
            [`${district}-${letters}-${digits}`, 0],
            [`${district} ${letters} ${digits}`, 0],
            [`${district}-${letters}${digits}`, 0],
          ]),
        ),
      ),
    ),
    words: 'kennzeichen*|nummernschild*|autokennzeichen*|kfz',
  },
];

export const AUSTRIA: readonly RegionalScheme[] = [
  {
    type: 'AT_SVNR',
    kind: 'ID',
    title: 'Austrian social insurance number',
    source: 'Dachverband der Sozialversicherungstraeger; weights modulo 11',
    topic: 'national',
    forms: {
      'dddd dddddd': 0.5,
      'dddd-dddddd': 0.5,
      dddddddddd: 0.35,
      'dddd dd dd dd': 0.45,
      'dddd/dddddd': 0.5,
      'ddd d dddddd': 0.45,
    },
    words:
      'svnr|sv nummer|sv nr|sozialversicherungs*|versicherungsnummer*|svn|e card|austrian social*|sozialversicherung',
    check: isAustrianInsurance,
    checked: true,
  },
  {
    type: 'AT_UID',
    kind: 'TAX_ID',
    title: 'Austrian VAT identification number',
    source: 'Article 28 UStG (Austria)',
    topic: 'tax',
    forms: { AAAdddddddd: 0.85, 'AAA dddddddd': 0.85 },
    words: 'uid*|uid nummer|umsatzsteuer*|ust id*',
    check: isAustrianVat,
    checked: true,
  },
  {
    type: 'AT_STEUERNUMMER',
    kind: 'TAX_ID',
    title: 'Austrian tax number',
    source: 'BMF: two digits of the office, seven digits, Luhn',
    topic: 'tax',
    forms: { 'dd-ddd/dddd': 0.7, 'dd ddd/dddd': 0.6, ddddddddd: 0 },
    words: 'steuernummer*|abgabenkontonummer|stnr',
    check: luhnValid,
    checked: true,
  },
  {
    type: 'AT_PASSPORT',
    kind: 'PASSPORT',
    title: 'Austrian passport number',
    source: 'Council of the EU, PRADO: a letter and seven digits',
    topic: 'passport',
    forms: { Addddddd: 0, 'A ddddddd': 0, AAddddddd: 0 },
    words: 'osterreichischer reisepass*|austrian passport*',
  },
];

export const SWITZERLAND: readonly RegionalScheme[] = [
  {
    type: 'CH_AHV',
    kind: 'ID',
    title: 'Swiss and Liechtenstein social insurance number (AHV, AVS)',
    source: 'AHVV article 133: 756, nine digits, EAN-13 check digit',
    topic: 'national',
    forms: { 'ddd.dddd.dddd.dd': 0.95, 'ddd dddd dddd dd': 0.8, 'ddd-dddd-dddd-dd': 0.85, ddddddddddddd: 0.55 },
    words: 'ahv*|avs|ahv nr|ahv nummer|numero avs|no avs|sozialversicherungs*|oasi|navs13|numero ahv|n avs',
    check: (compact) => compact.startsWith('756') && isEan13(compact),
    checked: true,
  },
  {
    type: 'CH_UID',
    kind: 'TAX_ID',
    title: 'Swiss company identification and VAT number',
    source: 'BFS, UID: modulus 11',
    topic: 'tax',
    forms: {
      'AAA-ddd.ddd.ddd': 0.9,
      AAAddddddddd: 0.8,
      'AAA ddd.ddd.ddd': 0.85,
      'AAA ddd ddd ddd': 0.8,
      'AAA-ddd.ddd.ddd AAAA': 0.9,
      'AAA-ddd.ddd.ddd AAA': 0.9,
    },
    words: 'uid*|mwst*|tva|iva|ide',
    check: isSwissCompany,
    checked: true,
  },
  {
    type: 'CH_PASSPORT',
    kind: 'PASSPORT',
    title: 'Swiss passport or identity card number',
    source: 'fedpol: a letter and seven digits, or a letter and seven letters or digits',
    topic: 'passport',
    forms: { Addddddd: 0, AdXdddddd: 0, AdXddddd: 0 },
    words: 'schweizer pass*|swiss passport*|passeport suisse|passaporto svizzero',
    check: (compact) => !isRepeated(compact.slice(1)),
  },
];
