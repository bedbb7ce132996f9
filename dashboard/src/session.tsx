/** Who is signed in, for every page. The pages themselves stand inside `SignedIn`, so `useUser` always has somebody. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { MeView } from '../../src/contract/session.ts';
import type { UserView } from '../../src/contract/user.ts';
import { type ApiError, asApiError, SIGNED_OUT } from './api/call.ts';
import { signOut as endSession, sessionQuery } from './api/session.ts';

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'failed'; readonly error: ApiError; readonly retry: () => void }
  | { readonly state: 'signed-in'; readonly user: MeView };

interface SessionValue {
  readonly session: Session;
  /** After any way of signing in, and after a change to one's own account. */
  signedIn(user: MeView): void;
  signOut(): Promise<void>;
}

/** First keys of what is asked before anybody has signed in: a page may be waiting for it when the first 401 comes. */
const FOR_EVERYBODY: ReadonlySet<unknown> = new Set([sessionQuery.queryKey[0], 'sign-in-link', 'sign-in-options']);

const SessionContext = createContext<SessionValue | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionQuery);
  useEffect(() => {
    /** What one person has loaded is not for the next. */
    const forget = (): void => {
      client.setQueryData(sessionQuery.queryKey, null);
      client.removeQueries({ predicate: ({ queryKey }) => !FOR_EVERYBODY.has(queryKey[0]) });
    };
    window.addEventListener(SIGNED_OUT, forget);
    return () => window.removeEventListener(SIGNED_OUT, forget);
  }, [client]);
  const value = useMemo<SessionValue>(
    () => ({
      session: sessionFrom(data, error, () => void refetch()),
      signedIn: (user) => client.setQueryData(sessionQuery.queryKey, user),
      async signOut() {
        // Signed out is what the person wants to be; a session that is gone already is as good.
        await endSession().catch((thrown: unknown) => {
          if (asApiError(thrown).status !== 401) throw thrown;
        });
        window.dispatchEvent(new Event(SIGNED_OUT));
      },
    }),
    [data, error, refetch, client],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

function sessionFrom(user: MeView | null | undefined, error: Error | null, retry: () => void): Session {
  if (user === null) return { state: 'signed-out' };
  if (user !== undefined) return { state: 'signed-in', user };
  return error === null ? { state: 'loading' } : { state: 'failed', error: asApiError(error), retry };
}

export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error('useSession is used outside SessionProvider');
  return value;
}

/** The signed-in person; only for pages inside the shell. */
export function useUser(): MeView {
  const { session } = useSession();
  if (session.state !== 'signed-in') throw new Error('useUser is used while nobody is signed in');
  return session.user;
}

/** Owners and admins of the organization. */
export function isAdmin(user: UserView): boolean {
  return user.role !== 'member';
}

export function isOwner(user: UserView): boolean {
  return user.role === 'owner';
}
