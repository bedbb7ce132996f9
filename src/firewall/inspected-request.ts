import type { JsonObject } from '../chat/json.ts';
import type { PlaceholderMap } from './placeholder.ts';

/** Not exported: only `sealInspected` can make an InspectedRequest, so nothing uninspected has the type a provider takes. */
const inspected: unique symbol = Symbol('inspected');

/** A request that the firewall has read and, where the policy says so, masked. The only thing a provider can send. */
export interface InspectedRequest {
  readonly [inspected]: true;
  /** OpenAI's chat completion request without our own parameters; `model` is still the workspace's name. */
  readonly body: Readonly<JsonObject>;
  readonly placeholders: PlaceholderMap;
}

/** Seals what `request-path/inspect.ts` has inspected. Imported there and nowhere else (test/architecture.test.ts). */
export function sealInspected(body: JsonObject, placeholders: PlaceholderMap): InspectedRequest {
  return { [inspected]: true, body, placeholders };
}
