/** `npm run screenshots [-- NAME ...]`: pictures of all pages, or of those whose name begins so, at three widths in both themes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { cookiesOf, launch, openPage } from './browser.ts';
import { startMadeUpOrganization } from './made-up-organization.ts';
import { PAGES, type PageToVisit } from './pages.ts';
import { compressPng } from './png.ts';
import { settled } from './settled.ts';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** CSS pixels; what is below nobody looks at in a picture. */
const LONGEST = 2600;

const names = process.argv.slice(2);
const pages = PAGES.filter(({ name }) => names.length === 0 || names.some((begin) => name.startsWith(begin)));
const folder = process.env.SCREENSHOTS ?? join(import.meta.dir, '..', '..', 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

const organization = await startMadeUpOrganization(320, { thinking: true });
const browser = await launch();
let bytes = 0;
try {
  for (const colorScheme of SCHEMES) {
    const signedIn = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    await signedIn.addCookies(cookiesOf(organization.cookies.owner, organization.url));
    const signedOut = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    for (const page of pages) bytes += await pictures(page, page.signedOut ? signedOut : signedIn, colorScheme);
  }
} finally {
  await browser.close();
  await organization.stop();
}
console.log(`${pages.length * WIDTHS.length * SCHEMES.length} pictures, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
process.exit(0);

/** One page, opened once and drawn at every width. */
async function pictures({ name, path, act }: PageToVisit, context: BrowserContext, scheme: string): Promise<number> {
  const { page } = await openPage(context);
  await page.setViewportSize(WIDTHS[0]);
  await page.goto(organization.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await act?.(page);
  await settled(page);
  let size = 0;
  for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport);
    // Charts draw themselves anew for each width.
    await page.waitForTimeout(500);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // As tall as the page: what stays in its place while one scrolls would stand in the middle of the picture.
    await page.setViewportSize({ ...viewport, height: Math.min(LONGEST, Math.max(viewport.height, height)) });
    const png = compressPng(await page.screenshot());
    await Bun.write(join(folder, `${name}-${viewport.width}-${scheme}.png`), png);
    size += png.length;
  }
  await page.close();
  return size;
}
