import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumPath, launch, openPage, type RunningDashboard, startDashboard } from './browser.ts';
import { WAIT } from './patience.ts';
import { settled } from './settled.ts';
import { settledOverflow } from './settled-overflow.ts';

const OWNER = { email: 'olivia@corp.test', name: 'Olivia Owner', password: 'four quiet red boats' };

/** One person's way through the dashboard: every test goes on where the one before it ended. */
describe.skipIf(chromiumPath === undefined)('the dashboard in a browser', () => {
  let dashboard: RunningDashboard;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let link: string;
  let key: string;

  beforeAll(async () => {
    dashboard = await startDashboard();
    browser = await launch();
    context = await browser.newContext();
    ({ page, complaints } = await openPage(context));
    link = await dashboard.link();
  }, WAIT);
  afterAll(async () => {
    await context?.close();
    await dashboard?.stop();
  });

  const models = () => fetch(`${dashboard.url}/api/v1/models`, { headers: { authorization: `Bearer ${key}` } });

  test(
    'the owner creates the account through the one-time link',
    async () => {
      await page.goto(link);
      await page.getByLabel('E-mail address').fill(OWNER.email);
      await page.getByLabel('Name', { exact: true }).fill(OWNER.name);
      await page.getByLabel('New password', { exact: true }).fill(OWNER.password);
      await page.getByLabel('New password again').fill('something else');
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByText('The two passwords are not the same.').waitFor();
      await page.getByLabel('New password again').fill(OWNER.password);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
      await page.waitForURL(`${dashboard.url}/`);
      await page.getByText(`${dashboard.url}/api/v1/chat/completions`).waitFor();
    },
    WAIT,
  );

  test(
    'a used link says so',
    async () => {
      const { page: other } = await openPage(context);
      await other.goto(link);
      await other.getByRole('heading', { name: 'This link no longer works' }).waitFor();
      await other.close();
    },
    WAIT,
  );

  test(
    'a key made in the profile is shown once and works',
    async () => {
      await page.getByRole('link', { name: 'Profile and keys' }).click();
      await page.getByRole('button', { name: 'Create key' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('Laptop');
      await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click();
      key = (await page.getByTestId('new-key').textContent()) ?? '';
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(key);
      const answer = await models();
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ object: 'list', data: [{ id: 'demo', object: 'model' }] });
    },
    WAIT,
  );

  test(
    'a request appears in the audit log and the overview, without its text',
    async () => {
      const answer = await fetch(`${dashboard.url}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          model: 'demo',
          pii: 'obfuscate',
          messages: [{ role: 'user', content: 'Write to anna.smith@example.com, please.' }],
        }),
      });
      expect(answer.status).toBe(200);
      await page.getByRole('link', { name: 'Audit log' }).click();
      const row = page.getByRole('row').filter({ hasText: OWNER.email });
      await row.waitFor();
      await settled(page);
      expect(await row.count()).toBe(1);
      const cells = await row.textContent();
      for (const shown of ['demo', 'Masked', 'E-mail address']) expect(cells).toContain(shown);
      expect(await page.content()).not.toContain('anna.smith');
      await page.getByLabel('Verdict').selectOption('Refused');
      await page.getByText('No request fits these filters.').waitFor();
      await page.waitForURL('**/audit?verdict=block');
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('link', { name: '1 Masked' }).waitFor();
    },
    WAIT,
  );

  test(
    'revoking a key ends it',
    async () => {
      await page.getByRole('link', { name: 'Profile and keys' }).click();
      await page.getByRole('button', { name: 'Revoke the key Laptop' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      expect((await models()).status).toBe(200);
      await page.getByRole('button', { name: 'Revoke the key Laptop' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('Revoked', { exact: true }).waitFor();
      expect((await models()).status).toBe(401);
    },
    WAIT,
  );

  test(
    'a provider and a workspace are made; its maker is its member',
    async () => {
      await page.getByRole('link', { name: 'Providers' }).click();
      await page.getByRole('button', { name: 'Add provider' }).click();
      await page.getByLabel('Name').fill('lab');
      await page.getByLabel('Base URL').fill('https://lab.example/v1');
      await page.getByLabel('Credential', { exact: true }).fill('lab-credential');
      await page.getByRole('dialog').getByRole('button', { name: 'Add provider' }).click();
      await page.getByRole('row').filter({ hasText: 'https://lab.example/v1' }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain('lab-credential');
      await page.getByRole('link', { name: 'Workspaces' }).click();
      await page.getByRole('button', { name: 'Create workspace' }).click();
      await page.getByLabel('Name').fill('my-team');
      await page.getByLabel('Provider').selectOption('lab');
      await page.getByLabel('Model').fill('large-1');
      await page.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click();
      await page.getByRole('heading', { name: 'my-team' }).waitFor();
      await page.getByRole('tab', { name: 'Members' }).click();
      await page.getByRole('row').filter({ hasText: OWNER.email }).waitFor();
      await page.getByRole('tab', { name: 'Policy' }).click();
      await page.getByLabel('At least').selectOption('block');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('It counts from the next request on.').waitFor();
      const saved = await dashboard.gateway.stores.workspaces.get('my-team');
      expect(saved?.settings).toMatchObject({
        targets: [{ provider: 'lab', model: 'large-1' }],
        pii: { default: 'disabled', floor: 'block' },
      });
    },
    WAIT,
  );

  test(
    'an invited user gets in by the link that is shown once',
    async () => {
      await page.getByRole('link', { name: 'Users' }).click();
      await page.getByRole('button', { name: 'Invite user' }).click();
      await page.getByLabel('E-mail address').fill('max@corp.test');
      await page.getByRole('dialog').getByRole('button', { name: 'Invite user' }).click();
      const invitation = await page.getByRole('dialog').locator('code').textContent();
      if (invitation === null) throw new Error('the invitation is empty');
      await page.getByRole('button', { name: 'I have copied it' }).click();
      const guest = await browser.newContext();
      const { page: theirs } = await openPage(guest);
      await theirs.goto(invitation);
      await theirs.getByLabel('New password', { exact: true }).fill('another quiet boat');
      await theirs.getByLabel('New password again').fill('another quiet boat');
      await theirs.getByRole('button', { name: 'Create account' }).click();
      await theirs.getByText('You do not belong to a workspace yet.').waitFor();
      await settled(theirs);
      expect(await theirs.getByRole('link', { name: 'Users' }).count()).toBe(0);
      await guest.close();
    },
    WAIT,
  );

  test(
    'a wrong password shows an error, the right one leads to the page that was asked for',
    async () => {
      await page.getByRole('button', { name: `Account of ${OWNER.name}` }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      // The page is there before its address.
      await page.waitForURL('**/sign-in');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto(`${dashboard.url}/audit`);
      await page.getByLabel('E-mail address').fill(OWNER.email);
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('The e-mail address or the password is wrong.').waitFor();
      await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    },
    WAIT,
  );

  test(
    'no page complains, scrolls sideways on a telephone or has a field without a name',
    async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      for (const path of ['/', '/profile', '/audit', '/workspaces', '/workspaces/my-team', '/providers', '/users']) {
        await page.goto(dashboard.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await settled(page);
        const found = await page.evaluate(() => ({
          nameless: [...document.querySelectorAll<HTMLInputElement>('input:not([hidden]), select, textarea')]
            .filter((field) => (field.labels?.length ?? 0) === 0 && !field.hasAttribute('aria-label'))
            .map((field) => field.outerHTML),
        }));
        expect({ path, overflow: await settledOverflow(page), ...found }).toEqual({ path, overflow: 0, nameless: [] });
      }
      expect(complaints).toEqual([]);
    },
    WAIT,
  );
});

describe('the pages as they are sent', () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    dashboard = await startDashboard();
  });
  afterAll(() => dashboard?.stop());

  test.each(['/', '/sign-in', '/sign-in-link', '/profile', '/audit', '/workspaces/some-name'])(
    '%s carries the policy that lets nothing foreign in',
    async (path) => {
      const response = await fetch(dashboard.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toStartWith('text/html');
      const policy = response.headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(/'nonce-([^']+)'/.exec(policy)?.[1]?.length).toBeGreaterThanOrEqual(22);
      expect(response.headers.get('x-frame-options')).toBe('DENY');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('the page asks for our own files only, and they may be kept for ever', async () => {
    const html = await (await fetch(dashboard.url)).text();
    const urls = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThanOrEqual(3);
    for (const url of urls) {
      expect(url).toStartWith('/assets/');
      const file = await fetch(dashboard.url + url, { headers: { 'accept-encoding': 'gzip' } });
      expect(file.status).toBe(200);
      expect(file.headers.get('content-encoding')).toBe('gzip');
      expect(file.headers.get('cache-control')).toContain('immutable');
    }
  });

  test('other paths and other methods are not theirs', async () => {
    const nothing = await fetch(`${dashboard.url}/nothing`);
    expect(nothing.status).toBe(404);
    expect(nothing.headers.get('content-type')).toContain('json');
    expect((await fetch(`${dashboard.url}/assets/nothing.js`)).status).toBe(404);
    expect((await fetch(`${dashboard.url}/profile`, { method: 'POST' })).status).toBe(404);
  });
});
