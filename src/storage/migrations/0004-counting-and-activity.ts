/** Sums of the audit log for the overview, what waits to be summed, what people changed, and when a credential was given. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export function createCountingMigration(dialect: 'sqlite' | 'postgres'): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      // Read by ranges of the key; the numbers come first, so that a sum does not read the long text behind them.
      const sums = db.schema
        .createTable('audit_sum')
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('span', 'integer', (column) => column.notNull())
        .addColumn('start', 'bigint', (column) => column.notNull())
        .addColumn('requests', 'bigint', (column) => column.notNull())
        .addColumn('refusals', 'bigint', (column) => column.notNull())
        .addColumn('errors', 'bigint', (column) => column.notNull())
        .addColumn('abandoned', 'bigint', (column) => column.notNull())
        .addColumn('input_tokens', 'bigint', (column) => column.notNull())
        .addColumn('output_tokens', 'bigint', (column) => column.notNull())
        .addColumn('cost_microusd', 'bigint', (column) => column.notNull())
        .addColumn('findings', 'bigint', (column) => column.notNull())
        .addColumn('priced', 'bigint', (column) => column.notNull())
        .addColumn('counts', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('audit_sum_pk', ['scope', 'span', 'start']);
      await (dialect === 'sqlite' ? sums.modifyEnd(sql`without rowid`) : sums).execute();
      await db.schema
        .createTable('audit_uncounted')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .execute();
      await db.schema
        .createTable('audit_progress')
        .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('counted_to', 'text', (column) => column.notNull())
        .addColumn('retention_ran_at', 'bigint', (column) => column.notNull())
        .execute();
      await sql`insert into audit_progress (id, version, counted_to, retention_ran_at) values (1, 0, '', 0)`.execute(
        db,
      );
      await db.schema
        .createTable('activity')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('actor_id', 'text')
        .addColumn('actor_email', 'text')
        .addColumn('client_address', 'text')
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('objects', 'text', (column) => column.notNull())
        .addColumn('fields', 'text', (column) => column.notNull())
        .addColumn('request_id', 'text')
        .execute();
      await db.schema.alterTable('provider').addColumn('credential_set_at', 'bigint').execute();
    },
  };
}
