/**
 * A slower browser and a slower gateway, on purpose: a test that only passes where everything is quick is a test that fails on somebody
 * else's machine. Off unless asked for:
 *   BROWSER_SLOWDOWN=5    pages compute five times as slowly
 *   GATEWAY_DELAY=400     every answer of the management API takes up to 400 ms more, a different time for each
 */
import type { Page } from 'playwright-core';
import type { Gateway } from '../../src/gateway.ts';

const slowdown = Number(process.env.BROWSER_SLOWDOWN ?? 1);
const delay = Number(process.env.GATEWAY_DELAY ?? 0);

export async function slowPage(page: Page): Promise<void> {
  if (slowdown <= 1) return;
  const debug = await page.context().newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Part of the time passes before a request is handled and the rest after it: answers overtake each other, and so do changes. */
export function slowGateway(fetch: Gateway['fetch']): Gateway['fetch'] {
  if (delay <= 0) return fetch;
  return async (request, server) => {
    if (!new URL(request.url).pathname.startsWith('/api/manage/')) return fetch(request, server);
    const wait = delay * Math.random();
    const before = wait * Math.random();
    await Bun.sleep(before);
    const answer = await fetch(request, server);
    await Bun.sleep(wait - before);
    return answer;
  };
}
