/** A workspace's settings while somebody changes them: what is shown, and how a part of it is replaced. */
import { useState } from 'react';
import type { DetectionSettings } from '../../../../src/contract/detection-policy.ts';
import type { WorkspaceSettings, WorkspaceView } from '../../../../src/contract/workspace.ts';
import { DETECTION_DEFAULTS } from '../../policy-defaults.ts';
import { differingSettings, isSame, mergeSettings, type SettingName } from './merge-settings.ts';

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
  /** What the changes began from, with the version to send along. */
  readonly from: WorkspaceView;
  /** What somebody else has saved since then: the names of the settings, and whether some of them were changed here too. */
  readonly overtaken: { readonly settings: readonly SettingName[]; readonly clash: boolean } | undefined;
  /** Makes the changes to what is saved now instead. */
  combine(): void;
  discard(): void;
  /** What was sent is saved: only what was changed while it was on its way is left. */
  settle(sent: WorkspaceSettings, now: WorkspaceView): void;
}

/** @param saved as the gateway has it */
export function useDraft(saved: WorkspaceView): Draft {
  const [draft, setDraft] = useState<{ readonly settings: WorkspaceSettings; readonly from: WorkspaceView }>();
  const settings = draft?.settings ?? saved.settings;
  const from = draft?.from ?? saved;
  const changed = draft !== undefined && !isSame(draft.settings, saved.settings);
  const replace = (next: (before: WorkspaceSettings) => WorkspaceSettings): void =>
    setDraft((before) => ({ settings: next(before?.settings ?? saved.settings), from: before?.from ?? saved }));
  const theirs = changed ? differingSettings(from.settings, saved.settings) : [];
  const mine = new Set(theirs.length === 0 ? [] : differingSettings(from.settings, settings));
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
    // A new title does not get in the way of settings.
    from: theirs.length === 0 ? saved : from,
    overtaken: theirs.length === 0 ? undefined : { settings: theirs, clash: theirs.some((name) => mine.has(name)) },
    combine: () =>
      setDraft({
        settings: mergeSettings({ from: from.settings, mine: settings, theirs: saved.settings }),
        from: saved,
      }),
    discard: () => setDraft(undefined),
    settle: (sent, now) =>
      setDraft((before) =>
        before === undefined || isSame(before.settings, sent)
          ? undefined
          : { settings: mergeSettings({ from: sent, mine: before.settings, theirs: now.settings }), from: now },
      ),
  };
}
