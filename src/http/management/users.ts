/** The organization and its users. */
import type { GatewayKeyStore } from '../../authentication/gateway-key-store.ts';
import type { People } from '../../authentication/people.ts';
import type { SecurityLog } from '../../authentication/security-log.ts';
import type { SignInLinks } from '../../authentication/sign-in-link.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import type { UserView } from '../../contract/user.ts';
import type { OrganizationStore } from '../../workspace/organization-store.ts';
import { callerOf, demand, found, type Handlers, refuseFileOwned } from './handler.ts';
import type { Role } from './permissions.ts';

export interface UserDependencies {
  readonly organization: OrganizationStore;
  readonly users: UserStore;
  readonly links: SignInLinks;
  readonly keys: GatewayKeyStore;
  readonly securityLog: SecurityLog;
  readonly people: People;
}

export function userHandlers({
  organization,
  users,
  links,
  keys,
  securityLog,
  people,
}: UserDependencies): Handlers<
  | 'getOrganization'
  | 'updateOrganization'
  | 'listUsers'
  | 'createUser'
  | 'getUser'
  | 'updateUser'
  | 'deleteUser'
  | 'createSignInLink'
  | 'resetTwoFactor'
  | 'listKeysOfUser'
  | 'revokeKeyOfUser'
> {
  /** The user of the path, if the caller may change them. */
  const changeable = async (id: string, roles: readonly Role[]): Promise<UserView> => {
    const user = found(await users.get(id));
    if (user.role === 'owner') demand('user.touch-owner', roles, 'Only an owner may do this to an owner.');
    return user;
  };
  return {
    getOrganization: () => organization.get(),
    updateOrganization: ({ body }) => organization.rename(body.name),
    listUsers: async () => ({ data: await users.list() }),
    async createUser({ body, roles }) {
      if (body.role === 'owner') demand('user.touch-owner', roles, 'Only an owner may make an owner.');
      return users.create(body);
    },
    getUser: async ({ params }) => found(await users.get(params.user)),
    async updateUser(input) {
      const { params, body, roles, person, session } = input;
      const user = await changeable(params.user, roles);
      if (body.role === 'owner') demand('user.touch-owner', roles, 'Only an owner may make an owner.');
      // The file says who a user is; whether they are locked out is for the moment to decide.
      if (body.role !== undefined || body.name !== undefined) refuseFileOwned(user);
      const updated = await users.update(user.id, body);
      // Another role ends the sessions; who gave up a role of their own goes on with a new one.
      if (user.id === person.id && updated.role !== user.role) {
        input.setCookies((await people.renew(updated, session.signedInBy, callerOf(input))).cookies);
      }
      return updated;
    },
    async deleteUser({ params, roles }) {
      const user = await changeable(params.user, roles);
      refuseFileOwned(user);
      await users.delete(user.id);
      return undefined;
    },
    async createSignInLink(input) {
      const { params, roles, person } = input;
      const user = await changeable(params.user, roles);
      await securityLog.record({ kind: 'sign-in-link-made', user, actor: person, caller: callerOf(input) });
      return links.create(user.id, { createdBy: person.id });
    },
    async resetTwoFactor(input) {
      const { params, roles, person } = input;
      const user = await changeable(params.user, roles);
      found((await users.resetTwoFactor(user.id)) || undefined);
      await securityLog.record({ kind: 'two-factor-reset', user, actor: person, caller: callerOf(input) });
      return undefined;
    },
    async listKeysOfUser({ params }) {
      const { id } = found(await users.get(params.user));
      return { data: await keys.list(id) };
    },
    async revokeKeyOfUser({ params, roles }) {
      const { id } = await changeable(params.user, roles);
      found((await keys.revoke(id, params.key)) || undefined);
      return undefined;
    },
  };
}
