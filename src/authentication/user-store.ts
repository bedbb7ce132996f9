/** The people of the organization. */
import type { Selectable } from 'kysely';
import type { UserInput, UserUpdate, UserView } from '../contract/user.ts';
import { GatewayError } from '../errors.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy, UserTable } from '../storage/tables.ts';

export interface UserStore {
  /** @throws GatewayError conflict when the address is taken */
  create(input: UserInput, managedBy?: ManagedBy): Promise<UserView>;
  list(): Promise<UserView[]>;
  get(id: string): Promise<UserView | undefined>;
  getByEmail(email: string): Promise<UserView | undefined>;
  /** Disabling, and another role, end the user's sessions. @throws GatewayError not_found; conflict when nobody would be left to own the place */
  update(id: string, change: UserUpdate, managedBy?: ManagedBy): Promise<UserView>;
  /** Sessions, keys, links and memberships go with it; audit events stay. @throws GatewayError conflict for the last owner */
  delete(id: string): Promise<boolean>;
  /** Replaces the password hash and ends every session that was opened with the old one. */
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** Undefined where there is no password. */
  passwordHash(id: string): Promise<string | undefined>;
  /** Takes the second factor away and ends every session. False where there was none. */
  resetTwoFactor(id: string): Promise<boolean>;
  /** Whose account of an issuer this is. */
  findByOpenId(account: OpenIdAccount): Promise<UserView | undefined>;
  /** @throws GatewayError conflict when the account is another user's already, or the user has one of this issuer */
  linkOpenId(id: string, account: OpenIdAccount): Promise<void>;
  /** An owner who is not disabled. */
  hasOwner(): Promise<boolean>;
}

/** `sub` is unique within its issuer and never given to another (openid-connect-core section 2). */
export interface OpenIdAccount {
  readonly issuer: string;
  readonly subject: string;
}

/** Changes that could take the last owner run one after the other. */
const OWNERS = 'owners';

export function createUserStore(database: Database): UserStore {
  return {
    async create(input, managedBy = null) {
      const row = newRow(input, managedBy);
      const { numInsertedOrUpdatedRows } = await database.query
        .insertInto('user')
        .values(row)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) {
        const message = 'There is already a user with this e-mail address.';
        throw new GatewayError('conflict', { message, param: 'email' });
      }
      return toView({ ...row, account: null, single_sign_on: false, two_factor_enabled: 0 });
    },
    async list() {
      return (await select(database).orderBy('user.email').execute()).map(toView);
    },
    async get(id) {
      const row = await select(database).where('user.id', '=', id).executeTakeFirst();
      return row && toView(row);
    },
    async getByEmail(email) {
      const row = await select(database).where('user.email', '=', email.toLowerCase()).executeTakeFirst();
      return row && toView(row);
    },
    update: (id, change, managedBy) =>
      database.exclusively(OWNERS, async (inside) => {
        const row = await select(inside).where('user.id', '=', id).executeTakeFirst();
        if (row === undefined) throw new GatewayError('not_found');
        const changed = {
          name: change.name ?? row.name,
          role: change.role ?? row.role,
          disabled: change.disabled === undefined ? row.disabled : Number(change.disabled),
          managed_by: managedBy === undefined ? row.managed_by : managedBy,
          updated_at: new Date().toISOString(),
        };
        if (changed.role !== 'owner' || changed.disabled !== 0) await keepAnOwner(inside, row);
        await inside.query.updateTable('user').set(changed).where('id', '=', id).execute();
        if (changed.disabled !== 0 || changed.role !== row.role)
          await inside.query.deleteFrom('session').where('user_id', '=', id).execute();
        return toView({ ...row, ...changed });
      }),
    delete: (id) =>
      database.exclusively(OWNERS, async (inside) => {
        const row = await select(inside).where('user.id', '=', id).executeTakeFirst();
        if (row === undefined) return false;
        await keepAnOwner(inside, row);
        const keys = inside.query.selectFrom('gateway_key').select('id').where('user_id', '=', id);
        await inside.query.deleteFrom('gateway_key_usage').where('key_id', 'in', keys).execute();
        await inside.query.deleteFrom('user').where('id', '=', id).execute();
        return true;
      }),
    setPassword: (id, passwordHash) =>
      database.exclusively(OWNERS, async ({ query }) => {
        await query.deleteFrom('session').where('user_id', '=', id).execute();
        await query.deleteFrom('account').where('user_id', '=', id).where('provider_id', '=', 'credential').execute();
        await query.insertInto('account').values(credentialRow(id, passwordHash)).execute();
      }),
    async passwordHash(id) {
      const row = await database.query
        .selectFrom('account')
        .select('password')
        .where('user_id', '=', id)
        .where('provider_id', '=', 'credential')
        .executeTakeFirst();
      return row?.password ?? undefined;
    },
    resetTwoFactor: (id) =>
      database.exclusively(OWNERS, async ({ query }) => {
        const { numDeletedRows } = await query.deleteFrom('two_factor').where('user_id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await query.updateTable('user').set({ two_factor_enabled: 0 }).where('id', '=', id).execute();
        await query.deleteFrom('session').where('user_id', '=', id).execute();
        return true;
      }),
    async findByOpenId({ issuer, subject }) {
      const row = await select(database)
        .innerJoin('account as linked', 'linked.user_id', 'user.id')
        .where('linked.provider_id', '=', OPENID + issuer)
        .where('linked.account_id', '=', subject)
        .executeTakeFirst();
      return row && toView(row);
    },
    linkOpenId: (id, { issuer, subject }) =>
      database.exclusively(OWNERS, async ({ query }) => {
        const provider = OPENID + issuer;
        const taken = await query
          .selectFrom('account')
          .select('id')
          .where('provider_id', '=', provider)
          .where((either) => either.or([either('account_id', '=', subject), either('user_id', '=', id)]))
          .executeTakeFirst();
        if (taken !== undefined) {
          throw new GatewayError('conflict', { message: 'This account belongs to somebody at the issuer already.' });
        }
        await query
          .insertInto('account')
          .values(accountRow(id, provider, subject))
          .execute();
      }),
    hasOwner: () => hasOwnerBeside(database, ''),
  };
}

