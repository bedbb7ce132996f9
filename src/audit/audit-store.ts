/** Reading the audit log, and closing what a crash left open. */
import type { AuditEntry, AuditEventView, AuditPage } from '../contract/audit.ts';
import { eventIdOf } from '../platform/request-id.ts';
import type { Database } from '../storage/database.ts';
import type { AuditEventTable } from '../storage/tables.ts';
import {
  type AuditSearch,
  type AuditVisibility,
  type IdRange,
  indexed,
  isFiltered,
  selectEvents,
  visibleTo,
} from './audit-search.ts';
import { timelineOf, toEventView } from './audit-view.ts';

export interface AuditStore {
  /** Newest first, by cursor. A page may hold fewer than asked for and still have a next: it has been looked for so far. */
  list(search: AuditSearch, visibility: AuditVisibility, page: PageCursor): Promise<AuditPage>;
  /** Everything a search finds, newest first, a part at a time; what arrives meanwhile is not in it. */
  everything(search: AuditSearch, visibility: AuditVisibility): AsyncGenerator<readonly AuditEventView[]>;
  /** By the event's id or the request's; undefined where there is none, and where the reader may not see it. */
  get(id: string, visibility: AuditVisibility): Promise<AuditEntry | undefined>;
  /** What a workspace was called last, for one that is gone; undefined where nothing of it is on record. */
  lastNameOf(workspaceId: string): Promise<string | undefined>;
  /** Those of the ids that are there, newest first. */
  getMany(ids: readonly string[]): Promise<readonly AuditEventView[]>;
  /**
   * At start: marks events that are still open as interrupted.
   * @param startedBefore epoch milliseconds; with several nodes, far enough back that a request of theirs cannot be running
   */
  markInterrupted(startedBefore: number): Promise<number>;
}

export interface PageCursor {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Rows looked at in one query, and queries for one page: SQLite works inside our own thread, which other requests wait for. */
const WINDOW = 1000;
const MAX_WINDOWS = 500;

/** @param windows how many windows one page may take before it says how far it has looked */
export function createAuditStore(database: Database, windows: number = MAX_WINDOWS): AuditStore {
  /** At most `limit` events and where to go on; windows that hold none count, so that a rare find ends a page early. */
  const look = async (search: AuditSearch, visibility: AuditVisibility, { before, after, limit }: PageCursor) => {
    const filtered = isFiltered(search, visibility);
    const rows: AuditEventTable[] = [];
    let range: IdRange = { before, after };
    for (let count = 0; count < windows; count += 1) {
      const end = filtered ? await endOfWindow(database, search, range) : undefined;
      const wanted = limit + 1 - rows.length;
      rows.push(
        ...(await selectEvents(database, { search, visibility, range: { ...range, from: end }, limit: wanted })),
      );
      if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.id ?? null };
      if (end === undefined) return { rows, next: null };
      range = { before: end, after };
      await nextTurn();
    }
    return { rows, next: range.before ?? null };
  };
  return {
    async list(search, visibility, page) {
      const { rows, next } = await look(search, visibility, page);
      return { data: rows.map(toEventView), next };
    },
    async *everything(search, visibility) {
      for (let before: string | null | undefined; before !== null; ) {
        const { rows, next } = await look(search, visibility, { before, limit: EXPORTED_AT_ONCE });
        if (rows.length > 0) yield rows.map(toEventView);
        before = next;
        await nextTurn();
      }
    },
    async get(id, visibility) {
      const eventId = eventIdOf(id) ?? id;
      const row = await visibleTo(visibility, indexed(database, {}, {}))
        .selectAll()
        .where('id', '=', eventId)
        .executeTakeFirst();
      return row && { ...toEventView(row), timeline: timelineOf(row) };
    },
    async lastNameOf(workspaceId) {
      const row = await indexed(database, { workspaceId }, {}).select('workspace_name').limit(1).executeTakeFirst();
      return row?.workspace_name ?? undefined;
    },
    async getMany(ids) {
      if (ids.length === 0) return [];
      const rows = await indexed(database, {}, {})
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();
      return rows.map(toEventView);
    },
    async markInterrupted(startedBefore) {
      const { numUpdatedRows } = await database.query
        .updateTable('audit_event')
        .set({ state: 'interrupted' })
        .where('state', '=', 'open')
        .where('started_at', '<', startedBefore)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}

const EXPORTED_AT_ONCE = 250;

/** The id a window ends with; undefined when it is the last. */
async function endOfWindow(database: Database, search: AuditSearch, range: IdRange): Promise<string | undefined> {
  const last = await indexed(database, search, range)
    .select('id')
    .offset(WINDOW - 1)
    .limit(1)
    .executeTakeFirst();
  return last?.id;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
