/**
 * Writes audit events. `open` resolves after the row is committed, so nothing leaves the house unrecorded; events that arrive in
 * one turn of the event loop share a transaction. Outcomes and key counters are queued and written with the next batch.
 */
import { GatewayError } from '../errors.ts';
import { eventIdOf } from '../platform/request-id.ts';
import type { Database, WriteBatch } from '../storage/database.ts';
import type { AuditOpening, AuditOutcome } from './audit-event.ts';
import { compileAuditStatements } from './audit-statements.ts';
import { type CountedMark, lateBefore } from './audit-sums.ts';

export interface AuditWriter {
  /** @returns the event's id (`eventIdOf` the request), once it is in the database. @throws GatewayError audit_unavailable */
  open(event: AuditOpening): Promise<string>;
  /** Never throws and never waits; what cannot be written stays queued and is tried again. */
  complete(id: string, outcome: AuditOutcome): void;
  /** For a request refused before anything was sent: opened and completed in one row. @throws GatewayError audit_unavailable */
  record(event: AuditOpening, outcome: AuditOutcome): Promise<string>;
  /** Counts a request for a gateway key. */
  countUse(keyId: string): void;
  /** What waits to be written. */
  readonly queued: number;
  /** Writes what is queued. @throws when the database still refuses it */
  close(): Promise<void>;
}

export interface AuditWriterOptions {
  /** Outcomes that may wait while the database is away; beyond it new requests are refused. */
  readonly maxQueued?: number;
  /** Milliseconds an outcome or a count may wait for company. */
  readonly flushAfter?: number;
  /** How far events are counted: the housekeeping's. */
  readonly mark?: CountedMark;
  /** Told when a batch could not be written. */
  readonly onError?: (error: unknown) => void;
}

/** Openings in one batch from which the next batch waits for more. */
const COMPANY = 3;
/** Milliseconds. */
const MOMENT = 2;
/** Outcomes that wait until this many are there, or `flushAfter` has passed: they hold nobody up. */
const MANY_OUTCOMES = 200;
/** Rows in one transaction. */
const MAX_BATCH = 1000;
/** Milliseconds between attempts while the database is away. */
const RETRY_AFTER = 1000;

export function createAuditWriter(database: Database, options: AuditWriterOptions = {}): AuditWriter {
  const { maxQueued = 50_000, flushAfter = 200, onError = () => {}, mark = { to: '' } } = options;
  const statements = compileAuditStatements(database);
  const openings: Waiting[] = [];
  let outcomes: { readonly id: string; readonly outcome: AuditOutcome }[] = [];
  let uses = new Map<string, KeyUse>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let soon = false;
  /** Outcomes and counts have waited long enough. */
  let due = false;
  let lastBatch = 0;
  let writing: Promise<void> | undefined;
  let closed = false;

  const add = (event: AuditOpening, outcome: AuditOutcome | undefined): Promise<string> => {
    if (closed || openings.length + outcomes.length >= maxQueued) {
      return Promise.reject(new GatewayError('audit_unavailable'));
    }
    const id = eventIdOf(event.requestId) ?? Bun.randomUUIDv7();
    const row = statements.insertRow(id, event, outcome);
    return new Promise((resolve, reject) => {
      openings.push({ id, row, resolve, reject });
      flushSoon();
    });
  };

  const flushSoon = (): void => {
    if (soon || writing !== undefined) return;
    soon = true;
    const go = (): void => {
      soon = false;
      void flush();
    };
    // A commit costs more than a row. Alone, a request is written after the input of this turn has been read, with those that arrived
    // with it; where the last batch had company, the next one waits a moment for more.
    if (lastBatch < COMPANY) setImmediate(go);
    else setTimeout(go, MOMENT);
  };

  const flushLater = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      due = true;
      void flush();
    }, delay);
  };

  const flush = (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = undefined;
      if (openings.length > 0) flushSoon();
      else if (!closed && outcomes.length + uses.size > 0) flushLater(flushAfter);
    });
    return writing;
  };

  /** One batch. Openings are refused when it fails: their requests wait. The rest goes back to the queue. */
  const write = async (): Promise<void> => {
    const all = due || closed || outcomes.length >= MANY_OUTCOMES;
    due = false;
    const batch = {
      openings: openings.splice(0, MAX_BATCH),
      outcomes: all ? outcomes.splice(0, MAX_BATCH) : [],
      uses: all ? uses : new Map<string, KeyUse>(),
    };
    if (all) uses = new Map();
    lastBatch = batch.openings.length;
    const late = lateBefore(mark);
    const batches: WriteBatch[] = [
      { sql: statements.insert, rows: batch.openings.map(({ row }) => row) },
      { sql: statements.complete, rows: batch.outcomes.map(({ id, outcome }) => statements.outcomeRow(id, outcome)) },
      { sql: statements.count, rows: usageRows(batch.uses) },
      // Their time may have been counted already.
      { sql: statements.note, rows: batch.openings.filter(({ id }) => id < late).map(({ id }) => [id]) },
    ].filter(({ rows }) => rows.length > 0);
    if (batches.length === 0) return;
    try {
      await database.writeBatches(batches);
      for (const { id, resolve } of batch.openings) resolve(id);
    } catch (error) {
      outcomes = [...batch.outcomes, ...outcomes];
      for (const [keyId, use] of batch.uses) addUse(uses, keyId, use);
      for (const { reject } of batch.openings) reject(new GatewayError('audit_unavailable', { cause: error }));
      onError(error);
      if (!closed) flushLater(RETRY_AFTER);
    }
  };

  return {
    open: (event) => add(event, undefined),
    record: (event, outcome) => add(event, outcome),
    complete(id, outcome) {
      outcomes.push({ id, outcome });
      flushLater(flushAfter);
    },
    countUse(keyId) {
      addUse(uses, keyId, { count: 1, lastUsedAt: Math.floor(Date.now() / 1000) });
      flushLater(flushAfter);
    },
    get queued() {
      return openings.length + outcomes.length + uses.size;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      timer = undefined;
      await writing;
      let before = Number.POSITIVE_INFINITY;
      for (let rest = openings.length + outcomes.length + uses.size; rest > 0 && rest < before; ) {
        before = rest;
        await flush();
        rest = openings.length + outcomes.length + uses.size;
      }
      if (outcomes.length + uses.size > 0) throw new GatewayError('audit_unavailable');
    },
  };
}

interface Waiting {
  readonly id: string;
  readonly row: WriteBatch['rows'][number];
  readonly resolve: (id: string) => void;
  readonly reject: (error: GatewayError) => void;
}

interface KeyUse {
  readonly count: number;
  readonly lastUsedAt: number;
}

function addUse(uses: Map<string, KeyUse>, keyId: string, { count, lastUsedAt }: KeyUse): void {
  const known = uses.get(keyId);
  uses.set(keyId, {
    count: count + (known?.count ?? 0),
    lastUsedAt: Math.max(lastUsedAt, known?.lastUsedAt ?? 0),
  });
}

/** Sorted by key: two nodes that count the same keys take the row locks in one order and cannot deadlock. */
function usageRows(uses: ReadonlyMap<string, KeyUse>): [string, number, number][] {
  return [...uses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([keyId, { count, lastUsedAt }]) => [keyId, count, lastUsedAt]);
}
