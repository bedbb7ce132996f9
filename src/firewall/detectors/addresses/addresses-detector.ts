/**
 * Postal addresses, tier T0. Every address holds a number: digit runs are the anchors, and from each one bounded code
 * looks right as in English, left as in German, or both, then on through unit, town, region, postcode and country.
 */
import type { Detector, Report, TypeEntry } from '../detector.ts';
import { readAsian } from './east-asian-addresses.ts';
import { readLabelled } from './labelled-addresses.ts';
import { readBox, readMilitary } from './postal-boxes.ts';
import { readNumberFirst } from './read-number-first.ts';
import { readNumberLast } from './read-number-last.ts';
import { readTail } from './read-tail.ts';
import { US_STATES } from './regions.ts';
import type { Street } from './street.ts';

const types: readonly TypeEntry[] = [
  {
    type: 'ADDRESS',
    kind: 'ADDRESS',
    title: 'Postal address',
    source: 'USPS Publication 28; Universal Postal Union, postal addressing systems (S42)',
  },
  {
    type: 'PO_BOX',
    kind: 'ADDRESS',
    title: 'Post office box',
    source: 'USPS Publication 28, section 28; national postal operators',
  },
  {
    type: 'MILITARY_ADDRESS',
    kind: 'ADDRESS',
    title: 'US military address (APO, FPO, DPO)',
    source: 'USPS Publication 28, section 238',
  },
  {
    type: 'UK_POSTCODE',
    kind: 'ADDRESS',
    title: 'British postcode',
    source: 'Royal Mail, Programmers Guide to PAF: postcode format',
  },
];

export const addressesDetector: Detector = {
  name: 'addresses',
  tier: 'T0',
  types,
  detect: (text, report) => detect(text, report),
};

/** Digits, colons and equals signs. One class: walked at over 1 GB/s on Bun. */
const ANCHOR = /[0-9:=：]/g;

