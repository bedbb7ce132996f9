/** From a person who is signed in to a principal, as if they called with a key of theirs that has no scope and no limits. */
import type { Database } from '../storage/database.ts';
import type { Principal } from './principal.ts';

/** Undefined for a user who does not exist or is disabled. */
export type PersonAuthenticator = (userId: string) => Promise<Principal | undefined>;

export function createPersonAuthenticator(database: Database): PersonAuthenticator {
  return async (userId) => {
    const revision = await database.readRevision();
    const row = await database.query
      .selectFrom('user')
      .select(['email', 'role', 'disabled'])
      .where('id', '=', userId)
      .executeTakeFirst();
    if (row === undefined || row.disabled !== 0) return undefined;
    return {
      userId,
      email: row.email,
      keyId: null,
      keyName: null,
      organizationRole: row.role,
      scope: null,
      limits: null,
      revision,
    };
  };
}
