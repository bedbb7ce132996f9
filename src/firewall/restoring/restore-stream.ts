import type { AnswerText } from '../../chat/answer-text.ts';
import { isObject, type JsonObject, type JsonValue } from '../../chat/json.ts';
import { listAnswerTexts, listFrameTexts, onlyProse, replaceAnswerText, toolKeys } from '../../chat/slot-answer.ts';
import { moveCitations, type TextPositions, textPositions } from '../answers/answer-positions.ts';
import type { PlaceholderMap } from '../placeholder.ts';
import { dropLogprobs } from './restore.ts';
import { createFieldRestorer, type FieldRules, type RestoreAnswerOptions } from './restore-field.ts';
import type { Restorer } from './restorer.ts';

/** Inspects and restores the chunks of one streamed answer. Throws `AnswerBlocked`, `AnswerUnchecked` and `RestorationFailed`. */
export interface AnswerStream {
  /** What to send in place of a chunk: nothing, the chunk, or held text before it. The chunk is changed in place. */
  transform(chunk: JsonObject): readonly JsonObject[];
  /** What is still held when the stream ends without a finish frame. */
  end(): readonly JsonObject[];
}

/**
 * One restorer per (choice, field, tool call). Held text leaves as a normal delta before the choice's finish frame; a chunk that has become
 * empty is not sent, unless it says something else. With no placeholders issued and nothing to inspect, chunks pass untouched.
 */
export function createAnswerStream(map: PlaceholderMap, options: RestoreAnswerOptions = {}): AnswerStream {
  if (map.values.size === 0 && options.inspection === undefined)
    return { transform: (chunk) => [chunk], end: () => [] };
  const choices = new Map<number, ChoiceState>();
  let frame: JsonObject = { object: 'chat.completion.chunk' };

  const stateOf = (index: number): ChoiceState => {
    let state = choices.get(index);
    if (state === undefined) {
      state = newState();
      choices.set(index, state);
    }
    return state;
  };

  /** Some providers send their sources with every chunk: what was read once is known. */
  const beside = new Map<string, string>();
  const restoreBeside = (text: AnswerText): void => {
    const key = `${text.field === 'echo' ? 'echo' : text.link === true ? 'link' : 'text'} ${text.text}`;
    let restored = beside.get(key);
    if (restored === undefined) {
      const restorer = createFieldRestorer(text, undefined, { map, options });
      restored = restorer.push(text.text) + restorer.flush();
      if (beside.size < MOST_BESIDE) beside.set(key, restored);
    }
    if (restored !== text.text) replaceAnswerText(text, restored);
  };

  return {
    transform(chunk) {
      if (!Array.isArray(chunk.choices)) return [chunk];
      for (const text of listFrameTexts(chunk)) restoreBeside(text);
      frame = chunk;
      const before: JsonObject[] = [];
      let emptied = false;
      for (const choice of chunk.choices) {
        if (!isObject(choice)) continue;
        const index = typeof choice.index === 'number' ? choice.index : 0;
        const state = stateOf(index);
        if (options.inspection?.holds === true) dropLogprobs(choice);
        // Some providers say all there is so far once more in each chunk: no client of deltas reads it, and it would have to be read again each time.
        if ('message' in choice) delete choice.message;
        const delta = isObject(choice.delta) ? choice.delta : undefined;
        const ends = isFinish(choice.finish_reason);
        if (delta !== undefined) {
          const restored = ends ? undefined : restoreProse(delta, state);
          if (restored !== undefined) {
            if (restored === '') emptied = true;
            continue;
          }
          before.push(...noteTools(delta, state, { options, at: { frame, index } }));
          emptied = restoreDelta(delta, state, { map, options }) || emptied;
        }
        if (ends) before.push(...flushBefore(choice, state, { frame, index }));
        else if (delta !== undefined) before.push(...endReasoning(delta, state, { frame, index }));
      }
      if (emptied && saysNothing(chunk)) return before;
      before.push(chunk);
      return before;
    },
    end() {
      const rest: JsonObject[] = [];
      for (const [index, state] of choices) rest.push(...flushAll(state, { frame, index }));
      return rest;
    },
  };
}

/** Some servers say an empty reason with every chunk but the last (LocalAI, one-api). */
const isFinish = (reason: JsonValue | undefined): boolean => typeof reason === 'string' && reason !== '';

/** Texts beside the messages that are remembered. */
const MOST_BESIDE = 1000;

interface Field {
  readonly restorer: Restorer;
  readonly sample: AnswerText;
}

