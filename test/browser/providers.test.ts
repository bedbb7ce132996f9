import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { seriousFindings } from './serious-findings.ts';
import { type Person, withOrganization } from './with-organization.ts';

const CREDENTIAL = ['lab', 'credential', '4711'].join('-');

describe.skipIf(chromiumPath === undefined)('providers in the dashboard', () => {
  let organization: MadeUpOrganization;
  const stage = withOrganization(0, (made) => {
    organization = made;
  });
  /** Stands for a provider: names its models to whoever has the credential. */
  let models: ReturnType<typeof Bun.serve>;
  beforeAll(() => {
    models = Bun.serve({
      port: 0,
      fetch(request) {
        const { pathname } = new URL(request.url);
        if (pathname !== '/v1/models') return new Response('nothing here', { status: 404 });
        if (request.headers.get('authorization') !== `Bearer ${CREDENTIAL}`) {
          return Response.json({ error: { message: `Incorrect API key: ${CREDENTIAL}` } }, { status: 401 });
        }
        const data = Array.from({ length: 14 }, (_, index) => ({ id: `lab-model-${index + 1}`, object: 'model' }));
        return Response.json({ object: 'list', data });
      },
    });
  });
  afterAll(() => models?.stop(true));

  const as = (person: Person, path = '/providers') => stage.as(person, path);
  const stored = (name: string) => organization.gateway.stores.providers.get(name);
  const more = async (page: Page, provider: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: `More for ${provider}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  test(
    'a provider is tried before it is saved, then saved; its credential is never shown again',
    async () => {
      const { page, complaints } = await as('owner');
      await page.getByRole('button', { name: 'Add provider' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Start from').selectOption('vllm');
      await eventually(async () => {
        expect(await dialog.getByLabel('Base URL').inputValue()).toBe('http://HOST:8000/v1');
        expect(await dialog.getByLabel('In our own network').isChecked()).toBe(true);
      });
      await dialog.getByLabel('Name', { exact: true }).fill('lab');
      await dialog.getByLabel('Base URL').fill(`http://127.0.0.1:${models.port}/v1`);
      await dialog.getByLabel('Credential', { exact: true }).fill('something wrong'.replace(' ', '-'));
      await dialog.getByRole('button', { name: 'Test connection' }).click();
      await dialog.getByText('Reached, but the credential was refused').waitFor();
      await dialog.getByLabel('Credential', { exact: true }).fill(CREDENTIAL);
      await dialog.getByRole('button', { name: 'Test connection' }).click();
      await dialog.getByText('Reached, and the credential was accepted').waitFor();
      await dialog.getByText('14 models').waitFor();
      expect(await stored('lab')).toBeUndefined();
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Add provider' }).click();
      await page
        .getByRole('row')
        .filter({ hasText: `http://127.0.0.1:${models.port}/v1` })
        .waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(CREDENTIAL);
      expect(await stored('lab')).toMatchObject({ internal: true, hasCredential: true, quirks: {} });
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'a saved provider is tested: reached with its models, and each way to fail with what to do',
    async () => {
      const { page } = await as('owner');
      const testOf = async (name: string) => {
        await page.getByRole('button', { name: `Test the connection to ${name}` }).click();
        return page.getByRole('dialog');
      };
      const dialog = await testOf('lab');
      await dialog.getByText('Reached, and the credential was accepted').waitFor();
      await dialog.getByLabel('Filter the models').fill('model-1');
      await dialog.getByText('lab-model-14').waitFor();
      await dialog.getByText('lab-model-2', { exact: true }).waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await testOf('offline-lab');
      await page.getByText('The host could not be reached').waitFor();
      await page.getByText('Check the host and port of the base URL').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await organization.gateway.stores.providers.update('lab', { baseUrl: `http://127.0.0.1:${models.port}/v9` });
      await testOf('lab');
      await page.getByText('The host answers, but there is nothing at this path').waitFor();
      await organization.gateway.stores.providers.update('lab', { baseUrl: `http://127.0.0.1:${models.port}/v1` });
      await page.getByRole('button', { name: 'Test again' }).click();
      await page.getByText('Reached, and the credential was accepted').waitFor();
    },
    WAIT,
  );

  test(
    'quirks and headers are edited; the credential stays where nothing is typed',
    async () => {
      const { page } = await as('owner');
      await more(page, 'lab', 'Edit');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('To test changes before they are saved, give the credential again.').waitFor();
      await dialog.getByRole('button', { name: 'How it differs from OpenAI' }).click();
      await dialog.getByLabel('Path').fill('chat');
      await dialog.getByLabel('Developer messages are sent as').selectOption('system');
      await dialog.getByRole('button', { name: 'Add header' }).click();
      await dialog.getByLabel('Name of header 1').fill('x-team');
      await dialog.getByLabel('Value of header 1').fill('research');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
      await page.waitForFunction(
        () => document.querySelector('input[name="quirks.path"]')?.getAttribute('aria-invalid') === 'true',
      );
      await dialog.getByLabel('Path').fill('/chat');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await stored('lab')).toMatchObject({
        quirks: { path: '/chat', developerRole: 'system' },
        headers: { 'x-team': 'research' },
        hasCredential: true,
      });
    },
    WAIT,
  );

  test(
    'another host needs the credential again, and says so at its field',
    async () => {
      const { page } = await as('owner');
      await more(page, 'acme-cloud', 'Edit');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Base URL').fill('https://elsewhere.example/v1');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
      await dialog.getByText('Give the credential again: it is not sent to another host.').waitFor();
      await page.keyboard.press('Escape');
      expect((await stored('acme-cloud'))?.baseUrl).toBe('https://models.acme.example/v1');
    },
    WAIT,
  );

  test(
    'a credential is replaced, and can be taken away',
    async () => {
      const { page } = await as('owner');
      const before = (await stored('lab'))?.credentialSetAt;
      await more(page, 'lab', 'Change credential');
      await page.getByLabel('Credential', { exact: true }).fill('another-credential-5');
      await page.getByRole('button', { name: 'Replace credential' }).click();
      await page.getByText('The new credential is in use.').waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain('another-credential-5');
      expect(before).not.toBeNull();
      await page.getByRole('button', { name: 'Test the connection to lab' }).click();
      await page.getByText('Reached, but the credential was refused').waitFor();
      expect(await page.content()).not.toContain(CREDENTIAL);
      await page.keyboard.press('Escape');
      await more(page, 'lab', 'Change credential');
      await page.getByRole('button', { name: 'Remove the credential' }).click();
      await page.getByText('The credential has been removed.').waitFor();
      expect((await stored('lab'))?.hasCredential).toBe(false);
    },
    WAIT,
  );

  test(
    'a provider in use names its workspaces and stays; one that is not is removed after a question',
    async () => {
      const { page } = await as('owner');
      await more(page, 'offline-lab', 'Remove');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('These workspaces send requests to it.').waitFor();
      await dialog.getByRole('link', { name: 'research' }).waitFor();
      expect(await dialog.getByRole('button', { name: 'Remove' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await more(page, 'lab', 'Remove');
      await page.getByText('Its address and its credential are deleted.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      expect(await stored('lab')).toBeDefined();
      await more(page, 'lab', 'Remove');
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await page.getByText(`http://127.0.0.1:${models.port}/v1`).waitFor({ state: 'detached' });
      expect(await stored('lab')).toBeUndefined();
    },
    WAIT,
  );

  test(
    'only an owner may allow the own network; a member finds nothing here',
    async () => {
      const { page } = await as('admin');
      await page.getByRole('button', { name: 'Add provider' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Start from').selectOption('ollama');
      await dialog.getByText('Only an owner may allow an address inside the own network.').waitFor();
      await eventually(async () => {
        expect(await dialog.getByLabel('In our own network').isDisabled()).toBe(true);
        expect(await dialog.getByLabel('In our own network').isChecked()).toBe(false);
      });
      const { page: theirs } = await as('member');
      await theirs.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
      expect(await theirs.getByRole('link', { name: 'Providers' }).count()).toBe(0);
    },
    WAIT,
  );

  test(
    'without providers the page says what one is; a failed load can be tried again',
    async () => {
      const { page } = await as('owner', '/profile');
      await page.route('**/api/manage/providers', (route) => route.fulfill({ json: { data: [] } }));
      await page.getByRole('link', { name: 'Providers' }).click();
      await page.getByText('A provider is whoever answers').waitFor();
      await page.unroute('**/api/manage/providers');
      const error = { message: 'The gateway failed.', type: 'server_error', param: null, code: 'internal_error' };
      await page.route('**/api/manage/providers', (route) => route.fulfill({ status: 500, json: { error } }));
      await page.reload();
      await page.getByRole('alert').getByText('The gateway failed.').waitFor();
      await page.unroute('**/api/manage/providers');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('row').filter({ hasText: 'acme-cloud' }).waitFor();
    },
    WAIT,
  );

  test(
    'a gateway that cannot be reached is said so',
    async () => {
      const { page } = await as('owner', '/profile');
      await page.route('**/api/manage/providers', (route) => route.abort());
      await page.getByRole('link', { name: 'Providers' }).click();
      await page.getByText('The gateway cannot be reached.').waitFor();
    },
    WAIT,
  );

  test(
    'the page is read and used with the keyboard alone',
    async () => {
      const { page } = await as('owner');
      await page.getByRole('button', { name: 'More for acme-cloud' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
      // The menu takes the focus a moment after it is there; a key that comes before is a key for the page.
      await page.waitForFunction(() => document.activeElement?.closest('[role=menu]') != null);
      const item = page.getByRole('menuitem', { name: 'Change credential' });
      for (let tries = 0; tries < 10; tries++) {
        if (await item.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'New credential for “acme-cloud”' }).waitFor();
      const field = page.getByLabel('Credential', { exact: true });
      await eventually(async () =>
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true),
      );
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    WAIT,
  );

  test(
    'a provider that somebody else has changed meanwhile is not overwritten unseen',
    async () => {
      const { page } = await as('owner');
      await more(page, 'acme-cloud', 'Edit');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Base URL').fill('https://models.acme.example/v2');
      await organization.gateway.stores.providers.update('acme-cloud', { quirks: { authHeader: 'x-api-key' } });
      await dialog.getByRole('button', { name: 'Save changes' }).click();
      await dialog.getByText('Somebody else changed this meanwhile.').waitFor();
      expect(await stored('acme-cloud')).toMatchObject({ baseUrl: 'https://models.acme.example/v1' });
      expect(await dialog.getByLabel('Base URL').inputValue()).toBe('https://models.acme.example/v2');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await stored('acme-cloud')).toMatchObject({ baseUrl: 'https://models.acme.example/v2' });
    },
    WAIT,
  );
});
