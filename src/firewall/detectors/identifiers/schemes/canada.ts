import { digitAt, luhnValid, weightedSum } from '../../check-digits.ts';
import { isDate, isRepeated, numberIn, type RegionalScheme } from '../scheme.ts';

/** Four letters of the name, YYMMDD with 50 added to the month of women, two digits. */
function isRamq(compact: string): boolean {
  return isDate(numberIn(compact, 4, 6), numberIn(compact, 6, 8) % 50, numberIn(compact, 8, 10));
}

function isBritishColumbia(compact: string): boolean {
  const check = 11 - (weightedSum(compact, [2, 4, 8, 5, 10, 9, 7, 3], 1) % 11);
  return compact.startsWith('9') && check < 10 && check === digitAt(compact, 9);
}

export const CANADA: readonly RegionalScheme[] = [
  {
    type: 'CA_SIN',
    kind: 'ID',
    title: 'Canadian social insurance number',
    source: 'Employment Insurance Act section 138; ESDC; Luhn',
    topic: 'national',
    forms: { 'ddd-ddd-ddd': 0.45, 'ddd ddd ddd': 0.4, ddddddddd: 0.3, 'ddd.ddd.ddd': 0.4 },
    words:
      '^SIN|sin number|sin no|social insurance*|assurance sociale|numero d assurance sociale|^NAS|canadian social*|sins',
    check: (compact) => !/^8|^000/.test(compact) && luhnValid(compact),
    checked: true,
  },
  {
    type: 'CA_BUSINESS_NUMBER',
    kind: 'TAX_ID',
    title: 'Canadian business number with program account',
    source: 'Canada Revenue Agency RC2; Luhn',
    topic: 'tax',
    forms: { dddddddddAAdddd: 0.8, 'ddddddddd AA dddd': 0.85, 'ddddddddd AAdddd': 0.85, 'ddddd dddd AAdddd': 0.8 },
    words: 'business number|^BN|gst*|hst*|cra',
    check: (compact) => /^\d{9}R[CMPRTZ]\d{4}$/.test(compact) && luhnValid(compact.slice(0, 9)),
    checked: true,
  },
  {
    type: 'CA_ON_HEALTH',
    kind: 'MEDICAL_ID',
    title: 'Ontario health number',
    source: 'Ontario Ministry of Health; Luhn, version code of two letters',
    topic: 'health',
    forms: {
      'dddd-ddd-ddd': 0.4,
      'dddd-ddd-ddd-AA': 0.75,
      'dddd ddd ddd': 0.35,
      'dddd ddd ddd AA': 0.7,
      dddddddddd: 0.3,
      ddddddddddAA: 0.4,
      'dddd-ddd-ddd AA': 0.7,
    },
    words: 'ohip*|ontario health*|health card*|health number|carte sante|carte d assurance maladie',
    check: (compact) => /^[1-9]/.test(compact) && luhnValid(compact.slice(0, 10)),
    checked: true,
  },
  {
    type: 'CA_BC_HEALTH',
    kind: 'MEDICAL_ID',
    title: 'British Columbia personal health number',
    source: 'BC Ministry of Health; weights modulo 11',
    topic: 'health',
    forms: { 'dddd ddd ddd': 0.4, dddddddddd: 0.3, 'dddd-ddd-ddd': 0.4 },
    words: 'phn|personal health number|msp*|bc services card|care card|carecard',
    check: isBritishColumbia,
    checked: true,
  },
  {
    type: 'CA_QC_HEALTH',
    kind: 'MEDICAL_ID',
    title: 'Quebec health insurance number',
    source: 'RAMQ: name, date of birth, two digits',
    topic: 'health',
    forms: { 'AAAA dddd dddd': 0.75, AAAAdddddddd: 0.55, 'AAAA-dddd-dddd': 0.75 },
    words: 'ramq|nam|assurance maladie*|carte soleil|numero d assurance maladie',
    check: isRamq,
  },
  {
    type: 'CA_PROVINCIAL_HEALTH',
    kind: 'MEDICAL_ID',
    title: 'Health number of another Canadian province',
    source: 'AHCIP, Saskatchewan Health, Manitoba Health, MSI: by label',
    topic: 'none',
    forms: { 'ddddd-dddd': 0, 'ddddd dddd': 0, ddddddddd: 0, 'ddd ddd ddd': 0, 'dddd ddd ddd': 0 },
    words: 'ahcip|alberta health*|ahc number|saskatchewan health*|manitoba health*|phin|provincial health*|msi number',
  },
  {
    type: 'CA_PASSPORT',
    kind: 'PASSPORT',
    title: 'Canadian passport number',
    source: 'IRCC: two letters and six digits, or a letter, six digits, two letters',
    topic: 'passport',
    forms: { AAdddddd: 0, AddddddAA: 0.3 },
    words: 'canadian passport*|passeport canadien',
  },
  {
    type: 'CA_DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Canadian driving licence number',
    source: 'MTO (Ontario), SAAQ (Quebec), ICBC and others; by label',
    topic: 'licence',
    forms: { 'Adddd-ddddd-ddddd': 0.6, Adddddddddddddd: 0, 'Adddd-dddddd-dd': 0.45, Adddddddddddd: 0, 'dddddd-ddd': 0 },
    words: 'ontario driver*|quebec driver*|permis de conduire|canadian driver*',
    check: (compact) => !isRepeated(compact.slice(1)),
  },
];
