/** Keys as the contract has them: what each of their limits answers, and what a caller learns from it. */
import { afterAll, beforeAll, describe, expect, setSystemTime, test } from 'bun:test';
import { gatewayKeyInputSchema } from '../../src/contract/gateway-key.ts';
import { workspaceSettingsSchema } from '../../src/contract/workspace.ts';
import { chat, OWNER, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({ workspace: { limits: { requestsPerMinute: 1000 } } });
});
afterAll(() => running.stop());

async function keyWith(settings: Record<string, unknown>): Promise<string> {
  const { users, keys } = running.gateway.stores;
  const user = await users.getByEmail(OWNER);
  const { key } = await keys.create(user?.id ?? '', gatewayKeyInputSchema.parse({ name: 'test', ...settings }));
  return key;
}

const get = (path: string, key: string) =>
  fetch(`${running.baseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } });

const errorOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { error: { code: string; type: string; param: string | null } }).error,
});

test('a 401 says how to sign in (RFC 9110 section 15.5.2)', async () => {
  for (const response of [await get('/models', 'nobody'), await running.post(chat('hi'), { key: 'nobody' })]) {
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('an expired key is refused from that moment on', async () => {
  const key = await keyWith({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  expect((await get('/models', key)).status).toBe(200);
  setSystemTime(new Date(Date.now() + 3_601_000));
  try {
    expect(await errorOf(await get('/models', key))).toMatchObject({ status: 401, code: 'invalid_api_key' });
  } finally {
    setSystemTime();
  }
});

test('a key for other addresses is refused with 403', async () => {
  const key = await keyWith({ addressRanges: ['192.0.2.0/24'] });
  const refusal = { status: 403, type: 'permission_error', code: 'address_forbidden' };
  expect(await errorOf(await get('/models', key))).toMatchObject(refusal);
  expect(await errorOf(await running.post(chat('hi'), { key }))).toMatchObject(refusal);
});

describe('a key for some workspaces', () => {
  const setUp = async () => {
    const { users, workspaces, memberships } = running.gateway.stores;
    const user = await users.getByEmail(OWNER);
    const name = `other-${crypto.randomUUID().slice(0, 8)}`;
    const other = await workspaces.create({ name, settings: workspaceSettingsSchema.parse({}) });
    await memberships.set(other.id, user?.id ?? '', 'member');
    return { name, key: await keyWith({ workspaces: [other.id] }) };
  };

  test('lists those', async () => {
    const { name, key } = await setUp();
    const { data } = (await (await get('/models', key)).json()) as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual([name]);
    expect((await get('/models/my-team', key)).status).toBe(404);
  });

  test('may not use another one of its user: known, but not allowed', async () => {
    const { key } = await setUp();
    const sent = running.provider.received.length;
    expect(await errorOf(await running.post(chat('hi'), { key }))).toMatchObject({
      status: 403,
      type: 'permission_error',
      code: 'workspace_forbidden',
      param: 'model',
    });
    expect(running.provider.received.length).toBe(sent);
  });

  test('learns nothing of the workspaces of others', async () => {
    const { key } = await setUp();
    const name = `hidden-${crypto.randomUUID().slice(0, 8)}`;
    await running.gateway.stores.workspaces.create({ name, settings: workspaceSettingsSchema.parse({}) });
    for (const model of [name, 'no-such-team']) {
      expect(await errorOf(await running.post({ ...chat('hi'), model }, { key }))).toMatchObject({
        status: 404,
        code: 'model_not_found',
      });
    }
  });
});

test('a refusal tells what the limits leave, as an answer does', async () => {
  const response = await running.post(chat(['a.b', 'corp.test'].join('@'), { pii: 'block' }));
  expect(response.status).toBe(400);
  expect(response.headers.get('x-ratelimit-limit-requests')).toBe('1000');
  expect(Number(response.headers.get('x-ratelimit-remaining-requests'))).toBeLessThan(1000);
});

test('while the database is away nobody is known: a reason to come again, and nothing is sent', async () => {
  const lonely = await startGateway();
  const { database } = lonely.gateway.stores;
  const rename = (from: string, to: string) => database.query.schema.alterTable(from).renameTo(to).execute();
  const ask = (path: string) => fetch(lonely.baseUrl + path, { headers: { authorization: `Bearer ${lonely.key}` } });
  const allRefuse = async () => {
    for (const response of [await ask('/models'), await ask('/models/my-team'), await lonely.post(chat('hi'))]) {
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await errorOf(response)).toMatchObject({ status: 503, type: 'server_error', code: 'audit_unavailable' });
    }
  };
  try {
    await rename('gateway_key', 'gateway_key_gone');
    await rename('membership', 'membership_gone');
    await allRefuse();
    await rename('gateway_key_gone', 'gateway_key');
    await allRefuse();
    expect(lonely.provider.received.length).toBe(0);
    await rename('membership_gone', 'membership');
    expect((await lonely.post(chat('hi'))).status).toBe(200);
  } finally {
    await lonely.stop();
  }
});
