/** The organization and its users. */
import type { GatewayKeyStore } from '../../authentication/gateway-key-store.ts';
import type { SignInLinks } from '../../authentication/sign-in-link.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import type { UserView } from '../../contract/user.ts';
import type { OrganizationStore } from '../../workspace/organization-store.ts';
import { demand, found, type Handlers, refuseFileOwned } from './handler.ts';
import type { Role } from './permissions.ts';

export interface UserDependencies {
  readonly organization: OrganizationStore;
  readonly users: UserStore;
  readonly links: SignInLinks;
  readonly keys: GatewayKeyStore;
}

export function userHandlers({
  organization,
  users,
  links,
  keys,
}: UserDependencies): Handlers<
  | 'getOrganization'
  | 'updateOrganization'
  | 'listUsers'
  | 'createUser'
  | 'getUser'
  | 'updateUser'
  | 'deleteUser'
  | 'createSignInLink'
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
    async updateUser({ params, body, roles }) {
      const user = await changeable(params.user, roles);
      if (body.role === 'owner') demand('user.touch-owner', roles, 'Only an owner may make an owner.');
      // The file says who a user is; whether they are locked out is for the moment to decide.
      if (body.role !== undefined || body.name !== undefined) refuseFileOwned(user);
      return users.update(user.id, body);
    },
    async deleteUser({ params, roles }) {
      const user = await changeable(params.user, roles);
      refuseFileOwned(user);
      await users.delete(user.id);
      return undefined;
    },
    async createSignInLink({ params, roles }) {
      const { id } = await changeable(params.user, roles);
      return links.create(id);
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
