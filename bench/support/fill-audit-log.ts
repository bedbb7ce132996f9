import { eventIdOf } from '../../src/platform/request-id.ts';
import type { Database } from '../../src/storage/database.ts';

/** In the oldest event only. */
export const RARE_KIND = 'PASSPORT';

export interface AuditLogSize {
  readonly events: number;
  readonly days: number;
  /** Epoch milliseconds of the newest. */
  readonly now: number;
}

const DAY = 86_400_000;
/** Rows in one transaction. */
const BATCH = 10_000;

/** Complete events at even distances: 20 workspaces, 200 people, 300 keys; two thirds masked, one in 50 refused. */
export async function fillAuditLog(database: Database, { events, days, now }: AuditLogSize): Promise<void> {
  const { sql, parameters } = database.query.insertInto('audit_event').values(eventAt(0, now)).compile();
  const columns = Object.keys(eventAt(0, now)) as (keyof ReturnType<typeof eventAt>)[];
  if (parameters.length !== columns.length) throw new Error('a column is not a parameter');
  for (let first = 0; first < events; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, events - first) }, (_, index) => {
      const number = first + index;
      const event = eventAt(number, Math.floor(now - days * DAY * (1 - number / events)));
      return columns.map((column) => event[column]);
    });
    await database.writeBatches([{ sql, rows }]);
  }
}

function eventAt(number: number, time: number) {
  const requestId = `req_${time.toString(16).padStart(12, '0')}7000a${number.toString(16).padStart(15, '0')}`;
  const refused = number % 50 === 1;
  const kinds = number === 0 ? { [RARE_KIND]: 1 } : number % 3 === 0 ? {} : { EMAIL: 1 + (number % 3), PERSON: 1 };
  return {
    id: eventIdOf(requestId) ?? '',
    state: 'complete' as const,
    request_id: requestId,
    started_at: time,
    finished_at: time + 900,
    user_id: `user-${number % 200}`,
    user_email: `user-${number % 200}@example.test`,
    key_id: `key-${number % 300}`,
    workspace_id: `workspace-${number % 20}`,
    workspace_name: `team-${number % 20}`,
    client_address: '10.1.2.3',
    model: `team-${number % 20}`,
    provider: refused ? null : 'openai',
    upstream_model: refused ? null : 'gpt-4o',
    verdict: refused ? ('block' as const) : number % 3 === 0 ? ('allow' as const) : ('mask' as const),
    pii: 'obfuscate' as const,
    kinds: JSON.stringify(kinds),
    status: refused ? 400 : 200,
    error_code: refused ? 'pii_detected' : null,
    stream: 1,
    retry_count: 0,
    input_tokens: refused ? null : 500,
    output_tokens: refused ? null : 200,
    inspect_ms: 0.5,
    first_byte_ms: refused ? null : 300,
    total_ms: refused ? 3 : 900,
    details: JSON.stringify({ policyVersion: 'a1b2c3d4e5f6', inspectedMs: 1.2, recordedMs: 1.9 }),
    cost_microusd: refused ? null : 3250,
  };
}
