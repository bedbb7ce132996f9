/** Signing in and out, and one-time links. */
import type { Caller, People } from '../../authentication/people.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import type { Handlers, Input } from './handler.ts';

export interface SessionDependencies {
  readonly people: People;
  readonly users: UserStore;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
}

export function sessionHandlers({
  people,
  users,
  workspaces,
  memberships,
}: SessionDependencies): Handlers<'signIn' | 'me' | 'signOut' | 'changePassword' | 'readLink' | 'consumeLink'> {
  return {
    async signIn(input) {
      const { user, cookies } = await people.signIn(input.body, callerOf(input));
      input.setCookies(cookies);
      return user;
    },
    me: async ({ person }) => person,
    async signOut({ headers, setCookies }) {
      setCookies(await people.signOut(headers.get('cookie')));
      return undefined;
    },
    async changePassword(input) {
      const { user, cookies } = await people.changePassword(input.person, input.body, callerOf(input));
      input.setCookies(cookies);
      return user;
    },
    async readLink(input) {
      const user = await people.readLink(input.body.token, callerOf(input));
      return user === null ? { purpose: 'first-owner', email: null } : { purpose: 'sign-in', email: user.email };
    },
    async consumeLink(input) {
      const founding = !(await users.hasOwner());
      const { user, cookies } = await people.consumeLink(input.body, callerOf(input));
      // The first owner finds the workspaces that were there before anybody was: a key reaches only what its user belongs to.
      if (founding && user.role === 'owner') {
        for (const { id } of await workspaces.list()) await memberships.add(id, user.id, 'admin');
      }
      input.setCookies(cookies);
      return user;
    },
  };
}

function callerOf({ facts, headers }: Pick<Input<'signIn'>, 'facts' | 'headers'>): Caller {
  return { clientAddress: facts.clientAddress, userAgent: headers.get('user-agent') };
}
