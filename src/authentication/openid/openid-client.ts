/**
 * The calls to an issuer: discovery (OpenID Connect Discovery 1.0), the token for a code (RFC 6749 with PKCE, RFC 7636), the keys
 * its tokens are signed with, and its userinfo. All go through the guarded client: no redirects, metadata addresses never.
 */
import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { HttpClient } from '../../platform/http-client.ts';
import { type HttpReply, OutgoingFailure } from '../../platform/http-reply.ts';
import type { OpenedMethod } from './sign-in-method-store.ts';

export interface OpenIdClient {
  /** Remembered for ten minutes, a failure for five seconds, unless it is asked for afresh. @throws IssuerProblem */
  discover(issuer: IssuerAddress, freshness?: 'fresh'): Promise<IssuerMetadata>;
  /** @throws IssuerProblem */
  exchange(method: OpenedMethod, grant: CodeGrant): Promise<IssuedTokens>;
  /**
   * Checks the signature and `iss`, `aud`, `azp`, `exp`, `iat`, `nonce` (openid-connect-core section 3.1.3.7).
   * @throws IssuerProblem
   */
  verify(method: OpenedMethod, idToken: string, nonce: string): Promise<Claims>;
  /** @throws IssuerProblem, also when it is about somebody else (section 5.3.2) */
  userInfo(method: OpenedMethod, accessToken: string, subject: string): Promise<Record<string, unknown>>;
}

export interface IssuerAddress {
  readonly issuer: string;
  readonly internal: boolean;
}

export interface CodeGrant {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface IssuedTokens {
  readonly idToken: string;
  readonly accessToken: string | null;
}

export type Claims = JWTPayload & { readonly sub: string };

export interface IssuerMetadata {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly userInfoEndpoint: string | null;
  /** Where sessions at the issuer end (RP-initiated logout 1.0); null where it does not say, or not safely. */
  readonly endSessionEndpoint: string | null;
  readonly algorithms: readonly string[];
  /** How the client may prove itself at the token endpoint. */
  readonly tokenAuth: readonly string[];
  /** It says who it is when it sends the browser back (RFC 9207). */
  readonly namesItself: boolean;
}

export type IssuerProblemKind =
  | 'unreachable'
  | 'address_refused'
  | 'not_secure'
  | 'not_an_issuer'
  | 'issuer_differs'
  | 'incomplete'
  | 'token_refused'
  | 'token_invalid';

/** The issuer cannot be used; the message is for the people who set it up, and holds nothing that the issuer sent. */
export class IssuerProblem extends Error {
  readonly kind: IssuerProblemKind;
  constructor(kind: IssuerProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'IssuerProblem';
    this.kind = kind;
  }
}

/** Milliseconds for one call, and to connect. */
const DEADLINE = 10_000;
const CONNECT = 5000;
/** Characters of an answer; Microsoft's keys are 10 kB. */
const LONGEST = 512 * 1024;
/** Milliseconds that metadata and keys are remembered. */
const FRESH = 10 * 60_000;
/** And that a failure is: anybody can begin to sign in, and an issuer that is down must not be called for each. */
const FAILED = 5000;
/** Asymmetric only: with `none` or a shared secret anybody who knows the secret could sign. RFC 7518, RFC 8037. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Seconds that clocks may differ. */
const LEEWAY = 30;
/** Issuers remembered at the same time. */
const REMEMBERED = 50;

export function createOpenIdClient(http: HttpClient): OpenIdClient {
  const known = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();
  /** Those who ask at the same time wait for one call. */
  const remember = <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const entry = known.get(key);
    if (entry !== undefined && performance.now() < entry.until) return entry.value as Promise<T>;
    if (known.size >= REMEMBERED) known.clear();
    const value = load();
    known.set(key, { until: performance.now() + FRESH, value });
    value.catch(() => known.set(key, { until: performance.now() + FAILED, value }));
    return value;
  };

