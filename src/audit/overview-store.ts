/**
 * What happened in a range of time: the sums that are there, and the events that are not in them yet. Exact up to the moment it is
 * read, but for durations, which are within 5 %.
 */
import type { Overview, OverviewTotals } from '../contract/overview.ts';
import type { Database } from '../storage/database.ts';
import { finishedBefore, readProgress } from './audit-counter-store.ts';
import type { AuditVisibility } from './audit-search.ts';
import {
  addEvent,
  addNumbers,
  addSum,
  COUNTED_COLUMNS,
  type CountedEvent,
  countedOf,
  emptyNumbers,
  emptySum,
  percentile,
  personScope,
  type Sum,
  type SumNumbers,
  scopesOf,
  timeOf,
  workspaceScope,
} from './audit-sums.ts';
import { addUp, readSums, scopesFrom } from './audit-sums-store.ts';
import { bucketAt, type OverviewRange } from './overview-range.ts';

export interface OverviewStore {
  /** The workspaces have no names yet, and the refusals are ids: the audit log has those. */
  read(query: OverviewSearch): Promise<OverviewSums>;
  /** What `read` says of single workspaces, and no more: without a series nothing has to be parsed. All of them, most requests first. */
  byWorkspace(query: Omit<OverviewSearch, 'workspaceId'>): Promise<OverviewSums['workspaces']>;
}

export interface OverviewSearch {
  readonly range: OverviewRange;
  readonly visibility: AuditVisibility;
  /** Undefined for all that are visible. */
  readonly workspaceId: string | undefined;
}

export type OverviewSums = Omit<
  Overview,
  'workspaces' | 'latestRefusals' | 'from' | 'to' | 'bucketSeconds' | 'sees'
> & {
  readonly workspaces: readonly ({ readonly id: string } & ViewNumbers)[];
  readonly refusalIds: readonly string[];
};

/** Rows read at once: SQLite works in our own thread, and their JSON is parsed there. */
const SUMS_AT_ONCE = 50;
const ADDED_AT_ONCE = 2000;
const EVENTS_AT_ONCE = 500;

export function createOverviewStore(database: Database): OverviewStore {
  /** @param read what is counted up to an id, and the events from there */
  const consistently = async <T>(read: (countedTo: string) => Promise<T>): Promise<T> => {
    for (let attempts = 0; ; attempts += 1) {
      const before = await readProgress(database);
      const result = await read(before.counted_to);
      // Somebody counted meanwhile, so an event may be in both parts or in none.
      const after = await readProgress(database);
      if (after.version === before.version || attempts === MAX_ATTEMPTS) return result;
    }
  };
  return {
    read: (search) => consistently((countedTo) => readAll(database, search, countedTo)),
    byWorkspace: (search) => consistently((countedTo) => readWorkspaces(database, search, countedTo)),
  };
}

const MAX_ATTEMPTS = 5;

