/** How long requests stay on record, and what people changed. */
import type { ActivityStore } from '../../audit/activity-store.ts';
import type { RetentionStore } from '../../audit/retention-store.ts';
import type { RetentionView } from '../../contract/retention.ts';
import { GatewayError } from '../../errors.ts';
import type { OrganizationStore } from '../../workspace/organization-store.ts';
import type { Handlers } from './handler.ts';

export interface RetentionDependencies {
  readonly organization: OrganizationStore;
  readonly retention: RetentionStore;
  readonly activity: ActivityStore;
}

export function retentionHandlers({
  organization,
  retention,
  activity,
}: RetentionDependencies): Handlers<'getRetention' | 'updateRetention' | 'listActivity'> {
  const view = async (): Promise<RetentionView> => {
    const [{ days, managedBy }, oldest] = await Promise.all([organization.retention(), retention.oldest()]);
    return { days, managedBy, oldestAt: oldest === undefined ? null : new Date(oldest).toISOString() };
  };
  return {
    getRetention: view,
    async updateRetention({ body }) {
      const { managedBy } = await organization.retention();
      if (managedBy === 'file') throw new GatewayError('managed_by_file');
      await organization.keepFor(body.days);
      return view();
    },
    listActivity: ({ query }) => activity.list(query),
  };
}
