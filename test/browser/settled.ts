import type { Page, Request } from 'playwright-core';
import { SOON } from './patience.ts';

const pending = new WeakMap<Page, Set<Request>>();

/** Keeps count of what a page has asked for and not yet got. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  pending.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** What a page shows while something is on its way. */
const BUSY = '.mantine-Skeleton-root, [aria-busy="true"], [role="status"][aria-label="Loading"]';
/**
 * Once everything a page has asked for is there and drawn. Without a time that is always waited: a quiet network for half a second, as
 * Playwright has it, is a minute in the tests of all pages.
 */
export async function settled(page: Page): Promise<void> {
  const until = performance.now() + SOON;
  // Twice in a row: between an answer and what the page makes of it may lie a frame in which nothing is on its way.
  let calmFor = 0;
  while (performance.now() < until) {
    const before = pending.get(page)?.size ?? 0;
    const calm = await page.evaluate(
      (busy) =>
        new Promise<boolean>((resolve) => {
          // What turns for ever is no change that could come to an end.
          const isMoving = (animation: Animation): boolean =>
            animation.playState === 'running' && animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY;
          const isCalm = (): boolean =>
            document.querySelector(busy) === null && !document.getAnimations().some(isMoving);
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(isCalm())));
        }),
      BUSY,
    );
    calmFor = calm && before === 0 && (pending.get(page)?.size ?? 0) === 0 ? calmFor + 1 : 0;
    if (calmFor === 2) return;
  }
  throw new Error(`the page does not settle: ${[...(pending.get(page) ?? [])].map((request) => request.url())}`);
}
