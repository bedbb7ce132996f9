import { Button, Group } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Activity, lazy, Suspense, useEffect, useRef } from 'react';
import { SIGNED_OUT } from '../api/call.ts';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';
import { Front } from './front.tsx';
import { Notice } from './notice.tsx';
import { PagePending } from './page-pending.tsx';
import { Shell } from './shell.tsx';

const SignIn = lazy(async () => ({ default: (await import('../pages/sign-in.tsx')).SignIn }));
const MustSetUp = lazy(async () => ({ default: (await import('./account/must-set-up.tsx')).MustSetUp }));

/** The pages of somebody signed in. Everybody else signs in first, at the address they asked for, and then is there. */
export function SignedIn() {
  const { session } = useSession();
  switch (session.state) {
    case 'loading':
      return (
        <div className="main-column late">
          <PagePending />
        </div>
      );
    case 'failed':
      return (
        <Front title={text.errors.title}>
          <Notice kind="error">{session.error.message}</Notice>
          <Group mt="md">
            <Button onClick={session.retry}>{text.common.tryAgain}</Button>
          </Group>
        </Front>
      );
    case 'signed-out':
      return (
        <Suspense fallback={<PagePending />}>
          <SignIn />
        </Suspense>
      );
    case 'signed-in':
    case 'ended':
      if (session.state === 'signed-in' && session.user.setUp === 'two-factor') {
        return (
          <Suspense fallback={<PagePending />}>
            <MustSetUp />
          </Suspense>
        );
      }
      return <Pages key={session.user.id} ended={session.state === 'ended'} />;
  }
}

/**
 * Where a session ends while somebody works, the page waits out of sight with all that was typed into it; nobody else gets to see it,
 * because another person's pages begin anew.
 */
function Pages({ ended }: { readonly ended: boolean }) {
  const focused = useRef<HTMLElement>(null);
  useEffect(() => {
    const note = (): void => {
      focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    };
    window.addEventListener(SIGNED_OUT, note);
    return () => window.removeEventListener(SIGNED_OUT, note);
  }, []);
  useEffect(() => {
    if (ended) return () => focused.current?.focus();
    return undefined;
  }, [ended]);
  return (
    <>
      {ended && (
        <Suspense fallback={<PagePending />}>
          <SignIn />
        </Suspense>
      )}
      <Activity mode={ended ? 'hidden' : 'visible'}>
        <Shell>
          <Outlet />
        </Shell>
      </Activity>
    </>
  );
}
