/** People and their sessions: signing in and out, one-time links, passwords. Accounts are made by links or an issuer, never by signing up. */
import type { SessionMethod } from '../contract/session.ts';
import type { SignInPolicy } from '../contract/sign-in-method.ts';
import type { ConsumeLink, SignIn, UserView } from '../contract/user.ts';
import { GatewayError } from '../errors.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import {
  type BetterAuth,
  type BetterAuthOptions,
  COOKIE_PREFIX,
  hashPassword,
  loadBetterAuth,
  type Opened,
} from './better-auth.ts';
import type { Caller } from './caller.ts';
import { createSecurityLog } from './security-log.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createSignInLinks } from './sign-in-link.ts';
import { createSignInPolicyStore } from './sign-in-policy.ts';
import type { PeopleParts, SignedIn, SignInStep } from './signed-in.ts';
import { createTwoFactor, type TwoFactor } from './two-factor.ts';
import { createUserStore, type UserStore } from './user-store.ts';

export interface People {
  /** @throws GatewayError invalid_credentials, rate_limit_exceeded */
  signIn(input: SignIn, caller: Caller): Promise<SignInStep>;
  /** A session for somebody an issuer has vouched for. @throws GatewayError invalid_credentials for who is disabled */
  signInByOpenId(user: UserView, caller: Caller, detail: string): Promise<SignedIn>;
  /** Who the `cookie` header belongs to, and cookies to renew; undefined when nobody is signed in, or the user is disabled. */
  whoIs(cookie: string | null): Promise<SignedIn | undefined>;
  /** @returns the cookies that forget the session */
  signOut(cookie: string | null, caller: Caller): Promise<readonly string[]>;
  /** Whose link it is, null for the first owner's. @throws GatewayError not_found, rate_limit_exceeded */
  readLink(token: string, caller: Caller): Promise<UserView | null>;
  /**
   * Uses a one-time link up, sets the password, ends all sessions and signs in; a second factor is asked for as ever.
   * @throws GatewayError not_found, conflict, missing_required_parameter
   */
  consumeLink(input: ConsumeLink, caller: Caller): Promise<SignInStep>;
  /** Ends all other sessions. @throws GatewayError invalid_credentials when the current password is wrong */
  changePassword(user: UserView, change: { current: string; next: string }, caller: Caller): Promise<SignedIn>;
  /** A new session in place of all others of the user, after what they may do has changed. */
  renew(user: UserView, method: SessionMethod, caller: Caller): Promise<SignedIn>;
  readonly twoFactor: TwoFactor;
  readonly sessions: SessionStore;
}

