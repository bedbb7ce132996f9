import { describe, expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { auditOpening, auditOutcome, requestIdAt } from '../support/fixtures.ts';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { seriousFindings } from './serious-findings.ts';
import { settledOverflow } from './settled-overflow.ts';
import { withOnePage, withOrganization } from './with-organization.ts';

/** What a provider might call its model. */
const HOSTILE = {
  formula: '=HYPERLINK("http://evil.example","Invoice")',
  markup: '<img src=x onerror="document.title=1">',
  reversed: 'safe\u202Etxt.exe',
};

describe.skipIf(chromiumPath === undefined)('the audit log in a browser', () => {
  let organization: MadeUpOrganization;
  let page: Page;
  let complaints: string[];
  const { as } = withOnePage(
    { requests: 130, timezoneId: 'Asia/Kathmandu', prepare: sendToHostileModels },
    (made, opened) => {
      organization = made;
      ({ page, complaints } = opened);
    },
  );

  const open = async (search = ''): Promise<void> => {
    await page.goto(`${organization.url}/audit${search}`);
    await page.getByRole('row').nth(1).waitFor();
  };
  const column = async (name: string): Promise<string[]> => {
    const at = (await page.getByRole('columnheader').allTextContents()).indexOf(name);
    return page
      .locator('tbody tr')
      .evaluateAll((rows, index) => rows.map((row) => row.children[index]?.textContent ?? ''), at);
  };
  /** Once its rows are there and all say this. */
  const columnSays = (name: string, value: string): Promise<void> =>
    eventually(async () => expect(new Set(await column(name))).toEqual(new Set([value])));
  const send = (content: string) =>
    fetch(`${organization.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organization.keys.owner}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'support', messages: [{ role: 'user', content }] }),
    });

  test(
    'filters stand in the address, narrow the list and can be cleared',
    async () => {
      await open();
      await page.getByLabel('Workspace').locator('option', { hasText: 'legal' }).waitFor({ state: 'attached' });
      // One right after the other: both count.
      await page.getByLabel('Verdict').selectOption('Refused');
      await page.getByLabel('Workspace').selectOption('legal');
      await page.waitForURL(
        (url) => url.searchParams.get('verdict') === 'block' && url.searchParams.get('workspace') === 'legal',
      );
      await columnSays('Workspace', 'legal');
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByLabel('Status').fill('4xx');
      await page.getByLabel('Status').press('Enter');
      await page.waitForURL(/status=4xx/);
      // Whoever pressed Enter in it is still there.
      await eventually(async () =>
        expect(await page.getByLabel('Status').evaluate((field) => field === document.activeElement)).toBe(true),
      );
      await page.getByLabel('Person', { exact: true }).fill('james.okafor@northwind.example');
      await page.getByLabel('Person', { exact: true }).blur();
      await page.waitForURL(/person=james/);
      await page.reload();
      await columnSays('Verdict', 'Refused');
      expect(await page.getByLabel('Status').inputValue()).toBe('4xx');
      await page.getByLabel('Error code').fill('no such!');
      await page.getByLabel('Error code').press('Enter');
      await page.getByText('This is not looked for').waitFor();
      await page.getByRole('button', { name: 'Clear 4 filters' }).click();
      await page.waitForURL('**/audit');
      await eventually(async () => expect(await page.getByLabel('Person', { exact: true }).inputValue()).toBe(''));
      await page.getByLabel('Person', { exact: true }).fill('nobody@northwind.example');
      await page.getByLabel('Person', { exact: true }).press('Enter');
      await page.getByText('No request fits these filters.').waitFor();
    },
    WAIT,
  );

  test(
    'keys are chosen by what people call them',
    async () => {
      await open('?person=tom.becker@northwind.example');
      await page.getByRole('button', { name: 'More filters' }).click();
      const key = page.getByLabel('Key', { exact: true });
      let names: string[] = [];
      // One's own, and those of the person that is looked for: they come one after the other.
      await eventually(async () => {
        names = await key.locator('option').allTextContents();
        expect(names.map((name) => name.replace(/ \(.*/, ''))).toEqual(['All', 'Code assistant', 'Laptop']);
      });
      await key.selectOption({ label: names.find((name) => name.startsWith('Code assistant')) ?? '' });
      await page.waitForURL(/keyId=/);
      await columnSays('Who', 'tom.becker@northwind.example');
      await page.getByRole('table').getByRole('link').first().click();
      await page.waitForURL('**/audit/*-*');
      await page.getByRole('link', { name: /^Code assistant/ }).waitFor();
    },
    WAIT,
  );

  test(
    'a range of time is the viewer’s',
    async () => {
      await open();
      await page.getByLabel('Time', { exact: true }).selectOption('From and to …');
      const from = page.getByLabel('From', { exact: true });
      await from.fill('2026-01-02T03:45:00');
      await from.blur();
      // Kathmandu is 5:45 ahead of UTC.
      await page.waitForURL(/from=2026-01-01T22%3A00%3A00\.000Z/);
      await page.getByLabel('Time', { exact: true }).selectOption('Last 30 days');
      await page.waitForURL('**/audit?range=30d');
      const time = page.getByRole('row').nth(1).locator('time');
      expect(await time.getAttribute('title')).toContain('GMT+5:45');
    },
    WAIT,
  );

  test(
    'pages go on without gap or repetition, and back',
    async () => {
      await open();
      const seen: string[] = [];
      for (let number = 0; number < 3; number += 1) {
        const links = page.getByRole('row').getByRole('link');
        await links.first().waitFor();
        seen.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))));
        if (number < 2) {
          const [first] = seen.slice(-50);
          await page.getByRole('link', { name: 'Older' }).click();
          await page.waitForFunction((href) => {
            const link = document.querySelector('tbody a');
            return link !== null && link.getAttribute('href') !== href;
          }, first);
        }
      }
      expect(seen).toHaveLength(133);
      expect(new Set(seen).size).toBe(133);
      await page.goBack();
      await page.waitForFunction((href) => document.querySelector('tbody a')?.getAttribute('href') === href, seen[50]);
      await page.getByRole('link', { name: 'Newest' }).click();
      await page.waitForFunction((href) => document.querySelector('tbody a')?.getAttribute('href') === href, seen[0]);
    },
    WAIT,
  );

  test(
    'live: what comes appears by itself',
    async () => {
      await open('?workspace=support');
      const before = (await column('Time')).length;
      await page.getByRole('switch', { name: 'Live' }).click();
      await page.getByText('Up to date at').waitFor();
      await send('Mail bob.miller@mail.example.');
      await page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows + 1, before);
      const first = page.getByRole('row').nth(1);
      // Its end is seen too.
      await first.getByText('200').waitFor();
      await first.getByText('olivia.hart').waitFor();
      expect(await page.content()).not.toContain('bob.miller');
      await page.getByRole('switch', { name: 'Live' }).click();
      await page.getByRole('button', { name: 'Refresh' }).waitFor();
    },
    WAIT,
  );

  test(
    'one request: found by its x-request-id, with its timeline',
    async () => {
      const answer = await send('Mail bob.miller@mail.example.');
      const id = answer.headers.get('x-request-id') ?? '';
      await page.goto(`${organization.url}/audit`);
      await page.getByLabel('Request id').fill(`  ${id} `);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('Passed on with placeholders').waitFor();
      await page.getByText(id).waitFor();
      // Its end is written a moment after the answer has been sent.
      await eventually(async () => {
        const steps = await page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').allTextContents();
        expect(steps.map((text) => text.replace(/[\d.,]+ m?s.*/, ''))).toEqual([
          'Arrived',
          'Read and inspected',
          'Put on record',
          'First byte of the provider',
          'Answered to the end',
        ]);
      });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await seriousFindings(page)).toEqual([]);
        }
        const overflow = await settledOverflow(page);
        expect(overflow).toBe(0);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('link', { name: 'olivia.hart@northwind.example' }).first().click();
      await page.waitForURL(/audit\?person=olivia\.hart/);
      await page.goto(`${organization.url}/audit/${requestIdAt(Date.now())}`);
      await page.getByText('There is no such request').waitFor();
    },
    WAIT,
  );

  test(
    'what a provider calls its model is text, in the page and in the file',
    async () => {
      for (const [name, shown] of [
        ['formula', HOSTILE.formula],
        ['markup', HOSTILE.markup],
        ['reversed', 'safeU+202Etxt.exe'],
      ] as const) {
        const { id } = await organization.gateway.stores.database.query
          .selectFrom('audit_event')
          .select('id')
          .where('upstream_model', '=', HOSTILE[name])
          .executeTakeFirstOrThrow();
        await page.goto(`${organization.url}/audit/${id}`);
        const answer = page.getByRole('region', { name: 'Answer' });
        await eventually(async () => expect(await answer.textContent()).toContain(shown));
        await eventually(async () => expect(await page.title()).toBe('Request · OneFirewall'));
      }
      await open('?range=24h');
      for (const [choice, expected] of [
        ['Export CSV', [`"'=HYPERLINK(""http://evil.example"",""Invoice"")"`, 'safe\\u202etxt.exe']],
        ['Export JSON Lines', [JSON.stringify(HOSTILE.markup), 'safe\\u202etxt.exe']],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: choice }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.(?:csv|jsonl)$/);
        const text = readFileSync(await download.path(), 'utf8');
        for (const piece of expected) expect(text).toContain(piece);
        expect(text).not.toContain('\u202E');
      }
    },
    WAIT,
  );

  test(
    'a search that has looked far back says how far, and goes on from there',
    async () => {
      const next = '019a0000-0000-7000-8000-000000000000';
      await page.route('**/api/manage/audit?*', (route) => route.fulfill({ json: { data: [], next } }));
      await page.goto(`${organization.url}/audit?kind=PASSPORT`);
      await page.getByText('None found yet. Looked back to Oct 20').waitFor();
      await page.getByRole('link', { name: 'Look further back' }).click();
      await page.waitForURL(`**/audit?kind=PASSPORT&before=${next}`);
      await page.unroute('**/api/manage/audit?*');
    },
    WAIT,
  );

  test(
    'a failed load says what is wrong, and is tried again',
    async () => {
      await page.route('**/api/manage/audit?*', (route) => route.fulfill({ status: 500, body: 'no' }));
      await page.goto(`${organization.url}/audit`);
      await page.getByRole('alert').waitFor();
      await page.unroute('**/api/manage/audit?*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('row').nth(1).waitFor();
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('status of 500')));
    },
    WAIT,
  );

  test(
    'a member sees their own requests, and is told so',
    async () => {
      const { page: other } = await as('member', '/audit');
      await other.getByText('and your own').waitFor();
      await other.getByRole('row').nth(1).waitFor();
      const text = (await other.getByRole('table').textContent()) ?? '';
      expect(text).toContain('tom.becker');
      for (const person of ['priya.nair', 'james.okafor', 'member@example.test']) expect(text).not.toContain(person);
    },
    WAIT,
  );
});

describe.skipIf(chromiumPath === undefined)('the audit log of a gateway nobody has used', () => {
  const { as } = withOrganization(0, () => {});

  test(
    'says where to begin',
    async () => {
      const { page, complaints } = await as('owner', '/audit');
      await page.getByText('No request has come through yet').waitFor();
      await page.getByRole('link', { name: 'Go to the overview' }).click();
      await page.getByRole('heading', { name: 'Send the first request' }).waitFor();
      expect(complaints).toEqual([]);
    },
    WAIT,
  );
});

/** Requests whose models are named as no model should be. */
async function sendToHostileModels({ gateway }: MadeUpOrganization): Promise<void> {
  const writer = createAuditWriter(gateway.stores.database);
  for (const upstreamModel of Object.values(HOSTILE)) {
    const startedAt = Date.now() - 30_000;
    const opening = { ...auditOpening, requestId: requestIdAt(startedAt), startedAt };
    await writer.record(
      { ...opening, workspaceId: null, workspaceName: 'hostile' },
      { ...auditOutcome, upstreamModel },
    );
  }
  await writer.close();
}
