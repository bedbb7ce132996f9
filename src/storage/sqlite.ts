/** SQLite: one writing handle, one reading handle, one process or a few on one machine. */
import { type SQLQueryBindings, Database as Sqlite, type Statement } from 'bun:sqlite';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { Database, WriteBatch } from './database.ts';
import { createCheckpointer } from './sqlite-checkpoint.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process's write lock, in milliseconds. */
const BUSY_TIMEOUT = 5000;
/** What an exclusive transaction writes, by guess: the largest are those that count events. */
const ROWS_OF_WORK = 200;

export function openSqlite(path: string): Database {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const handle = new Sqlite(path, { create: true });
  // Password hashes and sealed credentials: for the owner's eyes. SQLite gives its companion files the same mode.
  if (!inMemory) chmodSync(path, 0o600);
  // In WAL mode NORMAL survives a crash of the process; a power cut may lose the last commits, never the file
  // (sqlite.org/pragma.html#pragma_synchronous).
  handle.run(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
  handle.run('pragma journal_mode = wal');
  handle.run('pragma synchronous = normal');
  handle.run('pragma foreign_keys = on');
  const query = new Kysely<Tables>({ dialect: createSqliteDialect(handle) });
  const writer = createBatchWriter(handle);
  const checkpointer = inMemory ? undefined : createCheckpointer(path, handle);
  const readRevision = createRevisionReader(inMemory ? handle : path, handle, query);
  const database: Database = {
    dialect: 'sqlite',
    query,
    readRevision: readRevision.read,
    async writeBatches(batches) {
      if (checkpointer?.pause !== undefined) await checkpointer.pause;
      // Every statement is synchronous, so only a transaction of Kysely's that is waiting for its next step can be in the way.
      if (!handle.inTransaction) writer.write(batches);
      else await query.connection().execute(async () => writer.write(batches));
      checkpointer?.committed(batches.reduce((sum, { rows }) => sum + rows.length, 0));
    },
    // `begin immediate` takes the file's one write lock: every transaction is exclusive.
    async exclusively(_name, work) {
      if (checkpointer?.pause !== undefined) await checkpointer.pause;
      const result = await query.transaction().execute((inside) => work(within(database, inside)));
      checkpointer?.committed(ROWS_OF_WORK);
      return result;
    },
    async close() {
      await checkpointer?.close();
      await query.destroy();
      readRevision.close();
      writer.close();
      handle.close();
    },
  };
  return database;
}

/** Inside a transaction there is only that transaction. */
function within(database: Database, query: Kysely<Tables>): Database {
  const inside: Database = { ...database, query, exclusively: (_name, work) => work(inside) };
  return inside;
}

/**
 * Bun's own cache of statements (`Database.query`) holds 20 and takes no more: the migrations fill it, and everything later is
 * prepared at every call. The few statements of every request are kept here.
 */
function createBatchWriter(handle: Sqlite): { write(batches: readonly WriteBatch[]): void; close(): void } {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = handle.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    write(batches) {
      prepared('begin immediate').run();
      try {
        for (const { sql, rows } of batches) {
          const statement = prepared(sql);
          for (const row of rows) statement.run(...(row as SQLQueryBindings[]));
        }
        prepared('commit').run();
      } catch (error) {
        if (handle.inTransaction) prepared('rollback').run();
        throw error;
      }
    },
    close() {
      for (const statement of statements.values()) statement.finalize();
    },
  };
}

/**
 * A handle of its own sees committed revisions only. Seen from inside a transaction that is rolled back later, a number
 * would be used twice and a stale cache taken for fresh. A database in memory has one handle, which waits instead.
 */
function createRevisionReader(
  source: string | Sqlite,
  writer: Sqlite,
  query: Kysely<Tables>,
): { read: () => number | Promise<number>; close: () => void } {
  let reader = typeof source === 'string' ? undefined : source;
  const open = (): { get(): { value: number } | null } => {
    if (reader === undefined) {
      reader = new Sqlite(source as string, { readonly: true });
      reader.run(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
    }
    return reader.query<{ value: number }, []>('select value from revision where id = 1');
  };
  let statement: ReturnType<typeof open> | undefined;
  const readNow = (): number => {
    statement ??= open();
    const row = statement.get();
    if (row === null) throw new Error('the revision row is missing');
    return row.value;
  };
  return {
    read: () =>
      reader === writer && writer.inTransaction ? query.connection().execute(async () => readNow()) : readNow(),
    close: () => {
      if (reader !== writer) reader?.close();
    },
  };
}
