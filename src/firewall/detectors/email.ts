import type { Detector, Report, TypeEntry } from './detector.ts';
import { digitsEnd, isAlnum, isDigit } from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'EMAIL',
    kind: 'EMAIL',
    title: 'E-mail address',
    source: 'RFC 5322 section 3.4.1; internationalised addresses: RFC 6531; lengths: RFC 5321 section 4.5.3.1',
  },
];

const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
// The Latin blocks of Unicode end here.
const LATIN_END = 0x250;

/** E-mail addresses, looked for outward from each `@`. */
export const emailDetector: Detector = {
  name: 'email',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report): void {
    let floor = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const start = localStart(text, at, floor);
      if (start === at) continue;
      const end = domainEnd(text, at + 1);
      if (end < 0) continue;
      const wrapped = text.charCodeAt(start) === 95 && text.charCodeAt(end) === 95 ? 1 : 0;
      const score = addressScore(text, start + wrapped, at, end);
      if (score < 0.3) continue;
      report(start + wrapped, end, 'EMAIL', 'EMAIL', score);
      floor = end;
    }
  },
};

/** First character of the local part that ends before `at`; `at` itself when there is none. */
function localStart(text: string, at: number, floor: number): number {
  if (text.charCodeAt(at - 1) === 34) return quotedStart(text, at, floor);
  const low = Math.max(floor, at - MAX_LOCAL);
  // `邮箱jane@host`: an address in Latin letters ends where another script begins.
  const latin = text.charCodeAt(at - 1) < LATIN_END;
  let index = at;
  while (index > low && isLocalCode(text.charCodeAt(index - 1), latin)) index--;
  // More of a word than an address may hold: a long token with an @ in it.
  if (index === low && low > floor && isLocalCode(text.charCodeAt(index - 1), latin)) return at;
  while (index < at && !opensLocal(text.charCodeAt(index))) index++;
  if (text.charCodeAt(at - 1) === 46 || isFormatMark(text, index, at)) return at;
  return afterEscape(text, index, at);
}

/** `"john doe"@host`: from the quote that opens. */
function quotedStart(text: string, at: number, floor: number): number {
  const low = Math.max(floor, at - MAX_LOCAL - 2);
  for (let index = at - 2; index >= low; index--) {
    const code = text.charCodeAt(index);
    if (code === 34 && text.charCodeAt(index - 1) !== 92) return at - index > 2 ? index : at;
    if (code < 32) return at;
  }
  return at;
}

/** In source text `\njane@host` is a newline and an address, and `u003cjane@host` an opened bracket. */
function afterEscape(text: string, start: number, at: number): number {
  if (text.charCodeAt(start - 1) !== 92) return start;
  const code = text.charCodeAt(start);
  if (code === 117 && at - start > 5) return start + 5;
  return (code === 110 || code === 116 || code === 114) && at - start > 1 ? start + 1 : start;
}

/** `%s@host` in a template. */
function isFormatMark(text: string, start: number, at: number): boolean {
  return at - start === 1 && text.charCodeAt(start - 1) === 37;
}

/** RFC 5322 atext and the dot, RFC 6531's letters; of the marks only those that addresses in use hold. */
function isLocalCode(code: number, latin: boolean): boolean {
  if (isAlnum(code)) return true;
  // ! # $ % & ' * + - . / = ? ^ _ ` { | } ~ are atext: the brackets, quotes and operators among them are read as punctuation.
  if (code === 46 || code === 95 || code === 45 || code === 43 || code === 37 || code === 39) return true;
  if (code === 33 || code === 35 || code === 36 || code === 38 || code === 126) return true;
  return code >= 0xc0 && isAddressLetter(code) && (!latin || code < LATIN_END);
}

function opensLocal(code: number): boolean {
  return isAlnum(code) || code === 95 || (code >= 0xc0 && isAddressLetter(code));
}

function isAddressLetter(code: number): boolean {
  if (code >= 0x2000 && code <= 0x2e7f) return false;
  if (code >= 0x3000 && code <= 0x303f) return false;
  return code < 0xff00 && !(code >= 0xd800 && code <= 0xf8ff) && code !== 0xd7 && code !== 0xf7;
}

/** End of a host name of at least two labels, or of an address literal in brackets; -1 when there is none. */
function domainEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === 91) return literalEnd(text, start);
  const latin = text.charCodeAt(start) < LATIN_END;
  const limit = Math.min(text.length, start + MAX_DOMAIN);
  let index = start;
  let labelStart = start;
  let end = -1;
  while (index < limit) {
    while (index < limit && isLabelCode(text.charCodeAt(index), latin)) index++;
    let labelEnd = index;
    while (labelEnd > labelStart && isLabelMark(text.charCodeAt(labelEnd - 1))) labelEnd--;
    if (labelEnd === labelStart || text.charCodeAt(labelStart) === 45 || labelEnd - labelStart > 63) break;
    if (labelStart > start && isTopLevel(text, labelStart, labelEnd) && !(end > 0 && opensSentence(text, labelStart))) {
      end = labelEnd;
    }
    if (labelEnd !== index || text.charCodeAt(index) !== 46 || isVersionDot(text, labelStart, index)) break;
    labelStart = ++index;
  }
  return end;
}

