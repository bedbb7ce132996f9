// biome-ignore-all lint/correctness/noComponentHookFactories: slots with a capital name are no components
import { makeAddress, makeCity, makePostBox } from './addresses.ts';
import { prosePhrase } from './code-samples.ts';
import { fakerWords } from './faker-data.ts';
import type { Language } from './language-file.ts';
import { capitalise, type Maker, newMarkov } from './markov.ts';
import { MORE_NAMES_OF_THINGS, MORE_PLACES, NAMED_AFTER } from './more-things.ts';
import { bend, cultures, personName, upper } from './people.ts';
import type { Random } from './random.ts';
import type { Filling, FillSlot } from './template.ts';
import { BRANDS, DEMONYMS, INSTITUTIONS, REGIONS, VENUES } from './things.ts';

/** Without what is as much a person's name: Jackson, Tiffany. */
const noNames = (entries: readonly string[]): readonly string[] => {
  const people = new Set(
    [cultures.english, cultures.portuguese, cultures.famous].flatMap((c) => [...(c?.first ?? []), ...(c?.last ?? [])]),
  );
  return entries.filter((entry) => !people.has(entry));
};
const things = noNames(MORE_NAMES_OF_THINGS);
const places = noNames(MORE_PLACES);

/** Words of a language as the platform's CLDR data has them. */
interface Calendar {
  readonly months: readonly string[];
  readonly days: readonly string[];
  readonly countries: readonly string[];
  readonly tongues: readonly string[];
}

const REGION_CODES =
  'US GB FR DE IT ES PT NL BE PL SE DK NO FI CZ HR RO HU AT CH GR TR RU UA IE IS CN JP KR IN ID VN TH EG MA NG KE ZA BR AR MX CL CO PE CA AU NZ IL SA IR IQ PK AF AL DZ AD AO AM AZ BS BH BD BB BY BZ BJ BT BO BA BW BN BG BF BI KH CM CV CF TD KM CG CD CR CI CU CY DJ DO EC SV GQ ER EE ET FJ GA GM GE GH GD GT GN GY HT HN JM JO KZ KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MR MU MD MC MN ME MZ MM NA NP NI NE KP MK OM PS PA PG PY PH QA RW SN RS SC SL SG SK SI SO SS LK SD SR SY TW TJ TZ TG TT TN TM UG AE UY UZ VE YE ZM ZW HK PR GL'.split(
    ' ',
  );
const TONGUE_CODES =
  'en fr de it es pt nl pl sv da nb fi cs hr ro hu el tr ru uk zh ja ko hi ar he fa vi th id sr sk bg'.split(' ');

export function calendarOf(code: string): Calendar {
  const dates = (options: Intl.DateTimeFormatOptions, count: number, step: number): string[] =>
    Array.from({ length: count }, (_, i) =>
      new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 7) + i * step),
    );
  const regions = new Intl.DisplayNames([code], { type: 'region' });
  const tongues = new Intl.DisplayNames([code], { type: 'language' });
  return {
    months: dates({ month: 'long' }, 12, 30.5 * 86_400_000),
    days: dates({ weekday: 'long' }, 7, 86_400_000),
    countries: REGION_CODES.map((region) => regions.of(region) ?? region),
    tongues: TONGUE_CODES.map((tongue) => tongues.of(tongue) ?? tongue),
  };
}

