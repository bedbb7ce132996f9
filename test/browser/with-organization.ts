/** What stands around the browser tests of a made-up organization. */
import { afterAll, afterEach, beforeAll, expect } from 'bun:test';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { cookiesOf, launch, openPage, type Watched } from './browser.ts';
import { type MadeUpOrganization, type PEOPLE, startMadeUpOrganization } from './made-up-organization.ts';
import { WAIT } from './patience.ts';

export type Person = keyof typeof PEOPLE;

const WINDOW = { reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } } as const;

export interface Stage {
  /** A page as one of its people sees it, once its heading is there; closed after the test. */
  as(person: Person, path: string): Promise<Watched>;
  /** A window of one of its people, or of nobody; closed after the test. */
  windowOf(person: Person | undefined, options?: BrowserContextOptions): Promise<BrowserContext>;
}

/**
 * Starts it before the tests of the surrounding `describe`, and stops it after them.
 * @param requests that have been sent to it
 * @param ready gets it, and may prepare more
 */
export function withOrganization(
  requests: number,
  ready: (organization: MadeUpOrganization) => Promise<void> | void,
): Stage {
  return around({ requests, ready, end: () => undefined });
}

interface Around {
  readonly requests: number;
  readonly ready: (organization: MadeUpOrganization) => Promise<void> | void;
  /** Before the organization stops. */
  readonly end: () => Promise<void> | undefined;
}

function around({ requests, ready, end }: Around): Stage {
  let organization: MadeUpOrganization | undefined;
  const open = new Set<BrowserContext>();
  beforeAll(async () => {
    organization = await startMadeUpOrganization(requests);
    await ready(organization);
  }, 2 * WAIT);
  afterEach(async () => {
    for (const context of open) await context.close();
    open.clear();
  });
  afterAll(async () => {
    await end();
    await organization?.stop();
  });
  const windowOf: Stage['windowOf'] = async (person, options = {}) => {
    if (organization === undefined) throw new Error('the organization has not started');
    const context = await windowIn(organization, person, options);
    open.add(context);
    return context;
  };
  return {
    windowOf,
    async as(person, path) {
      const watched = await openPage(await windowOf(person));
      await watched.page.goto((organization?.url ?? '') + path);
      await watched.page.getByRole('heading', { level: 1 }).waitFor();
      return watched;
    },
  };
}

async function windowIn(
  organization: MadeUpOrganization,
  person: Person | undefined,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await (await launch()).newContext({ ...WINDOW, ...options });
  if (person !== undefined) await context.addCookies(cookiesOf(organization.cookies[person], organization.url));
  return context;
}

export interface OnePage extends Watched {
  readonly context: BrowserContext;
}

export interface OnePageOptions extends BrowserContextOptions {
  /** That have been sent to the organization. */
  readonly requests: number;
  /** Prepares more, before the page is opened. */
  readonly prepare?: (organization: MadeUpOrganization) => Promise<void> | void;
}

/** For tests that go on in the owner's one page, each where the one before it ended. It complains of nothing in all of them. */
export function withOnePage(
  { requests, prepare, ...options }: OnePageOptions,
  ready: (organization: MadeUpOrganization, page: OnePage) => Promise<void> | void,
): Stage {
  let opened: OnePage | undefined;
  return around({
    requests,
    async ready(organization) {
      await prepare?.(organization);
      const context = await windowIn(organization, 'owner', options);
      opened = { ...(await openPage(context)), context };
      await ready(organization, opened);
    },
    async end() {
      await opened?.context.close();
      expect(opened?.complaints).toEqual([]);
    },
  });
}
