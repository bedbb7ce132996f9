/** A started gateway with its dashboard, and Debian's Chromium to look at it. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type ConfigInput, configSchema } from '../../src/configuration/config-schema.ts';
import { prepareFirstStart } from '../../src/first-start.ts';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import { dashboardPages } from '../../src/http/dashboard.ts';
import { listen } from '../../src/http/server.ts';
import { SOON } from './patience.ts';
import { watchRequests } from './settled.ts';
import { slowGateway, slowPage } from './slowdown.ts';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The path of a Chromium; undefined where there is none. */
export const chromiumPath = CANDIDATES.find((path) => path !== undefined && path !== '' && existsSync(path));

if (chromiumPath === undefined) {
  console.log('SKIPPED: no Chromium found (set $CHROMIUM to one); the dashboard is not tested in a browser.');
}

let launched: Promise<Browser> | undefined;

/** One for all tests: what they must not share is in a context. It ends with this process. */
export function launch(): Promise<Browser> {
  launched ??= start();
  return launched;
}

function start(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    timeout: SOON,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface RunningDashboard {
  readonly url: string;
  readonly gateway: Gateway;
  /** Its database and its key. */
  readonly folder: string;
  /** The link that makes the first owner, or one for a user. */
  link(email?: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * As after a newcomer's first `start`: a workspace `demo` that echoes, and nobody who could sign in.
 * @param from the folder of another dashboard, to begin with what is there
 */
export async function startDashboard(declared: Partial<ConfigInput> = {}, from?: string): Promise<RunningDashboard> {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-browser-'));
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const config = configSchema.parse({ server: { port: 0 }, log: { level: 'silent' }, ...declared });
  const loaded = { config, file: undefined, folder, missing: [] };
  const gateway = await createGateway(loaded);
  await prepareFirstStart(gateway.stores, loaded, {});
  const listening = listen({
    host: '127.0.0.1',
    port: config.server.port,
    fetch: slowGateway(gateway.fetch),
    pages: dashboardPages,
    log: gateway.log,
  });
  return {
    url: listening.url,
    gateway,
    folder,
    async link(email) {
      const user = email === undefined ? undefined : await gateway.stores.users.getByEmail(email);
      const { token } = await gateway.stores.links.create(user?.id ?? null);
      return `${listening.url}/sign-in-link#${token}`;
    },
    async stop() {
      await listening.stop(0);
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Watched {
  readonly page: Page;
  /** What the page complained about: exceptions, refused resources, console errors. */
  readonly complaints: string[];
}

/** A page whose complaints are kept. An API answer of 4xx is no complaint: the browser prints those by itself. */
export async function openPage(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  page.setDefaultTimeout(SOON);
  watchRequests(page);
  await slowPage(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const expected = message.location().url.includes('/api/manage/') && / status of 4\d\d /.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
  return { page, complaints };
}

/** The cookies of a `cookie` header, as a browser context takes them. */
export function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url };
  });
}
