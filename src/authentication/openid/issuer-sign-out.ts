/**
 * Signing out at the issuer too (openid.net/specs/openid-connect-rpinitiated-1_0.html): the browser is sent to its end of sessions and
 * comes back to the sign-in page. What the issuer needs to know travels in a sealed cookie, so that no token is kept here.
 */
import { deriveKey, type MasterKey, open, seal } from '../../platform/crypto.ts';
import type { OpenIdClient } from './openid-client.ts';
import type { OpenedMethod, SignInMethodStore } from './sign-in-method-store.ts';

export interface IssuerSignOut {
  /** The cookie of a session that came by an issuer; one that forgets an earlier one where the method does not want it. */
  remember(method: OpenedMethod, session: { readonly id: string; readonly idToken: string }): string;
  /** Where to send the browser after the session has ended; null where its issuer is not to be asked, or cannot be. */
  leave(cookie: string | null, sessionId: string): Promise<string | null>;
  /** The cookie that forgets. */
  readonly forgotten: string;
}

export interface IssuerSignOutOptions {
  readonly masterKey: MasterKey;
  readonly publicUrl: string;
  readonly methods: SignInMethodStore;
  readonly client: OpenIdClient;
}

interface Hint {
  readonly method: string;
  /** Of another session the cookie says nothing: it may be another person's. */
  readonly session: string;
  /** Left out where the cookie would be too long; then the issuer asks the person. */
  readonly idToken?: string;
}

/** Where the issuer sends browsers back to. */
export function signedOutUriOf(publicUrl: string): string {
  return `${publicUrl.replace(/\/$/, '')}/sign-in`;
}

const COOKIE = 'onefirewall.issuer';
const CONTEXT = 'openid-session';
/** Seconds; longer than any session that is in use, and nothing without one. */
const LIFETIME = 400 * 24 * 3600;
/** Characters; browsers drop a cookie over 4096 with its name and attributes (RFC 6265 section 6.1). */
const LONGEST = 3800;
/** Milliseconds. An issuer that is away keeps nobody signed in here. */
const PATIENCE = 3000;

export function createIssuerSignOut({ masterKey, publicUrl, methods, client }: IssuerSignOutOptions): IssuerSignOut {
  const key = deriveKey(masterKey, CONTEXT);
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookieOf = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Max-Age=${seconds}; Path=/api/manage/session; HttpOnly; SameSite=Strict${secure}`;
  const sealed = (hint: Hint): string => encodeURIComponent(seal(key, JSON.stringify(hint), CONTEXT));
  const forgotten = cookieOf('', 0);

  const endpointOf = async (method: OpenedMethod): Promise<string | null> => {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const known = client.discover(method).then(({ endSessionEndpoint }) => endSessionEndpoint);
    return Promise.race([known.catch(() => null), late]);
  };

  return {
    forgotten,
    remember({ name, signOutAtIssuer }, { id, idToken }) {
      if (!signOutAtIssuer) return forgotten;
      const whole = sealed({ method: name, session: id, idToken });
      return cookieOf(whole.length <= LONGEST ? whole : sealed({ method: name, session: id }), LIFETIME);
    },
    async leave(cookie, sessionId) {
      const hint = readHint(key, cookie);
      if (hint === undefined || hint.session !== sessionId) return null;
      const method = await methods.open(hint.method);
      if (method === undefined || !method.signOutAtIssuer) return null;
      const endpoint = await endpointOf(method);
      if (endpoint === null) return null;
      const location = new URL(endpoint);
      location.searchParams.set('client_id', method.clientId);
      location.searchParams.set('post_logout_redirect_uri', signedOutUriOf(publicUrl));
      if (hint.idToken !== undefined) location.searchParams.set('id_token_hint', hint.idToken);
      return location.href;
    },
  };
}

function readHint(key: Buffer, cookie: string | null): Hint | undefined {
  const pair = cookie?.split(/;\s*/).find((one) => one.startsWith(`${COOKIE}=`));
  if (pair === undefined) return undefined;
  try {
    return JSON.parse(open(key, decodeURIComponent(pair.slice(COOKIE.length + 1)), CONTEXT)) as Hint;
  } catch {
    return undefined;
  }
}
