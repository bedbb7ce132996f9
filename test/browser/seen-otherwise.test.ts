/** Not everybody sees a page as it was drawn: high contrast, twice the size, on paper. */
import { describe, expect, test } from 'bun:test';
import type { Locator, Page } from 'playwright-core';
import { chromiumPath, openPage } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { WAIT } from './patience.ts';
import { settled } from './settled.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('seen otherwise', () => {
  let organization: MadeUpOrganization;
  const { windowOf } = withOrganization(12, (made) => {
    organization = made;
  });

  const open = async (path: string, options: Parameters<typeof windowOf>[1]): Promise<Page> => {
    const { page } = await openPage(await windowOf('owner', options));
    await page.goto(organization.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    return page;
  };
  const picture = async (locator: Locator): Promise<string> => Bun.hash(await locator.screenshot()).toString();

  test(
    'in high contrast one sees what is chosen, and what is on',
    async () => {
      const page = await open('/playground', { forcedColors: 'active' });
      const modes = page.getByRole('radiogroup', { name: 'Personal data' });
      const looks = new Set<string>();
      for (const mode of ['Pass on', 'Replace', 'Refuse']) {
        await modes.locator('label').filter({ hasText: mode }).click();
        // The ring of the focus is no answer: it goes elsewhere before one looks.
        await page.getByRole('textbox', { name: 'Message' }).focus();
        looks.add(await picture(modes));
      }
      expect(looks.size).toBe(3);

      await page.goto(`${organization.url}/workspaces/support?tab=policy`);
      const kind = page.getByRole('switch', { name: 'Crypto wallet' });
      await kind.waitFor();
      const row = page.locator('.mantine-Switch-root').filter({ has: kind });
      const look = async () => {
        await page.getByRole('heading', { level: 1 }).click();
        return picture(row);
      };
      const on = await look();
      await kind.press('Space');
      expect(await look()).not.toBe(on);

      const tabs = page.getByRole('tablist').first();
      await page.getByRole('heading', { level: 1 }).click();
      const atPolicy = await picture(tabs);
      await page.getByRole('tab', { name: 'Targets' }).click();
      await page.getByRole('heading', { level: 1 }).click();
      expect(await picture(tabs)).not.toBe(atPolicy);
    },
    WAIT,
  );

  test(
    'at 200 % and in a low window nothing that has the focus is behind something else',
    async () => {
      const hidden: string[] = [];
      for (const viewport of [
        { width: 720, height: 450 },
        { width: 1024, height: 600 },
      ]) {
        for (const path of ['/playground', '/workspaces/support?tab=policy']) {
          const page = await open(path, { viewport });
          if (path.includes('policy')) await page.getByLabel('By default').selectOption('block');
          for (const key of ['Tab', 'Shift+Tab']) {
            for (let stops = 0; stops < 25; stops += 1) {
              await page.keyboard.press(key);
              const covered = await coveredFocus(page);
              if (covered !== undefined) hidden.push(`${path} at ${viewport.width}: ${covered}`);
            }
          }
        }
      }
      expect(hidden).toEqual([]);
    },
    WAIT,
  );

  test(
    'on paper there is what the page says, from when to when, and not what one does with it',
    async () => {
      const page = await open('/?range=30d', {});
      const range = page.getByText(/^From .+ to .+\.$/);
      expect(await range.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await range.isVisible()).toBe(true);
      expect(await page.getByRole('heading', { name: 'What was found' }).isVisible()).toBe(true);
      for (const name of ['Main', 'Skip to the content']) {
        expect(await page.locator(`nav[aria-label="${name}"], a:has-text("${name}")`).first().isVisible()).toBe(false);
      }
      expect(await page.getByText('Show the numbers').first().isVisible()).toBe(false);
    },
    WAIT,
  );
});

/** What has the focus, where another thing lies over the whole of it (WCAG 2.4.11). */
function coveredFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    // What is drawn by something beside it (a switch) is small and unseen itself.
    if (!(element instanceof HTMLElement) || element === document.body || element.offsetHeight < 10) return undefined;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inWindow = (x: number, y: number) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const points = [0.1, 0.5, 0.9].flatMap((across) =>
      [0.1, 0.5, 0.9].map((down) => [left + (right - left) * across, top + (bottom - top) * down] as const),
    );
    const seen = points.some(([x, y]) => {
      const there = inWindow(x, y) ? document.elementFromPoint(x, y) : null;
      return there !== null && (element.contains(there) || there.contains(element));
    });
    return seen ? undefined : (element.getAttribute('aria-label') ?? element.textContent ?? element.tagName);
  });
}
