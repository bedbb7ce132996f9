/** Signing out at the issuer too, at a real one. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import { type Answer, cookieHeader, ORIGIN, startManagement, type TestManagement } from '../support/management.ts';
import { type CookieJar, startIssuer, type TestIssuer } from '../support/openid-provider.ts';
import { createVisits } from '../support/openid-visits.ts';
import { listenAt } from '../support/plain-issuer.ts';

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

const { settings, declare, begin, signIn, person } = createVisits(() => ({ api, issuer }));

describe('signing out', () => {
  /** Signed in, with the cookies of the browser here and at the issuer. */
  const enter = async (login: string) => {
    const jar: CookieJar = new Map();
    const answer = await signIn(login, jar);
    expect(answer.status).toBe(200);
    return { jar, cookies: answer.headers.getSetCookie() };
  };
  const leave = (cookie: string): Promise<Answer> =>
    api.raw(new Request(`${ORIGIN}/api/manage/session`, { method: 'DELETE', headers: { origin: ORIGIN, cookie } }));

  test('leads on to the issuer, which ends its session too and sends the browser back', async () => {
    await declare({ signOutAtIssuer: true });
    const { jar, cookies } = await enter(person('shared'));
    const remembered = cookies.find((text) => text.startsWith('onefirewall.issuer=')) ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/manage/session']) expect(remembered).toContain(part);
    expect(await issuer.asksWho((await begin()).location, jar)).toBe(false);
    const left = await leave(cookieHeader(cookies));
    const location = new URL(left.body.location);
    expect(location.origin).toBe(issuer.issuer);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: issuer.clientId,
      post_logout_redirect_uri: `${ORIGIN}/sign-in`,
      id_token_hint: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect(left.headers.getSetCookie().join('\n')).toContain('onefirewall.issuer=; Max-Age=0');
    expect(await issuer.signOut(location.href, jar)).toBe(`${ORIGIN}/sign-in`);
    expect(await issuer.asksWho((await begin()).location, jar)).toBe(true);
    // Nothing of the issuer's is kept.
    const rows = await api.database.query.selectFrom('account').selectAll().execute();
    expect(rows.every((row) => row.id_token === null && row.access_token === null)).toBe(true);
  });

  test('ends here where the method does not say so, or no longer', async () => {
    await declare();
    const plain = await enter(person('plain'));
    expect((await leave(cookieHeader(plain.cookies))).body).toEqual({ location: null });
    const { name: _name, ...rest } = settings({ signOutAtIssuer: true });
    await api.call('owner', 'PUT /sign-in-methods/test', { body: rest });
    const both = await enter('plain');
    await api.call('owner', 'PUT /sign-in-methods/test', { body: { ...rest, signOutAtIssuer: false } });
    expect((await leave(cookieHeader(both.cookies))).body).toEqual({ location: null });
  });

  test('of one session does not end another at the issuer', async () => {
    await declare({ signOutAtIssuer: true });
    const { cookies } = await enter(person('before'));
    const remembered = cookies.filter((text) => text.startsWith('onefirewall.issuer='));
    const { cookie } = await api.signUp('after@example.test', 'member');
    const left = await leave(`${cookie}; ${cookieHeader(remembered)}`);
    expect(left).toMatchObject({ status: 200, body: { location: null } });
  });

  test('a token that is too long for a cookie is left out: the issuer asks instead', async () => {
    await declare({ signOutAtIssuer: true, scopes: ['openid', 'email', 'profile'] });
    const groups = Array.from({ length: 300 }, (_, index) => `a group with a long name, number ${index}`);
    const { jar, cookies } = await enter(person('grouped', { groups }));
    for (const text of cookies) expect(text.length).toBeLessThan(4096);
    const { location } = (await leave(cookieHeader(cookies))).body;
    expect(new URL(location).searchParams.get('client_id')).toBe(issuer.clientId);
    expect(await issuer.signOut(location, jar)).toBe(`${ORIGIN}/sign-in`);
  });

  test('is no matter of an issuer that does not let people sign out', async () => {
    const plain = await listenAt();
    try {
      const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];
      const announced = Object.fromEntries(endpoints.map((name) => [name, `${plain.url}/${name}`]));
      plain.metadata = { issuer: plain.url, ...announced };
      const ask = async (more: object) => {
        plain.metadata = { issuer: plain.url, ...announced, ...more };
        const body = { issuer: plain.url, internal: true };
        return (await api.call('owner', 'POST /sign-in-methods/test', { body })).body;
      };
      expect(await ask({})).toMatchObject({ ok: true, endSessionEndpoint: null });
      expect(await ask({ end_session_endpoint: 'javascript:alert(1)' })).toMatchObject({ endSessionEndpoint: null });
      const there = `${plain.url}/end`;
      expect(await ask({ end_session_endpoint: there })).toMatchObject({ endSessionEndpoint: there });
      await declare({ signOutAtIssuer: true });
      const { cookies } = await enter(person('left'));
      const { name: _name, ...rest } = settings({ signOutAtIssuer: true, issuer: plain.url });
      await api.call('owner', 'PUT /sign-in-methods/test', { body: rest });
      await ask({});
      expect(await leave(cookieHeader(cookies))).toMatchObject({ status: 200, body: { location: null } });
    } finally {
      await plain.close();
    }
  });

  test('does not wait for an issuer that is away', async () => {
    await declare({ signOutAtIssuer: true });
    const { cookies } = await enter(person('stranded'));
    const { name: _name, ...rest } = settings({ signOutAtIssuer: true, issuer: 'http://127.0.0.1:1' });
    await api.call('owner', 'PUT /sign-in-methods/test', { body: rest });
    expect(await leave(cookieHeader(cookies))).toMatchObject({ status: 200, body: { location: null } });
  });
});
