import type { Kind } from '../contract/kinds.ts';

/**
 * The placeholders issued for one request: `[EMAIL_1]` stands for one value, exactly as it was written. Plain data; nothing of it is
 * stored, because the same request gives the same numbers again.
 */
export interface PlaceholderMap {
  /** `EMAIL_1` to the value. */
  readonly values: Map<string, string>;
  /** `nameKey(kind, value)` to `EMAIL_1`. */
  readonly names: Map<string, string>;
  /** How many values of each kind were given a placeholder; look-alikes in the caller's text are not values. */
  readonly counts: Map<Kind, number>;
  /** Hosts and links the caller wrote: values may be restored into links that lead there. */
  readonly destinations: Set<string>;
}

export function emptyPlaceholders(): PlaceholderMap {
  return { values: new Map(), names: new Map(), counts: new Map(), destinations: new Set() };
}

export const nameKey = (kind: Kind, value: string): string => `${kind} ${value}`;

/** `[EMAIL_1]`, the only form ever issued. */
export const placeholderOf = (name: string): string => `[${name}]`;

/** Gives names to values in the order in which they are asked for. One per request. */
export interface Numbering {
  readonly map: PlaceholderMap;
  /** The placeholder of a value that will be restored. */
  personal(kind: Kind, value: string): string;
  /** The placeholder of a value that never comes back: numbered, but in no map. */
  secret(value: string): string;
  /** The caller's own text, `written`, reads like the placeholder `name`: returns what to put in its place, or undefined to leave it. */
  lookAlike(name: string, written: string): string | undefined;
}

/**
 * Numbers from the content: the first appearance of (kind, value) in document order takes the kind's next number, so a history that
 * is sent again gets the same bytes.
 *
 * One number per exact spelling. A number for all spellings of a canonical value (an e-mail in lower case, a card without
 * blanks) could restore only one of them, and `restore(mask(x)) == x` is the law: two spellings are two values.
 *
 * Text of the caller that already reads like a placeholder is kept apart without touching it where possible: a name the text has
 * used is never issued afterwards; a name already issued makes the text a value of its own. Either rule looks only at what came before,
 * so numbers never change when a conversation grows.
 */
export function createNumbering(): Numbering {
  const map = emptyPlaceholders();
  const reserved = new Set<string>();
  const last = new Map<Kind, number>();
  const secrets = new Map<string, string>();
  const next = (kind: Kind): string => {
    let n = last.get(kind) ?? 0;
    do n++;
    while (reserved.has(`${kind}_${n}`));
    last.set(kind, n);
    return `${kind}_${n}`;
  };
  const issue = (kind: Kind, value: string, isValue: boolean): string => {
    const key = nameKey(kind, value);
    const known = map.names.get(key);
    if (known !== undefined) return placeholderOf(known);
    const name = next(kind);
    map.names.set(key, name);
    map.values.set(name, value);
    if (isValue) map.counts.set(kind, (map.counts.get(kind) ?? 0) + 1);
    return placeholderOf(name);
  };
  return {
    map,
    personal: (kind, value) => issue(kind, value, true),
    secret(value) {
      const known = secrets.get(value) ?? next('SECRET');
      secrets.set(value, known);
      return placeholderOf(known);
    },
    lookAlike(name, written) {
      if (map.values.has(name)) return issue(kindOf(name), written, false);
      reserved.add(name);
      return undefined;
    },
  };
}

/** `BANK_ACCOUNT` of `BANK_ACCOUNT_12`. */
export const kindOf = (name: string): Kind => name.slice(0, name.lastIndexOf('_'));
