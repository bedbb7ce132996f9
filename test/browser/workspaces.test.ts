import { describe, expect, test } from 'bun:test';
import type { Locator, Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';
import { type MadeUpOrganization, PEOPLE } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { saveChanges } from './save-changes.ts';
import { seriousFindings } from './serious-findings.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('workspaces in the dashboard', () => {
  let organization: MadeUpOrganization;
  const { as } = withOrganization(12, (made) => {
    organization = made;
  });

  const settingsOf = async (name: string) => (await organization.gateway.stores.workspaces.get(name))?.settings;
  const ask = (model: string) =>
    fetch(`${organization.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organization.keys.owner}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] }),
    });

  test(
    'a workspace is made with the keyboard alone',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces');
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await tabTo(page, page.getByRole('button', { name: 'Create workspace' }));
      await press('Enter');
      await page.getByLabel('Model').waitFor();
      // The dialog takes the focus a moment after it is there.
      await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') != null);
      await settled(page);
      await tabTo(page, page.getByRole('dialog').getByLabel('Name'));
      await page.keyboard.type('press');
      await press('Tab');
      await page.keyboard.type('Press office');
      await tabTo(page, page.getByLabel('Provider'));
      await page.keyboard.type('echo');
      await press('Tab');
      await page.keyboard.type('large-2');
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Press office' }).waitFor();
      await page.waitForURL('**/workspaces/press');
      expect((await settingsOf('press'))?.targets).toEqual([{ provider: 'echo', model: 'large-2' }]);
      expect(await organization.gateway.stores.memberships.list((await workspaceId('press')) ?? '')).toHaveLength(1);
      expect(complaints).toEqual([]);
    },
    WAIT,
  );
  const workspaceId = async (name: string) => (await organization.gateway.stores.workspaces.get(name))?.id;

  test(
    'a click that misses a dialog closes it only while nothing has been typed',
    async () => {
      const { page } = await as('owner', '/workspaces');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: 'Create workspace' }).click();
      await dialog.waitFor();
      await page.mouse.click(5, 5);
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Create workspace' }).click();
      await dialog.getByLabel('Name').fill('typed');
      await page.mouse.click(5, 5);
      await dialog.getByLabel('Title').fill('Still here');
      expect(await dialog.getByLabel('Name').inputValue()).toBe('typed');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    },
    WAIT,
  );

  test(
    'a name that is taken is said at its field',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await page.getByRole('button', { name: 'Create workspace' }).click();
      await page.getByLabel('Name').fill('support');
      await page.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click();
      const field = page.getByLabel('Name');
      await page.waitForFunction(
        () => document.querySelector('input[name=name]')?.getAttribute('aria-invalid') === 'true',
      );
      await eventually(async () =>
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true),
      );
    },
    WAIT,
  );

  test(
    'targets are added, ordered and priced',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=targets');
      await page.getByRole('button', { name: 'Add target' }).click();
      await page.getByLabel('Provider of target 2').selectOption('acme-cloud');
      await page.getByLabel('Model of target 2').fill('acme-9');
      await page.getByLabel('Price of a million input tokens of target 2, in US dollars').fill('1.5');
      await page.getByLabel('Price of a million output tokens of target 2, in US dollars').fill('6');
      await page.getByRole('button', { name: 'Move target 2 up' }).click();
      await saveChanges(page);
      expect((await settingsOf('press'))?.targets).toEqual([
        { provider: 'acme-cloud', model: 'acme-9', price: { input: 1.5, output: 6 } },
        { provider: 'echo', model: 'large-2' },
      ]);
      await page.getByRole('button', { name: 'Remove target 1' }).click();
      await saveChanges(page);
      expect((await settingsOf('press'))?.targets).toHaveLength(1);
    },
    WAIT,
  );

  test(
    'members are added, promoted and taken out',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=members');
      await page.getByRole('button', { name: 'Add member' }).click();
      await page.getByRole('dialog').getByLabel('E-mail address').fill('nobody@else.example');
      await page.getByRole('dialog').getByRole('button', { name: 'Add member' }).click();
      await page.getByText('There is no user with this e-mail address').waitFor();
      await page.getByRole('dialog').getByLabel('E-mail address').fill(PEOPLE.member.email);
      await page.getByRole('dialog').getByRole('button', { name: 'Add member' }).click();
      const role = page.getByLabel(`Role of ${PEOPLE.member.email}`);
      const held = Promise.withResolvers<void>();
      await page.route('**/members/*', async (route) => {
        await held.promise;
        await route.continue();
      });
      await role.selectOption('admin');
      // It does not jump back while it is on its way; of two choices the last one counts.
      expect(await role.inputValue()).toBe('admin');
      await role.selectOption('member');
      await role.selectOption('admin');
      held.resolve();
      await settled(page);
      expect(await role.inputValue()).toBe('admin');
      await eventually(async () => {
        const members = await organization.gateway.stores.memberships.list((await workspaceId('press')) ?? '');
        expect(members).toContainEqual(expect.objectContaining({ email: PEOPLE.member.email, role: 'admin' }));
      });
      await page.getByRole('button', { name: `Remove ${PEOPLE.member.email}` }).click();
      await page.getByText('Their keys no longer reach this workspace.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('row').filter({ hasText: PEOPLE.member.email }).waitFor({ state: 'detached' });
    },
    WAIT,
  );

  test(
    'a workspace is renamed, archived, taken back and deleted, and each says what happens',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces/press');
      const act = async (name: string) => {
        await page.getByRole('button', { name: 'Actions' }).click();
        await page.getByRole('menuitem', { name }).click();
      };
      await act('Rename');
      await page.getByRole('dialog').getByLabel('Name').fill('media');
      await page.getByText('Programs that send “press” as the model get a 404 from then on.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
      await page.waitForURL('**/workspaces/media');
      expect((await ask('press')).status).toBe(404);
      expect((await ask('media')).status).toBe(200);
      await act('Archive');
      await page.getByText('Clients that name it get a 404 from their next request on.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
      await page.getByText('This workspace is archived').waitFor();
      expect((await ask('media')).status).toBe(404);
      await page.getByRole('button', { name: 'Take back' }).click();
      await page.getByText('This workspace is archived').waitFor({ state: 'detached' });
      expect((await ask('media')).status).toBe(200);
      await act('Delete for good');
      await page.getByText('Its audit events stay.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
      await page.getByRole('heading', { level: 1, name: 'Workspaces' }).waitFor();
      await page.getByRole('link', { name: 'Press office' }).waitFor({ state: 'detached' });
      expect(await settingsOf('media')).toBeUndefined();
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'a dialog that was left while it worked does not close the next one',
    async () => {
      const { page } = await as('owner', '/workspaces/finance');
      const act = async (name: string) => {
        await page.getByRole('button', { name: 'Actions' }).click();
        await page.getByRole('menuitem', { name }).click();
      };
      const held = Promise.withResolvers<void>();
      await page.route('**/api/manage/workspaces/finance', async (route) => {
        if (route.request().method() === 'PATCH') await held.promise;
        await route.continue();
      });
      await act('Archive');
      await Promise.all([
        page.waitForRequest((request) => request.method() === 'PATCH'),
        page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click(),
      ]);
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await act('Rename');
      await page.getByRole('dialog').getByLabel('Title').fill('Typed meanwhile');
      held.resolve();
      await page.getByText('This workspace is archived').waitFor();
      await settled(page);
      expect(await page.getByRole('dialog').getByLabel('Title').inputValue()).toBe('Typed meanwhile');
      await organization.gateway.stores.workspaces.update('finance', { archived: false });
    },
    WAIT,
  );

  test(
    'archived workspaces are out of the way, and can be shown',
    async () => {
      await organization.gateway.stores.workspaces.update('research', { archived: true });
      const { page } = await as('owner', '/workspaces');
      await page.getByRole('link', { name: 'Engineering' }).waitFor();
      expect(await page.getByRole('link', { name: 'Market research' }).count()).toBe(0);
      await page.getByRole('switch', { name: 'Show 1 archived' }).click();
      await page.getByRole('link', { name: 'Market research' }).waitFor();
      await organization.gateway.stores.workspaces.update('research', { archived: false });
    },
    WAIT,
  );

  test(
    'the overview of a workspace shows its use and the snippet with its name and this address',
    async () => {
      const { page } = await as('owner', '/workspaces/support');
      await page.getByText(`${organization.url}/api/v1/chat/completions`).waitFor();
      await page.getByRole('tab', { name: 'Python' }).click();
      await eventually(async () => {
        const code = await page.locator('pre').textContent();
        expect(code).toContain(`base_url="${organization.url}/api/v1"`);
        expect(code).toContain('model="support"');
      });
      await page.getByText('Values found').waitFor();
    },
    WAIT,
  );

  test(
    "a workspace's admin edits its policy, not its targets, and sees nothing of others",
    async () => {
      const { page } = await as('lead', '/workspaces/support?tab=policy');
      await eventually(async () => expect(await page.getByLabel('By default').isEnabled()).toBe(true));
      await page.getByRole('tab', { name: 'Targets' }).click();
      await page.getByText('Owners and admins of the organization choose providers and models.').waitFor();
      expect(await page.getByLabel('Model of target 1').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Actions' }).count()).toBe(0);
      await page.goto(`${organization.url}/workspaces/legal`);
      await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
      await page.goto(`${organization.url}/workspaces`);
      await page.getByRole('link', { name: 'Customer support' }).waitFor();
      expect(await page.getByRole('link', { name: 'Legal and contracts' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Create workspace' }).count()).toBe(0);
    },
    WAIT,
  );

  test(
    'a member reads what the policy does and changes nothing',
    async () => {
      const { page } = await as('member', '/workspaces/support?tab=policy');
      await page.getByText('You see the policy; the workspace’s admins change it.').waitFor();
      await eventually(async () => expect(await page.getByLabel('By default').isDisabled()).toBe(true));
      expect(await page.getByRole('tab', { name: 'Members' }).count()).toBe(0);
      await page.getByRole('region', { name: 'Try this policy' }).getByText('[EMAIL_1]').waitFor();
    },
    WAIT,
  );

  test(
    'somebody without a workspace is told what to do',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await page.route('**/api/manage/workspaces', (route) => route.fulfill({ json: { data: [] } }));
      await page.reload();
      await page.getByText('A workspace is what programs name as the model').waitFor();
      await page.getByRole('button', { name: 'Create workspace' }).last().click();
      await page.getByRole('dialog', { name: 'Create a workspace' }).waitFor();
    },
    WAIT,
  );

  test(
    'a load that fails says so and can be tried again; a slow one shows where things will be',
    async () => {
      const { page } = await as('owner', '/profile');
      let failing = true;
      let reloaded = false;
      const shown = Promise.withResolvers<void>();
      await page.route('**/api/manage/workspaces/support', async (route) => {
        if (failing)
          await route.fulfill({
            status: 500,
            json: {
              error: { message: 'The gateway failed.', type: 'server_error', param: null, code: 'internal_error' },
            },
          });
        else {
          if (reloaded) await shown.promise;
          await route.continue();
        }
      });
      await page.goto(`${organization.url}/workspaces/support`);
      await page.getByRole('alert').getByText('The gateway failed.').waitFor();
      failing = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { level: 1, name: 'Customer support' }).waitFor();
      reloaded = true;
      await page.reload();
      await page.getByRole('status', { name: 'Loading' }).first().waitFor();
      shown.resolve();
      await page.getByRole('heading', { level: 1, name: 'Customer support' }).waitFor();
    },
    WAIT,
  );

  test(
    'names that hold markup, scripts or characters that turn text around stand there as text',
    async () => {
      const title = '<img src=x onerror="window.hacked=1"> \u202Egnp.exe';
      const model = '"><script>window.hacked=1</script>';
      const before = await settingsOf('finance');
      if (before === undefined) throw new Error('no settings');
      await organization.gateway.stores.workspaces.update('finance', {
        title,
        settings: {
          ...before,
          targets: [{ provider: 'echo', model }],
          persona: 'javascript:window.hacked=1',
          restore: { allowedHosts: [], excludedTools: ['<b>tool</b>'] },
        },
      });
      const { page, complaints } = await as('owner', '/workspaces');
      await page.getByText('<img src=x onerror="window.hacked=1">').waitFor();
      await page.getByText('U+202E').first().waitFor();
      for (const tab of ['', '?tab=policy', '?tab=targets', '?tab=members']) {
        await page.goto(`${organization.url}/workspaces/finance${tab}`);
        await page.getByRole('heading', { level: 1 }).getByText('U+202E').waitFor();
        await settled(page);
        expect((await page.content()).includes('\u202E')).toBe(false);
      }
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(complaints).toEqual([]);
      await organization.gateway.stores.workspaces.update('finance', { title: 'Finance', settings: before });
    },
    WAIT,
  );

  test(
    'dialogs are accessible in both colours',
    async () => {
      const { page } = await as('owner', '/workspaces/support');
      const found: unknown[] = [];
      for (const [opener, item] of [
        ['Actions', 'Rename'],
        ['Actions', 'Archive'],
        ['Actions', 'Delete for good'],
      ] as const) {
        await page.getByRole('button', { name: opener }).click();
        await page.getByRole('menuitem', { name: item }).click();
        await page.getByRole('dialog').waitFor();
        await page.getByRole('menu').waitFor({ state: 'detached' });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          found.push(...(await seriousFindings(page)));
        }
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(found).toEqual([]);
    },
    WAIT,
  );
});

/** Moves the focus with the Tab key until it stands there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
}
