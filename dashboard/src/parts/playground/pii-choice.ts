import type { PiiMode, WorkspaceSettings } from '../../../../src/contract/workspace.ts';

/** From the loosest to the strictest, as the contract has them; the dashboard takes only types from there. */
export const PII_ORDER = ['disabled', 'obfuscate', 'block'] as const satisfies readonly PiiMode[];

export interface PiiChoice {
  readonly mode: PiiMode;
  /** The workspace's: what is looser cannot be chosen. */
  readonly floor: PiiMode;
  readonly choose: (mode: PiiMode) => void;
}

/** What holds: the stricter of the choice and the floor. Without a choice values are replaced, which is what there is to see here. */
export function effectiveMode(
  chosen: PiiMode | undefined,
  { default: usual, floor }: WorkspaceSettings['pii'],
): PiiMode {
  return stricter(chosen ?? stricter('obfuscate', usual), floor);
}

const stricter = (one: PiiMode, other: PiiMode): PiiMode =>
  PII_ORDER.indexOf(one) >= PII_ORDER.indexOf(other) ? one : other;
