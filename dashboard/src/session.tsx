/** Who is signed in, for every page. The pages themselves stand inside `SignedIn`, so `useUser` always has somebody. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { MeView } from '../../src/contract/session.ts';
import type { UserView } from '../../src/contract/user.ts';
import { type ApiError, asApiError, SIGNED_OUT } from './api/call.ts';
import { signOut as endSession, readSession, sessionQuery } from './api/session.ts';

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'failed'; readonly error: ApiError; readonly retry: () => void }
  /** The session ended under a page: it is kept, out of sight, until the same person signs in again. */
  | { readonly state: 'ended'; readonly user: MeView }
  | { readonly state: 'signed-in'; readonly user: MeView };

interface SessionValue {
  readonly session: Session;
  /** After any way of signing in, and after a change to one's own account. */
  signedIn(user: MeView): void;
  /** @returns where the browser goes to sign out at the issuer too; null where there is nothing left to do */
  signOut(): Promise<string | null>;
}

/** First keys of what is asked before anybody has signed in: a page may be waiting for it when the first 401 comes. */
const FOR_EVERYBODY: ReadonlySet<unknown> = new Set([sessionQuery.queryKey[0], 'sign-in-link', 'sign-in-options']);
const ofSomebody = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !FOR_EVERYBODY.has(queryKey[0]) };

/** Between the tabs of one browser: whoever signs out in one is out in all of them. */
const TABS = 'onefirewall.session';

const SessionContext = createContext<SessionValue | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionQuery);
  const { ended, signedIn, leave } = useEndings(client);
  useEffect(() => {
    if (ended === undefined) return;
    // Signing in may have happened in another tab, at an issuer for instance.
    const look = (): void => {
      void readSession().then((user) => user && signedIn(user), nothing);
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [ended, signedIn]);
  const value = useMemo<SessionValue>(
    () => ({
      session: sessionFrom({ user: data, error, ended, retry: () => void refetch() }),
      signedIn,
      async signOut() {
        // Signed out is what the person wants to be; a session that is gone already is as good.
        const answer = await endSession().catch((thrown: unknown) => {
          if (asApiError(thrown).status !== 401) throw thrown;
        });
        leave();
        return answer?.location ?? null;
      },
    }),
    [data, error, ended, refetch, signedIn, leave],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** Sessions that end by themselves, and those that are left. */
function useEndings(client: QueryClient) {
  const [ended, setEnded] = useState<MeView>();
  const signedIn = useCallback(
    (user: MeView): void => {
      // What one person has loaded is not for the next.
      if (ended !== undefined && ended.id !== user.id) client.removeQueries(ofSomebody);
      client.setQueryData(sessionQuery.queryKey, user);
      if (ended !== undefined) void client.invalidateQueries(ofSomebody);
      setEnded(undefined);
    },
    [client, ended],
  );
  const [tabs] = useState(() => new BroadcastChannel(TABS));
  const [leave] = useState(() => (): void => {
    forget(client);
    setEnded(undefined);
    tabs.postMessage('left');
  });
  useEffect(() => {
    const onEnd = (): void => {
      const user = client.getQueryData(sessionQuery.queryKey);
      if (user) setEnded(user);
      client.setQueryData(sessionQuery.queryKey, null);
    };
    const onLeft = (): void => {
      forget(client);
      setEnded(undefined);
    };
    window.addEventListener(SIGNED_OUT, onEnd);
    tabs.addEventListener('message', onLeft);
    return () => {
      window.removeEventListener(SIGNED_OUT, onEnd);
      tabs.removeEventListener('message', onLeft);
    };
  }, [client, tabs]);
  return { ended, signedIn, leave };
}

/** Whoever is not signed in elsewhere either is asked to on this page already. */
function nothing(): void {}

function forget(client: QueryClient): void {
  client.setQueryData(sessionQuery.queryKey, null);
  client.removeQueries(ofSomebody);
}

function sessionFrom({
  user,
  error,
  ended,
  retry,
}: {
  readonly user: MeView | null | undefined;
  readonly error: Error | null;
  readonly ended: MeView | undefined;
  readonly retry: () => void;
}): Session {
  if (user) return { state: 'signed-in', user };
  if (ended !== undefined) return { state: 'ended', user: ended };
  if (user === null) return { state: 'signed-out' };
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
  if (session.state !== 'signed-in' && session.state !== 'ended') {
    throw new Error('useUser is used while nobody is signed in');
  }
  return session.user;
}

/** Owners and admins of the organization. */
export function isAdmin(user: UserView): boolean {
  return user.role !== 'member';
}

export function isOwner(user: UserView): boolean {
  return user.role === 'owner';
}
