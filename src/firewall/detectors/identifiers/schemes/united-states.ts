import { digitAt, luhnValid } from '../../check-digits.ts';
import { numberIn, type RegionalScheme } from '../scheme.ts';

const SSN_WORDS =
  'ssn|s s n|ssns|ss#|ss number|ss no|ss num|social security*|soc sec*|social sec*|social number|my social|her social|his social|their social|your social|the social|social is|socials|seguro social|numero de seguro social|securite sociale americaine|sozialversicherungsnummer usa|patient ssn|taxpayer id*|tax id*|社会保障番号|社会安全号*|last four of social';
const SSA = 'Social Security Administration, POMS RM 10201.030 and 42 USC 405(c)(2)';

/** AAA-GG-SSSS. Never issued: area 000, 666 and 900-999, group 00, serial 0000. Such numbers still count beside their name. */
function isUnissuedSsn(compact: string): boolean {
  const area = numberIn(compact, 0, 3);
  return area === 0 || area === 666 || area >= 900 || compact.slice(3, 5) === '00' || compact.endsWith('0000');
}

/** 9NN-GG-NNNN with group 50-65, 70-88, 90-92 or 94-99. */
function isItin(compact: string): boolean {
  const group = numberIn(compact, 3, 5);
  return compact[0] === '9' && group >= 50 && group !== 89 && group !== 93 && !(group >= 66 && group <= 69);
}

/** Campus prefixes the IRS has assigned; the others stay out. */
const NO_EIN_PREFIX = new Set([0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97]);

function isDea(compact: string): boolean {
  const odd = digitAt(compact, 2) + digitAt(compact, 4) + digitAt(compact, 6);
  const even = digitAt(compact, 3) + digitAt(compact, 5) + digitAt(compact, 7);
  return /^[ABCDEFGHJKLMPRSTUX]/.test(compact) && (odd + 2 * even) % 10 === digitAt(compact, 8);
}

const MBI = /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d\d$/;

