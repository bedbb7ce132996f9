import { deferFields, deferMessages, deferValue } from '../../chat/deferred-json.ts';
import { isObject, type JsonObject, parseJson } from '../../chat/json.ts';
import { emptyPlaceholders, type PlaceholderMap } from '../../firewall/placeholder.ts';
import { prepareRestoring } from '../../firewall/restoring/restorer.ts';
import type { ValuePortion, WorkerDocument } from './worker-messages.ts';

interface Joined {
  readonly body: JsonObject;
  readonly placeholders: PlaceholderMap;
}

export const emptyResult = (): Joined => ({ body: {}, placeholders: emptyPlaceholders() });

/** What a worker made of a request, as a request again: the large parts stay bytes. */
export function joinDocument({ small, large, messages, asSystem, rest, values }: WorkerDocument): Joined {
  const parsed = parseJson(small);
  const body = isObject(parsed) ? parsed : {};
  for (const [name, bytes] of large) body[name] = deferValue(bytes);
  body.messages = deferMessages(messages, asSystem);
  // The name is not printed; no field of a request can be called so, because all others are in there.
  if (rest !== undefined) body[''] = deferFields(rest);
  const placeholders = emptyPlaceholders();
  addPortion(placeholders, values);
  return { body, placeholders };
}

/** Restoring needs the values and the links only: numbering was done in the worker. */
export function addPortion(placeholders: PlaceholderMap, { values, destinations }: ValuePortion): void {
  for (let i = 0; i + 1 < values.length; i += 2) placeholders.values.set(values[i] ?? '', values[i + 1] ?? '');
  for (const destination of destinations) placeholders.destinations.add(destination);
  // A portion at a time, so that the answer of a request with many values does not begin with all of them.
  prepareRestoring(placeholders);
}
