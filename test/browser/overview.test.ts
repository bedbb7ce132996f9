import { describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { seriousFindings } from './serious-findings.ts';
import { withOnePage } from './with-organization.ts';

const MASKED = 'Write to anna.smith@mail.example, please.';

describe.skipIf(chromiumPath === undefined)('the overview of a gateway nobody has used', () => {
  let organization: MadeUpOrganization;
  let page: Page;
  let complaints: string[];
  withOnePage({ requests: 0 }, (made, opened) => {
    organization = made;
    ({ page, complaints } = opened);
  });

  test(
    'teaches how to send a request, and shows it when it has come',
    async () => {
      await page.goto(organization.url);
      await page.getByRole('heading', { name: 'Send the first request' }).waitFor();
      await page.getByRole('button', { name: 'support' }).click();
      await page.getByText('"model": "support"').waitFor();
      await page.getByRole('tab', { name: 'Python' }).click();
      await page.getByText('model="support"').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const answer = await fetch(`${organization.url}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${organization.keys.owner}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'support', messages: [{ role: 'user', content: MASKED }] }),
      });
      expect(answer.status).toBe(200);
      // Without a click.
      await page.getByRole('link', { name: '1 Masked' }).waitFor();
      await eventually(async () =>
        expect(await page.getByRole('region', { name: 'Numbers' }).textContent()).toContain('Requests1'),
      );
      expect(await page.content()).not.toContain('anna.smith');
    },
    WAIT,
  );

  test(
    'says what is wrong when it cannot be loaded, and tries again',
    async () => {
      await page.route('**/api/manage/overview*', (route) => route.fulfill({ status: 500, body: 'no' }));
      await page.goto(organization.url);
      await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/api/manage/overview*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: '1 Masked' }).waitFor();
      // The browser prints a failed load by itself.
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('status of 500')));
    },
    WAIT,
  );
});

describe.skipIf(chromiumPath === undefined)('the overview', () => {
  let organization: MadeUpOrganization;
  let page: Page;
  const { as } = withOnePage({ requests: 120 }, (made, opened) => {
    organization = made;
    page = opened.page;
  });

  const count = (verdict?: string): Promise<number> =>
    organization.gateway.stores.database.query
      .selectFrom('audit_event')
      .select((column) => column.fn.countAll<number>().as('count'))
      .where('verdict', verdict === undefined ? 'is not' : '=', (verdict ?? null) as 'block' | null)
      .executeTakeFirstOrThrow()
      .then((row) => Number(row.count));
  const tile = (name: string) =>
    page.getByRole('region', { name: 'Numbers' }).getByText(name, { exact: true }).locator('..');

  test(
    'says what there is, and every number leads to its requests',
    async () => {
      await page.goto(`${organization.url}/?range=30d`);
      await page.getByRole('heading', { name: 'Latest refusals' }).waitFor();
      await eventually(async () => {
        expect(await tile('Requests').textContent()).toContain(String(await count()));
        expect(await tile('Refused').textContent()).toContain(String(await count('block')));
      });
      await page.locator('path.recharts-rectangle').first().waitFor({ state: 'attached' });
      const verdicts = page.getByRole('navigation', { name: 'What became of the requests' });
      for (const [verdict, name] of [
        ['allow', 'Allowed'],
        ['mask', 'Masked'],
        ['block', 'Refused'],
        ['error', 'Failed'],
      ] as const) {
        await verdicts.getByRole('link', { name: `${await count(verdict)} ${name}` }).waitFor();
      }
      await page
        .getByRole('region', { name: 'What was found' })
        .getByRole('link', { name: /Date of birth/ })
        .click();
      await page.getByRole('heading', { name: 'Audit log' }).waitFor();
      await page.waitForURL((url) => url.searchParams.get('kind') === 'DATE_OF_BIRTH');
      await page.getByRole('row').filter({ hasText: 'Date of birth' }).first().waitFor();
      await page.goBack();
      await page.getByRole('region', { name: 'Latest refusals' }).getByRole('link').first().click();
      await page.getByText(/^Refused: /).waitFor();
    },
    WAIT,
  );

  test(
    'the numbers of a chart can be read without the picture',
    async () => {
      await page.goto(`${organization.url}/?range=30d`);
      const chart = page.getByRole('region', { name: 'Requests over time', exact: true }).first();
      await chart.getByText('Show the numbers').click();
      await eventually(async () => {
        const cells = await chart.getByRole('cell').allTextContents();
        const total = cells.map((text) => Number(text.replaceAll(/\D/g, ''))).reduce((all, value) => all + value, 0);
        expect(total).toBe(await count());
      });
    },
    WAIT,
  );

  test(
    'range and workspace stand in the address, and survive a reload',
    async () => {
      await page.goto(organization.url);
      await page.getByRole('radiogroup', { name: 'Range of time' }).getByText('30 days').click();
      await page.getByLabel('Workspace', { exact: true }).selectOption('legal');
      await page.waitForURL('**/?range=30d&workspace=legal');
      await page.reload();
      await page.getByRole('navigation', { name: 'What became of the requests' }).waitFor();
      await eventually(async () =>
        expect(await page.getByLabel('Workspace', { exact: true }).inputValue()).toBe('legal'),
      );
      expect(await page.getByRole('heading', { name: 'By workspace' }).count()).toBe(0);
      // By keyboard: the ranges are one group of choices.
      await page.getByRole('radio', { name: '30 days' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL('**/?range=90d&workspace=legal');
    },
    WAIT,
  );

  test(
    'a range without requests says so',
    async () => {
      await page.route('**/api/manage/overview*', async (route) => {
        const url = new URL(route.request().url());
        url.searchParams.set('from', '2020-01-01T00:00:00Z');
        url.searchParams.set('to', '2020-01-02T00:00:00Z');
        await route.continue({ url: url.href });
      });
      await page.goto(organization.url);
      await page.getByText('No request in this range').waitFor();
      await page.unroute('**/api/manage/overview*');
    },
    WAIT,
  );

  test(
    'who does not see everything is told so',
    async () => {
      const { page: other } = await as('counsel', '/?range=30d');
      await other.getByText('What went through the workspaces you administer').waitFor();
      await other.getByRole('heading', { name: 'Models' }).waitFor();
      expect(await other.content()).not.toContain('engineering');
    },
    WAIT,
  );
});
