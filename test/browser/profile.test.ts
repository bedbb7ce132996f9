/** The own account: name, keys, second factor, sessions. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { manage } from '../support/manage.ts';
import { totpCode } from '../support/totp.ts';
import { chromiumPath, cookiesOf, type RunningDashboard, startDashboard } from './browser.ts';
import { look } from './look.ts';
import { eventually, WAIT } from './patience.ts';
import { createPerson, PASSWORD, type Person } from './person.ts';
import { withFreshPages } from './with-fresh-pages.ts';

describe.skipIf(chromiumPath === undefined)('the profile', () => {
  let dashboard: RunningDashboard;
  let context: BrowserContext;
  let page: Page;
  let owner: Person;

  beforeAll(async () => {
    dashboard = await startDashboard();
    owner = await createPerson(dashboard, 'olivia@northwind.example', 'owner');
  }, WAIT);
  afterAll(async () => {
    await dashboard?.stop();
  });
  withFreshPages(
    () => dashboard,
    (fresh) => {
      ({ context, page } = fresh);
    },
  );

  /** Somebody new, in the workspace `demo`, at their profile. */
  const enter = async (email: string): Promise<Person> => {
    const person = await createPerson(dashboard, email);
    const body = { email };
    expect((await manage(dashboard.url, 'POST /workspaces/demo/members', { cookie: owner.cookie, body })).status).toBe(
      201,
    );
    await context.addCookies(cookiesOf(person.cookie, dashboard.url));
    await page.goto(`${dashboard.url}/profile`);
    await page.getByRole('heading', { name: 'Profile and keys' }).waitFor();
    return person;
  };

  test(
    'the own name is changed',
    async () => {
      await enter('name@northwind.example');
      await page.getByLabel('Name', { exact: true }).fill('A better name');
      await page.getByRole('button', { name: 'Save name' }).click();
      await page.getByText('Your name has been saved.').waitFor();
      await page.getByRole('button', { name: 'Account of A better name' }).waitFor();
    },
    WAIT,
  );

  test(
    'a key is made for one workspace with limits, tried with the line that is shown, seen as used, and revoked',
    async () => {
      await enter('dev@northwind.example');
      await page.getByText('No keys yet').waitFor();
      await page.getByRole('button', { name: 'Create key' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Nightly report');
      await dialog.getByLabel('Expires').selectOption('90');
      await dialog.getByLabel('Workspaces').selectOption('some');
      await dialog.getByRole('button', { name: 'Limits and addresses' }).click();
      await dialog.getByLabel('Requests a minute').fill('60');
      await dialog.getByLabel('Addresses it may be used from').fill('127.0.0.1, nonsense');
      await look(page, 'key-create');
      await dialog.getByRole('button', { name: 'Create key' }).click();
      await dialog.getByText('Choose at least one workspace.').waitFor();
      await dialog.getByLabel('demo').check();
      await dialog.getByRole('button', { name: 'Create key' }).click();
      await dialog.getByText('One of these is neither an address nor a range.').waitFor();
      await dialog.getByLabel('Addresses it may be used from').fill('127.0.0.1, ::1/128');
      await dialog.getByRole('button', { name: 'Create key' }).click();

      await page.getByText('Not used yet.').waitFor();
      const key = (await page.getByTestId('new-key').textContent()) ?? '';
      const line = (await dialog.locator('pre').textContent()) ?? '';
      expect(line).toContain(key);
      expect(line).toContain('"model": "demo"');
      await look(page, 'key-created');
      const url = /curl (\S+)/.exec(line)?.[1] ?? '';
      const body = /-d '(.*)'$/s.exec(line)?.[1] ?? '';
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
      await page.getByText('It works: one request has arrived.').waitFor();
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(key);

      const row = page.getByRole('row').filter({ hasText: 'Nightly report' });
      await row.getByText('Requests a minute: 60; Addresses it may be used from: 127.0.0.1, ::1/128').waitFor();
      await row.getByRole('cell', { name: 'demo' }).waitFor();
      await look(page, 'profile-key');
      await row.getByRole('button', { name: 'Revoke the key Nightly report' }).click();
      await dialog.getByRole('button', { name: 'Revoke' }).click();
      await row.getByText('Revoked').waitFor();
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401);
    },
    WAIT,
  );

  test(
    'a second factor is set up with a picture and a key, its recovery codes are kept, and it is turned off',
    async () => {
      const person = await enter('factor@northwind.example');
      await page.getByRole('button', { name: 'Set up' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Password', { exact: true }).fill('wrong');
      await dialog.getByRole('button', { name: 'Continue' }).click();
      await dialog.getByText('The password is wrong.').waitFor();
      await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Continue' }).click();
      const picture = dialog.getByRole('img', { name: 'QR code for the authenticator app' });
      await picture.waitFor();
      expect((await picture.locator('path').getAttribute('d'))?.length).toBeGreaterThan(1000);
      await look(page, 'two-factor-scan');
      const secret = (await page.getByTestId('totp-secret').textContent()) ?? '';
      await dialog.getByLabel('Six digits').fill(totpCode(secret));
      await dialog.getByRole('button', { name: 'Turn on' }).click();
      await page.getByTestId('recovery-codes').locator('code').nth(9).waitFor();
      const codes = await page.getByTestId('recovery-codes').locator('code').allTextContents();
      expect(new Set(codes).size).toBe(10);
      await look(page, 'two-factor-codes');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download' }).click(),
      ]);
      const kept = readFileSync(await file.path(), 'utf8');
      for (const code of codes) expect(kept).toContain(code);
      await dialog.getByRole('button', { name: 'I have kept them' }).click();
      await page.getByText('10 recovery codes left').waitFor();
      // The session it was begun with has ended; this one goes on under a new id.
      expect((await manage(dashboard.url, 'GET /session', { cookie: person.cookie })).status).toBe(401);

      await page.getByRole('button', { name: 'New recovery codes' }).click();
      await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Make new codes' }).click();
      await page.getByTestId('recovery-codes').locator('code').nth(9).waitFor();
      const fresh = await page.getByTestId('recovery-codes').locator('code').allTextContents();
      expect(new Set(fresh).size).toBe(10);
      expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
      await dialog.getByRole('button', { name: 'I have kept them' }).click();

      await page.getByRole('button', { name: 'Turn off' }).click();
      await look(page, 'two-factor-off');
      await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Turn off' }).click();
      await page.getByText('The second factor is off.').waitFor();
      await page.getByRole('button', { name: 'Set up' }).waitFor();
      await page.reload();
      await page.getByRole('row').filter({ hasText: 'Second factor turned off' }).waitFor();
    },
    WAIT,
  );

  test(
    'sessions are listed, and ended',
    async () => {
      const { email } = await enter('somewhere@northwind.example');
      const body = { email, password: PASSWORD };
      const elsewhere = await manage(dashboard.url, 'POST /session', { body });
      const third = await manage(dashboard.url, 'POST /session', { body });
      await page.reload();
      const sessions = page.getByRole('region', { name: 'Sessions' }).first();
      await eventually(async () =>
        expect(await sessions.getByRole('button', { name: /^End the session of/ }).count()).toBe(2),
      );
      await sessions
        .getByRole('button', { name: /^End the session of/ })
        .first()
        .click();
      await page.getByText('The session has ended.').waitFor();
      await page.getByRole('button', { name: 'End all others' }).click();
      await look(page, 'sessions-end');
      await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
      await page.getByText('All other sessions have ended.').waitFor();
      for (const { cookie } of [elsewhere, third]) {
        expect((await manage(dashboard.url, 'GET /session', { cookie })).status).toBe(401);
      }
      await page.reload();
      await page.getByRole('heading', { name: 'Profile and keys' }).waitFor();
    },
    WAIT,
  );

  test(
    'a changed password ends the others, and the old one is worth nothing',
    async () => {
      const { email } = await enter('changer@northwind.example');
      await page.getByLabel('Current password').fill('wrong');
      await page.getByLabel('New password', { exact: true }).fill('a better password');
      await page.getByLabel('New password again').fill('a better password');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('The current password is wrong.').waitFor();
      await page.getByLabel('Current password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('The password has been changed.').waitFor();
      const old = await manage(dashboard.url, 'POST /session', { body: { email, password: PASSWORD } });
      expect(old.status).toBe(401);
    },
    WAIT,
  );

  test(
    'a name with markup in it is text',
    async () => {
      await enter('markup@northwind.example');
      await page.getByLabel('Name', { exact: true }).fill('<img src=x onerror=alert(1)>');
      await page.getByRole('button', { name: 'Save name' }).click();
      await page.getByText('Your name has been saved.').waitFor();
      await page.getByRole('button', { name: 'Account of <img src=x onerror=alert(1)>' }).waitFor();
      expect(await page.locator('img[src=x]').count()).toBe(0);
    },
    WAIT,
  );
});
