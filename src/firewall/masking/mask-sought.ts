import type { Kind } from '../../contract/kinds.ts';
import { NOT_NAMES } from '../detectors/names/not-names.ts';
import { phoneReadings } from './canonical-phone.ts';
import { canonicalValue } from './canonical-value.ts';
import { encodingOf } from './mask-encoding.ts';
import { rowOf, type Sought, type Stretch, unitOf } from './mask-rows.ts';

/** A value that was found somewhere in the request and is looked for everywhere else. */
export interface SoughtValue extends Sought {
  readonly kind: Kind;
  /** As it is spelled where it was found. */
  readonly value: string;
}

type Judge = Sought['judge'];

/** Values of more characters than these are looked for as they are, and not at all: comparing them at every place has to stay cheap. */
const LONG = 400;
const LONGEST = 4096;

/**
 * What to look for of one value: nothing where it is not specific enough to be told from ordinary words and numbers. Specific are addresses of
 * every sort, numbers of seven places and more, names of two words, and single names of five letters that are written with a capital and
 * are no everyday word.
 */
export function soughtOf(kind: Kind, value: string): readonly SoughtValue[] {
  if (value.length > LONGEST) return [];
  const as = (row: string, judge: Judge): SoughtValue[] => (row.length < 3 ? [] : [{ kind, value, row, judge }]);
  if (value.length > LONG) return as(rowOf(value.slice(0, LONG)).slice(0, 32), exact(value));
  const plain = encodingOf(value)?.plain ?? value;
  switch (kind) {
    case 'EMAIL': {
      const address = canonicalValue(kind, plain);
      // An encoded run that holds one, or a piece of one that was cut.
      if (!address.includes('@')) return address.length < 12 ? [] : as(rowOf(address), exact(address));
      // Also inside a longer word: an address is never an ordinary one.
      return as(rowOf(address), (text, start, end) =>
        text.slice(start, end).toLowerCase() === address ? { start, end } : undefined,
      );
    }
    case 'PHONE':
      return phoneRows(plain).flatMap((row) => as(row, phone));
    case 'CARD':
    case 'IBAN':
    case 'BANK_ACCOUNT':
    case 'ID':
    case 'PASSPORT':
    case 'DRIVING_LICENCE':
    case 'TAX_ID':
    case 'MEDICAL_ID': {
      const row = rowOf(canonicalValue(kind, plain));
      return isSpecificNumber(row) ? as(row, number) : [];
    }
    case 'PERSON':
    case 'LOCATION':
    case 'ORGANIZATION':
      return name(kind, value, plain);
    case 'ADDRESS':
      return several(kind, value, { plain, gap: ADDRESS_GAP, shortest: 8 }) ?? [];
    case 'IP':
    case 'MAC':
    case 'VEHICLE':
    case 'DATE_OF_BIRTH':
    case 'CRYPTO_WALLET': {
      const row = rowOf(plain);
      const form = canonicalValue(kind, plain);
      return row.length < 5 || !/\d/.test(row)
        ? []
        : as(
            row,
            sameAs((written) => canonicalValue(kind, written) === form),
          );
    }
    case 'SECRET':
      return isSpecificSecret(value) ? as(rowOf(value), exact(value)) : [];
    default:
      return rowOf(plain).length < 5 ? [] : as(rowOf(plain), exact(plain));
  }
}

/** Digits alone may be an amount or a date: seven of them are needed, of mixed places six. */
const isSpecificNumber = (row: string): boolean =>
  row.length >= (/^\d+$/.test(row) ? 7 : 6) && /\d{3}|\d.*\d.*\d.*\d/.test(row);

/** A password may be an everyday word. */
const isSpecificSecret = (value: string): boolean => value.length >= 6 && !/^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(value);

/** A name of one word: exactly as found, or in capitals. Scripts without capitals have short names. */
function name(kind: Kind, value: string, plain: string): SoughtValue[] {
  const full = several(kind, value, { plain, gap: NAME_GAP, shortest: 5 });
  if (full !== undefined) return full;
  const row = rowOf(plain);
  const [first = ''] = plain;
  if (first.toLowerCase() === first.toUpperCase()) {
    return row.length < 3 ? [] : [{ kind, value, row, judge: sameAs((written) => written === plain) }];
  }
  if (row.length < 5 || first === first.toLowerCase() || NOT_NAMES.has(plain.toLowerCase())) return [];
  const upper = plain.toUpperCase();
  return [{ kind, value, row, judge: sameAs((written) => written === plain || written === upper) }];
}

interface Several {
  readonly plain: string;
  readonly gap: RegExp;
  readonly shortest: number;
}

