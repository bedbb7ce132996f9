import { isObject, type JsonObject, type JsonValue } from '../../../src/chat/json.ts';

/** What a client that joins deltas ends up with. */
export interface Seen {
  /** By choice and field, `0:content`, `1:tool:0`; names and ids of tools, roles and reasons to finish too. */
  readonly texts: Readonly<Record<string, string>>;
  /** Text of a choice after its finish frame. */
  readonly late: readonly string[];
  readonly usage: JsonValue | undefined;
  readonly error: JsonValue | undefined;
  readonly done: boolean;
}

/** Reads the gateway's bytes as an SDK does. */
export function readStream(output: string): Seen {
  const events = output
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => event.slice('data: '.length));
  const done = events.at(-1) === '[DONE]';
  const chunks = (done ? events.slice(0, -1) : events).map((event) => JSON.parse(event) as JsonObject);
  return { ...joinChunks(chunks), done };
}

export function joinChunks(chunks: readonly JsonObject[]): Omit<Seen, 'done'> {
  const texts: Record<string, string> = {};
  const late: string[] = [];
  let usage: JsonValue | undefined;
  let error: JsonValue | undefined;
  for (const chunk of chunks) {
    if (chunk.usage !== undefined && chunk.usage !== null) usage = chunk.usage;
    if (chunk.error !== undefined) error = chunk.error;
    for (const choice of listOf(chunk.choices)) {
      const index = String(choice.index ?? 0);
      const add = (key: string, text: JsonValue | undefined): void => {
        if (typeof text !== 'string' || text === '') return;
        const full = `${index}:${key}`;
        if (texts[`${index}:finish`] !== undefined && key !== 'role') late.push(full);
        texts[full] = (texts[full] ?? '') + text;
      };
      if (isObject(choice.delta)) joinDelta(choice.delta, add);
      // Some say it in every delta.
      if (isObject(choice.delta) && texts[`${index}:role`] === undefined) add('role', choice.delta.role);
      add('finish', choice.finish_reason);
    }
  }
  return { texts, late, usage, error };
}

type Add = (key: string, text: JsonValue | undefined) => void;

function joinDelta(delta: JsonObject, add: Add): void {
  for (const name of ['reasoning_content', 'reasoning', 'content', 'refusal']) add(name, delta[name]);
  for (const part of listOf(delta.content)) {
    if (typeof part.text === 'string') add('content', part.text);
    for (const inner of listOf(part.thinking)) add('thinking', inner.text);
  }
  for (const detail of listOf(delta.reasoning_details)) {
    add(`details:${detail.index ?? 0}`, detail.text);
    add(`summary:${detail.index ?? 0}`, detail.summary);
  }
  if (isObject(delta.audio)) add('transcript', delta.audio.transcript);
  if (isObject(delta.function_call)) {
    add('call:name', delta.function_call.name);
    add('call', delta.function_call.arguments);
  }
  for (const call of listOf(delta.tool_calls)) {
    add(`tool:${call.index ?? 0}:id`, call.id);
    const named = isObject(call.function) ? call.function : isObject(call.custom) ? call.custom : {};
    add(`tool:${call.index ?? 0}:name`, named.name);
    add(`tool:${call.index ?? 0}`, named.arguments ?? named.input);
  }
}

const listOf = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The whole answer that a provider would have sent instead of a stream: one message for each choice. */
export function asWholeAnswer({ texts, usage }: Pick<Seen, 'texts' | 'usage'>): JsonObject {
  const choices = new Map<string, JsonObject>();
  for (const [full, text] of Object.entries(texts)) {
    const colon = full.indexOf(':');
    const [index, key] = [full.slice(0, colon), full.slice(colon + 1)];
    const choice = choices.get(index) ?? { index: Number(index), message: {}, finish_reason: null };
    choices.set(index, choice);
    const message = choice.message as JsonObject;
    const [name = '', number] = key.split(':');
    if (key === 'finish') choice.finish_reason = text;
    else if (name === 'tool') setTool(message, { index: Number(number), key, text });
    else if (name === 'call')
      message.function_call = { ...(message.function_call as JsonObject), ...callField(key, text) };
    else if (name === 'details' || name === 'summary')
      message.reasoning_details = [
        ...listOf(message.reasoning_details),
        { type: 'reasoning', index: Number(number), [name === 'details' ? 'text' : 'summary']: text },
      ];
    else if (name === 'transcript') message.audio = { transcript: text };
    else if (name === 'thinking')
      message.content = [{ type: 'thinking', thinking: [{ type: 'text', text }] }, ...listOf(message.content)];
    else if (name === 'content' && Array.isArray(message.content)) message.content.push({ type: 'text', text });
    else message[name] = text;
  }
  return { choices: [...choices.values()], ...(usage === undefined ? {} : { usage }) };
}

function setTool(message: JsonObject, { index, key, text }: { index: number; key: string; text: string }): void {
  const calls = listOf(message.tool_calls);
  const call: JsonObject = calls.find((each) => each.index === index) ?? { index, type: 'function', function: {} };
  if (!calls.includes(call)) calls.push(call);
  if (key.endsWith(':id')) call.id = text;
  else call.function = { ...(call.function as JsonObject), ...callField(key, text) };
  message.tool_calls = calls;
}

const callField = (key: string, text: string): JsonObject =>
  key.endsWith(':name') ? { name: text } : { arguments: text };

/** The same view of a whole answer. */
export function readWhole(answer: JsonObject): Omit<Seen, 'done'> {
  const chunks = listOf(answer.choices).map(
    (choice): JsonObject => ({
      choices: [{ index: choice.index, delta: choice.message, finish_reason: choice.finish_reason }],
    }),
  );
  return { ...joinChunks(chunks), usage: answer.usage };
}
