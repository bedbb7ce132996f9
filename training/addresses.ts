import { type Country, cities, digits } from './address-parts.ts';
import { croatia, czechia, nordic, poland, romania } from './addresses-eastern.ts';
import { australia, britain, canada, india, nigeria, usa } from './addresses-english.ts';
import { france, germany, italy, netherlands, portugal, spain } from './addresses-western.ts';
import type { Random } from './random.ts';

/** One postal address: the street line alone, on one line, over several. */
export interface Address {
  readonly street: string;
  readonly line: string;
  readonly lines: string;
  readonly code: string;
}

const COUNTRIES: Readonly<Record<string, readonly Country[]>> = {
  en: [usa, usa, usa, usa, usa, britain, britain, canada, australia, india, nigeria],
  es: [spain],
  fr: [france],
  de: [germany],
  it: [italy],
  pt: [portugal],
  nl: [netherlands],
  pl: [poland],
  sv: [nordic('sv')],
  da: [nordic('da')],
  nb: [nordic('nb')],
  fi: [nordic('fi')],
  cs: [czechia],
  hr: [croatia],
  ro: [romania],
};
const ALL = Object.values(COUNTRIES).flat();

/** A postal address in a text of this language: about nine in ten from where it is spoken, fewer in English. */
export function makeAddress(random: Random, language: string): Address {
  const country = random.chance(language === 'en' ? 0.78 : 0.88)
    ? random.pick(COUNTRIES[language] ?? ALL)
    : random.pick(ALL);
  const { rows, code } = country(random);
  const separator = random.chance(0.85) ? ', ' : random.chance(0.6) ? ' ' : ' - ';
  return { street: rows[0] ?? '', line: rows.join(separator), lines: rows.join('\n'), code };
}

/** PO box, or what stands for it in the language. */
export function makePostBox(random: Random, language: string): string {
  const box =
    {
      es: 'Apartado de Correos',
      fr: 'Boîte postale',
      de: 'Postfach',
      it: 'Casella postale',
      pt: 'Caixa Postal',
      nl: 'Postbus',
      pl: 'skr. poczt.',
      sv: 'Box',
      da: 'Postboks',
      nb: 'Postboks',
      fi: 'PL',
      cs: 'P. O. Box',
      hr: 'p.p.',
      ro: 'C.P.',
    }[language] ?? random.pick(['PO Box', 'P.O. Box', 'P.O. Box', 'PO BOX', 'Post Office Box']);
  return `${box} ${digits(random, 2 + random.below(4))}`;
}

/** A place name as it stands alone in prose: no finding. */
export function makeCity(random: Random, language: string): string {
  const key =
    language === 'en' ? random.pick(['us', 'gb', 'us', 'in', 'ca', 'au'] as const) : (language as keyof typeof cities);
  const list = random.chance(0.7) ? cities[key] : random.pick(Object.values(cities));
  return random.pick(list ?? cities.us);
}

export const allCities: readonly string[] = [...new Set(Object.values(cities).flat())];
