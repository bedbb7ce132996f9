/** Numbers of a range of time. */

import type { AuditVisibility } from '../../audit/audit-search.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import { type OverviewRange, overviewRange } from '../../audit/overview-range.ts';
import type { OverviewStore, OverviewSums } from '../../audit/overview-store.ts';
import type { Overview, OverviewQuery } from '../../contract/overview.ts';
import { GatewayError } from '../../errors.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { visibilityOf } from './audit.ts';
import { found, type Handlers } from './handler.ts';

export interface OverviewDependencies {
  readonly overview: OverviewStore;
  readonly audit: AuditStore;
  readonly memberships: MembershipStore;
  readonly workspaces: WorkspaceStore;
}

export function overviewHandlers({
  overview,
  audit,
  memberships,
  workspaces,
}: OverviewDependencies): Handlers<'getOverview' | 'listWorkspaceUsage'> {
  /** A workspace one does not belong to is as unknown as one that does not exist. @throws GatewayError not_found */
  const visibleWorkspace = async (name: string, visibility: AuditVisibility): Promise<string> => {
    const workspace = found(await workspaces.get(name));
    if (visibility !== null) found(await memberships.get(workspace.id, visibility.userId));
    return workspace.id;
  };
  return {
    async getOverview({ person, query }): Promise<Overview> {
      const asked = askedRange(query);
      const visibility = await visibilityOf(person, memberships);
      const workspaceId =
        query.workspace === undefined ? undefined : await visibleWorkspace(query.workspace, visibility);
      const range = overviewRange({ ...asked, now: Date.now(), byMinute: visibility === null });
      const {
        refusalIds,
        workspaces: inWorkspaces,
        models,
        ...numbers
      } = await overview.read({ range, visibility, workspaceId });
      const [named, latestRefusals] = await Promise.all([
        withNames(inWorkspaces.slice(0, MANY_WORKSPACES), workspaces, audit),
        audit.getMany(refusalIds),
      ]);
      return {
        ...shownRange(range),
        sees: seenBy(visibility, workspaceId),
        bucketSeconds: range.bucket,
        ...numbers,
        workspaces: named,
        models: models.slice(0, 20),
        latestRefusals: [...latestRefusals],
      };
    },
    async listWorkspaceUsage({ person, query }) {
      const asked = askedRange(query);
      const visibility = await visibilityOf(person, memberships);
      const range = overviewRange({ ...asked, now: Date.now(), byMinute: visibility === null });
      const data = await overview.byWorkspace({ range, visibility });
      return { ...shownRange(range), sees: visibility === null ? 'organization' : 'part', data: [...data] };
    },
  };
}

interface AskedRange {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly zone: number;
}

/** @throws GatewayError invalid_value */
function askedRange({ from, to, zone }: OverviewQuery): AskedRange {
  const [begin, end] = [from, to].map((time) => (time === undefined ? undefined : Date.parse(time)));
  if (begin !== undefined && end !== undefined && begin >= end) {
    throw new GatewayError('invalid_value', { message: '`from` must be before `to`.', param: 'from' });
  }
  return { from: begin, to: end, zone };
}

function shownRange({ from, to }: OverviewRange): Pick<Overview, 'from' | 'to'> {
  return { from: new Date(from * 1000).toISOString(), to: new Date(to * 1000).toISOString() };
}

function seenBy(visibility: AuditVisibility, workspaceId: string | undefined): Overview['sees'] {
  if (visibility === null) return 'organization';
  return workspaceId !== undefined && visibility.workspaceIds.includes(workspaceId) ? 'workspace' : 'part';
}

const MANY_WORKSPACES = 100;

/** A workspace that has been deleted has the name it had last. */
async function withNames(
  sums: OverviewSums['workspaces'],
  workspaces: WorkspaceStore,
  audit: AuditStore,
): Promise<Overview['workspaces']> {
  const names = new Map((await workspaces.list()).map(({ id, name }) => [id, name]));
  return Promise.all(
    sums.map(async (sum) => ({ name: names.get(sum.id) ?? (await audit.lastNameOf(sum.id)) ?? sum.id, ...sum })),
  );
}