interface ChoiceState {
  readonly fields: Map<string, Field>;
  /** Those of the fields that are reasoning: an answer has one or two, and thousands of calls if the provider likes. */
  readonly reasoning: Field[];
  /** Names of the tools called, by field key: usually only the first delta of a call says it. */
  readonly tools: Map<string, string>;
  /** Their ids, where they were said with the name. */
  readonly calls: Map<string, string>;
  readonly positions: TextPositions;
}

const newState = (): ChoiceState => ({
  fields: new Map(),
  reasoning: [],
  tools: new Map(),
  calls: new Map(),
  positions: textPositions(),
});

interface Frame {
  readonly frame: JsonObject;
  readonly index: number;
}

/**
 * The same as all that follows, for a delta that is the next piece of one text and nothing else, while no reasoning is held: what became of it. Undefined
 * for all other deltas.
 */
function restoreProse(delta: JsonObject, state: ChoiceState): string | undefined {
  const name = onlyProse(delta);
  const field = name === undefined ? undefined : state.fields.get(name);
  const text = name === undefined ? undefined : delta[name];
  if (name === undefined || field === undefined || typeof text !== 'string' || holdsReasoning(state)) return undefined;
  const restored = field.restorer.push(text);
  if (restored !== text) delta[name] = restored;
  return restored;
}

/** Restores a delta in place; true where a text was there and nothing of it is left. */
function restoreDelta(delta: JsonObject, state: ChoiceState, { map, options }: FieldRules): boolean {
  const rules: FieldRules = { map, options, positions: state.positions };
  let emptied = false;
  for (const text of listAnswerTexts(delta)) {
    if (text.whole === true) {
      const restorer = createFieldRestorer(text, toolOf(text, state) ?? text.tool, rules);
      const restored = restorer.push(text.text) + restorer.flush();
      if (restored !== text.text) replaceAnswerText(text, restored);
      continue;
    }
    const field = state.fields.get(text.key) ?? beginField(text, state, rules);
    const restored = field.restorer.push(text.text);
    if (restored === '') emptied = true;
    if (restored !== text.text) replaceAnswerText(text, restored);
  }
  if ('annotations' in delta) moveCitations(delta, state.positions);
  return emptied;
}

function beginField(text: AnswerText, { fields, reasoning, tools }: ChoiceState, rules: FieldRules): Field {
  const field = { restorer: createFieldRestorer(text, tools.get(text.key), rules), sample: text };
  fields.set(text.key, field);
  if (text.field === 'reasoning') reasoning.push(field);
  return field;
}

/** The tool a whole text below a call belongs to: its key begins with the call's. This delta may say only the rest of its name. */
function toolOf({ key }: AnswerText, { tools }: ChoiceState): string | undefined {
  return tools.size === 0 ? undefined : tools.get(key.split('.')[0] ?? '');
}

interface Noting {
  readonly options: RestoreAnswerOptions;
  readonly at: Frame;
}

/** Notes which tools a delta calls. Returns what was held of a call whose index another takes over. */
function noteTools(delta: JsonObject, state: ChoiceState, noting: Noting): JsonObject[] {
  if (isObject(delta.function_call) && typeof delta.function_call.name === 'string')
    noteTool(state, 'function_call', delta.function_call.name);
  if (!Array.isArray(delta.tool_calls)) return [];
  const held: JsonObject[] = [];
  const keys = toolKeys(delta.tool_calls);
  for (const [i, call] of delta.tool_calls.entries()) {
    if (!isObject(call)) continue;
    const key = keys[i] ?? '';
    const named = isObject(call.function) ? call.function : isObject(call.custom) ? call.custom : undefined;
    if (typeof named?.name !== 'string' || named.name === '') continue;
    if (isOtherCall(call, key, state)) held.push(...endField(key, state, noting.at));
    if (noteTool(state, key, named.name)) held.push(...withholdRest(key, state, noting));
  }
  return held;
}

/** Some providers give every call the index 0, or none: another name with another id is another call. */
function isOtherCall({ id }: JsonObject, key: string, { calls, tools }: ChoiceState): boolean {
  if (typeof id !== 'string' || id === '') return false;
  const before = calls.get(key);
  calls.set(key, id);
  if (before === undefined || before === id) return false;
  tools.delete(key);
  return true;
}

/** Where tools are excluded, one whose name has changed after its arguments began gets no more values. */
function withholdRest(key: string, state: ChoiceState, { options, at }: Noting): JsonObject[] {
  if (!state.fields.has(key) || options.withoutTools === undefined || options.withoutTools.length === 0) return [];
  state.tools.delete(key);
  return endField(key, state, at);
}

