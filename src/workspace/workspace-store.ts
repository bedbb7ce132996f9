/** Workspaces in the database. */
import {
  type WorkspaceInput,
  type WorkspaceUpdate,
  type WorkspaceView,
  workspaceSettingsSchema,
} from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import { versionTag } from '../platform/version-tag.ts';
import type { Database } from '../storage/database.ts';
import type { ManagedBy, WorkspaceTable } from '../storage/tables.ts';

export interface WorkspaceStore {
  /** @throws GatewayError conflict when the name is taken */
  create(input: WorkspaceInput, managedBy?: ManagedBy): Promise<WorkspaceView>;
  list(): Promise<WorkspaceView[]>;
  /** Those the user is a member of. */
  listForUser(userId: string): Promise<WorkspaceView[]>;
  get(name: string): Promise<WorkspaceView | undefined>;
  /** @throws GatewayError not_found; conflict when the new name is taken; changed_meanwhile */
  update(name: string, change: WorkspaceUpdate, how?: UpdateOptions): Promise<WorkspaceView>;
  /** Memberships go with it; audit events stay. */
  delete(name: string): Promise<boolean>;
}

export interface UpdateOptions {
  readonly managedBy?: ManagedBy;
  /** The version the change was made from; another one there is not overwritten. */
  readonly from?: string | undefined;
}

export function createWorkspaceStore(database: Database): WorkspaceStore {
  const table = () => database.query.selectFrom('workspace').selectAll('workspace');
  const get = async (name: string): Promise<WorkspaceTable | undefined> =>
    table().where('name', '=', name).executeTakeFirst();
  const update: WorkspaceStore['update'] = async (name, change, how = {}) => {
    const { managedBy, from } = how;
    const row = await get(name);
    if (row === undefined) throw new GatewayError('not_found');
    if (from !== undefined && from !== versionOf(row)) throw new GatewayError('changed_meanwhile');
    if (change.name !== undefined && change.name !== name && (await get(change.name)) !== undefined) {
      throw nameTaken(change.name);
    }
    const changed = {
      name: change.name ?? row.name,
      title: change.title ?? row.title,
      settings: change.settings === undefined ? row.settings : JSON.stringify(change.settings),
      managed_by: managedBy === undefined ? row.managed_by : managedBy,
      archived_at: archivedAt(row, change.archived),
    };
    const { numUpdatedRows } = await database.query
      .updateTable('workspace')
      .set(changed)
      .where('id', '=', row.id)
      // Nothing that was written since the row was read is lost: a new title does not bring old settings back.
      .where('name', '=', row.name)
      .where('title', '=', row.title)
      .where('settings', '=', row.settings)
      .where('archived_at', row.archived_at === null ? 'is' : '=', row.archived_at)
      .executeTakeFirst();
    // Somebody was faster: whoever named a version hears of it, else the change is made to what is there now.
    if (numUpdatedRows === 0n) return update(name, change, how);
    return toView({ ...row, ...changed });
  };
  return {
    async create(input, managedBy = null) {
      const row: WorkspaceTable = {
        id: Bun.randomUUIDv7(),
        name: input.name,
        title: input.title ?? input.name,
        settings: JSON.stringify(input.settings),
        managed_by: managedBy,
        created_at: now(),
        archived_at: null,
      };
      const { numInsertedOrUpdatedRows } = await database.query
        .insertInto('workspace')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) {
        throw nameTaken(input.name);
      }
      return toView(row);
    },
    async list() {
      return (await table().orderBy('name').execute()).map(toView);
    },
    async listForUser(userId) {
      const rows = await table()
        .innerJoin('membership', 'membership.workspace_id', 'workspace.id')
        .where('membership.user_id', '=', userId)
        .orderBy('workspace.name')
        .execute();
      return rows.map(toView);
    },
    async get(name) {
      const row = await get(name);
      return row && toView(row);
    },
    update,
    async delete(name) {
      const { numDeletedRows } = await database.query
        .deleteFrom('workspace')
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function nameTaken(name: string): GatewayError {
  return new GatewayError('conflict', { message: `There is already a workspace named ${name}.`, param: 'name' });
}

function toView(row: WorkspaceTable): WorkspaceView {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    settings: workspaceSettingsSchema.parse(JSON.parse(row.settings)),
    managedBy: row.managed_by,
    createdAt: fromSeconds(row.created_at),
    archivedAt: row.archived_at === null ? null : fromSeconds(row.archived_at),
    version: versionOf(row),
  };
}

function versionOf({ name, title, settings, managed_by, archived_at }: WorkspaceTable): string {
  return versionTag(name, title, settings, managed_by, archived_at);
}

function archivedAt(row: WorkspaceTable, archived: boolean | undefined): number | null {
  if (archived === undefined) return row.archived_at;
  return archived ? (row.archived_at ?? now()) : null;
}
