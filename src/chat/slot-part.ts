import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { isBase64, readBase64Text, readDataUrl } from './slot-data-url.ts';
import { type Place, placeIn } from './slot-place.ts';
import {
  anything,
  blob,
  type Field,
  identifier,
  name,
  type SlotAuthor,
  type SlotVisitor,
  token,
} from './slot-visitor.ts';

interface Reading {
  /** The number of the message, where the text is part of the conversation. */
  readonly flow: number | undefined;
  readonly visit: SlotVisitor;
}

interface Part extends Reading {
  readonly place: Place;
  readonly author: SlotAuthor;
}

/** Part types whose text is read, and the field it stands in (OpenAI; Mistral and Anthropic for `thinking`). */
const TEXT_PARTS: ReadonlyMap<string, string> = new Map([
  ['text', 'text'],
  ['input_text', 'text'],
  ['output_text', 'text'],
  ['summary_text', 'text'],
  ['reasoning_text', 'text'],
  ['refusal', 'refusal'],
  ['thinking', 'thinking'],
  ['reasoning', 'text'],
]);

/** Part types that carry bytes: the fields that may hold them. An address among them is read as text, the bytes are not. */
const BINARY_PARTS: ReadonlySet<string> = new Set([
  'image_url',
  'input_image',
  'image',
  'input_audio',
  'audio_url',
  'audio',
  'video_url',
  'input_video',
  'file',
  'input_file',
  'file_url',
  'document',
  'document_url',
  'image_file',
  'redacted_thinking',
]);

/** Fields that hold a payload, as a data: URL, an address or base64. */
const PAYLOADS: ReadonlySet<string> = new Set([
  'url',
  'image_url',
  'file_url',
  'document_url',
  'video_url',
  'audio_url',
  'data',
  'file_data',
]);

/** One part of a message's content. Reports one `opaque` for a part whose bytes cannot be read or whose type is unknown. */
export function walkPart(place: Place, value: JsonValue, author: SlotAuthor, reading: Reading): void {
  const part: Part = { place, author, ...reading };
  if (typeof value === 'string') reading.visit.text(place, value, author, reading.flow);
  else if (!isObject(value)) anything(place, value, author, reading.visit);
  else walkTyped(part, value);
}

function walkTyped(part: Part, value: JsonObject): void {
  const { place, author, visit } = part;
  const type = typeof value.type === 'string' ? value.type : undefined;
  const textField = type === undefined ? undefined : TEXT_PARTS.get(type);
  if (type !== undefined && textField === undefined && BINARY_PARTS.has(type)) {
    if (!walkBinary(part, value)) visit.opaque(place, 'unreadable', author);
    return;
  }
  if (textField === undefined) visit.opaque(place, 'unknown', author);
  for (const key of Object.keys(value)) {
    const inner = placeIn(value, key, place);
    const field = value[key] ?? null;
    name(value, key, { up: place, author, visit });
    if (typeof field === 'string' && (key === textField || key === 'text')) visit.text(inner, field, author, part.flow);
    else if (key === 'signature') blob(inner, field, author, visit);
    else (WORDS.get(key) ?? anything)(inner, field, author, visit);
  }
}

/** Words of the format in a part; `id` and `file_id` name uploads. */
const WORDS: ReadonlyMap<string, Field> = new Map([
  ...['type', 'detail', 'format', 'media_type', 'mime_type'].map((name): [string, Field] => [name, token]),
  ['id', identifier],
  ['file_id', identifier],
]);

/** Reads what can be read of a part with bytes; false where some of it could not be. */
function walkBinary(part: Part, value: JsonObject): boolean {
  let readable = value.type !== 'redacted_thinking' && !holdsFileId(value);
  const walk = (holder: JsonObject, up: Place): void => {
    for (const key of Object.keys(holder)) {
      const inner = placeIn(holder, key, up);
      const field = holder[key] ?? null;
      name(holder, key, { up, author: part.author, visit: part.visit });
      if (typeof field === 'string' && PAYLOADS.has(key)) readable = readPayload(part, inner, field) && readable;
      else if (isObject(field)) walk(field, inner);
      else (WORDS.get(key) ?? anything)(inner, field, part.author, part.visit);
    }
  };
  walk(value, part.place);
  return readable;
}

function holdsFileId(value: JsonObject): boolean {
  return Object.keys(value).some((key) => {
    const field = value[key];
    return key === 'file_id' ? typeof field === 'string' : isObject(field) && typeof field.file_id === 'string';
  });
}

/** An address is text, and so is a payload that decodes to text; what an address points to, nobody here has read. */
function readPayload(part: Part, place: Place, field: string): boolean {
  const { author, flow, visit } = part;
  const url = readDataUrl(field);
  if (url?.kind === 'unreadable') return false;
  if (url !== undefined) {
    visit.encoded(place, url.content, author, flow);
    return true;
  }
  if (place.key === 'data' || place.key === 'file_data') {
    const file = readBase64Text(field);
    if (file === undefined) {
      if (!isBase64(field)) visit.text(place, field, author);
      return false;
    }
    visit.encoded(place, file, author, flow);
    return true;
  }
  visit.text(place, field, author);
  return false;
}

/** A message's content: a string, an array of parts, or anything else. */
export function content(place: Place, value: JsonValue, author: SlotAuthor, reading: Reading): void {
  if (typeof value === 'string') reading.visit.text(place, value, author, reading.flow);
  else if (!Array.isArray(value)) anything(place, value, author, reading.visit);
  else for (let i = 0; i < value.length; i++) walkPart(placeIn(value, i, place), value[i] ?? null, author, reading);
}
