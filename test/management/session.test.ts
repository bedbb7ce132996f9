import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createSignInLinks } from '../../src/authentication/sign-in-link.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { cookieHeader, ORIGIN, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

const credentials = { email: 'member@example.test', password: PASSWORD };

describe('200', () => {
  test('signing out ends the session on the server too', async () => {
    const { cookie } = await api.signUp('leaver@example.test', 'member');
    const url = `${ORIGIN}/api/manage/session`;
    const left = await api.raw(new Request(url, { method: 'DELETE', headers: { cookie } }));
    expect(left).toMatchObject({ status: 200, body: { location: null } });
    expect(left.headers.getSetCookie().join()).toContain('Max-Age=0');
    expect((await api.raw(new Request(url, { headers: { cookie } }))).status).toBe(401);
  });

  test('signing in sets a cookie that later requests are recognised by', async () => {
    const answer = await api.call('nobody', 'POST /session', { body: credentials });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ email: 'member@example.test', role: 'member' });
    const cookie = cookieHeader(answer.headers.getSetCookie());
    const me = await api.raw(new Request(`${ORIGIN}/api/manage/session`, { headers: { cookie } }));
    expect(me).toMatchObject({ status: 200, body: { id: api.people.member.id } });
    expect(me.headers.get('cache-control')).toBe('no-store');
  });

  test('the address is read in any case', async () => {
    const body = { ...credentials, email: 'Member@Example.TEST' };
    expect((await api.call('nobody', 'POST /session', { body })).status).toBe(200);
  });

  test('a one-time link says whose it is, and lets them in once', async () => {
    const made = await api.call('admin', `POST /users/${api.people.other.id}/sign-in-link`);
    const { token } = made.body;
    const read = await api.call('nobody', 'POST /sign-in-links/read', { body: { token } });
    expect(read.body).toEqual({ purpose: 'sign-in', email: 'other@example.test', hasPassword: true });
    const body = { token, password: 'yet another password' };
    const used = await api.call('nobody', 'POST /sign-in-links/consume', { body });
    expect(used).toMatchObject({ status: 200, body: { id: api.people.other.id } });
    expect((await api.call('nobody', 'POST /sign-in-links/consume', { body })).status).toBe(404);
    // The new password ended the session the fixture had.
    expect((await api.call('other', 'GET /session')).status).toBe(401);
  });

  test('the link for the first owner says so', async () => {
    const { token } = await createSignInLinks(api.database).create(null);
    const read = await api.call('nobody', 'POST /sign-in-links/read', { body: { token } });
    expect(read.body).toEqual({ purpose: 'first-owner', email: null, hasPassword: false });
  });

  test('the first owner finds the workspaces that were there before', async () => {
    const fresh = await startManagement();
    const { database } = fresh;
    await database.query.deleteFrom('user').execute();
    const { id } = await createWorkspaceStore(database).create(workspaceInputSchema.parse({ name: 'demo' }));
    const { token } = await createSignInLinks(database).create(null);
    const body = { token, email: 'first@example.test', name: 'First', password: PASSWORD };
    const made = await fresh.call('nobody', 'POST /sign-in-links/consume', { body });
    expect(made).toMatchObject({ status: 200, body: { email: 'first@example.test', name: 'First', role: 'owner' } });
    expect([...(await createMembershipStore(database).rolesOf(made.body.id))]).toEqual([[id, 'admin']]);
    await fresh.close();
  });

  test('changing the password ends the other sessions', async () => {
    const { cookie } = await api.signUp('changer@example.test', 'member');
    const request = (method: string, path: string, body?: unknown) =>
      api.raw(
        new Request(`${ORIGIN}/api/manage${path}`, {
          method,
          headers: { cookie, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const change = { current: PASSWORD, next: 'a better password' };
    expect((await request('PUT', '/session/password', change)).status).toBe(200);
    expect((await request('GET', '/session')).status).toBe(401);
  });
});

describe('400', () => {
  test.each([
    ['not JSON', '{"email":', 'invalid_json', null],
    ['a missing field', { email: 'a@example.test' }, 'missing_required_parameter', 'password'],
    ['an unknown field', { ...credentials, remember: true }, 'unknown_parameter', 'remember'],
    ['no e-mail address', { ...credentials, email: 'nobody' }, 'invalid_value', 'email'],
    ['a list', [], 'invalid_value', null],
  ])('%s', async (_name, body, code, param) => {
    const answer = await api.call('nobody', 'POST /session', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code, param } } });
  });

  test('a short password is not taken', async () => {
    const { token } = await createSignInLinks(api.database).create(api.people.owner.id);
    const body = { token, password: 'short' };
    const answer = await api.call('nobody', 'POST /sign-in-links/consume', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { param: 'password' } } });
  });
});

describe('401', () => {
  test('without a session', async () => {
    expect(await api.call('nobody', 'GET /session')).toMatchObject({
      status: 401,
      body: { error: { code: 'not_signed_in' } },
    });
  });

  test('with a cookie somebody made up, or changed', async () => {
    const signedIn = await api.call('nobody', 'POST /session', { body: credentials });
    const good = cookieHeader(signedIn.headers.getSetCookie());
    for (const cookie of ['onefirewall.session_token=abc.def', good.slice(0, -3), good.replace('=', '=x')]) {
      const answer = await api.raw(new Request(`${ORIGIN}/api/manage/session`, { headers: { cookie } }));
      expect(answer.status).toBe(401);
    }
  });

  test('a wrong password and an unknown address read the same', async () => {
    const wrong = await api.call('nobody', 'POST /session', { body: { ...credentials, password: 'wrong' } });
    const unknown = await api.call('nobody', 'POST /session', { body: { ...credentials, email: 'x@example.test' } });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
  });
});

describe('403', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('a change sent by %s', async (_name, headers) => {
    const answer = await api.call('owner', 'PATCH /organization', { body: { name: 'Theirs' }, headers });
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'origin_forbidden' } } });
  });
});

describe('404', () => {
  test('an unknown route, and an unknown link', async () => {
    expect(await api.call('owner', 'GET /nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown_url' } },
    });
    const body = { token: 'x'.repeat(43) };
    expect((await api.call('nobody', 'POST /sign-in-links/read', { body })).status).toBe(404);
  });
});

describe('409', () => {
  test('the first owner is not made twice', async () => {
    const { token } = await createSignInLinks(api.database).create(null);
    const body = { token, email: 'eve@example.test', password: PASSWORD };
    expect((await api.call('nobody', 'POST /sign-in-links/consume', { body })).status).toBe(409);
  });
});

describe('413 and 415', () => {
  test('a body beyond 4 MB', async () => {
    const body = JSON.stringify({ email: 'x'.repeat(5_000_000), password: 'x' });
    expect((await api.call('nobody', 'POST /session', { body })).status).toBe(413);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'what a form of another site could send: %s',
    async (type) => {
      const answer = await api.call('nobody', 'POST /session', {
        body: JSON.stringify(credentials),
        headers: { 'content-type': type },
      });
      expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported_content' } } });
    },
  );
});

describe('429', () => {
  test('the eleventh attempt of an address within a minute', async () => {
    const guess = () =>
      api.raw(
        new Request(`${ORIGIN}/api/manage/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'unknown@example.test', password: 'guess' }),
        }),
        '2001:db8::1',
      );
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
