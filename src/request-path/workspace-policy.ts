import { type DetectionSettings, detectionPolicySchema } from '../contract/detection-policy.ts';
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

const compiled = new WeakMap<WorkspaceEntry, WorkspacePolicy>();

/** Compiled once for each workspace and revision of its settings. */
export function policyOf(workspace: WorkspaceEntry): WorkspacePolicy {
  let policy = compiled.get(workspace);
  if (policy === undefined) {
    const settings = detectionPolicySchema.parse(workspace.settings.detection ?? {});
    const full = compileDetectionPolicy(settings);
    policy = {
      full,
      secretsOnly: secretsOnly(full),
      secretsMode: settings.secrets.mode,
      unreadable: settings.unreadable,
      settings,
    };
    compiled.set(workspace, policy);
  }
  return policy;
}
