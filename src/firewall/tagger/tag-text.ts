import { CODE, LONGEST_RUN, nextRun, readWords } from './candidates.ts';
import {
  ADDRESS_FIRST,
  ADDRESS_NEXT,
  fillFromBytes,
  type Lattice,
  newLattice,
  PERSON_ALONE,
  PERSON_FIRST,
  PERSON_NEXT,
  sumLattice,
  TAGS,
} from './decode.ts';
import { extractFeatures, FEATURES } from './features.ts';
import { CALENDAR, COUNTRY, FIRST_NAME, PARTICLE } from './lexicon.ts';
import type { ReadyModel } from './model.ts';
import {
  ALPHANUMERIC,
  BLANK_LINE,
  CAPITALISED,
  CAPITALS,
  LINE_BREAK,
  LOWERCASE,
  MIXED,
  NUMBER,
  newTokens,
  PUNCT,
  SPACED,
  tokenise,
} from './tokens.ts';

/** Called for each span with the probability the model gives it. */
export type TagReport = (start: number, end: number, kind: 'PERSON' | 'ADDRESS', probability: number) => void;

/** Tokens read again when a long text is cut, so that a run at the cut is seen whole. */
const OVERLAP = 256;
/** A token counts towards a span from this probability on. */
const FLOOR = 0.3;
/** Most tokens inside an address that are none of it by themselves. */
const BRIDGE = 3;

const tokens = newTokens();
const run = new Int32Array(2);
const features = new Int32Array(LONGEST_RUN * FEATURES);
const lattice = newLattice(LONGEST_RUN);

