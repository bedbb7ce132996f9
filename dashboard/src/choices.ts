/**
 * The values of the contract's small enumerations. Written here and not imported: a value from the contract brings zod along, which is
 * large and compiles code from text, which our content-security policy forbids. The compiler holds them to the contract's types.
 */
import type { ProviderKind } from '../../src/contract/provider.ts';
import type { AnswerMode, PiiMode } from '../../src/contract/workspace.ts';

function all<T extends string>(values: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(values) as T[];
}

/** From the loosest to the strictest. */
export const PII_MODES = all<PiiMode>({ disabled: true, obfuscate: true, block: true });
export const ANSWER_MODES = all<AnswerMode>({ off: true, mark: true, mask: true, block: true });
export const PROVIDER_KINDS = all<ProviderKind>({ 'openai-compatible': true, echo: true });
