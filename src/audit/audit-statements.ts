/** The statements of the audit writer, compiled once: compiling costs more than running them. */
import type { Database, WriteBatch } from '../storage/database.ts';
import type { AuditEventTable } from '../storage/tables.ts';
import type { AuditOpening, AuditOutcome } from './audit-event.ts';

type Row = WriteBatch['rows'][number];

export interface AuditStatements {
  readonly insert: string;
  insertRow(id: string, event: AuditOpening, outcome: AuditOutcome | undefined): Row;
  readonly complete: string;
  outcomeRow(id: string, outcome: AuditOutcome): Row;
  /** Parameters: key id, requests, epoch seconds. */
  readonly count: string;
  /** Notes that an event is written late, for the sums. Parameter: its id. */
  readonly note: string;
}

export function compileAuditStatements(database: Database): AuditStatements {
  const blank = insertValues('', BLANK_OPENING, undefined);
  // An opening whose commit was not heard of is there already when its refusal is recorded under the same id.
  const insert = database.query
    .insertInto('audit_event')
    .values(blank)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((column) => {
        const ending = Object.keys(NOT_FINISHED) as (keyof Ending)[];
        return Object.fromEntries(ending.map((name) => [name, column.ref(`excluded.${name}`)]));
      }),
    )
    .compile();
  const columns = Object.keys(blank) as (keyof AuditEventTable)[];
  const { kinds, verdict, ...always } = outcomeValues(BLANK_OUTCOME);
  const complete = database.query
    .updateTable('audit_event')
    .set(always)
    // What the answer did not change stays as the opening wrote it.
    .set((column) => ({
      verdict: column.fn.coalesce(column.val(verdict), 'verdict'),
      kinds: column.fn.coalesce(column.val(kinds), 'kinds'),
    }))
    .where('id', '=', '')
    .compile();
  const count = database.query
    .insertInto('gateway_key_usage')
    .values({ key_id: '', request_count: 0, last_used_at: 0 })
    .onConflict((conflict) =>
      conflict.column('key_id').doUpdateSet((column) => ({
        request_count: column('gateway_key_usage.request_count', '+', column.ref('excluded.request_count')),
        last_used_at: column
          .case()
          .when('gateway_key_usage.last_used_at', '>', column.ref('excluded.last_used_at'))
          .then(column.ref('gateway_key_usage.last_used_at'))
          .else(column.ref('excluded.last_used_at'))
          .end(),
      })),
    )
    .compile();
  const note = database.query
    .insertInto('audit_uncounted')
    .values({ id: '' })
    .onConflict((conflict) => conflict.doNothing())
    .compile();
  return {
    insert: insert.sql,
    insertRow(id, event, outcome) {
      const values = insertValues(id, event, outcome);
      return columns.map((column) => values[column]);
    },
    complete: complete.sql,
    outcomeRow(id, outcome) {
      const { verdict, kinds, ...always } = outcomeValues(outcome);
      return [...Object.values(always), verdict, kinds, id];
    },
    count: count.sql,
    note: note.sql,
  };
}

function insertValues(id: string, event: AuditOpening, outcome: AuditOutcome | undefined): AuditEventTable {
  const ending = outcome === undefined ? NOT_FINISHED : outcomeValues(outcome);
  return {
    id,
    request_id: text(event.requestId) ?? '',
    started_at: event.startedAt,
    user_id: event.userId,
    user_email: text(event.userEmail),
    key_id: event.keyId,
    workspace_id: event.workspaceId,
    workspace_name: text(event.workspaceName),
    client_address: text(event.clientAddress),
    model: text(event.model),
    pii: event.pii,
    stream: event.stream ? 1 : 0,
    retry_count: whole(event.retryCount) ?? 0,
    inspect_ms: event.inspectMs,
    ...ending,
    verdict: ending.verdict ?? event.verdict,
    kinds: ending.kinds ?? (event.kinds === null ? null : JSON.stringify(event.kinds)),
  };
}

type Ending = Pick<
  AuditEventTable,
  | 'state'
  | 'finished_at'
  | 'status'
  | 'error_code'
  | 'provider'
  | 'upstream_model'
  | 'input_tokens'
  | 'output_tokens'
  | 'first_byte_ms'
  | 'total_ms'
  | 'verdict'
  | 'kinds'
  | 'details'
  | 'cost_microusd'
>;

function outcomeValues(outcome: AuditOutcome): Ending {
  return {
    state: 'complete',
    finished_at: outcome.finishedAt,
    status: outcome.status,
    error_code: text(outcome.errorCode),
    provider: text(outcome.provider),
    upstream_model: text(outcome.upstreamModel),
    input_tokens: whole(outcome.inputTokens),
    output_tokens: whole(outcome.outputTokens),
    first_byte_ms: outcome.firstByteMs,
    total_ms: outcome.totalMs,
    details: outcome.details === undefined ? null : JSON.stringify(outcome.details),
    cost_microusd: outcome.costMicroUsd ?? null,
    verdict: outcome.verdict ?? null,
    kinds: outcome.kinds === undefined ? null : JSON.stringify(outcome.kinds),
  };
}

/**
 * Clients choose `model` and the request id, providers their model's name and the token counts. A row the database refuses would
 * take its whole batch with it: Postgres knows no NUL in text and no number beyond its type.
 */
function text(value: string | null): string | null {
  return value === null ? null : value.slice(0, MAX_TEXT).replaceAll('\0', '');
}

function whole(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= MAX_WHOLE ? value : null;
}

/** UTF-16 units; no name of ours is longer. */
const MAX_TEXT = 300;
const MAX_WHOLE = 2 ** 31 - 1;

const NOT_FINISHED: Ending = {
  state: 'open',
  finished_at: null,
  status: null,
  error_code: null,
  provider: null,
  upstream_model: null,
  input_tokens: null,
  output_tokens: null,
  first_byte_ms: null,
  total_ms: null,
  details: null,
  cost_microusd: null,
  verdict: null,
  kinds: null,
};

/** Only their shape matters: the compiled statement's parameters follow the order of these fields. */
const BLANK_OPENING: AuditOpening = {
  requestId: '',
  startedAt: 0,
  userId: null,
  userEmail: null,
  keyId: null,
  workspaceId: null,
  workspaceName: null,
  clientAddress: null,
  model: null,
  verdict: null,
  pii: null,
  kinds: null,
  stream: false,
  retryCount: 0,
  inspectMs: null,
};

const BLANK_OUTCOME: AuditOutcome = {
  finishedAt: 0,
  status: 0,
  errorCode: null,
  provider: null,
  upstreamModel: null,
  inputTokens: null,
  outputTokens: null,
  firstByteMs: null,
  totalMs: 0,
};
