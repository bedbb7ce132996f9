import { isObject, type JsonObject } from '../chat/json.ts';
import { type AnswerText, listAnswerTexts, replaceAnswerText } from '../chat/slot-answer.ts';
import type { PlaceholderMap } from './placeholder.ts';
import { createRestorer, type RestoreOptions } from './restorer.ts';

export interface RestoreAnswerOptions extends Omit<RestoreOptions, 'json'> {
  /** The request asked for JSON (`response_format`), so content is JSON where it begins like it. */
  readonly jsonContent?: boolean;
  /** Tools that get placeholders instead of values: their names, or all of them. */
  readonly withoutTools?: 'all' | readonly string[];
}

/** Restores a whole text: what a stream gives in pieces, in one. */
export function restoreText(text: string, map: PlaceholderMap, options: RestoreOptions = {}): string {
  const restorer = createRestorer(map, options);
  return restorer.push(text) + restorer.flush();
}

/** Restores a chat completion in place and returns it. `logprobs` keep placeholders. An inspection of the answer comes before this. */
export function restoreAnswer(answer: JsonObject, map: PlaceholderMap, options: RestoreAnswerOptions = {}): JsonObject {
  if (map.values.size === 0 || !Array.isArray(answer.choices)) return answer;
  for (const choice of answer.choices) {
    if (isObject(choice) && isObject(choice.message)) restoreMessage(choice.message, map, options);
  }
  return answer;
}

function restoreMessage(message: JsonObject, map: PlaceholderMap, options: RestoreAnswerOptions): void {
  // Parts of one field are one text: a placeholder may begin in one part and end in the next.
  const last = new Map<string, AnswerText>();
  const texts = listAnswerTexts(message);
  for (const text of texts) last.set(text.key, text);
  const restorers = new Map<string, ReturnType<typeof createRestorer>>();
  for (const text of texts) {
    if (isExcludedTool(text.tool, options)) continue;
    const restorer = restorers.get(text.key) ?? createRestorer(map, fieldOptions(text, options));
    restorers.set(text.key, restorer);
    const restored = restorer.push(text.text);
    replaceAnswerText(text, last.get(text.key) === text ? restored + restorer.flush() : restored);
  }
}

/** How one field of an answer is restored: the same for whole answers and streams. */
export function fieldOptions(text: AnswerText, options: RestoreAnswerOptions): RestoreOptions {
  if (text.field === 'arguments') return { ...options, json: 'always' };
  return text.field === 'content' && options.jsonContent === true ? { ...options, json: 'auto' } : options;
}

/** Whether a tool of this name keeps placeholders. */
export function isExcludedTool(name: string | undefined, { withoutTools }: RestoreAnswerOptions): boolean {
  if (withoutTools === undefined || name === undefined) return false;
  return withoutTools === 'all' || withoutTools.includes(name);
}
