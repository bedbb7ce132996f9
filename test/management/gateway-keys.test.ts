import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { createKeyAuthenticator } from '../../src/authentication/authenticate-key.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { testMasterKey } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
let teamId: string;
let otherId: string;
beforeAll(async () => {
  api = await startManagement();
  const workspaces = createWorkspaceStore(api.database);
  teamId = (await workspaces.create(workspaceInputSchema.parse({ name: 'team' }))).id;
  otherId = (await workspaces.create(workspaceInputSchema.parse({ name: 'other' }))).id;
  await createMembershipStore(api.database).set(teamId, api.people.member.id, 'member');
});
afterAll(() => api.close());

describe('201', () => {
  test('the key is shown once and works', async () => {
    const made = await api.call('member', 'POST /gateway-keys', { body: { name: 'laptop' } });
    expect(made).toMatchObject({ status: 201, body: { name: 'laptop', requestCount: 0, lastUsedAt: null } });
    const { id, key } = made.body;
    const authenticate = createKeyAuthenticator(api.database, testMasterKey);
    expect(await authenticate(`Bearer ${key}`, '10.0.0.1')).toMatchObject({
      ok: true,
      principal: { keyId: id, userId: api.people.member.id, email: 'member@example.test' },
    });
    const secret = key.slice(16, 40);
    const later = [await api.call('member', 'GET /gateway-keys'), await api.call('member', `GET /gateway-keys/${id}`)];
    expect(JSON.stringify(later)).not.toContain(secret);
    const rows = await api.database.query.selectFrom('gateway_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('with an expiry, a scope, addresses and limits', async () => {
    const body = {
      name: 'narrow',
      expiresAt: '2999-01-01T00:00:00+02:00',
      workspaces: [teamId],
      addressRanges: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'],
      limits: { requestsPerMinute: 10 },
    };
    const made = await api.call('member', 'POST /gateway-keys', { body });
    expect(made.body).toMatchObject({ ...body, expiresAt: '2998-12-31T22:00:00.000Z' });
  });
});

describe('200', () => {
  test('the list shows how often and when a key was used', async () => {
    const made = await api.call('other', 'POST /gateway-keys', { body: { name: 'counted' } });
    const writer = createAuditWriter(api.database);
    const before = Math.floor(Date.now() / 1000) * 1000;
    for (let count = 0; count < 3; count += 1) writer.countUse(made.body.id);
    await writer.close();
    const list = await api.call('other', 'GET /gateway-keys');
    expect(list.body.data).toMatchObject([{ name: 'counted', requestCount: 3 }]);
    const used = Date.parse(list.body.data[0].lastUsedAt);
    expect(used).toBeGreaterThanOrEqual(before);
    expect(used).toBeLessThanOrEqual(Date.now());
  });
});

describe('204', () => {
  test('a revoked key is refused from the next request on', async () => {
    const made = await api.call('member', 'POST /gateway-keys', { body: { name: 'revoked' } });
    const authenticate = createKeyAuthenticator(api.database, testMasterKey);
    const header = `Bearer ${made.body.key}`;
    expect(await authenticate(header, '10.0.0.1')).toMatchObject({ ok: true });
    expect((await api.call('member', `DELETE /gateway-keys/${made.body.id}`)).status).toBe(204);
    expect(await authenticate(header, '10.0.0.1')).toEqual({ ok: false, refusal: 'invalid_api_key' });
    const { body } = await api.call('member', `GET /gateway-keys/${made.body.id}`);
    expect(body.revokedAt).not.toBeNull();
  });
});

describe('400', () => {
  test.each([
    ['no name', {}, 'missing_required_parameter', 'name'],
    ['a blank name', { name: '  ' }, 'invalid_value', 'name'],
    ['an expiry in the past', { name: 'x', expiresAt: '2001-01-01T00:00:00Z' }, 'invalid_value', 'expiresAt'],
    ['an expiry without a zone', { name: 'x', expiresAt: '2999-01-01T00:00:00' }, 'invalid_value', 'expiresAt'],
    ['no address', { name: 'x', addressRanges: ['10.0.0.0/33'] }, 'invalid_value', 'addressRanges[0]'],
    [
      'a limit of nothing',
      { name: 'x', limits: { requestsPerMinute: 0 } },
      'invalid_value',
      'limits.requestsPerMinute',
    ],
  ])('%s', async (_name, body, code, param) => {
    const answer = await api.call('member', 'POST /gateway-keys', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code, param } } });
  });

  test("a scope beyond one's own workspaces", async () => {
    const answer = await api.call('member', 'POST /gateway-keys', {
      body: { name: 'x', workspaces: [teamId, otherId] },
    });
    expect(answer).toMatchObject({ status: 400, body: { error: { param: 'workspaces' } } });
  });
});

describe('401', () => {
  test.each(['GET /gateway-keys', 'POST /gateway-keys', 'DELETE /gateway-keys/x'])('%s', async (route) => {
    expect((await api.call('nobody', route)).status).toBe(401);
  });
});

describe('404', () => {
  test("another's key, the owner's view included", async () => {
    const { body } = await api.call('member', 'POST /gateway-keys', { body: { name: 'mine' } });
    for (const who of ['other', 'owner'] as const) {
      expect((await api.call(who, `GET /gateway-keys/${body.id}`)).status).toBe(404);
      expect((await api.call(who, `DELETE /gateway-keys/${body.id}`)).status).toBe(404);
    }
    expect((await api.call('member', `GET /gateway-keys/${body.id}`)).body.revokedAt).toBeNull();
  });
});
