import { type ContextStrength, contextAfter, contextStart, isLetter, wordsWithin } from './context-words.ts';
import { internationalStanding, isNational, type ParseBudget } from './phone-numbering.ts';
import { isDateSized, isJoinedBy, isUniform, type Shape } from './phone-shape.ts';
import { OTHER_NUMBER_WORDS, PHONE_WORDS, REACH_WORDS } from './phone-words.ts';

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
}

/** Whether a word for telephones or for reaching someone stands near the place. */
export function isNearPhoneWord(place: Place): boolean {
  const near = surroundings(place);
  return near.phone > 0 || near.reach > 0;
}

/** How sure a reading is a telephone number, from 0 to 1. */
export function phoneScore(shape: Shape, place: Place): number {
  if (isOneDigit(shape.digits) || isSocialSecurity(shape)) return 0;
  if (place.isInternational) return internationalScore(shape, place);
  if (/^0(?:0|11)/.test(shape.digits) && shape.digits.length >= 11) {
    const dialled = dialledScore(shape, place);
    if (dialled > 0) return dialled;
  }
  const american = americanScore(shape);
  if (american > 0) return weigh(american, place);
  return nationalScore(shape, place);
}

/** `+44 20 7946 0958`. A plus and a country make a strong form; the plan confirms it. */
function internationalScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  if (digits.length > 16 || digits[0] === '0' || (sizes.match(/(?:^|-)1(?=-|$)/g)?.length ?? 0) > 3) return 0;
  // The trunk prefix that E.123 forbids and people write: +44 (0)20.
  const significant = /^[0-9]{1,3}-1-/.test(sizes) ? digits.replace(/^([0-9]{1,3}?)0/, trunkless(sizes)) : digits;
  const standing = internationalStanding(significant, place.budget);
  if (standing === 'valid') return 0.95;
  if (/^1-?[0-9]?/.test(digits) && digits.length === 11 && /^1-3-3-4$|^1-3-7$|^4-3-4$|^1-10$/.test(sizes)) return 0.85;
  const near = surroundings(place);
  if (standing === 'possible') return near.phone > 0 ? 0.85 : shape.joints.length > 0 ? 0.65 : 0.5;
  if (digits.length < 8) return near.phone > 0 ? 0.5 : 0;
  if (near.phone > 0 || near.reach > 0) return digits.length > 15 ? 0.4 : 0.65;
  return shape.joints.length > 1 && digits.length >= 10 && digits.length <= 15 ? 0.55 : 0;
}

function trunkless(sizes: string): (whole: string, country: string) => string {
  const country = Number(sizes[0]);
  return (whole, digits) => (digits.length === country ? digits : whole);
}

/** `00 44 20 ...`, `011 44 20 ...`, and the `001-212-555-0142` of generated records. */
function dialledScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  if (/^3-3-3-4$/.test(sizes) && digits.startsWith('001')) return 0.75;
  const rest = digits.startsWith('011') ? digits.slice(3) : digits.slice(2);
  if (rest.length < 8 || rest.length > 15 || rest[0] === '0') return 0;
  const near = surroundings(place);
  const standing = internationalStanding(rest, place.budget);
  if (near.phone > 0 && standing !== 'unknown') return 0.85;
  if (standing !== 'valid' || near.other) return 0;
  if (shape.joints.length > 0 && isUniform(shape)) return 0.7;
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
  return usual ? 0.42 : 0.3;
}

/** Words near the number raise the score of its form, or lower it. */
function weigh(form: number, place: Place): number {
  const near = surroundings(place);
  if (near.phone > 0) return Math.max(0.85, form);
  if (near.other) return Math.min(form, 0.3);
  return near.reach > 0 ? Math.max(0.65, form) : form;
}

/** Numbers as people of a region write them among themselves. */
function nationalScore(shape: Shape, place: Place): number {
  const { digits, sizes } = shape;
  const count = digits.length;
  if (count > 13 || isDateSized(shape) || shape.joints.includes('open')) return 0;
  const groups = shape.joints.length + 1;
  if ((sizes.match(/(?:^|-)1(?=-|$)/g)?.length ?? 0) > 2) return 0;
  const spokenFor = groups > 1 && (shape.bracketed || (digits[0] === '0' && !/^1(?:-|$)/.test(sizes)));
  if (spokenFor && count >= 8 && isUniform(shape) && !isYear(shape)) {
    const valid = isNational(digits, place.regions, place.budget);
    const near = surroundings(place);
    if (near.phone > 0) return valid ? 0.92 : 0.7;
    if (near.other) return 0.3;
    if (valid) return count === 8 && !shape.bracketed ? 0.45 : isJoinedBy(shape, 'dot') && groups < 4 ? 0.45 : 0.7;
    if (near.reach > 0) return 0.6;
    return shape.bracketed && count >= 9 ? 0.5 : 0.3;
  }
  const near = surroundings(place);
  if (near.phone === 0 && (near.reach === 0 || near.other)) return 0;
  if (near.other && near.phone < 2) return 0;
  const known = isNational(digits, place.regions, place.budget);
  if (near.phone === 0) return known && count >= 9 ? (groups > 1 ? 0.6 : 0.4) : 0;
  if (known) return near.phone === 2 ? 0.85 : 0.7;
  if (near.phone === 1) return count >= 9 && count <= 11 ? 0.5 : 0;
  if (sizes === '3-4' || sizes === '4-4') return 0.65;
  return count >= 8 && count <= 12 ? 0.6 : groups > 1 ? 0.55 : 0.5;
}

function surroundings(place: Place): Surroundings {
  place.near ??= lookAround(place);
  return place.near;
}

/** A number is at most about this long: the words behind it begin there. */
const MAX_WRITTEN = 24;

function lookAround({ text, start }: Place): Surroundings {
  const from = contextStart(text, start);
  let end = start;
  while (end - start < MAX_WRITTEN && !isLetter(text.charCodeAt(end)) && text.charCodeAt(end) >= 32) end++;
  const phone = wordsWithin(text, from, start, PHONE_WORDS) ? 2 : contextAfter(text, end, PHONE_WORDS) ? 1 : 0;
  const reach = wordsWithin(text, Math.max(from, start - 45), start, REACH_WORDS)
    ? 2
    : contextAfter(text, end, REACH_WORDS)
      ? 1
      : 0;
  return { phone, reach, other: wordsWithin(text, Math.max(from, start - 24), start, OTHER_NUMBER_WORDS) };
}

function isOneDigit(digits: string): boolean {
  for (let index = 1; index < digits.length; index++) if (digits[index] !== digits[0]) return false;
  return true;
}

/** 3-2-4 is the United States' social security number. */
function isSocialSecurity(shape: Shape): boolean {
  return shape.sizes === '3-2-4' && !shape.bracketed;
}

/** `(2019) 123-456` is a reference. */
function isYear(shape: Shape): boolean {
  return shape.sizes.startsWith('4-') && /^(?:19|20)/.test(shape.digits);
}
