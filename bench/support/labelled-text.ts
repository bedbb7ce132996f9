import {
  type Faker,
  fakerDE,
  fakerEN_GB,
  fakerEN_US,
  fakerES,
  fakerFR,
  fakerIT,
  fakerNL,
  fakerPL,
  fakerPT_BR,
  fakerSV,
} from '@faker-js/faker';
import { identifierExamples } from '../../test/firewall/catalogue/identifiers.ts';
import { secretCases } from '../../test/firewall/catalogue/secrets.ts';

export interface LabelledText {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Texts with one to four values each, in ten languages, made from the seed alone; every sixth is clean. */
export function makeLabelledTexts(count: number, seed: number): LabelledText[] {
  const locales = LOCALES.map((locale, index) => {
    locale.faker.seed(seed + index);
    return locale;
  });
  return Array.from({ length: count }, (_, index) => {
    const locale = locales[index % locales.length] as Locale;
    return index % 6 === 5 ? cleanText(locale.faker) : filledText(locale);
  });
}

/** The catalogue's identifiers and secrets in their own contexts: forms that Faker does not make. */
export function catalogueTexts(): LabelledText[] {
  const identifiers = identifierExamples.flatMap(({ type, examples, values }) =>
    examples.map((text, index) => labelled(text, values[index] ?? '', type)),
  );
  const secrets = secretCases.map(({ text, start, end }) => ({ text, spans: [{ start, end, type: 'SECRET' }] }));
  return [...identifiers, ...secrets];
}

function labelled(text: string, value: string, type: string): LabelledText {
  const start = text.indexOf(value);
  return { text, spans: [{ start, end: start + value.length, type }] };
}

interface Locale {
  readonly faker: Faker;
  /** Sentences with the places of values in braces; written for this benchmark. */
  readonly shells: readonly string[];
}

const ENGLISH = [
  'Hello, this is {PERSON}. I moved to {ADDRESS} last week, can you update my file? My e-mail is still {EMAIL}.',
  'Please call {PERSON} back on {PHONE} before noon, she is waiting for the quote.',
  'Charge the card {CARD} for the remaining amount and send the receipt to {EMAIL}.',
  'Refund goes to the account with IBAN {IBAN}, holder {PERSON}.',
  '{"customer": {"fullName": "{PERSON}", "mail": "{EMAIL}", "phone": "{PHONE}"}, "open": true}',
  'name;street;mobile\n{PERSON};{STREET};{PHONE}',
  'The login came from {IP} (device {MAC}) at ten past four.',
  'Patient {PERSON}, date of birth {DATE_OF_BIRTH}, complains about headaches.',
  'pull it from {CREDENTIALS_URL}/exports and compare',
  'Donations in bitcoin to {CRYPTO_WALLET} are welcome.',
  'Best regards,\n{PERSON}\n{PHONE}\n{EMAIL}',
];

const LOCALES: readonly Locale[] = [
  { faker: fakerEN_US, shells: ENGLISH },
  { faker: fakerEN_GB, shells: ENGLISH },
  {
    faker: fakerDE,
    shells: [
      'Guten Tag, mein Name ist {PERSON}, ich wohne in der {STREET}. Sie erreichen mich unter {PHONE}.',
      'Bitte überweisen Sie auf {IBAN}, Empfänger ist {PERSON}.',
      'Herr {PERSON}, geboren am {DATE_OF_BIRTH}, hat uns von {EMAIL} geschrieben.',
    ],
  },
  {
    faker: fakerFR,
    shells: [
      'Bonjour, je suis {PERSON} et mon adresse est {STREET}. Mon téléphone : {PHONE}.',
      'Merci de rembourser sur le compte {IBAN} au nom de {PERSON}.',
      'Mme {PERSON}, née le {DATE_OF_BIRTH}, écrit depuis {EMAIL}.',
    ],
  },
  {
    faker: fakerES,
    shells: [
      'Hola, me llamo {PERSON} y vivo en {STREET}. Mi teléfono es {PHONE}.',
      'Haga la transferencia a {IBAN} a nombre de {PERSON}.',
      'La clienta {PERSON} escribe desde {EMAIL} por su tarjeta {CARD}.',
    ],
  },
  {
    faker: fakerIT,
    shells: [
      'Buongiorno, mi chiamo {PERSON} e abito in {STREET}. Il mio telefono è {PHONE}.',
      'Il rimborso va su {IBAN} intestato a {PERSON}.',
      'Il signor {PERSON} scrive da {EMAIL}.',
    ],
  },
  {
    faker: fakerNL,
    shells: [
      'Goedemiddag, ik ben {PERSON} en ik woon op {STREET}. Bel mij op {PHONE}.',
      'Maak het bedrag over naar {IBAN} op naam van {PERSON}.',
    ],
  },
  {
    faker: fakerPL,
    shells: [
      'Dzień dobry, nazywam się {PERSON}, mieszkam przy {STREET}. Telefon: {PHONE}.',
      'Proszę o przelew na konto {IBAN}, odbiorca {PERSON}.',
    ],
  },
  {
    faker: fakerPT_BR,
    shells: [
      'Olá, meu nome é {PERSON} e moro na {STREET}. Meu telefone é {PHONE}.',
      'A cliente {PERSON} escreveu de {EMAIL} sobre o cartão {CARD}.',
    ],
  },
  {
    faker: fakerSV,
    shells: [
      'Hej, jag heter {PERSON} och bor på {STREET}. Ring mig på {PHONE}.',
      'Betala till {IBAN}, mottagare {PERSON}.',
    ],
  },
];

const makers: Readonly<Record<string, (faker: Faker) => string>> = {
  PERSON: (f) => `${f.person.firstName()} ${f.person.lastName()}`,
  EMAIL: (f) => f.internet.email(),
  PHONE: (f) => f.phone.number({ style: f.helpers.arrayElement(['national', 'international', 'human'] as const) }),
  ADDRESS: (f) => `${f.location.streetAddress()}, ${f.location.city()} ${f.location.zipCode()}`,
  STREET: (f) => f.location.streetAddress(),
  CARD: (f) => f.finance.creditCardNumber(f.helpers.arrayElement(['visa', 'mastercard', 'american_express'])),
  IBAN: (f) => f.finance.iban({ formatted: f.datatype.boolean() }),
  IP: (f) => f.helpers.arrayElement([f.internet.ipv4(), f.internet.ipv6()]),
  MAC: (f) => f.internet.mac(),
  DATE_OF_BIRTH: (f) => birthDate(f),
  CREDENTIALS_URL: (f) =>
    `https://${f.person
      .firstName()
      .toLowerCase()
      .replace(/[^a-z]/g, 'x')}:${f.string.alphanumeric(10)}@intranet.corp.example`,
  CRYPTO_WALLET: (f) => f.finance.bitcoinAddress(),
};

/** Labels that are a part or another name of a type. */
const LABELS: Readonly<Record<string, string>> = { STREET: 'ADDRESS', CREDENTIALS_URL: 'URL_CREDENTIALS' };

function birthDate(faker: Faker): string {
  const date = faker.date.birthdate();
  const [year, month, day] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
  return faker.helpers.arrayElement([`${day}.${month}.${year}`, `${year}-${month}-${day}`, `${day}/${month}/${year}`]);
}

function filledText({ faker, shells }: Locale): LabelledText {
  const shell = faker.helpers.arrayElement(shells);
  const spans: { start: number; end: number; type: string }[] = [];
  let text = '';
  let from = 0;
  for (const match of shell.matchAll(/\{([A-Z_]+)\}/g)) {
    const type = match[1] ?? '';
    text += shell.slice(from, match.index);
    const value = makers[type]?.(faker) ?? '';
    spans.push({ start: text.length, end: text.length + value.length, type: LABELS[type] ?? type });
    text += value;
    from = match.index + match[0].length;
  }
  return { text: text + shell.slice(from), spans };
}

function cleanText(faker: Faker): LabelledText {
  const sentences = [
    () => faker.hacker.phrase(),
    () => faker.commerce.productDescription(),
    () => `Release ${faker.system.semver()} of ${faker.commerce.productName()} fixed ${faker.number.int(400)} issues.`,
    () => `Order ${faker.string.numeric(8)} with ${faker.number.int(90)} items costs ${faker.finance.amount()}.`,
    () => `Commit ${faker.git.commitSha()} on ${faker.git.branch()}: ${faker.git.commitMessage()}.`,
    () => `The error id is ${faker.string.uuid()}, seen ${faker.number.int(99)} times.`,
  ];
  return {
    text: faker.helpers
      .arrayElements(sentences, 3)
      .map((make) => make())
      .join(' '),
    spans: [],
  };
}
