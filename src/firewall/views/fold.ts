import { confusableOf, mixedWordReader } from './confusables.ts';
import type { Edit } from './layer.ts';

/**
 * Characters that look like, or hide between, plain ones: what is invisible goes (Unicode's Default_Ignorable_Code_Point, control characters),
 * compatibility forms become plain (NFKC, Unicode Annex 15), any decimal digit (general category Nd) becomes ASCII, spaces and
 * hyphens become ' ' and '-', and Cyrillic, Greek and other look-alikes become Latin inside words that mix scripts.
 */
export function foldEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  const inMixedWord = mixedWordReader(text);
  FOLDED.lastIndex = 0;
  for (let match = FOLDED.exec(text); match !== null; match = FOLDED.exec(text)) {
    const start = match.index;
    const from = match[0];
    const to = plainForm(from) ?? inPlace(text, start, from, inMixedWord);
    if (to !== from) edits.push({ start, end: start + from.length, text: to });
  }
  return edits;
}

/** Nothing is seen of control characters, nor of what tells a terminal its colours (ECMA-48, control sequences). */
const CONTROL = '(?:\\u001b\\[[0-?]{0,32}[ -/]{0,4}[@-~]|[\\0-\\u0008\\u000e-\\u001b\\u007f-\\u0084\\u0086-\\u009f])';
const IGNORABLE = '\\p{DI}';
const MARKED = '[A-Za-z0-9@]\\p{M}+';
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000';
const HYPHENS = '\\u2010-\\u2015\\u2043\\u2212\\u2e3a\\u2e3b';
const DOTS = '\\u00b7\\u2022\\u2024\\u2027\\u2219\\u22c5\\u30fb\\u3002\\uff61';
const SLASHES = '\\u2044\\u2215\\u2236\\ua789';
/** Blocks whose characters have plain compatibility forms: super- and subscripts, letterlike, enclosed, small, full width. */
const COMPATIBLE =
  '\\u00b2\\u00b3\\u00b9\\u02b0-\\u02b8\\u02e0-\\u02e4\\u1d2c-\\u1d6a\\u2070-\\u209c\\u2100-\\u218b\\u2460-\\u24ff' +
  '\\u2776-\\u2793\\u3200-\\u33ff\\ufb00-\\ufb06\\ufe50-\\ufe6b\\uff01-\\uff5e\\uffe0-\\uffe6\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f1ff}';
/** Digits that are not ASCII, and letters that `confusables.ts` knows. */
const LOOKALIKE =
  '(?=\\p{Nd})[^0-9]|[\\u0131\\u0138\\u01c0\\u0251\\u0261\\u0269\\u026a\\u0274\\u0280\\u0299\\u029c\\u029f\\u0370-\\u03ff\\u0400-\\u052f\\u0531-\\u0587\\u13a0-\\u13f4\\u1d00-\\u1d22\\ua730-\\ua731]';

const FOLDED = new RegExp(
  `${CONTROL}+|${MARKED}|${IGNORABLE}+|[${SPACES}${HYPHENS}${DOTS}${SLASHES}${COMPATIBLE}]|${LOOKALIKE}`,
  'gu',
);

const IGNORABLE_ONLY = new RegExp(`^(?:${IGNORABLE}|${CONTROL})+$`, 'u');
const MARKED_ONLY = new RegExp(`^${MARKED}$`, 'u');
const SPACE = new RegExp(`[${SPACES}]`, 'u');
const HYPHEN = new RegExp(`[${HYPHENS}]`, 'u');
const DOT = new RegExp(`[${DOTS}]`, 'u');
const SLASH = new RegExp(`[${SLASHES}]`, 'u');
const DIGIT = /^\p{Nd}$/u;
const MARKS = /\p{M}+/gu;

/** Forms that do not depend on what stands around; at most as many as Unicode has characters here, in practice a few. */
const KNOWN_FORMS = new Map<string, string | null>();
const MOST_FORMS = 20_000;

/** What a match always reads as, or null where its neighbours decide. */
function plainForm(from: string): string | null {
  const known = KNOWN_FORMS.get(from);
  if (known !== undefined) return known;
  const form = findPlainForm(from);
  if (from.length <= 4 && KNOWN_FORMS.size < MOST_FORMS) KNOWN_FORMS.set(from, form);
  return form;
}

function findPlainForm(from: string): string | null {
  if (IGNORABLE_ONLY.test(from)) return '';
  if (from.charCodeAt(0) < 0x80) return MARKED_ONLY.test(from) ? from.normalize('NFC').replace(MARKS, '') : from;
  if (SPACE.test(from)) return ' ';
  if (HYPHEN.test(from)) return from < '\u2012' ? '-' : null;
  if (DOT.test(from)) return null;
  if (SLASH.test(from)) return from === '\u2236' || from === '\ua789' ? ':' : '/';
  const plain = from.normalize('NFKC');
  if (plain !== from && PLAIN.test(plain)) return plain;
  if (DIGIT.test(from)) return String(digitValue(from.codePointAt(0) ?? 0));
  return enclosed(from.codePointAt(0) ?? 0);
}

function inPlace(text: string, at: number, from: string, inMixedWord: (at: number) => boolean): string {
  if (HYPHEN.test(from)) return besideDigit(text, at) ? '-' : from;
  if (DOT.test(from)) return insideToken(text, at) ? '.' : from;
  const letter = confusableOf(from);
  return letter !== undefined && inMixedWord(at) ? letter : from;
}

const PLAIN = /^[\x20-\x7e\u00c0-\u024f]+$/;

/** An en or em dash is punctuation in prose; between digits it is a hyphen. */
const besideDigit = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1));

const insideToken = (text: string, at: number): boolean =>
  isTokenUnit(text.charCodeAt(at - 1)) && isTokenUnit(text.charCodeAt(at + 1));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** ASCII, full width or, as half of a surrogate pair, mathematical. */
const isTokenUnit = (unit: number): boolean =>
  isAlphanumeric(unit) || (unit >= 0xff10 && unit <= 0xff5a) || (unit >= 0xd800 && unit <= 0xdfff);
const isAlphanumeric = (unit: number): boolean =>
  isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** Unicode's decimal digits stand in tens that begin at xxx0 or xxx6 (chapter 4.6 keeps each ten contiguous). */
function digitValue(point: number): number {
  const row = point & ~0xf;
  return DIGIT.test(String.fromCodePoint(row)) ? point - row : point - row - 6;
}

/** Dingbat digits, and letters in squares, circles and flags, have no compatibility form. */
function enclosed(point: number): string | null {
  if (point >= 0x2776 && point <= 0x2793) return String(((point - 0x2776) % 10) + 1);
  if (point >= 0x24eb && point <= 0x24f4) return String(point - 0x24eb + 11);
  if (point >= 0x24f5 && point <= 0x24fe) return String(point - 0x24f5 + 1);
  if (point === 0x24ff) return '0';
  for (const first of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (point >= first && point < first + 26) return String.fromCharCode(0x41 + point - first);
  }
  return null;
}
