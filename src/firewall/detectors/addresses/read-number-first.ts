/** Streets after their number, as in English and French. */
import { CAPITAL, isDigit, isLetter, type Street } from './street.ts';
import { COMMON_NOUNS, NUMBER_TYPE_NAME, STREET_TYPES } from './street-types.ts';
import { readUntyped } from './untyped-street.ts';

const WORD = /[\p{L}\p{M}\d][\p{L}\p{M}\d'’-]{0,24}\.?/uy;
const DIRECTION = /^(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\.?$/;
const PARTICLE = /^(?:of|the|de|la|las|los|del|du|des|le|and|y|el|van|von|der|den|da|do|dos|on)$/;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)$/;
const NUMBERED_ROAD =
  /(?:(?:County|State|US|U\.S\.|Farm to Market|Ranch|Old|Township|Forest|Private) )?(?:Highway|Hwy\.?|Road|Rd\.?|Route|Rte\.?|Rt\.?|FM|CR|SR|Interstate|Avenue|Ave) (?:\d{1,4}|[A-Z])(?![\p{L}\d])/uy;
const ONE_WORD_STREET =
  /(?:Broadway|Bowery|Piccadilly|Strand|Kingsway|Embarcadero|Broadwalk|Cheapside|Esplanade|Southgate|Northgate|Eastgate|Westgate)(?![\p{L}])/uy;
const EITHER_CASE = NUMBER_TYPE_NAME.split('|')
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|');
const FOREIGN = new RegExp(
  `(?:(?:bis|ter|quater|[A-D]),? )?(?:${EITHER_CASE})(?:[ ]|(?<=['’]))(?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les|l['’]|aux?|à la|sur|of the|del|della|dei) ?){0,2}(?:[\\p{Lu}\\d][\\p{L}\\p{M}\\d'’.-]{0,24})(?:(?: (?:de|du|des|la|le|les|et|à|sur|en|aux?|d['’])){0,2} ?(?: |['’-])\\p{Lu}[\\p{L}\\p{M}'’-]{0,24}){0,4}`,
  'uy',
);
export const LOWER =
  /[a-z]{2,14}(?: [a-z]{2,14})? (?:street|avenue|road|boulevard|lane|drive|court|st|ave|rd|blvd|ln|dr|parkway|terrace)(?![\p{L}\d])/uy;
/** Words that number and name something else than a street. */
const NOT_A_NAME =
  /^(?:Way|Court|Place|Drive|Page|Error|Line|Chapter|Section|Table|Figure|Version|Step|Steps|Point|Points|Million|Billion|Years?|Days?|Hours?|Minutes?|Seconds?|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Dr|USD|EUR|GBP|KB|MB|GB|TB|Not|Internal|Bad|Found|Unauthorized|Forbidden|OK|Created|No|The|Please|And|But|If|When|It|He|She|I|We|You|They|This|That|In|On|At|For|To|From|Is|Are|Was|Were|An?|More|Items?|Users?|Files?|Bytes?|Tests?|API|HTTP|URL|JSON|XML|CSS|HTML)$/;

/**
 * Reads name and type from the end of the number on.
 * @param numberEnd after the house number and its letter
 */
export function readNumberFirst(text: string, start: number, numberEnd: number): Street | undefined {
  let at = numberEnd;
  if (text.charCodeAt(at) === 44) at++;
  if (text.charCodeAt(at) !== 32) return undefined;
  at++;
  const first = text.charCodeAt(at);
  // Only a letter, or the digit of an ordinal, can begin a street name.
  if (!(first >= 65 && first <= 90) && !(first >= 97 && first <= 122) && first < 0xc0 && !(first >= 48 && first <= 57))
    return undefined;
  if (first <= 57 && !isOrdinal(text, at)) return undefined;
  FOREIGN.lastIndex = at;
  if (maybeForeign(text, at) && FOREIGN.test(text))
    return { start, end: trimDot(text, FOREIGN.lastIndex), strength: 3 };
  if (first >= 97 && first <= 122) return readLowerCase(text, start, at);
  NUMBERED_ROAD.lastIndex = at;
  if (NUMBERED_ROAD.test(text)) return { start, end: NUMBERED_ROAD.lastIndex, strength: 2 };
  ONE_WORD_STREET.lastIndex = at;
  if (ONE_WORD_STREET.test(text)) return { start, end: ONE_WORD_STREET.lastIndex, strength: 1 };
  return readEnglish(text, start, at);
}

function readEnglish(text: string, start: number, from: number): Street | undefined {
  let at = from;
  let end = -1;
  let strength: 0 | 1 | 2 | 3 = 0;
  let rare = false;
  for (let index = 0; index < 7; index++) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    const bare = word.endsWith('.') ? word.slice(0, -1) : word;
    const type = index > 0 ? STREET_TYPES.get(bare.toLowerCase()) : undefined;
    const capital = CAPITAL.test(bare);
    if (type !== undefined && capital) {
      strength = type;
      rare = type === 2 && bare.length > 3 && !COMMON_NOUNS.has(bare.toLowerCase());
      end = at + bare.length;
    } else if (type !== undefined && end < 0 && type >= 2 && bare.length > 3) {
      // `97 Elm loop`: a lower-case type needs a town and postcode.
      return { start, end: at + bare.length, strength: 1 };
    } else if (end >= 0) {
      if (DIRECTION.test(word)) end = at + bare.length;
      break;
    } else if (index === 0 && NOT_A_NAME.test(bare)) return undefined;
    else if (!capital && !ORDINAL.test(bare) && !(index > 0 && PARTICLE.test(bare))) break;
    else if (word.endsWith('.') && bare.length > 3 && !DIRECTION.test(word)) break;
    at += word.length;
    if (text.charCodeAt(at) !== 32) break;
    at++;
  }
  if (end < 0 || strength === 0) return readUntyped(text, start, from);
  return followedByNoun(text, end) ? { start, end, strength: 1 } : { start, end, strength, rare };
}

