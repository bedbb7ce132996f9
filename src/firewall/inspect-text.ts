import type { Kind } from '../contract/kinds.ts';
import type { Detector, DetectorOptions, Report } from './detectors/detector.ts';
import { PERSONAL_DETECTORS, SECRET_DETECTORS, TAGGER_DETECTORS } from './detectors/registry.ts';
import type { Finding, Tier } from './finding.ts';
import { resolveOverlaps } from './overlaps.ts';
import type { DetectionPolicy } from './policy.ts';

/** Thrown when a policy's deadline passes during an inspection; the caller refuses the request. */
export class InspectionTimeout extends Error {
  constructor() {
    super('The inspection took too long.');
    this.name = 'InspectionTimeout';
  }
}

const NOTHING: readonly Finding[] = [];

/**
 * Finds what the policy looks for in one text: findings that do not overlap, sorted by start, in UTF-16 offsets of the text.
 * Pure; time linear in the length of the text. Throws `InspectionTimeout`.
 */
export function inspectText(text: string, policy: DetectionPolicy): readonly Finding[] {
  const candidates = detectAll(text, policy);
  if (candidates.length === 0) return NOTHING;
  const wanted = withoutAllowed(text, candidates, policy);
  return wanted.length === 0 ? NOTHING : resolveOverlaps(text, wanted);
}

/** Every candidate of every detector the policy asks for, from its threshold on. */
export function detectAll(text: string, policy: DetectionPolicy): Finding[] {
  const found: Finding[] = [];
  const options: DetectorOptions = { regions: policy.regions };
  if (policy.secrets) run(SECRET_DETECTORS, text, found, policy, options);
  if (!policy.personal) return found;
  run(PERSONAL_DETECTORS, text, found, policy, options);
  if (policy.tagger) run(TAGGER_DETECTORS, text, found, policy, options);
  for (const recogniser of policy.custom) {
    checkTime(policy);
    recogniser.detect(text, collector(found, policy, 'T0'));
  }
  return found;
}

function run(
  detectors: readonly Detector[],
  text: string,
  found: Finding[],
  policy: DetectionPolicy,
  options: DetectorOptions,
): void {
  for (const detector of detectors) {
    checkTime(policy);
    detector.detect(text, collector(found, policy, detector.tier), options);
  }
}

function checkTime(policy: DetectionPolicy): void {
  if (policy.expired?.()) throw new InspectionTimeout();
}

function collector(found: Finding[], policy: DetectionPolicy, tier: Tier): Report {
  return (start, end, kind, type, score) => {
    if (end > start && counts(kind, score, policy)) found.push({ start, end, kind, type, score, tier });
  };
}

function counts(kind: Kind, score: number, policy: DetectionPolicy): boolean {
  if (policy.kindsOff.has(kind)) return false;
  return score >= (policy.thresholds.get(kind) ?? policy.threshold);
}

/** Drops allowed values, and the personal candidates inside them: an allowed address is not masked as a name. */
function withoutAllowed(text: string, candidates: Finding[], policy: DetectionPolicy): Finding[] {
  if (policy.allow.empty) return candidates;
  const allowed = candidates.filter((c) => policy.allow.allows(c.kind, text.slice(c.start, c.end)));
  if (allowed.length === 0) return candidates;
  const dropped = new Set(allowed);
  return candidates.filter(
    (c) => !dropped.has(c) && (c.kind === 'SECRET' || !allowed.some((a) => a.start <= c.start && c.end <= a.end)),
  );
}
