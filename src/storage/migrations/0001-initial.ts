/** All tables of the first release, and the triggers that count changes to the configuration. */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Dialect = 'sqlite' | 'postgres';
type Schema = Kysely<unknown>['schema'];

/** The tables a running gateway caches. Not session, usage or audit: they change with every request. */
const WATCHED = ['organization', 'user', 'workspace', 'membership', 'provider', 'gateway_key'] as const;

export function createInitialMigration(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createPeople(db.schema);
      await createConfiguration(db.schema);
      await createGatewayKeys(db.schema);
      await createAuditEvents(db.schema, dialect);
      await createRevision(db, dialect);
    },
  };
}

async function createPeople(schema: Schema): Promise<void> {
  await schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('email_verified', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('image', 'text')
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('owner', 'admin', 'member')`))
    .addColumn('managed_by', 'text')
    .addColumn('disabled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await withUser(schema.createTable('session').addColumn('id', 'text', (column) => column.primaryKey()))
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await withUser(schema.createTable('account').addColumn('id', 'text', (column) => column.primaryKey()))
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', 'text')
    .addColumn('refresh_token_expires_at', 'text')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('rate_limit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('last_request', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sign_in_link')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('user_id', 'text', (column) => column.references('user.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await index(schema, 'session', ['user_id']);
  await index(schema, 'account', ['user_id']);
  await index(schema, 'verification', ['identifier']);
}

async function createConfiguration(schema: Schema): Promise<void> {
  await schema
    .createTable('organization')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('workspace')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('managed_by', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await withUser(
    schema
      .createTable('membership')
      .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id').onDelete('cascade')),
  )
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('admin', 'member')`))
    .addColumn('managed_by', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_pk', ['workspace_id', 'user_id'])
    .execute();
  await schema
    .createTable('provider')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('credential', 'text')
    .addColumn('managed_by', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await index(schema, 'membership', ['user_id']);
}

async function createGatewayKeys(schema: Schema): Promise<void> {
  await withUser(schema.createTable('gateway_key').addColumn('id', 'text', (column) => column.primaryKey()))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .addColumn('scope', 'text')
    .addColumn('address_ranges', 'text')
    .addColumn('limits', 'text')
    .execute();
  // No foreign key: a count that arrives after its key was deleted must not fail the audit batch it travels in.
  await schema
    .createTable('gateway_key_usage')
    .addColumn('key_id', 'text', (column) => column.primaryKey())
    .addColumn('request_count', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .execute();
  await index(schema, 'gateway_key', ['user_id']);
}

async function createAuditEvents(schema: Schema, dialect: Dialect): Promise<void> {
  const table = schema
    .createTable('audit_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('user_id', 'text')
    .addColumn('user_email', 'text')
    .addColumn('key_id', 'text')
    .addColumn('workspace_id', 'text')
    .addColumn('workspace_name', 'text')
    .addColumn('client_address', 'text')
    .addColumn('model', 'text')
    .addColumn('provider', 'text')
    .addColumn('upstream_model', 'text')
    .addColumn('verdict', 'text')
    .addColumn('pii', 'text')
    .addColumn('kinds', 'text')
    .addColumn('status', 'integer')
    .addColumn('error_code', 'text')
    .addColumn('stream', 'integer', (column) => column.notNull())
    .addColumn('retry_count', 'integer', (column) => column.notNull())
    .addColumn('input_tokens', 'bigint')
    .addColumn('output_tokens', 'bigint')
    .addColumn('inspect_ms', 'double precision')
    .addColumn('first_byte_ms', 'double precision')
    .addColumn('total_ms', 'double precision');
  // Every page a row touches costs 8 us of a one-event commit on SQLite: no hidden rowid, and no index for the rarer filters.
  await (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
  await index(schema, 'audit_event', ['workspace_id', 'id']);
  if (dialect === 'postgres') await index(schema, 'audit_event', ['user_id', 'id']);
  // Partial: holds only requests in flight, so what a crash left behind is found without reading the table.
  await schema
    .createIndex('audit_event_open')
    .on('audit_event')
    .column('state')
    .where(sql.ref('state'), '=', sql.lit('open'))
    .execute();
}

async function createRevision(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('revision')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into revision (id, value) values (1, 1)`.execute(db);
  if (dialect === 'sqlite') await createSqliteTriggers(db);
  else await createPostgresTriggers(db);
}

/** SQLite knows row triggers only. */
async function createSqliteTriggers(db: Kysely<unknown>): Promise<void> {
  for (const table of WATCHED) {
    for (const event of ['insert', 'update', 'delete']) {
      await sql`create trigger ${sql.id(`${table}_${event}_revision`)} after ${sql.raw(event)} on ${sql.id(table)}
        begin update revision set value = value + 1 where id = 1; end`.execute(db);
    }
  }
}

/** The row lock makes the order of the numbers the order of the commits. */
async function createPostgresTriggers(db: Kysely<unknown>): Promise<void> {
  await sql`create function bump_revision() returns trigger language plpgsql as
    'begin update revision set value = value + 1 where id = 1; return null; end'`.execute(db);
  for (const table of WATCHED) {
    await sql`create trigger ${sql.id(`${table}_revision`)} after insert or update or delete or truncate on ${sql.id(table)}
      for each statement execute function bump_revision()`.execute(db);
  }
}

function withUser<T extends string, C extends string>(
  table: CreateTableBuilder<T, C>,
): CreateTableBuilder<T, C | 'user_id'> {
  return table.addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'));
}

async function index(schema: Schema, table: string, columns: readonly string[]): Promise<void> {
  await schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute();
}
