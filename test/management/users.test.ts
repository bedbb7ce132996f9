import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createGatewayKeyStore } from '../../src/authentication/gateway-key-store.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { gatewayKeyInputSchema } from '../../src/contract/gateway-key.ts';
import { testMasterKey } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

describe('200', () => {
  test('an admin lists and reads users', async () => {
    const list = await api.call('admin', 'GET /users');
    expect(list.body.data.map(({ email }: { email: string }) => email)).toEqual([
      'admin@example.test',
      'member@example.test',
      'other@example.test',
      'owner@example.test',
    ]);
    const one = await api.call('admin', `GET /users/${api.people.owner.id}`);
    expect(one.body).toEqual(api.people.owner);
  });

  test('a disabled user is out at once', async () => {
    const { user } = await api.signUp('leaving@example.test', 'member');
    const answer = await api.call('admin', `PATCH /users/${user.id}`, { body: { disabled: true } });
    expect(answer.body).toMatchObject({ disabled: true });
    const sessions = await api.database.query
      .selectFrom('session')
      .where('user_id', '=', user.id)
      .selectAll()
      .execute();
    expect(sessions).toEqual([]);
  });

  test('an owner makes another owner and renames the organization', async () => {
    const { user } = await api.signUp('heir@example.test', 'member');
    const answer = await api.call('owner', `PATCH /users/${user.id}`, { body: { role: 'owner', name: 'Heir' } });
    expect(answer.body).toMatchObject({ role: 'owner', name: 'Heir' });
    const renamed = await api.call('owner', 'PATCH /organization', { body: { name: 'Renamed' } });
    expect(renamed.body).toMatchObject({ name: 'Renamed' });
    expect((await api.call('member', 'GET /organization')).body).toMatchObject({ name: 'Renamed' });
  });

  test('an admin sees and revokes the keys of a user', async () => {
    const keys = createGatewayKeyStore(api.database, testMasterKey);
    const { view } = await keys.create(api.people.member.id, gatewayKeyInputSchema.parse({ name: 'leaked' }));
    const path = `/users/${api.people.member.id}/gateway-keys`;
    expect((await api.call('admin', `GET ${path}`)).body.data).toMatchObject([{ id: view.id, revokedAt: null }]);
    expect((await api.call('admin', `DELETE ${path}/${view.id}`)).status).toBe(204);
    expect((await api.call('admin', `GET ${path}`)).body.data[0].revokedAt).not.toBeNull();
  });
});

describe('201', () => {
  test('a user is added, in small letters, and gets a link', async () => {
    const made = await api.call('admin', 'POST /users', { body: { email: 'New@Example.test' } });
    expect(made).toMatchObject({
      status: 201,
      body: { email: 'new@example.test', role: 'member', hasPassword: false },
    });
    const link = await api.call('admin', `POST /users/${made.body.id}/sign-in-link`);
    expect(link.status).toBe(201);
    expect(Date.parse(link.body.expiresAt) - Date.now()).toBeGreaterThan(23 * 3600 * 1000);
  });
});

describe('204', () => {
  test('a removed user is gone', async () => {
    const { user } = await api.signUp('gone@example.test', 'member');
    expect((await api.call('admin', `DELETE /users/${user.id}`)).status).toBe(204);
    expect((await api.call('admin', `GET /users/${user.id}`)).status).toBe(404);
  });
});

describe('400', () => {
  test.each([
    ['no address', { role: 'member' }, 'missing_required_parameter', 'email'],
    ['a role that does not exist', { email: 'a@example.test', role: 'king' }, 'invalid_value', 'role'],
    ['a field of the table', { email: 'a@example.test', managed_by: 'file' }, 'unknown_parameter', 'managed_by'],
  ])('%s', async (_name, body, code, param) => {
    expect(await api.call('admin', 'POST /users', { body })).toMatchObject({
      status: 400,
      body: { error: { code, param } },
    });
  });
});

describe('401', () => {
  test.each(['GET /users', 'POST /users', 'GET /organization'])('%s', async (route) => {
    expect((await api.call('nobody', route)).status).toBe(401);
  });
});

describe('403', () => {
  test('members read no list of users', async () => {
    expect((await api.call('member', 'GET /users')).status).toBe(403);
    expect((await api.call('member', `GET /users/${api.people.member.id}`)).status).toBe(403);
    expect((await api.call('member', 'POST /users', { body: { email: 'b@example.test' } })).status).toBe(403);
    expect((await api.call('member', `GET /users/${api.people.owner.id}/gateway-keys`)).status).toBe(403);
  });

  test('an admin has no power over owners, and makes none', async () => {
    const owner = `/users/${api.people.owner.id}`;
    expect((await api.call('admin', `PATCH ${owner}`, { body: { disabled: true } })).status).toBe(403);
    expect((await api.call('admin', `DELETE ${owner}`)).status).toBe(403);
    expect((await api.call('admin', `POST ${owner}/sign-in-link`)).status).toBe(403);
    expect((await api.call('admin', `PATCH /users/${api.people.admin.id}`, { body: { role: 'owner' } })).status).toBe(
      403,
    );
    expect((await api.call('admin', 'POST /users', { body: { email: 'c@example.test', role: 'owner' } })).status).toBe(
      403,
    );
    expect((await api.call('admin', 'PATCH /organization', { body: { name: 'Mine' } })).status).toBe(403);
  });
});

describe('404', () => {
  test.each([
    'GET /users/none',
    'PATCH /users/none',
    'DELETE /users/none',
    'POST /users/none/sign-in-link',
    'GET /users/none/gateway-keys',
    'DELETE /users/none/gateway-keys/none',
  ])('%s', async (route) => {
    const options = route.startsWith('PATCH') ? { body: { name: 'x' } } : {};
    expect(await api.call('owner', route, options)).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
  });
});

describe('409', () => {
  test('an address that is taken', async () => {
    const answer = await api.call('owner', 'POST /users', { body: { email: 'MEMBER@example.test' } });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict', param: 'email' } } });
  });

  test('what the file says of a user stays; locking them out does not wait for the file', async () => {
    const users = createUserStore(api.database);
    const { id } = await users.create({ email: 'declared@example.test', role: 'member' }, 'file');
    const changed = await api.call('owner', `PATCH /users/${id}`, { body: { role: 'admin' } });
    expect(changed).toMatchObject({ status: 409, body: { error: { code: 'managed_by_file' } } });
    expect((await api.call('owner', `DELETE /users/${id}`)).status).toBe(409);
    expect((await api.call('owner', `PATCH /users/${id}`, { body: { disabled: true } })).status).toBe(200);
  });

  test('the last owner stays', async () => {
    const alone = await startManagement();
    const answer = await alone.call('owner', `DELETE /users/${alone.people.owner.id}`);
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    await alone.close();
  });
});
