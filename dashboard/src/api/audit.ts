import { queryOptions } from '@tanstack/react-query';
import type { AuditPage, AuditQuery } from '../../../src/contract/audit.ts';
import { call, queryString } from './call.ts';

export const auditQuery = (query: Partial<AuditQuery>) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: () => call<AuditPage>('GET', `/audit${queryString(query)}`),
    staleTime: 0,
  });
