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
  if (value.length > LONGEST) return NOTHING;
  const as = (row: string, judge: Judge): readonly SoughtValue[] =>
    row.length < 3 ? NOTHING : [{ kind, value, row, fronts: NO_FRONTS, judge }];
  if (value.length > LONG) return as(rowOf(value.slice(0, LONG)).slice(0, 32), exact(value));
  const plain = encodingOf(value)?.plain ?? value;
  switch (kind) {
    case 'EMAIL': {
      const address = canonicalValue(kind, plain);
      // An encoded run that holds one, or a piece of one that was cut.
      if (!address.includes('@')) return address.length < 12 ? NOTHING : as(rowOf(address), exact(address));
      // Also inside a longer word: an address is never an ordinary one.
      return as(rowOf(address), (text, start, end) =>
        text.slice(start, end).toLowerCase() === address ? { start, end } : undefined,
      );
    }
    case 'PHONE':
      return phones(value, plain);
    case 'CARD':
    case 'IBAN':
    case 'BANK_ACCOUNT':
    case 'ID':
    case 'PASSPORT':
    case 'DRIVING_LICENCE':
    case 'TAX_ID':
    case 'MEDICAL_ID': {
      const row = rowOf(canonicalValue(kind, plain));
      return isSpecificNumber(row) ? as(row, number) : NOTHING;
    }
    case 'PERSON':
    case 'LOCATION':
    case 'ORGANIZATION':
      return name(kind, value, plain);
    case 'ADDRESS':
      return several(kind, value, { plain, gap: ADDRESS_GAP, shortest: 8 }) ?? NOTHING;
    case 'IP':
    case 'MAC':
    case 'VEHICLE':
    case 'DATE_OF_BIRTH':
    case 'CRYPTO_WALLET': {
      const row = rowOf(plain);
      if (row.length < 5 || !/\d/.test(row)) return NOTHING;
      let form: string | undefined;
      const isSame = (written: string): boolean => {
        if (written === plain) return true;
        form ??= canonicalValue(kind, plain);
        return canonicalValue(kind, written) === form;
      };
      return as(row, sameAs(isSame));
    }
    case 'SECRET':
      return isSpecificSecret(value) ? as(rowOf(value), exact(value)) : NOTHING;
    default:
      return rowOf(plain).length < 5 ? NOTHING : as(rowOf(plain), exact(plain));
  }
}

const NOTHING: readonly SoughtValue[] = [];
const NO_FRONTS: readonly string[] = [''];

/** Digits alone may be an amount or a date: seven of them are needed, of mixed places six. */
const isSpecificNumber = (row: string): boolean =>
  row.length >= (/^\d+$/.test(row) ? 7 : 6) && /\d{3}|\d.*\d.*\d.*\d/.test(row);

/** A password may be an everyday word. */
const isSpecificSecret = (value: string): boolean => value.length >= 6 && !/^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(value);

/** A name of one word: exactly as found, or in capitals. Scripts without capitals have short names. */
function name(kind: Kind, value: string, plain: string): readonly SoughtValue[] {
  const full = several(kind, value, { plain, gap: NAME_GAP, shortest: 5 });
  if (full !== undefined) return full;
  const row = rowOf(plain);
  const [first = ''] = plain;
  if (first.toLowerCase() === first.toUpperCase()) {
    if (row.length < 3) return NOTHING;
    return [{ kind, value, row, fronts: NO_FRONTS, judge: sameAs((written) => written === plain) }];
  }
  if (row.length < 5 || first === first.toLowerCase() || NOT_NAMES.has(plain.toLowerCase())) return NOTHING;
  const upper = plain.toUpperCase();
  const judge = sameAs((written) => written === plain || written === upper);
  return [{ kind, value, row, fronts: NO_FRONTS, judge }];
}

interface Several {
  readonly plain: string;
  readonly gap: RegExp;
  readonly shortest: number;
}

/** A value of two words and more; undefined where it is one word. Gaps only where the value has some, and there of one sort. */
function several(kind: Kind, value: string, { plain, gap, shortest }: Several): readonly SoughtValue[] | undefined {
  const row = rowOf(plain);
  const breaks = breaksOf(plain);
  if (breaks.length === 0) return undefined;
  return row.length < shortest ? NOTHING : [{ kind, value, row, fronts: NO_FRONTS, judge: words(breaks, gap) }];
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
function phones(value: string, plain: string): readonly SoughtValue[] {
  const sought: SoughtValue[] = [];
  for (const { country, number: dialled } of phoneReadings(plain)) {
    const row = dialled.includes('x') ? dialled.slice(0, dialled.indexOf('x')) : dialled;
    if (row.length < 7) continue;
    sought.push({ kind: 'PHONE', value, row, fronts: frontsOf(country, row), judge: phone });
  }
  return sought;
}

/** The North American plan's own country code is dialled inside it too. */
function frontsOf(country: string | undefined, row: string): readonly string[] {
  if (country === undefined) return /^[2-9]\d{2}[2-9]\d{6}$/.test(row) ? FRONTS_AMERICAN : FRONTS_NATIONAL;
  const key = Number(`1${country}`);
  let fronts = FRONTS.get(key);
  if (fronts === undefined) {
    // Written anew: what is kept for other requests must not be a part of a caller's text.
    const code = String(key).slice(1);
    fronts = ['', '0', code, `${code}0`, `00${code}`, `011${code}`];
    FRONTS.set(key, fronts);
  }
  return fronts;
}

const FRONTS_NATIONAL: readonly string[] = ['', '0'];
const FRONTS_AMERICAN: readonly string[] = ['', '0', '1'];
/** By country code with a 1 in front; codes have three digits at most, so they are about a thousand. */
const FRONTS = new Map<number, readonly string[]>();
