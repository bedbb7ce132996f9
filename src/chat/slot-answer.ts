import type { AnswerField, AnswerText } from './answer-text.ts';
import { isObject, type JsonObject, type JsonValue, parseJson } from './json.ts';
import { addEcho, addOther, addOtherFields, isBase64 } from './slot-answer-other.ts';
import { renameKey, setAt } from './slot-place.ts';

/** Throws SyntaxError for a printed text that is no JSON any more; then nothing has been changed. */
export function replaceAnswerText(slot: AnswerText, text: string): void {
  answerChange(slot, text)();
}

/** The change that makes a field say this text: it cannot fail. Throws SyntaxError where the text is no JSON and has to be. */
export function answerChange({ holder, name, printed, isName }: AnswerText, text: string): () => void {
  if (isName !== true) {
    const value = printed === true ? parseJson(text) : text;
    return () => setAt(holder, name, value);
  }
  return () => {
    if (!Array.isArray(holder) && !Object.hasOwn(holder, text)) renameKey(holder, String(name), text);
  };
}

/**
 * Every string a client shows or runs in a message of a whole answer, or in the delta of a chunk; both have the same fields. OpenAI's
 * (platform.openai.com/docs/api-reference/chat), those of other providers by name, and any other field as it comes.
 */
export function listAnswerTexts(message: JsonObject): AnswerText[] {
  const texts: AnswerText[] = [];
  for (const [name, field] of PROSE) addText(texts, message, name, { field, key: name });
  for (const name in message) {
    const value = message[name];
    // Most deltas are one string.
    if (value === null || value === undefined || (typeof value === 'string' && PROSE_NAMES.has(name))) continue;
    if (typeof value === 'string' && OWN.has(name)) addEcho(texts, message, name, name);
    else addField(texts, message, name, value);
  }
  return texts;
}

/** The name of the field with the only text of a delta, where it is prose and whole parts of nothing else come with it: most deltas are one string. */
export function onlyProse(delta: JsonObject): string | undefined {
  let only: string | undefined;
  for (const name in delta) {
    const value = delta[name];
    if (value === null || value === undefined || value === '') continue;
    if (PROSE_NAMES.has(name) && typeof value === 'string' && only === undefined) only = name;
    else if (name !== 'role') return undefined;
  }
  return only;
}

/**
 * The strings beside the messages of an answer or a chunk: sources and search results that some providers send along. `upstream` is how the
 * echo provider shows what it was sent.
 */
export function listFrameTexts(answer: JsonObject): readonly AnswerText[] {
  let texts: AnswerText[] | undefined;
  for (const name in answer) {
    if (!mayHoldText(answer[name]) || isFrameField(name)) continue;
    texts ??= [];
    addOther(texts, answer, name, { field: 'other', path: name });
  }
  const { choices, id } = answer;
  if (typeof id === 'string' && id.includes('[')) {
    texts ??= [];
    addEcho(texts, answer, 'id', 'id');
  }
  if (!Array.isArray(choices)) {
    texts ??= [];
    addOther(texts, answer, 'choices', { field: 'other', path: 'choices' });
    return texts;
  }
  for (let i = 0; i < choices.length; i++) {
    const choice = choices[i];
    if (!isObject(choice)) {
      texts ??= [];
      addOther(texts, choices, i, { field: 'other', path: `choices.${texts.length}` });
      continue;
    }
    for (const name in choice) {
      const value = choice[name];
      // A message that is no object has no known fields: all it says is read here.
      if (!mayHoldText(value) || (isChoiceField(name) && (isObject(value) || !MESSAGES.has(name)))) continue;
      texts ??= [];
      addOther(texts, choice, name, { field: 'other', path: `choices.${texts.length}.${name}` });
    }
    if (typeof choice.stop_reason === 'string') {
      texts ??= [];
      addEcho(texts, choice, 'stop_reason', 'stop_reason');
    }
  }
  return texts ?? NO_TEXTS;
}

const NO_TEXTS: readonly AnswerText[] = [];

/** Asked of every field of every chunk: most are numbers and null. */
const mayHoldText = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null);

