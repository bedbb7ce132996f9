/** Providers in the database, their credentials sealed under the master key and bound to their row. */
import {
  type ProviderConnection,
  type ProviderInput,
  type ProviderUpdate,
  type ProviderView,
  providerSettingsSchema,
} from '../contract/provider.ts';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import { deriveKey, type MasterKey, open, seal } from '../platform/crypto.ts';
import { versionTag } from '../platform/version-tag.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy, ProviderTable } from '../storage/tables.ts';

/** Which workspaces use it, this room does not know. */
export type StoredProvider = Omit<ProviderView, 'usedBy'>;

export interface CredentialStore {
  create(input: ProviderInput, managedBy?: ManagedBy): Promise<StoredProvider>;
  list(): Promise<StoredProvider[]>;
  get(name: string): Promise<StoredProvider | undefined>;
  /** @throws GatewayError not_found, changed_meanwhile */
  update(name: string, change: ProviderUpdate, how?: UpdateOptions): Promise<StoredProvider>;
  delete(name: string): Promise<boolean>;
  /** All providers by name, for the request path; a credential is opened when it is first asked for. */
  connections(): Promise<ReadonlyMap<string, ProviderConnection>>;
}

export interface UpdateOptions {
  readonly managedBy?: ManagedBy;
  /** The version the change was made from; another one there is not overwritten. */
  readonly from?: string | undefined;
}

export function createCredentialStore(database: Database, masterKey: MasterKey): CredentialStore {
  const key = deriveKey(masterKey, 'provider-credential');
  const table = () => database.query.selectFrom('provider').selectAll();
  const get = async (name: string): Promise<ProviderTable | undefined> =>
    table().where('name', '=', name).executeTakeFirst();
  const update: CredentialStore['update'] = async (name, change, how = {}) => {
    const { managedBy, from } = how;
    const row = await get(name);
    if (row === undefined) throw new GatewayError('not_found');
    if (from !== undefined && from !== versionOf(row)) throw new GatewayError('changed_meanwhile');
    const { apiKey, ...fields } = change;
    const settings = { ...readSettings(row), ...fields };
    if (row.kind !== 'echo' && settings.baseUrl === null) {
      throw new GatewayError('invalid_value', {
        message: 'This kind of provider needs a base URL.',
        param: 'baseUrl',
      });
    }
    const changed = {
      settings: JSON.stringify(settings),
      credential:
        apiKey === undefined ? row.credential : apiKey === null ? null : seal(key, apiKey, sealContext(row.id)),
      credential_set_at: apiKey === undefined ? row.credential_set_at : apiKey === null ? null : now(),
      managed_by: managedBy === undefined ? row.managed_by : managedBy,
    };
    const { numUpdatedRows } = await database.query
      .updateTable('provider')
      .set(changed)
      .where('id', '=', row.id)
      // What was written since the row was read is not lost.
      .where('settings', '=', row.settings)
      .where('credential', row.credential === null ? 'is' : '=', row.credential)
      .executeTakeFirst();
    // Somebody was faster: whoever named a version hears of it, else the change is made to what is there now.
    if (numUpdatedRows === 0n) return update(name, change, how);
    return toView({ ...row, ...changed });
  };
  return {
    async create(input, managedBy = null) {
      const { name, kind, apiKey, ...settings } = input;
      const id = Bun.randomUUIDv7();
      const row: ProviderTable = {
        id,
        name,
        kind,
        settings: JSON.stringify(settings),
        credential: apiKey === null ? null : seal(key, apiKey, sealContext(id)),
        credential_set_at: apiKey === null ? null : now(),
        managed_by: managedBy,
        created_at: now(),
      };
      const { numInsertedOrUpdatedRows } = await database.query
        .insertInto('provider')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) {
        throw new GatewayError('conflict', { message: `There is already a provider named ${name}.`, param: 'name' });
      }
      return toView(row);
    },
    async list() {
      return (await table().orderBy('name').execute()).map(toView);
    },
    async get(name) {
      const row = await get(name);
      return row && toView(row);
    },
    update,
    async delete(name) {
      const { numDeletedRows } = await database.query
        .deleteFrom('provider')
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async connections() {
      const rows = await table().execute();
      return new Map(rows.map((row) => [row.name, toConnection(row, key)]));
    },
  };
}

function sealContext(id: string): string {
  return `provider:${id}`;
}

function readSettings(row: ProviderTable) {
  return providerSettingsSchema.parse(JSON.parse(row.settings));
}

function toConnection(row: ProviderTable, key: Buffer): ProviderConnection {
  let opened: string | null | undefined;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as ProviderConnection['kind'],
    ...readSettings(row),
    apiKey() {
      if (opened === undefined)
        opened = row.credential === null ? null : open(key, row.credential, sealContext(row.id));
      return opened;
    },
  };
}

function toView(row: ProviderTable): StoredProvider {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as ProviderView['kind'],
    ...readSettings(row),
    hasCredential: row.credential !== null,
    credentialSetAt: row.credential_set_at === null ? null : fromSeconds(row.credential_set_at),
    managedBy: row.managed_by,
    createdAt: fromSeconds(row.created_at),
    version: versionOf(row),
  };
}

function versionOf({ settings, credential, credential_set_at, managed_by }: ProviderTable): string {
  return versionTag(settings, credential, credential_set_at, managed_by);
}
