/** Getting in: the first owner, passwords, second factors, and an issuer of OpenID Connect. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import type { BrowserContext, Page } from 'playwright-core';
import { manage } from '../support/manage.ts';
import { startIssuer, type TestIssuer } from '../support/openid-provider.ts';
import { totpCode, wrongCode } from '../support/totp.ts';
import { chromiumPath, cookiesOf, type RunningDashboard, startDashboard } from './browser.ts';
import { look } from './look.ts';
import { WAIT } from './patience.ts';
import { addSecondFactor, createPerson, PASSWORD } from './person.ts';
import { withFreshPages } from './with-fresh-pages.ts';

describe.skipIf(chromiumPath === undefined)('signing in', () => {
  let dashboard: RunningDashboard;
  let issuer: TestIssuer;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    const port = freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    issuer = await startIssuer(`${publicUrl}/sign-in/openid`);
    dashboard = await startDashboard({
      server: { port, publicUrl },
      signIn: {
        openid: [
          {
            name: 'staff',
            title: 'Northwind',
            issuer: issuer.issuer,
            clientId: issuer.clientId,
            clientSecret: issuer.clientSecret,
            internal: true,
            allowedDomains: ['northwind.example'],
            roles: [{ claim: 'groups', value: 'platform', role: 'admin' }],
            signOutAtIssuer: true,
          },
        ],
      },
    });
  }, WAIT);
  afterAll(async () => {
    await dashboard?.stop();
    await issuer?.close();
  });
  withFreshPages(
    () => dashboard,
    async (fresh) => {
      ({ context, page } = fresh);
      // The issuer's pages ask for fonts of others and an icon it does not have.
      const strange = (url: URL): boolean =>
        url.origin !== dashboard.url && (url.origin !== issuer.issuer || url.pathname === '/favicon.ico');
      await context.route(strange, (route) => route.fulfill({ status: 200, body: '' }));
    },
  );
  afterEach(async () => {
    await dashboard.gateway.stores.database.query.deleteFrom('sign_in_policy').execute();
  });

  const password = async (email: string, typed = PASSWORD): Promise<void> => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  test(
    'the first owner is welcomed, by the keyboard alone',
    async () => {
      await page.goto(await dashboard.link());
      await page.getByRole('heading', { name: 'Welcome to OneFirewall' }).waitFor();
      await look(page, 'welcome');
      await page.getByLabel('E-mail address').focus();
      await page.keyboard.type('olivia@northwind.example');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Olivia Hart');
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      // Past the eye, to the second time.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
      await page.waitForURL(`${dashboard.url}/`);
    },
    WAIT,
  );

  test(
    'a wrong password is said at its field; the right one leads to where one wanted to be',
    async () => {
      await page.goto(`${dashboard.url}/workspaces`);
      await password('olivia@northwind.example', 'not the password');
      await page.getByText('The e-mail address or the password is wrong.').waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'password');
      await look(page, 'sign-in-wrong');
      await password('olivia@northwind.example');
      await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    },
    WAIT,
  );

  test(
    'a second factor: a wrong code, the right one, and the address one wanted',
    async () => {
      const person = await createPerson(dashboard, 'ada@northwind.example');
      const { secret } = await addSecondFactor(dashboard, person);
      await page.goto(`${dashboard.url}/profile`);
      await password(person.email);
      await page.getByRole('heading', { name: 'Second step' }).waitFor();
      await look(page, 'second-step');
      await page.getByLabel('Code from your authenticator app').fill(wrongCode(secret));
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('The code is wrong or used up.').waitFor();
      await page.getByLabel('Code from your authenticator app').fill(totpCode(secret));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Profile and keys' }).waitFor();
    },
    WAIT,
  );

  test(
    'a recovery code instead, and starting over',
    async () => {
      const person = await createPerson(dashboard, 'grace@northwind.example');
      const { recoveryCodes } = await addSecondFactor(dashboard, person);
      await page.goto(`${dashboard.url}/sign-in`);
      await password(person.email);
      await page.getByRole('button', { name: 'Start over' }).click();
      await password(person.email);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await look(page, 'recovery-code');
      await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
    },
    WAIT,
  );

  test(
    'a reset password does not get past the second factor',
    async () => {
      const person = await createPerson(dashboard, 'lost@northwind.example');
      const { secret } = await addSecondFactor(dashboard, person);
      await page.goto(await dashboard.link(person.email));
      await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
      await look(page, 'reset-password');
      await page.getByLabel('New password', { exact: true }).fill('another long password');
      await page.getByLabel('New password again').fill('another long password');
      await page.getByRole('button', { name: 'Save and sign in' }).click();
      await page.getByRole('heading', { name: 'Second step' }).waitFor();
      // Also when the page is loaded anew: the cookie remembers.
      await page.reload();
      await page.getByLabel('Code from your authenticator app').fill(totpCode(secret));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
    },
    WAIT,
  );

  test(
    'where everybody must have a second factor, it is set up before anything else',
    async () => {
      const owner = await createPerson(dashboard, 'boss@northwind.example', 'owner');
      const person = await createPerson(dashboard, 'late@northwind.example');
      const body = { requireTwoFactor: true };
      expect((await manage(dashboard.url, 'PATCH /organization/sign-in', { cookie: owner.cookie, body })).status).toBe(
        200,
      );
      await context.addCookies(cookiesOf(person.cookie, dashboard.url));
      await page.goto(`${dashboard.url}/workspaces`);
      await page.getByRole('heading', { name: 'One more step' }).waitFor();
      await look(page, 'must-set-up');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Continue' }).click();
      const secret = (await page.getByTestId('totp-secret').textContent()) ?? '';
      await look(page, 'must-set-up-scan');
      await page.getByLabel('Six digits').fill(totpCode(secret));
      await page.getByRole('button', { name: 'Turn on' }).click();
      await page.getByTestId('recovery-codes').waitFor();
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    },
    WAIT,
  );

  describe('with an issuer', () => {
    /** Its pages ask who one is and whether that is all right. */
    const atTheIssuer = async (login: string): Promise<void> => {
      await page.waitForURL((url) => url.origin === issuer.issuer);
      await page.fill('input[name=login]', login);
      await page.fill('input[name=password]', 'any');
      await page.click('button[type=submit]');
      // The page after that asks whether it is all right: it is the first time for everybody here.
      await page.locator('input[name=login]').waitFor({ state: 'detached' });
      await page.locator('button[type=submit]').click();
    };

    test(
      'somebody new comes back with an account, at the page they asked for',
      async () => {
        issuer.accounts.set('nora', {
          email: 'nora@northwind.example',
          email_verified: true,
          name: 'Nora Lind',
          groups: ['platform'],
        });
        await page.goto(`${dashboard.url}/workspaces`);
        await page.getByRole('button', { name: 'Continue with Northwind' }).waitFor();
        await look(page, 'sign-in-issuer');
        await page.getByRole('button', { name: 'Continue with Northwind' }).click();
        await atTheIssuer('nora');
        await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
        await page.waitForURL(`${dashboard.url}/workspaces`);
        // By the rule an admin: the ways for admins are there.
        await page.getByRole('link', { name: 'Users' }).waitFor();
        await page.getByRole('button', { name: 'Account of Nora Lind' }).click();
        const cookies = await context.cookies(dashboard.url);
        const session = cookies.find(({ name }) => name === 'onefirewall.session_token');
        expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
        expect(cookies.find(({ name }) => name === 'onefirewall.openid')).toBeUndefined();
        // What the issuer sent is not left in the history.
        await page.goto(`${dashboard.url}/profile`);
        await page.getByText('You sign in with single sign-on and have no password here.').waitFor();
      },
      WAIT,
    );

    test(
      'who signs out is signed out at the issuer too, and comes back',
      async () => {
        issuer.accounts.set('oona', { email: 'oona@northwind.example', email_verified: true, name: 'Oona Berg' });
        await page.goto(dashboard.url);
        await page.getByRole('button', { name: 'Continue with Northwind' }).click();
        await atTheIssuer('oona');
        await page.getByRole('button', { name: 'Account of Oona Berg' }).click();
        await page.getByRole('menuitem', { name: 'Sign out' }).click();
        await page.waitForURL((url) => url.origin === issuer.issuer && url.pathname.endsWith('/end'));
        await page.getByRole('button', { name: 'Yes, sign me out' }).click();
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
        await page.waitForURL(`${dashboard.url}/sign-in`);
        await page.getByRole('button', { name: 'Continue with Northwind' }).click();
        await page.waitForURL((url) => url.origin === issuer.issuer);
        await page.locator('input[name=login]').waitFor();
      },
      WAIT,
    );

    test(
      'who signs in again at the issuer goes on where the session ended',
      async () => {
        issuer.accounts.set('pia', { email: 'pia@northwind.example', email_verified: true, name: 'Pia Lang' });
        await page.goto(`${dashboard.url}/profile`);
        await page.getByRole('button', { name: 'Continue with Northwind' }).click();
        await atTheIssuer('pia');
        const name = page.getByLabel('Name', { exact: true });
        await name.fill('Pia, not saved yet');
        await context.clearCookies({ name: 'onefirewall.session_token' });
        await page.getByRole('button', { name: 'Save name' }).click();
        const [tab] = await Promise.all([
          context.waitForEvent('page'),
          page.getByRole('button', { name: 'Continue with Northwind' }).click(),
        ]);
        // It still knows her.
        await tab.getByRole('heading', { name: 'Overview' }).waitFor();
        await tab.close();
        await page.evaluate(() => window.dispatchEvent(new Event('focus')));
        await page.getByRole('button', { name: 'Save name' }).waitFor();
        expect(await name.inputValue()).toBe('Pia, not saved yet');
        await page.getByRole('button', { name: 'Save name' }).click();
        await page.getByText('Your name has been saved.').waitFor();
      },
      WAIT,
    );

    test(
      'who may not come in is told why',
      async () => {
        issuer.accounts.set('eve', { email: 'eve@elsewhere.example', email_verified: true });
        await page.goto(`${dashboard.url}/sign-in`);
        await page.getByRole('button', { name: 'Continue with Northwind' }).click();
        await atTheIssuer('eve');
        await page.getByText('Your e-mail domain may not sign in here.').waitFor();
        await page.waitForURL(`${dashboard.url}/sign-in/openid`);
        await look(page, 'sign-in-refused');
        await page.getByRole('link', { name: 'Back to sign-in' }).click();
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      },
      WAIT,
    );

    test(
      'an address somebody was sent to signs nobody in',
      async () => {
        await page.goto(`${dashboard.url}/sign-in/openid?code=stolen&state=stolen`);
        await page.getByText('Signing in took too long, or was begun in another window. Begin again.').waitFor();
        expect((await context.cookies(dashboard.url)).map(({ name }) => name)).toEqual([]);
      },
      WAIT,
    );

    test(
      'where passwords are for owners, single sign-on stands alone until one asks',
      async () => {
        const { database } = dashboard.gateway.stores;
        const row = { id: 1, require_two_factor: 0, passwords: 'owners', managed_by: null } as const;
        await database.query.insertInto('sign_in_policy').values(row).execute();
        await page.goto(`${dashboard.url}/sign-in`);
        await page.getByText('Passwords are for owners').waitFor();
        expect(await page.getByLabel('E-mail address').count()).toBe(0);
        await look(page, 'sign-in-owners');
        await page.getByRole('button', { name: 'Sign in with a password' }).click();
        await password('olivia@northwind.example');
        await page.getByRole('heading', { name: 'Overview' }).waitFor();
      },
      WAIT,
    );
  });
});

/**
 * One that nobody listens at now. Below those that the system gives to outgoing connections (32768 and up on Linux, 49152 by RFC 6335):
 * one of those may be taken again before the dashboard listens.
 */
function freePort(): number {
  for (;;) {
    const port = 20_000 + Math.floor(10_000 * Math.random());
    try {
      void Bun.serve({ hostname: '127.0.0.1', port, fetch: () => new Response() }).stop(true);
      return port;
    } catch {
      // Taken: another one.
    }
  }
}
