/** Every route under /api/manage: what it takes, what it answers and who may call it. The app serves it, OpenAPI prints it. */
import { z } from 'zod';
import { explainInputSchema, explanationSchema } from '../../contract/explain.ts';
import { createdGatewayKeySchema, gatewayKeyInputSchema, gatewayKeySchema } from '../../contract/gateway-key.ts';
import { memberInputSchema, memberSchema, memberUpdateSchema } from '../../contract/member.ts';
import { organizationSchema, organizationUpdateSchema } from '../../contract/organization.ts';
import { PLAYGROUND_EVENTS, playgroundInputSchema } from '../../contract/playground.ts';
import {
  connectionTestSchema,
  credentialInputSchema,
  providerInputSchema,
  providerModelsSchema,
  providerSchema,
  providerTrialSchema,
  providerUpdateSchema,
} from '../../contract/provider.ts';
import { signInLinkSchema, userInputSchema, userSchema, userUpdateSchema } from '../../contract/user.ts';
import { workspaceInputSchema, workspaceSchema, workspaceUpdateSchema } from '../../contract/workspace.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Permission } from './permissions.ts';
import { RECORD_ROUTES } from './record-routes.ts';
import { SIGN_IN_ROUTES } from './sign-in-routes.ts';

export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/manage. `{workspace}` is a workspace's name: the caller's role in it counts, and none is a 404. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs no session, `signed-in` any. */
  readonly permission: Permission | 'public' | 'signed-in';
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer?: z.ZodType;
  /** Answers with server-sent events of these names instead. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** Answers with a file of one of these media types instead. */
  readonly files?: readonly string[];
  readonly status: 200 | 201 | 204;
  /** Also for who must set up a second factor before anything else. */
  readonly duringSetUp?: true;
  /** The answer has a version, which is its `ETag`; a change may say with `If-Match` which one it was made from. */
  readonly versioned?: true;
  /** Beyond 400, 401, 403 and 404 where the rest of the row implies them. */
  readonly errors?: readonly ErrorCode[];
}

const list = <T extends z.ZodType>(item: T) => z.strictObject({ data: z.array(item) });

