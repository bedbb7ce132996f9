/** Ways to sign in with OpenID Connect, in the database; the client's secret sealed under the master key and bound to its row. */
import {
  type MethodInput,
  type MethodSettings,
  type MethodUpdate,
  type MethodView,
  methodSettingsSchema,
} from '../../contract/sign-in-method.ts';
import { GatewayError } from '../../errors.ts';
import { fromSeconds, now } from '../../platform/clock.ts';
import { deriveKey, type MasterKey, open, seal } from '../../platform/crypto.ts';
import { versionTag } from '../../platform/version-tag.ts';
import type { Database } from '../../storage/database.ts';
import type { ManagedBy, SignInMethodTable } from '../../storage/tables.ts';

export interface SignInMethodStore {
  /** @throws GatewayError conflict */
  create(input: MethodInput, managedBy?: ManagedBy): Promise<MethodView>;
  list(): Promise<MethodView[]>;
  get(name: string): Promise<MethodView | undefined>;
  /** Settings with the secret opened, for calling the issuer. */
  open(name: string): Promise<OpenedMethod | undefined>;
  /** A secret that is left out stays. @throws GatewayError not_found, changed_meanwhile */
  update(name: string, change: MethodUpdate, how?: UpdateOptions): Promise<MethodView>;
  delete(name: string): Promise<boolean>;
}

export interface UpdateOptions {
  readonly managedBy?: ManagedBy;
  /** The version the change was made from; another one there is not overwritten. */
  readonly from?: string | undefined;
}

export interface OpenedMethod extends MethodSettings {
  readonly name: string;
  readonly clientSecret: string | null;
}

export interface SignInMethodOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** Where issuers send browsers back to, signed in and signed out. */
  readonly redirectUri: string;
  readonly signedOutUri: string;
}

export function createSignInMethodStore(options: SignInMethodOptions): SignInMethodStore {
  const { database, masterKey, redirectUri, signedOutUri } = options;
  const key = deriveKey(masterKey, 'sign-in-method');
  const table = () => database.query.selectFrom('sign_in_method').selectAll();
  const find = (name: string) => table().where('name', '=', name).executeTakeFirst();
  const view = (row: SignInMethodTable): MethodView => ({
    name: row.name,
    ...settingsOf(row),
    hasClientSecret: row.secret !== null,
    redirectUri,
    signedOutUri,
    managedBy: row.managed_by,
    createdAt: fromSeconds(row.created_at),
    version: versionOf(row),
  });
  const sealed = (secret: string | null, id: string): string | null =>
    secret === null ? null : seal(key, secret, sealContext(id));
  return {
    async create(input, managedBy = null) {
      const { name, clientSecret, ...settings } = input;
      const id = Bun.randomUUIDv7();
      const row: SignInMethodTable = {
        id,
        name,
        settings: JSON.stringify(settings),
        secret: sealed(clientSecret, id),
        managed_by: managedBy,
        created_at: now(),
      };
      const { numInsertedOrUpdatedRows } = await database.query
        .insertInto('sign_in_method')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) {
        throw new GatewayError('conflict', { message: `There is already a way in named ${name}.`, param: 'name' });
      }
      return view(row);
    },
    list: async () => (await table().orderBy('name').execute()).map(view),
    async get(name) {
      const row = await find(name);
      return row && view(row);
    },
    async open(name) {
      const row = await find(name);
      if (row === undefined) return undefined;
      const clientSecret = row.secret === null ? null : open(key, row.secret, sealContext(row.id));
      return { name: row.name, ...settingsOf(row), clientSecret };
    },
    async update(name, change, { managedBy, from } = {}) {
      const row = await find(name);
      if (row === undefined) throw new GatewayError('not_found');
      if (from !== undefined && from !== versionOf(row)) throw new GatewayError('changed_meanwhile');
      const { clientSecret, ...settings } = change;
      // A secret is for the issuer it was given for: another must not be sent it.
      const elsewhere = new URL(settingsOf(row).issuer).host !== new URL(settings.issuer).host;
      if (elsewhere && row.secret !== null && clientSecret === undefined) {
        const message = "Another issuer needs the client's secret again.";
        throw new GatewayError('invalid_value', { message, param: 'clientSecret' });
      }
      const changed = {
        settings: JSON.stringify(settings),
        secret: clientSecret === undefined ? row.secret : sealed(clientSecret, row.id),
        managed_by: managedBy === undefined ? row.managed_by : managedBy,
      };
      const { numUpdatedRows } = await database.query
        .updateTable('sign_in_method')
        .set(changed)
        .where('id', '=', row.id)
        // Every setting is given: only who named a version minds what was written since the row was read.
        .$if(from !== undefined, (query) => query.where('settings', '=', row.settings))
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new GatewayError('changed_meanwhile');
      return view({ ...row, ...changed });
    },
    async delete(name) {
      const { numDeletedRows } = await database.query
        .deleteFrom('sign_in_method')
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function versionOf({ settings, secret, managed_by }: SignInMethodTable): string {
  return versionTag(settings, secret, managed_by);
}

function sealContext(id: string): string {
  return `sign_in_method:${id}`;
}

function settingsOf(row: SignInMethodTable): MethodSettings {
  return methodSettingsSchema.parse(JSON.parse(row.settings));
}
