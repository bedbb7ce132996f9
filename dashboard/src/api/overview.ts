import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Overview } from '../../../src/contract/overview.ts';
import { call, queryString } from './call.ts';

export interface OverviewOptions {
  /** Seconds before now. */
  readonly seconds: number;
  readonly workspace: string | undefined;
}

/** The range ends in the moment it is asked for, and is asked for again from time to time. */
export const overviewQuery = ({ seconds, workspace }: OverviewOptions) =>
  queryOptions({
    queryKey: ['overview', seconds, workspace],
    queryFn: () => {
      const from = new Date(Date.now() - seconds * 1000).toISOString();
      const zone = -new Date().getTimezoneOffset();
      return call<Overview>('GET', `/overview${queryString({ from, workspace, zone })}`);
    },
    staleTime: 5_000,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