export const ROUTES = {
  ...SIGN_IN_ROUTES,
  getOrganization: {
    method: 'GET',
    path: '/organization',
    summary: 'The organization',
    permission: 'organization.read',
    answer: organizationSchema,
    status: 200,
  },
  updateOrganization: {
    method: 'PATCH',
    path: '/organization',
    summary: 'Rename the organization',
    permission: 'organization.update',
    body: organizationUpdateSchema,
    answer: organizationSchema,
    status: 200,
  },
  listUsers: {
    method: 'GET',
    path: '/users',
    summary: 'All users',
    permission: 'user.list',
    answer: list(userSchema),
    status: 200,
  },
  createUser: {
    method: 'POST',
    path: '/users',
    summary: 'Add a user; a one-time link lets them in',
    permission: 'user.create',
    body: userInputSchema,
    answer: userSchema,
    status: 201,
    errors: ['conflict'],
  },
  getUser: {
    method: 'GET',
    path: '/users/{user}',
    summary: 'One user',
    permission: 'user.read',
    answer: userSchema,
    status: 200,
  },
  updateUser: {
    method: 'PATCH',
    path: '/users/{user}',
    summary: "Change a user's name or role, disable or enable them",
    permission: 'user.update',
    body: userUpdateSchema,
    answer: userSchema,
    status: 200,
    errors: ['conflict', 'managed_by_file'],
  },
  deleteUser: {
    method: 'DELETE',
    path: '/users/{user}',
    summary: 'Remove a user with their keys, sessions and memberships',
    permission: 'user.delete',
    status: 204,
    errors: ['conflict', 'managed_by_file'],
  },
  createSignInLink: {
    method: 'POST',
    path: '/users/{user}/sign-in-link',
    summary: 'A one-time link for a user, good for a day; replaces earlier ones',
    permission: 'user.link',
    answer: signInLinkSchema,
    status: 201,
  },
  listKeysOfUser: {
    method: 'GET',
    path: '/users/{user}/gateway-keys',
    summary: "A user's gateway keys",
    permission: 'gateway-key.list-of-user',
    answer: list(gatewayKeySchema),
    status: 200,
  },
  revokeKeyOfUser: {
    method: 'DELETE',
    path: '/users/{user}/gateway-keys/{key}',
    summary: "Revoke a user's gateway key",
    permission: 'gateway-key.revoke-of-user',
    status: 204,
  },
  listWorkspaces: {
    method: 'GET',
    path: '/workspaces',
    summary: 'The workspaces one belongs to; all of them for owners and admins',
    permission: 'workspace.list',
    answer: list(workspaceSchema),
    status: 200,
  },
  createWorkspace: {
    method: 'POST',
    path: '/workspaces',
    summary: 'Make a workspace',
    permission: 'workspace.create',
    body: workspaceInputSchema,
    answer: workspaceSchema,
    status: 201,
    versioned: true,
    errors: ['conflict'],
  },
  getWorkspace: {
    method: 'GET',
    path: '/workspaces/{workspace}',
    summary: 'One workspace',
    permission: 'workspace.read',
    answer: workspaceSchema,
    status: 200,
    versioned: true,
  },
  updateWorkspace: {
    method: 'PATCH',
    path: '/workspaces/{workspace}',
    summary: 'Rename a workspace, change its title, replace its settings, put it away or take it back',
    permission: 'workspace.update',
    body: workspaceUpdateSchema,
    answer: workspaceSchema,
    status: 200,
    versioned: true,
    errors: ['conflict', 'managed_by_file'],
  },
  deleteWorkspace: {
    method: 'DELETE',
    path: '/workspaces/{workspace}',
    summary: 'Remove a workspace; its audit events stay',
    permission: 'workspace.delete',
    status: 204,
    versioned: true,
    errors: ['managed_by_file'],
  },
  listMembers: {
    method: 'GET',
    path: '/workspaces/{workspace}/members',
    summary: 'Who belongs to a workspace',
    permission: 'member.list',
    answer: list(memberSchema),
    status: 200,
  },
  createMember: {
    method: 'POST',
    path: '/workspaces/{workspace}/members',
    summary: 'Add a user of the organization to a workspace',
    permission: 'member.create',
    body: memberInputSchema,
    answer: memberSchema,
    status: 201,
    errors: ['conflict'],
  },
  updateMember: {
    method: 'PATCH',
    path: '/workspaces/{workspace}/members/{user}',
    summary: "Change a member's role",
    permission: 'member.update',
    body: memberUpdateSchema,
    answer: memberSchema,
    status: 200,
    errors: ['managed_by_file'],
  },
  deleteMember: {
    method: 'DELETE',
    path: '/workspaces/{workspace}/members/{user}',
    summary: 'Take a member out of a workspace',
    permission: 'member.delete',
    status: 204,
    errors: ['managed_by_file'],
  },
  listProviders: {
    method: 'GET',
    path: '/providers',
    summary: 'All providers',
    permission: 'provider.list',
    answer: list(providerSchema),
    status: 200,
  },
  createProvider: {
    method: 'POST',
    path: '/providers',
    summary: 'Add a provider; its credential is never shown again',
    permission: 'provider.create',
    body: providerInputSchema,
    answer: providerSchema,
    status: 201,
    versioned: true,
    errors: ['conflict'],
  },
  getProvider: {
    method: 'GET',
    path: '/providers/{provider}',
    summary: 'One provider',
    permission: 'provider.read',
    answer: providerSchema,
    status: 200,
    versioned: true,
  },
  updateProvider: {
    method: 'PATCH',
    path: '/providers/{provider}',
    summary: 'Change a provider; a new host needs the credential again',
    permission: 'provider.update',
    body: providerUpdateSchema,
    answer: providerSchema,
    status: 200,
    versioned: true,
    errors: ['managed_by_file'],
  },
  deleteProvider: {
    method: 'DELETE',
    path: '/providers/{provider}',
    summary: 'Remove a provider that no workspace uses',
    permission: 'provider.delete',
    status: 204,
    versioned: true,
    errors: ['conflict', 'managed_by_file'],
  },
  setCredential: {
    method: 'PUT',
    path: '/providers/{provider}/credential',
    summary: "Replace a provider's credential, from the next request on; null removes it",
    permission: 'provider.update',
    body: credentialInputSchema,
    answer: providerSchema,
    status: 200,
    versioned: true,
    errors: ['managed_by_file'],
  },
  testProvider: {
    method: 'POST',
    path: '/providers/{provider}/test',
    summary: 'Whether a provider can be reached and takes its credential',
    permission: 'provider.test',
    answer: connectionTestSchema,
    status: 200,
  },
  listProviderModels: {
    method: 'GET',
    path: '/providers/{provider}/models',
    summary: 'What a provider calls its models, asked as the test does; an answer is good for a minute',
    permission: 'provider.test',
    answer: providerModelsSchema,
    status: 200,
  },
  tryProvider: {
    method: 'POST',
    path: '/providers/test',
    summary: 'Whether a connection would work, before it is saved',
    permission: 'provider.test',
    body: providerTrialSchema,
    answer: connectionTestSchema,
    status: 200,
  },
  listKeys: {
    method: 'GET',
    path: '/gateway-keys',
    summary: 'The own gateway keys, with how often and when they were used',
    permission: 'gateway-key.own',
    answer: list(gatewayKeySchema),
    status: 200,
  },
  createKey: {
    method: 'POST',
    path: '/gateway-keys',
    summary: 'Make a gateway key; it is shown once',
    permission: 'gateway-key.own',
    body: gatewayKeyInputSchema,
    answer: createdGatewayKeySchema,
    status: 201,
  },
  getKey: {
    method: 'GET',
    path: '/gateway-keys/{key}',
    summary: 'One of the own gateway keys',
    permission: 'gateway-key.own',
    answer: gatewayKeySchema,
    status: 200,
  },
  revokeKey: {
    method: 'DELETE',
    path: '/gateway-keys/{key}',
    summary: 'Revoke one of the own gateway keys, from the next request on',
    permission: 'gateway-key.own',
    status: 204,
  },
  explain: {
    method: 'POST',
    path: '/explain',
    summary: 'What the firewall finds in a text and why, what the provider would see and what would come back',
    permission: 'explain.read',
    body: explainInputSchema,
    answer: explanationSchema,
    status: 200,
    errors: ['not_found', 'rate_limit_exceeded', 'firewall_unavailable', 'overloaded'],
  },
  playground: {
    method: 'POST',
    path: '/playground',
    summary: 'One turn of a conversation on the real request path, told step by step; only its audit event is stored',
    permission: 'playground.use',
    body: playgroundInputSchema,
    events: PLAYGROUND_EVENTS,
    status: 200,
    errors: ['model_not_found'],
  },
  ...RECORD_ROUTES,
} as const satisfies Record<string, RouteSpec>;

export type RouteName = keyof typeof ROUTES;
