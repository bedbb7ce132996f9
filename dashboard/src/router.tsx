/** Which page belongs to which path, and for whom. Every page is a file in pages/ that is loaded when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch } from './pages/audit-search.ts';
import { NotFound } from './pages/not-found.tsx';
import { overviewSearch } from './pages/overview-search.ts';
import { settingsSearch } from './pages/settings-search.ts';
import { workspaceSearch } from './pages/workspace-search.ts';
import { workspacesSearch } from './pages/workspaces-search.ts';
import { AdminsOnly } from './parts/admins-only.tsx';
import { PageFailed } from './parts/page-failed.tsx';
import { PagePending } from './parts/page-pending.tsx';
import { SignedIn } from './parts/signed-in.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });

/** Pages for everybody, signed in or not. */
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-link',
  component: lazyRouteComponent(() => import('./pages/sign-in-link.tsx'), 'SignInLink'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignIn'),
});
const signInOpenId = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/openid',
  component: lazyRouteComponent(() => import('./pages/sign-in-openid.tsx'), 'SignInOpenId'),
});
const twoFactor = createRoute({
  getParentRoute: () => root,
  path: '/two-factor',
  component: lazyRouteComponent(() => import('./pages/two-factor.tsx'), 'TwoFactor'),
});

/** Pages for somebody who is signed in, with the navigation around them. Anybody else signs in at the same address. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('./pages/overview.tsx'), 'Overview'),
});
const playground = createRoute({
  getParentRoute: () => signedIn,
  path: '/playground',
  component: lazyRouteComponent(() => import('./pages/playground.tsx'), 'Playground'),
});
const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./pages/audit-log.tsx'), 'AuditLog'),
});
const auditEvent = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit/$id',
  component: lazyRouteComponent(() => import('./pages/audit-event.tsx'), 'AuditEvent'),
});
const workspaces = createRoute({
  getParentRoute: () => signedIn,
  path: '/workspaces',
  validateSearch: workspacesSearch,
  component: lazyRouteComponent(() => import('./pages/workspaces.tsx'), 'Workspaces'),
});
const workspace = createRoute({
  getParentRoute: () => signedIn,
  path: '/workspaces/$name',
  validateSearch: workspaceSearch,
  component: lazyRouteComponent(() => import('./pages/workspace-details.tsx'), 'WorkspaceDetails'),
});
const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/profile.tsx'), 'Profile'),
});
const reference = createRoute({
  getParentRoute: () => signedIn,
  path: '/reference',
  component: lazyRouteComponent(() => import('./pages/reference.tsx'), 'Reference'),
});

/** Pages for owners and admins of the organization; for others there is nothing at these paths. */
const admins = createRoute({ getParentRoute: () => signedIn, id: 'admins', component: AdminsOnly });
const providers = createRoute({
  getParentRoute: () => admins,
  path: '/providers',
  component: lazyRouteComponent(() => import('./pages/providers.tsx'), 'Providers'),
});
const users = createRoute({
  getParentRoute: () => admins,
  path: '/users',
  component: lazyRouteComponent(() => import('./pages/users.tsx'), 'Users'),
});
const settings = createRoute({
  getParentRoute: () => admins,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./pages/settings.tsx'), 'Settings'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signInLink,
    signIn,
    signInOpenId,
    twoFactor,
    signedIn.addChildren([
      overview,
      playground,
      audit,
      auditEvent,
      workspaces,
      workspace,
      profile,
      reference,
      admins.addChildren([providers, users, settings]),
    ]),
  ]),
  defaultPendingComponent: PagePending,
  defaultPendingMs: 100,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageFailed,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // `?verdict=block` as anybody would write it; all values are strings until a page's own validateSearch reads them.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch(search) {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
