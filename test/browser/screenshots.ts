/** `npm run screenshots [-- NAME ...]`: pictures of all pages, or of those whose name begins so, at three widths in both themes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { cookiesOf, launch } from './browser.ts';
import { startMadeUpOrganization } from './made-up-organization.ts';
import { PAGES } from './pages.ts';
import { compressPng } from './png.ts';

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** CSS pixels; what is below nobody looks at in a picture. */
const LONGEST = 2600;

const names = process.argv.slice(2);
const pages = PAGES.filter(({ name }) => names.length === 0 || names.some((begin) => name.startsWith(begin)));
const folder = process.env.SCREENSHOTS ?? join(import.meta.dir, '..', '..', 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

const organization = await startMadeUpOrganization();
const browser = await launch();
let bytes = 0;
try {
  for (const colorScheme of SCHEMES) {
    const signedIn = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    await signedIn.addCookies(cookiesOf(organization.cookies.owner, organization.url));
    const signedOut = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    for (const viewport of WIDTHS) {
      for (const page of pages) {
        const context = page.signedOut ? signedOut : signedIn;
        const file = join(folder, `${page.name}-${viewport.width}-${colorScheme}.png`);
        bytes += await picture(context, { path: page.path, viewport, file });
      }
    }
  }
} finally {
  await browser.close();
  await organization.stop();
}
console.log(`${pages.length * WIDTHS.length * SCHEMES.length} pictures, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
process.exit(0);

interface Shot {
  readonly path: string;
  readonly viewport: (typeof WIDTHS)[number];
  readonly file: string;
}

async function picture(context: BrowserContext, { path, viewport, file }: Shot): Promise<number> {
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.goto(organization.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  // Charts draw themselves in a moment after their data has come.
  await page.waitForTimeout(400);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // As tall as the page: what stays in its place while one scrolls would stand in the middle of the picture.
  await page.setViewportSize({ ...viewport, height: Math.min(LONGEST, Math.max(viewport.height, height)) });
  const png = compressPng(await page.screenshot());
  await Bun.write(file, png);
  await page.close();
  return png.length;
}