function detect(text: string, report: Report): void {
  let reported = 0;
  const give = (start: number, end: number, type: string, score: number, whole = true): void => {
    if (score < 0.3 || isPublished(text, start)) return;
    report(start, end, 'ADDRESS', type, Math.min(0.95, score));
    // A labelled value may be read again: the grammar may know a longer span.
    if (whole) reported = Math.max(reported, end);
  };
  const length = text.length;
  ANCHOR.lastIndex = 0;
  while (ANCHOR.test(text)) {
    let at = ANCHOR.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (code > 57) {
      const labelled = readLabelled(text, at);
      if (labelled !== undefined) give(labelled.start, labelled.end, 'ADDRESS', 0.65, false);
      continue;
    }
    const start = at;
    while (at < length && isDigit(text.charCodeAt(at))) at++;
    ANCHOR.lastIndex = at;
    if (start < reported || at - start > 6) continue;
    const found = readAround(text, start, at, reported);
    if (found !== undefined) {
      give(found.start, found.end, found.type, found.score);
      if (found.end > at && found.score >= 0.5) ANCHOR.lastIndex = found.end;
    }
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
}

function readAround(text: string, start: number, end: number, floor: number): Found | undefined {
  const before = start > 0 ? text.charCodeAt(start - 1) : 10;
  const after = end < text.length ? text.charCodeAt(end) : 10;
  if (before >= 0x3000 || after >= 0x3000 || (before === 32 && text.charCodeAt(start - 2) >= 0x3000)) {
    const asian = readAsian(text, start, floor);
    if (asian !== undefined) return { ...asian, type: 'ADDRESS' };
  }
  if (isGlued(before)) return isUpper(before) ? readPostcode(text, start, end) : undefined;
  const boxed = before === 32 || before === 35 || before === 58;
  const box = boxed ? (readMilitary(text, start, end) ?? readBox(text, start, end)) : undefined;
  if (box !== undefined) {
    const tail = readTail(text, box.end);
    return { start: box.start, end: tail.end, type: box.type, score: box.sure ? 0.8 : 0.3 + 0.2 * tail.strength };
  }
  const numberEnd = houseNumberEnd(text, end, after);
  if (numberEnd > 0) {
    const next = text.charCodeAt(numberEnd);
    if (next === 32 || next === 44) {
      const street = end - start <= 6 ? readNumberFirst(text, start, numberEnd) : undefined;
      if (street !== undefined) return scoreStreet(text, street);
    }
    if (before === 32 || before === 46 || before === 35 || before === 58) {
      const street = end - start <= 5 ? readNumberLast(text, start, numberEnd) : undefined;
      if (street !== undefined) return scoreStreet(text, street);
    }
  }
  if (before !== 32) return undefined;
  return end - start === 5 ? readTownStateZip(text, start, end) : undefined;
}

/** Letter, range or fraction that belong to a house number; -1 when the digits are something else (decimal, time, per cent). */
function houseNumberEnd(text: string, end: number, after: number): number {
  if (after === 32 || after === 10 || after === 44 || end >= text.length) return end;
  const past = beginsSuffix(after) ? end + (SUFFIX.exec(text.slice(end, end + 12))?.[0].length ?? 0) : end;
  const next = text.charCodeAt(past);
  if (next === 46 || next === 58 || next === 44) return isDigit(text.charCodeAt(past + 1)) ? -1 : past;
  return isGlued(next) || next === 37 || next === 43 || next === 61 ? -1 : past;
}

const SUFFIX = /^(?:[A-Za-z](?![\p{L}\d_])|[-–/]\d{1,5}[A-Za-z]?(?![\p{L}\d_/-])|[-/][A-Za-z](?![\p{L}\d_])|½)/u;

/** What `SUFFIX` can begin with. */
function beginsSuffix(code: number): boolean {
  return isUpper(code) || (code >= 97 && code <= 122) || code === 45 || code === 47 || code === 0x2013 || code === 0xbd;
}

const STANDS_ALONE = /^(?:$|[,;.)"'\n\r|<\t])/;
/** Three digits or more and no year. */
const LONG_NUMBER = /^(?!(?:19|20)\d\d\D)\d{3}/;
const YEAR_BEFORE =
  /(?:\([cC]\)|©|[Cc]opyright|(?<![\p{L}])(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|January|February|March|April|May|June|July|August|September|October|November|December)) {1,2}$|, $|\d{4} ?[-–] ?$/u;

function scoreStreet(text: string, street: Street): Found | undefined {
  if (
    /^(?:19|20)\d\d(?![\da-z])/.test(text.slice(street.start, street.start + 5)) &&
    YEAR_BEFORE.test(text.slice(Math.max(0, street.start - 12), street.start))
  ) {
    return undefined;
  }
  const start = startOfUnit(text, street.start);
  const abbreviated = text.charCodeAt(street.end) === 46 ? 1 : 0;
  const tail = readTail(text, street.end + abbreviated);
  if (street.strength === 0 && !tail.town) return undefined;
  const end = tail.end > street.end + abbreviated ? tail.end : street.end;
  const town = startOfTown(text, start);
  const strength = tail.strength + (start < street.start ? 1 : 0) + (town < start ? 2 : 0);
  let score = street.strength === 3 ? 0.7 : street.strength === 2 ? 0.45 : 0.3; // strength 0 comes with town and postcode: 0.6 and more
  score += Math.min(0.45, strength * (street.strength === 1 ? 0.15 : 0.12));
  if (
    street.rare === true &&
    STANDS_ALONE.test(text.slice(end, end + 2)) &&
    LONG_NUMBER.test(text.slice(street.start, street.start + 6))
  )
    score += 0.1;
  if (score < 0.62 && hasAddressWord(text, start)) score += 0.3;
  return { start: town, end, type: 'ADDRESS', score };
}

const UNIT_BEFORE =
  /(?<![\p{L}\d])(?:(?:Flat|Apt\.?|Apartment|Unit|Suite|Room|Studio|Shop|Floor|House No\.?|Plot No\.?|Flat No\.?|Door No\.?|No\.?) ?#?[\dA-Z][\dA-Z-]{0,4}(?:,|,? ?\n|,?)[ ]{0,2}|#)$/u;

/** A flat or suite named before the house number. */
function startOfUnit(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 22), start);
  if (!/[\dA-Z#][,\n ]{0,3}$/.test(before)) return start;
  return start - (UNIT_BEFORE.exec(before)?.[0].length ?? 0);
}

const TOWN_BEFORE =
  /(?:\d{6},? {1,2}(?:\p{Lu}\p{L}{2,20}, )?)?(?:(?:г\.|м\.|город|місто|гор\.) ?\p{Lu}[\p{L}-]{2,24}, )$|(?<![\p{L}\d])(?:H-)?\d{4} \p{Lu}\p{L}{2,20}, $/u;

/** Russian, Ukrainian and Hungarian addresses name the town first. */
function startOfTown(text: string, start: number): number {
  if (text.charCodeAt(start - 1) !== 32 || text.charCodeAt(start - 2) !== 44) return start;
  return start - (TOWN_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0);
}

const ADDRESS_WORD =
  /(?<![\p{L}])(?:at|address(?:es)?|addr|lives?|lived|living|located|location|home|house|resid\w{1,8}|ship\w{0,5}|deliver\w{0,3}|mail(?:ed|ing)?|sent|send|moved|move|street|visit|wohn\p{L}{0,5}|adress\p{L}{0,3}|anschrift|domicili\p{L}{0,3}|habite|direcci[oó]n|vivo|vive|abit\p{L}{1,3}|indirizzo|moro|mora|endereço|mieszka\p{L}{0,3}|adres\p{L}{0,2}|bor|bo[rd]|woon\p{L}{0,2}|живу|адрес\p{L}{0,2}|прожива\p{L}{1,4}|lakcím|osoite|apartment|property)(?![\p{L}])[^\n]{0,24}(?:\n[ ]{0,4})?$/iu;

function hasAddressWord(text: string, start: number): boolean {
  return ADDRESS_WORD.test(text.slice(Math.max(0, start - 44), start));
}

const STATES = new Set(US_STATES);
const TOWN_STATE_BEFORE =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’.-]{1,24}(?: \p{Lu}[\p{L}'’.-]{1,24}){0,3}, ([A-Z]{2}),? {1,2}$/u;

/** `Town, ST 12345` without a street still places someone. */
function readTownStateZip(text: string, start: number, end: number): Found | undefined {
  if (!isUpper(text.charCodeAt(start - 2)) && text.charCodeAt(start - 2) !== 44) return undefined;
  const before = TOWN_STATE_BEFORE.exec(text.slice(Math.max(0, start - 70), start));
  if (before === null || !STATES.has(before[1] ?? '')) return undefined;
  const tail = readTail(text, /^-\d{4}(?!\d)/.test(text.slice(end, end + 6)) ? end + 5 : end);
  return { start: start - before[0].length, end: tail.end, type: 'ADDRESS', score: 0.65 };
}

// The letters C I K M O V never stand in the inward part (Royal Mail).
const POSTCODE = /(?:[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPS-UW\d]?|GIR ?0) ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d_-])/uy;
const POSTCODE_WORD =
  /(?:post ?code|postal code|address|live|living|home|area|uk|united kingdom|england|deliver\w*|street|road|london)[^\n]{0,24}$/i;

function readPostcode(text: string, digit: number, end: number): Found | undefined {
  if (end - digit > 2) return undefined;
  const start = isUpper(text.charCodeAt(digit - 2)) ? digit - 2 : digit - 1;
  const before = text.charCodeAt(start - 1);
  if (isGlued(before) || before >= 0xc0) return undefined;
  POSTCODE.lastIndex = start;
  if (!POSTCODE.test(text)) return undefined;
  const known = POSTCODE_WORD.test(text.slice(Math.max(0, start - 48), start));
  return { start, end: POSTCODE.lastIndex, type: 'UK_POSTCODE', score: known ? 0.65 : 0.35 };
}

const PUBLISHER =
  /(?:Free Software|Software Foundation|Creative Commons|Foundation, Inc|Apache Software|Mozilla Foundation)/;

/** The address of a licence's publisher is no one's home. */
function isPublished(text: string, start: number): boolean {
  return PUBLISHER.test(text.slice(Math.max(0, start - 110), start));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Letters and signs that make a digit run part of something else. */
function isGlued(code: number): boolean {
  return (
    isDigit(code) ||
    isUpper(code) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 36 ||
    code === 45 ||
    code === 47 ||
    code === 92 ||
    code === 46 ||
    code === 64 ||
    (code >= 0xa2 && code <= 0xa5) ||
    code === 0x20ac
  );
}
