/** A workspace's settings while somebody changes them: what is shown, and how a part of it is replaced. */
import { useState } from 'react';
import type { DetectionSettings } from '../../../../src/contract/detection-policy.ts';
import type { WorkspaceSettings } from '../../../../src/contract/workspace.ts';
import { DETECTION_DEFAULTS } from '../../policy-defaults.ts';

export interface Editing {
  readonly settings: WorkspaceSettings;
  /** With the defaults where the workspace says nothing. */
  readonly detection: DetectionSettings;
  readonly change: (part: Partial<WorkspaceSettings>) => void;
  /** Takes a setting out, which is not the same as giving it an empty value. */
  readonly leaveOut: (name: 'persona' | 'limits') => void;
  readonly changeDetection: (part: Partial<DetectionSettings>) => void;
}

export interface Draft extends Editing {
  readonly changed: boolean;
  /** What is saved is no longer what the changes began from. */
  readonly overtaken: boolean;
  discard(): void;
}

/** @param saved as the gateway has it */
export function useDraft(saved: WorkspaceSettings): Draft {
  const [draft, setDraft] = useState<{ readonly settings: WorkspaceSettings; readonly from: WorkspaceSettings }>();
  const settings = draft?.settings ?? saved;
  const changed = draft !== undefined && !isSame(draft.settings, saved);
  const replace = (next: (before: WorkspaceSettings) => WorkspaceSettings): void =>
    setDraft((before) => ({ settings: next(before?.settings ?? saved), from: before?.from ?? saved }));
  return {
    settings,
    detection: settings.detection ?? DETECTION_DEFAULTS,
    change: (part) => replace((before) => ({ ...before, ...part })),
    leaveOut: (name) =>
      replace((before) => {
        const { [name]: _, ...rest } = before;
        return rest;
      }),
    changeDetection: (part) =>
      replace((before) => ({ ...before, detection: { ...(before.detection ?? DETECTION_DEFAULTS), ...part } })),
    changed,
    overtaken: changed && !isSame(draft.from, saved),
    discard: () => setDraft(undefined),
  };
}

/** Settings are plain JSON, and the order of their keys says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
