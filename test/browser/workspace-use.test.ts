/** The list of workspaces with their use, and models as a provider names them. */
import { describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider.ts';
import { mustManage } from '../support/manage.ts';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { WAIT } from './patience.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('the use of workspaces', () => {
  let organization: MadeUpOrganization;
  const { as } = withOrganization(60, (made) => {
    organization = made;
  });

  const rowsOf = async (page: Page): Promise<string[][]> => {
    const rows = await page.getByRole('table', { name: 'Workspaces' }).locator('tbody tr').all();
    return Promise.all(rows.map(async (row) => (await row.locator('td').allInnerTexts()).map((text) => text.trim())));
  };
  const REQUESTS = 3;

  test(
    'stands in the list, most requests first, for as long as one chooses, and says what the overview says',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces');
      await settled(page);
      const usage = async (days: number) => {
        const from = new Date(Date.now() - days * 86_400_000).toISOString();
        const { body } = await mustManage(organization.url, `GET /overview?from=${from}`, {
          cookie: organization.cookies.owner,
        });
        return new Map<string, number>(
          body.workspaces.map(({ name, requests }: { name: string; requests: number }) => [name, requests]),
        );
      };
      for (const days of [30, 7]) {
        if (days === 7) await page.locator('label').filter({ hasText: '7 days' }).click();
        await settled(page);
        const counts = (await rowsOf(page)).map((row) => Number(row[REQUESTS]));
        expect(counts).toEqual([...counts].sort((one, other) => other - one));
        expect(counts.filter((count) => count > 0)).toEqual([...(await usage(days)).values()]);
      }
      await page.waitForURL('**/workspaces?days=7');
      expect((await rowsOf(page)).at(-1)?.[0]).toBe('demo');
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'is the own requests for a member, who is told so',
    async () => {
      const { page } = await as('analyst', '/workspaces');
      await settled(page);
      await page.getByText('In workspaces that you do not administer, only your own requests are counted.').waitFor();
      expect((await rowsOf(page)).map(([name]) => name?.split('\n')[0]).sort()).toEqual(['Finance', 'Market research']);
      await page.goto(`${organization.url}/workspaces/finance`);
      await page.getByText('here are your own requests').waitFor();
      // Who administers a workspace sees all of it, and is not told otherwise.
      const lead = await as('lead', '/workspaces/support');
      await lead.page.getByText('See them in the audit log').waitFor();
      expect(await lead.page.getByText('here are your own requests').count()).toBe(0);
    },
    WAIT,
  );

  test(
    'that cannot be read does not hide the workspaces; many of them are looked for by name',
    async () => {
      for (let number = 1; number <= 9; number += 1) {
        const body = { name: `room-${number}`, title: number === 3 ? '<b>Zimmer</b> \u202edrei' : `Room ${number}` };
        await mustManage(organization.url, 'POST /workspaces', { cookie: organization.cookies.owner, body });
      }
      const { page } = await as('owner', '/workspaces');
      await page.route('**/api/manage/workspace-usage?*', (route) => route.abort());
      await page.reload();
      await page.getByText('How much the workspaces are used could not be read.').waitFor();
      expect((await rowsOf(page)).length).toBe(15);
      await page.getByRole('searchbox', { name: 'Find a workspace' }).fill('zimmer');
      await page.getByText('One workspace found').waitFor({ state: 'attached' });
      const [row] = await rowsOf(page);
      expect(row?.[0]).toContain('<b>Zimmer</b> U+202Edrei');
      expect(await page.locator('main b').count()).toBe(0);
      await page.getByRole('searchbox', { name: 'Find a workspace' }).fill('nowhere');
      await page.getByText('No workspace has this in its name.').waitFor();
    },
    WAIT,
  );
});

describe.skipIf(chromiumPath === undefined)('models of a provider', () => {
  let upstream: FakeProvider;
  const { as } = withOrganization(0, async ({ url, cookies }) => {
    upstream = startFakeProvider();
    upstream.answerWith(() =>
      Response.json({ data: ['nova-1', 'nova-1-mini', '<img src=x>', 'turned\u202e1-avon'].map((id) => ({ id })) }),
    );
    const body = { name: 'nova', kind: 'openai-compatible', baseUrl: upstream.baseUrl, internal: true };
    await mustManage(url, 'POST /providers', { cookie: cookies.owner, body });
  });

  test(
    'are offered for a target, and any other name can be written',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces/support?tab=targets');
      await page.getByRole('button', { name: 'Add target' }).click();
      await page.getByLabel('Provider of target 2').selectOption('nova');
      await page.getByText('nova names 3 models: offered while you type.').waitFor();
      const model = page.getByLabel('Model of target 2');
      // What turns the text around it is not offered; what is markup elsewhere is a name like any other.
      expect(
        await model.evaluate((field: HTMLInputElement) => [...(field.list?.options ?? [])].map(({ value }) => value)),
      ).toEqual(['<img src=x>', 'nova-1', 'nova-1-mini']);
      await model.fill('nova-2');
      await page.getByText('Not among the 3 models that nova names. It can be used all the same.').waitFor();
      await model.fill('nova-1');
      await page.getByText('that nova names').waitFor({ state: 'detached' });
      await page.getByLabel('Provider of target 2').selectOption('offline-lab');
      await page.getByText('offline-lab could not be asked for its models. Any name can be written.').waitFor();
      await page.getByLabel('Provider of target 2').selectOption('nova');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(upstream.received.filter(({ path }) => path === '/v1/models')).toHaveLength(1);
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'are offered where a workspace is made',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await page.getByRole('button', { name: 'Create workspace' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Provider').selectOption('nova');
      await dialog.getByText('nova names 3 models: offered while you type.').waitFor();
      await dialog.getByLabel('Name').fill('novas');
      await dialog.getByLabel('Model').fill('nova-1-mini');
      await dialog.getByRole('button', { name: 'Create workspace' }).click();
      await page.getByRole('tab', { name: 'Targets' }).click();
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLInputElement>('input[name="settings.targets[0].model"]')?.value === 'nova-1-mini',
      );
    },
    WAIT,
  );
});
