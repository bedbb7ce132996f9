/** The one organization. */
import { z } from 'zod';
import type { OrganizationView } from '../contract/organization.ts';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';

export interface OrganizationStore {
  /** Makes it at first start; afterwards its name belongs to its people. */
  ensure(name: string): Promise<void>;
  /** Remembers the master key's fingerprint the first time; later, whether it is still the same. */
  recognise(fingerprint: string): Promise<boolean>;
  get(): Promise<OrganizationView>;
  rename(name: string): Promise<OrganizationView>;
}

const ID = 'organization';

/** What the row's `settings` hold. */
const settingsSchema = z.looseObject({ masterKey: z.string().optional() });

export function createOrganizationStore(database: Database): OrganizationStore {
  const get = async (): Promise<OrganizationView> => {
    const row = await database.query.selectFrom('organization').selectAll().where('id', '=', ID).executeTakeFirst();
    if (row === undefined) throw new GatewayError('not_found');
    return { name: row.name, createdAt: fromSeconds(row.created_at) };
  };
  return {
    get,
    async ensure(name) {
      const known = await database.query
        .selectFrom('organization')
        .select('id')
        .where('id', '=', ID)
        .executeTakeFirst();
      if (known !== undefined) return;
      await database.query
        .insertInto('organization')
        .values({ id: ID, name, settings: '{}', created_at: now() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async recognise(fingerprint) {
      const row = await database.query
        .selectFrom('organization')
        .select('settings')
        .where('id', '=', ID)
        .executeTakeFirst();
      const settings = settingsSchema.parse(JSON.parse(row?.settings ?? '{}'));
      if (settings.masterKey !== undefined) return settings.masterKey === fingerprint;
      const remembered = JSON.stringify({ ...settings, masterKey: fingerprint });
      await database.query.updateTable('organization').set({ settings: remembered }).where('id', '=', ID).execute();
      return true;
    },
    async rename(name) {
      await database.query.updateTable('organization').set({ name }).where('id', '=', ID).execute();
      return get();
    },
  };
}