function endField(key: string, state: ChoiceState, at: Frame): JsonObject[] {
  const field = state.fields.get(key);
  state.fields.delete(key);
  return field === undefined ? [] : flushField(field, at);
}

/** Some providers say the name in every delta, some in pieces. True where it is another than before. */
function noteTool({ tools }: ChoiceState, key: string, name: string): boolean {
  const known = tools.get(key);
  if (known === name) return false;
  tools.set(key, (known ?? '') + name);
  return known !== undefined;
}

/**
 * Held text goes before the finish frame. Where that frame carries text of its own, the text leaves first, so that each field stays in
 * order.
 */
function flushBefore(choice: JsonObject, state: ChoiceState, at: Frame): JsonObject[] {
  const held = flushAll(state, at);
  if (held.length === 0) return [];
  const own = isObject(choice.delta) && listAnswerTexts(choice.delta).length > 0 ? choice.delta : undefined;
  if (own === undefined) return held;
  choice.delta = {};
  return [chunkWith(at, own), ...held];
}

/** Reasoning is over once content or a tool call begins: clients close it then, so its rest must not come later. */
function endReasoning(delta: JsonObject, state: ChoiceState, at: Frame): JsonObject[] {
  const held: JsonObject[] = [];
  if (!holdsReasoning(state) || listAnswerTexts(delta).every((text) => text.field === 'reasoning')) return held;
  for (const field of state.reasoning) held.push(...flushField(field, at));
  return held;
}

const holdsReasoning = ({ reasoning }: ChoiceState): boolean =>
  reasoning.length > 0 && reasoning.some(({ restorer }) => restorer.held() > 0);

function flushAll(state: ChoiceState, at: Frame): JsonObject[] {
  return [...state.fields.values()].flatMap((field) => flushField(field, at));
}

function flushField({ restorer, sample }: Field, at: Frame): JsonObject[] {
  if (restorer.held() === 0) return [];
  const text = restorer.flush();
  return text === '' ? [] : [chunkWith(at, deltaFor(sample, text))];
}

/** A delta that says `text` in the field of the sample, in its shape. */
function deltaFor({ key, field, name: place }: AnswerText, text: string): JsonObject {
  const [name, index = '0'] = key.split(':');
  if (name === 'tool') {
    const call: JsonObject = { index: Number(index) };
    if (field === 'input') call.custom = { input: text };
    else call.function = { arguments: text };
    return { tool_calls: [call] };
  }
  if (name === 'function_call') return { function_call: { arguments: text } };
  if (name === 'transcript') return { audio: { transcript: text } };
  if (name === 'thinking_parts') return { content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] };
  if (name === 'thinking_part') return { content: [{ type: 'thinking', thinking: text }] };
  if (name === 'thinking_blocks') return { thinking_blocks: [{ type: 'thinking', thinking: text }] };
  if (name === 'content' && place === 'text') return { content: [{ type: 'text', text }] };
  if (name === 'reasoning_details')
    return { reasoning_details: [{ type: 'reasoning.text', text, index: Number(index) }] };
  if (name === 'reasoning_summary')
    return { reasoning_details: [{ type: 'reasoning.summary', summary: text, index: Number(index) }] };
  return { [name ?? 'content']: text };
}

/** The chunk's own fields without its choices and its usage. */
function frameOf(chunk: JsonObject): JsonObject {
  const { choices: _choices, usage: _usage, ...frame } = chunk;
  return frame;
}

function chunkWith({ frame, index }: Frame, delta: JsonObject): JsonObject {
  return { ...frameOf(frame), choices: [{ index, delta, finish_reason: null }] };
}

/** No role, no text, no reason to finish, no logprobs, no usage: only fields that are empty now. */
function saysNothing(chunk: JsonObject): boolean {
  if (chunk.usage !== undefined && chunk.usage !== null) return false;
  return Array.isArray(chunk.choices) && chunk.choices.every((choice) => isObject(choice) && isEmptyChoice(choice));
}

function isEmptyChoice(choice: JsonObject): boolean {
  for (const key in choice) if (key !== 'index' && !isEmptyValue(choice[key])) return false;
  return true;
}

/** Types and indexes say nothing by themselves; a role, an id or a name does. */
function isEmptyValue(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isEmptyValue);
  if (!isObject(value)) return false;
  for (const key in value) if (key !== 'index' && key !== 'type' && !isEmptyValue(value[key])) return false;
  return true;
}
