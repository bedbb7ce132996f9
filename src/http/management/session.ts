/** Signing in and out, one-time links, the own account and where it is signed in. */
import type { OpenIdSignIn } from '../../authentication/openid/openid-sign-in.ts';
import type { People } from '../../authentication/people.ts';
import type { SecurityLog } from '../../authentication/security-log.ts';
import type { SignedIn, SignInStep } from '../../authentication/signed-in.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import type { MeView, SignInAnswer } from '../../contract/session.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { callerOf, found, type Handlers, refuseFileOwned } from './handler.ts';

export interface SessionDependencies {
  readonly people: People;
  readonly openId: OpenIdSignIn;
  readonly users: UserStore;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly securityLog: SecurityLog;
}

export function sessionHandlers({
  people,
  openId,
  users,
  workspaces,
  memberships,
  securityLog,
}: SessionDependencies): Handlers<
  | 'signIn'
  | 'me'
  | 'updateMe'
  | 'signOut'
  | 'changePassword'
  | 'listSessions'
  | 'endSession'
  | 'endOtherSessions'
  | 'listOwnSecurityEvents'
  | 'listSecurityEvents'
  | 'readLink'
  | 'consumeLink'
> {
  return {
    async signIn(input) {
      const step = await people.signIn(input.body, callerOf(input));
      if (step.user !== null) await endEarlier(people, input.headers);
      input.setCookies(step.cookies);
      return stepView(step);
    },
    me: async ({ session }) => meView(session),
    async updateMe({ person, body, session }) {
      refuseFileOwned(person);
      return meView({ ...session, user: await users.update(person.id, body) });
    },
    async signOut(input) {
      const cookie = input.headers.get('cookie');
      input.setCookies(await people.signOut(cookie, callerOf(input)));
      const { location, cookies } = await openId.leave(cookie, input.session.sessionId);
      input.setCookies(cookies);
      return { location };
    },
    async changePassword(input) {
      const changed = await people.changePassword(input.person, input.body, callerOf(input));
      input.setCookies(changed.cookies);
      return meView(changed);
    },
    listSessions: async ({ person, session }) => ({
      data: await people.sessions.list(person.id, session.sessionId),
    }),
    async endSession(input) {
      const { person, params } = input;
      found((await people.sessions.end(person.id, params.session)) || undefined);
      await securityLog.record({ kind: 'session-ended', user: person, caller: callerOf(input) });
      return undefined;
    },
    async endOtherSessions(input) {
      const { person, session } = input;
      const ended = await people.sessions.endAll(person.id, session.sessionId);
      const detail = `${ended} others`;
      if (ended > 0) await securityLog.record({ kind: 'session-ended', user: person, caller: callerOf(input), detail });
      return undefined;
    },
    listOwnSecurityEvents: ({ person, query }) => securityLog.list(query, person.id),
    listSecurityEvents: ({ query }) => securityLog.list(query),
    async readLink(input) {
      const user = await people.readLink(input.body.token, callerOf(input));
      return user === null
        ? { purpose: 'first-owner', email: null, hasPassword: false }
        : { purpose: 'sign-in', email: user.email, hasPassword: user.hasPassword };
    },
    async consumeLink(input) {
      const founding = !(await users.hasOwner());
      const step = await people.consumeLink(input.body, callerOf(input));
      // The first owner finds the workspaces that were there before anybody was: a key reaches only what its user belongs to.
      if (founding && step.user?.role === 'owner') {
        for (const { id } of await workspaces.list()) await memberships.add(id, step.user.id, 'admin');
      }
      await endEarlier(people, input.headers);
      input.setCookies(step.cookies);
      return stepView(step);
    },
  };
}

/** Whoever signs in goes on with the new session only: nothing of an earlier one in the same browser is left behind. */
export async function endEarlier(people: People, headers: Headers): Promise<void> {
  const earlier = await people.whoIs(headers.get('cookie'));
  if (earlier !== undefined) await people.sessions.end(earlier.user.id, earlier.sessionId);
}

export function meView({ user, signedInBy, mustSetUpTwoFactor }: Omit<SignedIn, 'cookies' | 'sessionId'>): MeView {
  return { ...user, signedInBy, setUp: mustSetUpTwoFactor ? 'two-factor' : null };
}

function stepView(step: SignInStep): SignInAnswer {
  return step.user === null ? { secondFactor: 'wanted' } : meView(step);
}
