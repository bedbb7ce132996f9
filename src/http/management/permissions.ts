/**
 * Who may do what: the only place that says so. A role is the person's in the organization (owner, admin, member), or in the
 * workspace at hand (workspace-admin, workspace-member). What a person may not see is a 404, what they may see and not do a 403.
 */
import type { OrganizationRole } from '../../contract/user.ts';
import type { WorkspaceRole } from '../../workspace/role.ts';

export type Role = OrganizationRole | 'workspace-admin' | 'workspace-member';

const OWNER = ['owner'] as const;
const ADMINS = ['owner', 'admin'] as const;
const WORKSPACE_ADMINS = ['owner', 'admin', 'workspace-admin'] as const;
const WORKSPACE_MEMBERS = [...WORKSPACE_ADMINS, 'workspace-member'] as const;
const EVERYBODY = ['owner', 'admin', 'member'] as const;

export const PERMISSIONS = {
  organization: { read: EVERYBODY, update: OWNER },
  user: {
    list: ADMINS,
    read: ADMINS,
    create: ADMINS,
    update: ADMINS,
    delete: ADMINS,
    link: ADMINS,
    'reset-two-factor': ADMINS,
    /** Make somebody an owner; change, remove or let in an owner. */
    'touch-owner': OWNER,
  },
  invitation: { list: ADMINS, create: ADMINS, delete: ADMINS },
  /** Ways to sign in decide who gets in and as what: an admin could make himself an owner by them. */
  'sign-in': { read: ADMINS, update: OWNER },
  'security-event': { list: ADMINS },
  workspace: {
    /** One sees what one belongs to; owners and admins see all. */
    list: EVERYBODY,
    create: ADMINS,
    read: WORKSPACE_MEMBERS,
    update: WORKSPACE_ADMINS,
    /** Choose providers and models: it spends the organization's money and decides where texts go. */
    route: ADMINS,
    /** Change the name that clients send, take it out of use and back: calls fail from then on, or do not any more. */
    rename: ADMINS,
    archive: ADMINS,
    delete: ADMINS,
  },
  member: { list: WORKSPACE_ADMINS, create: WORKSPACE_ADMINS, update: WORKSPACE_ADMINS, delete: WORKSPACE_ADMINS },
  provider: {
    list: ADMINS,
    read: ADMINS,
    create: ADMINS,
    update: ADMINS,
    delete: ADMINS,
    /** Call it to see whether it answers. */
    test: ADMINS,
    /** Let the gateway call an address inside its own network. */
    'allow-internal': OWNER,
  },
  'gateway-key': {
    /** One's own keys, and nobody else's. */
    own: EVERYBODY,
    'list-of-user': ADMINS,
    'revoke-of-user': ADMINS,
  },
  /** Which workspaces, the handlers find out: those one belongs to. */
  explain: { read: EVERYBODY },
  playground: { use: EVERYBODY },
  audit: {
    /** One's own requests at least. */
    list: EVERYBODY,
    'read-workspace': WORKSPACE_ADMINS,
    'read-all': ADMINS,
  },
  activity: { list: ADMINS },
  retention: { read: ADMINS, update: OWNER },
} as const satisfies Record<string, Record<string, readonly Role[]>>;

export type Resource = keyof typeof PERMISSIONS;

/** `user.create`, `workspace.read` ... */
export type Permission = { [R in Resource]: `${R}.${Extract<keyof (typeof PERMISSIONS)[R], string>}` }[Resource];

export function isAllowed(permission: Permission, roles: readonly Role[]): boolean {
  const dot = permission.indexOf('.');
  const actions: Readonly<Record<string, readonly Role[]>> = PERMISSIONS[permission.slice(0, dot) as Resource];
  const allowed = actions[permission.slice(dot + 1)] ?? [];
  return roles.some((role) => allowed.includes(role));
}

/** A person's roles: in the organization, and in the workspace at hand. */
export function rolesOf(organizationRole: OrganizationRole, workspaceRole?: WorkspaceRole): readonly Role[] {
  return workspaceRole === undefined ? [organizationRole] : [organizationRole, `workspace-${workspaceRole}`];
}
