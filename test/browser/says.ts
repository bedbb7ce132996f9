import { expect } from 'bun:test';
import type { Locator } from 'playwright-core';
import { eventually } from './patience.ts';

/** Once a part of the page says all of these, and none of those. */
export function says(part: Locator, these: readonly (string | RegExp)[], none: readonly string[] = []): Promise<void> {
  return eventually(async () => {
    const said = await part.textContent();
    for (const one of these) {
      if (typeof one === 'string') expect(said).toContain(one);
      else expect(said).toMatch(one);
    }
    for (const one of none) expect(said).not.toContain(one);
  });
}
