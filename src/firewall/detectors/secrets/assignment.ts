import { isSpaceCode } from './charset.ts';
import { classifyName, type NameClass, plainName } from './credential-name.ts';
import { compileForm, matchForm } from './form.ts';
import { isPlaceholder } from './placeholder.ts';
import { judgeValue, type Writing } from './secret-value.ts';
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
  if (!name) return undefined;
  const value = valueAfter(text, operator, name.start);
  if (!value) return undefined;
  const written = text.slice(value.start, value.end);
  const vendor = vendorType(name.plain, name.before, written);
  if (vendor !== undefined && !isPlaceholder(written)) return { ...value, type: vendor, score: 0.9 };
  const kind = name.kind;
  if (!kind) return undefined;
  const score = judgeValue(written, kind, value.writing);
  if (score < 0.3) return undefined;
  return { ...value, type: kind === 'password' ? 'PASSWORD' : 'GENERIC_SECRET', score };
};

interface Name {
  readonly start: number;
  readonly plain: string;
  readonly before: string;
  readonly kind: NameClass | undefined;
}

/** Last letters of names worth reading: passworD, secreT, keY, tokeN, pasS, autH, credentialS, passphrasE, senhA, p(a)ssW ... and digits. */
const LAST = new Uint8Array(128);
for (const letter of 'dtynshewaprlkuogi0123456789') {
  LAST[letter.charCodeAt(0)] = 1;
  LAST[letter.toUpperCase().charCodeAt(0)] = 1;
}

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46 ||
  code > 0xbf;

const isQuoteCode = (code: number): boolean => code === 34 || code === 39 || code === 96;

const startOfName = (text: string, end: number): number => {
  const lowest = Math.max(0, end - 64);
  let i = end;
  while (i > lowest && isNameCode(text.charCodeAt(i - 1))) i--;
  return i;
};

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
  const last = text.charCodeAt(end - 1);
  if (last < 128 && LAST[last] !== 1) return undefined;
  let start = startOfName(text, end);
  if (start === end) return undefined;
  if (end - start <= 6 && TYPES.has(text.slice(start, end))) {
    let colon = start;
    while (colon > 0 && isSpaceCode(text.charCodeAt(colon - 1))) colon--;
    if (text.charCodeAt(colon - 1) !== 58) return undefined;
    end = colon - 1;
    if (text.charCodeAt(end - 1) === 63) end--;
    start = startOfName(text, end);
    if (start === end) return undefined;
  }
  const plain = plainName(text.slice(start, end));
  let previous = '';
  if (isSpaceCode(text.charCodeAt(start - 1)))
    previous = plainName(text.slice(startOfName(text, start - 1), start - 1));
  return { start, plain, before: previous, kind: classifyName(plain, previous) };
};

interface Value {
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

const LONGEST = 2100;

const valueAfter = (text: string, operator: number, nameStart: number): Value | undefined => {
  let at = operator + 1;
  const next = text.charCodeAt(at);
  if (next === 61 || next === 58 || (next === 62 && text.charCodeAt(operator) !== 61)) return undefined;
  if (next === 62) at++;
  if (text.charCodeAt(operator) === 58 && next === 61) at++;
  const limit = Math.min(text.length, at + LONGEST);
  while (at < limit && at - operator < 12 && isSpaceCode(text.charCodeAt(at))) at++;
  const quote = quoteAt(text, at);
  if (quote) {
    const end = closingQuote(text, quote, limit);
    return end > quote.start ? { start: quote.start, end, writing: 'quoted' } : undefined;
  }
  return bareValue(text, at, limit, nameStart);
};

interface Quote {
  readonly start: number;
  readonly mark: number;
  readonly escapes: number;
}

/** An opening quote at `at`, after one letter (`b"`, `r'`, `@"`) and any backslashes. */
const quoteAt = (text: string, at: number): Quote | undefined => {
  let i = at;
  if (isQuoteCode(text.charCodeAt(i + 1)) && 'bBrRfFuUL@$'.includes(text.charAt(i) || '-')) i++;
  const first = i;
  while (text.charCodeAt(i) === 92 && i - first < 4) i++;
  const mark = text.charCodeAt(i);
  return isQuoteCode(mark) ? { start: i + 1, mark, escapes: i - first } : undefined;
};

const closingQuote = (text: string, quote: Quote, limit: number): number => {
  for (let i = quote.start; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return -1;
    if (code === quote.mark) {
      let slashes = 0;
      while (i - slashes > quote.start && text.charCodeAt(i - slashes - 1) === 92) slashes++;
      if (slashes <= quote.escapes) return i - slashes;
    }
  }
  return -1;
};

const LINE_START =
  /^[ \t]*(?:#[ \t]*|\/\/[ \t]*|[-*][ \t]+|\d{1,3}[.)][ \t]+)?(?:export[ \t]+|set[ \t]+|ENV[ \t]+|ARG[ \t]+|-e[ \t]+|--env[ \t]+|\$env:|declare -x[ \t]+|SET[ \t]+)?["']?[\w .-]{0,24}$/;

const bareValue = (text: string, at: number, limit: number, nameStart: number): Value | undefined => {
  let end = at;
  while (end < limit && !isBareEnd(text.charCodeAt(end))) end++;
  if (end === at || end === limit) {
    if (end !== text.length || end === at) return undefined;
  }
  const lineStart = text.lastIndexOf('\n', nameStart - 1) + 1;
  let after = end;
  while (after < text.length && isSpaceCode(text.charCodeAt(after))) after++;
  const stop = text.charCodeAt(after);
  const atEnd = after >= text.length || stop === 10 || stop === 13 || (stop === 35 && after > end);
  if (atEnd && nameStart - lineStart <= 40 && LINE_START.test(text.slice(lineStart, nameStart))) {
    return { start: at, end: trimBare(text, at, end), writing: 'line' };
  }
  end = at;
  while (end < limit && !isBareEnd(text.charCodeAt(end)) && !',;&|()'.includes(text.charAt(end))) end++;
  if ('([{'.includes(text.charAt(end) || '-')) return undefined;
  return { start: at, end: trimBare(text, at, end), writing: 'bare' };
};

/** White space, quotes, angle brackets and control characters end a value without quotes. */
const isBareEnd = (code: number): boolean =>
  code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || code === 0xa0;

const trimBare = (text: string, start: number, end: number): number => {
  let e = end;
  while (e > start && ',;.)]}'.includes(text.charAt(e - 1))) e--;
  return e;
};

const VENDORS = VENDOR_NAMES.flatMap(({ type, words, forms }) =>
  forms.map((form) => ({ type, words, form: compileForm(form) })),
);

/** The type of the vendor whose word the name holds and whose shape the value has. */
const vendorType = (plain: string, before: string, value: string): string | undefined => {
  if (value.length < 16 || value.length > 2048 || !/\d/.test(value)) return undefined;
  if (!/(?:key|token|secret|pass|password|auth|pat|id|credential|credentials|dsn|api)$/.test(plain)) return undefined;
  const name = before + plain;
  return VENDORS.find(
    ({ words, form }) => words.some((word) => name.includes(word)) && matchForm(form, value, 0) === value.length,
  )?.type;
};