const works = [
  ...fakerWords(['en'], 'book', 'title'),
  ...fakerWords(['en'], 'music', 'song_name'),
  ...fakerWords(['en'], 'music', 'album'),
];
const products = [
  ...fakerWords(['en'], 'food', 'dish'),
  ...fakerWords(['en'], 'vehicle', 'manufacturer'),
  ...fakerWords(['en'], 'vehicle', 'model'),
  ...fakerWords(['en'], 'app', 'name'),
];
const strange: Maker = newMarkov(
  [
    ...BRANDS,
    ...REGIONS,
    ...fakerWords(['en'], 'word', 'noun'),
    ...fakerWords(['en', 'de', 'pl', 'it'], 'location', 'city_name'),
  ].filter((word) => /^\p{L}+$/u.test(word)),
);
const companyTails = [
  'Inc',
  'Inc.',
  'LLC',
  'Ltd',
  'Ltd.',
  'Corp',
  'Corp.',
  'Group',
  'GmbH',
  'AG',
  'S.A.',
  'SA',
  'SpA',
  'S.L.',
  'B.V.',
  'AB',
  'A/S',
  'AS',
  'Oy',
  's.r.o.',
  'd.o.o.',
  'Sp. z o.o.',
  'Lda',
  'Ltda',
  'PLC',
  'Holding',
  '& Co',
  '& Sons',
  'and Sons',
  'LLP',
  'and Co',
  'International',
  'Industries',
  '& Co.',
  'Partners',
];

