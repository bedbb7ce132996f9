/** Kysely on bun:sqlite: one connection, statements prepared once, transactions that take the write lock at once. */
import type { SQLQueryBindings, Database as Sqlite } from 'bun:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

export function createSqliteDialect(handle: Sqlite): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => createDriver(handle),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite rolls table changes back like any other (sqlite.org/lang_transaction.html), so a migration is all or nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(handle: Sqlite): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => run<R>(handle, query),
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      yield run<R>(handle, query);
    },
  };
  const execute = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // A deferred transaction that reads first and writes later fails with SQLITE_BUSY where this one waits its turn.
    beginTransaction: () => execute('begin immediate'),
    commitTransaction: () => execute('commit'),
    rollbackTransaction: async () => {
      if (handle.inTransaction) await execute('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}

function run<R>(handle: Sqlite, query: CompiledQuery): QueryResult<R> {
  // `query` keeps the prepared statement for its text; Kysely's texts are few.
  const statement = handle.query(query.sql);
  const parameters = query.parameters as SQLQueryBindings[];
  if (statement.columnNames.length > 0) return { rows: statement.all(...parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(...parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
