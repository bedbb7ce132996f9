import { afterAll, describe, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ERRORS, type ErrorCode } from '../../src/errors.ts';
import { PUBLIC_ROUTES } from '../../src/http/openai/route-table.ts';
import { ROOT } from '../support/source-tree.ts';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { withOnePage } from './with-organization.ts';

const ENDPOINTS = ['Chat', 'List workspaces', 'One workspace'];

describe.skipIf(chromiumPath === undefined)('the API reference in a browser', () => {
  let organization: MadeUpOrganization;
  let page: Page;
  let complaints: string[];
  let folder: string;
  withOnePage({ requests: 3 }, async (made, opened) => {
    organization = made;
    ({ page, complaints } = opened);
    // Inside the project, so that programs for Node find its packages.
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache', 'reference-'));
    await page.goto(`${organization.url}/reference`);
    await page.getByRole('region', { name: 'Errors' }).first().waitFor();
    // The programs name one of these once they are known, which is a request of its own.
    await page.getByLabel('Workspace in the examples').waitFor();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (program: string, command: readonly string[]): Promise<string> => {
    const environment = { ...process.env, ONEFIREWALL_API_KEY: organization.keys.owner };
    const file = join(folder, `program${command.at(-1)}`);
    writeFileSync(file, program);
    const child = Bun.spawn([...command.slice(0, -1), file], {
      cwd: ROOT,
      env: environment,
      stdout: 'pipe',
      stderr: 'pipe',
    });
    const [out, failure] = [await new Response(child.stdout).text(), await new Response(child.stderr).text()];
    if ((await child.exited) !== 0) throw new Error(failure);
    return out;
  };
  /** Every program on the page in one language, in order. */
  const programs = async (language: 'curl' | 'Node' | 'Python'): Promise<string[]> => {
    const found: string[] = [];
    for (const endpoint of ENDPOINTS) {
      const section = page.getByRole('region', { name: endpoint, exact: true });
      const tabs = await section.getByRole('tab', { name: language }).all();
      for (const tab of tabs) {
        await tab.click();
        await eventually(async () => expect(await tab.getAttribute('aria-selected')).toBe('true'));
      }
      for (const code of await section.getByRole('tabpanel').locator('pre').all())
        found.push((await code.textContent()) ?? '');
    }
    return found;
  };

  test(
    'has this server, its workspaces and the way to a key',
    async () => {
      expect(await page.getByRole('region', { name: 'Connect' }).textContent()).toContain(`${organization.url}/api/v1`);
      const [first = ''] = await programs('curl');
      expect(first).toContain(`${organization.url}/api/v1/chat/completions`);
      expect(first).toContain('"model": "demo"');
      await page.getByLabel('Workspace in the examples').selectOption('support');
      await eventually(async () => expect((await programs('curl'))[0]).toContain('"model": "support"'));
      await page.getByLabel('Workspace in the examples').selectOption('demo');
      await eventually(async () => expect((await programs('curl'))[0]).toContain('"model": "demo"'));
      expect(await page.getByRole('link', { name: 'Make a key in your profile' }).getAttribute('href')).toBe(
        '/profile',
      );
    },
    WAIT,
  );

  test.skipIf(Bun.which('curl') === null)(
    'its programs for curl run as they stand',
    async () => {
      const [chat = '', stream = '', list = '', one = ''] = await programs('curl');
      expect(JSON.parse(await run(chat, ['sh', '.sh']))).toMatchObject({ object: 'chat.completion', model: 'demo' });
      expect(await run(stream, ['sh', '.sh'])).toContain('data: [DONE]');
      const { data } = JSON.parse(await run(list, ['sh', '.sh'])) as { data: { id: string }[] };
      expect(data.map(({ id }) => id)).toContain('demo');
      expect(JSON.parse(await run(one, ['sh', '.sh']))).toMatchObject({ id: 'demo', object: 'model' });
    },
    WAIT,
  );

  test(
    'its programs for Node run as they stand',
    async () => {
      const [chat = '', stream = '', list = '', one = ''] = await programs('Node');
      expect((await run(chat, [process.execPath, '.mjs'])).trim()).toBe('You said: Hello!');
      expect((await run(stream, [process.execPath, '.mjs'])).trim()).toBe('You said: Hello!');
      expect((await run(list, [process.execPath, '.mjs'])).split('\n')).toContain('demo');
      expect((await run(one, [process.execPath, '.mjs'])).trim()).toBe('demo');
    },
    WAIT,
  );

  test(
    'lists parameters with what they take, and says which are ours',
    async () => {
      const chat = page.getByRole('region', { name: 'Chat', exact: true });
      const shown = (await chat.locator('dl').textContent()) ?? '';
      for (const name of ['model', 'messages', 'stream', 'pii', 'system', 'web_search']) expect(shown).toContain(name);
      expect(shown).toContain('"disabled" | "obfuscate" | "block"');
      expect(await chat.getByText('Ours', { exact: true }).count()).toBe(3);
    },
    WAIT,
  );

  test(
    'has every error of the public API with its status and words',
    async () => {
      const table = page.getByRole('table', { name: 'Errors' });
      const codes = new Set(Object.values(PUBLIC_ROUTES).flatMap(({ errors }): readonly ErrorCode[] => errors));
      expect(await table.getByRole('row').count()).toBe(codes.size + 1);
      for (const code of codes) {
        const row =
          (await table
            .getByRole('row')
            .filter({ has: page.getByText(code, { exact: true }) })
            .textContent()) ?? '';
        expect(row).toContain(String(ERRORS[code].status));
        expect(row).toContain(ERRORS[code].message);
      }
    },
    WAIT,
  );

  test(
    'has the modes of pii, the headers of the receipt and the management API',
    async () => {
      const modes = (await page.getByRole('table', { name: 'Personal data' }).textContent()) ?? '';
      for (const mode of ['disabled', 'obfuscate', 'block']) expect(modes).toContain(mode);
      const headers = (await page.getByRole('table', { name: 'Receipt' }).textContent()) ?? '';
      for (const header of ['x-request-id', 'x-onefirewall-pii', 'x-onefirewall-policy'])
        expect(headers).toContain(header);
      await page.getByText(/^playground \(\d+\)$/).click();
      await page.getByText('/api/manage/playground', { exact: true }).waitFor();
    },
    WAIT,
  );

  test(
    'a document that cannot be loaded is said, with a way to try again',
    async () => {
      await page.route('**/api/openapi.json', (route) => route.abort());
      await page.reload();
      await page
        .getByRole('alert')
        .getByText(/cannot be reached/)
        .waitFor();
      await page.unroute('**/api/openapi.json');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('region', { name: 'Errors' }).first().waitFor();
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_FAILED')));
    },
    WAIT,
  );
});
