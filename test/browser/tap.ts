import type { Locator } from 'playwright-core';
import { eventually } from './patience.ts';

/**
 * With a finger, until it has the effect: on a busy machine so much time passes between down and up that the browser takes it for a long
 * press, which clicks nothing.
 */
export function tap(target: Locator, effect: Locator, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
  return eventually(async () => {
    if ((await effect.isVisible()) !== (state === 'visible')) await target.tap();
    await effect.waitFor({ state, timeout: 3_000 });
  });
}
