import { contextStart, contextWords, wordsWithin } from './context-words.ts';
import { BIRTH_LIST, datePattern, isBirthDate, OTHER_DATE_LIST } from './date-of-birth-forms.ts';
import type { Detector, DetectorOptions, Report, TypeEntry } from './detector.ts';
import { digitRuns } from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'DATE_OF_BIRTH',
    kind: 'DATE_OF_BIRTH',
    title: 'Date of birth',
    source: 'ISO 8601-1 and the written forms of dates in CLDR; a word for birth decides',
  },
];

const BIRTH = contextWords(BIRTH_LIST);
const OTHER = contextWords(OTHER_DATE_LIST);
const BEFORE = 60;
const AFTER = 24;
/** Furthest from the first character of a date to the first digits of its year: `Wednesday, the 12th of September, 1984`. */
const REACH = 32;

/** Dates, in many forms, beside a word for birth. */
export const dateOfBirthDetector: Detector = {
  name: 'date-of-birth',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report, options: DetectorOptions): void {
    const { starts, ends } = options.digits ?? digitRuns(text);
    let floor = 0;
    for (let run = 0; run < starts.length; run++) {
      // A date may end in the middle of a run: the rest of it is read on its own.
      const at = Math.max(floor, starts[run]!);
      const runEnd = ends[run]!;
      const size = runEnd - at;
      if ((size !== 2 && size !== 4 && size !== 8) || (size === 4 && !isYear(text, at))) continue;
      if (size === 2 && !closesShortYear(text, at)) continue;
      if (!wordsWithin(text, Math.max(0, at - REACH - BEFORE), Math.min(text.length, runEnd + AFTER + 8), BIRTH))
        continue;
      const date = dateAround(text, Math.max(floor, at - REACH), at, runEnd);
      if (date === undefined) continue;
      const score = birthScore(text, date.start, date.end, size);
      floor = Math.max(runEnd, date.end);
      if (score >= 0.3) report(date.start, date.end, 'DATE_OF_BIRTH', 'DATE_OF_BIRTH', score);
    }
  },
};

/** 19xx or 20xx. */
function isYear(text: string, at: number): boolean {
  const century = text.slice(at, at + 2);
  return century === '19' || century === '20' || century === '18';
}

/** Two digits of a year stand behind a separator: `12/03/84`, `Mar '84`. */
function closesShortYear(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 47 || before === 45 || before === 46 || before === 39 || before === 0x2019;
}

/** The date that holds the digits `[at, end)`. */
function dateAround(text: string, low: number, at: number, end: number): { start: number; end: number } | undefined {
  const pattern = datePattern();
  const slice = text.slice(low, end + REACH);
  for (let found = pattern.exec(slice); found !== null; found = pattern.exec(slice)) {
    const start = low + found.index;
    const stop = start + found[0].length;
    if (start > at) return undefined;
    if (stop >= end && isBirthDate(found[0])) return { start, end: stop };
  }
  return undefined;
}

function birthScore(text: string, start: number, end: number, size: number): number {
  const from = contextStart(text, start, BEFORE);
  const before = text.slice(from, start);
  const other = lastDateIn(before);
  // Another date between the word and this one has the better claim.
  const near = other < 0 ? from : from + other;
  if (wordsWithin(text, near, start, BIRTH) && !laterOther(text, near, start)) return size === 8 ? 0.85 : 0.92;
  const after = text.slice(end, Math.min(text.length, end + AFTER));
  const stop = after.search(/[0-9\n;|:=]/);
  const limit = end + (stop < 0 ? after.length : stop);
  const label = stop >= 0 && /[:=]/.test(after[stop] ?? '');
  return !label && wordsWithin(text, end, limit, BIRTH) ? 0.7 : 0;
}

/** End of the last date-like digits, or -1. */
function lastDateIn(before: string): number {
  const found = /.*[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}|.*(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/s.exec(before);
  return found === null ? -1 : found[0].length;
}

/** A word for another kind of date stands in the last words before the value: `born in Leeds, admitted on`. */
function laterOther(text: string, from: number, start: number): boolean {
  const low = Math.max(from, start - 16);
  return wordsWithin(text, low, start, OTHER) && !wordsWithin(text, low, start, BIRTH);
}
