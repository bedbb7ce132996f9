/** What holds for all pages: nobody is shut out, nothing is cut off, and the browser's security has nothing to report. */
import { describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { chromiumPath, openPage } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { PAGES } from './pages.ts';
import { WAIT } from './patience.ts';
import { seriousFindings } from './serious-findings.ts';
import { settled } from './settled.ts';
import { settledOverflow } from './settled-overflow.ts';
import { withOrganization } from './with-organization.ts';

/** Bytes, gzipped: what issue 5 allows for the scripts of the first page. */
const FIRST_PAGE = 250_000;

describe.skipIf(chromiumPath === undefined)('every page of the dashboard', () => {
  let organization: MadeUpOrganization;
  const { windowOf } = withOrganization(60, (made) => {
    organization = made;
  });

  const contextFor = (signedOut: boolean) => windowOf(signedOut ? undefined : 'owner');
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(organization.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  };

  test.each(PAGES)(
    '$name: axe finds nothing serious in light and dark, it fits at 320, 390, 768 and 1440 pixels, nothing is refused',
    async ({ path, signedOut = false, act }) => {
      const context = await contextFor(signedOut);
      const { page, complaints } = await openPage(context);
      await open(page, path);
      await act?.(page);
      await settled(page);
      const found: unknown[] = [];
      // 320 is what WCAG 2.2 asks for (1.4.10): 1280 pixels at 400 %.
      for (const width of [1440, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await settledOverflow(page);
        if (overflow > 0) found.push(`${overflow} pixels too wide at ${width}`);
        for (const colorScheme of width === 1440 || width === 390 ? (['light', 'dark'] as const) : []) {
          await page.emulateMedia({ colorScheme });
          for (const finding of await seriousFindings(page)) found.push({ width, colorScheme, finding });
        }
      }
      expect(found).toEqual([]);
      // Whatever the content-security policy refuses is written to the console; so is the status of a page that is not there.
      expect(complaints.filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
    },
    WAIT,
  );

  test.each([
    ['sign-in', '/sign-in', true],
    ['overview', '/', false],
  ] as const)('the scripts of %s, without charts, are under 250 kB gzipped', async (name, path, signedOut) => {
    const context = await contextFor(signedOut);
    const { page } = await openPage(context);
    const scripts = new Set<string>();
    const begun: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') begun.push(request.url());
    });
    await open(page, path);
    for (const url of begun) scripts.add(url);
    let bytes = 0;
    for (const url of scripts) {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' }, decompress: false });
      const body = new Uint8Array(await answer.arrayBuffer());
      const isCharts = Buffer.from(Bun.gunzipSync(body)).includes('recharts');
      if (!isCharts) bytes += body.length;
    }
    console.log(`the scripts of ${name}: ${Math.round(bytes / 1000)} kB gzipped`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_PAGE);
  });
});
