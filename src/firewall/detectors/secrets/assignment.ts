import { isQuoteCode, valueAfter } from './assigned-value.ts';
import { isSpaceCode } from './charset.ts';
import { classifyName, mayEndName, type NameClass, plainName } from './credential-name.ts';
import { compileForm, matchForm } from './form.ts';
import { isPlaceholder } from './placeholder.ts';
import { wordShare } from './randomness.ts';
import { judgeValue } from './secret-value.ts';
import { VENDOR_NAMES } from './vendor-names.ts';

export interface Assigned {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
}

/**
 * Reads outward from an `=` or `:` at `operator`: the name before it, the value after it. Returns the value's span when the name is
 * credential-like and the value is no placeholder, reference or word. At most 120 characters before and 2,100 after are read.
 */
export const readAssignment = (text: string, operator: number): Assigned | undefined => {
  const name = nameBefore(text, operator);
  if (!name || (!name.kind && name.plain !== 'sig' && !VENDOR_ENDS.test(name.plain))) return undefined;
  const value = valueAfter(text, operator, name.start);
  if (!value) return undefined;
  const written = text.slice(value.start, value.end);
  const vendor = vendorType(name.plain, name.before, written);
  if (vendor !== undefined && !isPlaceholder(written)) return { ...value, type: vendor, score: 0.9 };
  if (name.plain === 'sig' && SAS_SIGNATURE.test(written))
    return { ...value, type: 'AZURE_SAS_SIGNATURE', score: 0.85 };
  const kind = name.kind;
  if (!kind) return undefined;
  const score = judgeValue(written, kind, value.writing);
  if (score < 0.3) return undefined;
  return { ...value, type: kind === 'password' ? 'PASSWORD' : 'GENERIC_SECRET', score };
};

/** A shared access signature is the base64 of 32 bytes, percent-encoded in the URL. */
const SAS_SIGNATURE = /^[A-Za-z0-9%+/]{43,61}(?:%3D|=)$/i;

interface Name {
  readonly start: number;
  readonly plain: string;
  readonly before: string;
  readonly kind: NameClass | undefined;
}

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46 ||
  code > 0xbf;

const startOfName = (text: string, end: number): number => {
  const lowest = Math.max(0, end - 64);
  let i = end;
  while (i > lowest && isNameCode(text.charCodeAt(i - 1))) i--;
  return i;
};

/** g, r, t, s, y: the last letters of TYPES. */
const isTypeEnd = (code: number): boolean =>
  code === 103 || code === 114 || code === 116 || code === 115 || code === 121;

const TYPES = new Set(['string', 'str', 'String', 'text', 'char', 'bytes', 'Any', 'any']);

const nameBefore = (text: string, operator: number): Name | undefined => {
  let end = operator;
  const before = text.charCodeAt(end - 1);
  if (before === 58 || before === 63 || before === 43) end--;
  while (end > 0 && operator - end < 6 && isSpaceCode(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end - 1) === 93) end--;
  if (isQuoteCode(text.charCodeAt(end - 1))) {
    end--;
    while (text.charCodeAt(end - 1) === 92) end--;
  }
  let start = -1;
  if (isTypeEnd(text.charCodeAt(end - 1))) {
    start = startOfName(text, end);
    if (end - start <= 6 && TYPES.has(text.slice(start, end))) {
      let colon = start;
      while (colon > 0 && isSpaceCode(text.charCodeAt(colon - 1))) colon--;
      if (text.charCodeAt(colon - 1) !== 58) return undefined;
      end = colon - 1;
      if (text.charCodeAt(end - 1) === 63) end--;
      start = -1;
    }
  }
  if (!mayEndName(text.charCodeAt(end - 2), text.charCodeAt(end - 1))) return undefined;
  if (start < 0) start = startOfName(text, end);
  if (start === end) return undefined;
  // `arn:aws:secretsmanager:region:account:secret:name`: a path, not a name and its value.
  if (text.charCodeAt(start - 1) === 58 && text.charCodeAt(operator) === 58) return undefined;
  const plain = plainName(text.slice(start, end));
  // A short name may owe its meaning to the word before it (`API key:`); a long one has its own.
  const previous =
    plain.length <= 12 && isSpaceCode(text.charCodeAt(start - 1))
      ? plainName(text.slice(startOfName(text, start - 1), start - 1))
      : '';
  return { start, plain, before: previous, kind: classifyName(plain, previous) };
};

const VENDORS = VENDOR_NAMES.flatMap(({ type, words, forms }) =>
  forms.map((form) => ({ type, words, form: compileForm(form) })),
);

/** What a name that holds a vendor's word ends with, for its value to be a vendor's. */
const VENDOR_ENDS = /(?:key|token|secret|pass|password|auth|pat|credentials?|dsn|api)$/;

/** The type of the vendor whose word the name holds and whose shape the value has. */
const vendorType = (plain: string, before: string, value: string): string | undefined => {
  if (value.length < 10 || value.length > 2048 || (!/\d/.test(value) && wordShare(value) > 0.3)) return undefined;
  if (!VENDOR_ENDS.test(plain)) return undefined;
  const name = before + plain;
  return VENDORS.find(
    ({ words, form }) => words.some((word) => name.includes(word)) && matchForm(form, value, 0) === value.length,
  )?.type;
};
