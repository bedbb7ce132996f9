/**
 * People and their sessions: the only home of better-auth (e-mail and password, cookie sessions, rate-limited sign-in). It is
 * loaded on first use, so a gateway that serves programs never pays for it. Accounts are made by links only, never by signing up.
 */
import type { ConsumeLink, SignIn, UserView } from '../contract/user.ts';
import { GatewayError } from '../errors.ts';
import { deriveKey, type MasterKey } from '../platform/crypto.ts';
import type { Database } from '../storage/database.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { createSignInLinks } from './sign-in-link.ts';
import { createUserStore } from './user-store.ts';

export interface People {
  /** @throws GatewayError invalid_credentials, rate_limit_exceeded */
  signIn(input: SignIn, caller: Caller): Promise<SignedIn>;
  /** Who the `cookie` header belongs to, and cookies to renew; undefined when nobody is signed in, or the user is disabled. */
  whoIs(cookie: string | null): Promise<SignedIn | undefined>;
  /** @returns the cookies that forget the session */
  signOut(cookie: string | null): Promise<readonly string[]>;
  /** Whose link it is, null for the first owner's. @throws GatewayError not_found, rate_limit_exceeded */
  readLink(token: string, caller: Caller): Promise<UserView | null>;
  /** Uses a one-time link up, sets the password and signs in. @throws GatewayError not_found, conflict, missing_required_parameter */
  consumeLink(input: ConsumeLink, caller: Caller): Promise<SignedIn>;
  /** @throws GatewayError invalid_credentials when the current password is wrong */
  changePassword(user: UserView, change: { current: string; next: string }, caller: Caller): Promise<SignedIn>;
}

export interface Caller {
  /** IPv4 or IPv6 text; what the limits on signing in count by. */
  readonly clientAddress: string;
  readonly userAgent: string | null;
}

export interface SignedIn {
  readonly user: UserView;
  /** `set-cookie` values. */
  readonly cookies: readonly string[];
}

export interface PeopleOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** Where people reach the dashboard; cookies are secure when it is https. */
  readonly publicUrl: string;
}

export function createPeople(options: PeopleOptions): People {
  const users = createUserStore(options.database);
  const links = createSignInLinks(options.database);
  const attempts = createAttemptLimit(options.database);
  let loaded: Promise<Sessions> | undefined;
  const sessions = (): Promise<Sessions> => {
    loaded ??= loadSessions(options).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };

  const openSession = async (input: SignIn, caller: Caller): Promise<SignedIn> => {
    const user = await users.getByEmail(input.email);
    // A disabled user fails like a wrong password, after the same work.
    const cookies = await (await sessions()).signIn(input, caller);
    if (user === undefined || user.disabled) throw new GatewayError('invalid_credentials');
    const time = new Date().toISOString();
    await options.database.query.deleteFrom('session').where('expires_at', '<', time).execute();
    return { user, cookies };
  };

  return {
    async signIn(input, caller) {
      const attempt = { clientAddress: caller.clientAddress, account: input.email };
      await attempts.count(attempt);
      const signedIn = await openSession(input, caller);
      await attempts.forgive(attempt);
      return signedIn;
    },
    async whoIs(cookie) {
      if (!cookie?.includes(COOKIE_PREFIX)) return undefined;
      const session = await (await sessions()).read(cookie);
      const user = session && (await users.get(session.userId));
      return session === undefined || user === undefined || user.disabled
        ? undefined
        : { user, cookies: session.cookies };
    },
    signOut: async (cookie) => (await sessions()).signOut(cookie ?? ''),
    async readLink(token, caller) {
      await attempts.count(caller);
      const { userId } = await links.read(token);
      return userId === null ? null : ((await users.get(userId)) ?? null);
    },
    async consumeLink(input, caller) {
      await attempts.count(caller);
      const { userId } = await links.read(input.token);
      const hash = await hashPassword(input.password);
      const user = await options.database.exclusively('owners', async (inside) => {
        const inner = createUserStore(inside);
        const holder = userId === null ? await createFirstOwner(inner, input) : await inner.get(userId);
        if (holder === undefined || holder.disabled) throw new GatewayError('not_found');
        await createSignInLinks(inside).consume(input.token);
        await inner.setPassword(holder.id, hash);
        return holder;
      });
      return openSession({ email: user.email, password: input.password }, caller);
    },
    async changePassword(user, { current, next }, caller) {
      await attempts.count({ clientAddress: caller.clientAddress, account: user.email });
      await openSession({ email: user.email, password: current }, caller);
      await users.setPassword(user.id, await hashPassword(next));
      return openSession({ email: user.email, password: next }, caller);
    },
  };
}

async function createFirstOwner(users: ReturnType<typeof createUserStore>, input: ConsumeLink): Promise<UserView> {
  if (await users.hasOwner()) throw new GatewayError('conflict', { message: 'There is an owner already.' });
  if (input.email === undefined) throw new GatewayError('missing_required_parameter', { param: 'email' });
  const fields = { email: input.email, role: 'owner' as const };
  return users.create(input.name === undefined ? fields : { ...fields, name: input.name });
}

/** argon2id with Bun's defaults: 64 MiB, 2 passes (RFC 9106 section 4 asks for no less memory in its second choice). */
function hashPassword(password: string): Promise<string> {
  return Bun.password.hash(password, 'argon2id');
}

/** Begins the name of every cookie of ours. */
const COOKIE_PREFIX = 'onefirewall';
/** Only we write it, from the connection's address: what a client sends under this name is not passed on. */
const ADDRESS_HEADER = 'x-onefirewall-client-address';
/** Seconds a session lives without use, and after which use renews it. */
const SESSION_LIFETIME = 24 * 60 * 60;
const SESSION_RENEWAL = 60 * 60;

interface Sessions {
  signIn(input: SignIn, caller: Caller): Promise<string[]>;
  read(cookie: string): Promise<{ readonly userId: string; readonly cookies: string[] } | undefined>;
  signOut(cookie: string): Promise<string[]>;
}

async function loadSessions({ database, masterKey, publicUrl }: PeopleOptions): Promise<Sessions> {
  const { APIError, betterAuth } = await import('better-auth');
  const { api } = betterAuth({
    // Its SQLite dialect keeps times as text and flags as numbers, which is how our tables are on both databases.
    database: { db: database.query, type: 'sqlite' },
    secret: deriveKey(masterKey, 'better-auth').toString('hex'),
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Ours counts (attempt-limit.ts): the calls below do not pass through its router.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => Bun.password.verify(password, hash) },
    },
    user: { fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      expiresIn: SESSION_LIFETIME,
      updateAge: SESSION_RENEWAL,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Our migrations make the tables; the check cannot see a schema that is shared by both databases.
      database: { validateSchema: false, generateId: () => Bun.randomUUIDv7() },
    },
  });
  return {
    async signIn(body, { clientAddress, userAgent }) {
      const headers = new Headers({ [ADDRESS_HEADER]: clientAddress });
      if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, 300));
      try {
        const answer = await api.signInEmail({ body, headers, returnHeaders: true });
        return answer.headers.getSetCookie();
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) throw new GatewayError('invalid_credentials');
        throw error;
      }
    },
    async read(cookie) {
      const answer = await api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
      if (answer.response === null) return undefined;
      return { userId: answer.response.user.id, cookies: answer.headers.getSetCookie() };
    },
    async signOut(cookie) {
      const answer = await api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
      return answer.headers.getSetCookie();
    },
  };
}
