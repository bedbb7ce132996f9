/** Asking people in: an account, the workspaces they find, and a link to send them. */
import type { Invitations } from '../../authentication/invitations.ts';
import type { SecurityLog } from '../../authentication/security-log.ts';
import type { SignInLinks } from '../../authentication/sign-in-link.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import { GatewayError } from '../../errors.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { callerOf, demand, found, type Handlers, refuseFileOwned } from './handler.ts';
import type { Role } from './permissions.ts';

export interface InvitationDependencies {
  readonly invitations: Invitations;
  readonly users: UserStore;
  readonly links: SignInLinks;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly securityLog: SecurityLog;
}

export function invitationHandlers({
  invitations,
  users,
  links,
  workspaces,
  memberships,
  securityLog,
}: InvitationDependencies): Handlers<'listInvitations' | 'createInvitation' | 'renewInvitation' | 'revokeInvitation'> {
  /** The invitation of the path, if the caller may change it. */
  const changeable = async (userId: string, roles: readonly Role[]) => {
    const invitation = found(await invitations.get(userId));
    if (invitation.role === 'owner') demand('user.touch-owner', roles, 'Only an owner may do this to an owner.');
    return invitation;
  };
  return {
    listInvitations: async () => ({ data: await invitations.list() }),
    async createInvitation(input) {
      const { body, roles, person } = input;
      const { email, name, role, days } = body;
      if (role === 'owner') demand('user.touch-owner', roles, 'Only an owner may make an owner.');
      const rooms = await Promise.all(
        body.workspaces.map(async (wanted, index) => {
          const workspace = await workspaces.get(wanted.name);
          if (workspace !== undefined) return { id: workspace.id, role: wanted.role };
          const message = `There is no workspace ${wanted.name}.`;
          throw new GatewayError('invalid_value', { message, param: `workspaces[${index}].name` });
        }),
      );
      const user = await users.create({ email, role, ...(name === undefined ? {} : { name }) });
      for (const room of rooms) await memberships.add(room.id, user.id, room.role);
      await securityLog.record({ kind: 'sign-in-link-made', user, actor: person, caller: callerOf(input) });
      return { user, ...(await links.create(user.id, { createdBy: person.id, days })) };
    },
    async renewInvitation(input) {
      const { params, roles, person, body } = input;
      const { userId } = await changeable(params.user, roles);
      const user = found(await users.get(userId));
      await securityLog.record({ kind: 'sign-in-link-made', user, actor: person, caller: callerOf(input) });
      return { user, ...(await links.create(userId, { createdBy: person.id, days: body.days })) };
    },
    async revokeInvitation({ params, roles }) {
      const invitation = await changeable(params.user, roles);
      refuseFileOwned(invitation);
      await users.delete(invitation.userId);
      return undefined;
    },
  };
}
