/**
 * Names in scripts with capitals. Every name begins with a capital letter: the anchor is a capital after a blank, quote,
 * `=` or line start, and what decides is the word, greeting, label or closing formula just before it.
 */
import type { Report } from '../detector.ts';
import { readSlavicOrGreek } from './cyrillic-greek-names.ts';
import { GIVEN_NAMES } from './given-names.ts';
import {
  CLOSINGS,
  FORMAL_GREETINGS,
  GREETING_WORDS,
  LOOSE_LABELS,
  MAIL_HEADERS,
  PHRASES,
  SURE_LABELS,
  TITLES,
} from './name-triggers.ts';
import { type NameSpan, readName } from './read-name.ts';

/** Bits for the scripts seen on the way, so that the uncased readers only run where they can find something. */
export interface ScriptsSeen {
  rtl: boolean;
  indic: boolean;
  han: boolean;
  hangul: boolean;
}

const ANCHOR = /[A-Z\u00c0-\uffff]/g;

export function detectCased(text: string, report: Report): ScriptsSeen {
  const seen: ScriptsSeen = { rtl: false, indic: false, han: false, hangul: false };
  let done = 0;
  ANCHOR.lastIndex = 0;
  // A one-class pattern walks the text two to five times faster than a loop over charCodeAt (measured on Bun).
  while (ANCHOR.test(text)) {
    const at = ANCHOR.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (code >= 0x530) {
      if (code < 0x900) seen.rtl = true;
      else if (code < 0x1000) seen.indic = true;
      else if (code >= 0xac00 && code <= 0xd7a3) seen.hangul = true;
      else if (code >= 0x3041 && code <= 0x9fff) seen.han = true;
      continue;
    }
    if (at < done || (code > 90 && !isCapital(code))) continue;
    const before = at > 0 ? text.charCodeAt(at - 1) : 10;
    const span = before === 32 || before === 0xa0 ? afterBlank(text, at) : afterMark(text, at, before);
    const found = span ?? (code >= 0x370 && !isLetter(before) ? readSlavicOrGreek(text, at) : undefined);
    if (found === undefined) continue;
    report(found.start, found.end, 'PERSON', 'PERSON', found.score);
    if (found.score >= 0.5) {
      done = found.end;
      ANCHOR.lastIndex = Math.max(ANCHOR.lastIndex, found.end);
    }
  }
  return seen;
}

