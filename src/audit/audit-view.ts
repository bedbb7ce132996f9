/** An event of the database as the API shows it. */
import type { AuditDetails, AuditEventView, AuditStep } from '../contract/audit.ts';
import type { AuditEventTable } from '../storage/tables.ts';

export function toEventView(row: AuditEventTable): AuditEventView {
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
    details: detailsOf(row),
  };
}

/** What is known of the way of a request, in order. */
export function timelineOf(row: AuditEventTable): AuditStep[] {
  const { inspectedMs, recordedMs } = detailsOf(row);
  const known: readonly (readonly [AuditStep['step'], number | null | undefined])[] = [
    ['arrived', 0],
    ['inspected', inspectedMs],
    ['recorded', recordedMs],
    ['first_byte', row.first_byte_ms],
    ['finished', row.total_ms],
  ];
  return known.flatMap(([step, atMs]) => (atMs === null || atMs === undefined ? [] : [{ step, atMs }]));
}

function detailsOf({ details }: AuditEventTable): AuditDetails {
  return details === null ? {} : (JSON.parse(details) as AuditDetails);
}
