import {
  type ContextStrength,
  type ContextWords,
  contextAfter,
  contextStart,
  isLetter,
  wordsWithin,
} from './context-words.ts';
import { internationalStanding, isNational, type ParseBudget } from './phone-numbering.ts';
import { isDateSized, isJoinedBy, isPartOfRow, isUniform, type Shape } from './phone-shape.ts';
import { DIRECT_WORDS, OTHER_NUMBER_WORDS, PHONE_WORDS, REACH_WORDS } from './phone-words.ts';

/** Where a number may begin, and what its readings share. `near` is looked up once, when the first reading asks. */
export interface Place {
  readonly text: string;
  readonly start: number;
  /** A plus stands before the first digit. */
  readonly isInternational: boolean;
  readonly regions: readonly string[];
  readonly budget: ParseBudget;
  near?: Surroundings;
}

interface Surroundings {
  /** A word for a telephone. */
  readonly phone: ContextStrength;
  /** A word for calling, reaching, a number. */
  readonly reach: ContextStrength;
  /** A word for some other number directly before. */
  readonly other: boolean;
  /** A word for a telephone as close before as `other` is looked for. */
  readonly closePhone: boolean;
  /** `call ...`, `contacted at ...`: a word for reaching someone and nothing but the number behind it. */
  readonly direct: boolean;
}

/** Whether a word for telephones or for reaching someone stands near the place. */
export function isNearPhoneWord(place: Place): boolean {
  const near = surroundings(place);
  return near.phone > 0 || near.reach > 0;
}

/** How sure a reading is a telephone number, from 0 to 1. */
export function phoneScore(shape: Shape, place: Place): number {
  if (isOneDigit(shape) || isSocialSecurity(shape) || isQuad(shape, place.text)) return 0;
  if (place.isInternational) return internationalScore(shape, place);
  if (/^0(?:0|11)/.test(shape.digits) && shape.digits.length >= 11) {
    const dialled = dialledScore(shape, place);
    if (dialled > 0) return dialled;
  }
  const american = americanScore(shape);
  if (american > 0) return weigh(american, shape, place);
  return nationalScore(shape, place);
}

/** A plus and a country make a strong form; the plan confirms it. */
function internationalScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  if (digits.length > 16 || (sizes.match(/(?:^|-)1(?=-|$)/g)?.length ?? 0) > 3) return 0;
  // The trunk prefix that E.123 forbids and people write: +44 (0)20.
  if (digits[0] === '0') return surroundings(place).phone > 0 ? 0.6 : shape.joints.length > 1 ? 0.5 : 0;
  const significant = /^[0-9]{1,3}-1-/.test(sizes) ? digits.replace(/^([0-9]{1,3}?)0/, trunkless(sizes)) : digits;
  const standing = internationalStanding(significant, place.budget);
  if (standing === 'valid') return 0.95;
  if (/^1-?[0-9]?/.test(digits) && digits.length === 11 && /^1-3-3-4$|^1-3-7$|^4-3-4$|^1-10$/.test(sizes)) return 0.85;
  const near = surroundings(place);
  if (standing === 'possible') return near.phone > 0 ? 0.85 : shape.joints.length > 0 ? 0.65 : 0.5;
  if (digits.length < 8) return near.phone > 0 ? 0.5 : 0;
  if (near.phone > 0 || near.reach > 0) return digits.length > 15 ? 0.4 : 0.65;
  if (digits.length < 10 || digits.length > 14) return 0;
  // A plus at the start of a line marks an added line of a patch.
  return shape.joints.length > 1 ? 0.55 : opensLine(place) ? 0.3 : 0.5;
}

function opensLine({ text, start }: Place): boolean {
  return start >= 2 && text.charCodeAt(start - 2) === 10;
}

function trunkless(sizes: string): (whole: string, country: string) => string {
  const country = Number(sizes[0]);
  return (whole, digits) => (digits.length === country ? digits : whole);
}

