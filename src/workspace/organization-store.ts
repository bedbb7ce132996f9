/** The one organization. */
import { z } from 'zod';
import type { OrganizationView } from '../contract/organization.ts';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy } from '../storage/tables.ts';

export interface OrganizationStore {
  /** Makes it at first start; afterwards its name belongs to its people. */
  ensure(name: string): Promise<void>;
  /** Remembers the master key's fingerprint the first time; later, whether it is still the same. */
  recognise(fingerprint: string): Promise<boolean>;
  get(): Promise<OrganizationView>;
  rename(name: string): Promise<OrganizationView>;
  /** How long requests stay on record, and who said so. */
  retention(): Promise<Retention>;
  keepFor(days: number | null): Promise<void>;
  /** What the configuration file says; undefined lets go of it, and what it said stays. */
  declareRetention(days: number | undefined): Promise<void>;
}

export interface Retention {
  /** Null for ever. */
  readonly days: number | null;
  readonly managedBy: ManagedBy;
}

const ID = 'organization';

/** What the row's `settings` hold. */
const settingsSchema = z.looseObject({
  masterKey: z.string().optional(),
  retention: z.strictObject({ days: z.int().nullable(), managedBy: z.enum(['file']).nullable() }).optional(),
});

const FOR_EVER: Retention = { days: null, managedBy: null };

export function createOrganizationStore(database: Database): OrganizationStore {
  const get = async (): Promise<OrganizationView> => {
    const row = await database.query.selectFrom('organization').selectAll().where('id', '=', ID).executeTakeFirst();
    if (row === undefined) throw new GatewayError('not_found');
    return { name: row.name, createdAt: fromSeconds(row.created_at) };
  };
  const readSettings = async () => {
    const row = await database.query
      .selectFrom('organization')
      .select('settings')
      .where('id', '=', ID)
      .executeTakeFirst();
    return settingsSchema.parse(JSON.parse(row?.settings ?? '{}'));
  };
  const writeSettings = async (settings: z.infer<typeof settingsSchema>): Promise<void> => {
    await database.query
      .updateTable('organization')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', ID)
      .execute();
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
      const settings = await readSettings();
      if (settings.masterKey !== undefined) return settings.masterKey === fingerprint;
      await writeSettings({ ...settings, masterKey: fingerprint });
      return true;
    },
    async rename(name) {
      await database.query.updateTable('organization').set({ name }).where('id', '=', ID).execute();
      return get();
    },
    retention: async () => (await readSettings()).retention ?? FOR_EVER,
    async keepFor(days) {
      await writeSettings({ ...(await readSettings()), retention: { days, managedBy: null } });
    },
    async declareRetention(days) {
      const settings = await readSettings();
      const { days: before, managedBy } = settings.retention ?? FOR_EVER;
      if (days === undefined ? managedBy === null : managedBy === 'file' && before === days) return;
      const retention = days === undefined ? { days: before, managedBy: null } : { days, managedBy: 'file' as const };
      await writeSettings({ ...settings, retention });
    },
  };
}
