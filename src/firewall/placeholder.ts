import type { Kind } from '../contract/kinds.ts';
import { createPhoneBook } from './masking/canonical-phone.ts';
import { canonicalValue } from './masking/canonical-value.ts';
import { encodingOf } from './masking/mask-encoding.ts';

/**
 * The placeholders issued for one request: `[EMAIL_1]` stands for one value, as the request first spelled it. Plain data; nothing of it is
 * stored, because the same request gives the same numbers again.
 */
export interface PlaceholderMap {
  /** `EMAIL_1` to the value in its first spelling. */
  readonly values: Map<string, string>;
  /** How many values of each kind were given a placeholder; look-alikes in the caller's text are not values. */
  readonly counts: Map<Kind, number>;
  /** Hosts and links the caller wrote: values may be restored into links that lead there. */
  readonly destinations: Set<string>;
}

export function emptyPlaceholders(): PlaceholderMap {
  return { values: new Map(), counts: new Map(), destinations: new Set() };
}

/** One key for all spellings of a value. */
const nameKey = (kind: Kind, value: string): string => `${kind} ${canonicalValue(kind, value)}`;

/** `[EMAIL_1]`, the only form ever issued. */
export const placeholderOf = (name: string): string => `[${name}]`;

/** A placeholder that is not known yet: its value is found further down. */
export interface Later {
  readonly text: string;
}

/** How a value stands where it is replaced. */
export interface Standing {
  /** As part of a field's name: names that differ must not become one. */
  readonly isName?: boolean;
}

/** Gives names to values in the order in which they are asked for. One per request. */
export interface Numbering {
  readonly map: PlaceholderMap;
  /** The placeholder of a value that will be restored. */
  personal(kind: Kind, value: string, standing?: Standing): string;
  /** The placeholder of a value that never comes back: numbered, but in no map. */
  secret(value: string): string;
  /**
   * What replaces `written`, which the sweep found to be the value `of` once more. Where that value has no number yet it gets none
   * before its turn: numbers come from what was found, so a value found late cannot move those in front of it.
   */
  again(kind: Kind, written: string, of: string, standing?: Standing): string | Later;
  /** The caller's own text, `written`, reads like the placeholder `name`: returns what to put in its place, or undefined to leave it. */
  lookAlike(name: string, written: string): string | undefined;
  /** Numbers what still waits. */
  finish(): void;
}

/**
 * Numbers from the content: the first appearance of (kind, canonical value) in reading order takes the kind's next number, so a history
 * that is sent again gets the same bytes.
 *
 * One number per value, however it is spelled (`canonical-value.ts`): the model sees that two spellings are one person, and the answer
 * gets the request's first spelling back. A spelling that has to come back as it was has a number of its own: in a field's name, and
 * where the value is encoded in a way that restoring does not know.
 *
 * Text of the caller that already reads like a placeholder is kept apart without touching it where possible: a name the text has
 * used is never issued afterwards; a name already issued makes the text a value of its own. Either rule looks only at what came before,
 * so numbers never change when a conversation grows.
 */
