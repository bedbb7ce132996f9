import type { Detector, DetectorOptions, Report } from './detectors/detector.ts';
import { type DigitRuns, digitRuns } from './detectors/digit-runs.ts';
import { PERSONAL_DETECTORS, SECRET_DETECTORS, TAGGER_DETECTORS } from './detectors/registry.ts';
import type { Finding, Tier } from './finding.ts';
import { resolveOverlaps } from './overlaps.ts';
import { countsUnder, type DetectionPolicy } from './policy.ts';
import type { EncodedRun } from './views/encoded-run.ts';
import type { Span } from './views/layer.ts';
import { NESTING, otherReadings, type Reading } from './views/readings.ts';

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
  return inspectNested(text, policy, 0);
}

function inspectNested(text: string, policy: DetectionPolicy, depth: number): readonly Finding[] {
  const candidates: Finding[] = [];
  policy.trace?.reading('original', text, asItStands);
  const digits = policy.personal ? digitRuns(text) : undefined;
  detect(text, policy, candidates, { digits });
  const { readings, runs } = otherReadings(text, digits);
  for (const reading of readings) inspectReading(text, reading, policy, candidates);
  if (depth < NESTING) for (const run of runs) openRun(text, run, policy, depth, candidates);
  if (candidates.length === 0) return NOTHING;
  const wanted = withoutAllowed(text, candidates, policy);
  return wanted.length === 0 ? NOTHING : resolveOverlaps(text, wanted);
}

const asItStands = (start: number, end: number): Span => ({ start, end });

/** Looks through the stretches of a reading that differ from the text; what reads the same there was found already. */
function inspectReading(text: string, reading: Reading, policy: DetectionPolicy, candidates: Finding[]): void {
  const { layer, joined } = reading;
  const found: Finding[] = [];
  for (const window of layer.windows) {
    found.length = 0;
    const shown = layer.text.slice(window.start, window.end);
    policy.trace?.reading(reading.view, shown, (start, end) =>
      layer.toOriginal(window.start + start, window.start + end),
    );
    detect(shown, policy, found, { joined });
    for (const finding of found) {
      if (joined && NAME_KINDS.has(finding.kind)) continue;
      const start = window.start + finding.start;
      const end = window.start + finding.end;
      const span = layer.toOriginal(start, end);
      const value = layer.text.slice(start, end);
      if (policy.allow.allows(finding.kind, value) || readsTheSame(text, span, layer.text, { start, end })) continue;
      candidates.push({ ...finding, start: span.start, end: span.end });
    }
  }
}

/** With what stands beside it: in `%204539` the number begins elsewhere than in ` 4539`. */
function readsTheSame(text: string, span: Span, shown: string, { start, end }: Span): boolean {
  return (
    text.slice(span.start, span.end) === shown.slice(start, end) &&
    text[span.start - 1] === shown[start - 1] &&
    text[span.end] === shown[end]
  );
}

const NAME_KINDS = new Set<string>(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION']);

/** A run that encodes a text with a finding is masked whole, as the gravest of what it holds. */
function openRun(text: string, run: EncodedRun, policy: DetectionPolicy, depth: number, candidates: Finding[]): void {
  // What is inside is not explained step by step: the run goes as a whole.
  const inner = policy.trace === undefined ? policy : { ...policy, trace: undefined };
  const gravest = gravestOf(inspectNested(run.text, inner, depth + 1)) ?? gravestInPlace(text, run, inner, depth);
  if (!gravest) return;
  policy.trace?.opened(run, gravest);
  candidates.push({ ...gravest, start: run.start, end: run.end });
}

function gravestOf(findings: readonly Finding[]): Finding | undefined {
  let gravest: Finding | undefined;
  for (const finding of findings) if (!gravest || gravity(finding) > gravity(gravest)) gravest = finding;
  return gravest;
}

/** A number alone in a run may need the words around the run, as it would unencoded. */
const BESIDE = 80;
const LONGEST_ALONE = 64;

function gravestInPlace(text: string, run: EncodedRun, policy: DetectionPolicy, depth: number): Finding | undefined {
  if (!policy.personal || run.text.length > LONGEST_ALONE) return undefined;
  const before = text.slice(Math.max(0, run.start - BESIDE), run.start);
  const inPlace = `${before}${run.text}${text.slice(run.end, run.end + BESIDE)}`;
  const end = before.length + run.text.length;
  return gravestOf(
    inspectNested(inPlace, { ...policy, secrets: false }, depth + 1).filter(
      (finding) => finding.start >= before.length && finding.end <= end,
    ),
  );
}

const gravity = (finding: Finding): number => finding.score + (finding.kind === 'SECRET' ? 1 : 0);

interface Shown {
  /** The digits of the text where they are known. */
  readonly digits?: DigitRuns | undefined;
  /** Pieces of the text were joined: names are not looked for. */
  readonly joined?: boolean;
}

/** Every candidate of every detector the policy asks for, from its threshold on. */
function detect(text: string, policy: DetectionPolicy, found: Finding[], { digits, joined = false }: Shown): void {
  if (policy.secrets) run(SECRET_DETECTORS, text, found, policy, policy);
  if (!policy.personal) return;
  const options: DetectorOptions = { regions: policy.regions, digits: digits ?? digitRuns(text) };
  run(PERSONAL_DETECTORS, text, found, policy, options);
  if (policy.tagger && !joined) run(TAGGER_DETECTORS, text, found, policy, options);
  for (const recogniser of policy.custom) {
    checkTime(policy);
    recogniser.detect(text, collector(found, policy, 'T0'));
  }
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
    if (end <= start) return;
    const counts = countsUnder(policy, kind, score);
    if (counts) found.push({ start, end, kind, type, score, tier });
    policy.trace?.candidate({ start, end, kind, type, score, tier }, counts);
  };
}

/** Drops allowed values, and the personal candidates inside them: an allowed address is not masked as a name. */
function withoutAllowed(text: string, candidates: Finding[], policy: DetectionPolicy): Finding[] {
  if (policy.allow.empty) return candidates;
  const allowed = candidates.filter((c) => policy.allow.allows(c.kind, text.slice(c.start, c.end)));
  if (allowed.length === 0) return candidates;
  const dropped = new Set(allowed);
  const isInsideAllowed = coveredBy(allowed);
  return candidates.filter((c) => !dropped.has(c) && (c.kind === 'SECRET' || !isInsideAllowed(c)));
}

/** The question whether a span lies within one of the spans: the furthest end of all that begin no later decides. */
function coveredBy(spans: readonly Finding[]): (inner: Finding) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const reach = ordered.map((span) => {
    furthest = Math.max(furthest, span.end);
    return furthest;
  });
  return (inner) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.start <= inner.start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! >= inner.end;
  };
}
