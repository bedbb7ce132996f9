import { queryOptions } from '@tanstack/react-query';
import type { AuditEntry, AuditFilters, AuditPage, AuditQuery } from '../../../src/contract/audit.ts';
import { call, queryString } from './call.ts';

export const auditQuery = (query: Partial<AuditQuery>) =>
  queryOptions({ queryKey: ['audit', query], queryFn: () => listAudit(query), staleTime: 0 });

export const listAudit = (query: Partial<AuditQuery>) => call<AuditPage>('GET', `/audit${queryString(query)}`);

/** While a request is under way, it is looked at again: in milliseconds. */
const UNDER_WAY = 2000;

/** @param id the event's id, or the request's */
export const auditEntryQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'event', id],
    queryFn: () => call<AuditEntry>('GET', `/audit/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? UNDER_WAY : false),
  });

/** The address of a file of all that the filters find; the browser downloads it by itself. */
export function exportUrl(format: 'csv' | 'jsonl', filters: Partial<AuditFilters>): string {
  return `/api/manage/audit/export${queryString({ format, ...filters })}`;
}
