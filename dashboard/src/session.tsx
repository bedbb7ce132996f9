/** Who is signed in, for every page. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { UserView } from '../../src/contract/user.ts';
import { ApiError, api, SIGNED_OUT } from './api.ts';

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'signed-in'; readonly user: UserView };

interface SessionValue {
  readonly session: Session;
  signedIn(user: UserView): void;
  signOut(): Promise<void>;
}

const SessionContext = createContext<SessionValue | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'loading' });
  useEffect(() => {
    const forget = (): void => setSession({ state: 'signed-out' });
    window.addEventListener(SIGNED_OUT, forget);
    api.me().then(
      (user) => setSession({ state: 'signed-in', user }),
      (error: unknown) => {
        if (error instanceof ApiError && error.status !== 401) setSession({ state: 'failed', error });
        else forget();
      },
    );
    return () => window.removeEventListener(SIGNED_OUT, forget);
  }, []);
  const value = useMemo<SessionValue>(
    () => ({
      session,
      signedIn: (user) => setSession({ state: 'signed-in', user }),
      async signOut() {
        // Signed out is what the person wants to be; a session that is gone already is as good.
        await api.signOut().catch((error: unknown) => {
          if (!(error instanceof ApiError && error.status === 401)) throw error;
        });
        setSession({ state: 'signed-out' });
      },
    }),
    [session],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error('useSession is used outside SessionProvider');
  return value;
}

/** The signed-in person; only for pages inside the shell. */
export function useUser(): UserView {
  const { session } = useSession();
  if (session.state !== 'signed-in') throw new Error('useUser is used while nobody is signed in');
  return session.user;
}

/** Owners and admins of the organization. */
export function isAdmin(user: UserView): boolean {
  return user.role !== 'member';
}
