import { Button, Group } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
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
      if (session.user.setUp === 'two-factor') {
        return (
          <Suspense fallback={<PagePending />}>
            <MustSetUp />
          </Suspense>
        );
      }
      return (
        <Shell>
          <Outlet />
        </Shell>
      );
  }
}