export function createPeople(options: BetterAuthOptions): People {
  const { database } = options;
  const users = createUserStore(database);
  const links = createSignInLinks(database);
  const attempts = createAttemptLimit(database);
  const log = createSecurityLog(database);
  const sessions = createSessionStore(database);
  const policies = createSignInPolicyStore(database);
  let loaded: Promise<BetterAuth> | undefined;
  const load = (): Promise<BetterAuth> => {
    loaded ??= loadBetterAuth(options).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  const admit = async (opened: Opened, method: SessionMethod, known?: UserView): Promise<SignedIn> => {
    const user = known ?? (await users.get(opened.userId));
    if (user === undefined || user.disabled) throw new GatewayError('invalid_credentials');
    return {
      user,
      cookies: opened.cookies,
      sessionId: opened.sessionId,
      signedInBy: method,
      mustSetUpTwoFactor: mustSetUp(user, method, await policies.get()),
    };
  };
  const open = async (user: UserView, method: SessionMethod, caller: Caller): Promise<SignedIn> => {
    if (user.disabled) throw new GatewayError('invalid_credentials');
    const opened = await (await load()).openSession(user.id, caller);
    if (method === 'openid') await sessions.markOpenId(opened.sessionId);
    return admit(opened, method, user);
  };

  /** The password alone. Who is unknown, disabled or not to use one fails like a wrong password, after the same work. */
  const byPassword = async (input: SignIn, caller: Caller): Promise<SignInStep> => {
    const user = await users.getByEmail(input.email);
    const auth = await load();
    const step = await auth.signIn(input, caller).catch(async (error: unknown) => {
      await log.record({ kind: 'sign-in-failed', user, caller });
      throw error;
    });
    const refused = user === undefined || user.disabled || !mayUsePassword(user, await policies.get());
    if (refused) {
      await log.record({ kind: 'sign-in-failed', user, caller, detail: 'not allowed' });
      if (user !== undefined && step.userId !== undefined) await auth.signOut(asCookie(step.cookies));
      throw new GatewayError('invalid_credentials');
    }
    const time = new Date().toISOString();
    await database.query.deleteFrom('session').where('expires_at', '<', time).execute();
    await database.query.deleteFrom('verification').where('expires_at', '<', time).execute();
    if (step.userId === undefined) return { user: null, cookies: step.cookies };
    const opened = await auth.read(asCookie(step.cookies));
    if (opened === undefined) throw new GatewayError('invalid_credentials');
    await log.record({ kind: 'signed-in', user, caller, detail: 'password' });
    return admit({ ...opened, cookies: step.cookies }, 'password', user);
  };

  const parts: PeopleParts = { sessions, attempts, log, load, admit };
  return {
    sessions,
    twoFactor: createTwoFactor(database, parts, policies),
    async signIn(input, caller) {
      const attempt = { clientAddress: caller.clientAddress, account: input.email };
      await attempts.count(attempt);
      const step = await byPassword(input, caller);
      // Half a sign-in is not yet a success: guessing codes goes on counting.
      if (step.user !== null) await attempts.forgive(attempt);
      return step;
    },
    async signInByOpenId(user, caller, detail) {
      const signedIn = await open(user, 'openid', caller);
      await log.record({ kind: 'signed-in', user, caller, detail });
      return signedIn;
    },
    async whoIs(cookie) {
      if (!cookie?.includes(COOKIE_PREFIX)) return undefined;
      const session = await (await load()).read(cookie);
      const user = session && (await users.get(session.userId));
      if (session === undefined || user === undefined || user.disabled) return undefined;
      return admit(session, await sessions.use(session.sessionId), user);
    },
    async signOut(cookie, caller) {
      const auth = await load();
      const session = await auth.read(cookie ?? '');
      const user = session && (await users.get(session.userId));
      const cookies = await auth.signOut(cookie ?? '');
      if (user !== undefined) await log.record({ kind: 'signed-out', user, caller });
      return cookies;
    },
    async readLink(token, caller) {
      await attempts.count(caller);
      const { userId } = await links.read(token);
      await attempts.forgive(caller);
      return userId === null ? null : ((await users.get(userId)) ?? null);
    },
    async consumeLink(input, caller) {
      await attempts.count(caller);
      const { userId } = await links.read(input.token);
      const policy = await policies.get();
      const hash = await hashPassword(input.password);
      const user = await database.exclusively('owners', async (inside) => {
        const inner = createUserStore(inside);
        const holder = userId === null ? await createFirstOwner(inner, input) : await inner.get(userId);
        if (holder === undefined || holder.disabled) throw new GatewayError('not_found');
        if (!mayUsePassword(holder, policy)) {
          throw new GatewayError('conflict', { message: 'Your organization signs in with single sign-on only.' });
        }
        await createSignInLinks(inside).consume(input.token);
        const renamed = userId !== null && input.name !== undefined && holder.managedBy === null;
        if (renamed) await inner.update(holder.id, { name: input.name });
        await inner.setPassword(holder.id, hash);
        return holder;
      });
      await attempts.forgive(caller);
      await log.record({ kind: 'password-set', user, caller });
      return byPassword({ email: user.email, password: input.password }, caller);
    },
    async changePassword(user, { current, next }, caller) {
      const attempt = { clientAddress: caller.clientAddress, account: user.email };
      await attempts.count(attempt);
      await provePassword(users, user, current);
      await users.setPassword(user.id, await hashPassword(next));
      await attempts.forgive(attempt);
      await log.record({ kind: 'password-changed', user, caller });
      return open(user, 'password', caller);
    },
    async renew(user, method, caller) {
      await sessions.endAll(user.id);
      return open(user, method, caller);
    },
  };
}

async function provePassword(users: UserStore, user: UserView, password: string): Promise<void> {
  const hash = await users.passwordHash(user.id);
  if (hash === undefined || !(await Bun.password.verify(password, hash))) {
    throw new GatewayError('invalid_credentials', { message: 'The password is wrong.' });
  }
}

/** Owners always may: an issuer that is away, or set up wrongly, locks nobody out for good. */
function mayUsePassword(user: UserView, policy: SignInPolicy): boolean {
  return policy.passwords === 'everybody' || user.role === 'owner';
}

/** Single sign-on brings the second factors of its issuer. */
function mustSetUp(user: UserView, method: SessionMethod, policy: SignInPolicy): boolean {
  return policy.requireTwoFactor && method === 'password' && !user.twoFactor;
}

async function createFirstOwner(users: UserStore, input: ConsumeLink): Promise<UserView> {
  if (await users.hasOwner()) throw new GatewayError('conflict', { message: 'There is an owner already.' });
  if (input.email === undefined) throw new GatewayError('missing_required_parameter', { param: 'email' });
  const fields = { email: input.email, role: 'owner' as const };
  return users.create(input.name === undefined ? fields : { ...fields, name: input.name });
}

function asCookie(cookies: readonly string[]): string {
  return cookies.map((text) => text.split(';')[0]).join('; ');
}
