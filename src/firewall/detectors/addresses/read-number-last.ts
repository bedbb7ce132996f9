/** Streets before their number, as in German, Spanish, Polish, Russian .... */
import { CAPITAL, isDigit, isLetter, type Street } from './street.ts';
import {
  NAME_TYPE_NUMBER,
  NOT_STREETS,
  PLAIN_ENDINGS,
  SHARED_TYPES,
  STRONG_ENDINGS,
  SURE_TYPES,
} from './street-types.ts';
import { readUntypedBefore } from './untyped-street.ts';

const wordsOf = (alternation: string): string[] => alternation.replaceAll('\\', '').replaceAll('?', '').split('|');
const SHARED_WORDS: ReadonlySet<string> = new Set(wordsOf(SHARED_TYPES));
const STRONG_END = new RegExp(`(?:${STRONG_ENDINGS})$`, 'iu');
const PLAIN_END = new RegExp(`[\\p{L}-]{3}(?:${PLAIN_ENDINGS})$`, 'iu');
const TYPE_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_/.@-])(?:(${SURE_TYPES}|${SHARED_TYPES})(?: |(?<=[./])))((?:(?:d[eiao]|del|della|delle|dei|degli|da|das|dos|la|las|los|el|do|lo|l['’]|d['’]|dell['’]|y|e|i|św\\.|płk\\.|gen\\.|ks\\.|им\\.|du|des|le|les|de) ?){0,3}(?:\\p{Lu}|\\d{1,2}(?: de | \\p{Lu}|-[а-я]))[\\p{L}\\p{M}'’.-]{0,24}(?: (?:(?:d[eiao]|del|della|das|dos|la|las|los|y|e|i|du|des|le|les|sur|und) ){0,2}[\\p{Lu}\\d][\\p{L}\\p{M}'’.-]{0,24}){0,4})$`,
  'u',
);
const NAME_BEFORE_TYPE = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_/.@-])(\\p{Lu}[\\p{L}\\p{M}'’.-]{1,24}(?: (?:(?:der|den|dem|zum|zur|van|de|i) ){0,2}\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}){0,3} (?:${NAME_TYPE_NUMBER}))$`,
  'u',
);
const TYPE_LAST = new RegExp(`^(?:${NAME_TYPE_NUMBER})$`, 'u');
const BETWEEN =
  /(?:,? ?(?:Bloc|bl\.|Bl\.|[Nn]r\.?|[Nn]º|[Nn]o\.?:?|[Nn]°|[Nn]úm\.?|[Nn]\.|[Nn]úmero|#|д\.|дом|буд\.|č\.|č\.p\.|čp\.|nº|N°)|,)? ?$/u;
const STRASSE_PARTS =
  /(?:^|[^\p{L}])((?:(?:An der|Am|In der|Im|Zum|Zur|Alte|Neue|Untere|Obere|Kleine|Große|Lange|Van|De|van|van der|van den|van de|Unter|Unterer|Oberer|St\.|Sankt) ){1,2})$/u;

/**
 * Reads the street by looking back from the number at most 90 characters in its line.
 * @param numberEnd after the house number with its letter and range
 */
export function readNumberLast(text: string, numberStart: number, numberEnd: number): Street | undefined {
  return followsPlainWord(text, numberStart) ? undefined : readBeforeNumber(text, numberStart, numberEnd);
}

/** The same by the patterns alone. */
export function readBeforeNumber(text: string, numberStart: number, numberEnd: number): Street | undefined {
  if (!worthReading(text, numberStart)) return readUntypedBefore(text, numberStart, numberEnd);
  const window = text.slice(Math.max(0, numberStart - 90), numberStart);
  const line = window.slice(window.lastIndexOf('\n') + 1);
  const between = BETWEEN.exec(line)?.[0] ?? '';
  if (between === '' || between === undefined) return undefined;
  const before = line.slice(0, line.length - between.length);
  const word = /[\p{L}\p{M}'’.-]{2,30}$/u.exec(before)?.[0];
  if (word === undefined || !(CAPITAL.test(word) || TYPE_LAST.test(word))) return undefined;
  const wordStart = numberStart - between.length - word.length;
  const lower = word.toLowerCase();
  const bareWord = lower.replace(/^[.'’-]+|\.$/g, '');
  if (CAPITAL.test(word) && !NOT_STREETS.has(bareWord)) {
    const strong = STRONG_END.test(lower) && bareWord.length >= 6;
    if (strong || PLAIN_END.test(bareWord) || (lower.length > 6 && lower.endsWith('str.'))) {
      const lead = STRASSE_PARTS.exec(before.slice(0, before.length - word.length))?.[1] ?? '';
      const named = NAME_BEFORE_TYPE.exec(before)?.[1];
      const start = named === undefined ? wordStart - lead.length : wordStart + word.length - named.length;
      return {
        start,
        end: numberEnd,
        strength: strong || lower.endsWith('str.') || /(?:weg|platz)$/.test(lower) ? 3 : 1,
      };
    }
  }
  const typed = TYPE_BEFORE.exec(before);
  if (typed !== null) {
    return {
      start: numberStart - between.length - typed[0].length,
      end: numberEnd,
      strength: between.length > 3 ? 3 : SHARED_WORDS.has(typed[1] ?? '') ? 2 : 3,
    };
  }
  const named = NAME_BEFORE_TYPE.exec(before)?.[1];
  if (named !== undefined) {
    return { start: numberStart - between.length - named.length, end: numberEnd, strength: between.length > 3 ? 3 : 2 };
  }
  return readUntypedBefore(text, numberStart, numberEnd);
}

const TYPE_WORDS: ReadonlySet<string> = new Set([
  ...wordsOf(SURE_TYPES),
  ...SHARED_WORDS,
  ...wordsOf(NAME_TYPE_NUMBER),
  'Avda',
  'Pza',
  'Straße',
  'Strasse',
  'straße',
  'strasse',
]);
/** By the first two letters, the last one and the length: most words are told apart without cutting them out. */
const TYPE_MARKS = new Uint8Array(8192);
for (const word of TYPE_WORDS) TYPE_MARKS[markOf(word, 0, word.length)] = 1;

function mayBeType(text: string, from: number, end: number): boolean {
  return TYPE_MARKS[markOf(text, from, end)] === 1;
}

function markOf(text: string, from: number, end: number): number {
  const ends = (text.charCodeAt(from) << 10) ^ (text.charCodeAt(from + 1) << 5) ^ text.charCodeAt(end - 1);
  return (ends ^ ((end - from) << 8) ^ (ends >>> 6)) & 8191;
}

const ENDINGS = `${STRONG_ENDINGS}|${PLAIN_ENDINGS}`.replaceAll('\\', '').split('|');
/** Last two letters of every street ending: one look tells most words apart. */
const LAST_LETTERS: ReadonlySet<string> = new Set(ENDINGS.map((ending) => ending.slice(-2)));

/** Walks back over at most seven words of the line: is one a street type, or the nearest one a word like `Elmstraße`? */
function worthReading(text: string, numberStart: number): boolean {
  let end = numberStart;
  for (let word = 0; word < 8 && end > 0; word++) {
    while (end > 0 && numberStart - end < 90 && isGap(text.charCodeAt(end - 1))) end--;
    let from = end;
    while (from > 0 && end - from < 40 && isStreetChar(text.charCodeAt(from - 1))) from--;
    if (from === end) return false;
    const first = text.charCodeAt(from);
    if (mayBeType(text, from, end) && TYPE_WORDS.has(text.slice(from, end))) return true;
    if (word <= 2 && end - from > 4 && !isSmall(first)) {
      const value = text.slice(from, end);
      if (LAST_LETTERS.has(value.slice(-2).toLowerCase()) && CAPITAL.test(value)) return true;
    }
    end = from;
    if (numberStart - end > 88) return false;
  }
  return false;
}

const LAST_TYPES: ReadonlySet<string> = new Set(wordsOf(NAME_TYPE_NUMBER));

/**
 * Whether the number follows one blank and a word of small ASCII letters that itself follows a blank: `about 6075`. No pattern reads a street there,
 * since the word before a number begins with a capital, is a street type, or (`nr`, `no`, also as an ending) stands between both.
 */
export function followsPlainWord(text: string, numberStart: number): boolean {
  const end = numberStart - 1;
  if (text.charCodeAt(end) !== 32) return false;
  let from = end;
  while (end - from < LONGEST_PLAIN && isSmall(text.charCodeAt(from - 1))) from--;
  if (from === end || text.charCodeAt(from - 1) !== 32) return false;
  const last = text.charCodeAt(end - 1);
  if ((last === 111 || last === 114) && text.charCodeAt(end - 2) === 110) return false;
  return !mayBeType(text, from, end) || !LAST_TYPES.has(text.slice(from, end));
}

const LONGEST_PLAIN = 24;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Blanks, commas, and the signs of `Nº:`, `#`. */
function isGap(code: number): boolean {
  return code === 32 || code === 44 || code === 58 || code === 35;
}

/** Word characters, and the slash of `C/`, which ends its own word. */
function isStreetChar(code: number): boolean {
  return (
    isLetter(code) ||
    isDigit(code) ||
    code === 46 ||
    code === 39 ||
    code === 45 ||
    code === 47 ||
    code === 0xba ||
    code === 0xb0
  );
}
