/** Second factors, sign-in with OpenID Connect, invitations, and what happened to accounts. Columns are only added: a node of the release before goes on. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .alterTable('user')
      .addColumn('two_factor_enabled', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('session')
      .addColumn('method', 'text', (column) => column.notNull().defaultTo('password'))
      .execute();
    await schema.alterTable('session').addColumn('last_seen_at', 'bigint').execute();
    await schema.alterTable('sign_in_link').addColumn('created_by', 'text').execute();
    await schema
      .alterTable('rate_limit')
      .addColumn('blocked_until', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .createTable('two_factor')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().unique().references('user.id').onDelete('cascade'))
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('backup_codes', 'text', (column) => column.notNull())
      .addColumn('verified', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('failed_verification_count', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('locked_until', 'text')
      .execute();
    await schema
      .createTable('sign_in_method')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('secret', 'text')
      .addColumn('managed_by', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('sign_in_policy')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('require_two_factor', 'integer', (column) => column.notNull())
      .addColumn('passwords', 'text', (column) => column.notNull())
      .addColumn('managed_by', 'text')
      .execute();
    await schema
      .createTable('security_event')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('user_email', 'text')
      .addColumn('actor_id', 'text')
      .addColumn('actor_email', 'text')
      .addColumn('client_address', 'text')
      .addColumn('user_agent', 'text')
      .addColumn('detail', 'text')
      .execute();
    await schema.createIndex('security_event_user_id_id').on('security_event').columns(['user_id', 'id']).execute();
    // One person per account of an issuer.
    await schema
      .createIndex('account_provider_id_account_id')
      .unique()
      .on('account')
      .columns(['provider_id', 'account_id'])
      .execute();
  },
};
