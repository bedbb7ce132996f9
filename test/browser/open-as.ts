import type { Browser } from 'playwright-core';
import { cookiesOf, openPage, type Watched } from './browser.ts';
import type { MadeUpOrganization, PEOPLE } from './made-up-organization.ts';

/** Long enough for a machine that does other things too. Milliseconds. */
export const WAIT = 60_000;

/** A page as one of the made-up people sees it, once its heading is there. */
export async function openAs(
  { browser, organization }: { readonly browser: Browser; readonly organization: MadeUpOrganization },
  person: keyof typeof PEOPLE,
  path: string,
): Promise<Watched> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookiesOf(organization.cookies[person], organization.url));
  const watched = await openPage(context);
  await watched.page.goto(organization.url + path);
  await watched.page.getByRole('heading', { level: 1 }).waitFor();
  return watched;
}
