import { fakerList, fakerWords } from './faker-data.ts';
import { FAMOUS_SURNAMES } from './famous.ts';
import { capitalise, type Maker, newMarkov } from './markov.ts';
import * as firsts from './more-first-names.ts';
import * as more from './more-names.ts';
import * as east from './names-asia-africa.ts';
import * as west from './names-europe-america.ts';
import type { Random } from './random.ts';
import { transliterate } from './transliterate.ts';

/** Given names and surnames that go together, and how a full name is put together there. */
export interface Culture {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly style: 'western' | 'iberian' | 'surname-first' | 'hyphenated' | 'dutch' | 'patronymic';
  readonly madeFirst: Maker;
  readonly madeLast: Maker;
}

const plain = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => !/[.\d]/.test(name));

function culture(
  style: Culture['style'],
  locales: readonly string[],
  extra: { first?: readonly string[]; last?: readonly string[] } = {},
): Culture {
  const first = plain([...fakerWords(locales, 'person', 'first_name'), ...(extra.first ?? [])]);
  const last = plain([...fakerWords(locales, 'person', 'last_name'), ...(extra.last ?? [])]).filter(
    (name) => !name.includes(' '),
  );
  return { style, first, last, madeFirst: newMarkov(first), madeLast: newMarkov(last) };
}

function transliterated(locale: string): Culture {
  const read = (entry: string): string[] =>
    plain(fakerList(locale, 'person', entry).flatMap((name) => transliterate(name) ?? []));
  const first = read('first_name');
  const last = read('last_name');
  return { style: 'western', first, last, madeFirst: newMarkov(first), madeLast: newMarkov(last) };
}

function listed(style: Culture['style'], first: readonly string[], last: readonly string[]): Culture {
  return { style, first, last, madeFirst: newMarkov(first), madeLast: newMarkov(last) };
}

const chineseGiven = [...more.CHINESE_GIVEN, ...east.MANDARIN_GIVEN];
const chineseSurnames = [...more.CHINESE_SURNAMES, ...east.CHINESE_MORE];
const koreanGiven = [...more.KOREAN_GIVEN, ...east.KOREAN_MORE_GIVEN];
const koreanSurnames = [...more.KOREAN_SURNAMES, ...east.KOREAN_MORE_SURNAMES];
const arabicSurnames = [...more.ARABIC_SURNAMES, ...east.ARABIC_MORE_SURNAMES];

