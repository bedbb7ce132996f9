import { type DetectionSettings, detectionPolicySchema } from '../contract/detection-policy.ts';
import type { WorkspaceSettings } from '../contract/workspace.ts';
import { compileDetectionPolicy, type DetectionPolicy, secretsOnly } from '../firewall/policy.ts';
import type { WorkspaceEntry } from '../workspace/workspace-directory.ts';

/** A workspace's detection policy, compiled. */
export interface WorkspacePolicy {
  readonly full: DetectionPolicy;
  readonly secretsOnly: DetectionPolicy;
  readonly secretsMode: 'refuse' | 'mask';
  readonly unreadable: 'allow' | 'refuse';
  /** What it was compiled from. */
  readonly settings: DetectionSettings;
}

/** By the settings, not the entry: every change to the configuration makes new entries, and the directory keeps settings that did not change. */
const compiled = new WeakMap<WorkspaceSettings, WorkspacePolicy>();

/** Compiled once for as long as a workspace's settings stand. */
export function policyOf({ settings: of }: Pick<WorkspaceEntry, 'settings'>): WorkspacePolicy {
  let policy = compiled.get(of);
  if (policy === undefined) {
    const settings = detectionPolicySchema.parse(of.detection ?? {});
    const full = compileDetectionPolicy(settings);
    policy = {
      full,
      secretsOnly: secretsOnly(full),
      secretsMode: settings.secrets.mode,
      unreadable: settings.unreadable,
      settings,
    };
    compiled.set(of, policy);
  }
  return policy;
}
