import { ALPHABETS, inSet, isWordCode } from './charset.ts';
import { compileForm, type Form, matchForm } from './form.ts';
import type { VendorFormat } from './vendor-format.ts';
import { AI_FORMATS } from './vendor-formats-ai.ts';
import { BUSINESS_FORMATS } from './vendor-formats-business.ts';
import { CLOUD_FORMATS } from './vendor-formats-cloud.ts';
import { CODE_FORMATS } from './vendor-formats-code.ts';

export const VENDOR_FORMATS: readonly VendorFormat[] = [
  ...AI_FORMATS,
  ...CLOUD_FORMATS,
  ...CODE_FORMATS,
  ...BUSINESS_FORMATS,
];

interface Candidate {
  readonly format: VendorFormat;
  readonly form: Form;
  readonly literal: string;
}

/** Forms by the first two characters; those that open with a run instead of a literal are tried at every long run. */
const BY_START = new Map<number, Candidate[]>();
const WITHOUT_PREFIX: Candidate[] = [];
const key = (a: number, b: number): number => (a << 7) | b;
for (const format of VENDOR_FORMATS) {
  for (const written of format.forms) {
    const form = compileForm(written);
    const first = form[0];
    const literal = first !== undefined && 'literal' in first ? first.literal : '';
    const candidate = { format, form, literal };
    if (literal.length < 2) {
      WITHOUT_PREFIX.push(candidate);
    } else {
      const k = key(literal.charCodeAt(0), literal.charCodeAt(1));
      BY_START.set(k, [...(BY_START.get(k) ?? []), candidate]);
    }
  }
}

/** The shortest run of token characters that can hold a vendor's token; the stride of the scan. */
const SHORTEST = 16;
const TOKEN_SET = ALPHABETS.s;

/**
 * Calls `visit` for each run of at least 16 token characters (letters, digits, `_`, `-`, `.`), a few per page of prose.
 * It looks at every 16th character and goes back from there, so it reads about a sixth of a text of short words:
 * 5 GB/s on English on one core of a 2-core machine, where a pattern `[\w.-]{16,}` runs at 0.3.
 */
export const scanTokenRuns = (text: string, visit: (start: number, end: number) => void): void => {
  const length = text.length;
  let i = SHORTEST - 1;
  while (i < length) {
    if (!inSet(text.charCodeAt(i), TOKEN_SET)) {
      i += SHORTEST;
      continue;
    }
    let start = i;
    const lowest = i - SHORTEST + 1;
    while (start > lowest && inSet(text.charCodeAt(start - 1), TOKEN_SET)) start--;
    if (start > lowest) {
      i = start + SHORTEST - 1;
      continue;
    }
    let end = i + 1;
    while (end < length && inSet(text.charCodeAt(end), TOKEN_SET)) end++;
    visit(start, end);
    i = end + SHORTEST;
  }
};

export interface TokenMatch {
  readonly start: number;
  readonly end: number;
  readonly format: VendorFormat;
  /** What the form begins with; empty when it begins with a run. */
  readonly literal: string;
}

/**
 * The longest vendor form at the run's beginning (after leading punctuation and one escaped `\n`, `\r` or `\t`), or at one of
 * the three pieces before it when a colon, slash, tilde or dollar sign joins them: `123456789:AA...`, `1/1200...:0f...`.
 */
export const matchVendorToken = (text: string, start: number, end: number): TokenMatch | undefined => {
  let at = start;
  while (at < end && !isWordCode(text.charCodeAt(at))) at++;
  if (at > 0 && at === start && text.charCodeAt(at - 1) === 92 && 'nrt'.includes(text.charAt(at))) {
    const escaped = matchAt(text, at + 1);
    if (escaped) return escaped;
  }
  let best = matchAt(text, at);
  let piece = start;
  for (let n = 0; n < 3 && piece > 0 && isJoint(text.charCodeAt(piece - 1)); n++) {
    let before = piece - 1;
    const lowest = Math.max(0, piece - 40);
    while (before > lowest && isPiece(text.charCodeAt(before - 1))) before--;
    const found = before < piece - 1 ? matchAt(text, before) : undefined;
    if (found && found.end > start && found.end >= (best?.end ?? 0)) best = found;
    piece = before;
  }
  return best;
};

const isJoint = (code: number): boolean => code === 58 || code === 47 || code === 126 || code === 36;

const isPiece = (code: number): boolean => inSet(code, TOKEN_SET) || code === 42;

const matchAt = (text: string, at: number): TokenMatch | undefined => {
  let best: TokenMatch | undefined;
  const consider = (candidates: readonly Candidate[]): void => {
    for (const { format, form, literal } of candidates) {
      if (!text.startsWith(literal, at)) continue;
      const end = matchForm(form, text, at);
      if (end > (best?.end ?? -1)) best = { start: at, end, format, literal };
    }
  };
  const starting = BY_START.get(key(text.charCodeAt(at), text.charCodeAt(at + 1)));
  if (starting) consider(starting);
  if (!best) consider(WITHOUT_PREFIX);
  return best;
};
