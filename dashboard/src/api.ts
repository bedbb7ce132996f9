/** The management API as the pages call it: same origin, the session in a cookie, JSON both ways. */
import type { AuditPage, AuditQuery } from '../../src/contract/audit.ts';
import type { CreatedGatewayKey, GatewayKeyView } from '../../src/contract/gateway-key.ts';
import type { MemberView } from '../../src/contract/member.ts';
import type { OrganizationView } from '../../src/contract/organization.ts';
import type { ProviderInput, ProviderUpdate, ProviderView } from '../../src/contract/provider.ts';
import type { ConsumeLink, OrganizationRole, SignIn, UserUpdate, UserView } from '../../src/contract/user.ts';
import type { WorkspaceSettings, WorkspaceView } from '../../src/contract/workspace.ts';
import { text } from './text/en.ts';

/** What the gateway refused, in words a person may read. `status` is 0 when it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;

  constructor(status: number, error: { message: string; code: string | null; param: string | null }) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.param = error.param;
  }
}

export interface LinkState {
  readonly purpose: 'sign-in' | 'first-owner';
  readonly email: string | null;
}

interface List<T> {
  readonly data: readonly T[];
}

/** Dispatched on window when a session has ended under a page's feet. */
export const SIGNED_OUT = 'onefirewall:signed-out';

export const api = {
  me: () => call<UserView>('GET', '/session'),
  signIn: (body: SignIn) => call<UserView>('POST', '/session', body),
  signOut: () => call<undefined>('DELETE', '/session'),
  changePassword: (body: { current: string; next: string }) => call<UserView>('PUT', '/session/password', body),
  readLink: (token: string) => call<LinkState>('POST', '/sign-in-links/read', { token }),
  consumeLink: (body: ConsumeLink) => call<UserView>('POST', '/sign-in-links/consume', body),

  organization: () => call<OrganizationView>('GET', '/organization'),

  listKeys: () => call<List<GatewayKeyView>>('GET', '/gateway-keys'),
  createKey: (body: { name: string; expiresAt: string | null; workspaces: readonly string[] | null }) =>
    call<CreatedGatewayKey>('POST', '/gateway-keys', body),
  revokeKey: (id: string) => call<undefined>('DELETE', `/gateway-keys/${encodeURIComponent(id)}`),

  listAudit: (query: Partial<AuditQuery>) => call<AuditPage>('GET', `/audit${queryString(query)}`),

  listWorkspaces: () => call<List<WorkspaceView>>('GET', '/workspaces'),
  getWorkspace: (name: string) => call<WorkspaceView>('GET', workspacePath(name)),
  createWorkspace: (body: { name: string; title?: string; settings: Partial<WorkspaceSettings> }) =>
    call<WorkspaceView>('POST', '/workspaces', body),
  updateWorkspace: (name: string, body: { title?: string; settings?: WorkspaceSettings }) =>
    call<WorkspaceView>('PATCH', workspacePath(name), body),
  deleteWorkspace: (name: string) => call<undefined>('DELETE', workspacePath(name)),

  listMembers: (name: string) => call<List<MemberView>>('GET', `${workspacePath(name)}/members`),
  addMember: (name: string, body: { email: string; role: MemberView['role'] }) =>
    call<MemberView>('POST', `${workspacePath(name)}/members`, body),
  updateMember: (name: string, userId: string, role: MemberView['role']) =>
    call<MemberView>('PATCH', `${workspacePath(name)}/members/${encodeURIComponent(userId)}`, { role }),
  removeMember: (name: string, userId: string) =>
    call<undefined>('DELETE', `${workspacePath(name)}/members/${encodeURIComponent(userId)}`),

  listProviders: () => call<List<ProviderView>>('GET', '/providers'),
  createProvider: (body: Pick<ProviderInput, 'name' | 'kind' | 'baseUrl' | 'apiKey' | 'internal'>) =>
    call<ProviderView>('POST', '/providers', body),
  updateProvider: (name: string, body: ProviderUpdate) =>
    call<ProviderView>('PATCH', `/providers/${encodeURIComponent(name)}`, body),
  deleteProvider: (name: string) => call<undefined>('DELETE', `/providers/${encodeURIComponent(name)}`),

  listUsers: () => call<List<UserView>>('GET', '/users'),
  createUser: (body: { email: string; name?: string; role: OrganizationRole }) =>
    call<UserView>('POST', '/users', body),
  updateUser: (id: string, body: UserUpdate) => call<UserView>('PATCH', `/users/${encodeURIComponent(id)}`, body),
  deleteUser: (id: string) => call<undefined>('DELETE', `/users/${encodeURIComponent(id)}`),
  createSignInLink: (id: string) =>
    call<{ token: string; expiresAt: string }>('POST', `/users/${encodeURIComponent(id)}/sign-in-link`),
};

function workspacePath(name: string): string {
  return `/workspaces/${encodeURIComponent(name)}`;
}

function queryString(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** @throws ApiError */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/manage${path}`, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new ApiError(0, { message: text.errors.unreachable, code: null, param: null });
  }
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const error = new ApiError(response.status, errorOf(answer, response.status));
  if (error.code === 'not_signed_in') window.dispatchEvent(new Event(SIGNED_OUT));
  throw error;
}

function errorOf(answer: unknown, status: number) {
  const error = (answer as { error?: { message?: unknown; code?: unknown; param?: unknown } } | undefined)?.error;
  const message = typeof error?.message === 'string' ? error.message : text.errors.unexpected(status);
  return {
    message,
    code: typeof error?.code === 'string' ? error.code : null,
    param: typeof error?.param === 'string' ? error.param : null,
  };
}
