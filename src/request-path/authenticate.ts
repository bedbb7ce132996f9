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
  const result = await authenticator(call.authorization, call.clientAddress);
  if (!result.ok) throw new GatewayError(result.refusal);
  return { [stage]: true, call, principal: result.principal };
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
  const principal = await authenticator(userId);
  if (principal === undefined) throw new GatewayError('not_signed_in');
  return { [stage]: true, call, principal };
}
