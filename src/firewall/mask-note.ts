import { isObject, type JsonObject, type JsonValue } from '../chat/json.ts';

/**
 * Constant, so that a provider's prompt cache keeps its prefix. One example only: with a second one a small model (SmolLM2 135M, `npm run
 * test:model`) kept 67 % of the placeholders as written instead of 87 %; without the note 33 %.
 */
export const PLACEHOLDER_NOTE =
  'Tokens in square brackets such as [EMAIL_1] stand for real values: write them exactly as they are.';

/** Puts the note at the end of the system prompt, or in front as a system prompt of its own. */
export function appendNote(body: JsonObject): void {
  if (!Array.isArray(body.messages)) return;
  const prompt = lastSystemMessage(body.messages);
  if (prompt === undefined) body.messages.unshift({ role: 'system', content: PLACEHOLDER_NOTE });
  else if (typeof prompt.content === 'string')
    prompt.content = prompt.content === '' ? PLACEHOLDER_NOTE : `${prompt.content}\n\n${PLACEHOLDER_NOTE}`;
  else if (Array.isArray(prompt.content)) prompt.content.push({ type: 'text', text: PLACEHOLDER_NOTE });
  else prompt.content = PLACEHOLDER_NOTE;
}

/** The last of the system or developer messages that begin the conversation. */
function lastSystemMessage(messages: readonly JsonValue[]): JsonObject | undefined {
  let last: JsonObject | undefined;
  for (const message of messages) {
    if (!isObject(message) || (message.role !== 'system' && message.role !== 'developer')) break;
    last = message;
  }
  return last;
}