/** `pkg@1.2.3-beta.next`, `tool@v2.0`: two labels of a number are a version. */
function isVersionDot(text: string, labelStart: number, dot: number): boolean {
  const first = text.charCodeAt(labelStart) === 118 ? labelStart + 1 : labelStart;
  return first < dot && digitsEnd(text, first) === dot && isDigit(text.charCodeAt(dot + 1));
}

/** A capital behind a small letter and a dot begins the next sentence, its blank forgotten. */
function opensSentence(text: string, labelStart: number): boolean {
  const code = text.charCodeAt(labelStart);
  const before = text.charCodeAt(labelStart - 2);
  return code >= 65 && code <= 90 && before >= 97 && before <= 122;
}

/** RFC 5321 section 4.1.3: an address literal in square brackets. */
function literalEnd(text: string, start: number): number {
  let index = start + 1;
  while (index - start < 48 && (isAlnum(text.charCodeAt(index)) || [46, 58].includes(text.charCodeAt(index)))) index++;
  return text.charCodeAt(index) === 93 && index - start > 7 && /[.:]/.test(text.slice(start, index)) ? index + 1 : -1;
}

function isLabelCode(code: number, latin: boolean): boolean {
  if (isAlnum(code) || isLabelMark(code)) return true;
  return code >= 0xc0 && isAddressLetter(code) && (!latin || code < LATIN_END);
}

function isLabelMark(code: number): boolean {
  return code === 45 || code === 95;
}

/** Letters only, or an A-label: a last label with a digit is a version or a file, not a domain. RFC 3696 section 2. */
function isTopLevel(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  if (text.startsWith('xn--', start)) return end - start > 5;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (isDigit(code) || code === 45 || code === 95) return false;
  }
  return end - start <= 24;
}

// Accounts of machines and teams that hold no one's name; the address of a list or a version control service.
const SERVICE = new Set([
  'git',
  'hg',
  'svn',
  'ssh',
  'noreply',
  'no-reply',
  'donotreply',
  'do-not-reply',
  'mailer-daemon',
]);

// Endings that are file names, units and archives far more often than top-level domains in use after an `@`.
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif svg webp ico bmp avif css scss less js mjs cjs ts tsx jsx json map html htm php txt xml yml yaml woff woff2 ttf pdf lock service socket timer target mount slice tgz gz tar whl deb rpm jar exe dll'.split(
    ' ',
  ),
);

const COMMON_TOP_LEVEL = new Set(
  'com net org edu gov info biz io co de fr es it nl uk pt pl se no dk eu ch at be'.split(' '),
);

function addressScore(text: string, start: number, at: number, end: number): number {
  const local = text.slice(start, at).toLowerCase();
  const lastDot = text.lastIndexOf('.', end - 1);
  const ending = lastDot > at ? text.slice(lastDot + 1, end).toLowerCase() : '';
  if (SERVICE.has(local) || local.includes('noreply') || local.includes('no-reply')) return 0.3;
  if (FILE_ENDINGS.has(ending)) return 0;
  // A call behind the member: a matrix product in Python, not a host.
  if (text.charCodeAt(end) === 40 && !COMMON_TOP_LEVEL.has(ending)) return 0;
  const place = placeInUrl(text, start);
  if (place === 'path') return isAddressInPath(text, start, at, ending) ? 0.6 : 0.2;
  // `scheme://user@host` is the business of the detectors of credentials.
  return place === 'user' ? 0.45 : 0.95;
}

/** An address that a path ends with, unlike a handle behind `/@` or the version of a package behind its name. */
function isAddressInPath(text: string, start: number, at: number, ending: string): boolean {
  if (text.charCodeAt(start - 1) !== 47) return false;
  return COMMON_TOP_LEVEL.has(ending) || !/\d/.test(text.slice(at, at + 64).split(/[\s/?#]/, 1)[0] ?? '');
}

/** Whether the address stands in a URL as user information or in its path (`https://host/@name.surname`); a query is not looked at. */
function placeInUrl(text: string, start: number): 'user' | 'path' | 'none' {
  const before = text.charCodeAt(start - 1);
  if (before !== 47 && before !== 58 && before !== 64) return 'none';
  const low = Math.max(0, start - 200);
  let slashes = 0;
  for (let index = start - 1; index > low + 1; index--) {
    const code = text.charCodeAt(index);
    if (code <= 32 || code === 34 || code === 39 || code === 60 || code === 63 || code === 61) return 'none';
    if (code !== 47) continue;
    if (text.charCodeAt(index - 1) === 47 && text.charCodeAt(index - 2) === 58) return slashes === 0 ? 'user' : 'path';
    slashes++;
  }
  return 'none';
}
