/** Reading the audit log, and closing what a crash left open. */
import type { AuditEventView, AuditPage, AuditQuery } from '../contract/audit.ts';
import type { Database } from '../storage/database.ts';
import type { AuditEventTable } from '../storage/tables.ts';

/** Which events a reader may see: all (null), or those of some workspaces. */
export type AuditVisibility = { readonly workspaceIds: readonly string[] } | null;

export interface AuditStore {
  /** Newest first, by cursor. */
  list(query: AuditQuery, visibility: AuditVisibility): Promise<AuditPage>;
  /**
   * At start: marks events that are still open as interrupted.
   * @param startedBefore epoch milliseconds; with several nodes, far enough back that a request of theirs cannot be running
   */
  markInterrupted(startedBefore: number): Promise<number>;
}

export function createAuditStore(database: Database): AuditStore {
  return {
    async list(query, visibility) {
      if (visibility !== null && visibility.workspaceIds.length === 0) return { data: [], next: null };
      let select = database.query.selectFrom('audit_event').selectAll();
      if (visibility !== null) select = select.where('workspace_id', 'in', [...visibility.workspaceIds]);
      if (query.workspace !== undefined) select = select.where('workspace_name', '=', query.workspace);
      if (query.userId !== undefined) select = select.where('user_id', '=', query.userId);
      if (query.keyId !== undefined) select = select.where('key_id', '=', query.keyId);
      if (query.verdict !== undefined) select = select.where('verdict', '=', query.verdict);
      if (query.from !== undefined) select = select.where('started_at', '>=', Date.parse(query.from));
      if (query.to !== undefined) select = select.where('started_at', '<', Date.parse(query.to));
      if (query.before !== undefined) select = select.where('id', '<', query.before);
      const rows = await select
        .orderBy('id', 'desc')
        .limit(query.limit + 1)
        .execute();
      const page = rows.slice(0, query.limit);
      return { data: page.map(toView), next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
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
  };
}