/** Fills the slots of templates/README for one language. */
export function newFiller(language: Language, random: Random): FillSlot {
  const calendar = calendarOf(language.code);
  const own = language.words;
  const english =
    language.code === 'en'
      ? [
          ...fakerWords(['en'], 'word', 'noun'),
          ...fakerWords(['en'], 'word', 'verb'),
          ...fakerWords(['en'], 'word', 'adjective'),
          ...fakerWords(['en'], 'word', 'adverb'),
        ].filter((word) => /^[a-z]+$/.test(word))
      : [];
  const german = language.code === 'de' ? fakerWords(['de'], 'word', 'noun') : [];
  const further =
    language.code === 'en'
      ? english
      : [
          ...['verb', 'adjective', 'adverb'].flatMap((kind) => fakerWords([localeOf(language.code)], 'word', kind)),
        ].filter((word) => /^\p{Ll}+$/u.test(word));
  const word = (): string =>
    further.length > 100 && random.chance(0.3)
      ? random.pick(further)
      : random.chance(0.35)
        ? random.pick(language.functionWords)
        : random.pick(own);
  const noun = (): string =>
    german.length > 0 && random.chance(0.5) ? capitalise(random.pick(german)) : random.pick(language.nouns);
  const endings = ENDINGS[language.code] ?? ['s'];
  const compounds = 'de nl sv da nb fi'.includes(language.code);
  // Words as they stand in prose: inflected, compounded, and some that no list holds.
  const inflected = (): string => {
    const stem = random.chance(0.6) ? noun() : word();
    const whole = compounds && random.chance(0.4) ? stem + noun().toLowerCase() : stem;
    return /^\p{L}+$/u.test(whole) && random.chance(0.7) ? whole.replace(/[aeo]$/, '') + random.pick(endings) : whole;
  };
  const unheard = newMarkov(own.filter((one) => one.length > 4));
  const opener = (): string => {
    const roll = random.next();
    if (roll < 0.45) return random.pick(language.filler);
    if (roll < 0.6) return word();
    return roll < 0.85 ? inflected() : unheard(random).toLowerCase();
  };
  const salad = (): string =>
    Array.from({ length: 2 + random.below(6) }, () =>
      language.code === 'de' && random.chance(0.3) ? noun() : word(),
    ).join(' ');
  const phrase = (): string => (language.code === 'en' && random.chance(0.6) ? prosePhrase(random) : salad());
  const digits = (count: number): string => Array.from({ length: count }, () => random.below(10)).join('');
  const number = (): string => `${random.below(random.chance(0.6) ? 31 : random.chance(0.7) ? 1000 : 100_000)}`;
  const year = (): string => `${1900 + random.below(130)}`;
  const person = (form: Parameters<typeof personName>[2]): Filling => ({
    text: personName(random, language.code, form),
    type: 'PERSON',
  });
  const date = (): string => {
    const day = `${1 + random.below(28)}`;
    return random.pick([
      `${day}/${1 + random.below(12)}/${year()}`,
      `${year()}-${String(1 + random.below(12)).padStart(2, '0')}-${day.padStart(2, '0')}`,
      `${day}.${1 + random.below(12)}.${year()}`,
      language.code === 'en'
        ? `${random.pick(calendar.months)} ${day}, ${year()}`
        : `${day}${random.pick([' ', '. ', ' de '])}${random.pick(calendar.months)}${random.pick([' ', ' de '])}${year()}`,
      `${day} ${random.pick(calendar.months)} ${year()}`,
    ]);
  };
  const acronym = (): string =>
    Array.from({ length: 2 + random.below(4) }, () => random.pick('ABCDEFGHIKLMNOPRSTUV'.split(''))).join('');
  const heading = (): string => {
    const length = 1 + random.below(5);
    const titled = random.chance(0.6);
    return Array.from({ length }, (_, i) => {
      const one = random.chance(0.5) ? word() : noun();
      if (i === 0 || (titled && one.length > 3)) return capitalise(one);
      return one;
    }).join(' ');
  };
  const titleCase = (): string =>
    Array.from({ length: 2 + random.below(3) }, () => capitalise(random.chance(0.5) ? word() : noun())).join(' ');
  const organisation = (): Filling => {
    const orgWord = capitalise(random.pick(language.orgWords.length > 0 ? language.orgWords : ['Bank']));
    const text = random.pick([
      () => `${strange(random)} ${random.pick(companyTails)}`,
      () => `${personName(random, language.code, 'last')} ${random.pick(companyTails)}`,
      () =>
        `${personName(random, language.code, 'last')}, ${personName(random, language.code, 'last')} ${language.code === 'en' ? 'and' : '&'} ${personName(random, language.code, 'last')}`,
      () => `${personName(random, language.code, 'last')} ${orgWord}`,
      () =>
        `${personName(random, language.code, 'last')} & ${personName(random, language.code, 'last')} ${random.pick(companyTails)}`,
      () => `${orgWord} ${makeCity(random, language.code)}`,
      () => `${orgWord} ${strange(random)}`,
      () => `${makeCity(random, language.code)} ${orgWord}`,
      () => `${strange(random)} ${orgWord}`,
      () => `${capitalise(noun())} ${orgWord}`,
      () => `${personName(random, language.code, 'last')} ${random.pick(companyTails)}`,
      () =>
        `${personName(random, language.code, 'last')}${random.pick([' - ', '-', ' & '])}${personName(random, language.code, 'last')}${random.chance(0.3) ? ` ${random.pick(companyTails)}` : ''}`,
      () =>
        `${personName(random, language.code, 'last')}, ${personName(random, language.code, 'last')} ${language.code === 'en' ? 'and' : '&'} ${personName(random, language.code, 'last')}`,
      () => random.pick(BRANDS),
      () => random.pick(INSTITUTIONS),
      () => random.pick(things),
      () => random.pick(things),
      () => acronym(),
      () => strange(random),
      () => strange(random),
      () => titleCase(),
      () => venue(),
    ])();
    return { text, type: 'ORGANIZATION' };
  };
  // Places, schools and shops called after people: the name in them is not a person.
  const venue = (): string => {
    const name = random.chance(0.6)
      ? personName(random, language.code, 'last')
      : random.chance(0.3)
        ? personName(random, language.code, 'first')
        : strange(random);
    const before = NAMED_AFTER[language.code];
    if (before && random.chance(0.6))
      return `${random.pick(before)} ${random.chance(0.3) ? personName(random, language.code, 'full') : name}`;
    if (language.code !== 'en') {
      const noun = capitalise(random.pick(random.chance(0.5) ? language.orgWords : language.nouns));
      return random.chance(0.5) ? `${noun} ${name}` : `${name} ${noun}`;
    }
    const own = random.chance(0.15) ? "'s" : '';
    return `${random.chance(0.1) ? 'The ' : ''}${name}${own} ${random.pick(VENUES)}${random.chance(0.1) ? ` ${random.pick(VENUES)}` : ''}`;
  };
  const bent = (name: string): string => (random.chance(0.3) ? bend(random, language.code, name) : name);
  const place = (): Filling => {
    const roll = random.next();
    const text =
      roll < 0.12
        ? venue()
        : roll < 0.2
          ? strange(random)
          : bent(
              roll < 0.48
                ? random.pick(random.chance(0.3) ? REGIONS : places)
                : roll < 0.6
                  ? random.pick(calendar.countries)
                  : makeCity(random, language.code),
            );
    return { text, type: 'LOCATION' };
  };
  const email = (): string =>
    `${random
      .pick([
        () => `${personName(random, language.code, 'first')}.${personName(random, language.code, 'last')}`,
        () => `${personName(random, language.code, 'first')}${number()}`,
        () => `${word()}.${word()}`,
      ])()
      .toLowerCase()
      .replace(
        /[^a-z0-9.]/g,
        '',
      )}@${random.pick(['example.com', 'mail.org', 'example.net', `${word().replace(/[^a-z]/g, '') || 'x'}.io`])}`;
  const slots: Record<string, () => Filling> = {
    p: () => person('full'),
    f: () => person('first'),
    l: () => person('last'),
    x: () => person('mention'),
    r: () => person('reversed'),
    i: () => person('initialled'),
    i2: () => ({ text: personName(random, language.code, 'initials'), type: 'PERSON' }),
    pu: () => person('upper'),
    t: () => ({ text: titleOf(language, random) }),
    a: () => ({ text: makeAddress(random, language.code).line, type: 'ADDRESS' }),
    A: () => ({ text: makeAddress(random, language.code).lines, type: 'ADDRESS' }),
    am: () => ({ text: makeAddress(random, language.code).line.toLowerCase(), type: 'ADDRESS' }),
    st: () => ({ text: makeAddress(random, language.code).street, type: 'ADDRESS' }),
    pb: () => ({ text: makePostBox(random, language.code), type: 'ADDRESS' }),
    zip: () => ({ text: makeAddress(random, language.code).code }),
    c: place,
    k: () => ({ text: bent(random.pick(calendar.countries)), type: 'LOCATION' }),
    o: organisation,
    b: () => ({
      text: random.chance(0.8)
        ? random.pick(random.chance(0.6) ? BRANDS : things)
        : random.chance(0.5)
          ? random.pick(products)
          : strange(random),
      type: 'ORGANIZATION',
    }),
    v: () => ({ text: venue(), type: 'ORGANIZATION' }),
    w: () => ({ text: random.chance(0.6) ? random.pick(works) : titleCase() }),
    m: () => ({ text: random.pick(calendar.months) }),
    d: () => ({ text: random.pick(calendar.days) }),
    dt: () => ({ text: date() }),
    y: () => ({ text: year() }),
    n: () => ({ text: number() }),
    $: () => ({
      text: random.pick([
        `$${number()}`,
        `${number()} €`,
        `€${number()}`,
        `${number()}.00`,
        `£${number()}`,
        `${number()} EUR`,
        `USD ${number()}`,
      ]),
    }),
    e: () => ({ text: email() }),
    h: () => ({
      text: random.pick([
        `+${1 + random.below(99)} ${digits(3)} ${digits(3)} ${digits(3)}`,
        `(${digits(3)}) ${digits(3)}-${digits(4)}`,
        `0${digits(3)} ${digits(6)}`,
        `${digits(3)}-${digits(3)}-${digits(4)}`,
        digits(9),
      ]),
    }),
    id: () => ({
      text: random.pick([
        `${acronym()}-${digits(5)}`,
        `#${digits(6)}`,
        digits(8),
        `${acronym()}${digits(4)}`,
        `${digits(3)}-${digits(2)}-${digits(4)}`,
      ]),
    }),
    u: () => ({ text: `https://${word().replace(/[^a-z]/g, '')}.com/${word().replace(/[^a-z]/g, '')}` }),
    U: () => ({ text: upper(random.chance(0.5) ? word() : noun()) }),
    j: () => ({ text: random.pick(language.jobs) }),
    J: () => ({
      text: random.chance(0.7)
        ? random.pick(language.jobs).split(' ').map(capitalise).join(' ')
        : capitalise(random.pick(language.jobs)),
    }),
    N: () => ({ text: noun() }),
    F: () => ({ text: capitalise(opener()) }),
    z: () => ({ text: phrase() }),
    Z: () => ({ text: strange(random), type: random.chance(0.5) ? 'ORGANIZATION' : undefined }),
    T: () => ({ text: heading() }),
    q: () => ({ text: inflected() }),
    Q: () => ({ text: capitalise(inflected()) }),
    hur: () => ({ text: personName(random, language.code, 'first') }),
    tc: () => ({ text: titleCase() }),
    ac: () => ({ text: acronym() }),
    nat: () => ({
      text: language.code === 'en' && random.chance(0.5) ? random.pick(DEMONYMS) : random.pick(calendar.tongues),
    }),
    dem: () => ({ text: random.pick(DEMONYMS) + (random.chance(0.4) ? 's' : '') }),
  };
  return (slot) => {
    const make = slots[slot];
    if (!make) throw new Error(`no slot {${slot}} in templates of ${language.code}`);
    return make();
  };
}

