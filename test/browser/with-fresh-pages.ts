/** What stands around the browser tests of accounts: a window of its own for each, and attempts counted anew. */
import { afterEach, beforeEach, expect } from 'bun:test';
import type { BrowserContext } from 'playwright-core';
import { launch, openPage, type RunningDashboard, type Watched } from './browser.ts';

export interface FreshPage extends Watched {
  readonly context: BrowserContext;
}

/**
 * Before each test a page that nobody has signed in on; after it, it has complained of nothing.
 * @param get asked for when a test has run, because the dashboard starts after this is called
 */
export function withFreshPages(get: () => RunningDashboard, ready: (fresh: FreshPage) => Promise<void> | void): void {
  let fresh: FreshPage | undefined;
  beforeEach(async () => {
    const context = await (await launch()).newContext({ reducedMotion: 'reduce', acceptDownloads: true });
    fresh = { ...(await openPage(context)), context };
    await ready(fresh);
  });
  afterEach(async () => {
    await fresh?.context.close();
    // All of this comes from one address.
    await get().gateway.stores.database.query.deleteFrom('rate_limit').execute();
    expect(fresh?.complaints).toEqual([]);
  });
}
