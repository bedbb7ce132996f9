/** Which page belongs to the path, and who may see it. */
import { type ReactNode, useEffect } from 'react';
import { AuditLog } from './pages/audit-log.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Overview } from './pages/overview.tsx';
import { Profile } from './pages/profile.tsx';
import { Providers } from './pages/providers.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { SignInLink } from './pages/sign-in-link.tsx';
import { Users } from './pages/users.tsx';
import { WorkspaceDetails } from './pages/workspace-details.tsx';
import { Workspaces } from './pages/workspaces.tsx';
import { Front } from './parts/front.tsx';
import { Notice } from './parts/notice.tsx';
import { Shell } from './parts/shell.tsx';
import { navigate, usePathname } from './router.tsx';
import { isAdmin, useSession } from './session.tsx';
import { text } from './text/en.ts';

export function App() {
  const path = usePathname();
  const { session } = useSession();
  if (path === '/sign-in-link') return <SignInLink />;
  switch (session.state) {
    case 'loading':
      return <div className="blank" role="status" aria-label={text.common.loading} />;
    case 'failed':
      return (
        <Front title={text.errors.title}>
          <Notice kind="error">{session.error.message}</Notice>
        </Front>
      );
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      if (path === '/sign-in') return <Redirect to="/" />;
      return <Shell>{pageAt(path, isAdmin(session.user))}</Shell>;
  }
}

function pageAt(path: string, admin: boolean): ReactNode {
  const workspace = /^\/workspaces\/([^/]+)$/.exec(path)?.[1];
  if (workspace !== undefined) return <WorkspaceDetails key={workspace} name={decodeURIComponent(workspace)} />;
  switch (path) {
    case '/':
      return <Overview />;
    case '/profile':
      return <Profile />;
    case '/audit':
      return <AuditLog />;
    case '/workspaces':
      return <Workspaces />;
    case '/providers':
      return admin ? <Providers /> : <NotFound />;
    case '/users':
      return admin ? <Users /> : <NotFound />;
    default:
      return <NotFound />;
  }
}

function Redirect({ to }: { readonly to: string }) {
  useEffect(() => navigate(to, { replace: true }), [to]);
  return null;
}
