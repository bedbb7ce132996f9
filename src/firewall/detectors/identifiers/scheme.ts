import type { PersonalKind } from '../../../contract/kinds.ts';

/** What a number is for: the generic words of a topic (`tax id`, `passport no`) speak for every scheme of that topic. */
export type Topic = 'national' | 'tax' | 'passport' | 'licence' | 'health' | 'vin' | 'plate' | 'none';

/** One identifier scheme: its written forms, its check, and the words people put beside it. */
export interface Scheme {
  readonly type: string;
  readonly kind: PersonalKind;
  /** ISO 3166 alpha-2, or `EU`, `XX` for schemes without a country. */
  readonly region: string;
  readonly title: string;
  readonly source: string;
  readonly topic: Topic;
  /**
   * Written form to the score it earns alone, without any word near it and with its check passed. `d` is a digit, `A` a
   * letter, `X` either; ` `, `-`, `.` and `/` stand for themselves, `~` for any one of them (the same all along).
   * At most 24 characters that are not separators.
   */
  readonly forms: Readonly<Record<string, number>>;
  /** Words that name this scheme, separated by `|`. See cues.ts for the notation. */
  readonly words: string;
  /** Structure, dates and check digits of the compact upper-case form. Absent: the form alone. */
  readonly check?: (compact: string) => boolean;
  /** Whether `check` includes a check digit or character, so that a pass says something about an all-digit form. */
  readonly checked?: boolean;
  /** A valid value that also reads as something else (a time stamp, say): alone it never counts. */
  readonly doubt?: (compact: string) => boolean;
  /** Never reported when `check` fails, even right behind its own label. */
  readonly strict?: boolean;
}

/** A table entry without a country, for the region files to fill in. */
export type RegionalScheme = Omit<Scheme, 'region'>;

/** Whether year (any, two digits or four), month and day can be a date. A year of two digits is taken as a leap year if any century's is. */
export function isDate(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  if (month === 2) return day <= (year % 4 === 0 ? 29 : 28);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

/** The number in `[start, end)` of a compact form; NaN if it is not one. */
export function numberIn(compact: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = compact.charCodeAt(index) - 48;
    // Beyond the end, or a letter: what a number is then, the language says.
    if (!(digit >= 0 && digit <= 9)) return Number(compact.slice(start, end));
    value = value * 10 + digit;
  }
  return value;
}

/** Whether `YYMMDD` at `start` is a date. */
export function isYearFirst(compact: string, start = 0): boolean {
  return isDate(
    numberIn(compact, start, start + 2),
    numberIn(compact, start + 2, start + 4),
    numberIn(compact, start + 4, start + 6),
  );
}

/** Whether `DDMMYY` at `start` is a date. */
export function isDayFirst(compact: string, start = 0): boolean {
  return isDate(
    numberIn(compact, start + 4, start + 6),
    numberIn(compact, start + 2, start + 4),
    numberIn(compact, start, start + 2),
  );
}

/** Whether `YYYYMMDD` at `start` is a date of birth somebody alive can have. */
export function isBirthDate(compact: string, start = 0): boolean {
  const year = numberIn(compact, start, start + 4);
  return (
    year >= 1900 &&
    year <= 2035 &&
    isDate(year, numberIn(compact, start + 4, start + 6), numberIn(compact, start + 6, start + 8))
  );
}

/** Whether one and the same character fills the whole form: all zeros and the like pass many sums and belong to nobody. */
export function isRepeated(compact: string): boolean {
  for (let index = 1; index < compact.length; index++) if (compact[index] !== compact[0]) return false;
  return true;
}
