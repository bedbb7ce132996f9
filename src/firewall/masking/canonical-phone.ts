import { inDigits } from './canonical-value.ts';

/** One way to read a telephone number: its country calling code, where the spelling says it, and what is dialled inside the country. */
export interface PhoneReading {
  readonly country: string | undefined;
  /** Without the digit dialled before an area code; an extension follows as `x12`. */
  readonly number: string;
}

/**
 * Which spellings are one telephone number, by digits alone (ITU-T E.164, E.123): libphonenumber has judged the number when it was found,
 * and judging it once more would cost more than all the rest of masking. With `+` and the country's code, with `00`, with `(0)` or as it is
 * dialled inside the country it is one number; a national form joins the first number of the request that ends in its digits, and two countries stay two.
 */
export interface PhoneBook {
  find(value: string): string | undefined;
  add(value: string, name: string): void;
}

export function createPhoneBook(): PhoneBook {
  /** By country and number. */
  const full = new Map<string, string>();
  /** What is no number, as it is spelled. */
  const others = new Map<string, string>();
  // A number that is not found is added next.
  let asked = '';
  let answered: readonly PhoneReading[] = [];
  const read = (value: string): readonly PhoneReading[] => {
    if (value !== asked) answered = phoneReadings(value);
    asked = value;
    return answered;
  };
  /** By number alone: the first that had it. */
  const national = new Map<string, string>();
  /** Numbers whose entry in `national` has a country. */
  const placed = new Set<string>();
  return {
    find(value) {
      for (const { country, number } of read(value)) {
        const name = country === undefined ? national.get(number) : full.get(`${country} ${number}`);
        if (name !== undefined) return name;
        if (country === undefined || placed.has(number)) continue;
        const written = national.get(number);
        if (written === undefined) continue;
        full.set(`${country} ${number}`, written);
        placed.add(number);
        return written;
      }
      return others.get(value);
    },
    add(value, name) {
      if (read(value).length === 0) others.set(value, name);
      for (const { country, number } of read(value)) {
        if (country !== undefined) full.set(`${country} ${number}`, name);
        if (national.has(number)) continue;
        national.set(number, name);
        if (country !== undefined) placed.add(number);
      }
    },
  };
}

/** The ways a telephone number may be meant, the likeliest first; none where it has fewer than seven digits. */
export function phoneReadings(value: string): readonly PhoneReading[] {
  const [, main = '', extension = ''] = USUAL.test(value)
    ? ['', value]
    : (SPELLED.exec(inDigits(value, hasDigits)) ?? []);
  const dialled = (main.includes('(0)') ? main.replace('(0)', '') : main).replace(/\D+/g, '');
  if (dialled.length < SHORTEST) return [];
  const suffix = extension === '' ? '' : `x${extension}`;
  const abroad = internationalDigits(main, dialled);
  if (abroad !== undefined) return [international(abroad, suffix)];
  const readings: PhoneReading[] = [{ country: undefined, number: withoutTrunk(dialled) + suffix }];
  // The North American plan dials 1 before the ten digits, the Russian one 8 (ATIS-0300051; order 205 of 2021).
  if (/^1[2-9]\d{2}[2-9]\d{6}$/.test(dialled)) readings.push({ country: '1', number: dialled.slice(1) + suffix });
  if (/^8[3489]\d{9}$/.test(dialled)) readings.push({ country: '7', number: dialled.slice(1) + suffix });
  return readings;
}

const SHORTEST = 7;

const hasDigits = (text: string): boolean => text.replace(/\D/g, '').length >= SHORTEST;

const USUAL = /^[0-9+ ()./-]+$/;

/** The digits with what may part them, and behind a word or sign the extension (RFC 3966). */
const SPELLED = /^([^\p{L}#]*)(?:[\p{L}#][^\d]*(\d{1,6}))?$/u;

/** The digits behind `+`, `00` or `011`, or undefined where the number is dialled inside its country. */
function internationalDigits(main: string, dialled: string): string | undefined {
  if (main.charCodeAt(0) === 0x2b || /^[\s(]*\+/.test(main)) return dialled;
  if (dialled.startsWith('011') && dialled.length >= 12) return dialled.slice(3);
  return dialled.startsWith('00') && dialled.length >= 11 ? dialled.slice(2) : undefined;
}

function international(digits: string, suffix: string): PhoneReading {
  const length = countryLength(digits);
  return { country: digits.slice(0, length), number: withoutTrunk(digits.slice(length)) + suffix };
}

/** List of ITU-T Recommendation E.164 assigned country codes: zones 1 and 7 have one digit, these have two, all others three. */
function countryLength(digits: string): number {
  if (digits[0] === '1' || digits[0] === '7') return 1;
  return TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3;
}

const TWO_DIGITS: ReadonlySet<string> = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

const withoutTrunk = (digits: string): string => (digits.charCodeAt(0) === 0x30 ? digits.replace(/^0+/, '') : digits);
