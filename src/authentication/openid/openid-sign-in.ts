/**
 * Signing in with OpenID Connect: authorization code with PKCE (RFC 7636), `state` against being sent a stranger's answer, `nonce`
 * against a token that was used before. What a sign-in under way must remember travels in a sealed cookie of its own.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FinishOpenId, MethodTest } from '../../contract/sign-in-method.ts';
import type { UserView } from '../../contract/user.ts';
import { GatewayError } from '../../errors.ts';
import { deriveKey, type MasterKey, open, seal } from '../../platform/crypto.ts';
import type { Database } from '../../storage/database.ts';
import { createAttemptLimit } from '../attempt-limit.ts';
import type { Caller } from '../caller.ts';
import type { People } from '../people.ts';
import { createSecurityLog } from '../security-log.ts';
import type { SignedIn } from '../signed-in.ts';
import { createUserStore, type OpenIdAccount, type UserStore } from '../user-store.ts';
import { createIssuerSignOut } from './issuer-sign-out.ts';
import { type IssuerAddress, IssuerProblem, type OpenIdClient } from './openid-client.ts';
import { type ClaimedPerson, personFromClaims } from './person-from-claims.ts';
import type { OpenedMethod, SignInMethodStore } from './sign-in-method-store.ts';

export interface OpenIdSignIn {
  /** Where to send the browser, and the cookie to meet it with again. @throws GatewayError not_found, upstream_error */
  begin(method: string): Promise<{ readonly location: string; readonly cookies: readonly string[] }>;
  /** @throws GatewayError sign_in_refused, upstream_error, rate_limit_exceeded */
  finish(answer: FinishOpenId, cookie: string | null, caller: Caller): Promise<SignedIn>;
  /** Where the browser goes to sign out at the issuer of a session too, null for nowhere; and the cookie that forgets it. */
  leave(
    cookie: string | null,
    sessionId: string,
  ): Promise<{ readonly location: string | null; readonly cookies: readonly string[] }>;
  /** Reads what an issuer says of itself. */
  test(address: IssuerAddress): Promise<MethodTest>;
}

export interface OpenIdOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly publicUrl: string;
  readonly people: People;
  readonly methods: SignInMethodStore;
  readonly client: OpenIdClient;
}

