/** The workspaces as the request path sees them: in memory, as fresh as the revision the caller was authenticated at. */
import type { ProviderConnection } from '../contract/provider.ts';
import { type Price, type WorkspaceSettings, workspaceSettingsSchema } from '../contract/workspace.ts';
import type { Database } from '../storage/database.ts';

export interface WorkspaceTarget {
  readonly provider: ProviderConnection;
  readonly model: string;
  readonly price?: Price | undefined;
}

export interface WorkspaceEntry {
  readonly id: string;
  /** What clients send as `model`. */
  readonly name: string;
  readonly title: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly settings: WorkspaceSettings;
  /** The targets in order, with their providers; one whose provider does not exist is left out. */
  readonly targets: readonly WorkspaceTarget[];
}

/** The part of a principal that decides what is visible. */
export interface Viewer {
  readonly userId: string;
  readonly scope: readonly string[] | null;
  readonly revision: number;
}

export interface WorkspaceDirectory {
  /** Every workspace the caller belongs to and the key is for, by name. */
  visibleTo(viewer: Viewer): Promise<readonly WorkspaceEntry[]>;
  /** Undefined for a name that does not exist and for one the caller may not see alike. */
  find(viewer: Viewer, name: string): Promise<WorkspaceEntry | undefined>;
  /** The caller belongs to it, and the key is for others only: no secret, but not allowed. */
  isBeyondScope(viewer: Viewer, name: string): Promise<boolean>;
}

export interface DirectoryOptions {
  readonly loadProviders: () => Promise<ReadonlyMap<string, ProviderConnection>>;
  /** Told of a workspace whose stored settings do not parse; it is invisible until they do. */
  readonly onInvalid?: (workspaceName: string) => void;
}

export function createWorkspaceDirectory(database: Database, options: DirectoryOptions): WorkspaceDirectory {
  let snapshot: Snapshot | undefined;
  let loading: { readonly revision: number; readonly result: Promise<Snapshot> } | undefined;

  const snapshotFor = async (revision: number): Promise<Snapshot> => {
    if (snapshot?.revision === revision) return snapshot;
    if (loading?.revision !== revision) loading = { revision, result: load(database, options, revision, snapshot) };
    const { result } = loading;
    try {
      snapshot = await result;
      return snapshot;
    } finally {
      if (loading?.result === result) loading = undefined;
    }
  };

  const membershipsOf = async (viewer: Viewer): Promise<ReadonlyMap<string, WorkspaceEntry>> => {
    const { byId, byUser } = await snapshotFor(viewer.revision);
    const known = byUser.get(viewer.userId);
    if (known !== undefined) return known;
    const rows = await database.query
      .selectFrom('membership')
      .select('workspace_id')
      .where('user_id', '=', viewer.userId)
      .execute();
    const entries = rows.map(({ workspace_id }) => byId.get(workspace_id)).filter((entry) => entry !== undefined);
    const byName = new Map(entries.sort(byNameOrder).map((entry) => [entry.name, entry]));
    byUser.set(viewer.userId, byName);
    return byName;
  };

  return {
    async visibleTo(viewer) {
      const entries = [...(await membershipsOf(viewer)).values()];
      return entries.filter((entry) => inScope(viewer, entry));
    },
    async find(viewer, name) {
      const entry = (await membershipsOf(viewer)).get(name);
      return entry !== undefined && inScope(viewer, entry) ? entry : undefined;
    },
    async isBeyondScope(viewer, name) {
      const entry = (await membershipsOf(viewer)).get(name);
      return entry !== undefined && !inScope(viewer, entry);
    },
  };
}

interface Snapshot {
  readonly revision: number;
  /** By their text: settings that did not change are neither parsed again nor another object. */
  readonly parsed: ReadonlyMap<string, WorkspaceSettings>;
  readonly byId: ReadonlyMap<string, WorkspaceEntry>;
  /** Filled as users call; belongs to the revision, so it is dropped with it. */
  readonly byUser: Map<string, ReadonlyMap<string, WorkspaceEntry>>;
}

async function load(
  database: Database,
  options: DirectoryOptions,
  revision: number,
  before: Snapshot | undefined,
): Promise<Snapshot> {
  const providers = await options.loadProviders();
  const rows = await database.query.selectFrom('workspace').selectAll().where('archived_at', 'is', null).execute();
  const byId = new Map<string, WorkspaceEntry>();
  const parsed = new Map<string, WorkspaceSettings>();
  for (const row of rows) {
    const settings = before?.parsed.get(row.settings) ?? parsed.get(row.settings) ?? parse(row.settings);
    if (settings === undefined) {
      options.onInvalid?.(row.name);
      continue;
    }
    parsed.set(row.settings, settings);
    const targets = settings.targets.flatMap(({ provider, model, price }) => {
      const connection = providers.get(provider);
      return connection === undefined ? [] : [{ provider: connection, model, price }];
    });
    const { id, name, title, created_at: createdAt } = row;
    byId.set(id, { id, name, title, createdAt, settings, targets });
  }
  return { revision, parsed, byId, byUser: new Map() };
}

function parse(text: string): WorkspaceSettings | undefined {
  return workspaceSettingsSchema.safeParse(JSON.parse(text)).data;
}

function byNameOrder(one: WorkspaceEntry, other: WorkspaceEntry): number {
  return one.name < other.name ? -1 : 1;
}

function inScope(viewer: Viewer, entry: WorkspaceEntry): boolean {
  return viewer.scope === null || viewer.scope.includes(entry.id);
}
