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
  /** Changes with every setting that decides what is found and what is done about it. */
  readonly version: string;
  /** What it was compiled from. */
  readonly settings: DetectionSettings;
}

/** Where requests go and how many may is not part of it. Enough of a SHA-256 to tell versions apart. */
export function versionOf({ targets: _targets, limits: _limits, ...settings }: WorkspaceSettings): string {
  return new Bun.CryptoHasher('sha256').update(JSON.stringify(settings, sortedKeys)).digest('hex').slice(0, 12);
}

/** The order in which somebody wrote the settings makes no difference. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
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
      version: versionOf({ ...of, detection: settings }),
      settings,
    };
    compiled.set(of, policy);
  }
  return policy;
}
