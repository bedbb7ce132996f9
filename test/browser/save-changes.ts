import type { Page } from 'playwright-core';

/** Saves what was changed of a workspace's settings, once it is saved: the bar that offers it is gone then. */
export async function saveChanges(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
  // Said in the corner for a few seconds; what an earlier save said may be there still, so it proves nothing alone.
  await page.getByText('It counts from the next request on.').first().waitFor();
}
