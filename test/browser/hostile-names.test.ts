/** Names and titles that hold markup, scripts, formulas and characters that turn text around: text on every page, and no report of the browser's security. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { Browser } from 'playwright-core';
import { chromiumPath, cookiesOf, launch, openPage } from './browser.ts';
import { type MadeUpOrganization, PEOPLE, startMadeUpOrganization } from './made-up-organization.ts';
import { PAGES } from './pages.ts';
import { manage } from './person.ts';

/** Each would set `window.hacked`, or ask for a file that is not ours. */
const MARKUP = '<img src=x onerror="window.hacked=1">';
const SCRIPT = '"><script>window.hacked=1</script>';
const LINK = 'javascript:window.hacked=1//';
const FORMULA = "=cmd|'/c calc'!A1 \u202Egnp.exe \u2066x";

describe.skipIf(chromiumPath === undefined)('hostile names', () => {
  let organization: MadeUpOrganization;
  let browser: Browser;
  beforeAll(async () => {
    organization = await startMadeUpOrganization(10);
    browser = await launch();
    const change = async (route: string, body: unknown): Promise<void> => {
      const { status } = await manage(organization, route, { cookie: organization.cookies.owner, body });
      if (status !== 200 && status !== 201) throw new Error(`${route}: ${status}`);
    };
    await change('PATCH /organization', { name: MARKUP });
    const tom = await organization.gateway.stores.users.getByEmail(PEOPLE.member.email);
    await change(`PATCH /users/${tom?.id}`, { name: SCRIPT });
    const owner = await organization.gateway.stores.users.getByEmail(PEOPLE.owner.email);
    await change(`PATCH /users/${owner?.id}`, { name: `Olivia ${MARKUP}` });
    const price = { input: 1, output: 1 };
    const settings = {
      targets: [{ provider: 'echo', model: `${SCRIPT}${LINK}`, price }],
      persona: `${MARKUP}${LINK}`,
      detection: { recognisers: [{ name: `${MARKUP}${FORMULA}`, kind: 'TICKET', keywords: [SCRIPT] }] },
    };
    await change('PATCH /workspaces/support', { title: `${MARKUP} ${FORMULA}`, settings });
    await change('POST /gateway-keys', { name: `${FORMULA}${SCRIPT}` });
    const answer = await fetch(`${organization.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organization.keys.lead}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'support', messages: [{ role: 'user', content: MARKUP, name: SCRIPT }] }),
    });
    expect(answer.status).toBe(200);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await organization?.stop();
  });

  test.each(PAGES.filter(({ signedOut }) => signedOut !== true))(
    '$name shows them as text',
    async ({ path, act }) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      await context.addCookies(cookiesOf(organization.cookies.owner, organization.url));
      await context.addInitScript(() => {
        const reports: string[] = [];
        Object.assign(window, { reports });
        document.addEventListener('securitypolicyviolation', (event) => {
          reports.push(`${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      const { page, complaints } = await openPage(context);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(organization.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await page.waitForLoadState('networkidle');
      const seen = await page.evaluate(() => ({
        hacked: 'hacked' in window,
        reports: Reflect.get(window, 'reports') as string[],
        images: document.querySelectorAll('img[src="x"]').length,
        scripts: [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:')).length,
      }));
      expect(seen).toEqual({ hacked: false, reports: [], images: 0, scripts: 0 });
      expect(dialogs).toEqual([]);
      expect(complaints.filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test('names stand among the users as they were written', async () => {
    const context = await browser.newContext();
    await context.addCookies(cookiesOf(organization.cookies.owner, organization.url));
    const { page } = await openPage(context);
    await page.goto(`${organization.url}/users`);
    await page.getByText(`Olivia ${MARKUP}`).first().waitFor();
    await page.getByText(SCRIPT).first().waitFor();
    await context.close();
  }, 60_000);
});
