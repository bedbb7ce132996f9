/** What a member may do in a workspace, and who may do the same without being a member. */
export const WORKSPACE_ROLES = ['admin', 'member'] as const;
export type WorkspaceRole = (typeof WORKSPACE_ROLES)[number];

/** An organization's owners and admins act as admins of every workspace; others only in what they belong to. */
export function effectiveWorkspaceRole(
  organizationRole: 'owner' | 'admin' | 'member',
  membership: WorkspaceRole | undefined,
): WorkspaceRole | undefined {
  return organizationRole === 'member' ? membership : 'admin';
}
