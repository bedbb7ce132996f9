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
  /** One window. @returns whether there is more to count at once */
  step(): Promise<boolean>;
}

/** Events read, and sums written, at once: SQLite works in our own thread, which requests wait for. */
const WINDOW = 500;
const FEW = 50;
const MAX_SUMS = 150;

/** @param mark told how far it is counted, before it is */
export function createAuditCounter(database: Database, mark: CountedMark = { to: '' }): AuditCounter {
  /** Events read at once: no more than the last step could have made use of. */
  let size = WINDOW;
  return {
    async step() {
      const { version, counted_to: from } = await readProgress(database);
      const settled = firstIdOf(Date.now() - SETTLED);
      mark.to = laterOf(from, settled);
      const window = from < settled ? await eventsBetween(database, { from, to: settled, limit: size }) : [];
      // Read after the events: who writes an event late writes its note in the same transaction.
      const noted = await notedBetween(database, from, settled);
      const finished = await finishedBefore(database, from, { after: '', limit: WINDOW });
      const all = [...finished, ...window.filter(({ id }) => !noted.has(id))];
      const { taken, sums } = sumUp(all, Date.now() / 1000 - MINUTES_KEPT);
      const waiting = finished.slice(0, taken).map(({ id }) => id);
      const fresh = all.slice(finished.length, taken);
      const more = taken < all.length || window.length === size || finished.length === WINDOW;
      if (window.length + finished.length === 0) return false;
      const to =
        taken < all.length ? after(fresh.at(-1)?.id) : window.length === size ? after(window.at(-1)?.id) : settled;
      const open = fresh.filter(({ state }) => state === 'open');
      await nextTurn();
      await mergeKnown(database, sums);
      await nextTurn();
      const heard = await database.exclusively('audit-counter', async (inside) => {
        const { query } = inside;
        const { numUpdatedRows } = await query
          .updateTable('audit_progress')
          .set({ version: version + 1, counted_to: to === undefined || to < from ? from : to })
          .where('id', '=', 1)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return false;
        await writeSums(inside, sums);
        if (waiting.length > 0) await query.deleteFrom('audit_uncounted').where('id', 'in', waiting).execute();
        if (open.length > 0) {
          await query
            .insertInto('audit_uncounted')
            .values(open.map(({ id }) => ({ id })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return true;
      });
      size = taken < all.length ? Math.max(FEW, Math.ceil(taken * 1.2)) : Math.min(WINDOW, size * 2);
      // What is noted in this window is looked for in the next step.
      return more || !heard || noted.size > 0;
    },
  };
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

function eventsBetween(
  database: Database,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<CountedEvent[]> {
  return database.query
    .selectFrom('audit_event')
    .select(COUNTED_COLUMNS)
    .where('id', '>=', from)
    .where('id', '<', to)
    .orderBy('id')
    .limit(limit)
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
function after(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${id}0`;
}

/**
 * Sums of as many events, in order, as give few enough rows to be written at once.
 * @returns how many that were
 */
function sumUp(
  events: readonly CountedEvent[],
  minutesFrom: number,
): { readonly taken: number; readonly sums: readonly PlacedSum[] } {
  const sums = new Map<string, PlacedSum>();
  let taken = 0;
  for (const event of events) {
    if (sums.size > MAX_SUMS) break;
    taken += 1;
    if (event.state === 'open') continue;
    const time = Math.floor(timeOf(event.id) / 1000);
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
        addEvent(placed.sum, event);
      }
    }
  }
  return { taken, sums: [...sums.values()] };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
