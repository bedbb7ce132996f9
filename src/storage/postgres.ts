/** Postgres: for several nodes. A pool of Bun's own client under Kysely. */
import { Kysely, sql } from 'kysely';
import type { Database, WriteBatch } from './database.ts';
import { createPostgresDialect, wholeNumbers } from './postgres-dialect.ts';
import type { Tables } from './tables.ts';

/** Connections per node; Postgres allows 100 in all unless told otherwise. */
const POOL_SIZE = 10;
/** Seconds until an attempt to connect fails. */
const CONNECTION_TIMEOUT = 10;

/** Milliseconds until a database that takes a question and says nothing (frozen, or behind a broken network) counts as away. */
const ANSWER_TIMEOUT = 10_000;

/** Milliseconds until Postgres gives a statement up: no request waits for a lock forever. */
const STATEMENT_TIMEOUT = 30_000;

export interface PostgresOptions {
  /** Milliseconds; 0, for migrations, waits as long as it takes. */
  readonly statementTimeout?: number;
  /** Milliseconds. */
  readonly answerTimeout?: number;
}

export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const { statementTimeout = STATEMENT_TIMEOUT, answerTimeout = ANSWER_TIMEOUT } = options;
  const client = new Bun.SQL(url, {
    max: POOL_SIZE,
    connectionTimeout: CONNECTION_TIMEOUT,
    connection: { application_name: 'onefirewall', statement_timeout: String(statementTimeout) },
  });
  const query = new Kysely<Tables>({ dialect: createPostgresDialect(client) });
  const readRevision = async (): Promise<number> => {
    const [row] = wholeNumbers(await client.unsafe('select value from revision where id = 1', []));
    if (typeof row?.value !== 'number') throw new Error('the revision row is missing');
    return row.value;
  };
  let pending: Promise<number> | undefined;
  const database: Database = {
    dialect: 'postgres',
    query,
    readRevision() {
      // All who ask in one turn share one query, which starts after the last of them asked: nobody gets an older answer.
      pending ??= Promise.resolve().then(() => {
        pending = undefined;
        return inTime(readRevision(), answerTimeout);
      });
      return pending;
    },
    writeBatches: (batches) => writeAll(client, batches),
    exclusively: (name, work) =>
      query.transaction().execute((inside) => within(database, inside).exclusively(name, work)),
    // Closes the client with it.
    close: () => query.destroy(),
  };
  return database;
}

/** Every request begins with this question, so none waits for ever. */
async function inTime<T>(answer: Promise<T>, timeout: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the database does not answer')), timeout);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Inside a transaction there is only that transaction; further names are locked in it as they come. */
function within(database: Database, query: Kysely<Tables>): Database {
  const inside: Database = {
    ...database,
    query,
    async exclusively(name, work) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`onefirewall:${name}`}, 0))`.execute(query);
      return work(inside);
    },
  };
  return inside;
}

/** The statements of a batch are sent without waiting for each other, so a batch costs a few round trips, not one per row. */
async function writeAll(client: Bun.SQL, batches: readonly WriteBatch[]): Promise<void> {
  const [first, ...others] = batches;
  // One row is a transaction of its own: one round trip instead of three.
  if (first?.rows.length === 1 && others.length === 0) {
    await client.unsafe(first.sql, [...(first.rows[0] ?? [])]);
    return;
  }
  await client.begin(async (transaction) => {
    for (const { sql, rows } of batches) {
      await Promise.all(rows.map((row) => transaction.unsafe(sql, [...row])));
    }
  });
}
