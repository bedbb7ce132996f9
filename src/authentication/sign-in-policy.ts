/** What the organization asks of everybody who signs in. One row; none while everything is as it comes. */
import type { SignInPolicy, SignInPolicyUpdate } from '../contract/sign-in-method.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy } from '../storage/tables.ts';

export interface SignInPolicyStore {
  get(): Promise<SignInPolicy>;
  update(change: SignInPolicyUpdate, managedBy?: ManagedBy): Promise<SignInPolicy>;
}

const ID = 1;
const DEFAULTS: SignInPolicy = { requireTwoFactor: false, passwords: 'everybody', managedBy: null };

export function createSignInPolicyStore(database: Database): SignInPolicyStore {
  const get = async (from: Database): Promise<SignInPolicy> => {
    const row = await from.query.selectFrom('sign_in_policy').selectAll().where('id', '=', ID).executeTakeFirst();
    return row === undefined
      ? DEFAULTS
      : { requireTwoFactor: row.require_two_factor !== 0, passwords: row.passwords, managedBy: row.managed_by };
  };
  return {
    get: () => get(database),
    update: (change, managedBy) =>
      database.exclusively('sign-in-policy', async (inside) => {
        const current = await get(inside);
        const next: SignInPolicy = {
          requireTwoFactor: change.requireTwoFactor ?? current.requireTwoFactor,
          passwords: change.passwords ?? current.passwords,
          managedBy: managedBy === undefined ? current.managedBy : managedBy,
        };
        const values = {
          require_two_factor: Number(next.requireTwoFactor),
          passwords: next.passwords,
          managed_by: next.managedBy,
        };
        await inside.query
          .insertInto('sign_in_policy')
          .values({ id: ID, ...values })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
          .execute();
        return next;
      }),
  };
}