/** Finds people and addresses in text of the Latin script. Time is linear: each token is read at most twice and decoded once. */
export function tagText(text: string, model: ReadyModel, report: TagReport): void {
  let from = 0;
  while (from < text.length) {
    const reached = tokenise(text, from, tokens);
    const language = readWords(text, tokens, model.lexicon);
    const cut = reached >= text.length ? tokens.count : tokens.count - OVERLAP;
    let at = 0;
    while (at < cut && nextRun(text, tokens, language, at, run)) {
      const first = run[0] as number;
      if (first >= cut) break;
      const last = run[1] as number;
      decodeRun(text, model, { from: first, to: last, language }, report);
      at = last;
    }
    if (reached >= text.length) return;
    from = tokens.start[Math.max(at, cut)] ?? reached;
    if (Math.max(at, cut) >= tokens.count) from = reached;
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly language: number;
}

function decodeRun(text: string, model: ReadyModel, place: Place, report: TagReport): void {
  const { from, to } = place;
  const length = to - from;
  extractFeatures(text, tokens, { from, to, language: place.language, out: features });
  fillFromBytes(model.rows, model.decay, { features, length, lattice });
  sumLattice(lattice, length, model.moves);
  let i = 0;
  while (i < length) {
    const person = personAt(lattice, i);
    const address = addressAt(lattice, i);
    if (person < FLOOR && address < FLOOR) {
      i++;
      continue;
    }
    const next = address > person ? closeAddress(place, i, length, report) : closePerson(place, i, length, report);
    i = Math.max(i + 1, next);
  }
}

function personAt(sums: Lattice, i: number): number {
  return chance(sums, i, PERSON_FIRST) + chance(sums, i, PERSON_NEXT) + chance(sums, i, PERSON_ALONE);
}

function addressAt(sums: Lattice, i: number): number {
  return chance(sums, i, ADDRESS_FIRST) + chance(sums, i, ADDRESS_NEXT);
}

function chance(sums: Lattice, i: number, tag: number): number {
  return (sums.forward[i * TAGS + tag] as number) * (sums.backward[i * TAGS + tag] as number);
}

/** From token `i` of the run on: the longest stretch of PERSON tokens that no new name opens. */
function closePerson({ from, language }: Place, i: number, length: number, report: TagReport): number {
  let next = i + 1;
  let least = personAt(lattice, i);
  while (next < length) {
    const p = personAt(lattice, next);
    if (p < FLOOR || addressAt(lattice, next) > p) break;
    if (chance(lattice, next, PERSON_NEXT) < p / 2) break;
    if ((tokens.gap[from + next] as number) >= BLANK_LINE) break;
    // What joins a name says little about it: "van der", a hyphen.
    if ((tokens.shape[from + next] as number) > LOWERCASE) least = Math.min(least, p);
    next++;
  }
  next = settleParticle(from, i, next, length);
  if (next > i + 1 || !belongsToPlace(from + i)) {
    const sure = next > i + 1 ? together(least) : isAcronym(from + i) ? acronym(least) : alone(least);
    emit(from + i, from + next, 'PERSON', inCode(language, sure), report);
  }
  return next;
}

/** A name that would end in "van der" takes the capitalised word behind it, or leaves the particle out. */
function settleParticle(from: number, first: number, next: number, length: number): number {
  const particle = (i: number): boolean =>
    tokens.shape[from + i] === LOWERCASE && ((tokens.flags[from + i] as number) & PARTICLE) !== 0;
  if (!particle(next - 1)) return next;
  if (next < length && tokens.shape[from + next] === CAPITALISED && tokens.gap[from + next] === SPACED) return next + 1;
  let end = next;
  while (end > first + 1 && particle(end - 1)) end--;
  return end;
}

/** A single word is more often something else than the model thinks: 0.68 is as sure as 0.5 is for a full name (measured on prose). */
function alone(probability: number): number {
  return probability < 0.68 ? probability / 1.36 : 0.5 + (probability - 0.68) / 0.64;
}

/** One word in capitals that nobody shouts around it: most often IANA, not ANNA. */
function isAcronym(i: number): boolean {
  if (tokens.shape[i] !== CAPITALS) return false;
  return !isShouted(i - 1, -1) && !isShouted(i + 1, 1);
}

/** Whether the next word in this direction is in capitals too; marks and numbers say nothing. */
function isShouted(from: number, step: 1 | -1): boolean {
  for (let i = from, looked = 0; i >= 0 && i < tokens.count && looked < 4; i += step, looked++) {
    const shape = tokens.shape[i];
    if (shape === CAPITALS) return true;
    if (shape === LOWERCASE || shape === CAPITALISED || shape === MIXED) return false;
  }
  return false;
}

/** 0.9 counts as 0.5. */
function acronym(probability: number): number {
  return probability < 0.9 ? probability / 1.8 : 0.5 + (probability - 0.9) / 0.2;
}

/** The least sure word of a full name still has the others beside it: 0.42 counts as 0.5. */
function together(probability: number): number {
  return probability < 0.42 ? probability / 0.84 : 0.5 + (probability - 0.42) / 1.16;
}

/** Among the signs of source code a capital says less: there 0.85 counts as 0.5. */
function inCode(language: number, probability: number): number {
  if (language !== CODE) return probability;
  return probability < 0.85 ? probability / 1.7 : 0.5 + (probability - 0.85) / 0.3;
}

/** An address without any number names a place, not where somebody lives. */
function hasNumber(first: number, past: number): boolean {
  for (let i = first; i < past; i++) {
    if (tokens.shape[i] === NUMBER || tokens.shape[i] === ALPHANUMERIC) return true;
  }
  return false;
}

/** A country, people or month alone, which is no first name anywhere, is no person either. */
function belongsToPlace(i: number): boolean {
  const known = tokens.flags[i] as number;
  return (known & (COUNTRY | CALENDAR)) !== 0 && (known & FIRST_NAME) === 0;
}

function closeAddress({ from, language }: Place, i: number, length: number, report: TagReport): number {
  let next = i + 1;
  let sum = addressAt(lattice, i);
  let last = next;
  while (next < length) {
    const p = addressAt(lattice, next);
    if (p < FLOOR || personAt(lattice, next) > p) {
      // A word or two the model is unsure of, inside one line, do not end an address that goes on behind them.
      if (next - last >= BRIDGE || (tokens.gap[from + next] as number) >= LINE_BREAK) break;
      next++;
      continue;
    }
    if (chance(lattice, next, ADDRESS_FIRST) > p / 2 && apart(from + next)) break;
    sum += p;
    next++;
    last = next;
  }
  if (hasNumber(from + i, from + last)) {
    emit(from + i, from + last, 'ADDRESS', inCode(language, Math.min(1, sum / (last - i))), report);
  }
  return last;
}

/** A new address starts on a new line or after a full stop, not in the middle of another. */
function apart(i: number): boolean {
  if ((tokens.gap[i] as number) >= LINE_BREAK) return true;
  return tokens.shape[i - 1] === PUNCT && tokens.hash[i - 1] === 46 && tokens.shape[i - 2] !== LOWERCASE;
}

/** Leaves out marks at either end; a full stop stays after an initial. */
function emit(first: number, past: number, kind: 'PERSON' | 'ADDRESS', probability: number, report: TagReport): void {
  let a = first;
  let b = past;
  while (a < b && tokens.shape[a] === PUNCT) a++;
  while (b > a && tokens.shape[b - 1] === PUNCT) b--;
  if (a < b) report(tokens.start[a] as number, tokens.end[b - 1] as number, kind, probability);
}
