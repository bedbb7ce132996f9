/** Reads a personal name in a script with capitals (Latin, Cyrillic, Greek), from its first capital on. */
import { GIVEN_NAMES } from './given-names.ts';
import { NOT_NAMES } from './not-names.ts';

export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Words of two or more letters; initials, particles and suffixes are not counted. */
  readonly words: number;
  /** The first word stands in the list of given names. */
  readonly given: boolean;
  /** Written in capitals throughout, as MS and SQL are. */
  readonly capitals: boolean;
}

export const WORD = /\p{Lu}[\p{L}\p{M}]{0,20}(?:['’‑-]\p{L}[\p{L}\p{M}]{0,20}){0,3}/uy;
export const PARTICLE =
  /(?:von der|von dem|van der|van den|van de|de la|de los|de las|de l['’]|von|van|der|den|de|da|dos|das|do|di|del|della|dello|la|le|du|bin|binti|bint|ibn|al|el|zu|zum|zur|ter|ten|af|av|y|e|i) ?(?=\p{Lu})|d['’](?=\p{Lu})|(?:al|el)-(?=\p{Lu})/uy;
export const SUFFIX = /,? (?:Jr\.?|Sr\.?|III|II|IV|MD|M\.D\.|Ph\.?D\.?|DDS|DVM|DO|RN|Esq\.?|CPA|MBA)(?![\p{L}\d])/uy;
const TITLE = /^(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mx|Sir|Herr|Frau|Dott|Dra|Ing|Mag|Dipl|Med|Rev|Hon)$/;
/** JavaScript is no name, McDonald is. */
export const INNER_CAPITAL = /^(?!(?:Mc|Mac|De|Di|Da|La|Le|Lo|Du|Fitz|Van|Von|Des|El|Al|St|O|D)\p{Lu}).*\p{Ll}\p{Lu}/u;

/** At most five words on one line; nothing when the first word is no name. */
export function readName(text: string, from: number): NameSpan | undefined {
  let at = from;
  let start = from;
  let end = -1;
  let words = 0;
  let given = false;
  let capitals = true;
  for (let count = 0; count < 7; count++) {
    const plainEnd = endOfPlainWord(text, at);
    WORD.lastIndex = at;
    const found = plainEnd > 0 ? text.slice(at, plainEnd) : WORD.exec(text)?.[0];
    if (found === undefined) break;
    const word = plainEnd > 0 ? found : found.replace(/['’]s$/u, '');
    const initial = word.length === 1;
    const dot = text.charCodeAt(at + word.length) === 46;
    if (end < 0 && dot && TITLE.test(word)) {
      // `Herr Prof. Dr. X`: titles in a row belong to the trigger.
      at = start = at + word.length + (text.charCodeAt(at + word.length + 1) === 32 ? 2 : 1);
      continue;
    }
    const lower = word.toLowerCase();
    const shouting = plainEnd === 0 && !initial && word === word.toUpperCase();
    if (
      (plainEnd === 0 && INNER_CAPITAL.test(word)) ||
      (NOT_NAMES.has(lower) && !(words === 0 && GIVEN_NAMES.has(lower)))
    )
      break;
    if (shouting && words > 0 && !capitals) break;
    if (initial && !dot && text.charCodeAt(at + 1) !== 32) break;
    if (!initial) {
      if (words === 0) given = GIVEN_NAMES.has(word.includes('-') ? lower.slice(0, word.search(/[‑-]/u)) : lower);
      words++;
      capitals &&= shouting;
    }
    const glued = text.charCodeAt(at + word.length);
    // A digit, underscore, bracket or dot with a letter after it: an identifier, a host or a call.
    if ((glued >= 48 && glued <= 57) || glued === 95 || glued === 40 || glued === 64 || glued === 47 || glued === 92)
      return undefined;
    if (!initial && dot && isWordChar(text.charCodeAt(at + word.length + 1))) return undefined;
    end = at + word.length;
    at = initial && dot ? end + 1 : end;
    if (word.length !== found.length || words === 5) break;
    const space = text.charCodeAt(at);
    if (initial && dot && space !== 32 && space !== 0xa0) continue;
    if (space !== 32 && space !== 0xa0) break;
    at++;
    if (!mayBeParticle(text.charCodeAt(at))) continue;
    PARTICLE.lastIndex = at;
    if (PARTICLE.test(text)) at = PARTICLE.lastIndex;
  }
  if (end < 0 || words === 0) return undefined;
  SUFFIX.lastIndex = end;
  if (words > 1 && maySuffix(text, end) && SUFFIX.test(text)) end = SUFFIX.lastIndex;
  return { start, end, words, given, capitals };
}

/**
 * The end of a word that is a capital and small letters, all of ASCII, and ends with them: such a word is read the same by `WORD`, holds no
 * inner capital and is not shouted. 0 for any other, which the patterns have to read.
 */
export function endOfPlainWord(text: string, from: number): number {
  if (!isCapital(text.charCodeAt(from))) return 0;
  let end = from + 1;
  let code = text.charCodeAt(end);
  while (code >= 97 && code <= 122) code = text.charCodeAt(++end);
  const goesOn = code >= 128 || code === 39 || code === 45 || isCapital(code);
  return goesOn || end - from > LONGEST_PLAIN ? 0 : end;
}

const LONGEST_PLAIN = 21;

/** What `PARTICLE` can begin with. */
export function mayBeParticle(code: number): boolean {
  return code < 128 && PARTICLE_STARTS[code] === 1;
}

const PARTICLE_STARTS = new Uint8Array(128);
for (const letter of 'abdeiltvyz') PARTICLE_STARTS[letter.charCodeAt(0)] = 1;

/** A blank, after a comma or alone, and a capital: what every `SUFFIX` begins with. */
export function maySuffix(text: string, end: number): boolean {
  const blank = text.charCodeAt(end) === 44 ? end + 1 : end;
  return text.charCodeAt(blank) === 32 && isCapital(text.charCodeAt(blank + 1));
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isWordChar(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}
