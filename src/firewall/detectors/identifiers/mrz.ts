import { icaoRemainder } from '../check-digits.ts';
import type { Report, TypeEntry } from '../detector.ts';

/** Machine-readable zones, ICAO Doc 9303 parts 4 (TD3), 5 (TD1) and 6 (TD2): letters, digits and `<`, each field with its check digit. */
export const MRZ_TYPES: readonly TypeEntry[] = [
  {
    type: 'MRZ_PASSPORT',
    kind: 'PASSPORT',
    title: 'Machine-readable zone of a passport or visa (TD3)',
    source: 'ICAO Doc 9303 part 4, part 3 section 4.9 (check digits)',
  },
  {
    type: 'MRZ_IDENTITY_CARD',
    kind: 'ID',
    title: 'Machine-readable zone of an identity card (TD1, TD2)',
    source: 'ICAO Doc 9303 parts 5 and 6, part 3 section 4.9 (check digits)',
  },
];

const FILLER = 60;
const TD3 = 44;
const TD2 = 36;
const TD1 = 30;

/** Reports the zone whose second line holds `at`. Returns its end, or -1 if there is none. */
export function readMrz(text: string, at: number, floor: number, report: Report): number {
  let start = at;
  while (start > floor && at - start <= TD3 && isMrz(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end - start <= TD3 && isMrz(text.charCodeAt(end))) end++;
  const length = end - start;
  if (isMrz(text.charCodeAt(end))) return -1;
  if (length === TD3 && fieldsHold(text, start)) {
    const first = lineBefore(text, start, TD3);
    const from = first >= 0 && (text[first] === 'P' || text[first] === 'V') ? first : start;
    report(from, end, 'PASSPORT', 'MRZ_PASSPORT', from === start ? 0.9 : 0.98);
    return end;
  }
  if (length === TD2 && fieldsHold(text, start)) {
    const first = lineBefore(text, start, TD2);
    report(first >= 0 ? first : start, end, 'ID', 'MRZ_IDENTITY_CARD', 0.95);
    return end;
  }
  if (length === TD1 && fieldHolds(text, start) && fieldHolds(text, start + 8)) {
    const first = lineBefore(text, start, TD1);
    const third = lineAfter(text, end, TD1);
    if (first < 0 && third < 0) return -1;
    const to = third < 0 ? end : third + TD1;
    report(first < 0 ? start : first, to, 'ID', 'MRZ_IDENTITY_CARD', 0.95);
    return to;
  }
  return -1;
}

/** TD3 and TD2 second lines: document number 0-8, nationality 10-12, birth 13-18, expiry 21-26, each followed by its check digit. */
function fieldsHold(text: string, start: number): boolean {
  const country = text.slice(start + 10, start + 13);
  if (!/^[A-Z]{1,3}<{0,2}$/.test(country)) return false;
  const number = icaoRemainder(text, start, start + 9) === Number(text[start + 9]);
  return number && fieldHolds(text, start + 13) && fieldHolds(text, start + 21);
}

function fieldHolds(text: string, start: number): boolean {
  return (
    /^\d{7}$/.test(text.slice(start, start + 7)) && icaoRemainder(text, start, start + 6) === Number(text[start + 6])
  );
}

function lineBefore(text: string, start: number, length: number): number {
  let end = start;
  while (end > 0 && start - end < 3 && isBreak(text.charCodeAt(end - 1))) end--;
  const first = end - length;
  return end < start && first >= 0 && isLine(text, first, length) ? first : -1;
}

function lineAfter(text: string, end: number, length: number): number {
  let start = end;
  while (start - end < 3 && isBreak(text.charCodeAt(start))) start++;
  return start > end && isLine(text, start, length) ? start : -1;
}

function isLine(text: string, start: number, length: number): boolean {
  let fillers = 0;
  for (let index = start; index < start + length; index++) {
    const code = text.charCodeAt(index);
    if (!isMrz(code)) return false;
    if (code === FILLER) fillers++;
  }
  return fillers > 0 && !isMrz(text.charCodeAt(start + length)) && (start === 0 || !isMrz(text.charCodeAt(start - 1)));
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 32;
}

function isMrz(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === FILLER;
}
