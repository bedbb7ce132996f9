/** What the parts of signing in share: who is signed in, and what it takes to get there. */
import type { SessionMethod } from '../contract/session.ts';
import type { UserView } from '../contract/user.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import type { BetterAuth, Opened } from './better-auth.ts';
import type { SecurityLog } from './security-log.ts';
import type { SessionStore } from './session-store.ts';

export interface SignedIn {
  readonly user: UserView;
  /** `set-cookie` values. */
  readonly cookies: readonly string[];
  readonly sessionId: string;
  readonly signedInBy: SessionMethod;
  /** The organization asks for a second factor, and this person has none. */
  readonly mustSetUpTwoFactor: boolean;
}

/** `user` is null where a second factor is wanted; the cookies remember for whom. */
export type SignInStep = SignedIn | { readonly user: null; readonly cookies: readonly string[] };

export interface PeopleParts {
  readonly sessions: SessionStore;
  readonly attempts: AttemptLimit;
  readonly log: SecurityLog;
  readonly load: () => Promise<BetterAuth>;
  /** Makes of an opened session who is signed in. */
  admit(opened: Opened, method: SessionMethod, user?: UserView): Promise<SignedIn>;
}
