/**
 * Adds complete events to the sums of the overview, a window at a time, beside the requests. An event that is still open, or is
 * written long after its request arrived, is remembered in `audit_uncounted` and added when it is complete: every event counts
 * exactly once, whichever node counts it.
 */
import type { Database } from '../storage/database.ts';
import {
  addEvent,
  COUNTED_COLUMNS,
  type CountedEvent,
  type CountedMark,
  countedOf,
  emptySum,
  firstIdOf,
  HALF_HOUR,
  laterOf,
  MINUTES_KEPT,
  type PlacedSum,
  SETTLED,
  SPANS,
  scopesOf,
  timeOf,
} from './audit-sums.ts';
import { mergeKnown, writeSums } from './audit-sums-store.ts';

export interface AuditCounter {
  /** Counts a few thousand events at most. @returns whether there is more to count at once */
  step(): Promise<boolean>;
}

/** Events read in one turn: SQLite works in our own thread, which requests wait for. */
const WINDOW = 200;
/** The same of events that have ended since: each may belong to sums of its own. */
const FINISHED = 50;
/** A step ends where it has so many sums to write, or after the window in which it has so many events. */
const MANY_SUMS = 600;
const MANY_EVENTS = 5000;
/** Sums read or written in one turn. */
const SLICE = 100;

/** @param mark told how far it is counted, before it is */
export function createAuditCounter(database: Database, mark: CountedMark = { to: '' }): AuditCounter {
  return {
    async step() {
      const { version, counted_to: from } = await readProgress(database);
      const settled = firstIdOf(Date.now() - SETTLED);
      mark.to = laterOf(from, settled);
      const sums = createSums(Date.now() / 1000 - MINUTES_KEPT);
      const finished = await finishedBefore(database, from, { after: '', limit: FINISHED });
      for (const event of finished) sums.add(event);
      const { to, open, more } = await addSettled(database, { from, settled, sums });
      if (to === from && finished.length === 0) return false;
      const slices = slicesOf(sums.all());
      for (const slice of slices) {
        await mergeKnown(database, slice);
        await nextTurn();
      }
      const heard = await database.exclusively('audit-counter', async (inside) => {
        const { query } = inside;
        const { numUpdatedRows } = await query
          .updateTable('audit_progress')
          .set({ version: version + 1, counted_to: to })
          .where('id', '=', 1)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return false;
        for (const slice of slices) {
          await writeSums(inside, slice);
          await nextTurn();
        }
        const ended = finished.map(({ id }) => id);
        if (ended.length > 0) await query.deleteFrom('audit_uncounted').where('id', 'in', ended).execute();
        if (open.length > 0) {
          await query
            .insertInto('audit_uncounted')
            .values(open.map((id) => ({ id })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return true;
      });
      return more || finished.length === FINISHED || !heard;
    },
  };
}

interface Settled {
  readonly from: string;
  readonly settled: string;
  readonly sums: Sums;
}

/** Adds events, window by window. Where there is none it stays where it is. @returns how far, and which of them are still open */
async function addSettled(database: Database, { from, settled, sums }: Settled) {
  const open: string[] = [];
  let to = from;
  let more = false;
  for (let events = 0; to < settled; events += WINDOW) {
    if (events >= MANY_EVENTS || sums.size() > MANY_SUMS) {
      more = true;
      break;
    }
    const window = await eventsBetween(database, to, settled);
    // Read after the events: who writes an event late writes its note in the same transaction.
    const noted = await notedBetween(database, to, settled);
    let counted = 0;
    for (const event of window) {
      if (sums.size() > MANY_SUMS) break;
      counted += 1;
      if (noted.has(event.id)) continue;
      if (event.state === 'open') open.push(event.id);
      else sums.add(event);
    }
    const stopped = counted < window.length;
    // What is noted is looked for in the next step.
    more ||= noted.size > 0 || stopped;
    const last = window[counted - 1]?.id;
    if (last !== undefined) to = stopped || window.length === WINDOW ? after(last) : settled;
    if (stopped || window.length < WINDOW) break;
    await nextTurn();
  }
  return { to, open, more };
}

export async function readProgress(
  database: Database,
): Promise<{ readonly version: number; readonly counted_to: string }> {
  return database.query
    .selectFrom('audit_progress')
    .select(['version', 'counted_to'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

function eventsBetween(database: Database, from: string, to: string): Promise<CountedEvent[]> {
  return database.query
    .selectFrom('audit_event')
    .select(COUNTED_COLUMNS)
    .where('id', '>=', from)
    .where('id', '<', to)
    .orderBy('id')
    .limit(WINDOW)
    .execute();
}

async function notedBetween(database: Database, from: string, to: string): Promise<ReadonlySet<string>> {
  const rows = await database.query
    .selectFrom('audit_uncounted')
    .select('id')
    .where('id', '>=', from)
    .where('id', '<', to)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Events of earlier windows that have ended since. */
export function finishedBefore(
  database: Database,
  countedTo: string,
  { after: last, limit }: { readonly after: string; readonly limit: number },
): Promise<CountedEvent[]> {
  return database.query
    .selectFrom('audit_uncounted')
    .innerJoin('audit_event', 'audit_event.id', 'audit_uncounted.id')
    .select(COUNTED_COLUMNS.map((column) => `audit_event.${column}` as const))
    .where('audit_uncounted.id', '<', countedTo)
    .where('audit_uncounted.id', '>', last)
    .where('audit_event.state', '!=', 'open')
    .orderBy('audit_uncounted.id')
    .limit(limit)
    .execute();
}

/** The next id there could be: ids are compared as text. */
function after(id: string): string {
  return `${id}0`;
}

interface Sums {
  add(event: CountedEvent): void;
  size(): number;
  all(): readonly PlacedSum[];
}

/** @param minutesFrom epoch seconds; older events are not summed by minute */
function createSums(minutesFrom: number): Sums {
  const sums = new Map<string, PlacedSum>();
  return {
    add(event) {
      const time = Math.floor(timeOf(event.id) / 1000);
      const counted = countedOf(event);
      for (const scope of scopesOf(event)) {
        for (const span of SPANS) {
          if (span < HALF_HOUR && (time < minutesFrom || scope.startsWith('u:'))) continue;
          const start = time - (time % span);
          const key = `${span} ${start} ${scope}`;
          let placed = sums.get(key);
          if (placed === undefined) {
            placed = { scope, span, start, sum: emptySum() };
            sums.set(key, placed);
          }
          addEvent(placed.sum, counted);
        }
      }
    },
    size: () => sums.size,
    all: () => [...sums.values()],
  };
}

function slicesOf(sums: readonly PlacedSum[]): (readonly PlacedSum[])[] {
  return Array.from({ length: Math.ceil(sums.length / SLICE) }, (_, at) => sums.slice(at * SLICE, (at + 1) * SLICE));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
