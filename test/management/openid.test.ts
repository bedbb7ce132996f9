/** Signing in with OpenID Connect, at a real issuer. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import { ORIGIN, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';
import { startIssuer, type TestIssuer } from '../support/openid-provider.ts';
import { createVisits } from '../support/openid-visits.ts';

let api: TestManagement;
let issuer: TestIssuer;
beforeAll(async () => {
  api = await startManagement();
  issuer = await startIssuer(`${ORIGIN}/sign-in/openid`);
});
afterAll(async () => {
  await issuer.close();
  await api.close();
});
afterEach(async () => {
  await api.call('owner', 'DELETE /sign-in-methods/test');
});

const { settings, declare, post, begin, signIn, person } = createVisits(() => ({ api, issuer }));

describe('200', () => {
  test('somebody new from an allowed domain gets an account, and comes back to it', async () => {
    await declare();
    const first = await signIn(person('newcomer'));
    expect(first).toMatchObject({
      status: 200,
      body: {
        email: 'newcomer@example.test',
        name: 'The newcomer',
        role: 'member',
        hasPassword: false,
        signedInBy: 'openid',
        setUp: null,
      },
    });
    const cookies = first.headers.getSetCookie();
    const session = cookies.find((text) => text.startsWith('onefirewall.session_token=')) ?? '';
    expect(session).toContain('HttpOnly');
    expect(session).toContain('SameSite=Strict');
    // What the sign-in remembered is forgotten.
    expect(cookies.join('\n')).toContain('onefirewall.openid=; Max-Age=0');
    const me = await api.raw(
      new Request(`${ORIGIN}/api/manage/session`, { headers: { cookie: session.split(';')[0] ?? '' } }),
    );
    expect(me.body).toMatchObject({ email: 'newcomer@example.test', hasSingleSignOn: true });
    const again = await signIn('newcomer');
    expect(again.body.id).toBe(first.body.id);
  });

  test('is known by issuer and subject, even under a new address', async () => {
    await declare();
    const first = await signIn(person('married'));
    person('married', { email: 'renamed@example.test' });
    const again = await signIn('married');
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, email: 'married@example.test' } });
  });

  test('an account that is there is linked by its verified address', async () => {
    await declare({ createUsers: false });
    const answer = await signIn(person('member'));
    expect(answer).toMatchObject({ status: 200, body: { id: api.people.member.id, hasPassword: true } });
    // The password still works beside it.
    const body = { email: 'member@example.test', password: PASSWORD };
    expect((await post('/session', body)).body).toMatchObject({ signedInBy: 'password', hasSingleSignOn: true });
  });

  test('rules make the role at each sign-in, and never of an owner', async () => {
    await declare({ roles: [{ claim: 'groups', value: 'platform', role: 'admin' }] });
    const up = await signIn(person('riser', { groups: ['staff', 'platform'] }));
    expect(up.body.role).toBe('admin');
    person('riser', { groups: ['staff'] });
    expect((await signIn('riser')).body.role).toBe('member');
  });

  test('without rules the dashboard says who is an admin', async () => {
    await declare();
    const { body } = await signIn(person('promoted'));
    await api.call('owner', `PATCH /users/${body.id}`, { body: { role: 'admin' } });
    expect((await signIn('promoted')).body.role).toBe('admin');
  });

  test('an issuer that is trusted with addresses need not say that they are verified', async () => {
    await declare({ emailsAreVerified: true });
    expect((await signIn(person('entra', { email_verified: undefined }))).status).toBe(200);
    expect((await signIn(person('liar', { email_verified: false }))).status).toBe(403);
  });

  test('a rule makes an owner only where that is allowed', async () => {
    const roles = [{ claim: 'groups', value: 'board', role: 'owner' }];
    const refused = await api.call('owner', 'POST /sign-in-methods', { body: settings({ roles }) });
    expect(refused).toMatchObject({ status: 400, body: { error: { param: 'roles' } } });
    await declare({ roles, allowOwners: true });
    expect((await signIn(person('chair', { groups: ['board'] }))).body.role).toBe('owner');
  });

  test('what an issuer says of itself can be read before it is saved', async () => {
    const good = await api.call('owner', 'POST /sign-in-methods/test', {
      body: { issuer: issuer.issuer, internal: true },
    });
    expect(good.body).toMatchObject({ ok: true, issuer: issuer.issuer, algorithms: ['RS256'] });
    const path = await api.call('owner', 'POST /sign-in-methods/test', {
      body: { issuer: `${issuer.issuer}/nothing`, internal: true },
    });
    expect(path.body).toMatchObject({ ok: false, problem: 'not_an_issuer' });
    const inside = await api.call('owner', 'POST /sign-in-methods/test', {
      body: { issuer: 'https://127.0.0.1:1', internal: false },
    });
    expect(inside.body).toMatchObject({ ok: false, problem: 'address_refused' });
    const open = await api.call('owner', 'POST /sign-in-methods/test', {
      body: { issuer: issuer.issuer, internal: false },
    });
    expect(open.body).toMatchObject({ ok: false, problem: 'not_secure' });
    const metadata = await api.call('owner', 'POST /sign-in-methods/test', {
      body: { issuer: 'http://169.254.169.254/latest', internal: true },
    });
    expect(metadata.body).toMatchObject({ ok: false, problem: 'address_refused' });
  });
});

describe('403', () => {
  test.each([
    ['another domain', { email: 'stranger@elsewhere.test' }],
    ['a sub-domain', { email: 'stranger@mail.example.test' }],
    ['an address that is not verified', { email_verified: false }],
    ['an address the issuer says nothing of', { email_verified: undefined }],
    ['no address', { email: undefined }],
  ])('%s', async (_name, claims) => {
    await declare();
    const answer = await signIn(person('stranger', claims));
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'sign_in_refused' } } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await api.call('owner', 'GET /users')).body.data).not.toContainEqual(
      expect.objectContaining({ name: 'The stranger' }),
    );
  });

  test('nobody new where accounts are not made', async () => {
    await declare({ createUsers: false });
    expect(await signIn(person('uninvited'))).toMatchObject({ status: 403 });
    await api.call('owner', 'DELETE /sign-in-methods/test');
    // Without a domain nobody is vouched for.
    await declare({ allowedDomains: [] });
    expect(await signIn('uninvited')).toMatchObject({ status: 403 });
  });

  test('owners, unless the method lets them in', async () => {
    await declare();
    expect(await signIn(person('owner'))).toMatchObject({ status: 403 });
    await api.call('owner', 'DELETE /sign-in-methods/test');
    await declare({ allowOwners: true });
    expect(await signIn('owner')).toMatchObject({ status: 200, body: { role: 'owner', id: api.people.owner.id } });
  });

  test('who is disabled', async () => {
    await declare();
    const { body } = await signIn(person('leaver'));
    await api.call('owner', `PATCH /users/${body.id}`, { body: { disabled: true } });
    expect(await signIn('leaver')).toMatchObject({ status: 403, body: { error: { code: 'sign_in_refused' } } });
  });

  test('an answer without its cookie, of another sign-in, or twice', async () => {
    await declare();
    const login = person('replayed');
    const one = await begin();
    const other = await begin();
    const query = await issuer.signIn(one.location, login);
    expect((await post('/session/openid/finish', query)).status).toBe(403);
    expect((await post('/session/openid/finish', query, other.cookie)).status).toBe(403);
    const changed = one.cookie.replace(/.{6}$/, 'AAAAAA');
    expect((await post('/session/openid/finish', query, changed)).status).toBe(403);
    const wrongIssuer = { ...query, iss: 'https://other.example' };
    expect((await post('/session/openid/finish', wrongIssuer, one.cookie)).status).toBe(403);
    const { iss: _left, ...withoutIssuer } = query;
    expect((await post('/session/openid/finish', withoutIssuer, one.cookie)).status).toBe(403);
    expect((await post('/session/openid/finish', query, one.cookie)).status).toBe(200);
    // The code is used up: the issuer says so.
    expect((await post('/session/openid/finish', query, one.cookie)).status).toBe(502);
  });

  test('what the issuer refused', async () => {
    await declare();
    const { cookie, location } = await begin();
    const state = new URL(location).searchParams.get('state');
    const body = { state, error: 'access_denied' };
    expect((await post('/session/openid/finish', body, cookie)).body.error.code).toBe('sign_in_refused');
  });

  test('admins and members may not change how people get in', async () => {
    for (const who of ['admin', 'member'] as const) {
      expect((await api.call(who, 'POST /sign-in-methods', { body: settings() })).status).toBe(403);
      const body = { issuer: issuer.issuer, internal: true };
      expect((await api.call(who, 'POST /sign-in-methods/test', { body })).status).toBe(403);
      const policy = { requireTwoFactor: true };
      expect((await api.call(who, 'PATCH /organization/sign-in', { body: policy })).status).toBe(403);
    }
    expect((await api.call('admin', 'GET /sign-in-methods')).status).toBe(200);
    expect((await api.call('member', 'GET /sign-in-methods')).status).toBe(403);
  });
});

describe('404', () => {
  test('a way in that is not there, or switched off', async () => {
    expect((await post('/session/openid', { method: 'nothing' })).status).toBe(404);
    await declare({ enabled: false });
    expect((await post('/session/openid', { method: 'test' })).status).toBe(404);
    expect((await api.call('nobody', 'GET /sign-in-options')).body.methods).toEqual([]);
  });
});

describe('502', () => {
  test('an issuer that is away, and a wrong secret', async () => {
    await declare({ issuer: 'http://127.0.0.1:1' });
    expect((await post('/session/openid', { method: 'test' })).status).toBe(502);
    await api.call('owner', 'DELETE /sign-in-methods/test');
    await declare({ clientSecret: 'not the secret' });
    const refused = await signIn(person('nobody'));
    expect(refused).toMatchObject({ status: 502, body: { error: { code: 'upstream_error' } } });
    expect(JSON.stringify(refused.body)).not.toContain('not the secret');
  });
});

describe('412', () => {
  test('of two owners who change an issuer at once, the second hears of the first', async () => {
    await declare();
    const read = await api.call('owner', 'GET /sign-in-methods/test');
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const { name: _name, ...rest } = settings({ title: 'The first' });
    const change = (body: unknown) => api.call('owner', 'PUT /sign-in-methods/test', { body, headers });
    const first = await change(rest);
    expect(first).toMatchObject({ status: 200, body: { title: 'The first' } });
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`);
    const second = await change({ ...rest, title: 'The second' });
    expect(second).toMatchObject({ status: 412, body: { error: { code: 'changed_meanwhile' } } });
    expect((await api.call('owner', 'DELETE /sign-in-methods/test', { headers })).status).toBe(412);
    expect((await api.call('owner', 'GET /sign-in-methods/test')).body).toEqual(first.body);
  });
});

describe('the settings', () => {
  test('are kept without the secret in sight, which goes to no other issuer', async () => {
    await declare({ title: 'Staff' });
    const row = await api.database.query.selectFrom('sign_in_method').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(issuer.clientSecret);
    const shown = await api.call('admin', 'GET /sign-in-methods/test');
    expect(JSON.stringify(shown.body)).not.toContain(issuer.clientSecret);
    expect(shown.body).toMatchObject({ hasClientSecret: true, redirectUri: `${ORIGIN}/sign-in/openid` });
    const { name: _name, clientSecret: _secret, ...rest } = settings({ title: 'All staff' });
    expect((await api.call('owner', 'PUT /sign-in-methods/test', { body: rest })).body.title).toBe('All staff');
    expect((await signIn(person('kept'))).status).toBe(200);
    const elsewhere = { ...rest, issuer: 'https://login.example.org' };
    const refused = await api.call('owner', 'PUT /sign-in-methods/test', { body: elsewhere });
    expect(refused).toMatchObject({ status: 400, body: { error: { param: 'clientSecret' } } });
    expect((await api.call('nobody', 'GET /sign-in-options')).body).toEqual({
      organization: 'Test organization',
      passwords: 'everybody',
      methods: [{ name: 'test', title: 'All staff' }],
    });
  });

  test('passwords for owners only, once there is another way in', async () => {
    const body = { passwords: 'owners' };
    expect((await api.call('owner', 'PATCH /organization/sign-in', { body })).status).toBe(409);
    await declare();
    expect((await api.call('owner', 'PATCH /organization/sign-in', { body })).status).toBe(200);
    const member = await post('/session', { email: 'other@example.test', password: PASSWORD });
    expect(member).toMatchObject({ status: 401, body: { error: { code: 'invalid_credentials' } } });
    expect(member.headers.getSetCookie()).toEqual([]);
    expect((await post('/session', { email: 'owner@example.test', password: PASSWORD })).status).toBe(200);
    // Nor can that way be taken from under everybody's feet.
    expect((await api.call('owner', 'DELETE /sign-in-methods/test')).status).toBe(409);
    const { name: _name, ...off } = settings({ enabled: false });
    expect((await api.call('owner', 'PUT /sign-in-methods/test', { body: off })).status).toBe(409);
    await api.call('owner', 'PATCH /organization/sign-in', { body: { passwords: 'everybody' } });
  });
});
