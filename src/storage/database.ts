/** The open database: Kysely for everything, and two short roads for what happens on every request. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly query: Kysely<Tables>;
  /**
   * How often the configuration (organization, user, workspace, membership, provider, gateway_key) has changed. A cache that
   * remembers the revision it was filled at is fresh exactly as long as this number stays: on every node. Read the revision
   * before the rows. About 2 us on SQLite, one round trip on Postgres.
   */
  readRevision(): number | Promise<number>;
  /** Runs every batch in one transaction: all or nothing. The promise resolves after the commit. */
  writeBatches(batches: readonly WriteBatch[]): Promise<void>;
  /**
   * One transaction that no other of the same name, on any node, runs beside. The work gets a database of its own to use.
   * All or nothing.
   */
  exclusively<T>(name: string, work: (inside: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One statement run once per row. The SQL comes from Kysely's `.compile()`, made once, with the parameters in order. */
export interface WriteBatch {
  readonly sql: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}
