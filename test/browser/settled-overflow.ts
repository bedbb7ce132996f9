import type { Page } from 'playwright-core';

/**
 * By how many pixels a page is wider than its window. Charts and cards take their new width a moment after the window has it: what is
 * still too wide after two seconds is too wide.
 */
export async function settledOverflow(page: Page): Promise<number> {
  let overflow = 0;
  for (let tries = 0; tries < 40; tries++) {
    overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow <= 0) return 0;
    await page.waitForTimeout(50);
  }
  return overflow;
}