/** A value of two words and more; undefined where it is one word. Gaps only where the value has some, and there of one sort. */
function several(kind: Kind, value: string, { plain, gap, shortest }: Several): SoughtValue[] | undefined {
  const row = rowOf(plain);
  const breaks = breaksOf(plain);
  if (breaks.length === 0) return undefined;
  return row.length < shortest ? [] : [{ kind, value, row, judge: words(breaks, gap) }];
}

/** After how many units another word begins. */
function breaksOf(text: string): number[] {
  const breaks: number[] = [];
  let units = 0;
  let apart = false;
  for (let at = 0; at < text.length; at++) {
    if (unitOf(text.charCodeAt(at)) === 0) apart = units > 0;
    else {
      if (apart) breaks.push(units);
      apart = false;
      units++;
    }
  }
  return breaks;
}

/** Also as in user names, paths and queries: `jane.miller`, `jane-miller`, `jane_miller`, `Jane+Miller`, `janemiller`. */
const NAME_GAP = /^[\s\u00a0_+.'\u2019-]{1,3}$/;

const ADDRESS_GAP = /^[\s,;.\-/]{1,4}$/;

function words(breaks: readonly number[], gap: RegExp): Judge {
  return (text, start, end) => {
    let gaps = 0;
    let units = 0;
    let last = start - 1;
    for (let at = start; at < end; at++) {
      if (unitOf(text.charCodeAt(at)) === 0) continue;
      if (at - last > 1 && units > 0 && !(breaks.includes(units) && gap.test(text.slice(last + 1, at))))
        return undefined;
      if (at - last > 1) gaps++;
      units++;
      last = at;
    }
    // With its words apart and a capital it is no ordinary word, also where another is glued to it: `Anna Webers`.
    const isPlain = gaps > 0 && isCapital(text.charAt(start));
    return isPlain || isApart(text, start, end) ? { start, end } : undefined;
  };
}

const isCapital = (character: string): boolean => character !== character.toLowerCase();

const sameAs =
  (isSame: (written: string) => boolean): Judge =>
  (text, start, end) =>
    isApart(text, start, end) && isSame(text.slice(start, end)) ? { start, end } : undefined;

/** Character by character, with what stands in front of the first letter and behind the last. */
function exact(value: string): Judge {
  let lead = 0;
  while (unitOf(value.charCodeAt(lead)) === 0) lead++;
  return (text, start) => {
    const from = start - lead;
    const end = from + value.length;
    return from >= 0 && text.startsWith(value, from) && isApart(text, from, end) ? { start: from, end } : undefined;
  };
}

/** Not a part of a longer word or number. */
function isApart(text: string, start: number, end: number): boolean {
  return !(continues(text, start - 1) && continues(text, start)) && !(continues(text, end - 1) && continues(text, end));
}

const continues = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return at >= 0 && at < text.length && code !== 0x40 && unitOf(code) !== 0;
};

const NUMBER_GAP = /^[\s\u00a0.\-/()_+]{1,4}$/;

/** Nine places and more are the number also beside letters and other digits: never by chance. */
const number: Judge = (text, start, end) => {
  let last = start;
  let units = 0;
  for (let at = start; at < end; at++) {
    if (unitOf(text.charCodeAt(at)) === 0) continue;
    if (at - last > 1 && !NUMBER_GAP.test(text.slice(last + 1, at))) return undefined;
    last = at;
    units++;
  }
  return units >= 9 || isApart(text, start, end) ? { start, end } : undefined;
};

/** The plus and the bracket in front belong to it. */
const phone: Judge = (text, start, end) => {
  const found: Stretch | undefined = number(text, start, end);
  if (found === undefined) return undefined;
  let from = start;
  if (text[from - 1] === '(' && text.slice(from, end).includes(')')) from--;
  if (text[from - 1] === '+') from--;
  return { start: from, end };
};

/** With the country's code and without, and with what is dialled in front. */
function phoneRows(value: string): string[] {
  const rows = new Set<string>();
  for (const { country, number: dialled } of phoneReadings(value)) {
    const digits = dialled.replace(/x.*/, '');
    if (digits.length < 7) continue;
    for (const row of [digits, `0${digits}`]) rows.add(row);
    if (country === undefined) {
      // The North American plan's own country code is dialled inside it too.
      if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits)) rows.add(`1${digits}`);
      continue;
    }
    for (const row of [
      `${country}${digits}`,
      `${country}0${digits}`,
      `00${country}${digits}`,
      `011${country}${digits}`,
    ])
      rows.add(row);
  }
  return [...rows];
}
