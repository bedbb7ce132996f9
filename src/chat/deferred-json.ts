import { type JsonObject, type JsonValue, parseJson } from './json.ts';

/**
 * JSON that is kept as UTF-8 bytes inside a request: a value (or several fields) too large to be taken apart in one turn of the event
 * loop. In a JsonObject it stands as a scalar made by `JSON.rawJSON`, so code that does not know of it sees no object and prints `null`.
 */
interface Deferred {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `fields`: the bytes are `"a":1,"b":2` and the name it stands under is not printed. */
  readonly kind: 'value' | 'fields';
  /** The same messages with the role `developer` written as `system`, where one of them is a developer's. */
  readonly asSystem?: Uint8Array<ArrayBuffer> | undefined;
}

const known = new WeakMap<object, Deferred>();
const rawJson = (JSON as unknown as { rawJSON(text: string): JsonValue }).rawJSON;

function defer(deferred: Deferred): JsonValue {
  const marker = rawJson('null');
  known.set(marker as object, deferred);
  return marker;
}

/** One value: the bytes are its JSON. */
export const deferValue = (bytes: Uint8Array<ArrayBuffer>): JsonValue => defer({ bytes, kind: 'value' });

/** Fields: the bytes are `"a":1,"b":2`, not empty. */
export const deferFields = (bytes: Uint8Array<ArrayBuffer>): JsonValue => defer({ bytes, kind: 'fields' });

/** The messages of a request, and the same without the role `developer` where that makes a difference. */
export const deferMessages = (
  bytes: Uint8Array<ArrayBuffer>,
  asSystem: Uint8Array<ArrayBuffer> | undefined,
): JsonValue => defer({ bytes, kind: 'value', asSystem });

/** Deferred messages for a provider that has no role `developer`; undefined where the value is not deferred. */
export function withSystemRoles(value: JsonValue | undefined): JsonValue | undefined {
  const deferred = deferredOf(value);
  if (deferred === undefined) return undefined;
  return deferred.asSystem === undefined ? value : deferValue(deferred.asSystem);
}

/** A request as JSON: text, or a Blob where a part of it is deferred. */
export function printRequest(body: Readonly<JsonObject>): string | Blob {
  return hasDeferred(body) ? printParts(body) : JSON.stringify(body);
}

/** The request with everything taken apart: the same object where nothing is deferred. Costs time linear in the bytes. */
export function expandRequest(body: Readonly<JsonObject>): Readonly<JsonObject> {
  if (!hasDeferred(body)) return body;
  const decoder = new TextDecoder();
  const fields: [string, JsonValue | undefined][] = [];
  for (const [name, value] of Object.entries(body)) {
    const deferred = deferredOf(value);
    if (deferred === undefined) fields.push([name, value]);
    else if (deferred.kind === 'value') fields.push([name, parseJson(decoder.decode(deferred.bytes))]);
    else fields.push(...Object.entries(parseJson(`{${decoder.decode(deferred.bytes)}}`) as JsonObject));
  }
  // Own fields whatever they are called: `__proto__` is data.
  return Object.fromEntries(fields);
}

/** What is deferred in a request, as the bytes it will be sent in. */
export function deferredBytes(body: Readonly<JsonObject>): readonly Uint8Array<ArrayBuffer>[] {
  return Object.values(body).flatMap((value) => deferredOf(value)?.bytes ?? []);
}

function hasDeferred(body: Readonly<JsonObject>): boolean {
  for (const name in body) if (deferredOf(body[name]) !== undefined) return true;
  return false;
}

const deferredOf = (value: JsonValue | undefined): Deferred | undefined =>
  typeof value === 'object' && value !== null ? known.get(value) : undefined;

function printParts(body: Readonly<JsonObject>): Blob {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  let before = '{';
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const deferred = deferredOf(value);
    if (deferred === undefined) parts.push(`${before}${JSON.stringify(name)}:${JSON.stringify(value)}`);
    else parts.push(deferred.kind === 'value' ? `${before}${JSON.stringify(name)}:` : before, deferred.bytes);
    before = ',';
  }
  parts.push(before === '{' ? '{}' : '}');
  return new Blob(parts);
}