/** Begins the provider of an account at an issuer. */
const OPENID = 'openid:';

type Row = Selectable<UserTable> & {
  readonly account: string | null;
  /** A flag on Postgres, 0 or 1 on SQLite. */
  readonly single_sign_on: unknown;
};

function select(database: Database) {
  return database.query
    .selectFrom('user')
    .leftJoin('account', (join) =>
      join
        .onRef('account.user_id', '=', 'user.id')
        .on('account.provider_id', '=', 'credential')
        .on('account.password', 'is not', null),
    )
    .selectAll('user')
    .select('account.id as account')
    .select((column) =>
      column
        .exists(
          column
            .selectFrom('account as other')
            .select('other.id')
            .whereRef('other.user_id', '=', 'user.id')
            .where('other.provider_id', 'like', `${OPENID}%`),
        )
        .as('single_sign_on'),
    );
}

async function keepAnOwner(database: Database, row: Row): Promise<void> {
  if (row.role !== 'owner' || row.disabled !== 0 || (await hasOwnerBeside(database, row.id))) return;
  throw new GatewayError('conflict', { message: 'The organization needs an owner: name another one first.' });
}

async function hasOwnerBeside(database: Database, id: string): Promise<boolean> {
  const owner = await database.query
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled', '=', 0)
    .where('id', '!=', id)
    .executeTakeFirst();
  return owner !== undefined;
}

function newRow(input: UserInput, managedBy: ManagedBy) {
  const time = new Date().toISOString();
  const email = input.email.toLowerCase();
  return {
    id: Bun.randomUUIDv7(),
    name: input.name ?? email.slice(0, email.indexOf('@')),
    email,
    email_verified: 0,
    image: null,
    role: input.role,
    managed_by: managedBy,
    disabled: 0,
    created_at: time,
    updated_at: time,
  };
}

/** As better-auth stores a password: an account of the provider `credential`, named after its user. */
function credentialRow(userId: string, passwordHash: string) {
  return { ...accountRow(userId, 'credential', userId), password: passwordHash };
}

function accountRow(userId: string, provider: string, accountId: string) {
  const time = new Date().toISOString();
  return {
    id: Bun.randomUUIDv7(),
    user_id: userId,
    account_id: accountId,
    provider_id: provider,
    password: null,
    created_at: time,
    updated_at: time,
  };
}

function toView(row: Row): UserView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled !== 0,
    hasPassword: row.account !== null,
    hasSingleSignOn: Boolean(row.single_sign_on),
    twoFactor: row.two_factor_enabled !== 0,
    managedBy: row.managed_by,
    createdAt: row.created_at,
  };
}
