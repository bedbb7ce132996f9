/** Every page of the dashboard: what is looked at on all of them (accessibility, widths, security) and pictured. */
import type { Page } from 'playwright-core';

export interface PageToVisit {
  readonly path: string;
  /** Of the picture, and of the page in a test's title. */
  readonly name: string;
  /** Nobody has signed in. */
  readonly signedOut?: true;
  /** What is done on it before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

export const PAGES: readonly PageToVisit[] = [
  { path: '/sign-in', name: 'sign-in', signedOut: true },
  { path: '/two-factor', name: 'second-step', signedOut: true },
  { path: '/sign-in-link#used', name: 'used-link', signedOut: true },
  { path: '/', name: 'overview' },
  { path: '/playground', name: 'playground' },
  {
    path: '/playground',
    name: 'playground-turn',
    async act(page) {
      const message = page.getByRole('textbox', { name: 'Message' });
      await message.fill(
        'Write a short, friendly answer to Marta Nowak (marta.nowak@lindenhof.example, +49 30 23125 174): her order leaves on Friday.',
      );
      await message.press('Enter');
      await page.getByRole('region', { name: 'Receipt' }).waitFor();
    },
  },
  { path: '/workspaces', name: 'workspaces' },
  { path: '/workspaces/support', name: 'workspace' },
  { path: '/workspaces/support?tab=policy', name: 'workspace-policy' },
  { path: '/workspaces/support?tab=targets', name: 'workspace-targets' },
  { path: '/workspaces/support?tab=members', name: 'workspace-members' },
  { path: '/audit', name: 'audit-log' },
  {
    path: '/audit?verdict=mask',
    name: 'audit-event',
    async act(page) {
      await page.getByRole('table').getByRole('link').first().click();
      await page.waitForURL('**/audit/*-*');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  { path: '/providers', name: 'providers' },
  { path: '/users', name: 'users' },
  { path: '/settings', name: 'settings' },
  { path: '/settings?tab=sign-in', name: 'settings-sign-in' },
  { path: '/settings?tab=changes', name: 'settings-changes' },
  { path: '/settings?tab=security', name: 'settings-security' },
  { path: '/profile', name: 'profile' },
  { path: '/reference', name: 'reference' },
  { path: '/nothing-here', name: 'not-found' },
];
