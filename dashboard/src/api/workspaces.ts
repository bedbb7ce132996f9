import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { MemberView } from '../../../src/contract/member.ts';
import type { Overview, WorkspaceUsage } from '../../../src/contract/overview.ts';
import type { WorkspaceSettings, WorkspaceUpdate, WorkspaceView } from '../../../src/contract/workspace.ts';
import { ApiError, call, changeFrom, type List, queryString } from './call.ts';

/** `queryClient.invalidateQueries({ queryKey: ['workspaces'] })` asks again for everything below. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: () => call<List<WorkspaceView>>('GET', '/workspaces'),
});

export const workspaceQuery = (name: string) =>
  queryOptions({
    queryKey: ['workspaces', name],
    queryFn: () => call<WorkspaceView>('GET', path(name)),
  });

export const createWorkspace = (body: { name: string; title?: string; settings: Partial<WorkspaceSettings> }) =>
  call<WorkspaceView>('POST', '/workspaces', body);
export const updateWorkspace = ({ name, version }: WorkspaceView, body: WorkspaceUpdate) =>
  changeFrom<WorkspaceView>('PATCH', path(name), { body, version });
export const deleteWorkspace = (name: string) => call<undefined>('DELETE', path(name));

/** Null for somebody who may not read the list: who may not, may not change anything in the workspace either. */
export const membersQuery = (name: string) =>
  queryOptions({
    queryKey: ['workspaces', name, 'members'],
    async queryFn(): Promise<List<MemberView> | null> {
      try {
        return await call<List<MemberView>>('GET', `${path(name)}/members`);
      } catch (error) {
        if (error instanceof ApiError && error.status === 403) return null;
        throw error;
      }
    },
  });

export const addMember = (name: string, body: { email: string; role: MemberView['role'] }) =>
  call<MemberView>('POST', `${path(name)}/members`, body);
export const updateMember = (name: string, userId: string, role: MemberView['role']) =>
  call<MemberView>('PATCH', `${path(name)}/members/${encodeURIComponent(userId)}`, { role });
export const removeMember = (name: string, userId: string) =>
  call<undefined>('DELETE', `${path(name)}/members/${encodeURIComponent(userId)}`);

/** What went through a workspace in the last days, as far as one may see it. */
export const workspaceUsageQuery = (name: string, days: number) =>
  queryOptions({
    queryKey: ['workspaces', name, 'usage', days],
    queryFn: () => {
      const from = new Date(Date.now() - days * 86_400_000).toISOString();
      return call<Overview>('GET', `/overview${queryString({ workspace: name, from })}`);
    },
    staleTime: 30_000,
  });

/** What went through each of them in the last days, as far as one may see it. */
export const allUsageQuery = (days: number) =>
  queryOptions({
    queryKey: ['workspace-usage', days],
    queryFn: () => {
      const from = new Date(Date.now() - days * 86_400_000).toISOString();
      return call<WorkspaceUsage>('GET', `/workspace-usage${queryString({ from })}`);
    },
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

function path(name: string): string {
  return `/workspaces/${encodeURIComponent(name)}`;
}
