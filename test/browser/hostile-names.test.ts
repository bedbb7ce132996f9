/** Names and titles that hold markup, scripts, formulas and characters that turn text around: text on every page, and no report of the browser's security. */
import { describe, expect, test } from 'bun:test';
import { mustManage } from '../support/manage.ts';
import { chromiumPath, openPage } from './browser.ts';
import { type MadeUpOrganization, PEOPLE } from './made-up-organization.ts';
import { PAGES } from './pages.ts';
import { WAIT } from './patience.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

/** Each would set `window.hacked`, or ask for a file that is not ours. */
const MARKUP = '<img src=x onerror="window.hacked=1">';
const SCRIPT = '"><script>window.hacked=1</script>';
const LINK = 'javascript:window.hacked=1//';
const FORMULA = "=cmd|'/c calc'!A1 \u202Egnp.exe \u2066x";

describe.skipIf(chromiumPath === undefined)('hostile names', () => {
  let organization: MadeUpOrganization;
  const { as, windowOf } = withOrganization(10, async (made) => {
    organization = made;
    const change = async (route: string, body: unknown): Promise<void> => {
      await mustManage(organization.url, route, { cookie: organization.cookies.owner, body });
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
  });

  test.each(PAGES.filter(({ signedOut }) => signedOut !== true))(
    '$name shows them as text',
    async ({ path, act }) => {
      const context = await windowOf('owner');
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
      await settled(page);
      await act?.(page);
      await settled(page);
      const seen = await page.evaluate(() => ({
        hacked: 'hacked' in window,
        reports: Reflect.get(window, 'reports') as string[],
        images: document.querySelectorAll('img[src="x"]').length,
        scripts: [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:')).length,
      }));
      expect(seen).toEqual({ hacked: false, reports: [], images: 0, scripts: 0 });
      expect(dialogs).toEqual([]);
      expect(complaints.filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
    },
    WAIT,
  );

  test(
    'names stand among the users as they were written',
    async () => {
      const { page } = await as('owner', '/users');
      await page.getByText(`Olivia ${MARKUP}`).first().waitFor();
      await page.getByText(SCRIPT).first().waitFor();
    },
    WAIT,
  );
});
