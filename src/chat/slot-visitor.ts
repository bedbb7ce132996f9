import { isObject, type JsonObject, type JsonValue, numberText } from './json.ts';
import { type DataUrlText, isBase64, readBase64Text } from './slot-data-url.ts';
import { longNumber } from './slot-json.ts';
import { isPlainKey, type Place, placeIn } from './slot-place.ts';

/** Who is taken to have written it: what tools and models wrote is not the caller's word. */
export type SlotAuthor = 'caller' | 'model' | 'tool';

/** What the walkers report, in document order. */
export interface SlotVisitor {
  /** A plain string. `flow` numbers the message whose content it is part of. */
  text(place: Place, text: string, author: SlotAuthor, flow?: number): void;
  /** A string or a long number of data whose field's name says what it is. */
  labelled(place: Place, text: string, author: SlotAuthor, label: string): void;
  /** Text inside a data: URL or base64. */
  encoded(place: Place, content: DataUrlText, author: SlotAuthor, flow?: number): void;
  /** A string that holds JSON: tool-call arguments. */
  json(place: Place, json: string, author: SlotAuthor): void;
  /** A field's name that may be data; the place's key is the name. */
  key(place: Place, author: SlotAuthor): void;
  /** A word of the format (a role, an id, a tool's name) that may hold more than it should: it is read and never changed. */
  word(place: Place, text: string, author: SlotAuthor): void;
  /** What stands in place of such a word and does not look like one. */
  noWord(place: Place, text: string, author: SlotAuthor): void;
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
  const { fields, visit } = reading;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    const known = fields.get(key);
    if (known === undefined) name(holder, key, { up, author, visit });
    if (value === undefined || value === null || typeof value === 'boolean') continue;
    (known ?? anything)(placeIn(holder, key, up), value, author, visit);
  }
}

interface Naming extends Reading {
  readonly up: Place | null;
}

/** A field's name is data where it is no plain word, also among the fields of the format. */
export function name(holder: JsonObject, key: string, { up, author, visit }: Naming): void {
  if (!isPlainKey(key)) visit.key(placeIn(holder, key, up), author);
}

/** Every string and long number below a value, and every key that does not look like a field's name. */
export const anything: Field = (place, value, author, visit) => {
  if (typeof value === 'string') visit.text(place, value, author);
  else below(place, value, '', { author, visit });
};

interface Reading {
  readonly author: SlotAuthor;
  readonly visit: SlotVisitor;
}

/** `label`: the name of the field the value stands in, where the object around it is data. */
function below(place: Place, value: JsonValue, label: string, reading: Reading): void {
  const { author, visit } = reading;
  if (typeof value === 'string') visit.labelled(place, value, author, label);
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) below(placeIn(value, i, place), value[i] ?? null, label, reading);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = placeIn(value, key, place);
      if (!isPlainKey(key)) visit.key(inner, author);
      below(inner, value[key] ?? null, key, reading);
    }
  } else {
    const number = longNumber(numberText(value) ?? '');
    if (number !== undefined) visit.labelled(place, number, author, label);
  }
}

/** A word of the format (a role, a type, a tool's name): text where it does not look like one, and where it holds a long number. */
export const token: Field = (place, value, author, visit) => {
  if (typeof value === 'string' && isToken(value) && !LONG_NUMBER.test(value)) word(place, value, author, visit);
  else noWord(place, value, author, visit);
};

const LONG_NUMBER = /(?:\d[^\d]{0,3}){7}/;

/** Names of calls, uploads and earlier answers: made by machines, so digits in them say nothing. */
export const identifier: Field = (place, value, author, visit) => {
  if (typeof value === 'string' && isToken(value)) word(place, value, author, visit);
  else noWord(place, value, author, visit);
};

const noWord: Field = (place, value, author, visit) => {
  if (typeof value === 'string') visit.noWord(place, value, author);
  else anything(place, value, author, visit);
};

/** A number of the format that may be long: a seed. */
export const number: Field = (place, value, author, visit) => {
  const text = numberText(value);
  if (text === undefined) anything(place, value, author, visit);
  else word(place, text, author, visit);
};

/** Most are short and plain. A key of a vendor and a number are longer, and have digits or capitals. */
function word(place: Place, value: string, author: SlotAuthor, visit: SlotVisitor): void {
  if (value.length >= SHORTEST_WORD && MORE_THAN_A_WORD.test(value)) visit.word(place, value, author);
}

const SHORTEST_WORD = 6;
const MORE_THAN_A_WORD = /[A-Z0-9]/;

/** Bytes a provider wrote for itself (signatures, encrypted reasoning): passed where they are long base64 that is no text, else read. */
export const blob: Field = (place, value, author, visit) => {
  if (typeof value !== 'string' || value.length < 64 || !isBase64(value) || readBase64Text(value) !== undefined)
    anything(place, value, author, visit);
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