export const UNITED_STATES: readonly RegionalScheme[] = [
  {
    type: 'US_SSN',
    kind: 'ID',
    title: 'US Social Security number',
    source: SSA,
    topic: 'none',
    forms: {
      'ddd-dd-dddd': 0.75,
      'ddd dd dddd': 0.6,
      'ddd.dd.dddd': 0.55,
      'ddd/dd/dddd': 0.45,
      'ddd-dddddd': 0,
      'ddddd-dddd': 0,
      ddddddddd: 0.3,
    },
    words: SSN_WORDS,
    doubt: isUnissuedSsn,
  },
  {
    type: 'US_ITIN',
    kind: 'TAX_ID',
    title: 'US individual taxpayer identification number',
    source: 'IRS Publication 1915; IRM 3.21.263',
    topic: 'none',
    forms: { 'ddd-dd-dddd': 0.65, 'ddd dd dddd': 0.55, ddddddddd: 0.3 },
    words: 'itin|individual taxpayer*|taxpayer identification*|tax id*',
    check: isItin,
    strict: true,
  },
  {
    type: 'US_EIN',
    kind: 'TAX_ID',
    title: 'US employer identification number',
    source: 'IRS Publication 1635',
    topic: 'none',
    forms: { 'dd-ddddddd': 0.4, ddddddddd: 0 },
    words:
      'ein|fein|employer identification*|employer id*|federal tax*|federal id*|federal employer*|tax id*|business tax id',
    check: (compact) => !NO_EIN_PREFIX.has(numberIn(compact, 0, 2)),
  },
  {
    type: 'US_PTIN',
    kind: 'TAX_ID',
    title: 'US preparer tax identification number',
    source: 'IRS, Form W-12 instructions',
    topic: 'none',
    forms: { Adddddddd: 0 },
    words: 'ptin|preparer tax*',
    check: (compact) => compact.startsWith('P'),
  },
  {
    type: 'US_ALIEN_NUMBER',
    kind: 'ID',
    title: 'US alien registration number (A-number, USCIS number)',
    source: 'USCIS Glossary, A-Number',
    topic: 'none',
    forms: { Adddddddd: 0, Addddddddd: 0, 'A-dddddddd': 0, 'A-ddddddddd': 0, 'Addd-ddd-ddd': 0.4, 'ddd-ddd-ddd': 0 },
    words: 'alien registration*|alien number|alien reg*|a number|a no|uscis*|green card*|permanent resident*',
    check: (compact) => /^A?\d+$/.test(compact),
  },
  {
    type: 'US_NPI',
    kind: 'MEDICAL_ID',
    title: 'US national provider identifier',
    source: '45 CFR 162.406; ISO/IEC 7812 prefix 80840, Luhn',
    topic: 'none',
    forms: { dddddddddd: 0.3 },
    words: 'npi|national provider*|provider id*|prescriber npi',
    check: (compact) => /^[12]/.test(compact) && luhnValid(`80840${compact}`),
    checked: true,
  },
  {
    type: 'US_DEA',
    kind: 'MEDICAL_ID',
    title: 'US DEA registration number',
    source: 'DEA Diversion Control Division: two letters, six digits, check digit',
    topic: 'none',
    forms: { AAddddddd: 0.45, 'AA-ddddddd': 0.45, 'AA ddddddd': 0.4 },
    words: '^DEA|dea number|dea no|dea registration*|drug enforcement*',
    check: isDea,
    checked: true,
  },
  {
    type: 'US_MBI',
    kind: 'MEDICAL_ID',
    title: 'US Medicare beneficiary identifier',
    source: 'CMS, Understanding the MBI format',
    topic: 'health',
    forms: { 'dAXd-AXd-AAdd': 0.9, dAXdAXdAAdd: 0.7, 'dAXd AXd AAdd': 0.85 },
    words: 'mbi|medicare*|beneficiary id*',
    check: (compact) => MBI.test(compact),
  },
  {
    type: 'US_DOD_ID',
    kind: 'ID',
    title: 'US Department of Defense identification number (EDIPI)',
    source: 'DoDI 1000.13',
    topic: 'none',
    forms: { dddddddddd: 0 },
    words: 'edipi|dod id*|dodid|military id*|service number|cac number',
  },
  {
    type: 'US_PASSPORT',
    kind: 'PASSPORT',
    title: 'US passport number',
    source: 'US Department of State, 7 FAM 1300: nine digits, or a letter and eight digits',
    topic: 'passport',
    forms: { ddddddddd: 0, Adddddddd: 0 },
    words: 'us passport*|u s passport*|american passport*|usa passport*',
  },
  {
    type: 'US_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'US driver licence number, the forms of the states',
    source: 'AAMVA DL/ID card design standard; the states’ licence manuals',
    topic: 'licence',
    forms: Object.fromEntries(
      // AZ CA FL IL KS MA MD MI MN MO NJ NY OH PA TX VA WA WI and others; by label only.
      (
        'Addddddd Adddddddd Adddddd Addd-ddd-dd-ddd-d Addd-ddd-dd-ddd Adddddddddddd Adddd-dddd-dddd Addd-dddd-dddd Addddddddddd A-ddd-ddd-ddd-ddd ' +
        'A~ddd~ddd~ddd~ddd Addddddddddddd Adddd~ddddd~ddddd Adddddddddddddd ddd~ddd~ddd dd~ddd~ddd dd-ddd-dddd dddd-dd-dddd AAdddddd ddddddd ' +
        'dddddddd ddddddddd dddddddddd dddddddddddd Addd-dddd-dddd-dd Adddddddddddddd ddAAAddddd AAddddddA dddAAdddd AAAAAAAdddAA AAAAAAAAdddA ' +
        'Add-dd-dddd Add-ddd-ddd A-ddd-dddd AAA-dd-dddd ddddddddA AAddddd Addddddddd AAAAAAddddddXXX'
      )
        .split(' ')
        .map((shape) => [shape, 0]),
    ),
    words:
      'us driver s licen*|state driver s licen*|us driving licen*|california driver*|texas driver*|florida driver*|new york driver*|state license number|dmv*',
    check: (compact) => /\d{3}/.test(compact),
  },
  {
    type: 'US_ATIN',
    kind: 'TAX_ID',
    title: 'US adoption taxpayer identification number',
    source: 'IRS Form W-7A instructions: 9NN-93-NNNN',
    topic: 'none',
    forms: { 'ddd-dd-dddd': 0.5, ddddddddd: 0 },
    words: 'atin|adoption taxpayer*',
    check: (compact) => compact[0] === '9' && compact.slice(3, 5) === '93',
    strict: true,
  },
];
