import { createHash } from 'node:crypto';
import {
  type DetectionSettings,
  type DetectionSettingsInput,
  detectionPolicySchema,
} from '../contract/detection-policy.ts';
import type { Kind } from '../contract/kinds.ts';
import { KINDS_OFF_BY_DEFAULT } from '../contract/kinds.ts';
import { allowProblem, type CompiledAllowList, compileAllowList } from './custom/allow-list.ts';
import { type CompiledRecogniser, compileRecogniser } from './custom/recogniser.ts';
import { type RecogniserProblem, validateRecogniser } from './custom/validate-recogniser.ts';
import type { InspectionTrace } from './inspection-trace.ts';

/** The detection part of a workspace's policy, compiled once when the policy is loaded and shared by all its requests. */
export interface DetectionPolicy {
  /** Whether personal data and the workspace's own recognisers are looked for in this request. */
  readonly personal: boolean;
  readonly secrets: boolean;
  readonly kindsOff: ReadonlySet<string>;
  readonly threshold: number;
  readonly thresholds: ReadonlyMap<string, number>;
  readonly regions: readonly string[];
  readonly tagger: boolean;
  readonly custom: readonly CompiledRecogniser[];
  readonly allow: CompiledAllowList;
  /** Changes with everything above but `personal`, `secrets` and `tagger`: the part of a cache key a policy gives. */
  readonly fingerprint: string;
  /** Asked between steps; true ends the inspection with `InspectionTimeout`. */
  readonly expired?: () => boolean;
  /** Only where somebody wants to know why (`explain.ts`); never on the way of a request. */
  readonly trace?: InspectionTrace | undefined;
}

/** Compiles settings; with none, the defaults. Throws where a pattern does not compile: the schema and `validateRecogniser` come first. */
export function compileDetectionPolicy(settings: DetectionSettings | DetectionSettingsInput = {}): DetectionPolicy {
  const parsed = detectionPolicySchema.parse(settings);
  const off = new Set<string>(KINDS_OFF_BY_DEFAULT);
  for (const [kind, state] of Object.entries(parsed.kinds)) {
    if (state === 'off') off.add(kind);
    else off.delete(kind);
  }
  return {
    personal: true,
    secrets: true,
    kindsOff: off,
    threshold: parsed.threshold,
    thresholds: new Map(Object.entries(parsed.thresholds)),
    regions: parsed.regions,
    tagger: parsed.tagger,
    custom: parsed.recognisers.filter((recogniser) => !off.has(recogniser.kind)).map(compileRecogniser),
    allow: compileAllowList({ allow: parsed.allow, secrets: parsed.secrets.allow }),
    fingerprint: fingerprintOf(parsed),
  };
}

/** The part of a cache key that settings give. */
export const fingerprintOf = (settings: DetectionSettings): string =>
  createHash('sha256').update(JSON.stringify(settings)).digest('base64url');

/**
 * What the schema cannot see: patterns that do not compile or cost too much, examples that are not found. Fields are paths
 * within the settings (`recognisers[2].pattern`). Asked before settings are saved or a configuration file is accepted.
 */
export function detectionPolicyProblems(settings: DetectionSettings): readonly RecogniserProblem[] {
  const problems: RecogniserProblem[] = settings.recognisers.flatMap((recogniser, index) =>
    validateRecogniser(recogniser).map(({ field, message }) => ({ field: `recognisers[${index}].${field}`, message })),
  );
  const lists = { allow: settings.allow, 'secrets.allow': settings.secrets.allow };
  for (const [list, entries] of Object.entries(lists)) {
    entries.forEach((entry, index) => {
      const message = allowProblem('pattern' in entry ? entry : {});
      if (message !== null) problems.push({ field: `${list}[${index}].pattern`, message });
    });
  }
  return problems;
}

export const defaultDetectionPolicy: DetectionPolicy = compileDetectionPolicy();

/** The same policy with personal data left alone: what is always on stays on. */
export const secretsOnly = (policy: DetectionPolicy): DetectionPolicy => ({ ...policy, personal: false });

/** Whether a policy wants findings of a kind, and takes one so sure. */
export function countsUnder(policy: DetectionPolicy, kind: Kind, score: number): boolean {
  if (policy.kindsOff.has(kind)) return false;
  return score >= (policy.thresholds.get(kind) ?? policy.threshold);
}