/** Fields that hold no text of a person, or are read as what they are. A switch, because it is asked for every field of every chunk and takes a third of the time of a set. */
function isFrameField(name: string): boolean {
  switch (name) {
    case 'id':
    case 'object':
    case 'created':
    case 'model':
    case 'choices':
    case 'usage':
    case 'system_fingerprint':
    case 'service_tier':
    case 'provider':
    case 'obfuscation':
    case 'prompt_filter_results':
    case 'upstream':
      return true;
    default:
      return false;
  }
}

function isChoiceField(name: string): boolean {
  switch (name) {
    case 'index':
    case 'message':
    case 'delta':
    case 'finish_reason':
    case 'native_finish_reason':
    case 'stop_reason':
    case 'logprobs':
    case 'content_filter_results':
    case 'content_filter_result':
    case 'content_filter_offsets':
      return true;
    default:
      return false;
  }
}

const MESSAGES: ReadonlySet<string> = new Set(['message', 'delta']);

/** In the order in which a client reads them: reasoning comes first. */
const PROSE: readonly (readonly [string, AnswerField])[] = [
  ['reasoning_content', 'reasoning'],
  ['reasoning', 'reasoning'],
  ['thinking', 'reasoning'],
  ['tool_plan', 'reasoning'],
  ['content', 'content'],
  ['refusal', 'refusal'],
];
const PROSE_NAMES: ReadonlySet<string> = new Set(PROSE.map(([name]) => name));
const OWN: ReadonlySet<string> = new Set(['role', 'id', 'name', 'tool_call_id']);

function addField(texts: AnswerText[], message: JsonObject, name: string, value: JsonValue): void {
  if (name === 'content' && Array.isArray(value)) addParts(texts, value);
  else if (name === 'reasoning_details' && Array.isArray(value)) addDetails(texts, value);
  else if (name === 'thinking_blocks' && Array.isArray(value)) addThinkingBlocks(texts, value);
  else if (name === 'tool_calls' && Array.isArray(value)) addToolCalls(texts, value);
  else if (name === 'function_call' && isObject(value)) addCall(texts, value, 'arguments', 'function_call');
  else if (name === 'annotations' && Array.isArray(value))
    addOther(texts, message, name, { field: 'citation', path: name });
  else if (name === 'audio' && isObject(value)) {
    addText(texts, value, 'transcript', { field: 'transcript', key: 'transcript' });
    addOtherFields(texts, value, { field: 'other', path: 'audio' }, knownOf(value, AUDIO));
  } else addOther(texts, message, name, { field: 'other', path: name });
}

const AUDIO = { plain: new Set(['transcript']), encoded: new Set(['transcript', 'data']) };

interface Meaning {
  readonly field: AnswerField;
  readonly key: string;
  readonly tool?: string | undefined;
}

function addText(texts: AnswerText[], holder: JsonObject, name: string, { field, key, tool }: Meaning): void {
  const text = Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (typeof text === 'string' && text !== '') texts.push({ field, key, tool, text, holder, name });
}

const PART: ReadonlySet<string> = new Set(['text', 'refusal', 'thinking']);

/** Parts of one kind are one text that goes on (Mistral streams content as arrays of parts). */
function addParts(texts: AnswerText[], parts: JsonValue[]): void {
  parts.forEach((part, i) => {
    if (!isObject(part)) {
      if (typeof part === 'string' && part !== '')
        texts.push({ field: 'content', key: 'content', tool: undefined, text: part, holder: parts, name: i });
      return;
    }
    addText(texts, part, 'text', { field: 'content', key: 'content' });
    addText(texts, part, 'refusal', { field: 'refusal', key: 'refusal' });
    if (Array.isArray(part.thinking)) {
      for (const inner of part.thinking)
        if (isObject(inner)) addText(texts, inner, 'text', { field: 'reasoning', key: 'thinking_parts' });
    } else addText(texts, part, 'thinking', { field: 'reasoning', key: 'thinking_part' });
    // What Anthropic calls `tool_use`, where a server passes it on.
    if (isObject(part.input) || Array.isArray(part.input)) addCall(texts, part, 'input', `content:${i}`);
    else addOtherFields(texts, part, { field: 'other', path: `content:${i}` }, PART);
  });
}

