import type { Edit } from './layer.ts';

/**
 * Values broken by a line end, as mail programs, terminals and page layouts do. Joined only where the pieces ask for each
 * other: half of an e-mail address, a number in running text that goes on in the next line, a long token of mixed characters.
 * Columns of numbers stay columns.
 */
export function brokenLineEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const edit = breakAt(text, at);
    if (edit) edits.push(edit);
  }
  return edits;
}

/** A piece of a value is looked for up to this far from the line end. */
const REACH = 80;
const MARGIN = 8;

function breakAt(text: string, newline: number): Edit | null {
  let start = newline;
  while (start > 0 && start > newline - 4 && isLineTail(text.charCodeAt(start - 1))) start--;
  let end = newline + 1;
  while (end <= newline + MARGIN && isMargin(text.charCodeAt(end))) end++;
  if (!isToken(text.charCodeAt(start - 1)) || !isToken(text.charCodeAt(end))) return null;
  const from = tokenStart(text, start);
  const to = tokenEnd(text, end);
  const left = text.slice(from, start);
  const right = text.slice(end, to);
  const joint = jointOf(text, { start, end, left, right });
  return joint === null ? null : { start, end, text: joint };
}

interface Break {
  /** The line end with the blanks and margin marks around it. */
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly right: string;
}

/** What the line end stands for, or null where nothing goes on behind it. */
function jointOf(text: string, { start, end, left, right }: Break): string | null {
  if ((left.includes('@') || right.includes('@')) && isHalfAddress(left, right)) return '';
  if (isDigit(right.charCodeAt(0)) && /\d[ .-]?$/.test(left)) {
    const before = text.slice(Math.max(0, start - REACH), start);
    const number = numberJoint(before, text.slice(end, end + REACH));
    if (number !== null) return number;
  }
  if (right.length <= 4 && /^[A-Z0-9]+$/.test(right)) {
    const before = text.slice(Math.max(0, start - REACH), start);
    if (IBAN_LEFT.test(before) && IBAN_RIGHT.test(text.slice(end, end + 5))) return ' ';
  }
  return isLongToken(left) && /^[A-Za-z0-9_+/=-]{4,}$/.test(right) && /\d/.test(right) ? '' : null;
}

function tokenStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < REACH && isToken(text.charCodeAt(at - 1))) at--;
  return at;
}

function tokenEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < REACH && isToken(text.charCodeAt(at))) at++;
  return at;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLineTail = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x5c;
const isMargin = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0x3e || unit === 0x7c || unit === 0x23 || unit === 0x2a;

const TOKEN = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._%+/=-') {
  TOKEN[character.charCodeAt(0)] = 1;
}
const isToken = (unit: number): boolean => unit < 128 && TOKEN[unit] === 1;

const HOST_LEFT = /@[A-Za-z0-9-]{0,63}\.?$/;

function isHalfAddress(left: string, right: string): boolean {
  if (HOST_LEFT.test(left) && left[0] !== '@') return /^[A-Za-z0-9-]{0,63}\.?[A-Za-z]/.test(right);
  if (/^@[A-Za-z0-9-]{1,63}\.[A-Za-z]/.test(right)) return /[A-Za-z0-9]$/.test(left);
  return /[._+-]$/.test(left) && /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}\./.test(right);
}

/** ISO 13616 in print: groups of four. */
const IBAN_LEFT = /(?:^|[^A-Za-z0-9])[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){0,7}$/;
const IBAN_RIGHT = /^[A-Z0-9]{4}(?![A-Za-z0-9])/;

const NUMBER_LEFT = /(?:^|[^0-9A-Za-z.,/])(\+?\d{1,16}(?:[ -]\d{1,12}){0,8}[ .-]?)$/;
const NUMBER_RIGHT = /^\d{1,16}(?:[ -]\d{1,12}){0,8}(?![\d.,/:]\d)/;

function numberJoint(before: string, after: string): string | null {
  const left = NUMBER_LEFT.exec(before);
  const right = NUMBER_RIGHT.exec(after)?.[0];
  if (!left || !right) return null;
  const number = left[1] ?? '';
  const digits = digitsIn(number) + digitsIn(right);
  if (digits < 9 || digits > 24 || digitsIn(number) < 2 || digitsIn(right) < 2) return null;
  const line = before.slice(before.lastIndexOf('\n') + 1, before.length - number.length);
  if (!/[A-Za-z\u00c0-\uffff]{2}/.test(line)) return null;
  if (/[.-]$/.test(number)) return '';
  return /[ -]/.exec(number)?.[0] ?? /[ -]/.exec(right)?.[0] ?? '';
}

const digitsIn = (value: string): number => value.replace(/\D/g, '').length;

/** Keys are long, and mix digits with letters of both cases or carry a prefix with a separator. */
const isLongToken = (token: string): boolean =>
  token.length >= 16 && token.length < 76 && /\d/.test(token) && /[A-Za-z]/.test(token) && !/[./]$/.test(token);