  const discover: OpenIdClient['discover'] = (address, freshness) => {
    const key = `${address.internal} ${address.issuer}`;
    if (freshness === 'fresh') known.delete(key);
    return remember(key, async () => {
      const url = `${address.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const { status, body } = await call(http, address, { url, method: 'GET', headers: {} });
      if (status !== 200 || body === undefined) {
        const message = `There is no OpenID configuration at this address: it answered ${status}.`;
        throw new IssuerProblem('not_an_issuer', message);
      }
      return readMetadata(body, address);
    });
  };

  const keysOf = (method: OpenedMethod, { jwksUri }: IssuerMetadata): Promise<JSONWebKeySet> =>
    remember(`keys ${method.internal} ${jwksUri}`, async () => {
      const { status, body } = await call(http, method, { url: jwksUri, method: 'GET', headers: {} });
      if (status !== 200 || !Array.isArray(body?.keys)) {
        throw new IssuerProblem('incomplete', 'The issuer does not show the keys it signs with.');
      }
      return body as unknown as JSONWebKeySet;
    });

  return {
    discover,
    async exchange(method, { code, verifier, redirectUri }) {
      const metadata = await discover(method);
      const form = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      });
      const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
      proveClient(method, metadata, form, headers);
      const url = metadata.tokenEndpoint;
      const { status, body } = await call(http, method, { url, method: 'POST', headers, body: form.toString() });
      const { id_token: idToken, access_token: accessToken } = body ?? {};
      if (status !== 200 || typeof idToken !== 'string') {
        const reason = knownError(body?.error);
        throw new IssuerProblem('token_refused', `The issuer gave no token: it answered ${status}${reason}.`);
      }
      return { idToken, accessToken: typeof accessToken === 'string' ? accessToken : null };
    },
    async verify(method, idToken, nonce) {
      const metadata = await discover(method);
      const check = async (): Promise<Claims> => {
        const { createLocalJWKSet, jwtVerify } = await import('jose');
        const keys = createLocalJWKSet(await keysOf(method, metadata));
        const { payload } = await jwtVerify(idToken, keys, {
          issuer: metadata.issuer,
          audience: method.clientId,
          algorithms: metadata.algorithms.filter((name) => ALGORITHMS.includes(name)),
          requiredClaims: ['sub', 'exp', 'iat'],
          clockTolerance: LEEWAY,
        });
        return payload as Claims;
      };
      const claims = await check().catch(async (error: unknown) => {
        if (error instanceof IssuerProblem) throw error;
        // Keys are changed now and then: with an unknown one, the issuer is asked again, once.
        if (!isUnknownKey(error)) throw invalid(error);
        known.delete(`keys ${method.internal} ${metadata.jwksUri}`);
        return check().catch((again: unknown) => {
          throw again instanceof IssuerProblem ? again : invalid(again);
        });
      });
      if (claims.nonce !== nonce) throw invalid();
      const several = Array.isArray(claims.aud) && claims.aud.length > 1;
      if ((several || claims.azp !== undefined) && claims.azp !== method.clientId) throw invalid();
      if (typeof claims.sub !== 'string' || claims.sub === '' || claims.sub.length > 255) throw invalid();
      return claims;
    },
    async userInfo(method, accessToken, subject) {
      const { userInfoEndpoint: url } = await discover(method);
      if (url === null) return {};
      const headers = { authorization: `Bearer ${accessToken}` };
      const { status, body } = await call(http, method, { url, method: 'GET', headers });
      if (status !== 200 || body?.sub !== subject) throw invalid();
      return body;
    },
  };
}

interface Call {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** @returns a JSON object; undefined where the answer is none */
async function call(
  http: HttpClient,
  { internal }: { readonly internal: boolean },
  request: Call,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> | undefined }> {
  if (!internal && !request.url.startsWith('https:')) {
    throw new IssuerProblem('not_secure', 'The issuer must be reached by https, unless it is inside your own network.');
  }
  try {
    const response = await http.send({
      ...request,
      headers: { accept: 'application/json', ...request.headers },
      signal: AbortSignal.timeout(DEADLINE),
      internal,
      connectTimeoutMs: CONNECT,
    });
    return { status: response.status, body: parseObject(await readText(response)) };
  } catch (error) {
    if (error instanceof IssuerProblem) throw error;
    if (error instanceof OutgoingFailure && error.reason === 'address_refused') {
      const message = internal
        ? 'The address is one that the gateway never calls.'
        : 'The address is inside your own network: that must be allowed first.';
      throw new IssuerProblem('address_refused', message, error);
    }
    throw new IssuerProblem('unreachable', 'The issuer could not be reached.', error);
  }
}

async function readText(response: HttpReply): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST) throw new IssuerProblem('not_an_issuer', 'The issuer’s answer is too long.');
  }
  return text + decoder.decode();
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function readMetadata(body: Record<string, unknown>, { issuer, internal }: IssuerAddress): IssuerMetadata {
  const text = (name: string): string | null => {
    const value = body[name];
    return typeof value === 'string' && URL.canParse(value) ? value : null;
  };
  const texts = (name: string, otherwise: readonly string[]): readonly string[] => {
    const value = body[name];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : otherwise;
  };
  const named = text('issuer');
  // OpenID Connect Discovery section 4.3: exactly the same; a slash at the end is what people get wrong.
  if (named === null || named.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) {
    throw new IssuerProblem('issuer_differs', 'The configuration at this address is of another issuer.');
  }
  const authorizationEndpoint = text('authorization_endpoint');
  const tokenEndpoint = text('token_endpoint');
  const jwksUri = text('jwks_uri');
  if (authorizationEndpoint === null || tokenEndpoint === null || jwksUri === null) {
    throw new IssuerProblem('incomplete', 'The issuer does not name its endpoints.');
  }
  const schemes = internal ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(new URL(authorizationEndpoint).protocol)) {
    throw new IssuerProblem('not_secure', 'The issuer sends people to a page without https.');
  }
  const endSession = text('end_session_endpoint');
  return {
    issuer: named,
    authorizationEndpoint,
    tokenEndpoint,
    jwksUri,
    userInfoEndpoint: text('userinfo_endpoint'),
    endSessionEndpoint: endSession !== null && schemes.includes(new URL(endSession).protocol) ? endSession : null,
    algorithms: texts('id_token_signing_alg_values_supported', ['RS256']),
    tokenAuth: texts('token_endpoint_auth_methods_supported', ['client_secret_basic']),
    namesItself: body.authorization_response_iss_parameter_supported === true,
  };
}

/** RFC 6749 section 2.3.1: in the header, form-encoded; in the body where the issuer takes it only there; not at all without a secret. */
function proveClient(
  { clientId, clientSecret }: OpenedMethod,
  { tokenAuth }: IssuerMetadata,
  form: URLSearchParams,
  headers: Record<string, string>,
): void {
  if (
    clientSecret !== null &&
    (tokenAuth.includes('client_secret_basic') || !tokenAuth.includes('client_secret_post'))
  ) {
    const encode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
    headers.authorization = `Basic ${Buffer.from(`${encode(clientId)}:${encode(clientSecret)}`).toString('base64')}`;
    return;
  }
  form.set('client_id', clientId);
  if (clientSecret !== null) form.set('client_secret', clientSecret);
}

/** The registered words only (RFC 6749 section 5.2): an issuer's own text may quote what we sent. */
function knownError(error: unknown): string {
  const words = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_scope'];
  return typeof error === 'string' && words.includes(error) ? ` (${error})` : '';
}

function isUnknownKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY';
}

function invalid(cause?: unknown): IssuerProblem {
  return new IssuerProblem('token_invalid', 'What the issuer says cannot be trusted.', cause);
}
