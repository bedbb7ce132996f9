/** Numbers of a range of time. */

import type { AuditVisibility } from '../../audit/audit-search.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import { overviewRange } from '../../audit/overview-range.ts';
import type { OverviewStore } from '../../audit/overview-store.ts';
import type { Overview } from '../../contract/overview.ts';
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
}: OverviewDependencies): Handlers<'getOverview'> {
  /** A workspace one does not belong to is as unknown as one that does not exist. @throws GatewayError not_found */
  const visibleWorkspace = async (name: string, visibility: AuditVisibility): Promise<string> => {
    const workspace = found(await workspaces.get(name));
    if (visibility !== null) found(await memberships.get(workspace.id, visibility.userId));
    return workspace.id;
  };
  return {
    async getOverview({ person, query }): Promise<Overview> {
      const [from, to] = [query.from, query.to].map((time) => (time === undefined ? undefined : Date.parse(time)));
      if (from !== undefined && to !== undefined && from >= to) {
        throw new GatewayError('invalid_value', { message: '`from` must be before `to`.', param: 'from' });
      }
      const visibility = await visibilityOf(person, memberships);
      const workspaceId =
        query.workspace === undefined ? undefined : await visibleWorkspace(query.workspace, visibility);
      const range = overviewRange({ from, to, zone: query.zone, now: Date.now(), byMinute: visibility === null });
      const {
        refusalIds,
        workspaces: found,
        models,
        ...numbers
      } = await overview.read({ range, visibility, workspaceId });
      const [names, latestRefusals] = await Promise.all([namesOf(workspaces), audit.getMany(refusalIds)]);
      return {
        from: new Date(range.from * 1000).toISOString(),
        to: new Date(range.to * 1000).toISOString(),
        bucketSeconds: range.bucket,
        sees: visibility === null ? 'organization' : 'part',
        ...numbers,
        // One that has been deleted has no name any more.
        workspaces: found.slice(0, 100).map((sums) => ({ name: names.get(sums.id) ?? sums.id, ...sums })),
        models: models.slice(0, 20),
        latestRefusals: [...latestRefusals],
      };
    },
  };
}

async function namesOf(workspaces: WorkspaceStore): Promise<ReadonlyMap<string, string>> {
  return new Map((await workspaces.list()).map(({ id, name }) => [id, name]));
}