interface Scored {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function afterBlank(text: string, at: number): Scored | undefined {
  const code = text.charCodeAt(at - 2);
  if (isLetter(code)) return afterWord(text, at, at - 1, false);
  if (code === 46) return afterWord(text, at, at - 2, true);
  if (code === 58 || code === 61 || code === 0xff1a) return afterLabel(text, at, at - 2);
  if (code === 44) return afterClosing(text, at, at - 2);
  return code === 32 || code === 9 ? afterAlignedLabel(text, at) : undefined;
}

function afterMark(text: string, at: number, before: number): Scored | undefined {
  if (before === 10) return afterClosing(text, at, at - 1);
  // A title may lack its blank, but a letter, dot and capital are a property in code.
  if (before === 46) return isLetter(text.charCodeAt(at - 3)) ? afterWord(text, at, at - 1, true) : undefined;
  if (before === 58 || before === 61 || before === 9 || before === 0xff1a)
    return before === 9 ? afterAlignedLabel(text, at) : afterLabel(text, at, at - 1);
  if (before === 34 || before === 39 || before === 96) {
    let back = at - 2;
    while (back > at - 5 && text.charCodeAt(back) === 32) back--;
    const mark = text.charCodeAt(back);
    return mark === 58 || mark === 61 ? afterLabel(text, at, back) : undefined;
  }
  if (before === 62) return afterTag(text, at);
  return undefined;
}

/** The word that ends at `end` is a title, the end of a phrase or a greeting. */
function afterWord(text: string, at: number, end: number, dot: boolean): Scored | undefined {
  let from = end;
  while (from > 0 && end - from <= 14 && isTriggerChar(text.charCodeAt(from - 1))) from--;
  if (end - from > 14 || from === end || !mayTrigger(text.charCodeAt(from), text.charCodeAt(end - 1), end - from))
    return undefined;
  const raw = text.slice(from, end);
  const word = raw.toLowerCase();
  const form = TITLES.get(word);
  if (form !== undefined && titleFits(text, from, raw, word, form, dot)) {
    const name = readName(text, at);
    if (name !== undefined && !(isShouted(raw) && !dot && !name.given)) {
      return { start: name.start, end: name.end, score: name.words > 1 || name.given || dot ? 0.85 : 0.7 };
    }
  }
  if (dot) return undefined;
  if (GREETING_WORDS.has(word)) return greeted(text, at, word);
  const phrases = PHRASES.get(word);
  if (phrases === undefined) return undefined;
  const left = text.slice(Math.max(0, end - 30), end).toLowerCase();
  for (const phrase of phrases) {
    if (!left.endsWith(phrase.words)) continue;
    if (isLetter(left.charCodeAt(left.length - phrase.words.length - 1))) continue;
    const name = readName(text, at);
    if (name === undefined) return undefined;
    if (!phrase.loose) return { ...name, score: name.given || name.words > 1 ? 0.85 : 0.7 };
    const score = looseScore(text, name, isCapital(raw.charCodeAt(0)));
    return score > 0 ? { ...name, score } : undefined;
  }
  return undefined;
}

/** First letter, last letter and length of every trigger word: most words are told apart without cutting them out. */
const ENDS = new Uint8Array(16384);
for (const word of [...TITLES.keys(), ...GREETING_WORDS, ...PHRASES.keys()]) {
  const first = word.charCodeAt(0);
  const last = word.charCodeAt(word.length - 1);
  if (first < 128 && last < 128) ENDS[((first & 31) << 9) | ((last & 31) << 4) | (word.length & 15)] = 1;
}

function mayTrigger(first: number, last: number, length: number): boolean {
  return first > 127 || last > 127 || ENDS[((first & 31) << 9) | ((last & 31) << 4) | (length & 15)] === 1;
}

function titleFits(
  text: string,
  from: number,
  raw: string,
  word: string,
  form: 'any' | 'dot' | 'capital',
  dot: boolean,
): boolean {
  const before = from > 0 ? text.charCodeAt(from - 1) : 32;
  if (isLetter(before) || before === 45 || before === 95 || before === 46 || before === 47 || before === 64)
    return false;
  if (form === 'dot' && !dot) return false;
  // A chain of initials holds no `M.` for Monsieur.
  if (word.length === 1 && before === 32 && text.charCodeAt(from - 2) === 46) return false;
  if (
    form === 'dot' &&
    word.length === 1 &&
    text.charCodeAt(from - 1) === 32 &&
    isLetter(text.charCodeAt(from - 2)) &&
    isCapital(raw.charCodeAt(0))
  ) {
    // `John M. Smith`: an initial, unless the word before is lower case.
    return !/\p{Lu}[\p{L}]*$/u.test(text.slice(Math.max(0, from - 20), from - 1));
  }
  if (form !== 'any' && !isCapital(raw.charCodeAt(0)))
    return word === 'dr' || word === 'mr' || word === 'pan' || word === 'pani';
  // After a house number and a name, `Dr` is a drive.
  if (word === 'dr' && !dot) return !/\d [\p{L} .]{2,30}$/u.test(text.slice(Math.max(0, from - 32), from));
  return true;
}

function greeted(text: string, at: number, word: string): Scored | undefined {
  const name = readName(text, at);
  if (name === undefined || name.words > 3) return undefined;
  const next = text.charCodeAt(name.end);
  const closed =
    next === 44 ||
    next === 33 ||
    next === 10 ||
    next === 58 ||
    next === 0x2c ||
    name.end >= text.length ||
    next === 13 ||
    next === 46;
  if (name.given) return { ...name, score: closed ? 0.75 : 0.6 };
  if (!closed || name.capitals) return undefined;
  if (FORMAL_GREETINGS.has(word)) return { ...name, score: 0.65 };
  return { ...name, score: name.words === 2 ? 0.5 : 0.4 };
}

function looseScore(text: string, name: NameSpan, capital: boolean): number {
  if (name.given) return name.words > 1 ? 0.75 : 0.6;
  if (capital || name.words < 2 || name.words > 3 || name.capitals) return 0;
  return /^(?:[,.;!?)\n]|$| (?:and|from|with|und|y|et|e|i)(?![\p{L}]))/u.test(text.slice(name.end, name.end + 6))
    ? 0.5
    : 0.4;
}

