import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { PASSWORD, startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
  await createWorkspaceStore(api.database).create(workspaceInputSchema.parse({ name: 'team' }));
});
afterAll(() => api.close());

const invite = (email: string, more = {}) => api.call('admin', 'POST /invitations', { body: { email, ...more } });

describe('200', () => {
  test('lists who has not come yet, and by whom they were asked', async () => {
    const { body } = await invite('waiting@example.test', { role: 'admin', name: 'Waiting' });
    const list = await api.call('admin', 'GET /invitations');
    expect(list.body.data).toContainEqual(
      expect.objectContaining({
        userId: body.user.id,
        email: 'waiting@example.test',
        name: 'Waiting',
        role: 'admin',
        invitedBy: 'admin@example.test',
        expired: false,
      }),
    );
    // Who has been in is no longer invited.
    expect(JSON.stringify(list.body)).not.toContain('member@example.test');
  });

  test('one whose time is over says so', async () => {
    const { body } = await invite('late@example.test');
    const change = api.database.query.updateTable('sign_in_link').set({ expires_at: 1 });
    await change.where('user_id', '=', body.user.id).execute();
    const { data } = (await api.call('admin', 'GET /invitations')).body;
    expect(data.find(({ email }: { email: string }) => email === 'late@example.test')).toMatchObject({ expired: true });
    const used = { token: body.token, password: PASSWORD };
    expect((await api.call('nobody', 'POST /sign-in-links/consume', { body: used })).status).toBe(404);
  });
});

describe('201', () => {
  test('the link lets them in, with the workspaces they were given, and the invitation is gone', async () => {
    const made = await invite('new@example.test', { workspaces: [{ name: 'team', role: 'admin' }], days: 3 });
    expect(made.status).toBe(201);
    const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThan(3.1);
    const read = await api.call('nobody', 'POST /sign-in-links/read', { body: { token: made.body.token } });
    expect(read.body).toEqual({ purpose: 'sign-in', email: 'new@example.test', hasPassword: false });
    const body = { token: made.body.token, password: PASSWORD, name: 'Newcomer' };
    const inside = await api.call('nobody', 'POST /sign-in-links/consume', { body });
    expect(inside).toMatchObject({ status: 200, body: { id: made.body.user.id, name: 'Newcomer' } });
    const roles = await createMembershipStore(api.database).rolesOf(made.body.user.id);
    expect([...roles.values()]).toEqual(['admin']);
    expect(JSON.stringify((await api.call('admin', 'GET /invitations')).body)).not.toContain('new@example.test');
  });

  test('a new link replaces the earlier one', async () => {
    const made = await invite('renewed@example.test');
    const path = `/invitations/${made.body.user.id}`;
    const renewed = await api.call('owner', `POST ${path}/renew`, { body: {} });
    expect(renewed.status).toBe(201);
    const read = (token: string) => api.call('nobody', 'POST /sign-in-links/read', { body: { token } });
    expect((await read(made.body.token)).status).toBe(404);
    expect((await read(renewed.body.token)).status).toBe(200);
  });
});

describe('204', () => {
  test('taken back: link and account are gone', async () => {
    const made = await invite('unwanted@example.test');
    expect((await api.call('admin', `DELETE /invitations/${made.body.user.id}`)).status).toBe(204);
    const read = await api.call('nobody', 'POST /sign-in-links/read', { body: { token: made.body.token } });
    expect(read.status).toBe(404);
    expect((await api.call('admin', `GET /users/${made.body.user.id}`)).status).toBe(404);
  });
});

describe('400', () => {
  test.each([
    ['no address', { email: undefined }, 'email'],
    ['a workspace that is not there', { workspaces: [{ name: 'nowhere' }] }, 'workspaces[0].name'],
    ['for ever', { days: 3650 }, 'days'],
  ])('%s', async (_name, more, param) => {
    const answer = await invite('x@example.test', more);
    expect(answer).toMatchObject({ status: 400, body: { error: { param } } });
    expect(JSON.stringify((await api.call('admin', 'GET /users')).body)).not.toContain('x@example.test');
  });
});

describe('401', () => {
  test('for nobody', async () => {
    expect((await api.call('nobody', 'GET /invitations')).status).toBe(401);
  });
});

describe('403', () => {
  test('members invite nobody, admins no owner', async () => {
    expect((await api.call('member', 'GET /invitations')).status).toBe(403);
    expect((await api.call('member', 'POST /invitations', { body: { email: 'y@example.test' } })).status).toBe(403);
    expect((await invite('z@example.test', { role: 'owner' })).status).toBe(403);
    const body = { email: 'second-owner@example.test', role: 'owner' };
    const { body: made } = await api.call('owner', 'POST /invitations', { body });
    const path = `/invitations/${made.user.id}`;
    expect((await api.call('admin', `POST ${path}/renew`, { body: {} })).status).toBe(403);
    expect((await api.call('admin', `DELETE ${path}`)).status).toBe(403);
  });
});

describe('404', () => {
  test('somebody who has come already cannot be uninvited', async () => {
    expect((await api.call('owner', `DELETE /invitations/${api.people.member.id}`)).status).toBe(404);
    expect((await api.call('owner', `POST /invitations/${api.people.member.id}/renew`, { body: {} })).status).toBe(404);
  });
});

describe('409', () => {
  test('an address that is taken', async () => {
    expect((await invite('Member@example.test')).status).toBe(409);
  });
});
