/** What is recorded of answers and of money, and workspaces that are put away. Columns are only added: a node of the release before goes on. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const answersAndCosts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('audit_event').addColumn('details', 'text').execute();
    await db.schema.alterTable('audit_event').addColumn('cost_microusd', 'bigint').execute();
    await db.schema.alterTable('workspace').addColumn('archived_at', 'bigint').execute();
  },
};