/** `Name: X`, `"first_name": "X"`, `lastName=X`; `mark` stands at the colon or equals sign. */
function afterLabel(text: string, at: number, mark: number): Scored | undefined {
  let end = mark;
  while (end > mark - 4 && isKeyQuote(text.charCodeAt(end - 1))) end--;
  let from = end;
  while (from > 0 && end - from <= 30 && isKeyChar(text.charCodeAt(from - 1))) from--;
  if (from === end) return undefined;
  const phrase = text.slice(from, end).trim();
  const key = phrase.toLowerCase().replace(/[\s_.-]/g, '');
  const last = phrase.slice(phrase.lastIndexOf(' ') + 1).toLowerCase();
  const quote = text.charCodeAt(at - 1);
  const quoted = quote === 34 || quote === 39 || quote === 96;
  if (MAIL_HEADERS.has(key))
    return isCapital(phrase.charCodeAt(0)) && lineStarts(text, from) ? headed(text, at) : undefined;
  if (SURE_LABELS.has(key) || (last.length > 4 && SURE_LABELS.has(last))) {
    const name = valueName(text, at, quoted);
    // `first_name: 'X'` without quotes around the key is code, and code holds examples.
    if (quote === 39 && end === mark && name?.words === 1) return { ...name, score: 0.45 };
    if (name !== undefined && (!name.capitals || name.given || name.words > 1))
      return { ...name, score: name.given || name.words > 1 ? 0.85 : 0.65 };
    return undefined;
  }
  if (!LOOSE_LABELS.has(key) && !LOOSE_LABELS.has(last)) return undefined;
  const name = valueName(text, at, quoted);
  if (name === undefined) return undefined;
  // One given name alone is what every code example says.
  if (name.given)
    return { ...name, score: name.words > 1 ? 0.8 : quoted || text.charCodeAt(mark) === 61 ? 0.45 : 0.55 };
  // In code a quoted or `=` name is a product's; on a form's line it is a person's.
  const form = !quoted && text.charCodeAt(mark) !== 61 && isCapital(phrase.charCodeAt(0)) && lineStarts(text, from);
  return form && name.words >= 2 && name.words <= 4 && !name.capitals && endsField(text, name.end)
    ? { ...name, score: 0.6 }
    : undefined;
}

