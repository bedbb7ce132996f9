import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { type Answer, cookieHeader, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';
import { totpCode, wrongCode } from '../support/totp.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

const send = (route: string, cookie: string, body?: unknown) => api.visit(route, cookie, { body });

/** Turned on with the code of the present step. A sign-in takes the next one: both are still good where a step ends in between. */
async function withFactor(email: string) {
  const { user, cookie } = await api.signUp(email, 'member');
  const setup = await send('POST /session/two-factor', cookie, { password: PASSWORD });
  expect(setup.status).toBe(200);
  const on = await send('POST /session/two-factor/confirm', cookie, { code: totpCode(setup.body.secret) });
  expect(on).toMatchObject({ status: 200, body: { twoFactor: true } });
  return { user, secret: setup.body.secret, codes: setup.body.recoveryCodes, cookie: jar(on) };
}

function jar(answer: Answer): string {
  return cookieHeader(answer.headers.getSetCookie().filter((text) => !text.includes('Max-Age=0')));
}

describe('200', () => {
  test('the password asks for a code, the code signs in', async () => {
    const { user, secret, cookie } = await withFactor('ada@example.test');
    expect((await send('GET /session/two-factor', cookie)).body).toEqual({
      enabled: true,
      required: false,
      recoveryCodesLeft: 10,
    });
    const half = await send('POST /session', '', { email: user.email, password: PASSWORD });
    expect(half.body).toEqual({ secondFactor: 'wanted' });
    expect((await send('GET /session', jar(half))).status).toBe(401);
    const spaced = totpCode(secret, 1).replace(/^.../, '$& ');
    const whole = await send('POST /session/second-factor', jar(half), { code: spaced });
    expect(whole).toMatchObject({ status: 200, body: { id: user.id, signedInBy: 'password' } });
    expect((await send('GET /session', jar(whole))).status).toBe(200);
  });

  test('a recovery code in its place', async () => {
    const { user, codes } = await withFactor('grace@example.test');
    const half = await send('POST /session', '', { email: user.email, password: PASSWORD });
    const whole = await send('POST /session/second-factor', jar(half), {
      recoveryCode: ` ${codes[0].toUpperCase().replace('-', ' ')} `,
    });
    expect(whole.status).toBe(200);
    const state = await send('GET /session/two-factor', jar(whole));
    expect(state.body.recoveryCodesLeft).toBe(9);
    const fresh = await send('POST /session/two-factor/recovery-codes', jar(whole), { password: PASSWORD });
    expect(fresh.body.recoveryCodes).toHaveLength(10);
    expect(fresh.body.recoveryCodes).not.toContain(codes[1]);
  });

  test('turned off with the password; both are in the list of what happened', async () => {
    const { cookie } = await withFactor('joan@example.test');
    const off = await send('POST /session/two-factor/stop', cookie, { password: PASSWORD });
    expect(off).toMatchObject({ status: 200, body: { twoFactor: false } });
    const { body } = await send('GET /session/security-events', jar(off));
    expect(body.data.slice(0, 2).map(({ kind }: { kind: string }) => kind)).toEqual([
      'two-factor-off',
      'two-factor-on',
    ]);
    expect(body.data[0]).toMatchObject({ userEmail: 'joan@example.test', actorEmail: null });
  });

  test('where everybody must have one, nothing else goes until it is there', async () => {
    const { cookie } = await api.signUp('late@example.test', 'admin');
    await api.database.query
      .insertInto('sign_in_policy')
      .values({ id: 1, require_two_factor: 1, passwords: 'everybody', managed_by: null })
      .execute();
    expect((await send('GET /session', cookie)).body.setUp).toBe('two-factor');
    for (const route of ['GET /users', 'GET /gateway-keys', 'GET /workspaces', 'GET /sessions']) {
      expect(await send(route, cookie)).toMatchObject({
        status: 403,
        body: { error: { code: 'two_factor_required' } },
      });
    }
    expect((await send('GET /session/two-factor', cookie)).body).toMatchObject({ enabled: false, required: true });
    const { body } = await send('POST /session/two-factor', cookie, { password: PASSWORD });
    const on = await send('POST /session/two-factor/confirm', cookie, { code: totpCode(body.secret) });
    expect(on.body.setUp).toBeNull();
    expect((await send('GET /users', jar(on))).status).toBe(200);
    expect((await send('POST /session/two-factor/stop', jar(on), { password: PASSWORD })).status).toBe(409);
    await api.database.query.deleteFrom('sign_in_policy').execute();
  });
});

describe('204', () => {
  test('an administrator takes a second factor away, which ends the sessions', async () => {
    const { user, cookie } = await withFactor('locked-out@example.test');
    expect((await api.call('admin', `DELETE /users/${user.id}/two-factor`)).status).toBe(204);
    expect((await send('GET /session', cookie)).status).toBe(401);
    const signedIn = await send('POST /session', '', { email: user.email, password: PASSWORD });
    expect(signedIn.body).toMatchObject({ id: user.id, twoFactor: false });
    const { body } = await api.call('admin', 'GET /security-events?limit=10');
    expect(body.data).toContainEqual(
      expect.objectContaining({ kind: 'two-factor-reset', userEmail: user.email, actorEmail: 'admin@example.test' }),
    );
  });
});

describe('400', () => {
  test.each([
    ['nothing', {}, 'code'],
    ['both', { code: '123456', recoveryCode: 'abcde-fghij' }, 'code'],
    ['five digits', { code: '12345' }, 'code'],
    ['letters', { code: 'abcdef' }, 'code'],
  ])('%s', async (_name, body, param) => {
    const answer = await send('POST /session/second-factor', '', body);
    expect(answer).toMatchObject({ status: 400, body: { error: { param } } });
  });
});

describe('401', () => {
  test('no sign-in under way, or one that somebody made up', async () => {
    for (const cookie of ['', 'onefirewall.two_factor=abc.def']) {
      const answer = await send('POST /session/second-factor', cookie, { code: '123456' });
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'not_signed_in' } } });
    }
  });

  test('a session is not half a sign-in', async () => {
    const { secret, cookie } = await withFactor('whole@example.test');
    expect((await send('POST /session/second-factor', cookie, { code: totpCode(secret) })).status).toBe(401);
  });

  test('a wrong code, a wrong recovery code, a wrong password', async () => {
    const { user, secret, cookie } = await withFactor('careless@example.test');
    const half = jar(await send('POST /session', '', { email: user.email, password: PASSWORD }));
    const wrong = await send('POST /session/second-factor', half, { code: wrongCode(secret) });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'invalid_credentials' } } });
    const recovery = await send('POST /session/second-factor', half, { recoveryCode: 'AAAAA-AAAAA' });
    expect(recovery).toMatchObject({ status: 401, body: { error: { code: 'invalid_credentials' } } });
    for (const route of ['POST /session/two-factor/stop', 'POST /session/two-factor/recovery-codes']) {
      expect((await send(route, cookie, { password: 'wrong' })).status).toBe(401);
      expect((await send(route, cookie, {})).status).toBe(401);
    }
  });

  test('with the wrong password it is not told whether there is a second factor', async () => {
    await withFactor('hidden@example.test');
    const one = await send('POST /session', '', { email: 'hidden@example.test', password: 'wrong password' });
    const two = await send('POST /session', '', { email: 'member@example.test', password: 'wrong password' });
    expect(one.body).toEqual(two.body);
    expect(one.headers.getSetCookie()).toEqual([]);
  });
});

describe('403', () => {
  test('members reset nobody, admins no owner', async () => {
    expect((await api.call('member', `DELETE /users/${api.people.other.id}/two-factor`)).status).toBe(403);
    expect((await api.call('admin', `DELETE /users/${api.people.owner.id}/two-factor`)).status).toBe(403);
    expect((await api.call('member', 'GET /security-events')).status).toBe(403);
  });
});

describe('404', () => {
  test('where there is none', async () => {
    expect((await api.call('owner', `DELETE /users/${api.people.member.id}/two-factor`)).status).toBe(404);
    expect((await api.call('owner', 'DELETE /users/nobody/two-factor')).status).toBe(404);
    expect((await api.call('member', 'POST /session/two-factor/stop', { body: { password: PASSWORD } })).status).toBe(
      404,
    );
  });
});

describe('409', () => {
  test('a second factor is not set up twice', async () => {
    const { cookie } = await withFactor('twice@example.test');
    expect((await send('POST /session/two-factor', cookie, { password: PASSWORD })).status).toBe(409);
  });
});
