/** Reading the audit log, and closing what a crash left open. */
import type { AuditDetails, AuditEventView, AuditPage, AuditQuery } from '../contract/audit.ts';
import type { Database } from '../storage/database.ts';
import type { AuditEventTable } from '../storage/tables.ts';

/** Which events a reader may see: all (null), or those of some workspaces. */
export type AuditVisibility = { readonly workspaceIds: readonly string[] } | null;

export interface AuditStore {
  /** Newest first, by cursor. A page may hold fewer than asked for and still have a next: it has been looked for so far. */
  list(query: AuditQuery, visibility: AuditVisibility): Promise<AuditPage>;
  /**
   * At start: marks events that are still open as interrupted.
   * @param startedBefore epoch milliseconds; with several nodes, far enough back that a request of theirs cannot be running
   */
  markInterrupted(startedBefore: number): Promise<number>;
}

/** Rows looked at in one query, and queries for one page: SQLite works inside our own thread, which other requests wait for. */
const WINDOW = 2000;
const MAX_WINDOWS = 25;

export function createAuditStore(database: Database): AuditStore {
  return {
    async list(query, visibility) {
      if (visibility !== null && visibility.workspaceIds.length === 0) return { data: [], next: null };
      const { limit } = query;
      const rows: AuditEventTable[] = [];
      let before = query.before;
      for (let count = 0; count < MAX_WINDOWS; count += 1) {
        const end = isFiltered(query, visibility) ? await endOfWindow(database, query, before) : undefined;
        const found = await select(database, query, visibility, { before, from: end, limit: limit + 1 - rows.length });
        rows.push(...found);
        if (rows.length > limit) return { data: rows.slice(0, limit).map(toView), next: rows[limit - 1]?.id ?? null };
        if (end === undefined) return { data: rows.map(toView), next: null };
        before = end;
        await nextTurn();
      }
      return { data: rows.map(toView), next: before ?? null };
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

/** Whether rows must be read that the page does not show. Times narrow by the primary key, one workspace by its index. */
function isFiltered({ workspace, person, keyId, verdict }: AuditQuery, visibility: AuditVisibility): boolean {
  const named = workspace ?? person ?? keyId ?? verdict;
  return named !== undefined || (visibility !== null && visibility.workspaceIds.length > 1);
}

/** The id a window ends with; undefined when it is the last. */
async function endOfWindow(database: Database, query: AuditQuery, before: string | undefined) {
  const last = await byTime(database, query, before)
    .select('id')
    .orderBy('id', 'desc')
    .offset(WINDOW - 1)
    .limit(1)
    .executeTakeFirst();
  return last?.id;
}

function byTime(database: Database, { from, to }: AuditQuery, before: string | undefined) {
  let select = database.query.selectFrom('audit_event');
  if (before !== undefined) select = select.where('id', '<', before);
  if (from !== undefined) select = select.where('id', '>=', firstIdOf(Date.parse(from) - LONGEST_WAY));
  if (to !== undefined) select = select.where('id', '<', firstIdOf(Date.parse(to) + LONGEST_WAY));
  return select;
}

function select(
  database: Database,
  query: AuditQuery,
  visibility: AuditVisibility,
  page: { readonly before: string | undefined; readonly from: string | undefined; readonly limit: number },
): Promise<AuditEventTable[]> {
  let select = byTime(database, query, page.before).selectAll();
  if (page.from !== undefined) select = select.where('id', '>=', page.from);
  if (visibility !== null) select = select.where('workspace_id', 'in', [...visibility.workspaceIds]);
  if (query.workspace !== undefined) select = select.where('workspace_name', '=', query.workspace);
  if (query.person !== undefined) select = select.where('user_email', '=', query.person);
  if (query.keyId !== undefined) select = select.where('key_id', '=', query.keyId);
  if (query.verdict !== undefined) select = select.where('verdict', '=', query.verdict);
  if (query.from !== undefined) select = select.where('started_at', '>=', Date.parse(query.from));
  if (query.to !== undefined) select = select.where('started_at', '<', Date.parse(query.to));
  return select.orderBy('id', 'desc').limit(page.limit).execute();
}

/** An event's id is made when its request arrives, or when it is recorded: this far from its start at most, in milliseconds. */
const LONGEST_WAY = 24 * 60 * 60 * 1000;

/** The smallest UUID version 7 of a millisecond: 48 bits of time come first (RFC 9562 section 5.7). */
function firstIdOf(time: number): string {
  const digits = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function toView(row: AuditEventTable): AuditEventView {
  return {
    id: row.id,
    state: row.state,
    requestId: row.request_id,
    startedAt: new Date(row.started_at).toISOString(),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
    userId: row.user_id,
    userEmail: row.user_email,
    keyId: row.key_id,
    workspaceId: row.workspace_id,
    workspaceName: row.workspace_name,
    clientAddress: row.client_address,
    model: row.model,
    provider: row.provider,
    upstreamModel: row.upstream_model,
    verdict: row.verdict,
    pii: row.pii,
    kinds: row.kinds === null ? {} : (JSON.parse(row.kinds) as Record<string, number>),
    status: row.status,
    errorCode: row.error_code,
    stream: row.stream !== 0,
    retryCount: row.retry_count,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    inspectMs: row.inspect_ms,
    firstByteMs: row.first_byte_ms,
    totalMs: row.total_ms,
    costMicroUsd: row.cost_microusd,
    details: row.details === null ? {} : (JSON.parse(row.details) as AuditDetails),
  };
}