/** What words of the language end in when they are bent. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['s', 'ed', 'ing', 'er', 'ly', 'ness', 's'],
  es: ['s', 'es', 'ando', 'ado', 'as', 'os', 'mente', 'ción', 'ones'],
  pt: ['s', 'es', 'ando', 'ado', 'as', 'os', 'mente', 'ção', 'ões'],
  fr: ['s', 'es', 'ant', 'ement', 'ée', 'és', 'tion', 'aux'],
  de: ['e', 'en', 'er', 'es', 's', 'ung', 'ungen', 'heit', 'keit', 'lich', 'ern'],
  it: ['i', 'e', 'ando', 'ato', 'mente', 'zione', 'zioni', 'are'],
  nl: ['en', 's', 'je', 'ing', 'heid', 'er', 'lijk'],
  pl: ['y', 'i', 'a', 'ów', 'em', 'ie', 'ach', 'ami', 'ość', 'ego', 'owy'],
  sv: ['en', 'et', 'ar', 'arna', 'erna', 's', 'arnas', 'ning', 'ade', 'are', 'or', 'orna'],
  da: ['en', 'et', 'er', 'erne', 'ene', 's', 'ens', 'ernes', 'ning', 'ede', 'ere', 'else', 'elsen'],
  nb: ['en', 'et', 'er', 'ene', 'a', 's', 'ens', 'ning', 'ingen', 'ere', 'else'],
  fi: ['n', 't', 'ssa', 'sta', 'lla', 'ja', 'issa', 'en', 'kin', 'mme', 'inen', 'iset'],
  cs: ['y', 'u', 'a', 'em', 'ů', 'ech', 'ami', 'ost', 'ého', 'ní', 'ová'],
  hr: ['i', 'u', 'a', 'om', 'ima', 'ama', 'ost', 'og', 'ski', 'anje'],
  ro: ['ul', 'ului', 'ele', 'lor', 'i', 'ea', 'are', 'ilor', 'ții'],
};

function localeOf(code: string): string {
  return { pt: 'pt_PT', nb: 'nb_NO', cs: 'cs_CZ' }[code] ?? code;
}

/** "Mr", "Dr.", "Herr": as the language's file lists them, capitalised. */
function titleOf(language: Language, random: Random): string {
  const title = capitalise(random.pick(language.titles.slice(0, 8)));
  return title.length <= 4 && language.code === 'en' && random.chance(0.6) ? `${title.replace('.', '')}.` : title;
}