/** The international prefixes 00 and 011, and the 001 in four groups of generated records. */
function dialledScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  if (/^3-3-3-4$/.test(sizes) && digits.startsWith('001')) return 0.75;
  const rest = digits.startsWith('011') ? digits.slice(3) : digits.slice(2);
  if (rest.length < 8 || rest.length > 15 || rest[0] === '0') return 0;
  const near = surroundings(place);
  const standing = internationalStanding(rest, place.budget);
  if (near.phone > 0 && standing !== 'unknown') return 0.85;
  if (standing !== 'valid' || near.other) return 0;
  const grouped = shape.joints.length > 1 || (shape.joints.length === 1 && !isJoinedBy(shape, 'dot'));
  if (grouped && isUniform(shape) && !isPartOfRow(shape, place.text, place.start)) return 0.7;
  return near.reach > 0 ? 0.6 : 0.35;
}

/** The forms of the North American plan: an area code, an exchange, a line. Invented ones break its rules for the digits. */
function americanScore(shape: Shape): number {
  const { sizes, digits } = shape;
  const long = sizes.startsWith('1-3-3-4') && digits[0] === '1';
  if (sizes !== '3-3-4' && !long) {
    if (sizes === '3-7' && shape.bracketed) return 0.65;
    return 0;
  }
  const area = digits.charCodeAt(long ? 1 : 0);
  const usual = area >= 50;
  if (shape.joints.includes('close')) return 0.8;
  const joints = long ? shape.joints.slice(1) : shape.joints;
  if (joints[0] !== joints[1]) return joints.includes('dash') ? (usual ? 0.6 : 0.45) : 0.4;
  if (joints[0] === 'dash') return usual ? 0.7 : long ? 0.6 : 0.5;
  if (joints[0] === 'dot') return usual ? 0.6 : 0.45;
  return usual ? 0.48 : 0.3;
}

/** Words near the number raise the score of its form, or lower it. */
function weigh(form: number, shape: Shape, place: Place): number {
  const near = surroundings(place);
  if (near.phone > 0) return Math.max(0.85, form);
  if (near.other) return Math.min(form, 0.3);
  if (form >= 0.65 || near.reach > 0) return Math.max(0.65, form);
  if (shape.joints.at(-1) !== 'space' || form > 0.5 || form < 0.4) return form;
  // With blanks only, it could be three numbers of a row: an area code in use tells.
  if (isPartOfRow(shape, place.text, place.start)) return 0.3;
  return isNational(shape.digits, ['US', 'CA'], place.budget) ? 0.55 : form;
}

/** Numbers as people of a region write them among themselves. */
function nationalScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  const count = digits.length;
  if (count > 13 || isDateSized(shape)) return 0;
  const trunk = shape.joints[0] === 'open' && shape.joints[1] === 'close' && /^[018]/.test(digits) && sizes[1] === '-';
  if (shape.joints.includes('open') && !trunk) return 0;
  if ((sizes.match(/(?:^|-)1(?=-|$)/g)?.length ?? 0) > 2) return 0;
  const zero = digits[0] === '0' && !/^1(?:-|$)/.test(sizes);
  const written = shape.joints.length > 0 && (shape.bracketed || trunk || zero) && isUniform(shape) && !isYear(shape);
  return written && count >= 8 ? writtenScore(shape, place) : plainScore(shape, place);
}

/** A bracketed area code, or the zero dialled before one, and groups: the form says telephone. */
function writtenScore(shape: Shape, place: Place): number {
  const count = shape.digits.length;
  const near = surroundings(place);
  if (near.phone > 0) return isKnown(shape.digits, place) ? 0.92 : 0.7;
  if (near.other || isPartOfRow(shape, place.text, place.start)) return 0.3;
  // A zero in every pair: bytes, or the days of a month.
  if (/^(?:0[0-9])+$/.test(shape.digits) && /^2(?:-2)+$/.test(shape.sizes)) return 0.3;
  const bracketed = shape.bracketed || shape.joints[0] === 'open';
  if (isKnown(shape.digits, place)) {
    if (count === 8 && !bracketed) return 0.45;
    return isJoinedBy(shape, 'dot') && shape.joints.length < 3 ? 0.45 : 0.7;
  }
  if (near.reach > 0) return 0.6;
  return bracketed && count >= 9 ? 0.5 : 0.3;
}

const PAIRED = /^(?:3-2-2-2|2-3-2-2|2-2-2-3|1-3-3-2-2)$/;