async function readAll(database: Database, search: OverviewSearch, countedTo: string): Promise<OverviewSums> {
  const { range } = search;
  const scopes = await chooseScopes(database, search);
  const length = range.to - range.from;
  const all = emptySum();
  const previous = emptySum();
  const buckets = new Map<number, Point>();
  for (let at = range.from; at < range.to; at += range.bucket) buckets.set(at, { ...emptyNumbers(), kinds: {} });
  const workspaces = new Map<string, SumNumbers>();
  /** The total that a time belongs to, and its point of the series. */
  const placeOf = (time: number): { readonly total: Sum; readonly point: Point | undefined } | undefined => {
    if (time >= range.to || time < range.from - length) return undefined;
    if (time < range.from) return { total: previous, point: undefined };
    return { total: all, point: buckets.get(bucketAt(range, time)) };
  };
  for (const scope of scopes.main) {
    for (let from: number | undefined = range.from - length; from !== undefined; ) {
      const rows = await readSums(database, { scope, span: range.span, from, to: range.to, limit: SUMS_AT_ONCE });
      for (const { start, sum } of rows) {
        const place = placeOf(start);
        if (place === undefined) continue;
        addSum(place.total, sum);
        if (place.point !== undefined) addPoint(place.point, sum);
      }
      from = rows.length < SUMS_AT_ONCE ? undefined : (rows.at(-1)?.start ?? range.to) + 1;
      await nextTurn();
    }
  }
  await addWorkspaces(database, { range, scopes, workspaces });
  for await (const events of uncounted(database, countedTo)) {
    for (const event of events) {
      const time = Math.floor(timeOf(event.id) / 1000);
      const place = placeOf(time);
      const concerned = scopesOf(event);
      if (place === undefined || !concerned.some(scopes.isMain)) continue;
      const counted = countedOf(event);
      addEvent(place.total, counted);
      if (place.point === undefined) continue;
      const single = emptySum();
      addEvent(single, counted);
      addPoint(place.point, single);
      for (const scope of concerned) if (scopes.isEach(scope)) addTo(workspaces, workspaceOf(scope), single);
    }
    await nextTurn();
  }
  return {
    totals: toTotals(all),
    previous: toTotals(previous),
    series: [...buckets].map(([at, { kinds, ...numbers }]) => ({
      at: new Date(at * 1000).toISOString(),
      ...toNumbers(numbers),
      kinds,
    })),
    kinds: all.counts.k,
    answerKinds: all.counts.a,
    verdicts: { allow: 0, mask: 0, block: 0, error: 0, ...all.counts.v },
    workspaces: mostFirst(workspaces),
    models: Object.entries(all.counts.m)
      .map(([key, [requests, inputTokens, outputTokens, costMicroUsd]]) => {
        const [provider = '', model = ''] = key.split('\n');
        return { provider, model, requests, inputTokens, outputTokens, costMicroUsd };
      })
      .sort((one, other) => other.requests - one.requests),
    refusalIds: all.counts.r,
  };
}

async function readWorkspaces(
  database: Database,
  { range, visibility }: Omit<OverviewSearch, 'workspaceId'>,
  countedTo: string,
): Promise<OverviewSums['workspaces']> {
  const scopes = await chooseScopes(database, { visibility, workspaceId: undefined });
  const workspaces = new Map<string, SumNumbers>();
  await addWorkspaces(database, { range, scopes, workspaces });
  for await (const events of uncounted(database, countedTo)) {
    for (const event of events) {
      const time = Math.floor(timeOf(event.id) / 1000);
      if (time < range.from || time >= range.to) continue;
      const single = emptySum();
      addEvent(single, countedOf(event));
      for (const scope of scopesOf(event)) if (scopes.isEach(scope)) addTo(workspaces, workspaceOf(scope), single);
    }
    await nextTurn();
  }
  return mostFirst(workspaces);
}

/** The sums of each workspace over the whole range. */
async function addWorkspaces(
  database: Database,
  {
    range,
    scopes,
    workspaces,
  }: { readonly range: OverviewRange; readonly scopes: Scopes; readonly workspaces: Map<string, SumNumbers> },
): Promise<void> {
  const step = range.span * ADDED_AT_ONCE;
  for (const scope of scopes.each) {
    for (let from = range.from; from < range.to; from += step) {
      const to = Math.min(range.to, from + step);
      const sum = await addUp(database, { scope, span: range.span, from, to });
      if (sum.requests > 0) addTo(workspaces, workspaceOf(scope), sum);
      await nextTurn();
    }
  }
}

function mostFirst(workspaces: ReadonlyMap<string, SumNumbers>): OverviewSums['workspaces'] {
  return [...workspaces]
    .map(([id, numbers]) => ({ id, ...toNumbers(numbers) }))
    .sort((one, other) => other.requests - one.requests);
}

interface Scopes {
  /** Their sums together are what is visible, each request once. */
  readonly main: readonly string[];
  /** Those of single workspaces. */
  readonly each: readonly string[];
  isMain(scope: string): boolean;
  isEach(scope: string): boolean;
}

