import { digitAt, luhnValid, weightedSum } from '../../check-digits.ts';
import { isDate, isRepeated, isYearFirst, numberIn, type RegionalScheme, type Scheme } from '../scheme.ts';

/** 11 minus the weighted sum modulo 11; 10 and 11 become `over`. */
function elevenMinus(digits: string, weights: readonly number[], over = 0): number {
  const check = 11 - (weightedSum(digits, weights) % 11);
  return check > 9 ? over : check;
}

function isCpf(compact: string): boolean {
  return (
    !isRepeated(compact) &&
    elevenMinus(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 9) &&
    elevenMinus(compact, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 10)
  );
}

function isCnpj(compact: string): boolean {
  return (
    !isRepeated(compact) &&
    elevenMinus(compact, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 12) &&
    elevenMinus(compact, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 13)
  );
}

/** Two digits; where the first would be ten it is 0 and the second is two less. */
function isCnh(compact: string): boolean {
  if (isRepeated(compact)) return false;
  const first = weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const second = weightedSum(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  const carry = first > 9 ? 2 : 0;
  const last = second - carry;
  return (
    (first > 9 ? 0 : first) === digitAt(compact, 9) &&
    (second > 9 ? 0 : last < 0 ? last + 11 : last) === digitAt(compact, 10)
  );
}

function isVoterTitle(compact: string): boolean {
  const state = numberIn(compact, 8, 10);
  const first = (weightedSum(compact, [2, 3, 4, 5, 6, 7, 8, 9]) % 11) % 10;
  const second = ((digitAt(compact, 8) * 7 + digitAt(compact, 9) * 8 + first * 9) % 11) % 10;
  return state >= 1 && state <= 28 && first === digitAt(compact, 10) && second === digitAt(compact, 11);
}

const CURP =
  /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX](?:AS|BC|BS|CC|CS|CH|CL|CM|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/;
const CURP_ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

function isCurp(compact: string): boolean {
  if (!CURP.test(compact) || !isYearFirst(compact, 4)) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += CURP_ALPHABET.indexOf(compact[index] ?? '') * (18 - index);
  return (10 - (sum % 10)) % 10 === digitAt(compact, 17);
}

/** Letters of the name, a date, three characters: the last is a check character, which hand-made numbers often lack. */
function isRfc(compact: string): boolean {
  const letters = compact.length - 9;
  return /^[A-Z]{3,4}\d{6}[A-Z0-9]{2}[0-9A]$/.test(compact) && isYearFirst(compact, letters);
}

/** Weights 5 4 3 2 7 6 5 4 3 2, 11 minus the remainder. */
function isCuit(compact: string): boolean {
  const check = (11 - (weightedSum(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return /^(?:2[034567]|3[034])/.test(compact) && check === digitAt(compact, 10);
}

/** Factors 2 to 7 from the right; 11 is 0 and 10 is K. */
function isRut(compact: string): boolean {
  const body = compact.slice(0, -1).padStart(8, '0');
  const check = 11 - (weightedSum(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return !isRepeated(body) && '0123456789K0'[check === 11 ? 0 : check] === compact.at(-1);
}

function isColombianTax(compact: string): boolean {
  const remainder = weightedSum(compact, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
  return (remainder < 2 ? remainder : 11 - remainder) === digitAt(compact, 9);
}

function isPeruvianTax(compact: string): boolean {
  const check = 11 - (weightedSum(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:10|15|16|17|20)/.test(compact) && check % 10 === digitAt(compact, 10);
}

function isEcuadorianId(compact: string): boolean {
  const province = numberIn(compact, 0, 2);
  return (
    ((province >= 1 && province <= 24) || province === 30) && digitAt(compact, 2) < 6 && luhnValid(compact.slice(0, 10))
  );
}

const RIF_KINDS: Readonly<Record<string, number>> = { V: 4, E: 8, J: 12, P: 16, G: 20, C: 12 };

function isRif(compact: string): boolean {
  const sum = (RIF_KINDS[compact[0] ?? ''] ?? Number.NaN) + weightedSum(compact, [3, 2, 7, 6, 5, 4, 3, 2], 1);
  const check = 11 - (sum % 11);
  return (check > 9 ? 0 : check) === digitAt(compact, 9);
}

function isGuatemalanId(compact: string): boolean {
  return digitAt(compact, 8) === weightedSum(compact, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 && numberIn(compact, 9, 11) <= 22;
}

export const BRAZIL: readonly RegionalScheme[] = [
  {
    type: 'BR_CPF',
    kind: 'TAX_ID',
    title: 'Brazilian individual taxpayer number',
    source: 'Receita Federal, IN RFB 1548/2015; two digits modulo 11',
    topic: 'tax',
    forms: {
      'ddd.ddd.ddd-dd': 0.95,
      'ddd.ddd.ddd.dd': 0.8,
      'ddd ddd ddd dd': 0.5,
      'ddd ddd ddd-dd': 0.85,
      'ddd-ddd-ddd-dd': 0.8,
      'ddddddddd-dd': 0.75,
      ddddddddddd: 0.45,
      'ddd.ddd.ddd dd': 0.7,
      'ddd.ddd.ddd/dd': 0.8,
    },
    words: 'cpf*|cadastro de pessoas*|cadastro de pessoa*|brazilian tax*|brazilian id*|documento|cpf mf',
    check: isCpf,
    checked: true,
  },
  {
    type: 'BR_CNPJ',
    kind: 'TAX_ID',
    title: 'Brazilian company number',
    source: 'Receita Federal, IN RFB 2119/2022; two digits modulo 11',
    topic: 'tax',
    forms: {
      'dd.ddd.ddd/dddd-dd': 0.97,
      dddddddddddddd: 0.45,
      'dd ddd ddd dddd dd': 0.6,
      'dd.ddd.ddd.dddd-dd': 0.85,
      'dddddddd/dddd-dd': 0.9,
    },
    words: 'cnpj*|cadastro nacional*',
    check: isCnpj,
    checked: true,
  },
  {
    type: 'BR_CNH',
    kind: 'DRIVING_LICENCE',
    title: 'Brazilian driving licence number',
    source: 'CONTRAN resolution 598/2016; two digits modulo 11',
    topic: 'licence',
    forms: { ddddddddddd: 0.4, 'ddd ddd ddd dd': 0.35 },
    words: 'cnh*|carteira de motorista|habilitacao|carteira nacional de habilitacao|registro cnh',
    check: isCnh,
    checked: true,
  },
  {
    type: 'BR_RG',
    kind: 'ID',
    title: 'Brazilian identity card number',
    source: 'Lei 7116/1983; forms of the states',
    topic: 'national',
    forms: {
      'dd.ddd.ddd-X': 0.4,
      'd.ddd.ddd-X': 0,
      'd.ddd.ddd': 0,
      'dd.ddd.ddd': 0,
      ddddddddX: 0,
      'dddddddd-X': 0,
      'AA-dd.ddd.ddd': 0.4,
      'AA dd.ddd.ddd': 0,
    },
    words: '^RG|registro geral|carteira de identidade|identidade|rg n|rg numero|rg no',
  },
  {
    type: 'BR_PIS',
    kind: 'ID',
    title: 'Brazilian social integration number (PIS, PASEP, NIS)',
    source: 'Caixa Economica Federal; weights modulo 11',
    topic: 'none',
    forms: { 'ddd.ddddd.dd-d': 0.95, ddddddddddd: 0.3, 'ddd.dddd.ddd-d': 0.8 },
    words: 'pis|pasep|nis|nit|pis pasep|inss|ctps',
    check: (compact) =>
      !isRepeated(compact) && elevenMinus(compact, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 10),
    checked: true,
  },
  {
    type: 'BR_TITULO_ELEITOR',
    kind: 'ID',
    title: 'Brazilian voter registration number',
    source: 'TSE resolution 23.659/2021; two digits modulo 11',
    topic: 'none',
    forms: { 'dddd dddd dddd': 0.45, dddddddddddd: 0.4 },
    words: 'titulo de eleitor|titulo eleitor*|eleitor*|titulo eleitoral',
    check: isVoterTitle,
    checked: true,
  },
  {
    type: 'BR_CNS',
    kind: 'MEDICAL_ID',
    title: 'Brazilian national health card number',
    source: 'DATASUS; weights 15 to 1 modulo 11',
    topic: 'health',
    forms: { 'ddd dddd dddd dddd': 0.6, ddddddddddddddd: 0.4, 'ddd.dddd.dddd.dddd': 0.6 },
    words: 'cns|cartao sus|cartao nacional de saude|cartao de saude|numero sus',
    check: (compact) =>
      /^[12789]/.test(compact) &&
      !isRepeated(compact) &&
      weightedSum(compact, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    checked: true,
  },
  {
    type: 'BR_PASSPORT',
    kind: 'PASSPORT',
    title: 'Brazilian passport number',
    source: 'Policia Federal: two letters, six digits',
    topic: 'passport',
    forms: { AAdddddd: 0, 'AA dddddd': 0, 'AA-dddddd': 0 },
    words: 'passaporte brasileiro|brazilian passport*|passaporte*',
  },
  {
    type: 'BR_LICENCE_PLATE',
    kind: 'VEHICLE',
    title: 'Brazilian licence plate',
    source: 'CONTRAN resolution 969/2022',
    topic: 'plate',
    forms: { 'AAA-dddd': 0.3, AAAdAdd: 0.35, 'AAA-dAdd': 0.4, AAAdddd: 0 },
    words: 'placa*|renavam',
  },
];

export const MEXICO: readonly RegionalScheme[] = [
  {
    type: 'MX_CURP',
    kind: 'ID',
    title: 'Mexican population register code',
    source: 'RENAPO, DOF 18 October 2021; weights 18 to 2 modulo 10',
    topic: 'national',
    forms: {
      AAAAddddddAAAAAAXd: 0.95,
      'AAAA ddddddAAAAAAXd': 0.9,
      'AAAA dddddd AAAAAA Xd': 0.9,
      'AAAA-dddddd-AAAAAA-Xd': 0.9,
    },
    words: 'curp*|clave unica*|registro de poblacion',
    check: isCurp,
    checked: true,
  },
  {
    type: 'MX_RFC',
    kind: 'TAX_ID',
    title: 'Mexican taxpayer number',
    source: 'SAT, Codigo Fiscal de la Federacion article 27',
    topic: 'tax',
    forms: {
      AAAAddddddXXX: 0.75,
      AAAddddddXXX: 0.6,
      'AAAA-dddddd-XXX': 0.9,
      'AAA-dddddd-XXX': 0.8,
      'AAAA dddddd XXX': 0.75,
      AAAAdddddd: 0,
    },
    words: 'rfc*|registro federal*|sat',
    check: isRfc,
    checked: true,
  },
  {
    type: 'MX_NSS',
    kind: 'ID',
    title: 'Mexican social security number',
    source: 'IMSS; Luhn',
    topic: 'national',
    forms: { ddddddddddd: 0.3, 'dd-dd-dd-dddd-d': 0.7, 'dd dd dd dddd d': 0.5 },
    words: 'nss|imss|seguro social|seguridad social|numero de seguro social',
    check: luhnValid,
    checked: true,
  },
  {
    type: 'MX_CLAVE_ELECTOR',
    kind: 'ID',
    title: 'Mexican voter code',
    source: 'INE: six consonants, date, state, sex, three digits',
    topic: 'national',
    forms: { AAAAAAddddddddAddd: 0.85 },
    words: 'clave de elector|ine|ife|credencial para votar|credencial de elector',
    check: (compact) => isYearFirst(compact, 6) && /^.{14}[HMX]/.test(compact),
  },
  {
    type: 'MX_PASSPORT',
    kind: 'PASSPORT',
    title: 'Mexican passport number',
    source: 'SRE: a letter and eight digits',
    topic: 'passport',
    forms: { Adddddddd: 0 },
    words: 'pasaporte mexicano|mexican passport*',
  },
];

export const ARGENTINA: readonly RegionalScheme[] = [
  {
    type: 'AR_CUIT',
    kind: 'TAX_ID',
    title: 'Argentine tax and labour number',
    source: 'AFIP; weights modulo 11',
    topic: 'tax',
    forms: {
      'dd-dddddddd-d': 0.9,
      ddddddddddd: 0.4,
      'dd dddddddd d': 0.6,
      'dd.dddddddd.d': 0.75,
      'dd-dd.ddd.ddd-d': 0.9,
      'dd/dddddddd/d': 0.8,
    },
    words: 'cuit*|cuil*|cdi|afip',
    check: isCuit,
    checked: true,
  },
  {
    type: 'AR_DNI',
    kind: 'ID',
    title: 'Argentine national identity number',
    source: 'RENAPER, Ley 17.671: seven or eight digits',
    topic: 'national',
    forms: { 'dd.ddd.ddd': 0.3, dddddddd: 0, 'd.ddd.ddd': 0, 'dd ddd ddd': 0, ddddddd: 0 },
    words: 'dni|documento nacional*|d n i|documento|nro documento|dni n',
    check: (compact) => !isRepeated(compact) && numberIn(compact, 0, compact.length) > 1_000_000,
  },
  {
    type: 'AR_PASSPORT',
    kind: 'PASSPORT',
    title: 'Argentine passport number',
    source: 'RENAPER: three letters, six digits',
    topic: 'passport',
    forms: { AAAdddddd: 0, AAddddddA: 0 },
    words: 'pasaporte argentino',
  },
];

export const CHILE: readonly RegionalScheme[] = [
  {
    type: 'CL_RUT',
    kind: 'ID',
    title: 'Chilean RUT, RUN',
    source: 'Registro Civil, Servicio de Impuestos Internos; modulo 11 with K',
    topic: 'national',
    forms: {
      'dd.ddd.ddd-X': 0.85,
      'd.ddd.ddd-X': 0.85,
      'dddddddd-X': 0.45,
      'ddddddd-X': 0.45,
      'dd ddd ddd-X': 0.7,
      ddddddddX: 0.3,
      'dd.ddd.ddd.X': 0.6,
    },
    words: '^RUT|^RUN|rut|rol unico*|chilean id*|r u t|rut n|cedula*',
    check: isRut,
    checked: true,
  },
];

export const COLOMBIA: readonly RegionalScheme[] = [
  {
    type: 'CO_NIT',
    kind: 'TAX_ID',
    title: 'Colombian tax number',
    source: 'DIAN; primes modulo 11',
    topic: 'tax',
    forms: { 'ddd.ddd.ddd-d': 0.85, 'ddddddddd-d': 0.45, dddddddddd: 0, 'ddd ddd ddd-d': 0.6 },
    words: '^NIT|nit|numero de identificacion tributaria|dian|rut',
    check: isColombianTax,
    checked: true,
  },
  {
    type: 'CO_CEDULA',
    kind: 'ID',
    title: 'Colombian citizen card number',
    source: 'Registraduria Nacional: six to ten digits',
    topic: 'national',
    forms: { 'd.ddd.ddd.ddd': 0.3, 'dd.ddd.ddd': 0, dddddddddd: 0, dddddddd: 0, 'd ddd ddd ddd': 0 },
    words: 'cedula*|^CC|cedula de ciudadania|tarjeta de identidad|colombian id*|documento de identidad',
    check: (compact) => !isRepeated(compact) && (compact.length < 10 || compact.startsWith('1')),
  },
];

export const PERU: readonly RegionalScheme[] = [
  {
    type: 'PE_DNI',
    kind: 'ID',
    title: 'Peruvian national identity number',
    source: 'RENIEC: eight digits, sometimes a check character',
    topic: 'none',
    forms: { dddddddd: 0, 'dddddddd-X': 0 },
    words: 'dni|documento nacional*|reniec',
  },
  {
    type: 'PE_RUC',
    kind: 'TAX_ID',
    title: 'Peruvian taxpayer number',
    source: 'SUNAT; weights modulo 11',
    topic: 'tax',
    forms: { ddddddddddd: 0.4 },
    words: 'ruc|registro unico*|sunat',
    check: isPeruvianTax,
    checked: true,
  },
];

export const ECUADOR: readonly RegionalScheme[] = [
  {
    type: 'EC_CEDULA',
    kind: 'ID',
    title: 'Ecuadorian identity card and taxpayer number',
    source: 'Registro Civil, SRI: province, serial, Luhn; 001 for a taxpayer',
    topic: 'national',
    forms: { dddddddddd: 0.3, 'ddddddddd-d': 0.45, ddddddddddddd: 0.4 },
    words: 'cedula*|ruc|cedula de identidad|cedula de ciudadania|ecuadorian id*|^CI',
    check: (compact) => isEcuadorianId(compact) && (compact.length === 10 || compact.endsWith('001')),
    checked: true,
  },
];

export const URUGUAY: readonly RegionalScheme[] = [
  {
    type: 'UY_CI',
    kind: 'ID',
    title: 'Uruguayan identity card number',
    source: 'DNIC; weights 2 9 8 7 6 3 4 modulo 10',
    topic: 'national',
    forms: { 'd.ddd.ddd-d': 0.75, dddddddd: 0, 'ddddddd-d': 0.4 },
    words: 'cedula*|^CI|cedula de identidad|uruguayan id*',
    check: (compact) => (10 - (weightedSum(compact, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === digitAt(compact, 7),
    checked: true,
  },
];

export const VENEZUELA: readonly RegionalScheme[] = [
  {
    type: 'VE_CEDULA',
    kind: 'ID',
    title: 'Venezuelan identity card number',
    source: 'SAIME: V or E, up to eight digits',
    topic: 'national',
    forms: { 'A-dd.ddd.ddd': 0.65, 'A-dddddddd': 0.4, Adddddddd: 0, 'A-d.ddd.ddd': 0.6, 'dd.ddd.ddd': 0 },
    words: 'cedula*|^CI|saime',
    check: (compact) => /^[VE]?\d+$/.test(compact),
  },
  {
    type: 'VE_RIF',
    kind: 'TAX_ID',
    title: 'Venezuelan taxpayer number',
    source: 'SENIAT; weights modulo 11',
    topic: 'tax',
    forms: { 'A-dddddddd-d': 0.85, Addddddddd: 0.35, 'A-ddddddddd': 0.6 },
    words: 'rif|seniat',
    check: isRif,
    checked: true,
  },
];

export const DOMINICAN_REPUBLIC: readonly RegionalScheme[] = [
  {
    type: 'DO_CEDULA',
    kind: 'ID',
    title: 'Dominican identity and voter card number',
    source: 'Junta Central Electoral; Luhn',
    topic: 'national',
    forms: { 'ddd-ddddddd-d': 0.85, ddddddddddd: 0.3 },
    words: 'cedula*|jce|dominican id*',
    check: luhnValid,
    checked: true,
  },
];

export const CENTRAL_AMERICA: readonly Scheme[] = [
  {
    region: 'GT',
    type: 'GT_CUI',
    kind: 'ID',
    title: 'Guatemalan identification code (CUI, DPI)',
    source: 'RENAP; weights modulo 11, department, municipality',
    topic: 'national',
    forms: { 'dddd ddddd dddd': 0.7, ddddddddddddd: 0.4 },
    words: 'dpi|cui|renap|guatemalan id*',
    check: isGuatemalanId,
    checked: true,
  },
  {
    region: 'SV',
    type: 'SV_DUI',
    kind: 'ID',
    title: 'Salvadoran identity document number',
    source: 'RNPN; weights 9 to 2 modulo 10',
    topic: 'national',
    forms: { 'dddddddd-d': 0.4 },
    words: 'dui|documento unico de identidad|salvadoran id*',
    check: (compact) => (10 - (weightedSum(compact, [9, 8, 7, 6, 5, 4, 3, 2]) % 10)) % 10 === digitAt(compact, 8),
    checked: true,
  },
  {
    region: 'HN',
    type: 'HN_DNI',
    kind: 'ID',
    title: 'Honduran identity number',
    source: 'RNP: department, municipality, year, serial',
    topic: 'national',
    forms: { 'dddd-dddd-ddddd': 0.6, ddddddddddddd: 0 },
    words: 'dni|identidad|rnp|honduran id*',
    check: (compact) =>
      numberIn(compact, 0, 2) >= 1 &&
      numberIn(compact, 0, 2) <= 18 &&
      isDate(numberIn(compact, 4, 8), 1, 1) &&
      /^.{4}(?:19|20)/.test(compact),
  },
  {
    region: 'CR',
    type: 'CR_CEDULA',
    kind: 'ID',
    title: 'Costa Rican identity card number',
    source: 'Tribunal Supremo de Elecciones: province, volume, entry',
    topic: 'national',
    forms: { 'd-dddd-dddd': 0.4, ddddddddd: 0 },
    words: 'cedula*|costa rican id*',
    check: (compact) => /^[1-9]/.test(compact),
  },
];
