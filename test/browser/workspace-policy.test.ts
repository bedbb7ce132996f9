import { describe, expect, test } from 'bun:test';
import type { Page } from 'playwright-core';
import { type WorkspaceSettings, workspaceInputSchema } from '../../src/contract/workspace.ts';
import { chromiumPath } from './browser.ts';
import type { MadeUpOrganization } from './made-up-organization.ts';
import { eventually, WAIT } from './patience.ts';
import { saveChanges } from './save-changes.ts';
import { seriousFindings } from './serious-findings.ts';
import { withOrganization } from './with-organization.ts';

describe.skipIf(chromiumPath === undefined)('the policy of a workspace in the dashboard', () => {
  let organization: MadeUpOrganization;
  const { as } = withOrganization(0, async (made) => {
    organization = made;
    const targets = [{ provider: 'echo', model: 'large-2' }];
    const workspace = workspaceInputSchema.parse({ name: 'press', title: 'Press office', settings: { targets } });
    await made.gateway.stores.workspaces.create(workspace);
  });

  const settingsOf = async (name: string) => (await organization.gateway.stores.workspaces.get(name))?.settings;
  /** Once a field has the value. */
  const has = (page: Page, label: string, value: string): Promise<void> =>
    eventually(async () => expect(await page.getByLabel(label).inputValue()).toBe(value));

  test(
    'the policy is edited field by field; its summary changes before anything is saved',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces/press?tab=policy');
      const summary = page.getByRole('complementary', { name: 'What this policy does' });
      await summary.getByText('Personal data leaves as it is').waitFor();
      await page.getByLabel('By default').selectOption('obfuscate');
      await page.getByLabel('At least').selectOption('obfuscate');
      await summary.getByText('Personal data is always replaced before it leaves').waitFor();
      await page.getByRole('switch', { name: 'IP address' }).click();
      await page.getByRole('switch', { name: 'Location' }).click();
      await page.getByLabel('A request with a secret').selectOption('mask');
      await page.getByLabel('Parts that nobody here can read').selectOption('allow');
      await page.getByLabel('Personal data in an answer').selectOption('mask');
      await page.getByLabel('Persona', { exact: true }).fill('You write for newspapers.');
      await page.getByLabel('Requests a minute').fill('120');
      const allowed = page.getByRole('region', { name: 'Let through' });
      await allowed.getByLabel('What').selectOption('domain');
      await allowed.getByLabel('Value').fill('press.example');
      await allowed.getByLabel('Value').press('Enter');
      const hosts = page.getByLabel('Links to these hosts too').and(page.locator('input'));
      await hosts.fill('docs.example.org');
      await hosts.press('Enter');
      await summary.getByText('but not IP address').waitFor();
      expect((await settingsOf('press'))?.pii.floor).toBe('disabled');
      await saveChanges(page);
      const saved = await settingsOf('press');
      expect(saved).toMatchObject({
        pii: { default: 'obfuscate', floor: 'obfuscate' },
        persona: 'You write for newspapers.',
        limits: { requestsPerMinute: 120 },
        answers: { personal: 'mask', secrets: 'off' },
        restore: { allowedHosts: ['docs.example.org'], excludedTools: [] },
        targets: [{ provider: 'echo', model: 'large-2' }],
        detection: { kinds: { IP: 'off', LOCATION: 'on' }, unreadable: 'allow', allow: [{ domain: 'press.example' }] },
      });
      expect(saved?.detection?.secrets.mode).toBe('mask');
      await page.reload();
      await has(page, 'At least', 'obfuscate');
      expect(await page.getByRole('switch', { name: 'IP address' }).isChecked()).toBe(false);
      expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0);
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'a recogniser is tried before it is kept, and kept before it is saved',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByRole('button', { name: 'Add recogniser' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Embargo code');
      await dialog.getByLabel('Kind').fill('embargo');
      await dialog.getByLabel('Pattern', { exact: true }).fill('EMB-[0-9]{4}');
      await dialog.getByLabel('It must find something in').fill('Until EMB-2044 is lifted');
      await dialog.getByLabel('A text to try it on').fill('Do not print EMB-2044 before noon.');
      await dialog.getByText('Do not print [EMBARGO_1] before noon.').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Keep' }).click();
      await page.getByText('Embargo code', { exact: true }).waitFor();
      await page.getByRole('switch', { name: 'EMBARGO' }).waitFor();
      expect((await settingsOf('press'))?.detection?.recognisers).toEqual([]);
      await saveChanges(page);
      expect((await settingsOf('press'))?.detection?.recognisers).toMatchObject([
        { name: 'Embargo code', kind: 'EMBARGO', pattern: 'EMB-[0-9]{4}', examples: ['Until EMB-2044 is lifted'] },
      ]);
    },
    WAIT,
  );

  test(
    'a recogniser that misses its own example is refused, beside its line',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByRole('button', { name: 'Edit Embargo code' }).click();
      await page.getByRole('dialog').getByLabel('Pattern', { exact: true }).fill('EMB-[0-9]{9}');
      await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('region', { name: 'Own recognisers' }).getByRole('alert').waitFor();
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('region', { name: 'Own recognisers' }).getByRole('alert').waitFor({ state: 'detached' });
      await page.getByText('pattern EMB-[0-9]{4}').waitFor();
    },
    WAIT,
  );

  test(
    'a text is tried under the settings as they stand, saved or not',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      const panel = page.getByRole('region', { name: 'Try this policy' });
      await panel.getByLabel('A text, as somebody might write it').fill('Mail jane.roe@mail.example about it');
      await panel.getByText('Mail [EMAIL_1] about it').waitFor();
      await panel.getByText('Would be sent with placeholders').waitFor();
      await page.getByLabel('At least').selectOption('block');
      await panel.getByText('The request would be refused').waitFor();
      await page.getByRole('switch', { name: 'E-mail address' }).click();
      await panel.getByText('Would be sent as it is').waitFor();
      await eventually(async () => expect(await page.content()).not.toContain('[EMAIL_1]'));
    },
    WAIT,
  );

  test(
    'changes that are not saved are not left behind without a question',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByLabel('At least').selectOption('block');
      await page.getByRole('tab', { name: 'Targets' }).click();
      await page.getByRole('tab', { name: 'Policy' }).click();
      await has(page, 'At least', 'block');
      await page.getByRole('link', { name: 'Audit log' }).click();
      await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
      await page.getByRole('button', { name: 'Stay here' }).click();
      await has(page, 'At least', 'block');
      await page.getByRole('link', { name: 'Audit log' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
      await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      expect((await settingsOf('press'))?.pii.floor).toBe('obfuscate');
    },
    WAIT,
  );

  /** Somebody else saves something, unseen by the page. */
  const meanwhile = async (change: Partial<WorkspaceSettings>): Promise<void> => {
    const settings = await settingsOf('press');
    if (settings === undefined) throw new Error('no settings');
    await organization.gateway.stores.workspaces.update('press', { settings: { ...settings, ...change } });
  };
  /** The page looks again, as when somebody comes back to it. */
  const comeBack = async (page: Page): Promise<void> => {
    await page.clock.install();
    await page.clock.fastForward(20_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  };

  test(
    'who would save over somebody else is told before, and can bring both together',
    async () => {
      const { page, complaints } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByLabel('At least').selectOption('block');
      await meanwhile({ notice: false });
      await comeBack(page);
      await page.getByText('Somebody else has saved changes meanwhile: the note to the model.').waitFor();
      expect(await page.getByText('Where both of you changed the same').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Bring both together' }).click();
      await saveChanges(page);
      expect(await settingsOf('press')).toMatchObject({ notice: false, pii: { floor: 'block' } });
      expect(complaints).toEqual([]);
    },
    WAIT,
  );

  test(
    'two who save at the same moment: nothing of the first is lost',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByLabel('At least').selectOption('obfuscate');
      await meanwhile({ notice: true, pii: { default: 'block', floor: 'disabled' } });
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Where both of you changed the same, yours will stay.').waitFor();
      expect(await settingsOf('press')).toMatchObject({ notice: true, pii: { default: 'block', floor: 'disabled' } });
      await page.getByRole('button', { name: 'Bring both together' }).click();
      await has(page, 'By default', 'block');
      await saveChanges(page);
      expect(await settingsOf('press')).toMatchObject({ notice: true, pii: { default: 'block', floor: 'obfuscate' } });
    },
    WAIT,
  );

  test(
    'a title that somebody else changes is no matter of settings',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByLabel('At least').selectOption('disabled');
      await organization.gateway.stores.workspaces.update('press', { title: 'The press office' });
      await saveChanges(page);
      expect(await settingsOf('press')).toMatchObject({ pii: { default: 'block', floor: 'disabled' } });
      await page.getByRole('heading', { level: 1, name: 'The press office' }).waitFor();
    },
    WAIT,
  );

  test(
    'who does not want theirs takes what is there',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      await page.getByLabel('At least').selectOption('block');
      await meanwhile({ persona: 'Theirs.' });
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Somebody else has saved changes meanwhile: persona.').waitFor();
      await page.getByRole('button', { name: 'Discard' }).click();
      await has(page, 'At least', 'disabled');
      expect((await settingsOf('press'))?.persona).toBe('Theirs.');
    },
    WAIT,
  );

  test(
    'what is changed while the rest is on its way is not lost',
    async () => {
      const { page } = await as('owner', '/workspaces/press?tab=policy');
      const persona = page.getByLabel('Persona', { exact: true });
      const held = Promise.withResolvers<void>();
      await page.route('**/api/manage/workspaces/press', async (route) => {
        if (route.request().method() === 'PATCH') await held.promise;
        await route.continue();
      });
      await page.getByLabel('At least').selectOption('block');
      await Promise.all([
        page.waitForRequest((request) => request.method() === 'PATCH'),
        page.getByRole('button', { name: 'Save changes' }).click(),
      ]);
      expect(await page.getByRole('button', { name: 'Discard' }).isDisabled()).toBe(true);
      await persona.fill('Typed meanwhile.');
      held.resolve();
      await page.getByText('It counts from the next request on.').waitFor();
      expect(await settingsOf('press')).toMatchObject({ persona: 'Theirs.', pii: { floor: 'block' } });
      expect(await persona.inputValue()).toBe('Typed meanwhile.');
      await saveChanges(page);
      expect(await settingsOf('press')).toMatchObject({ persona: 'Typed meanwhile.', pii: { floor: 'block' } });
    },
    WAIT,
  );
});
