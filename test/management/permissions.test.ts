/** The table of permissions, held: who may not, gets a 403 from every route; who may, gets anything else. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { isAllowed, type Permission } from '../../src/http/management/permissions.ts';
import type { RouteSpec } from '../../src/http/management/route-spec.ts';
import { ROUTES } from '../../src/http/management/route-table.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

/** Routes of the organization: in a workspace the role there counts too, and none is a 404. */
const rows = Object.entries<RouteSpec>(ROUTES).filter(
  ([, { path, permission, events }]) =>
    events === undefined &&
    permission !== 'public' &&
    permission !== 'signed-in' &&
    permission !== 'audit.list' &&
    !path.includes('{workspace}'),
);

describe('every route of the organization', () => {
  test.each(['owner', 'admin', 'member'] as const)('as the table says for an %s', async (who) => {
    expect(rows.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    for (const [name, { method, path, permission }] of rows) {
      // Of nobody and with nothing in it: where it is allowed it is refused for that, and changes nothing.
      const route = `${method} ${path.replaceAll(/\{[a-z]+\}/g, 'nobody')}`;
      const { status, body } = await api.call(who, route, method === 'GET' || method === 'DELETE' ? {} : { body: {} });
      const refused = status === 403 && body?.error.code === 'permission_denied';
      if (refused === isAllowed(permission as Permission, [who])) wrong.push(`${name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what no table says', () => {
  test('an admin makes no owner, in none of the ways there are', async () => {
    const { user } = await api.signUp('climber@example.test', 'admin');
    const self = await api.call('admin', `PATCH /users/${api.people.admin.id}`, { body: { role: 'owner' } });
    const other = await api.call('admin', `PATCH /users/${user.id}`, { body: { role: 'owner' } });
    const added = await api.call('admin', 'POST /users', { body: { email: 'o@example.test', role: 'owner' } });
    const invited = await api.call('admin', 'POST /invitations', { body: { email: 'p@example.test', role: 'owner' } });
    for (const { status } of [self, other, added, invited]) expect(status).toBe(403);
    const owner = api.people.owner.id;
    const touched = await Promise.all([
      api.call('admin', `PATCH /users/${owner}`, { body: { role: 'member' } }),
      api.call('admin', `PATCH /users/${owner}`, { body: { disabled: true } }),
      api.call('admin', `DELETE /users/${owner}`),
      api.call('admin', `DELETE /users/${owner}/two-factor`),
      api.call('admin', `POST /users/${owner}/sign-in-link`),
    ]);
    for (const { status } of touched) expect(status).toBe(403);
  });

  test('the last owner stays one, and can neither be disabled nor removed', async () => {
    const path = `/users/${api.people.owner.id}`;
    expect((await api.call('owner', `PATCH ${path}`, { body: { role: 'admin' } })).status).toBe(409);
    expect((await api.call('owner', `PATCH ${path}`, { body: { disabled: true } })).status).toBe(409);
    expect((await api.call('owner', `DELETE ${path}`)).status).toBe(409);
    expect((await api.call('owner', 'GET /session')).body.role).toBe('owner');
  });

  test('who gives up a role goes on with a session of a new id', async () => {
    const { user, cookie } = await api.signUp('second@example.test', 'owner');
    const request = (method: string, route: string, sent: string, body?: unknown) =>
      api.raw(
        new Request(`http://localhost:8080/api/manage${route}`, {
          method,
          headers: { cookie: sent, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const down = await request('PATCH', `/users/${user.id}`, cookie, { role: 'member' });
    expect(down.status).toBe(200);
    expect((await request('GET', '/session', cookie)).status).toBe(401);
    const fresh = down.headers.getSetCookie().map((text) => text.split(';')[0]);
    expect((await request('GET', '/session', fresh.join('; '))).body).toMatchObject({ id: user.id, role: 'member' });
  });
});