function readLowerCase(text: string, start: number, at: number): Street | undefined {
  LOWER.lastIndex = at;
  return mayBeLower(text, at) && LOWER.test(text) ? { start, end: LOWER.lastIndex, strength: 1 } : undefined;
}

const LOWER_STARTS = new Uint8Array(1024);
for (const start of ['st', 'av', 'ro', 'bo', 'la', 'dr', 'co', 'rd', 'bl', 'ln', 'pa', 'te'])
  LOWER_STARTS[startOf(start, 0)] = 1;

function startOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

/** Whether the second or third word begins like a street type of `LOWER`. */
export function mayBeLower(text: string, from: number): boolean {
  let at = from;
  for (let word = 0; word < 2; word++) {
    const limit = at + 15;
    while (at < limit && isSmall(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 32) return false;
    at++;
    if (LOWER_STARTS[startOf(text, at)] === 1) return true;
  }
  return false;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

const GOES_ON =
  /^ (?:in|near|and|or|is|was|at|on|to|for|with|by|which|where|since|from|as|has|had|but|because|who|that|between|next|opposite|before|after|until|till|today|tomorrow|yesterday|this|last|every|if|so|when|while|please|off|behind|across|the|a|my|apt|apartment|unit|suite|flat|not|will|would|can|are|were|it|he|she|they|we|you|right|around|outside|only|via|then|instead|there|here|about|also|now|again|cannot|may|do|does|did|have|should|must|until|during|i)(?![\w-])/;

/** `12 Monkeys Road show`: a plain noun goes on, so the type was not the end of a street. */
function followedByNoun(text: string, end: number): boolean {
  const next = text.slice(end, end + 14);
  return /^(?: [a-z]|-[A-Za-z])/.test(next) && !GOES_ON.test(next);
}

export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  NUMBER_TYPE_NAME.replace(/s\?/g, 's')
    .replace(/[\\?]/g, '')
    .split('|')
    .flatMap((word) => [word, word.replace(/[.s]$/, '')])
    .concat('bis', 'ter', 'quater', 'a', 'b', 'c', 'd'),
);

const FOREIGN_STARTS = new Uint8Array(1024);
for (const word of FOREIGN_WORDS) if (word.length > 1) FOREIGN_STARTS[startOf(word, 0)] = 1;

export function maybeForeign(text: string, at: number): boolean {
  let end = at;
  while (end - at < 12 && isLetter(text.charCodeAt(end))) end++;
  // Most words are told by their first two letters; single ones and letters beyond ASCII are all asked for.
  const plain = end - at > 1 && text.charCodeAt(at) < 128 && text.charCodeAt(at + 1) < 128;
  if (plain && FOREIGN_STARTS[startOf(text, at)] !== 1) return false;
  return FOREIGN_WORDS.has(text.slice(at, end).toLowerCase());
}

function isOrdinal(text: string, at: number): boolean {
  let end = at;
  while (end - at < 3 && isDigit(text.charCodeAt(end))) end++;
  return isLetter(text.charCodeAt(end));
}

function trimDot(text: string, end: number): number {
  return text.charCodeAt(end - 1) === 46 ? end - 1 : end;
}
