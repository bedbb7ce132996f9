/**
 * The only home of better-auth: passwords, cookie sessions and second factors. It is loaded on first use, so a gateway that serves
 * programs never pays for it. Nothing passes through its router: the calls below are all there is, and attempts are counted by us.
 */
import { randomInt } from 'node:crypto';
import type { SignIn } from '../contract/user.ts';
import { GatewayError } from '../errors.ts';
import { deriveKey, type MasterKey } from '../platform/crypto.ts';
import type { Database } from '../storage/database.ts';
import type { Caller } from './caller.ts';

export interface BetterAuthOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** Where people reach the dashboard; cookies are secure when it is https. */
  readonly publicUrl: string;
}

/** What a call leaves with the browser. */
export interface Opened {
  readonly userId: string;
  readonly sessionId: string;
  /** `set-cookie` values. */
  readonly cookies: readonly string[];
}

export interface BetterAuth {
  /** @returns undefined in place of a session where a second factor is wanted. @throws GatewayError invalid_credentials */
  signIn(input: SignIn, caller: Caller): Promise<{ readonly userId?: string; readonly cookies: readonly string[] }>;
  /** A session for somebody who has been recognised in another way. */
  openSession(userId: string, caller: Caller): Promise<Opened>;
  read(cookie: string): Promise<Opened | undefined>;
  signOut(cookie: string): Promise<readonly string[]>;
  /** @throws GatewayError invalid_credentials when the code is wrong; not_signed_in when no sign-in waits for one */
  verify(proof: SecondFactorProof, cookie: string, caller: Caller): Promise<Opened>;
  /** @throws GatewayError invalid_credentials when the password is wrong, conflict when there is one already */
  startTwoFactor(cookie: string, password: string | undefined): Promise<{ uri: string; recoveryCodes: string[] }>;
  /** @throws GatewayError invalid_credentials @returns the cookies of a new session */
  confirmTwoFactor(cookie: string, code: string): Promise<readonly string[]>;
  stopTwoFactor(cookie: string, password: string | undefined): Promise<readonly string[]>;
  newRecoveryCodes(cookie: string, password: string | undefined): Promise<string[]>;
  countRecoveryCodes(userId: string): Promise<number>;
}

export type SecondFactorProof = { readonly code: string } | { readonly recoveryCode: string };

/** argon2id with Bun's defaults: 64 MiB, 2 passes (RFC 9106 section 4 asks for no less memory in its second choice). */
export function hashPassword(password: string): Promise<string> {
  return Bun.password.hash(password, 'argon2id');
}

/** Begins the name of every cookie of ours. */
export const COOKIE_PREFIX = 'onefirewall';
/** Only we write it, from the connection's address: what a client sends under this name is not passed on. */
const ADDRESS_HEADER = 'x-onefirewall-client-address';
/** Seconds a session lives without use, and after which use renews it. */
const SESSION_LIFETIME = 24 * 60 * 60;
const SESSION_RENEWAL = 60 * 60;
/** What authenticator apps show beside the code. */
const ISSUER = 'OneFirewall';

export async function loadBetterAuth(options: BetterAuthOptions): Promise<BetterAuth> {
  const { APIError } = await import('better-auth');
  const { api } = await configure(options);
  /** Its refusals are ours; anything else is a fault. */
  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
      throw refusal(error.body?.code, error);
    }
  };
  const opened = async (headers: Headers): Promise<Opened> => {
    const cookies = headers.getSetCookie();
    const answer = await api.getSession({ headers: new Headers({ cookie: asRequestCookies(cookies) }) });
    if (answer === null) throw new GatewayError('not_signed_in');
    return { userId: answer.user.id, sessionId: answer.session.id, cookies };
  };
  return {
    signIn: (body, caller) =>
      ask(async () => {
        const answer = await api.signInEmail({ body, headers: callerHeaders(caller), returnHeaders: true });
        const cookies = answer.headers.getSetCookie();
        return 'twoFactorRedirect' in answer.response ? { cookies } : { userId: answer.response.user.id, cookies };
      }),
    async openSession(userId, caller) {
      const answer = await api.openSession({ body: { userId }, headers: callerHeaders(caller), returnHeaders: true });
      return opened(answer.headers);
    },
    async read(cookie) {
      const answer = await api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
      if (answer.response === null) return undefined;
      const { user, session } = answer.response;
      return { userId: user.id, sessionId: session.id, cookies: answer.headers.getSetCookie() };
    },
    async signOut(cookie) {
      const answer = await api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
      return answer.headers.getSetCookie();
    },
    verify: (proof, cookie, caller) =>
      ask(async () => {
        const headers = callerHeaders(caller);
        // Only what waits for a second factor: with a session, better-auth would say yes without opening a new one.
        headers.set('cookie', onlyTwoFactor(cookie));
        const call = { headers, returnHeaders: true as const };
        const answer =
          'code' in proof
            ? await api.verifyTOTP({ ...call, body: { code: proof.code } })
            : await api.verifyBackupCode({ ...call, body: { code: proof.recoveryCode } });
        return opened(answer.headers);
      }),
    startTwoFactor: (cookie, password) =>
      ask(async () => {
        const body = { method: 'totp' as const, ...(password === undefined ? {} : { password }) };
        const answer = await api.enableTwoFactor({ body, headers: new Headers({ cookie }) });
        if (answer.method !== 'totp') throw new Error('better-auth set up another factor than was asked for');
        return { uri: answer.totpURI, recoveryCodes: answer.backupCodes };
      }),
    confirmTwoFactor: (cookie, code) =>
      ask(async () => {
        const answer = await api.verifyTOTP({ body: { code }, headers: new Headers({ cookie }), returnHeaders: true });
        return answer.headers.getSetCookie();
      }),
    stopTwoFactor: (cookie, password) =>
      ask(async () => {
        const body = password === undefined ? {} : { password };
        const answer = await api.disableTwoFactor({ body, headers: new Headers({ cookie }), returnHeaders: true });
        return answer.headers.getSetCookie();
      }),
    newRecoveryCodes: (cookie, password) =>
      ask(async () => {
        const body = password === undefined ? {} : { password };
        return (await api.generateBackupCodes({ body, headers: new Headers({ cookie }) })).backupCodes;
      }),
    countRecoveryCodes: async (userId) => (await api.viewBackupCodes({ body: { userId } })).backupCodes.length,
  };
}

