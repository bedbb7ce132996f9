/** Who belongs to which workspace. */
import type { MemberView } from '../contract/member.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy } from '../storage/tables.ts';
import type { WorkspaceRole } from './role.ts';

export interface MembershipStore {
  list(workspaceId: string): Promise<MemberView[]>;
  get(workspaceId: string, userId: string): Promise<MemberView | undefined>;
  /** False when the user is a member already. */
  add(workspaceId: string, userId: string, role: WorkspaceRole): Promise<boolean>;
  /** Adds the user, or changes the role of one who is there. */
  set(workspaceId: string, userId: string, role: WorkspaceRole, managedBy?: ManagedBy): Promise<void>;
  remove(workspaceId: string, userId: string): Promise<boolean>;
  /** The user's role in each workspace, by workspace id. */
  rolesOf(userId: string): Promise<ReadonlyMap<string, WorkspaceRole>>;
}

export function createMembershipStore(database: Database): MembershipStore {
  const select = (workspaceId: string) =>
    database.query
      .selectFrom('membership')
      .innerJoin('user', 'user.id', 'membership.user_id')
      .select(['membership.user_id', 'membership.role', 'membership.managed_by', 'membership.created_at'])
      .select(['user.email', 'user.name'])
      .where('membership.workspace_id', '=', workspaceId);
  return {
    async list(workspaceId) {
      return (await select(workspaceId).orderBy('user.email').execute()).map(toView);
    },
    async get(workspaceId, userId) {
      const row = await select(workspaceId).where('membership.user_id', '=', userId).executeTakeFirst();
      return row && toView(row);
    },
    async add(workspaceId, userId, role) {
      const { numInsertedOrUpdatedRows } = await database.query
        .insertInto('membership')
        .values({ workspace_id: workspaceId, user_id: userId, role, managed_by: null, created_at: now() })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async set(workspaceId, userId, role, managedBy = null) {
      await database.query
        .insertInto('membership')
        .values({ workspace_id: workspaceId, user_id: userId, role, managed_by: managedBy, created_at: now() })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'user_id']).doUpdateSet({ role, managed_by: managedBy }),
        )
        .execute();
    },
    async remove(workspaceId, userId) {
      const { numDeletedRows } = await database.query
        .deleteFrom('membership')
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async rolesOf(userId) {
      const rows = await database.query
        .selectFrom('membership')
        .select(['workspace_id', 'role'])
        .where('user_id', '=', userId)
        .execute();
      return new Map(rows.map((row) => [row.workspace_id, row.role]));
    },
  };
}

interface Row {
  readonly user_id: string;
  readonly email: string;
  readonly name: string;
  readonly role: WorkspaceRole;
  readonly managed_by: ManagedBy;
  readonly created_at: number;
}

function toView(row: Row): MemberView {
  return {
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    managedBy: row.managed_by,
    createdAt: fromSeconds(row.created_at),
  };
}
