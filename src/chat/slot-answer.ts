import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { setAt } from './slot-place.ts';

/** What a text of an answer is: prose, JSON (`arguments`), or output that is JSON where the request asked for it (`content`). */
export type AnswerField = 'content' | 'refusal' | 'reasoning' | 'arguments' | 'input' | 'transcript' | 'citation';

/** One string of a message or a delta. `key` is the same for all deltas of one field: `content`, `tool:0`. */
export interface AnswerText {
  readonly field: AnswerField;
  readonly key: string;
  /** The tool's name, where this message says it. */
  readonly tool: string | undefined;
  readonly text: string;
  readonly holder: JsonObject;
  readonly name: string;
}

export function replaceAnswerText(slot: AnswerText, text: string): void {
  setAt(slot.holder, slot.name, text);
}

/** Every string a client shows or runs in a message of a whole answer, or in the delta of a chunk; both have the same fields. */
export function listAnswerTexts(message: JsonObject): AnswerText[] {
  const texts: AnswerText[] = [];
  for (const [name, field] of PROSE) addText(texts, message, name, { field, key: name });
  if (Array.isArray(message.content)) addParts(texts, message.content);
  if (Array.isArray(message.reasoning_details)) addDetails(texts, message.reasoning_details);
  if (isObject(message.audio)) addText(texts, message.audio, 'transcript', { field: 'transcript', key: 'transcript' });
  if (isObject(message.function_call))
    addCall(texts, message.function_call, 'arguments', { field: 'arguments', key: 'function_call' });
  for (const [i, call] of listOf(message.tool_calls)) addToolCall(texts, call, i);
  for (const [i, annotation] of listOf(message.annotations)) addAnnotation(texts, annotation, i);
  return texts;
}

const PROSE: readonly (readonly [string, AnswerField])[] = [
  ['reasoning_content', 'reasoning'],
  ['reasoning', 'reasoning'],
  ['content', 'content'],
  ['refusal', 'refusal'],
];

function listOf(value: JsonValue | undefined): IterableIterator<[number, JsonValue]> {
  return (Array.isArray(value) ? value : []).entries();
}

interface Meaning {
  readonly field: AnswerField;
  readonly key: string;
  readonly tool?: string | undefined;
}

function addText(texts: AnswerText[], holder: JsonObject, name: string, { field, key, tool }: Meaning): void {
  const text = Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (typeof text === 'string' && text !== '') texts.push({ field, key, tool, text, holder, name });
}

/** Parts of one kind are one text that goes on (Mistral streams content as arrays of parts). */
function addParts(texts: AnswerText[], parts: readonly JsonValue[]): void {
  for (const part of parts) {
    if (!isObject(part)) continue;
    addText(texts, part, 'text', { field: 'content', key: 'content' });
    addText(texts, part, 'refusal', { field: 'refusal', key: 'refusal' });
    if (Array.isArray(part.thinking)) {
      for (const inner of part.thinking)
        if (isObject(inner)) addText(texts, inner, 'text', { field: 'reasoning', key: 'thinking' });
    } else addText(texts, part, 'thinking', { field: 'reasoning', key: 'thinking' });
  }
}

/** OpenRouter's reasoning: text or a summary; encrypted items are bytes. */
function addDetails(texts: AnswerText[], details: readonly JsonValue[]): void {
  details.forEach((detail, i) => {
    if (!isObject(detail)) return;
    const index = typeof detail.index === 'number' ? detail.index : i;
    addText(texts, detail, 'text', { field: 'reasoning', key: `reasoning_details:${index}` });
    addText(texts, detail, 'summary', { field: 'reasoning', key: `reasoning_summary:${index}` });
  });
}

function addToolCall(texts: AnswerText[], call: JsonValue, position: number): void {
  if (!isObject(call)) return;
  const index = typeof call.index === 'number' ? call.index : position;
  if (isObject(call.function)) addCall(texts, call.function, 'arguments', { field: 'arguments', key: `tool:${index}` });
  if (isObject(call.custom)) addCall(texts, call.custom, 'input', { field: 'input', key: `tool:${index}` });
}

function addCall(texts: AnswerText[], call: JsonObject, name: string, meaning: Meaning): void {
  addText(texts, call, name, { ...meaning, tool: typeof call.name === 'string' ? call.name : undefined });
}

function addAnnotation(texts: AnswerText[], annotation: JsonValue, index: number): void {
  if (!isObject(annotation) || !isObject(annotation.url_citation)) return;
  addText(texts, annotation.url_citation, 'title', { field: 'citation', key: `citation:${index}:title` });
  addText(texts, annotation.url_citation, 'url', { field: 'citation', key: `citation:${index}:url` });
}
