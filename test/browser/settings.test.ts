/** Settings, users and invitations, as owners, admins and members see them. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { BrowserContext, Page } from 'playwright-core';
import { manage } from '../support/manage.ts';
import { startIssuer, type TestIssuer } from '../support/openid-provider.ts';
import { chromiumPath, cookiesOf, launch, openPage, type RunningDashboard, startDashboard } from './browser.ts';
import { look } from './look.ts';
import { eventually, WAIT } from './patience.ts';
import { addSecondFactor, createPerson, PASSWORD, type Person } from './person.ts';
import { settled } from './settled.ts';
import { withFreshPages } from './with-fresh-pages.ts';

describe.skipIf(chromiumPath === undefined)('settings and users', () => {
  let dashboard: RunningDashboard;
  let issuer: TestIssuer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let owner: Person;
  let admin: Person;
  let member: Person;

  beforeAll(async () => {
    dashboard = await startDashboard();
    issuer = await startIssuer(`${dashboard.url}/sign-in/openid`);
    owner = await createPerson(dashboard, 'olivia@northwind.example', 'owner');
    admin = await createPerson(dashboard, 'marc@northwind.example', 'admin');
    member = await createPerson(dashboard, 'tom@northwind.example');
  }, WAIT);
  afterAll(async () => {
    await dashboard?.stop();
    await issuer?.close();
  });
  withFreshPages(
    () => dashboard,
    (fresh) => {
      ({ context, page, complaints } = fresh);
    },
  );

  const open = async (person: Person, path: string): Promise<void> => {
    await context.addCookies(cookiesOf(person.cookie, dashboard.url));
    await page.goto(dashboard.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const dialog = () => page.getByRole('dialog');
  const section = (name: string) => page.locator(`section[aria-label="${name}"]`).first();

  test(
    'an owner renames the organization, which the sign-in page says',
    async () => {
      await open(owner, '/settings');
      await section('Organization').getByLabel('Name').fill('Northwind <Traders>');
      await section('Organization').getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('The settings have been saved.').waitFor();
      const other = await (await launch()).newContext();
      const { page: theirs } = await openPage(other);
      await theirs.goto(`${dashboard.url}/sign-in`);
      await theirs.getByText('to Northwind <Traders>').waitFor();
      await other.close();
    },
    WAIT,
  );

  test(
    'an owner adds an issuer, asks it, edits and removes it',
    async () => {
      await open(owner, '/settings');
      await page.getByRole('tab', { name: 'Signing in' }).click();
      await page.getByText('No issuer yet').waitFor();
      await page.getByRole('button', { name: 'Add issuer' }).click();
      await dialog().getByLabel('Name', { exact: true }).fill('staff');
      await dialog().getByLabel('Text of the button').fill('Northwind');
      await dialog().getByLabel('Issuer', { exact: true }).fill(issuer.issuer);
      await dialog().getByRole('button', { name: 'Test issuer' }).click();
      await dialog().getByText('The issuer must be reached by https, unless it is inside your own network.').waitFor();
      await dialog().getByLabel('The issuer is inside our own network').check();
      await dialog().getByRole('button', { name: 'Test issuer' }).click();
      await dialog().getByText('The issuer answers, and names its endpoints and keys.').waitFor();
      await dialog().getByLabel('Client ID').fill(issuer.clientId);
      await dialog().getByLabel('Client secret', { exact: true }).fill(issuer.clientSecret);
      await dialog().getByLabel('E-mail domains').fill('northwind.example, @sub.northwind.example');
      await dialog().getByRole('button', { name: 'Add rule' }).click();
      await dialog().getByLabel('Value of rule 1').fill('platform');
      await look(page, 'issuer-dialog');
      await dialog().getByRole('button', { name: 'Save issuer' }).click();
      await page.getByText('The issuer has been saved.').waitFor();
      await page.getByRole('cell', { name: 'northwind.example, sub.northwind.example' }).waitFor();
      await look(page, 'settings-issuer');
      const { body } = await manage(dashboard.url, 'GET /sign-in-methods/staff', { cookie: owner.cookie });
      expect(body).toMatchObject({
        title: 'Northwind',
        hasClientSecret: true,
        roles: [{ claim: 'groups', value: 'platform', role: 'admin' }],
      });

      await page.getByRole('button', { name: 'Edit Northwind' }).click();
      await dialog().getByText('One is kept. Leave this empty to keep it.').waitFor();
      await dialog().getByLabel('E-mail domains').fill('not a domain!');
      await dialog().getByRole('button', { name: 'Save issuer' }).click();
      await dialog()
        .getByText(/a domain like example\.com/)
        .waitFor();
      await dialog().getByLabel('E-mail domains').fill('northwind.example');
      await dialog().getByLabel('Offer it on the sign-in page').uncheck();
      await dialog().getByRole('button', { name: 'Save issuer' }).click();
      await page.getByText('Switched off').waitFor();
      const kept = await manage(dashboard.url, 'GET /sign-in-methods/staff', { cookie: owner.cookie });
      expect(kept.body).toMatchObject({ hasClientSecret: true, enabled: false, allowedDomains: ['northwind.example'] });

      await page.getByRole('button', { name: 'Remove Northwind' }).click();
      await dialog().getByText('Nobody signs in this way from then on.').waitFor();
      await dialog().getByRole('button', { name: 'Remove' }).click();
      await page.getByText('No issuer yet').waitFor();
    },
    WAIT,
  );

  test(
    'passwords for owners only need another way in; a second factor is asked of oneself at once',
    async () => {
      await open(owner, '/settings?tab=sign-in');
      await section('Requirements').getByLabel('Passwords').selectOption('owners');
      await section('Requirements').getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Nobody but owners could sign in: add single sign-on first.').waitFor();
      await section('Requirements').getByLabel('Passwords').selectOption('everybody');
      await section('Requirements').getByLabel('Ask everybody for a second factor').check();
      await page.getByText('You have no second factor yourself').waitFor();
      await section('Requirements').getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('heading', { name: 'One more step' }).waitFor();
      await dashboard.gateway.stores.database.query.deleteFrom('sign_in_policy').execute();
    },
    WAIT,
  );

  test(
    'a shorter retention is asked about, a longer one is not',
    async () => {
      await open(owner, '/settings');
      const retention = section('Retention');
      await retention.getByLabel('Keep requests').selectOption('days');
      await retention.getByLabel('Days').fill('90');
      await retention.getByRole('button', { name: 'Save changes' }).click();
      await dialog().getByText('Older ones are deleted within the hour.').waitFor();
      await look(page, 'retention');
      await dialog().getByRole('button', { name: 'Delete older requests' }).click();
      await page.getByText('The settings have been saved.').waitFor();
      await dialog().waitFor({ state: 'detached' });
      const read = async () => (await manage(dashboard.url, 'GET /retention', { cookie: owner.cookie })).body.days;
      expect(await read()).toBe(90);
      await retention.getByLabel('Keep requests').selectOption('ever');
      await retention.getByRole('button', { name: 'Save changes' }).click();
      // What was said the first time may be there still, or gone by now.
      await eventually(async () => expect(await read()).toBeNull());
      expect(await dialog().count()).toBe(0);
    },
    WAIT,
  );

  test(
    'admins read the settings and change none; members find no such page',
    async () => {
      await open(admin, '/settings');
      for (const tab of ['General', 'Signing in']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.getByRole('tab', { name: tab, selected: true }).waitFor();
        await settled(page);
        await page.getByText('Only owners change these.').first().waitFor();
        expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0);
        expect(await page.getByRole('button', { name: 'Add issuer' }).count()).toBe(0);
      }
      await page.getByRole('tab', { name: 'Changes' }).click();
      await page.getByRole('row').filter({ hasText: owner.email }).first().waitFor();
      await page.getByRole('tab', { name: 'Security' }).click();
      await section('Security log').getByText('Signed in').first().waitFor();
      await look(page, 'settings-admin');
      await context.clearCookies();
      await open(member, '/settings');
      await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
      expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    },
    WAIT,
  );

  test(
    'an invitation: a link to copy, in the list until it is used, renewed and revoked',
    async () => {
      await open(admin, '/users');
      await page.getByRole('button', { name: 'Invite user' }).click();
      await dialog().getByLabel('E-mail address').fill('new@northwind.example');
      await dialog().getByLabel('demo').check();
      await dialog().getByLabel('The link is good for').selectOption('30');
      // An admin makes no owner.
      expect(await dialog().getByLabel('Role').locator('option').allTextContents()).toEqual(['Member', 'Admin']);
      await look(page, 'invite');
      await dialog().getByRole('button', { name: 'Invite user' }).click();
      const link = (await dialog().locator('code').textContent()) ?? '';
      await look(page, 'invite-link');
      await page.getByRole('button', { name: 'I have copied it' }).click();
      const row = section('Open invitations').getByRole('row').filter({ hasText: 'new@northwind.example' });
      await row.getByText('marc@northwind.example').waitFor();

      const other = await (await launch()).newContext();
      const { page: theirs } = await openPage(other);
      await theirs.goto(link);
      await theirs.getByRole('heading', { name: 'Welcome', exact: true }).waitFor();
      await theirs.getByLabel('Name', { exact: true }).fill('New Person');
      await theirs.getByLabel('New password', { exact: true }).fill(PASSWORD);
      await theirs.getByLabel('New password again').fill(PASSWORD);
      await theirs.getByRole('button', { name: 'Create account' }).click();
      await theirs.getByRole('heading', { name: 'Overview' }).waitFor();
      await theirs.goto(`${dashboard.url}/workspaces`);
      await theirs.getByText('demo').first().waitFor();
      await other.close();
      await page.reload();
      await section('People').getByRole('row').filter({ hasText: 'New Person' }).waitFor();
      await page.getByText('Nobody is waited for.').waitFor();

      const made = await manage(dashboard.url, 'POST /invitations', {
        cookie: owner.cookie,
        body: { email: 'unwanted@northwind.example' },
      });
      await page.reload();
      await page.getByRole('button', { name: 'New link for unwanted@northwind.example' }).click();
      const renewed = (await dialog().locator('code').textContent()) ?? '';
      expect(renewed).not.toContain(made.body.token);
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await page.getByRole('button', { name: 'Revoke the invitation of unwanted@northwind.example' }).click();
      await dialog().getByText('The link stops working and the account is removed.').waitFor();
      await dialog().getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('Nobody is waited for.').waitFor();
    },
    WAIT,
  );

  test(
    'an administrator resets a password and a second factor, disables and removes',
    async () => {
      const person = await createPerson(dashboard, 'helped@northwind.example');
      const { cookie } = await addSecondFactor(dashboard, person);
      await open(admin, '/users');
      const row = section('People').getByRole('row').filter({ hasText: person.email });
      await row.getByText('Password, Second factor').waitFor();
      const more = row.getByRole('button', { name: `More about ${person.email}` });
      await more.click();
      await page.getByRole('menuitem', { name: 'Reset second factor' }).waitFor();
      await look(page, 'users-menu');
      await page.getByRole('menuitem', { name: 'Reset second factor' }).click();
      await dialog().getByRole('button', { name: 'Reset second factor' }).click();
      await page.getByText('The second factor has been reset.').waitFor();
      await dialog().waitFor({ state: 'detached' });
      expect((await manage(dashboard.url, 'GET /session', { cookie })).status).toBe(401);
      await more.click();
      await page.getByRole('menuitem', { name: 'Reset password' }).click();
      expect(await dialog().locator('code').textContent()).toContain('/sign-in-link#');
      await page.getByRole('button', { name: 'I have copied it' }).click();
      await dialog().waitFor({ state: 'detached' });
      const again = await manage(dashboard.url, 'POST /session', { body: { email: person.email, password: PASSWORD } });
      await more.click();
      await page.getByRole('menuitem', { name: 'Disable' }).click();
      await dialog().getByRole('button', { name: 'Disable' }).click();
      await row.getByText('Disabled').waitFor();
      await dialog().waitFor({ state: 'detached' });
      expect((await manage(dashboard.url, 'GET /session', { cookie: again.cookie })).status).toBe(401);
      await more.click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
      await dialog().getByRole('button', { name: 'Remove' }).click();
      await row.waitFor({ state: 'detached' });
      // Nobody but an owner touches an owner.
      const owners = section('People').getByRole('row').filter({ hasText: owner.email });
      expect(await owners.getByRole('button').count()).toBe(0);
    },
    WAIT,
  );

  test(
    'what could not be loaded says so, and can be tried again',
    async () => {
      let broken = true;
      await context.route('**/api/manage/sign-in-methods', (route) =>
        broken
          ? route.fulfill({ status: 500, json: { error: { message: 'Out of order.', code: null } } })
          : route.fallback(),
      );
      await open(owner, '/settings?tab=sign-in');
      await page.getByText('Out of order.').waitFor();
      broken = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('No issuer yet').waitFor();
      complaints.length = 0;
    },
    WAIT,
  );
});
