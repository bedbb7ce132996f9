/** What the overview shows of many requests: numbers that can be added up, kept for each scope and stretch of time. */
import type { AuditDetails } from '../contract/audit.ts';
import type { AuditEventTable } from '../storage/tables.ts';

export const HALF_HOUR = 1800;
/**
 * Seconds. Minutes are kept for two days, of everybody and of workspaces; half hours for ever, because the days of every zone but
 * three begin on one.
 */
export const SPANS = [60, HALF_HOUR] as const;
export type Span = (typeof SPANS)[number];

/** The columns of an event that count. */
export const COUNTED_COLUMNS = [
  'id',
  'state',
  'user_id',
  'workspace_id',
  'verdict',
  'kinds',
  'status',
  'provider',
  'upstream_model',
  'input_tokens',
  'output_tokens',
  'cost_microusd',
  'inspect_ms',
  'total_ms',
  'details',
] as const satisfies readonly (keyof AuditEventTable)[];

export type CountedEvent = Pick<AuditEventTable, (typeof COUNTED_COLUMNS)[number]>;

export const NUMBERS = [
  'requests',
  'refusals',
  'errors',
  'abandoned',
  'input_tokens',
  'output_tokens',
  'cost_microusd',
  'findings',
  'priced',
] as const;
export type SumNumbers = Record<(typeof NUMBERS)[number], number>;

/** How many of each; short names, because this is kept as JSON for every stretch of time. */
export interface SumCounts {
  /** By verdict. */
  readonly v: Record<string, number>;
  /** Values found, by kind. */
  readonly k: Record<string, number>;
  /** Values found in answers, by kind. */
  readonly a: Record<string, number>;
  /** By provider, a line feed and its model: requests, tokens in, tokens out, cost. */
  readonly m: Record<string, [number, number, number, number]>;
  /** Whole milliseconds and milliseconds of the firewall: requests by bucket. */
  readonly t: Record<string, number>;
  readonly f: Record<string, number>;
  /** Ids of the newest refusals. */
  r: string[];
}

export type Sum = SumNumbers & { readonly counts: SumCounts };

/** How far this node knows events to be counted, as an id: shared by who counts and who writes. */
export interface CountedMark {
  to: string;
}

/** What is written with a smaller id is noted: it is late, or a clock was set back behind what is counted already. */
export function lateBefore({ to }: CountedMark): string {
  const usual = firstIdOf(Date.now() - LATE);
  const counted = to === '' ? usual : firstIdOf(timeOf(to) + LATE);
  return laterOf(counted, usual);
}

/** Ids are compared as text. */
export function laterOf(one: string, other: string): string {
  if (one > other) return one;
  return other;
}

/** How long the sums of single minutes are kept, in seconds. */
export const MINUTES_KEPT = 48 * 3600;

/** Of whom and when. */
export interface PlacedSum {
  readonly scope: string;
  readonly span: number;
  /** Epoch seconds, a multiple of the span. */
  readonly start: number;
  readonly sum: Sum;
}

/**
 * Events are counted this long after their requests arrived, in milliseconds. The audit writer notes what it writes later than
 * LATE; the rest between the two is for clocks of nodes that disagree.
 */
export const SETTLED = 60_000;
export const LATE = 20_000;

/** Refusals that are remembered of each stretch, and shown of all. */
export const LATEST_REFUSALS = 10;

export function emptySum(): Sum {
  return { ...emptyNumbers(), counts: { v: {}, k: {}, a: {}, m: {}, t: {}, f: {}, r: [] } };
}

export function emptyNumbers(): SumNumbers {
  return {
    requests: 0,
    refusals: 0,
    errors: 0,
    abandoned: 0,
    input_tokens: 0,
    output_tokens: 0,
    cost_microusd: 0,
    findings: 0,
    priced: 0,
  };
}

/** Whom an event concerns: everybody, its workspace, and its person in that workspace. */
export function scopesOf({ workspace_id: workspace, user_id: user }: CountedEvent): string[] {
  const scopes = ['all'];
  if (workspace !== null) scopes.push(workspaceScope(workspace));
  if (user !== null) scopes.push(personScope(user, workspace));
  return scopes;
}

export const workspaceScope = (workspaceId: string): string => `w:${workspaceId}`;
export const personScope = (userId: string, workspaceId: string | null): string => `u:${userId}:${workspaceId ?? ''}`;

