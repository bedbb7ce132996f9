/** What is on record: requests, their sums, what people changed, and how long it is kept. */
import { activityPageSchema, activityQuerySchema } from '../../contract/activity.ts';
import { auditEntrySchema, auditExportQuerySchema, auditPageSchema, auditQuerySchema } from '../../contract/audit.ts';
import {
  overviewQuerySchema,
  overviewSchema,
  workspaceUsageQuerySchema,
  workspaceUsageSchema,
} from '../../contract/overview.ts';
import { retentionSchema, retentionUpdateSchema } from '../../contract/retention.ts';
import type { RouteSpec } from './route-spec.ts';

export const RECORD_ROUTES = {
  getOverview: {
    method: 'GET',
    path: '/overview',
    summary: 'Numbers of a range of time: the sum of what one may read in the audit log',
    permission: 'audit.list',
    query: overviewQuerySchema,
    answer: overviewSchema,
    status: 200,
    errors: ['not_found'],
  },
  listWorkspaceUsage: {
    method: 'GET',
    path: '/workspace-usage',
    summary: 'What went through each workspace in a range of time, as far as one may read it in the audit log',
    permission: 'audit.list',
    query: workspaceUsageQuerySchema,
    answer: workspaceUsageSchema,
    status: 200,
  },
  listAuditEvents: {
    method: 'GET',
    path: '/audit',
    summary: 'The audit log, newest first: all of it, or that of the workspaces one is admin of and of oneself',
    permission: 'audit.list',
    query: auditQuerySchema,
    answer: auditPageSchema,
    status: 200,
  },
  exportAuditEvents: {
    method: 'GET',
    path: '/audit/export',
    summary: 'All that a search of the audit log finds, as a file',
    permission: 'audit.list',
    query: auditExportQuerySchema,
    files: ['text/csv', 'application/jsonl'],
    status: 200,
  },
  getAuditEvent: {
    method: 'GET',
    path: '/audit/{event}',
    summary: 'One event with its timeline, by its id or by the x-request-id of the request',
    permission: 'audit.list',
    answer: auditEntrySchema,
    status: 200,
  },
  listActivity: {
    method: 'GET',
    path: '/activity',
    summary: 'What people changed, newest first',
    permission: 'activity.list',
    query: activityQuerySchema,
    answer: activityPageSchema,
    status: 200,
  },
  getRetention: {
    method: 'GET',
    path: '/retention',
    summary: 'How long requests stay on record',
    permission: 'retention.read',
    answer: retentionSchema,
    status: 200,
  },
  updateRetention: {
    method: 'PUT',
    path: '/retention',
    summary: 'Change how long requests stay on record; older ones are deleted within the hour, and do not come back',
    permission: 'retention.update',
    body: retentionUpdateSchema,
    answer: retentionSchema,
    status: 200,
    errors: ['managed_by_file'],
  },
} as const satisfies Record<string, RouteSpec>;
