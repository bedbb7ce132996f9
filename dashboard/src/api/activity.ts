import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ActivityPage } from '../../../src/contract/activity.ts';
import { call, queryString } from './call.ts';

export const activityQuery = infiniteQueryOptions({
  queryKey: ['activity'],
  queryFn: ({ pageParam }) => call<ActivityPage>('GET', `/activity${queryString({ limit: 10, before: pageParam })}`),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});
