/** The keyboard's place is not lost when what had it goes away (WCAG 2.4.3). */
import { describe, expect, test } from 'bun:test';
import type { Locator, Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';
import { PEOPLE } from './made-up-organization.ts';

import { WAIT } from './patience.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('the focus', () => {
  const { as } = withOrganization(6, () => undefined);

  const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
  const gets = async (page: Page, locator: Locator): Promise<void> => {
    await locator.waitFor();
    const handle = await locator.elementHandle();
    await page.waitForFunction((element) => element === document.activeElement, handle);
  };
  const press = async (locator: Locator): Promise<void> => {
    await locator.focus();
    await locator.press('Enter');
  };

  test(
    'goes into a dialog that loads, to its first field, and back to the button that opened it',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces');
      await settled(page);
      const button = page.getByRole('button', { name: 'Create workspace' });
      await press(button);
      await gets(page, page.getByRole('dialog').getByLabel('Name'));
      await page.keyboard.press('Escape');
      await gets(page, button);
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'goes back to the menu a dialog was opened from',
    async () => {
      const { page } = await as('owner', '/providers');
      await settled(page);
      const menu = page.getByRole('button', { name: 'More for acme-cloud' });
      for (const item of ['Edit', 'Remove']) {
        await press(menu);
        await page.getByRole('menuitem', { name: item }).press('Enter');
        await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') != null);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await gets(page, menu);
      }
    },
    WAIT,
  );

  test(
    'stays in a list when its row goes',
    async () => {
      const { page } = await as('owner', '/workspaces/finance?tab=members');
      await settled(page);
      const remove = page.getByRole('button', { name: `Remove ${PEOPLE.analyst.email}` });
      await press(remove);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
      await remove.waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.closest('table') != null);

      await page.getByRole('tab', { name: 'Targets' }).click();
      const add = page.getByRole('button', { name: 'Add target' });
      await press(add);
      await press(page.getByRole('button', { name: 'Remove target 2' }));
      await page.getByRole('button', { name: 'Remove target 2' }).waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.closest('[role=tabpanel]') != null);
    },
    WAIT,
  );

  test(
    'is back on a button that has worked',
    async () => {
      const { page } = await as('owner', '/audit');
      await settled(page);
      const refresh = page.getByRole('button', { name: 'Refresh' });
      let asked = 0;
      await page.route('**/api/manage/audit?*', async (route) => {
        asked += 1;
        await route.continue();
      });
      await press(refresh);
      await settled(page);
      await gets(page, refresh);
      expect(asked).toBe(1);
    },
    WAIT,
  );

  test(
    'is let go where somebody clicks beside everything',
    async () => {
      const { page } = await as('owner', '/workspaces');
      await settled(page);
      const button = page.getByRole('button', { name: 'Create workspace' });
      await button.focus();
      await page.getByRole('heading', { level: 1 }).click();
      // Something changes in the page: that is when a lost focus would be noticed.
      await page.evaluate(() => document.body.append(document.createElement('hr')));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await isFocused(button)).toBe(false);
    },
    WAIT,
  );
});
