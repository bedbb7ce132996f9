/** What is around every page: the ways through the dashboard, for whom, by which means; colours; the end of a session. */
import { describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { chromiumPath, openPage } from './browser.ts';
import { type MadeUpOrganization, PASSWORD, PEOPLE } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { seriousFindings } from './serious-findings.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('around every page', () => {
  let organization: MadeUpOrganization;
  const { as } = withOrganization(0, (made) => {
    organization = made;
  });

  test.each([
    ['owner', ['Overview', 'Playground', 'Workspaces', 'Audit log', 'Providers', 'Users', 'Settings']],
    ['admin', ['Overview', 'Playground', 'Workspaces', 'Audit log', 'Providers', 'Users', 'Settings']],
    ['lead', ['Overview', 'Playground', 'Workspaces', 'Audit log']],
    ['member', ['Overview', 'Playground', 'Workspaces', 'Audit log']],
  ] as const)(
    'the ways of %s lead where they may go, and nowhere else',
    async (person, expected) => {
      const { page, complaints } = await as(person, '/workspaces');
      const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
      await eventually(async () =>
        expect(await links.allTextContents()).toEqual([...expected, 'Profile and keys', 'API reference']),
      );
      for (const path of ['/providers', '/users', '/settings']) {
        await page.goto(organization.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await settled(page);
        const missing = (await page.getByRole('heading', { level: 1, name: 'Nothing here' }).count()) === 1;
        expect({ path, missing }).toEqual({ path, missing: expected.length === 4 });
      }
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'on a telephone the ways are behind a button; what is not seen is not reached by the keyboard',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await page.setViewportSize({ width: 390, height: 800 });
      const reached = await tabThrough(page, 12);
      expect(reached.some((name) => name.includes('Playground'))).toBe(false);
      expect(reached.some((name) => name.includes('Create workspace'))).toBe(true);
      await page.getByRole('button', { name: 'Menu' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Playground' }).waitFor();
      const open = await tabThrough(page, 14);
      expect(open.some((name) => name.includes('Playground'))).toBe(true);
      expect(open.some((name) => name.includes('Create workspace'))).toBe(false);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Playground' }).waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'Audit log' }).click();
      await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      await page.getByRole('link', { name: 'Playground' }).waitFor({ state: 'hidden' });
    },
    WAIT,
  );

  test(
    'a new page takes the focus, and the first Tab leads past the ways',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await page.keyboard.press('Tab');
      await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
      await page.waitForURL('**/workspaces#main');
      await page.getByRole('link', { name: 'Audit log' }).click();
      await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      await page.waitForFunction(() => document.activeElement?.id === 'main');
      await eventually(async () => expect(await page.title()).toBe('Audit log · OneFirewall'));
    },
    WAIT,
  );

  test(
    'the colours are chosen once and kept',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces');
      const scheme = (name: string) =>
        page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, name);
      await scheme('light');
      await page.getByRole('button', { name: `Account of ${PEOPLE.owner.name}` }).click();
      await page.getByRole('menuitemradio', { name: 'Dark' }).click();
      await scheme('dark');
      await page.getByRole('menuitemradio', { name: 'Dark', checked: true }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await scheme('dark');
      await page.getByRole('button', { name: `Account of ${PEOPLE.owner.name}` }).click();
      await page.getByRole('menuitemradio', { name: 'As the system' }).click();
      await page.emulateMedia({ colorScheme: 'light' });
      await scheme('light');
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'a session that ends under a page leads to sign-in, and signing in back to the page',
    async () => {
      const { page } = await as('counsel', '/workspaces');
      // What is still on its way would end the session before the link is there to be used.
      await settled(page);
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'Profile and keys' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await signIn(page, PEOPLE.counsel.email);
      await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
      await page.waitForURL('**/profile');
    },
    WAIT,
  );

  /** With a form filled in, and its session gone when it is sent. */
  const caughtWhileWriting = async () => {
    const opened = await as('owner', '/workspaces');
    const { page } = opened;
    await page.getByRole('button', { name: 'Create workspace' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('kept');
    await dialog.getByLabel('Title').fill('What was typed');
    await settled(page);
    await page.context().clearCookies();
    await dialog.getByRole('button', { name: 'Create workspace' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    return { ...opened, dialog };
  };
  const signIn = async (page: Page, email: string): Promise<void> => {
    // By their roles: what waits out of sight has none.
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  test(
    'a session that ends takes nothing along that somebody has typed',
    async () => {
      const { page, dialog, complaints } = await caughtWhileWriting();
      await page.getByText('Your session has ended.').waitFor();
      expect(await page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(PEOPLE.owner.email);
      // Nobody who comes by sees what was on the page, or gets to it with the keyboard.
      expect(await dialog.isVisible()).toBe(false);
      expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
      const reached = await tabThrough(page, 8);
      expect(reached.some((name) => name.includes('Workspaces') || name.includes('Create workspace'))).toBe(false);
      expect(await seriousFindings(page)).toEqual([]);
      await signIn(page, PEOPLE.owner.email);
      await dialog.getByText('Your session had ended, so nothing was done. Send it again.').waitFor();
      expect(await dialog.getByLabel('Name').inputValue()).toBe('kept');
      expect(await dialog.getByLabel('Title').inputValue()).toBe('What was typed');
      await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
      await dialog.getByRole('button', { name: 'Create workspace' }).click();
      await page.getByRole('heading', { level: 1, name: 'What was typed' }).waitFor();
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'another person who signs in there finds nothing of it',
    async () => {
      const { page, dialog } = await caughtWhileWriting();
      await signIn(page, PEOPLE.counsel.email);
      await page.getByRole('link', { name: 'Legal and contracts' }).waitFor();
      await settled(page);
      expect(await dialog.count()).toBe(0);
      expect(await page.content()).not.toContain('What was typed');
      expect(await page.content()).not.toContain(PEOPLE.owner.email);
      // Of the workspaces only their own, at the first sight too.
      expect(await page.getByRole('link', { name: 'Engineering' }).count()).toBe(0);
    },
    WAIT,
  );

  test(
    'who signs out in one tab is out in all',
    async () => {
      const { page } = await as('analyst', '/workspaces');
      const { page: other } = await openPage(page.context());
      await other.goto(`${organization.url}/audit`);
      await other.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      await page.getByRole('button', { name: `Account of ${PEOPLE.analyst.name}` }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await page.waitForURL('**/sign-in');
      await other.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      expect(await other.content()).not.toContain(PEOPLE.analyst.email);
    },
    WAIT,
  );

  test(
    'a page whose script is gone, because the gateway was updated meanwhile, is there after all',
    async () => {
      const { page } = await as('owner', '/workspaces');
      let old = true;
      await page.route('**/assets/*.js', (route) =>
        old ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
      );
      page.on('domcontentloaded', () => {
        old = false;
      });
      page.on('request', (request) => {
        if (request.isNavigationRequest()) old = false;
      });
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      expect(old).toBe(false);
    },
    WAIT,
  );

  test(
    'no markup is parsed from text, no inline script runs, no style without the nonce of this page holds',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces');
      const outcome = await page.evaluate(async () => {
        const place = document.createElement('div');
        const refused = (attempt: () => unknown): boolean => {
          try {
            attempt();
            return false;
          } catch {
            return true;
          }
        };
        document.body.append(place);
        const script = document.createElement('script');
        const style = document.createElement('style');
        style.append('h1 { outline: 7px solid red }');
        document.head.append(style);
        return {
          innerHtml: refused(() => {
            place.innerHTML = '<img src=x onerror="window.hacked=1">';
          }),
          scriptText: refused(() => {
            script.text = 'window.hacked=1';
          }),
          hacked: 'hacked' in window,
          outline: getComputedStyle(document.querySelector('h1') as Element).outlineWidth === '7px',
        };
      });
      expect(outcome).toEqual({ innerHtml: true, scriptText: true, hacked: false, outline: false });
      await eventually(() => expect(complaints.length).toBeGreaterThan(0));
    },
    WAIT,
  );
});

/** The accessible texts of what the Tab key reaches, from the beginning of the page. */
async function tabThrough(page: Page, times: number): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached: string[] = [];
  for (let press = 0; press < times; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: element, body } = document;
      return element === body ? '' : (element?.textContent ?? '');
    });
    reached.push(name);
  }
  return reached;
}
