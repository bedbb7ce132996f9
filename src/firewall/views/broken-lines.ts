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
const REACH = 100;
const MARGIN = /[ \t>|#*]/;

function breakAt(text: string, newline: number): Edit | null {
  let start = newline;
  while (start > 0 && start > newline - 4 && /[\r \t\\]/.test(text[start - 1] ?? '')) start--;
  let end = newline + 1;
  while (end < text.length && end < newline + 9 && MARGIN.test(text[end] ?? '')) end++;
  const first = text.charCodeAt(start - 1);
  const second = text.charCodeAt(end);
  if (!(first > 0x20 && second > 0x20) || text[end] === '\n') return null;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const joint = jointOf(before, after);
  return joint === null ? null : { start, end, text: joint };
}

/** What the line end stands for, or null where nothing goes on behind it. */
function jointOf(before: string, after: string): string | null {
  const left = /[A-Za-z0-9@._%+/=-]{1,80}$/.exec(before)?.[0] ?? '';
  const right = /^[A-Za-z0-9@._%+/=-]{1,80}/.exec(after)?.[0] ?? '';
  if (left === '' || right === '') return null;
  if (isHalfAddress(left, right)) return '';
  const number = numberJoint(before, after);
  if (number !== null) return number;
  return isLongToken(left) && /^[A-Za-z0-9_+/=-]{4,}$/.test(right) && /\d/.test(right) ? '' : null;
}

const HOST_LEFT = /@[A-Za-z0-9-]{0,63}\.?$/;

function isHalfAddress(left: string, right: string): boolean {
  if (HOST_LEFT.test(left) && left[0] !== '@') return /^[A-Za-z0-9-]{0,63}\.?[A-Za-z]/.test(right);
  if (/^@[A-Za-z0-9-]{1,63}\.[A-Za-z]/.test(right)) return /[A-Za-z0-9]$/.test(left);
  return /[._+-]$/.test(left) && /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}\./.test(right);
}

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
