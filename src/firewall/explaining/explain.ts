import type { DetectionSettings } from '../../contract/detection-policy.ts';
import type { ExplainedFinding, NotCounted, View } from '../../contract/explain.ts';
import type { CompiledAllowList } from '../custom/allow-list.ts';
import { compileAllowList } from '../custom/allow-list.ts';
import type { Find, Finding } from '../finding.ts';
import { inspectText } from '../inspect-text.ts';
import type { InspectionTrace } from '../inspection-trace.ts';
import { countsUnder, type DetectionPolicy } from '../policy.ts';
import type { Span } from '../views/layer.ts';
import { ruleOf } from './explain-rule.ts';

/** Findings of one text with their reasons, and what was seen and does not count. */
export interface ExplainedFindings {
  readonly findings: readonly Omit<ExplainedFinding, 'placeholder'>[];
  readonly notCounted: readonly NotCounted[];
}

export interface Explainer {
  /** Finds exactly what `inspectText` finds with the same policy, because it is `inspectText`. Throws what it throws. */
  readonly find: Find;
  /** Why: for a text `find` was asked about, and what came of it (external findings included). */
  explain(text: string, findings: readonly Finding[]): ExplainedFindings;
}

export interface ExplainerOptions {
  /** What the policy was compiled from: it knows the names of recognisers and the order of allowed values. */
  readonly settings: DetectionSettings;
  /** The policy with personal data on, where the request lets it pass: what it would have found is told as not counted. */
  readonly passing?: DetectionPolicy | undefined;
}

/** A walk beside the request's own: the same functions, with somebody listening. */
export function createExplainer(policy: DetectionPolicy, { settings, passing }: ExplainerOptions): Explainer {
  const traced = new Map<
    string,
    { readonly candidates: readonly Candidate[]; readonly findings: readonly Finding[] }
  >();
  const entryOf = createEntryFinder(settings);
  return {
    find(text) {
      const known = traced.get(text);
      if (known !== undefined) return known.findings;
      const candidates: Candidate[] = [];
      const findings = inspectText(text, { ...policy, trace: listen(text, candidates) });
      traced.set(text, { candidates, findings });
      return findings;
    },
    explain(text, findings) {
      const { candidates } = traced.get(text) ?? { candidates: [] };
      const evidence = evidenceFor(findings, candidates);
      const told = findings.map((finding) => ({
        ...finding,
        ...ruleOf(finding, settings),
        ...shownAs(evidence.get(finding)),
      }));
      const allowed = policy.allow.empty
        ? []
        : candidates.filter(({ kind, value }) => policy.allow.allows(kind, value));
      const near = candidates
        .filter((candidate) => !isPartOf(candidate, findings))
        .map((candidate): NotCounted => {
          const { counts: _, value: __, ...seen } = candidate;
          return {
            ...seen,
            ...ruleOf(candidate, settings),
            ...shownAs(candidate),
            ...reasonFor(candidate, { policy, findings, allowed, entryOf }),
          };
        });
      const passed = passing === undefined ? [] : inspectText(text, passing).filter(({ kind }) => kind !== 'SECRET');
      const untouched = passed.map((finding) => ({ ...finding, ...ruleOf(finding, settings), ...PASSES }));
      return { findings: told, notCounted: onceEach([...near, ...untouched]) };
    },
  };
}

const PASSES = {
  view: 'original',
  reads: null,
  reason: 'personal_data_passes',
  because: 'Personal data is passed on: `pii` is `disabled`.',
  entry: null,
} as const;

/** What a detector reported, where it stands in the text and what it reads there. */
interface Candidate extends Finding {
  readonly counts: boolean;
  readonly view: View;
  readonly value: string;
}

/** The longest decoded text that is shown (UTF-16 units). */
const LONGEST_SHOWN = 300;

function listen(whole: string, candidates: Candidate[]): InspectionTrace {
  let view: View = 'original';
  let shown = whole;
  let place = (start: number, end: number): Span => ({ start, end });
  return {
    reading(nextView, text, nextPlace) {
      view = nextView;
      shown = text;
      place = nextPlace;
    },
    candidate(found, counts) {
      const span = place(found.start, found.end);
      const value = shown.slice(found.start, found.end);
      // The same characters were seen in the text itself; names are not looked for among joined pieces.
      if (view !== 'original' && whole.slice(span.start, span.end) === value) return;
      if (view === 'joined' && NOT_JOINED.has(found.kind)) return;
      candidates.push({ ...found, ...span, counts, view, value });
    },
    opened(run, gravest) {
      const { start, end, text } = run;
      candidates.push({ ...gravest, start, end, counts: true, view: 'opened', value: text });
    },
  };
}

