import type { JsonObject } from './json.ts';
import { type JsonLiteral, jsonLiterals, replaceJsonStrings } from './slot-json.ts';
import { type Place, pathOf, renameKey, setAt } from './slot-place.ts';
import { walkRequest } from './slot-request.ts';
import type { SlotAuthor } from './slot-visitor.ts';

/** How the text stands in the body: as it is, as a literal inside a JSON string, in a data: URL or base64, or as a field's name. */
export type SlotEncoding = 'plain' | 'json' | 'data-url' | 'key';

/** `text`: read it. `unreadable`: an image, sound or file nobody here can read. `unknown`: a content part of an unknown type. */
export type SlotKind = 'text' | 'unreadable' | 'unknown';

/** One string of a request. Plain data: read `text`, give another with `replaceSlot`, ask for its path with `slotPath`. */
export interface TextSlot {
  readonly kind: SlotKind;
  readonly direction: 'request';
  readonly encoding: SlotEncoding;
  readonly author: SlotAuthor;
  /** What to inspect; empty unless `kind` is `text`. */
  readonly text: string;
  /** Message content, read joined with its neighbours; the number of its message. */
  readonly flow: number | undefined;
  /** A field's name inside JSON: kept as it is unless it holds data. */
  readonly structural: boolean;
  /** It stands in place of a word of the format. */
  readonly isWord: boolean;
  /** The name of the field whose value it is, where it stands in data; empty for none. */
  readonly label: string;
  readonly place: Place;
  /** Writes `text` back; used by `replaceSlot`. */
  readonly write: (text: string) => void;
}

export interface TextSlots {
  /** Every string of the body in document order. */
  readonly slots: readonly TextSlot[];
  /** Words of the format that may hold a key or a number. They link one field to another, so they cannot be replaced. */
  readonly words: readonly TextSlot[];
  /** Writes replaced literals into their JSON strings and renames fields. Call once after the last `replaceSlot`. */
  commit(): void;
}

/**
 * Every string of a chat completion request (a value of JSON.parse; numbers may be `JSON.rawJSON` objects and stay as they are). The
 * few words with which the format itself speaks (roles, types, ids, tool names) stand apart, unless they look like data.
 * Throws `NestingTooDeep`.
 */
export function listTextSlots(body: JsonObject): TextSlots {
  const slots: TextSlot[] = [];
  const words: TextSlot[] = [];
  const documents: JsonDocument[] = [];
  const renames: Rename[] = [];
  walkRequest(body, {
    text: (place, text, author, flow) =>
      slots.push(
        slotOf('text', 'plain', place, text, { author, flow, write: (next) => setAt(place.holder, place.key, next) }),
      ),
    labelled: (place, text, author, label) =>
      slots.push(
        slotOf('text', 'plain', place, text, { author, label, write: (next) => setAt(place.holder, place.key, next) }),
      ),
    encoded: (place, content, author, flow) =>
      slots.push(
        slotOf('text', 'data-url', place, content.text, {
          author,
          flow,
          write: (next) => setAt(place.holder, place.key, content.encode(next)),
        }),
      ),
    key: (place, author) => slots.push(keySlot(place, author, renames)),
    json: (place, json, author) => {
      const literals = jsonLiterals(json);
      if (literals === undefined) {
        const write = (next: string): void => setAt(place.holder, place.key, next);
        slots.push(slotOf('text', 'plain', place, json, { author, write }));
        return;
      }
      const document: JsonDocument = { place, json, edits: [] };
      documents.push(document);
      for (const literal of literals) slots.push(jsonSlot(document, literal, author));
    },
    noWord: (place, text, author) =>
      slots.push(
        slotOf('text', 'plain', place, text, {
          author,
          isWord: true,
          write: (next) => setAt(place.holder, place.key, next),
        }),
      ),
    word: (place, text, author) =>
      words.push(slotOf('text', 'plain', place, text, { author, isWord: true, write: refuseWrite })),
    opaque: (place, kind, author) => slots.push(slotOf(kind, 'plain', place, '', { author, write: refuseWrite })),
  });
  return {
    slots,
    words,
    commit: () => {
      for (const document of documents) commitDocument(document);
      for (const { holder, from, to } of renames) renameKey(holder, from, to);
    },
  };
}

/** Puts another text where the slot stands. Inside JSON, and for names, it takes effect with `commit`. */
export function replaceSlot(slot: TextSlot, text: string): void {
  slot.write(text);
}

/** Where the slot stands: `messages[2].tool_calls[0].function.arguments`. */
export function slotPath(slot: TextSlot): string {
  return pathOf(slot.place);
}

interface JsonDocument {
  readonly place: Place;
  readonly json: string;
  readonly edits: { start: number; end: number; text: string }[];
}

interface SlotRest {
  readonly author: SlotAuthor;
  readonly flow?: number | undefined;
  readonly structural?: boolean;
  readonly isWord?: boolean;
  readonly label?: string;
  readonly write: (text: string) => void;
}

function slotOf(kind: SlotKind, encoding: SlotEncoding, place: Place, text: string, rest: SlotRest): TextSlot {
  const { author, write, flow, structural = false, isWord = false, label = '' } = rest;
  return { kind, direction: 'request', encoding, author, text, flow, structural, isWord, label, place, write };
}

function jsonSlot(document: JsonDocument, literal: JsonLiteral, author: SlotAuthor): TextSlot {
  const { start, end, text, isKey, label } = literal;
  return slotOf('text', isKey ? 'key' : 'json', document.place, text, {
    author,
    structural: isKey,
    label,
    write: (next) => document.edits.push({ start, end, text: next }),
  });
}

/** A key's new name waits for `commit`: until then the slots below it are written by the old one. */
interface Rename {
  readonly holder: JsonObject;
  readonly from: string;
  readonly to: string;
}

function keySlot(place: Place, author: SlotAuthor, renames: Rename[]): TextSlot {
  const key = String(place.key);
  return slotOf('text', 'key', place, key, {
    author,
    structural: true,
    write: (to) => renames.push({ holder: place.holder as JsonObject, from: key, to }),
  });
}

function commitDocument({ place, json, edits }: JsonDocument): void {
  if (edits.length === 0) return;
  edits.sort((a, b) => a.start - b.start);
  setAt(place.holder, place.key, replaceJsonStrings(json, edits));
}

function refuseWrite(): never {
  throw new Error('This slot cannot be replaced.');
}