/** When the request arrived, in epoch milliseconds: the first 48 bits of a UUID version 7 (RFC 9562 section 5.7). */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The smallest id of a millisecond. */
export function firstIdOf(time: number): string {
  const digits = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

/** nginx's status for a client that left before the answer. */
const CLIENT_LEFT = 499;

type KindCounts = readonly (readonly [kind: string, count: number])[];

/** What an event adds to every sum it belongs to. */
export interface Counted {
  readonly event: CountedEvent;
  readonly kinds: KindCounts;
  readonly answerKinds: KindCounts;
  readonly model: string | undefined;
  readonly totalBucket: string | undefined;
  readonly inspectBucket: string | undefined;
}

export function countedOf(event: CountedEvent): Counted {
  const { kinds, provider, upstream_model, total_ms, inspect_ms } = event;
  return {
    event,
    kinds: kinds === null || kinds === '{}' ? [] : Object.entries(JSON.parse(kinds) as Record<string, number>),
    answerKinds: answerKindsOf(event.details),
    model: provider === null ? undefined : `${provider}\n${upstream_model ?? ''}`,
    totalBucket: total_ms === null ? undefined : bucketOf(total_ms),
    inspectBucket: inspect_ms === null ? undefined : bucketOf(inspect_ms),
  };
}

/** Most answers have none: those are not parsed. */
function answerKindsOf(details: string | null): KindCounts {
  if (details?.includes('"answer"') !== true) return [];
  return Object.entries((JSON.parse(details) as AuditDetails).answer?.kinds ?? {});
}

export function addEvent(sum: Sum, { event, kinds, answerKinds, model, totalBucket, inspectBucket }: Counted): void {
  const { counts } = sum;
  sum.requests += 1;
  if (event.verdict === 'block') {
    sum.refusals += 1;
    keepNewest(counts, [event.id]);
  } else if (event.status === CLIENT_LEFT) sum.abandoned += 1;
  else if (event.state === 'interrupted' || event.verdict === 'error' || (event.status ?? 0) >= 400) sum.errors += 1;
  const [input, output, cost] = [event.input_tokens ?? 0, event.output_tokens ?? 0, event.cost_microusd ?? 0];
  sum.input_tokens += input;
  sum.output_tokens += output;
  sum.cost_microusd += cost;
  if (event.cost_microusd !== null) sum.priced += 1;
  if (event.verdict !== null) count(counts.v, event.verdict, 1);
  for (const [kind, found] of kinds) {
    count(counts.k, kind, found);
    sum.findings += found;
  }
  for (const [kind, found] of answerKinds) count(counts.a, kind, found);
  if (model !== undefined) addModel(counts, model, [1, input, output, cost]);
  if (totalBucket !== undefined) count(counts.t, totalBucket, 1);
  if (inspectBucket !== undefined) count(counts.f, inspectBucket, 1);
}

export function addSum(sum: Sum, more: Sum): void {
  addNumbers(sum, more);
  for (const name of ['v', 'k', 'a', 't', 'f'] as const) {
    for (const [key, value] of Object.entries(more.counts[name])) count(sum.counts[name], key, value);
  }
  for (const [model, numbers] of Object.entries(more.counts.m)) addModel(sum.counts, model, numbers);
  if (more.counts.r.length > 0) keepNewest(sum.counts, more.counts.r);
}

export function addNumbers(sum: SumNumbers, more: SumNumbers): void {
  for (const name of NUMBERS) sum[name] += more[name];
}

/** The buckets of durations grow by a tenth, so that the middle of one is within 5 % of everything in it. */
const GROWTH = Math.log(1.1);
/** Milliseconds; what is shorter counts as this. */
const SHORTEST = 0.01;

function bucketOf(milliseconds: number): string {
  return String(Math.floor(Math.log(Math.max(SHORTEST, milliseconds)) / GROWTH));
}

/** @returns milliseconds, within 5 %; null where nothing was counted */
export function percentile(buckets: Readonly<Record<string, number>>, share: number): number | null {
  const sorted = Object.entries(buckets)
    .map(([bucket, number]) => [Number(bucket), number] as const)
    .sort(([one], [other]) => one - other);
  let left = sorted.reduce((all, [, number]) => all + number, 0) * share;
  for (const [bucket, number] of sorted) {
    left -= number;
    if (left <= 0) return Number(Math.exp((bucket + 0.5) * GROWTH).toPrecision(3));
  }
  return null;
}

function count(counts: Record<string, number>, key: string, more: number): void {
  counts[key] = (counts[key] ?? 0) + more;
}

function addModel(counts: SumCounts, model: string, [requests, input, output, cost]: SumCounts['m'][string]): void {
  const known = counts.m[model] ?? [0, 0, 0, 0];
  counts.m[model] = [known[0] + requests, known[1] + input, known[2] + output, known[3] + cost];
}

function keepNewest(counts: SumCounts, ids: readonly string[]): void {
  counts.r = [...counts.r, ...ids].sort().slice(-LATEST_REFUSALS);
}