export function createNumbering(): Numbering {
  const map = emptyPlaceholders();
  const reserved = new Set<string>();
  const kinds = new Map<Kind, KindNames>();
  const secrets = new Map<string, string>();
  /** The names of spellings that stand alone. */
  const alone = new Map<string, string>();
  const waiting = new Map<string, Waiting[]>();

  const namesOf = (kind: Kind): KindNames => {
    let names = kinds.get(kind);
    if (names === undefined) {
      names = { last: 0, first: undefined, others: undefined, given: new Map(), inNames: undefined };
      kinds.set(kind, names);
    }
    return names;
  };
  const next = (kind: Kind): string => {
    const names = namesOf(kind);
    names.last++;
    if (reserved.size > 0) while (reserved.has(`${kind}_${names.last}`)) names.last++;
    return `${kind}_${names.last}`;
  };
  const issue = (kind: Kind, value: string): string => {
    const name = next(kind);
    map.values.set(name, value);
    return name;
  };
  const known = (kind: Kind, value: string): string | undefined => {
    const names = kinds.get(kind);
    if (names?.first === undefined) return undefined;
    if (value === names.first.value) return names.first.name;
    if (names.others === undefined) {
      names.others = kind === 'PHONE' ? createPhoneBook() : createFormBook(kind);
      names.others.add(names.first.value, names.first.name);
    }
    return names.others.find(value);
  };
  /** The name of a value in whatever spelling. */
  const named = (kind: Kind, value: string): string => {
    const before = known(kind, value);
    if (before !== undefined) return before;
    const name = issue(kind, value);
    const names = namesOf(kind);
    if (names.first === undefined) names.first = { value, name };
    else names.others?.add(value, name);
    map.counts.set(kind, (map.counts.get(kind) ?? 0) + 1);
    return name;
  };
  /** The name of one spelling; of a value that has none yet it is the value's. */
  const exactly = (kind: Kind, value: string): string => {
    const shared = named(kind, value);
    return map.values.get(shared) === value ? shared : standAlone(kind, value);
  };
  const standAlone = (kind: Kind, text: string): string => {
    const key = `${kind} ${text}`;
    const name = alone.get(key) ?? issue(kind, text);
    alone.set(key, name);
    return name;
  };
  const place = (kind: Kind, written: string): string => {
    const code = encodingOf(written);
    if (code === undefined) return placeholderOf(named(kind, written));
    const name = named(kind, code.plain);
    if (map.values.get(name) === code.plain) return `${code.open}${name}${code.close}`;
    return placeholderOf(exactly(kind, written));
  };
  const personal = (kind: Kind, value: string, standing: Standing = PLAIN): string => {
    const names = namesOf(kind);
    if (standing.isName) names.inNames ??= new Map();
    const given = (standing.isName ? names.inNames : undefined) ?? names.given;
    let text = given.get(value);
    if (text === undefined) {
      text = standing.isName ? placeholderOf(exactly(kind, value)) : place(kind, value);
      given.set(value, text);
      settle(kind, value);
    }
    return text;
  };
  const secret = (value: string): string => {
    const name = secrets.get(value) ?? next('SECRET');
    secrets.set(value, name);
    settle('SECRET', value);
    return placeholderOf(name);
  };
  const isKnown = (kind: Kind, of: string): boolean =>
    kind === 'SECRET' ? secrets.has(of) : known(kind, encodingOf(of)?.plain ?? of) !== undefined;
  const repeat = ({ kind, written, of, standing }: Repeated): string => {
    if (kind === 'SECRET') return secret(written.includes(of) ? of : written);
    if (standing.isName) return personal(kind, written, standing);
    const plain = encodingOf(written)?.plain ?? written;
    return known(kind, plain) === known(kind, encodingOf(of)?.plain ?? of)
      ? personal(kind, written)
      : placeholderOf(exactly(kind, written));
  };
  /** The turn of a value has come: what stood in front of it is numbered now, in reading order. */
  const settle = (kind: Kind, value: string): void => {
    if (waiting.size === 0) return;
    const key = nameKey(kind, value);
    const list = waiting.get(key);
    if (list === undefined) return;
    waiting.delete(key);
    for (const each of list) each.text = repeat(each);
  };

  return {
    map,
    personal,
    secret,
    again(kind, written, of, standing = PLAIN) {
      const repeated = { kind, written, of, standing };
      if (isKnown(kind, of)) return repeat(repeated);
      const later: Waiting = { ...repeated, text: '' };
      const key = nameKey(kind, of);
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [later]);
      else list.push(later);
      return later;
    },
    lookAlike(name, written) {
      if (map.values.has(name)) return placeholderOf(standAlone(kindOf(name), written));
      reserved.add(name);
      return undefined;
    },
    finish() {
      for (const [first] of [...waiting.values()]) {
        if (first === undefined) continue;
        if (first.kind === 'SECRET') secret(first.of);
        else personal(first.kind, first.of);
      }
    },
  };
}

const PLAIN: Standing = {};

/** Names by what all spellings of a value have in common. */
interface NameBook {
  find(value: string): string | undefined;
  add(value: string, name: string): void;
}

/** The names of one kind. */
interface KindNames {
  /** The number given last. */
  last: number;
  first: { readonly value: string; readonly name: string } | undefined;
  /** All values, the first too; made when another spelling is asked for: with one value there is nothing to compare. */
  others: NameBook | undefined;
  /** What was given before, by exact spelling; in names of fields apart. */
  readonly given: Map<string, string>;
  inNames: Map<string, string> | undefined;
}

function createFormBook(kind: Kind): NameBook {
  const names = new Map<string, string>();
  // A value that is not found is added next.
  let asked: string | undefined;
  let form = '';
  const read = (value: string): string => {
    if (value !== asked) form = canonicalValue(kind, value);
    asked = value;
    return form;
  };
  return {
    find: (value) => names.get(read(value)),
    add: (value, name) => names.set(read(value), name),
  };
}

interface Repeated {
  readonly kind: Kind;
  readonly written: string;
  readonly of: string;
  readonly standing: Standing;
}

interface Waiting extends Repeated {
  text: string;
}

/** `BANK_ACCOUNT` of `BANK_ACCOUNT_12`. */
export const kindOf = (name: string): Kind => name.slice(0, name.lastIndexOf('_'));