/** A name that fills its value: what follows is the end of the line, field or string. */
function valueName(text: string, at: number, quoted: boolean): NameSpan | undefined {
  const name = readName(text, at) ?? surnameFirst(text, at);
  if (name === undefined) return undefined;
  const next = text.charCodeAt(name.end);
  if (quoted) return next === 34 || next === 39 || next === 96 || next === 44 ? name : undefined;
  const after = text.slice(name.end, name.end + 2);
  return /^(?:$|[\n\r\t,;|)<"'&.\]}/]| {2}| [(<|/–\-\p{L}&•·])/u.test(after) ? name : undefined;
}

function surnameFirst(text: string, at: number): NameSpan | undefined {
  const found = /^\p{Lu}[\p{L}'’-]{1,24}, \p{Lu}[\p{L}'’-]{1,24}(?![\p{L}\d])/u.exec(text.slice(at, at + 54))?.[0];
  return found === undefined
    ? undefined
    : { start: at, end: at + found.length, words: 2, given: false, capitals: false };
}

function endsField(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  return (
    end >= text.length ||
    next === 10 ||
    next === 13 ||
    next === 44 ||
    next === 59 ||
    next === 124 ||
    next === 9 ||
    next === 46
  );
}

function lineStarts(text: string, from: number): boolean {
  let back = from - 1;
  while (back >= 0 && from - back < 8) {
    const code = text.charCodeAt(back);
    if (code === 10) return true;
    if (code !== 32 && code !== 42 && code !== 45 && code !== 9 && code !== 62 && code !== 124)
      return code === 44 || code === 59 || code === 46;
    back--;
  }
  return back < 0;
}

/** `From: <name> <address>`: the address behind it makes it a person's or a list's. */
function headed(text: string, at: number): Scored | undefined {
  const name = readName(text, at);
  if (name === undefined) return undefined;
  const rest = text.slice(name.end, name.end + 3);
  if (/^"? ?[<[(]/.test(rest)) return { ...name, score: name.words > 1 || name.given ? 0.8 : 0.5 };
  return name.given && name.words > 1 && /^(?:$|[\n\r,;])/.test(rest) ? { ...name, score: 0.7 } : undefined;
}

/** Forms and tables align values with several blanks or tabs: `Name      X`. */
function afterAlignedLabel(text: string, at: number): Scored | undefined {
  let back = at - 1;
  while (back > 0 && at - back < 24 && (text.charCodeAt(back) === 32 || text.charCodeAt(back) === 9)) back--;
  const code = text.charCodeAt(back);
  return code === 58 || code === 61 ? afterLabel(text, at, back) : undefined;
}

const TAG = /<([A-Za-z][\w:.-]{1,30})>$/;

function afterTag(text: string, at: number): Scored | undefined {
  const tag = TAG.exec(text.slice(Math.max(0, at - 34), at))?.[1];
  if (tag === undefined) return undefined;
  const key = tag
    .slice(tag.indexOf(':') + 1)
    .toLowerCase()
    .replace(/[_.-]/g, '');
  if (!SURE_LABELS.has(key)) return undefined;
  const name = readName(text, at);
  return name !== undefined && text.startsWith('</', name.end) ? { ...name, score: 0.75 } : undefined;
}

const CLOSING_ENDS = new Uint8Array(128);
for (const formula of CLOSINGS) CLOSING_ENDS[formula.charCodeAt(formula.length - 1) & 127] = 1;

/** `Best regards,\nX` and `Regards, X`; `mark` stands at the comma or line feed. */
function afterClosing(text: string, at: number, mark: number): Scored | undefined {
  let end = mark;
  while (end > 0 && mark - end < 5 && isClosingMark(text.charCodeAt(end - 1))) end--;
  if (CLOSING_ENDS[text.charCodeAt(end - 1) & 127] === 0 && text.charCodeAt(end - 1) < 128) return undefined;
  let from = end;
  while (from > 0 && end - from <= 36 && isClosingChar(text.charCodeAt(from - 1))) from--;
  if (end - from < 3 || end - from > 36) return undefined;
  const formula = text.slice(from, end).trim().toLowerCase();
  if (!CLOSINGS.has(formula)) return undefined;
  const name = readName(text, at);
  if (name === undefined || name.words > 4) return undefined;
  const line = /^(?:$|[\n\r,.]|\\n)/.test(text.slice(name.end, name.end + 2));
  if (!line) return name.given ? { ...name, score: 0.55 } : undefined;
  const sameLine = text.charCodeAt(at - 1) === 32;
  return { ...name, score: name.given ? 0.8 : sameLine ? 0.45 : 0.6 };
}

/** Introductions in lower case: chats do without capitals; only known given names count. */
export function detectLowerCase(text: string, report: Report): void {
  for (let at = text.indexOf('name is '); at >= 0; at = text.indexOf('name is ', at + 8)) {
    const found = /^([a-z]{2,14})(?: (?!and|i|but|from|with|my|the|is|at|in|on|to|so)[a-z]{2,16})?(?![\w-])/.exec(
      text.slice(at + 8, at + 40),
    );
    if (found !== null && GIVEN_NAMES.has(found[1] ?? ''))
      report(at + 8, at + 8 + found[0].length, 'PERSON', 'PERSON', 0.65);
  }
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  );
}

/** Latin with diacritics, Greek and Cyrillic; ASCII is decided before. */
function isCapital(code: number): boolean {
  if (code < 0xc0) return code >= 65 && code <= 90;
  if (code >= 0x410 && code <= 0x42f) return true;
  if (code >= 0x430 && code <= 0x45f) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** Letters, apostrophes, the dot inside `Sig.ra` and the hyphen inside `г-н`. */
function isTriggerChar(code: number): boolean {
  return isLetter(code) || code === 39 || code === 0x2019 || code === 45 || code === 47 || code === 46;
}

function isKeyQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96 || code === 32 || code === 42;
}

function isKeyChar(code: number): boolean {
  return (
    isLetter(code) || code === 32 || code === 95 || code === 45 || code === 39 || code === 0x2bc || code === 0x2019
  );
}

function isClosingMark(code: number): boolean {
  return code === 10 || code === 13 || code === 44 || code === 32 || code === 33;
}

function isClosingChar(code: number): boolean {
  return isLetter(code) || code === 32 || code === 38;
}
