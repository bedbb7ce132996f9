import { isSpaceCode } from './charset.ts';
import { wordShare } from './randomness.ts';
import type { Writing } from './secret-value.ts';

export interface Value {
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

const LONGEST = 2100;
const LONGEST_BARE = 520;

export const isQuoteCode = (code: number): boolean => code === 34 || code === 39 || code === 96;

/** The value after the `=` or `:` at `operator` (also `:=`, `=>`, `:>` no): quoted, or bare up to white space. Undefined for `==`, `::`. */
export const valueAfter = (text: string, operator: number, nameStart: number): Value | undefined => {
  let at = operator + 1;
  const isEquals = text.charCodeAt(operator) === 61;
  const next = text.charCodeAt(at);
  if (next === 58 || (next === 61 && isEquals) || (next === 62 && !isEquals)) return undefined;
  if (next === 62 || next === 61) at++;
  const limit = Math.min(text.length, at + LONGEST);
  const unspaced = at;
  while (at < limit && at - operator < 12 && isSpaceCode(text.charCodeAt(at))) at++;
  const quoted = quotedValue(text, at, limit);
  if (quoted) return quoted.end > quoted.start ? quoted : undefined;
  // `PW0= IE9h`: an equals sign that touches what is before it and not what follows ends base64.
  if (isEquals && at > unspaced && !isSpaceCode(text.charCodeAt(operator - 1))) return undefined;
  return bareValue(text, at, Math.min(limit, at + LONGEST_BARE), nameStart);
};

/** A quoted value at `at`; its end is -1 when the quote is not closed on the line; undefined when no quote stands there. */
export const quotedValue = (text: string, at: number, limit: number): Value | undefined => {
  const quote = quoteAt(text, at);
  return quote ? { start: quote.start, end: closingQuote(text, quote, limit), writing: 'quoted' } : undefined;
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
  /^[ \t]{0,40}(?:#[ \t]{0,4}|\/\/[ \t]{0,4}|[-*][ \t]{1,4}|\d{1,3}[.)][ \t]{1,4})?(?:\$env:|(?:export|set|SET|ENV|ARG|-e|--env|declare -x)[ \t]{1,4})?["']?[\w .-]{0,24}$/;

const CODE_CALL = /^[A-Za-z_$][\w$]{0,60}(?:\??\.[A-Za-z_$][\w$]{0,60}){0,20}(?:\(|\[|\?\.|!\.)/;
const CODE_PATH = /^[A-Za-z_$][\w$]{0,60}(?:\??\.[A-Za-z_$][\w$]{0,60}){1,20}[;,]?$/;

/** Whether bare text is code that yields a value: a call, an index, a path of properties. */
export const isCodePath = (value: string): boolean =>
  CODE_CALL.test(value) || (CODE_PATH.test(value) && (value.length < 24 || wordShare(value) >= 0.4));

const bareValue = (text: string, at: number, limit: number, nameStart: number): Value | undefined => {
  let end = at;
  while (end < limit && !isBareEnd(text.charCodeAt(end))) end++;
  if (end === at || (end === limit && limit < text.length)) return undefined;
  if (isCodePath(text.slice(at, end))) return undefined;
  if (text.charCodeAt(end - 1) !== 59 && (standsAlone(text, nameStart, end) || isVariable(text, nameStart, at))) {
    return { start: at, end: trimBare(text, at, end), writing: 'line' };
  }
  end = at;
  while (end < limit && !isBareEnd(text.charCodeAt(end)) && !',;&|()'.includes(text.charAt(end))) end++;
  if (end === at || '([{'.includes(text.charAt(end) || '-')) return undefined;
  return { start: at, end: trimBare(text, at, end), writing: 'bare' };
};

/** `docker run -e DB_PASSWORD=...`: capitals and an equals sign without blanks are an environment variable wherever they stand. */
const isVariable = (text: string, nameStart: number, at: number): boolean =>
  at - nameStart <= 48 && /^[A-Z][A-Z0-9_]{3,46}=$/.test(text.slice(nameStart, at));

/** Whether name and value are alone on their line, as in `.env`, properties and YAML. */
const standsAlone = (text: string, nameStart: number, valueEnd: number): boolean => {
  let after = valueEnd;
  while (after < text.length && isSpaceCode(text.charCodeAt(after))) after++;
  const stop = text.charCodeAt(after);
  if (after < text.length && stop !== 10 && stop !== 13 && !(stop === 35 && after > valueEnd)) return false;
  const from = Math.max(0, nameStart - 60);
  const before = text.slice(from, nameStart);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.length < before.length || from === 0) && LINE_START.test(line);
};

/** White space, quotes, angle brackets and control characters end a value without quotes; so does what is not ASCII. */
export const isBareEnd = (code: number): boolean =>
  code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || code > 126;

/** The end without closing punctuation. */
export const trimBare = (text: string, start: number, end: number): number => {
  let e = end;
  while (e > start && ',;.)]}'.includes(text.charAt(e - 1))) e--;
  return e;
};
