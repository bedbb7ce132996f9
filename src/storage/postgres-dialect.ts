/** Kysely on Bun's own Postgres client: no driver package. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

export function createPostgresDialect(client: Bun.SQL): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(client),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** What `unsafe` resolves to, beyond the rows [Bun 1.4.5]. */
interface Answer extends Array<Record<string, unknown>> {
  readonly count: number;
  readonly command: string;
  readonly columns?: readonly { readonly name: string; readonly type: number }[];
}

interface PostgresConnection extends DatabaseConnection {
  readonly reserved: Bun.ReservedSQL;
}

function createDriver(client: Bun.SQL): Driver {
  const execute = async (connection: DatabaseConnection, sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connect(await client.reserve()),
    beginTransaction: (connection, settings) => execute(connection, begin(settings)),
    commitTransaction: async (connection) => {
      const answer = (await (connection as PostgresConnection).reserved.unsafe('commit')) as Answer;
      // After a failed statement Postgres answers COMMIT with ROLLBACK instead of an error.
      if (answer.command === 'ROLLBACK') throw new Error('the transaction was rolled back by an earlier error');
    },
    rollbackTransaction: (connection) => execute(connection, 'rollback'),
    releaseConnection: async (connection) => {
      (connection as PostgresConnection).reserved.release();
    },
    destroy: () => client.close(),
  };
}

function begin(settings: TransactionSettings): string {
  return settings.isolationLevel ? `start transaction isolation level ${settings.isolationLevel}` : 'begin';
}

function connect(reserved: Bun.ReservedSQL): PostgresConnection {
  return {
    reserved,
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => run<R>(reserved, query),
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      yield await run<R>(reserved, query);
    },
  };
}

async function run<R>(reserved: Bun.ReservedSQL, query: CompiledQuery): Promise<QueryResult<R>> {
  const answer = (await reserved.unsafe(query.sql, [...query.parameters])) as Answer;
  const rows = wholeNumbers(answer) as R[];
  return CHANGES.has(answer.command) ? { rows, numAffectedRows: BigInt(answer.count) } : { rows };
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** The rows as a plain list. int8 and numeric (catalogue ids 20 and 1700) arrive as text; every number we store fits a double exactly. */
export function wholeNumbers(answer: Answer): Record<string, unknown>[] {
  const names = answer.columns?.filter(({ type }) => type === 20 || type === 1700).map(({ name }) => name) ?? [];
  if (names.length > 0) {
    for (const row of answer) {
      for (const name of names) if (typeof row[name] === 'string') row[name] = Number(row[name]);
    }
  }
  return Array.from(answer);
}