/** What is remembered between the two halves. */
interface Flow {
  readonly method: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Where an issuer sends the browser back to; a page of the dashboard. */
export function redirectUriOf(publicUrl: string): string {
  return `${publicUrl.replace(/\/$/, '')}/sign-in/openid`;
}

const COOKIE = 'onefirewall.openid';
/** Seconds a person has at the issuer. */
const LIFETIME = 600;
const CONTEXT = 'openid-flow';

export function createOpenIdSignIn(options: OpenIdOptions): OpenIdSignIn {
  const { database, publicUrl, people, methods, client } = options;
  const users = createUserStore(database);
  const attempts = createAttemptLimit(database);
  const log = createSecurityLog(database);
  const key = deriveKey(options.masterKey, 'openid-flow');
  const redirectUri = redirectUriOf(publicUrl);
  const issuerSignOut = createIssuerSignOut({ masterKey: options.masterKey, publicUrl, methods, client });
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookieOf = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Max-Age=${seconds}; Path=/api/manage/session/openid; HttpOnly; SameSite=Strict${secure}`;

  const enabled = async (name: string): Promise<OpenedMethod> => {
    const method = await methods.open(name);
    if (method === undefined || !method.enabled) throw new GatewayError('not_found');
    return method;
  };

  const readFlow = (cookie: string | null, state: string): Flow => {
    const value = cookie
      ?.split(/;\s*/)
      .find((pair) => pair.startsWith(`${COOKIE}=`))
      ?.slice(COOKIE.length + 1);
    const flow = value === undefined ? undefined : unseal(key, value);
    if (flow === undefined || flow.until < Date.now() || !same(flow.state, state)) {
      throw refused('Signing in took too long, or was begun in another window. Begin again.');
    }
    return flow;
  };

  const recognise = async (answer: FinishOpenId, flow: Flow) => {
    const method = await enabled(flow.method);
    if (answer.error !== undefined || answer.code === undefined) throw refused('The issuer did not sign you in.');
    const metadata = await client.discover(method);
    const strange = answer.iss === undefined ? metadata.namesItself : answer.iss !== metadata.issuer;
    if (strange) throw refused('The answer is of another issuer.');
    const grant = { code: answer.code, verifier: flow.verifier, redirectUri };
    const { idToken, accessToken } = await client.exchange(method, grant);
    const claims = await client.verify(method, idToken, flow.nonce);
    const more = accessToken === null ? {} : await client.userInfo(method, accessToken, claims.sub);
    const person = personFromClaims({ ...more, ...claims }, method);
    const user = await admitPerson(users, method, person, { issuer: metadata.issuer, subject: claims.sub });
    return { user, method, idToken };
  };

  return {
    async begin(name) {
      const method = await enabled(name);
      const metadata = await client.discover(method).catch(rethrow);
      const flow: Flow = {
        method: name,
        state: random(),
        nonce: random(),
        verifier: random(),
        until: Date.now() + LIFETIME * 1000,
      };
      const location = new URL(metadata.authorizationEndpoint);
      const parameters = {
        response_type: 'code',
        client_id: method.clientId,
        redirect_uri: redirectUri,
        scope: [...new Set(['openid', ...method.scopes])].join(' '),
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [parameter, value] of Object.entries(parameters)) location.searchParams.set(parameter, value);
      const sealed = encodeURIComponent(seal(key, JSON.stringify(flow), CONTEXT));
      return { location: location.href, cookies: [cookieOf(sealed, LIFETIME)] };
    },
    async finish(answer, cookie, caller) {
      await attempts.count(caller);
      try {
        const flow = readFlow(cookie, answer.state);
        const { user, method, idToken } = await recognise(answer, flow);
        const signedIn = await people.signInByOpenId(user, caller, `single sign-on: ${flow.method}`);
        await attempts.forgive(caller);
        const remembered = issuerSignOut.remember(method, { id: signedIn.sessionId, idToken });
        return { ...signedIn, cookies: [...signedIn.cookies, cookieOf('', 0), remembered] };
      } catch (error) {
        const detail = error instanceof IssuerProblem ? error.kind : 'single sign-on';
        await log.record({ kind: 'sign-in-failed', caller, detail });
        return rethrow(error);
      }
    },
    async leave(cookie, sessionId) {
      return { location: await issuerSignOut.leave(cookie, sessionId), cookies: [issuerSignOut.forgotten] };
    },
    async test(address) {
      try {
        const metadata = await client.discover(address, 'fresh');
        const { issuer, authorizationEndpoint, tokenEndpoint, endSessionEndpoint, algorithms } = metadata;
        const message = 'The issuer answers, and names its endpoints and keys.';
        const found = { issuer, authorizationEndpoint, tokenEndpoint, endSessionEndpoint, algorithms: [...algorithms] };
        return { ok: true, problem: null, message, ...found };
      } catch (error) {
        if (!(error instanceof IssuerProblem)) throw error;
        const { kind, message } = error;
        const problem = kind === 'token_refused' || kind === 'token_invalid' ? 'not_an_issuer' : kind;
        return { ok: false, problem, message, ...NOTHING_FOUND };
      }
    },
  };
}

const NOTHING_FOUND = {
  issuer: null,
  authorizationEndpoint: null,
  tokenEndpoint: null,
  endSessionEndpoint: null,
  algorithms: [],
};

/** By issuer and subject; else by the verified address, once; else a new account, where the method makes them. */
async function admitPerson(
  users: UserStore,
  method: OpenedMethod,
  person: ClaimedPerson,
  account: OpenIdAccount,
): Promise<UserView> {
  const linked = await users.findByOpenId(account);
  const user = linked ?? (await users.getByEmail(person.email)) ?? (await createUser(users, method, person));
  if (user.disabled) throw refused('This account is disabled.');
  // Whoever runs the issuer could otherwise become an owner by giving himself an owner's address.
  if (user.role === 'owner' && !method.allowOwners) throw refused('Owners sign in with their password.');
  if (linked === undefined) await users.linkOpenId(user.id, account);
  const { role } = person;
  if (role === undefined || role === user.role || user.role === 'owner' || user.managedBy === 'file') return user;
  return users.update(user.id, { role });
}

async function createUser(users: UserStore, method: OpenedMethod, person: ClaimedPerson): Promise<UserView> {
  if (!method.createUsers || !person.domainAllowed) {
    throw refused('There is no account for you here. Ask an administrator to invite you.');
  }
  const { email, name } = person;
  const role = person.role ?? method.defaultRole;
  return users.create({ email, role, ...(name === undefined ? {} : { name }) });
}

function unseal(key: Buffer, value: string): Flow | undefined {
  try {
    return JSON.parse(open(key, decodeURIComponent(value), CONTEXT)) as Flow;
  } catch {
    return undefined;
  }
}

/** 256 bits in 43 characters: what RFC 7636 section 4.1 recommends for the verifier. */
function random(): string {
  return randomBytes(32).toString('base64url');
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(message: string): GatewayError {
  return new GatewayError('sign_in_refused', { message });
}

function rethrow(error: unknown): never {
  if (!(error instanceof IssuerProblem)) throw error;
  if (error.kind === 'token_invalid')
    throw new GatewayError('sign_in_refused', { message: error.message, cause: error });
  throw new GatewayError('upstream_error', { message: error.message, cause: error });
}
