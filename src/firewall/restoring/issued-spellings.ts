import { kindOf, type PlaceholderMap } from '../placeholder.ts';
import { createSpellingReader, type Spelling, type SpellingReader } from './placeholder-spelling.ts';

/** Reads the placeholders issued in one request, in every spelling that is restored. */
export interface IssuedSpellings extends SpellingReader {
  /** `[EMAIL_1]` as it was issued: what `read` finds too, for no other kind and number are written like this. */
  readExactly(text: string, at: number): IssuedSpelling | undefined;
}

export interface IssuedSpelling extends Spelling {
  readonly value: string;
}

/** The spellings of a map: those of a large one are made once for all fields of its answer, and continued when names are added. */
export function issuedSpellings(map: PlaceholderMap): IssuedSpellings {
  const { values } = map;
  let state = known.get(map);
  if (state === undefined) {
    const issued: Issued[] = [];
    if (values.size <= SMALL) {
      for (const [name, value] of values) add(issued, name, value);
      return spellingsOf(map, issued);
    }
    state = { issued, names: values.keys(), seen: 0, spellings: spellingsOf(map, issued) };
    known.set(map, state);
  }
  const { issued } = state;
  const kinds = issued.length;
  for (; state.seen < values.size; state.seen++) {
    const name: string = state.names.next().value;
    add(issued, name, values.get(name) ?? '');
  }
  if (issued.length > kinds) state.spellings = spellingsOf(map, issued);
  return state.spellings;
}

/** Looking through so many names costs no more than looking up what is known of them. */
const SMALL = 32;

/** What is known of the names of a map. */
interface Compiled {
  readonly issued: Issued[];
  /** Names not looked at yet; a Map's iterator also gives what is added after it was made. */
  readonly names: Iterator<string>;
  seen: number;
  spellings: IssuedSpellings;
}

const known = new WeakMap<PlaceholderMap, Compiled>();

/** The placeholders of one kind, by number. */
interface Issued {
  readonly kind: string;
  /** From 1 on; text of the caller that looks like a placeholder leaves holes. */
  readonly numbers: (Value | undefined)[];
}

interface Value {
  readonly name: string;
  readonly value: string;
}

function add(issued: Issued[], name: string, value: string): void {
  const kind = kindOf(name);
  const number = numberIn(name, kind.length + 1);
  let numbers: (Value | undefined)[] | undefined;
  for (const each of issued) if (each.kind === kind) numbers = each.numbers;
  if (numbers === undefined) {
    numbers = [undefined];
    issued.push({ kind, numbers });
  }
  numbers[number] = { name, value };
}

function spellingsOf({ values }: PlaceholderMap, issued: readonly Issued[]): IssuedSpellings {
  const { begins, read } = createSpellingReader({
    kinds: issued.map(({ kind }) => kind),
    has: (name) => values.has(name),
    // A number that was skipped may be waited for; it is never restored.
    starts: (name) => {
      const kind = kindOf(name);
      const numbers = issued.find((each) => each.kind === kind)?.numbers ?? [];
      return numberIn(name, kind.length + 1) * 10 < numbers.length;
    },
  });
  return { begins, read, readExactly: (text, at) => readExactly(text, at, issued) };
}

function readExactly(text: string, at: number, issued: readonly Issued[]): IssuedSpelling | undefined {
  if (text.charCodeAt(at) !== 0x5b) return undefined;
  for (const { kind, numbers } of issued) {
    const digits = at + kind.length + 2;
    if (text.charCodeAt(digits - 1) !== 0x5f || !stands(kind, text, at + 1)) continue;
    let end = digits;
    let number = 0;
    for (; end < digits + MAX_DIGITS; end++) {
      const digit = text.charCodeAt(end) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      number = number * 10 + digit;
    }
    // A number begins with 1 to 9.
    if (text.charCodeAt(end) !== 0x5d || text.charCodeAt(digits) === 0x30) continue;
    const found = numbers[number];
    if (found !== undefined) return { end: end + 1, name: found.name, value: found.value, encoding: 'plain' };
  }
  return undefined;
}

/** As `placeholder-spelling.ts` reads them. */
const MAX_DIGITS = 7;

function stands(word: string, text: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  return true;
}

function numberIn(name: string, from: number): number {
  let number = 0;
  for (let at = from; at < name.length; at++) number = number * 10 + name.charCodeAt(at) - 0x30;
  return number;
}
