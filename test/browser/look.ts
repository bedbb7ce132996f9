/** Looks at a page as it stands, in both themes: for what opens only while it is used. */
import { expect } from 'bun:test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { seriousFindings } from './serious-findings.ts';
import { settledOverflow } from './settled-overflow.ts';

/** Where pictures go, to be looked at by a person; none are made where it is not set. */
const folder = process.env.PICTURES;

/** Nothing serious for axe, and as wide as the window. @param name of the picture */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  const found: unknown[] = [];
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const overflow = await settledOverflow(page);
    if (overflow > 0) found.push(`${overflow} pixels too wide at ${width}`);
    for (const finding of await seriousFindings(page)) found.push({ width, colorScheme, finding });
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ name, found }).toEqual({ name, found: [] });
}
