import { afterEach, beforeEach, expect, setSystemTime, test } from 'bun:test';
import { chat, OWNER, startGateway } from '../support/start-gateway.ts';

/** The clock stands still: a minute that ends in the middle of a test would begin to count anew. */
beforeEach(() => void setSystemTime(new Date()));
afterEach(() => void setSystemTime());

test("a workspace's limit answers 429 with the SDK's headers, and nothing is sent", async () => {
  const running = await startGateway({ workspace: { limits: { requestsPerMinute: 2, tokensPerDay: 1000 } } });
  try {
    const first = await running.post(chat('hi'));
    expect(first.headers.get('x-ratelimit-limit-requests')).toBe('2');
    expect(first.headers.get('x-ratelimit-remaining-requests')).toBe('1');
    await running.post(chat('hi'));
    const refused = await running.post(chat('hi'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after-ms'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      error: { code: 'rate_limit_exceeded', type: 'rate_limit_exceeded', param: null },
    });
    expect(running.provider.received.length).toBe(2);
    expect((await running.audit())[0]).toMatchObject({ status: 429, error_code: 'rate_limit_exceeded' });
  } finally {
    await running.stop();
  }
});

test("a key's limit on tokens counts what the provider counted", async () => {
  const running = await startGateway();
  try {
    const { users, keys } = running.gateway.stores;
    const user = await users.getByEmail(OWNER);
    const limits = { tokensPerMinute: 18 };
    const input = { name: 'small', expiresAt: null, workspaces: null, addressRanges: null, limits };
    const { key } = await keys.create(user?.id ?? '', input);
    expect((await running.post(chat('hi'), { key })).status).toBe(200);
    expect((await running.post(chat('hi'), { key })).status).toBe(429);
    expect((await running.post(chat('hi'))).status).toBe(200);
  } finally {
    await running.stop();
  }
});
