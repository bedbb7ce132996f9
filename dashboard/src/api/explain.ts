import type { ExplainInput, Explanation } from '../../../src/contract/explain.ts';
import { call } from './call.ts';

/** What the firewall does with a text. Nothing is sent to a provider, nothing is stored. */
export const explain = (body: ExplainInput) => call<Explanation>('POST', '/explain', body);
