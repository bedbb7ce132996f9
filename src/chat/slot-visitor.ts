import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { type DataUrlText, isBase64 } from './slot-data-url.ts';
import { isPlainKey, type Place, placeIn } from './slot-place.ts';
import type { SlotAuthor } from './text-slots.ts';

/** What the walkers report, in document order. */
export interface SlotVisitor {
  /** A plain string. `flow` numbers the message whose content it is part of. */
  text(place: Place, text: string, author: SlotAuthor, flow?: number): void;
  /** Text inside a data: URL or base64. */
  encoded(place: Place, content: DataUrlText, author: SlotAuthor, flow?: number): void;
  /** A string that holds JSON: tool-call arguments. */
  json(place: Place, json: string, author: SlotAuthor): void;
  /** A field's name that may be data; the place's key is the name. */
  key(place: Place, author: SlotAuthor): void;
  /** Something nobody here can read, or a part of an unknown type. */
  opaque(place: Place, kind: 'unreadable' | 'unknown', author: SlotAuthor): void;
}

export type Field = (place: Place, value: JsonValue, author: SlotAuthor, visit: SlotVisitor) => void;

/** How the fields of one container are read: by name, else as anything else. */
export type Fields = ReadonlyMap<string, Field>;

/** Walks an object's own fields in order, each by its reader, those without one as `anything`. */
export function walkFields(
  holder: JsonObject,
  up: Place | null,
  author: SlotAuthor,
  reading: { fields: Fields; visit: SlotVisitor },
): void {
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') continue;
    const read = reading.fields.get(key) ?? anything;
    read(placeIn(holder, key, up), value, author, reading.visit);
  }
}

/** Every string below a value, and every key that does not look like a field's name. */
export const anything: Field = (place, value, author, visit) => {
  if (typeof value === 'string') visit.text(place, value, author);
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) anything(placeIn(value, i, place), value[i] ?? null, author, visit);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = placeIn(value, key, place);
      if (!isPlainKey(key)) visit.key(inner, author);
      anything(inner, value[key] ?? null, author, visit);
    }
  }
};

/** A word of the format (a role, a type, an id): read only where it does not look like one. */
export const token: Field = (place, value, author, visit) => {
  if (typeof value === 'string' && isToken(value)) return;
  anything(place, value, author, visit);
};

/** Bytes a provider wrote for itself (signatures, encrypted reasoning): passed where they are long base64, else read. */
export const blob: Field = (place, value, author, visit) => {
  if (typeof value !== 'string' || value.length < 64 || !isBase64(value)) anything(place, value, author, visit);
};

/** An array's items, each by one reader. */
export function each(read: Field): Field {
  return (place, value, author, visit) => {
    if (!Array.isArray(value)) anything(place, value, author, visit);
    else for (let i = 0; i < value.length; i++) read(placeIn(value, i, place), value[i] ?? null, author, visit);
  };
}

/** An object whose fields have readers; anything else as `anything`. */
export function fieldsOf(fields: Fields): Field {
  return (place, value, author, visit) => {
    if (isObject(value)) walkFields(value, place, author, { fields, visit });
    else anything(place, value, author, visit);
  };
}

/** At most 128 of `[A-Za-z0-9_.:/-]`: what model names, roles, ids and tool names are made of. */
function isToken(text: string): boolean {
  if (text.length > 128) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const plain = (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x2d && c <= 0x3a) || c === 0x5f;
    if (!plain) return false;
  }
  return true;
}
