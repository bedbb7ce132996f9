import type { DigitRuns } from '../detectors/digit-runs.ts';
import type { Edit } from './layer.ts';

/**
 * Groups of a number kept apart by something unusual: dots, slashes, bars or blanks between them, one group in each
 * table cell. Only the layouts of cards (13 to 19 digits in groups), IBANs (groups of four) and social security numbers (3-2-4)
 * are read: versions, dates and addresses are separated digits too.
 */
export function separatedGroupEdits(text: string, digits: DigitRuns): Edit[] {
  const edits = letterDigitEdits(text, digits);
  if (!mayBeSeparated(digits) || !HINT.test(text)) return edits;
  for (const { pattern, separator, near } of LAYOUTS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (!uniform(match[0]) || (near !== undefined && !near.test(around(text, match)))) continue;
      edits.push(...separatorsOf(match[0], match.index, separator));
    }
  }
  return edits;
}

/** So many places has a card's number, and in so many of them digits stand. */
const CARD_PLACES = 16;
const CARD_DIGITS = 10;

/** The longest that an odd separator can be: a mark with two blanks on either side. */
const WIDEST = 5;

/** Whether two runs of digits stand as close as groups do. */
function mayBeSeparated({ starts, ends }: DigitRuns): boolean {
  for (let run = 1; run < starts.length; run++) if (starts[run]! - ends[run - 1]! <= WIDEST) return true;
  return false;
}

/** Letters that are drawn like digits, in what has a card's sixteen places. */
const LETTER_DIGITS = /(?<![A-Za-z0-9])[0-9OoIl]{4}(?:[ -]?[0-9OoIl]{4}){3}(?![A-Za-z0-9])/g;

/** A match lies in one stretch of such places, blanks and hyphens: only those with digits enough are read. */
function letterDigitEdits(text: string, { starts, ends }: DigitRuns): Edit[] {
  const edits: Edit[] = [];
  for (let run = 0; run < starts.length; ) {
    const from = stretchStart(text, starts[run]!);
    const to = stretchEnd(text, ends[run]!);
    let digits = 0;
    for (; run < starts.length && starts[run]! < to; run++) digits += ends[run]! - starts[run]!;
    if (digits >= CARD_DIGITS && to - from >= CARD_PLACES) addLetterDigits(text, from, to, edits);
  }
  return edits;
}

function addLetterDigits(text: string, from: number, to: number, edits: Edit[]): void {
  // With the characters around it, which may not be letters or digits.
  const before = Math.max(0, from - 1);
  for (const match of text.slice(before, to + 1).matchAll(LETTER_DIGITS)) {
    if (match[0].replace(/\D/g, '').length < CARD_DIGITS) continue;
    for (const letter of match[0].matchAll(/[OoIl]/g)) {
      const start = before + match.index + letter.index;
      edits.push({ start, end: start + 1, text: /[Oo]/.test(letter[0]) ? '0' : '1' });
    }
  }
}

const IN_STRETCH = new Uint8Array(128);
for (const character of '0123456789OoIl -') IN_STRETCH[character.charCodeAt(0)] = 1;

function stretchStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && IN_STRETCH[text.charCodeAt(start - 1)] === 1) start--;
  return start;
}

function stretchEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && IN_STRETCH[text.charCodeAt(end)] === 1) end++;
  return end;
}

const ODD = '[ \\t]{0,2}[._/*~:,;=+#|\\\\\\u00b7\\u2022\\u2013\\u2014][ \\t]{0,2}|[ \\t]{2,4}|--|__|-[ ]|[ ]-[ ]';
const HINT = new RegExp(`\\d(?:${ODD})\\d`);

interface Layout {
  readonly pattern: RegExp;
  readonly separator: string;
  /** Words of which one has to stand near: without check digits any three numbers could be meant. */
  readonly near?: RegExp;
}

/** Characters before a number and behind it. */
const NEAR = 60;

const around = (text: string, { 0: found, index }: RegExpExecArray): string =>
  text.slice(Math.max(0, index - NEAR), index + found.length + NEAR);

const LAYOUTS: readonly Layout[] = [
  // ISO/IEC 7812: 4-4-4-4 (and 19 with a last group of three), American Express 4-6-5, Diners Club 4-6-4.
  {
    pattern: new RegExp(`(?<![\\d.])\\d{4}(?:(?:${ODD})\\d{4}){3}(?:(?:${ODD})\\d{1,3})?(?!\\d)`, 'g'),
    separator: ' ',
  },
  { pattern: new RegExp(`(?<![\\d.])3\\d{3}(?:${ODD})\\d{6}(?:${ODD})\\d{4,5}(?!\\d)`, 'g'), separator: ' ' },
  // ISO 13616: country, check digits, then groups of four.
  {
    pattern: new RegExp(
      `(?<![A-Z0-9])[A-Z]{2}\\d{2}(?:(?:${ODD})[A-Z0-9]{4}){2,7}(?:(?:${ODD})[A-Z0-9]{1,3})?(?![A-Z0-9])`,
      'g',
    ),
    separator: ' ',
  },
  // Social Security Administration, RM 10201: the factors of a product and the elements of a list are none.
  {
    pattern: new RegExp(`(?<![\\d.])\\d{3}(?:${ODD})\\d{2}(?:${ODD})\\d{4}(?![\\d.])`, 'g'),
    separator: '-',
    near: /\b(?:ssns?|ss ?#|itin|soc(?:ial|\.)? ?-?sec|seguro social|tax ?(?:payer)?(?:'s)? ?(?:id|number))/i,
  },
];

const SEPARATORS = /[^A-Za-z0-9]+/g;

/** One separator throughout: "1.2222/3333 4444" is four numbers. */
function uniform(value: string): boolean {
  const separators = value.match(SEPARATORS) ?? [];
  return separators.every((separator) => separator.trim() === (separators[0] ?? '').trim());
}

function separatorsOf(value: string, offset: number, replacement: string): Edit[] {
  return [...value.matchAll(SEPARATORS)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    text: replacement,
  }));
}