/** By a name of our own; faker's locales, the lists of more-names.ts, and transliterations. */
export const cultures: Readonly<Record<string, Culture>> = {
  english: culture('western', ['en', 'en_AU', 'en_IN', 'en_ZA'].slice(0, 2), {
    first: [...firsts.ENGLISH_FIRST, ...west.ENGLISH_MORE_FIRST, ...west.SHORT_FORMS],
    last: more.ENGLISH_SURNAMES,
  }),
  spanish: culture('iberian', ['es', 'es_MX'], {
    first: [...firsts.SPANISH_FIRST, ...west.SPANISH_MORE_FIRST],
    last: [...more.SPANISH_SURNAMES, ...west.SPANISH_MORE_SURNAMES],
  }),
  french: culture('western', ['fr', 'fr_CH', 'fr_BE'], { first: firsts.FRENCH_FIRST, last: more.FRENCH_SURNAMES }),
  german: culture('western', ['de', 'de_AT', 'de_CH'], { last: more.GERMAN_SURNAMES }),
  italian: culture('western', ['it'], { last: more.ITALIAN_SURNAMES }),
  portuguese: culture('iberian', ['pt_PT', 'pt_BR'], {
    first: [...firsts.PORTUGUESE_FIRST, ...west.PORTUGUESE_MORE_FIRST],
    last: [...more.PORTUGUESE_SURNAMES, ...west.PORTUGUESE_MORE_SURNAMES],
  }),
  dutch: culture('dutch', ['nl', 'nl_BE'], { last: more.DUTCH_SURNAMES }),
  polish: culture('western', ['pl'], { first: firsts.POLISH_FIRST, last: more.SLAVIC_SURNAMES.slice(0, 62) }),
  swedish: culture('western', ['sv'], { first: firsts.NORDIC_FIRST, last: more.NORDIC_SURNAMES.slice(0, 62) }),
  danish: culture('western', ['da'], { first: firsts.NORDIC_FIRST, last: more.NORDIC_SURNAMES.slice(62, 150) }),
  norwegian: culture('western', ['nb_NO'], { first: firsts.NORDIC_FIRST, last: more.NORDIC_SURNAMES.slice(140) }),
  finnish: culture('western', ['fi'], { first: firsts.NORDIC_FIRST, last: more.FINNISH_SURNAMES }),
  czech: culture('western', ['cs_CZ', 'sk'], { last: more.SLAVIC_SURNAMES }),
  croatian: culture('western', ['hr', 'sr_RS_latin', 'sl_SI'], { last: more.SLAVIC_SURNAMES.slice(95) }),
  romanian: culture('western', ['ro', 'ro_MD'], { last: more.SLAVIC_SURNAMES.slice(-18) }),
  hungarian: culture('western', ['hu']),
  turkish: culture('western', ['tr', 'az'], { last: more.TURKISH_MORE }),
  indian: culture('western', ['en_IN', 'en_NP', 'bn_BD'], {
    first: [...firsts.INDIAN_FIRST, ...east.SOUTH_ASIAN_MORE_GIVEN],
    last: [...more.INDIAN_SURNAMES, ...east.SOUTH_ASIAN_MORE_SURNAMES],
  }),
  vietnamese: culture('surname-first', ['vi'], { last: more.VIETNAMESE_SURNAMES }),
  indonesian: culture('western', ['id_ID']),
  african: culture('western', ['yo_NG', 'zu_ZA', 'en_GH', 'en_NG', 'af_ZA', 'en_ZA', 'fr_SN'], {
    first: [...more.AFRICAN_GIVEN, ...east.AFRICAN_MORE_GIVEN],
    last: [...more.AFRICAN_NAMES, ...east.AFRICAN_MORE_SURNAMES],
  }),
  baltic: culture('western', ['lv', 'uz_UZ_latin', 'ku_kmr_latin']),
  famous: listed('western', more.HEBREW_GIVEN, FAMOUS_SURNAMES),
  chinese: listed('surname-first', chineseGiven, chineseSurnames),
  chineseAbroad: listed('western', chineseGiven, chineseSurnames),
  chineseEnglish: listed('western', west.ENGLISH_MORE_FIRST, chineseSurnames),
  japanese: listed(
    'western',
    [...more.JAPANESE_GIVEN, ...east.JAPANESE_MORE_GIVEN],
    [...more.JAPANESE_SURNAMES, ...east.JAPANESE_MORE_SURNAMES],
  ),
  korean: listed('surname-first', koreanGiven, koreanSurnames),
  koreanAbroad: listed('western', koreanGiven, koreanSurnames),
  arabic: listed('western', [...more.ARABIC_GIVEN, ...east.ARABIC_MORE_GIVEN], arabicSurnames),
  persian: listed('western', east.PERSIAN_GIVEN, arabicSurnames),
  southeastAsian: listed('western', east.SOUTHEAST_ASIAN_GIVEN, east.SOUTHEAST_ASIAN_SURNAMES),
  hebrew: listed('western', more.HEBREW_GIVEN, more.HEBREW_NAMES),
  russian: transliterated('ru'),
  ukrainian: transliterated('uk'),
  greek: transliterated('el'),
  georgian: transliterated('ka_GE'),
  macedonian: transliterated('mk'),
};

const HOME: Readonly<Record<string, readonly string[]>> = {
  en: ['english'],
  es: ['spanish'],
  fr: ['french'],
  de: ['german'],
  it: ['italian'],
  pt: ['portuguese'],
  nl: ['dutch'],
  pl: ['polish'],
  sv: ['swedish'],
  da: ['danish'],
  nb: ['norwegian'],
  fi: ['finnish', 'finnish', 'swedish'],
  cs: ['czech'],
  hr: ['croatian'],
  ro: ['romanian'],
};
const WORLD = Object.keys(cultures);

export type NameForm = 'full' | 'first' | 'last' | 'mention' | 'reversed' | 'initialled' | 'initials' | 'upper';

/** Endings of names in the cases of languages that bend them. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  hr: ['a', 'u', 'om', 'e', 'i', 'ev', 'ova', 'ina', 'ovog'],
  pl: ['a', 'owi', 'em', 'ie', 'y', 'ę', 'ą', 'ego', 'iej', 'emu'],
  cs: ['a', 'ovi', 'em', 'y', 'u', 'ou', 'ové', 'ého', 'ův'],
  fi: ['n', 'lla', 'lle', 'a', 'lta', 'in', 'ia', 'sta'],
  ro: ['ului', 'ei', 'lui'],
  da: ['s', 's'],
  sv: ['s', 's'],
  nb: ['s', 's'],
  de: ['s', 's'],
};

/** The name as it may stand in running text of the language: bent words where the language bends names. */
export function bend(random: Random, language: string, name: string): string {
  const endings = CASES[language];
  if (!endings || name.length < 4) return name;
  const germanic = endings[0] === 's';
  const words = name.split(' ');
  return words
    .map((word, i) => {
      if (!/^\p{Lu}\p{Ll}{2,}$/u.test(word) || (germanic && (i < words.length - 1 || word.endsWith('s')))) return word;
      return germanic ? `${word}s` : word.replace(/[aeiouyá]$/, '') + random.pick(endings);
    })
    .join(' ');
}

