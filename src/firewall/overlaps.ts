import type { Finding } from './finding.ts';

/**
 * Turns candidates that may overlap into findings that do not, sorted by start. In order:
 * names and addresses found in parts are joined; a secret wins over personal data unless it is a generic one inside a
 * longer personal value; then the better score, with a little weight on length. What a losing name, address, secret or
 * custom value has outside the winner stays a finding of its own, so that nothing found goes out unmasked.
 */
export function resolveOverlaps(text: string, candidates: readonly Finding[]): readonly Finding[] {
  if (candidates.length < 2) return candidates;
  const ordered = [...candidates].sort(byStart);
  const joined = hasLoose(ordered) ? joinParts(text, ordered) : ordered;
  const kept: Finding[] = [];
  for (let from = 0; from < joined.length; ) {
    let to = from + 1;
    let reach = joined[from]!.end;
    while (to < joined.length && joined[to]!.start < reach) {
      reach = Math.max(reach, joined[to]!.end);
      to++;
    }
    if (to - from === 1) kept.push(joined[from]!);
    else for (const winner of resolveCluster(text, joined.slice(from, to))) kept.push(winner);
    from = to;
  }
  return kept;
}

const byStart = (a: Finding, b: Finding): number => a.start - b.start || b.end - a.end;

/** Kinds whose extent is a guess: parts join, and a validated value inside one of them wins. */
const LOOSE_KINDS = new Set<string>(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION']);

function hasLoose(findings: readonly Finding[]): boolean {
  for (const finding of findings) if (LOOSE_KINDS.has(finding.kind)) return true;
  return false;
}

/** A title, an initial and a surname are one name. A line end separates two people. */
const PERSON_GAP = /^(?:[ \u00a0]|\. ?|-)$/;
/** Parts of a postal address stand on one line with commas, or on lines of their own. */
const ADDRESS_GAP = /^(?:[ \u00a0]{1,2}|[ \t]*,?[ \t]*(?:\r?\n)?[ \t]{0,8}|[ \t]*[-–/|][ \t]*)$/;

/** Joins loose findings of one kind that overlap or touch. The input is sorted by start; so is the output. */
function joinParts(text: string, ordered: readonly Finding[]): Finding[] {
  const out: Finding[] = [];
  const open = new Map<string, number>();
  for (const finding of ordered) {
    if (LOOSE_KINDS.has(finding.kind)) {
      const at = open.get(finding.kind);
      const before = at === undefined ? undefined : out[at];
      if (at !== undefined && before && joins(text, before, finding)) {
        out[at] = union(before, finding);
        continue;
      }
      open.set(finding.kind, out.length);
    }
    out.push(finding);
  }
  return out;
}

function joins(text: string, before: Finding, after: Finding): boolean {
  if (after.start < before.end) return true;
  if (after.start - before.end > 12) return false;
  const gap = text.slice(before.end, after.start);
  if (before.kind === 'PERSON') return gap === '' || PERSON_GAP.test(gap);
  if (before.kind === 'ADDRESS') return ADDRESS_GAP.test(gap);
  return false;
}

function union(a: Finding, b: Finding): Finding {
  const better = b.score > a.score ? b : a;
  return { ...better, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Greedy by weight: each finding takes what stronger ones left free. */
function resolveCluster(text: string, cluster: readonly Finding[]): Finding[] {
  const weighed = cluster.map((finding) => ({ finding, weight: weightOf(finding, cluster) }));
  weighed.sort((a, b) => b.weight - a.weight || byStart(a.finding, b.finding));
  const taken: Finding[] = [];
  for (const { finding } of weighed) place(text, taken, finding);
  return taken;
}

/** Up to this many candidates in one cluster each generic secret is compared with all others; hostile text makes more. */
const COMPARED = 64;

function weightOf(finding: Finding, cluster: readonly Finding[]): number {
  const length = Math.min(finding.end - finding.start, 64) / 256;
  const base = finding.score + length;
  if (finding.kind === 'SECRET') {
    if (!finding.type.startsWith('GENERIC') || cluster.length > COMPARED) return base + 4;
    return cluster.some((other) => other.kind !== 'SECRET' && other.score >= 0.5 && isInside(finding, other))
      ? base
      : base + 4;
  }
  return finding.score >= 0.8 && !LOOSE_KINDS.has(finding.kind) ? base + 1 : base;
}

/** True where `inner` lies within `outer` and `outer` is longer. */
const isInside = (inner: Finding, outer: Finding): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

/** Inserts the free parts of `finding` into `taken`, which stays sorted and disjoint. */
function place(text: string, taken: Finding[], finding: Finding): void {
  let at = firstEndingAfter(taken, finding.start);
  const first = taken[at];
  if (!first || first.start >= finding.end) {
    taken.splice(at, 0, finding);
    return;
  }
  if (!keepsRest(finding)) return;
  let start = finding.start;
  while (start < finding.end) {
    const next = taken[at];
    const end = next && next.start < finding.end ? next.start : finding.end;
    const part = start < end ? trimmed(text, finding, start, end) : null;
    if (part) {
      taken.splice(at, 0, part);
      at++;
    }
    if (!next || next.start >= finding.end) return;
    start = next.end;
    at++;
  }
}

function firstEndingAfter(taken: readonly Finding[], position: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.end > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A strict format that lost part of its span was misread; a name, an address or a secret was not. */
const keepsRest = (finding: Finding): boolean => LOOSE_KINDS.has(finding.kind) || finding.kind === 'SECRET';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The rest without the separators at its ends, or null where fewer than two characters remain. */
function trimmed(text: string, finding: Finding, from: number, to: number): Finding | null {
  let start = from;
  let end = to;
  while (start < end && !LETTER_OR_DIGIT.test(text[start]!) && !isSurrogate(text.charCodeAt(start))) start++;
  while (end > start && !LETTER_OR_DIGIT.test(text[end - 1]!) && !isSurrogate(text.charCodeAt(end - 1))) end--;
  return end - start < 2 ? null : { ...finding, start, end };
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
