import type { KeyAuthenticator } from '../authentication/authenticate-key.ts';
import type { PersonAuthenticator } from '../authentication/authenticate-person.ts';
import type { Principal } from '../authentication/principal.ts';
import { GatewayError } from '../errors.ts';

/** A call as the edge hands it in: no Request, no Response, nothing of HTTP but what the path needs. */
export interface IncomingCall {
  readonly requestId: string;
  /** The Authorization header as it came. */
  readonly authorization: string | null;
  readonly clientAddress: string;
  /** How often the SDK has tried already (`x-stainless-retry-count`): one user action, several requests. */
  readonly retryCount: number;
  /** Reads the body under the size limit; asked only once the caller is known. Throws GatewayError. */
  readonly readBody: () => Promise<Uint8Array>;
  /** Fires when the client leaves. */
  readonly signal: AbortSignal;
  /** `performance.now()` at arrival. */
  readonly arrivedAt: number;
}

const stage: unique symbol = Symbol('authenticated');

/** We know who is calling. Made by `authenticate` and `authenticatePerson` only. */
export interface Authenticated {
  readonly [stage]: true;
  readonly call: IncomingCall;
  readonly principal: Principal;
}

/** The first stage: before the body is read, so that a stranger cannot make us parse 20 MB. Throws 401 and 403. */
export async function authenticate(call: IncomingCall, authenticator: KeyAuthenticator): Promise<Authenticated> {
  return { [stage]: true, call, principal: await principalOf(call, authenticator) };
}

/** Whose key it is. Throws 401, 403, and 503 where the database cannot be asked. */
export async function principalOf(
  { authorization, clientAddress }: Pick<IncomingCall, 'authorization' | 'clientAddress'>,
  authenticator: KeyAuthenticator,
): Promise<Principal> {
  const result = await authenticator(authorization, clientAddress).catch(databaseAway);
  if (result.ok) return result.principal;
  // RFC 9110 section 15.5.2 asks for it, RFC 6750 section 3 says how.
  const headers = result.refusal === 'invalid_api_key' ? { 'www-authenticate': 'Bearer' } : {};
  throw new GatewayError(result.refusal, { headers });
}

/** Without the database nobody is known and nothing can be recorded: a reason to come again, not a failure of ours. @throws GatewayError audit_unavailable */
export function databaseAway(cause: unknown): never {
  if (cause instanceof GatewayError) throw cause;
  throw new GatewayError('audit_unavailable', {
    message: 'The database of the gateway cannot be reached, so nothing was forwarded. Try again soon.',
    cause,
  });
}

/**
 * The first stage for somebody who is signed in to the dashboard and has no gateway key: the same memberships, the same record. The edge
 * has checked the session. Throws 401 where the user is gone or disabled.
 */
export async function authenticatePerson(
  call: IncomingCall,
  userId: string,
  authenticator: PersonAuthenticator,
): Promise<Authenticated> {
  const principal = await authenticator(userId).catch(databaseAway);
  if (principal === undefined) throw new GatewayError('not_signed_in');
  return { [stage]: true, call, principal };
}