/** Digits in a row or in plain groups: words decide. */
function plainScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  const count = digits.length;
  const near = surroundings(place);
  const grouped = shape.joints.length > 0;
  if (isPartOfRow(shape, place.text, place.start)) return 0;
  if (near.phone === 0) {
    if (near.other) return 0;
    if (near.reach < 2) return PAIRED.test(sizes) && isUniform(shape) && isKnown(digits, place) ? 0.55 : 0;
    if (!isUniform(shape) || (!near.direct && endsInYear(shape))) return 0;
    if (isKnown(digits, place) && count >= 8)
      return near.direct && (grouped || count >= 9) ? 0.65 : grouped && count >= 9 ? 0.6 : 0.4;
    return near.direct && (sizes === '3-4' || (count >= 9 && count <= 11)) ? 0.55 : 0;
  }
  // The word directly before the number says what it is; one for telephones further off does not outweigh it.
  if (near.other && !near.closePhone) return 0;
  if (isKnown(digits, place)) return near.phone === 2 ? 0.85 : 0.7;
  if (near.phone === 1) return count >= 9 && count <= 11 ? 0.5 : 0;
  if (sizes === '3-4' || sizes === '4-4') return 0.65;
  return count >= 8 && count <= 12 ? 0.6 : grouped ? 0.55 : 0.5;
}

/** The number of a standard, a law or a resolution, and its year. */
function endsInYear({ sizes, digits, joints }: Shape): boolean {
  return sizes.endsWith('-4') && joints.length < 3 && /(?:19|20)[0-9]{2}$/.test(digits);
}

function isKnown(digits: string, { regions, budget }: Place): boolean {
  return isNational(digits, regions, budget);
}

function surroundings(place: Place): Surroundings {
  place.near ??= lookAround(place);
  return place.near;
}

/** A number is at most about this long: the words behind it begin there. */
const MAX_WRITTEN = 24;

/** Each word list is looked through once, and only when a reading asks for it. */
function lookAround({ text, start }: Place): Surroundings {
  const from = contextStart(text, start);
  let end = start;
  while (end - start < MAX_WRITTEN && !isLetter(text.charCodeAt(end)) && text.charCodeAt(end) >= 32) end++;
  const strength = (words: ContextWords, window: number) =>
    wordsWithin(text, Math.max(from, start - window), start, words) ? 2 : contextAfter(text, end, words) ? 1 : 0;
  let phone: ContextStrength | undefined;
  let reach: ContextStrength | undefined;
  let other: boolean | undefined;
  return {
    get phone() {
      phone ??= strength(PHONE_WORDS, 60);
      return phone;
    },
    get reach() {
      reach ??= strength(REACH_WORDS, 45);
      return reach;
    },
    get other() {
      other ??= wordsWithin(text, Math.max(from, start - 24), start, OTHER_NUMBER_WORDS);
      return other;
    },
    get closePhone() {
      return wordsWithin(text, Math.max(from, start - 24), start, PHONE_WORDS);
    },
    get direct() {
      return text.charCodeAt(start - 1) === 32 && wordsWithin(text, Math.max(from, start - 14), start, DIRECT_WORDS);
    },
  };
}

/** A single digit over and over is none, unless it is written as an American number: a made-up one. */
function isOneDigit({ digits, sizes }: Shape): boolean {
  for (let index = 1; index < digits.length; index++) if (digits[index] !== digits[0]) return false;
  return digits[0] === '0' || !sizes.endsWith('3-3-4');
}

/** 3-2-4 is the United States' social security number. */
function isSocialSecurity(shape: Shape): boolean {
  return shape.sizes === '3-2-4' && !shape.bracketed;
}

/** Four numbers up to 255 with points between are an address of the internet. */
function isQuad(shape: Shape, text: string): boolean {
  if (shape.joints.length !== 3 || !isJoinedBy(shape, 'dot')) return false;
  return text
    .slice(shape.end - shape.digits.length - 3, shape.end)
    .split('.')
    .every((part) => Number(part) < 256);
}

/** `(2019) 123-456` is a reference. */
function isYear(shape: Shape): boolean {
  return shape.sizes.startsWith('4-') && /^(?:19|20)/.test(shape.digits);
}