async function chooseScopes(
  database: Database,
  { visibility, workspaceId }: Omit<OverviewSearch, 'range'>,
): Promise<Scopes> {
  const exactly = (scope: string): Scopes => {
    const is = (other: string) => other === scope;
    return { main: [scope], each: [scope], isMain: is, isEach: is };
  };
  if (visibility === null) {
    if (workspaceId !== undefined) return exactly(workspaceScope(workspaceId));
    const isEach = (scope: string) => scope.startsWith('w:');
    return {
      main: ['all'],
      each: await Array.fromAsync(scopesFrom(database, 'w:')),
      isMain: (scope) => scope === 'all',
      isEach,
    };
  }
  const { workspaceIds, userId } = visibility;
  const administered = new Set(workspaceIds);
  if (workspaceId !== undefined) {
    return exactly(administered.has(workspaceId) ? workspaceScope(workspaceId) : personScope(userId, workspaceId));
  }
  const ownPrefix = personScope(userId, '');
  // What is sent in a workspace one is admin of is in that workspace's sums already.
  const isMain = (scope: string) =>
    scope.startsWith('w:')
      ? administered.has(workspaceOf(scope))
      : scope.startsWith(ownPrefix) && !administered.has(workspaceOf(scope));
  const own = (await Array.fromAsync(scopesFrom(database, ownPrefix))).filter(isMain);
  const main = [...workspaceIds.map(workspaceScope), ...own];
  return { main, each: main.filter(hasWorkspace), isMain, isEach: (scope) => isMain(scope) && hasWorkspace(scope) };
}

const workspaceOf = (scope: string): string => scope.slice(scope.lastIndexOf(':') + 1);
const hasWorkspace = (scope: string): boolean => !scope.endsWith(':');

/** What has ended and is not in the sums: the newest, and what was open or late when its window was counted. */
async function* uncounted(database: Database, countedTo: string): AsyncGenerator<readonly CountedEvent[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await finishedBefore(database, countedTo, { after, limit: EVENTS_AT_ONCE });
    yield rows;
    after = rows.length < EVENTS_AT_ONCE ? undefined : rows.at(-1)?.id;
  }
  for (let from: string | undefined = countedTo; from !== undefined; ) {
    const rows: CountedEvent[] = await database.query
      .selectFrom('audit_event')
      .select(COUNTED_COLUMNS)
      .where('id', '>=', from)
      .orderBy('id')
      .limit(EVENTS_AT_ONCE)
      .execute();
    yield rows.filter(({ state }) => state !== 'open');
    const last: string | undefined = rows.at(-1)?.id;
    from = rows.length < EVENTS_AT_ONCE || last === undefined ? undefined : `${last}0`;
  }
}

type Point = SumNumbers & { readonly kinds: Record<string, number> };

function addPoint(point: Point, sum: Sum): void {
  addNumbers(point, sum);
  for (const [kind, count] of Object.entries(sum.counts.k)) point.kinds[kind] = (point.kinds[kind] ?? 0) + count;
}

function addTo(sums: Map<string, SumNumbers>, key: string, more: SumNumbers): void {
  const known = sums.get(key) ?? emptyNumbers();
  addNumbers(known, more);
  sums.set(key, known);
}

type ViewNumbers = Omit<OverviewTotals, 'priced' | 'totalMs' | 'firewallMs'>;

function toNumbers(sum: SumNumbers): ViewNumbers {
  return {
    requests: sum.requests,
    refusals: sum.refusals,
    errors: sum.errors,
    abandoned: sum.abandoned,
    inputTokens: sum.input_tokens,
    outputTokens: sum.output_tokens,
    costMicroUsd: sum.cost_microusd,
    findings: sum.findings,
  };
}

function toTotals(sum: Sum): OverviewTotals {
  const { t, f } = sum.counts;
  return {
    ...toNumbers(sum),
    priced: sum.priced,
    totalMs: { p50: percentile(t, 0.5), p95: percentile(t, 0.95) },
    firewallMs: { p50: percentile(f, 0.5), p95: percentile(f, 0.95) },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
