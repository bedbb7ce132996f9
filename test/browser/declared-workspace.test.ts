import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { chromiumPath, launch, openPage, type RunningDashboard, startDashboard } from './browser.ts';
import { eventually, WAIT } from './patience.ts';
import { PASSWORD } from './person.ts';

describe.skipIf(chromiumPath === undefined)('a workspace that the configuration file declares', () => {
  let dashboard: RunningDashboard;
  beforeAll(async () => {
    const user = { email: 'olivia@corp.test', role: 'owner' } as const;
    dashboard = await startDashboard({
      providers: [{ name: 'local', kind: 'echo' }],
      users: [user],
      workspaces: [
        {
          name: 'declared',
          title: 'From the file',
          members: [{ email: user.email, role: 'admin' }],
          targets: [{ provider: 'local', model: 'large-2' }],
          pii: { floor: 'block' },
        },
      ],
    });
  }, WAIT);
  afterAll(async () => {
    await dashboard?.stop();
  });

  test(
    'is shown, says who owns it and offers nothing that would be refused',
    async () => {
      const context = await (await launch()).newContext({ reducedMotion: 'reduce' });
      const { page, complaints } = await openPage(context);
      await page.goto(await dashboard.link('olivia@corp.test'));
      await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
      await page.getByLabel('New password again').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.goto(`${dashboard.url}/workspaces/declared?tab=policy`);
      await page.getByText('Declared in the configuration file: shown here, changed there.').waitFor();
      await eventually(async () => {
        expect(await page.getByLabel('At least').inputValue()).toBe('block');
        expect(await page.getByLabel('At least').isDisabled()).toBe(true);
      });
      expect(await page.getByRole('button', { name: 'Add recogniser' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Actions' }).count()).toBe(0);
      await page.getByRole('tab', { name: 'Targets' }).click();
      await page.getByText('local / large-2').waitFor();
      expect(await page.getByRole('button', { name: 'Add target' }).count()).toBe(0);
      await page.goto(`${dashboard.url}/providers`);
      const row = page.getByRole('row').filter({ hasText: 'local' });
      await row.getByText('Configuration file').waitFor();
      expect(await row.getByRole('button', { name: 'More for local' }).count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
    WAIT,
  );
});
