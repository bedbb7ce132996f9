import { afterEach, beforeEach, describe, expect, test } from 'bun:test';
import { createSignInLinks } from '../../src/authentication/sign-in-link.ts';
import { cookieHeader, ORIGIN, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeEach(async () => {
  api = await startManagement();
  for (const name of ['demo', 'my-team']) {
    expect((await api.call('owner', 'POST /workspaces', { body: { name } })).status).toBe(201);
  }
});
afterEach(() => api.close());

/** As before anybody was: workspaces, and no owner. */
async function takeOwnersAway(): Promise<void> {
  await api.database.query.updateTable('user').set({ role: 'member' }).where('role', '=', 'owner').execute();
}

async function rolesIn(workspace: string, cookie: string): Promise<Record<string, string>> {
  const url = `${ORIGIN}/api/manage/workspaces/${workspace}/members`;
  const { body } = await api.raw(new Request(url, { headers: { cookie } }));
  return Object.fromEntries(body.data.map((member: { email: string; role: string }) => [member.email, member.role]));
}

describe('the first owner', () => {
  test('becomes an admin of every workspace there is', async () => {
    await takeOwnersAway();
    const { token } = await createSignInLinks(api.database).create(null);
    const body = { token, email: 'founder@example.test', password: PASSWORD };
    const made = await api.call('nobody', 'POST /sign-in-links/consume', { body });
    expect(made).toMatchObject({ status: 200, body: { email: 'founder@example.test', role: 'owner' } });
    const cookie = cookieHeader(made.headers.getSetCookie());
    for (const workspace of ['demo', 'my-team']) {
      expect(await rolesIn(workspace, cookie)).toEqual({ 'founder@example.test': 'admin' });
    }
  });
});

describe('anybody else who uses a one-time link', () => {
  test.each(['owner', 'admin', 'member'] as const)('%s: belongs to what they belonged to before', async (role) => {
    await api.signUp('later@example.test', role);
    const user = (await api.call('owner', 'GET /users')).body.data.find(
      ({ email }: { email: string }) => email === 'later@example.test',
    );
    const { token } = await createSignInLinks(api.database).create(user.id);
    const used = await api.call('nobody', 'POST /sign-in-links/consume', { body: { token, password: PASSWORD } });
    expect(used.status).toBe(200);
    const members = await api.call('owner', 'GET /workspaces/demo/members');
    expect(members.body.data).toEqual([]);
  });

  test('a member, while there is no owner', async () => {
    await takeOwnersAway();
    const { token } = await createSignInLinks(api.database).create(api.people.other.id);
    const used = await api.call('nobody', 'POST /sign-in-links/consume', { body: { token, password: PASSWORD } });
    expect(used.status).toBe(200);
    const members = await api.call('admin', 'GET /workspaces/demo/members');
    expect(members.body.data).toEqual([]);
  });
});
