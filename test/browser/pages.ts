/** Every page of the dashboard: what is looked at on all of them (accessibility, widths, security) and pictured. */
export interface PageToVisit {
  readonly path: string;
  /** Of the picture, and of the page in a test's title. */
  readonly name: string;
  /** Nobody has signed in. */
  readonly signedOut?: true;
}

export const PAGES: readonly PageToVisit[] = [
  { path: '/sign-in', name: 'sign-in', signedOut: true },
  { path: '/two-factor', name: 'second-step', signedOut: true },
  { path: '/sign-in-link#used', name: 'used-link', signedOut: true },
  { path: '/', name: 'overview' },
  { path: '/playground', name: 'playground' },
  { path: '/workspaces', name: 'workspaces' },
  { path: '/workspaces/support', name: 'workspace' },
  { path: '/workspaces/support?tab=policy', name: 'workspace-policy' },
  { path: '/workspaces/support?tab=targets', name: 'workspace-targets' },
  { path: '/workspaces/support?tab=members', name: 'workspace-members' },
  { path: '/audit', name: 'audit-log' },
  { path: '/providers', name: 'providers' },
  { path: '/users', name: 'users' },
  { path: '/settings', name: 'settings' },
  { path: '/profile', name: 'profile' },
  { path: '/reference', name: 'reference' },
  { path: '/nothing-here', name: 'not-found' },
];
