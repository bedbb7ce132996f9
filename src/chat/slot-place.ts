import { isObject, type JsonObject, type JsonValue } from './json.ts';

/** Deepest nesting read, of the whole body. The edge refuses deeper bodies too; here it bounds the recursion. */
export const MAX_DEPTH = 128;

/** Thrown for a body nested deeper than `MAX_DEPTH`; the caller answers 400. */
export class NestingTooDeep extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`The request is nested deeper than ${MAX_DEPTH} levels.`);
    this.name = 'NestingTooDeep';
    this.path = path;
  }
}

/** Where a value stands: linked to its parents, so that a path is only written out when somebody asks for it. */
export interface Place {
  readonly holder: JsonObject | JsonValue[];
  readonly key: string | number;
  readonly up: Place | null;
  readonly depth: number;
}

/** A place in a container that itself stands at `up` (null: the body). Throws `NestingTooDeep`. */
export function placeIn(holder: JsonObject | JsonValue[], key: string | number, up: Place | null): Place {
  const depth = up === null ? 1 : up.depth + 1;
  if (depth > MAX_DEPTH) throw new NestingTooDeep(pathOf(up));
  return { holder, key, up, depth };
}

/** `messages[2].content[0].text`; a key that is not a plain word is quoted: `metadata["a b"]`. */
export function pathOf(place: Place | null): string {
  const steps: string[] = [];
  for (let at = place; at !== null; at = at.up) steps.push(step(at.key));
  const path = steps.reverse().join('');
  return path.startsWith('.') ? path.slice(1) : path;
}

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return isPlainKey(key) ? `.${key}` : '["..."]';
}

/** Letters, `_`, `-` and a few digits, at most 40 characters: a field's name, not data. Long ones with capitals and digits may be keys of vendors. */
export function isPlainKey(key: string): boolean {
  if (key.length === 0 || key.length > 40) return false;
  let digits = 0;
  let capitals = 0;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) digits++;
    else if (c >= 0x41 && c <= 0x5a) capitals++;
    else if (!((c >= 0x61 && c <= 0x7a) || c === 0x5f || c === 0x2d)) return false;
  }
  return digits <= 3 && (key.length < 16 || digits === 0 || capitals === 0);
}

/** Sets own properties also where the key is `__proto__`, which plain assignment would hand to a setter. */
export function setAt(holder: JsonObject | JsonValue[], key: string | number, value: JsonValue): void {
  if (Array.isArray(holder)) holder[key as number] = value;
  else if (key !== '__proto__') holder[key] = value;
  else Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

export function valueAt(place: Place): JsonValue | undefined {
  return Array.isArray(place.holder) ? place.holder[place.key as number] : place.holder[place.key];
}

/** Gives a key another name and keeps the order of the object's fields. */
export function renameKey(holder: JsonObject, from: string, to: string): void {
  const fields = Object.keys(holder).map((key): [string, JsonValue | undefined] => [key, holder[key]]);
  for (const [key] of fields) delete holder[key];
  for (const [key, value] of fields) {
    if (value !== undefined) setAt(holder, key === from ? to : key, value);
  }
}

/** An own field's object, or undefined. */
export function objectField(holder: JsonObject, key: string): JsonObject | undefined {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return isObject(value) ? value : undefined;
}
