/** The one organization. */
import type { OrganizationView } from '../contract/organization.ts';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';

export interface OrganizationStore {
  /** Makes it at first start; afterwards its name belongs to its people. */
  ensure(name: string): Promise<void>;
  get(): Promise<OrganizationView>;
  rename(name: string): Promise<OrganizationView>;
}

const ID = 'organization';

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
    async rename(name) {
      await database.query.updateTable('organization').set({ name }).where('id', '=', ID).execute();
      return get();
    },
  };
}
