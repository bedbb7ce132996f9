/** Whose address counts: the connection's, or what the one trusted proxy wrote. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { chat, OWNER, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let behind: RunningGateway;
let alone: RunningGateway;
beforeAll(async () => {
  behind = await startGateway({ config: { server: { port: 0, trustProxy: true } } });
  alone = await startGateway();
});
afterAll(() => Promise.all([behind.stop(), alone.stop()]));

/** A key that may be used from some addresses only, and how it fares. */
async function statusFrom(running: RunningGateway, addressRanges: string[], forwarded: string): Promise<number> {
  const user = await running.gateway.stores.users.getByEmail(OWNER);
  const more = { expiresAt: null, workspaces: null, limits: null };
  const { key } = await running.gateway.stores.keys.create(user?.id ?? '', { name: 'ranged', addressRanges, ...more });
  const headers = { 'x-forwarded-for': forwarded };
  return (await running.post(chat('hi'), { key, headers })).status;
}

const RANGES = ['198.18.0.0/16', '2606:4700::/32'];

describe('behind a trusted proxy', () => {
  test.each([
    '198.18.9.9',
    '198.18.9.9:41234',
    '203.0.113.1, 198.18.9.9',
    '::ffff:198.18.9.9',
    '2606:4700::1',
    '[2606:4700::1]',
    '[2606:4700::1]:443',
  ])('the last address of %s is the caller', async (forwarded) => {
    expect(await statusFrom(behind, RANGES, forwarded)).toBe(200);
    expect((await behind.audit())[0]?.client_address).toMatch(/^(?:198\.18\.9\.9|2606:4700::1)$/);
  });

  test.each([
    '198.18.9.9, 203.0.113.1',
    '198.18.9.9, unknown',
    '',
    '198.18.9.9/16',
    '198.18.9.999',
    '[198.18.9.9',
    'a'.repeat(5000),
  ])('what stands before it or is no address does not count: %#', async (forwarded) => {
    expect(await statusFrom(behind, RANGES, forwarded)).toBe(403);
  });
});

test('without one the connection is the caller, whatever the header says', async () => {
  expect(await statusFrom(alone, RANGES, '198.18.9.9')).toBe(403);
  expect(await statusFrom(alone, ['127.0.0.0/8'], '198.18.9.9')).toBe(200);
});
