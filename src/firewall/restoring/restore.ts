import type { AnswerText } from '../../chat/answer-text.ts';
import { isObject, type JsonObject } from '../../chat/json.ts';
import { answerChange, listAnswerTexts, listFrameTexts } from '../../chat/slot-answer.ts';
import { moveCitations, textPositions } from '../answers/answer-positions.ts';
import type { PlaceholderMap } from '../placeholder.ts';
import { createFieldRestorer, type FieldRules, type RestoreAnswerOptions } from './restore-field.ts';
import { createRestorer, type RestoreOptions, type Restorer } from './restorer.ts';

/** Restores a whole text: what a stream gives in pieces, in one. */
export function restoreText(text: string, map: PlaceholderMap, options: RestoreOptions = {}): string {
  const restorer = createRestorer(map, options);
  return restorer.push(text) + restorer.flush();
}

/** Inspects and restores a chat completion in place and returns it. `logprobs` keep placeholders. Throws what `restoreSteps` throws. */
export function restoreAnswer(answer: JsonObject, map: PlaceholderMap, options: RestoreAnswerOptions = {}): JsonObject {
  const steps = restoreSteps(answer, map, options);
  while (steps.next().done !== true);
  return answer;
}

/** UTF-16 code units between two steps: inspected in a few milliseconds at worst. */
const STEP = 2048;

/**
 * `restoreAnswer` in steps, so that others get their turn between them. The answer is changed only by the last one. Throws `AnswerBlocked`,
 * `AnswerUnchecked` and `RestorationFailed`; then it has not been changed.
 */
export function* restoreSteps(
  answer: JsonObject,
  map: PlaceholderMap,
  options: RestoreAnswerOptions = {},
): Generator<undefined, void> {
  if (map.values.size === 0 && options.inspection === undefined) return;
  const choices = Array.isArray(answer.choices) ? answer.choices : [];
  const changes: (() => void)[] = [];
  for (const choice of choices) {
    if (!isObject(choice) || !isObject(choice.message)) continue;
    const { message } = choice;
    const texts = listAnswerTexts(message);
    if (isUntouched(texts, options)) continue;
    if (!Array.isArray(message.annotations)) {
      yield* restoreTexts(texts, { map, options }, changes);
      continue;
    }
    const positions = textPositions();
    yield* restoreTexts(texts, { map, options, positions }, changes);
    changes.push(() => moveCitations(message, positions));
  }
  const beside = listFrameTexts(answer);
  if (!isUntouched(beside, options)) yield* restoreTexts(beside, { map, options }, changes);
  for (const change of changes) change();
  if (options.inspection?.holds === true) for (const choice of choices) dropLogprobs(choice);
}

/** Whether nothing can come of these texts: nobody reads them, and every placeholder has a digit, however it is spelled. */
function isUntouched(texts: readonly AnswerText[], { inspection }: RestoreAnswerOptions): boolean {
  return inspection === undefined && texts.every(({ text }) => !/[1-9]/.test(text));
}

function* restoreTexts(
  texts: readonly AnswerText[],
  rules: FieldRules,
  changes: (() => void)[],
): Generator<undefined, void> {
  // Parts of one field are one text: a placeholder may begin in one part and end in the next.
  const last = new Map<string, AnswerText>();
  for (const text of texts) last.set(text.key, text);
  const restorers = new Map<string, Restorer>();
  /** UTF-16 code units since the last step. */
  let done = 0;
  for (const text of texts) {
    const restorer = restorers.get(text.key) ?? createFieldRestorer(text, text.tool, rules);
    restorers.set(text.key, restorer);
    let restored = '';
    for (let at = 0; at < text.text.length; at += STEP) {
      const piece = text.text.length <= STEP ? text.text : text.text.slice(at, at + STEP);
      if (done > 0 && done + piece.length > STEP) {
        yield;
        done = 0;
      }
      restored += restorer.push(piece);
      done += piece.length;
    }
    if (last.get(text.key) === text) restored += restorer.flush();
    if (restored === text.text) continue;
    changes.push(answerChange(text, restored));
  }
}

/** Log probabilities spell the answer out token by token: with them a text that was replaced could be read all the same. */
export function dropLogprobs(choice: unknown): void {
  if (isObject(choice) && choice.logprobs !== undefined && choice.logprobs !== null) choice.logprobs = null;
}