const DETAIL = { plain: new Set(['text', 'summary']), encoded: new Set(['text', 'summary', 'data']) };

/** OpenRouter's reasoning: text or a summary; encrypted items are bytes. */
function addDetails(texts: AnswerText[], details: readonly JsonValue[]): void {
  details.forEach((detail, i) => {
    if (!isObject(detail)) return;
    const index = typeof detail.index === 'number' ? detail.index : i;
    addText(texts, detail, 'text', { field: 'reasoning', key: `reasoning_details:${index}` });
    addText(texts, detail, 'summary', { field: 'reasoning', key: `reasoning_summary:${index}` });
    addOtherFields(texts, detail, { field: 'other', path: `reasoning_details:${i}` }, knownOf(detail, DETAIL));
  });
}

const BLOCK = { plain: new Set(['thinking']), encoded: new Set(['thinking', 'data']) };

/** LiteLLM's reasoning of Anthropic models. */
function addThinkingBlocks(texts: AnswerText[], blocks: readonly JsonValue[]): void {
  blocks.forEach((block, i) => {
    if (!isObject(block)) return;
    addText(texts, block, 'thinking', { field: 'reasoning', key: 'thinking_blocks' });
    addOtherFields(texts, block, { field: 'other', path: `thinking_blocks:${i}` }, knownOf(block, BLOCK));
  });
}

/** Sound and encrypted reasoning are left as they are; where `data` is no base64 it is read. */
function knownOf(
  { data }: JsonObject,
  known: { readonly encoded: ReadonlySet<string>; readonly plain: ReadonlySet<string> },
): ReadonlySet<string> {
  return typeof data === 'string' && isBase64(data) ? known.encoded : known.plain;
}

const CALL: ReadonlySet<string> = new Set(['function', 'custom']);

function addToolCalls(texts: AnswerText[], calls: readonly JsonValue[]): void {
  const keys = toolKeys(calls);
  for (const [i, call] of calls.entries()) addToolCall(texts, call, keys[i] ?? '');
}

/** The key of each call: by its index, else by its place. Some providers give several calls one index: each is a call of its own. */
export function toolKeys(calls: readonly JsonValue[]): string[] {
  const keys = new Set<string>();
  for (const [position, call] of calls.entries()) {
    const key = `tool:${isObject(call) && typeof call.index === 'number' ? call.index : position}`;
    keys.add(keys.has(key) ? `${key}:${position}` : key);
  }
  return [...keys];
}

function addToolCall(texts: AnswerText[], call: JsonValue, key: string): void {
  if (!isObject(call)) return;
  if (isObject(call.function)) addCall(texts, call.function, 'arguments', key);
  else addOther(texts, call, 'function', { field: 'other', path: key });
  if (isObject(call.custom)) addCall(texts, call.custom, 'input', key);
  else addOther(texts, call, 'custom', { field: 'other', path: key });
  addOtherFields(texts, call, { field: 'other', path: key }, CALL);
}

/**
 * What a tool is called with: JSON, a text, or, with some providers (Ollama), JSON that is no string. That is read as it is printed, so that names, numbers
 * and JSON in its strings are treated like those of everybody else.
 */
function addCall(texts: AnswerText[], call: JsonObject, name: 'arguments' | 'input', key: string): void {
  const tool = typeof call.name === 'string' && call.name !== '' ? call.name : undefined;
  const value = Object.hasOwn(call, name) ? call[name] : undefined;
  if (typeof call.name === 'string') addEcho(texts, call, 'name', key);
  else addOther(texts, call, 'name', { field: 'other', path: key });
  if (typeof value === 'string') addText(texts, call, name, { field: name, key, tool });
  else if (isObject(value) || Array.isArray(value)) {
    const place = { holder: call, name, whole: true, printed: true };
    texts.push({ field: 'arguments', key: `${key}.${name}`, tool, text: JSON.stringify(value), ...place });
  }
  addOtherFields(texts, call, { field: 'other', path: key, tool }, name === 'input' ? INPUT : ARGUMENTS);
}

const INPUT: ReadonlySet<string> = new Set([...PART, 'name', 'input']);
const ARGUMENTS: ReadonlySet<string> = new Set(['name', 'arguments']);