const NOT_JOINED = new Set<string>(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION']);

/** The candidate each finding came from: the same judgement, at the same place; joined parts have the best part's. */
function evidenceFor(findings: readonly Finding[], candidates: readonly Candidate[]): ReadonlyMap<Finding, Candidate> {
  const evidence = new Map<Finding, Candidate>();
  for (const candidate of candidates) {
    if (!candidate.counts) continue;
    for (const finding of overlapping(findings, candidate)) {
      if (!evidence.has(finding) && isSame(candidate, finding)) evidence.set(finding, candidate);
    }
  }
  return evidence;
}

function shownAs(source: Candidate | undefined): Pick<ExplainedFinding, 'view' | 'reads'> {
  if (source === undefined || source.view === 'original') return { view: 'original', reads: null };
  return { view: source.view, reads: source.value.slice(0, LONGEST_SHOWN) };
}

const isSame = (candidate: Finding, finding: Finding): boolean =>
  candidate.kind === finding.kind &&
  candidate.type === finding.type &&
  candidate.score === finding.score &&
  candidate.tier === finding.tier;

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Of findings, which are sorted and do not overlap, those that share a character with the span. */
function* overlapping(findings: readonly Finding[], span: Span): Generator<Finding> {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (findings[middle]!.end > span.start) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < findings.length && findings[at]!.start < span.end; at++) yield findings[at]!;
}

/** A candidate that a finding of its kind covers, or that became one in part, is counted. */
function isPartOf(candidate: Candidate, findings: readonly Finding[]): boolean {
  for (const finding of overlapping(findings, candidate)) {
    if (isSame(candidate, finding) || (finding.kind === candidate.kind && contains(finding, candidate))) return true;
  }
  return false;
}

interface Circumstances {
  readonly policy: DetectionPolicy;
  readonly findings: readonly Finding[];
  readonly allowed: readonly Candidate[];
  readonly entryOf: (kind: string, value: string) => string | null;
}

function reasonFor(
  candidate: Candidate,
  { policy, findings, allowed, entryOf }: Circumstances,
): Pick<NotCounted, 'reason' | 'because' | 'entry'> {
  const { kind, score, value } = candidate;
  if (policy.kindsOff.has(kind)) {
    return { reason: 'kind_off', because: `The kind ${kind} is off in this policy.`, entry: null };
  }
  if (!countsUnder(policy, kind, score)) {
    const least = policy.thresholds.get(kind) ?? policy.threshold;
    const because = `Its score of ${shortly(score)} is below the threshold of ${shortly(least)}.`;
    return { reason: 'below_threshold', because, entry: null };
  }
  if (policy.allow.allows(kind, value)) {
    const entry = entryOf(kind, value);
    return { reason: 'allowed', because: `The allow list lets it through${entry ? ` (${entry})` : ''}.`, entry };
  }
  const [winner] = overlapping(findings, candidate);
  if (winner !== undefined) {
    const because = `A value of kind ${winner.kind} stands here and is more certain.`;
    return { reason: 'overlapped', because, entry: null };
  }
  const around = allowed.find((other) => contains(other, candidate));
  const entry = around === undefined ? null : entryOf(around.kind, around.value);
  return { reason: 'inside_allowed', because: 'It lies within a value that the allow list lets through.', entry };
}

const shortly = (score: number): string => String(Math.round(score * 100) / 100);

/** One span is told once for each type: with the best score, in the plainest view. */
function onceEach(list: readonly NotCounted[]): NotCounted[] {
  const best = new Map<string, NotCounted>();
  for (const near of list) {
    const key = `${near.start} ${near.end} ${near.type}`;
    const known = best.get(key);
    if (known === undefined || near.score > known.score) best.set(key, near);
  }
  return [...best.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Which entry of which list lets a value through: `allow[2]`, `secrets.allow[0]`. Each is compiled when it is first asked for. */
function createEntryFinder({ allow, secrets }: DetectionSettings): (kind: string, value: string) => string | null {
  const compiled = new Map<string, CompiledAllowList>();
  const each = (name: string, compile: () => CompiledAllowList): CompiledAllowList => {
    const known = compiled.get(name) ?? compile();
    compiled.set(name, known);
    return known;
  };
  return (kind, value) => {
    const ofSecrets = kind === 'SECRET';
    const entries = ofSecrets ? secrets.allow : allow;
    for (let i = 0; i < entries.length; i++) {
      const name = `${ofSecrets ? 'secrets.' : ''}allow[${i}]`;
      const list = each(name, () =>
        compileAllowList(
          ofSecrets
            ? { allow: [], secrets: secrets.allow.slice(i, i + 1) }
            : { allow: allow.slice(i, i + 1), secrets: [] },
        ),
      );
      if (list.allows(kind, value)) return name;
    }
    return null;
  };
}
