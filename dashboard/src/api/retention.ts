import { queryOptions } from '@tanstack/react-query';
import type { RetentionView } from '../../../src/contract/retention.ts';
import { call } from './call.ts';

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: () => call<RetentionView>('GET', '/retention'),
});

export const updateRetention = (days: number | null) => call<RetentionView>('PUT', '/retention', { days });