/** One person's name in a text of this language: two in three from there, the rest from all the world. */
export function personName(random: Random, language: string, form: NameForm): string {
  const name = nominative(random, language, form);
  const running = form === 'full' || form === 'mention' || form === 'first' || form === 'last';
  return running && random.chance(0.12) ? bend(random, language, name) : name;
}

function nominative(random: Random, language: string, form: NameForm): string {
  const home = HOME[language] ?? ['english'];
  const roll = random.next();
  const abroad = roll < 0.66 ? random.pick(home) : roll < 0.76 ? 'english' : random.pick(WORLD);
  const people = cultures[abroad] as Culture;
  switch (form) {
    case 'first':
      return given(random, people);
    case 'last':
      return random.chance(0.15) ? random.pick(FAMOUS_SURNAMES) : surname(random, people);
    case 'mention':
      return random.chance(0.58)
        ? fullName(random, people)
        : random.chance(0.72)
          ? given(random, people)
          : surname(random, people);
    case 'reversed':
      return `${surname(random, people)}, ${given(random, people)}${random.chance(0.2) ? ` ${initial(random)}.` : ''}`;
    case 'initialled':
      return `${initial(random)}. ${random.chance(0.2) ? `${initial(random)}. ` : ''}${surname(random, people)}`;
    case 'initials':
      return `${initial(random)}.${random.chance(0.5) ? ` ${initial(random)}.` : ''}`;
    case 'upper':
      return upper(
        random.chance(0.6)
          ? fullName(random, people)
          : `${surname(random, people)}${random.pick([', ', ' '])}${given(random, people)}`,
      );
    default:
      return fullName(random, people);
  }
}

/** ß has no capital of its own length, so it becomes S: offsets stay. */
export function upper(text: string): string {
  return text.replaceAll('ß', 's').toUpperCase();
}

function initial(random: Random): string {
  return random.pick('ABCDEFGHIJKLMNOPRSTVW'.split(''));
}

function given(random: Random, people: Culture): string {
  return random.chance(0.12) ? people.madeFirst(random) : random.pick(people.first);
}

function surname(random: Random, people: Culture): string {
  const one = random.chance(0.25) ? people.madeLast(random) : random.pick(people.last);
  if (people.style === 'dutch' && random.chance(0.35))
    return `${random.pick(['van', 'de', 'van de', 'van der', 'van den', 'ter', 'ten', "van 't", 'Van', 'De'])} ${one}`;
  const roll = random.next();
  if (roll < 0.03) return `${one}-${random.pick(people.last)}`;
  if (roll < 0.045)
    return `${random.pick(['von', 'van der', 'de', 'de la', 'di', 'da', 'del', 'bin', 'al', 'el', 'Van', 'De', 'Di', 'La', 'Le', 'Von', 'dos', 'du', 'zu', 'af'])} ${one}`;
  if (roll < 0.06) return `${random.pick(["O'", "D'", 'Mc', 'Mac', 'Mc', 'O’'])}${capitalise(one)}`;
  return one;
}

function fullName(random: Random, people: Culture): string {
  const first = given(random, people);
  const last = surname(random, people);
  const roll = random.next();
  switch (people.style) {
    case 'surname-first':
      if (random.chance(0.6)) return roll < 0.4 ? `${last} ${first} ${given(random, people)}` : `${last} ${first}`;
      return `${first} ${last}`;
    case 'iberian':
      if (roll < 0.3) return `${first} ${last} ${surname(random, people)}`;
      if (roll < 0.42) return `${first} ${given(random, people)} ${last}`;
      if (roll < 0.54) return `${first} ${random.pick(['de', 'da', 'dos', 'de la', 'del', 'y', 'e', 'do'])} ${last}`;
      return roll < 0.6 ? `${first} ${given(random, people)} ${last} ${surname(random, people)}` : `${first} ${last}`;
    default:
      if (roll < 0.06) return `${first} ${initial(random)}. ${last}`;
      if (roll < 0.08) return `${first} ${initial(random)} ${last}`;
      if (roll < 0.13) return `${first} ${given(random, people)} ${last}`;
      if (roll < 0.16) return `${initial(random)}. ${last}`;
      if (roll < 0.175) return `${initial(random)}.${initial(random)}. ${last}`;
      if (roll < 0.19) return `${first}-${given(random, people)} ${last}`;
      if (roll < 0.2) return `${first} ${last}${random.pick([' Jr.', ' Sr.', ' III', ', Jr.', ' II'])}`;
      if (roll < 0.21) return `${first} "${given(random, people)}" ${last}`;
      return `${first} ${last}`;
  }
}