async function configure({ database, masterKey, publicUrl }: BetterAuthOptions) {
  const { betterAuth } = await import('better-auth');
  const { twoFactor } = await import('better-auth/plugins/two-factor');
  return betterAuth({
    appName: ISSUER,
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
    plugins: [
      twoFactor({
        issuer: ISSUER,
        // Who comes by single sign-on has no password to prove.
        allowPasswordless: true,
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      await sessionOpener(),
    ],
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
}

/** Letters and digits that are not taken for one another when they are read from paper. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstvwxyz23456789';
const RECOVERY_CODES = 10;

/** Ten codes of 49 bits, as in `k7m2x-9qfha`; better-auth encrypts them. */
function makeRecoveryCodes(): string[] {
  const letter = (): string => RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length));
  const half = (): string => Array.from({ length: 5 }, letter).join('');
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`);
}

/** A call that better-auth lacks: a session for a user who is known already. For the server only, it has no path. */
async function sessionOpener() {
  const { createAuthEndpoint } = await import('better-auth/api');
  const { setSessionCookie } = await import('better-auth/cookies');
  const openSession = createAuthEndpoint.serverOnly({ method: 'POST', body: USER_ID }, async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    const session = user && (await internalAdapter.createSession(user.id, false));
    if (!user || !session) throw new GatewayError('invalid_credentials');
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ ok: true });
  });
  return { id: 'onefirewall-session', endpoints: { openSession } } as const;
}

/** The least that better-auth takes as a schema (standardschema.dev); only we call it. */
const USER_ID = {
  '~standard': {
    version: 1,
    vendor: 'onefirewall',
    validate: (value: unknown) => ({ value: value as { userId: string } }),
    types: undefined as { input: { userId: string }; output: { userId: string } } | undefined,
  },
} as const;

function refusal(code: string | undefined, cause: unknown): GatewayError {
  switch (code) {
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return new GatewayError('not_signed_in', { message: 'Begin again with your password.', cause });
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return new GatewayError('rate_limit_exceeded', { cause });
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return new GatewayError('invalid_credentials', { message: 'The code is wrong or used up.', cause });
    case 'INVALID_PASSWORD':
      return new GatewayError('invalid_credentials', { message: 'The password is wrong.', cause });
    case 'TOTP_ALREADY_ENABLED':
      return new GatewayError('conflict', { message: 'There is a second factor already.', cause });
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return new GatewayError('not_found', { message: 'There is no second factor.', cause });
    default:
      return new GatewayError('invalid_credentials', { cause });
  }
}

function callerHeaders({ clientAddress, userAgent }: Caller): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: clientAddress });
  if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, 300));
  return headers;
}

/** `set-cookie` values as a browser would send them back. */
function asRequestCookies(cookies: readonly string[]): string {
  return cookies.map((text) => text.split(';')[0]).join('; ');
}

function onlyTwoFactor(cookie: string): string {
  return cookie
    .split(/;\s*/)
    .filter((pair) => pair.includes(`${COOKIE_PREFIX}.two_factor=`))
    .join('; ');
}
