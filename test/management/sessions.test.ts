import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { cookieHeader, PASSWORD, startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

const send: TestManagement['visit'] = (...visit) => api.visit(...visit);

async function signIn(email: string, userAgent: string): Promise<string> {
  const answer = await send('POST /session', '', { body: { email, password: PASSWORD }, userAgent });
  expect(answer.status).toBe(200);
  return cookieHeader(answer.headers.getSetCookie());
}

describe('200', () => {
  test('one’s own sessions, with device and address, and which one this is', async () => {
    await api.signUp('ada@example.test', 'member');
    const laptop = await signIn('ada@example.test', FIREFOX);
    const phone = await signIn('ada@example.test', IPHONE);
    expect((await send('GET /session', phone)).status).toBe(200);
    const { body } = await send('GET /sessions', laptop);
    expect(body.data.map(({ device, current }: { device: string; current: boolean }) => [device, current])).toEqual([
      ['Safari on iPhone', false],
      ['Firefox on Linux', true],
      [null, false],
    ]);
    expect(body.data[0]).toMatchObject({ signedInBy: 'password', clientAddress: expect.stringMatching(/^10\.7\./) });
    expect(Date.now() - Date.parse(body.data[0].lastSeenAt)).toBeLessThan(60_000);
    expect(JSON.stringify(body)).not.toContain('token');
  });

  test('one’s own name', async () => {
    const { cookie } = await api.signUp('name@example.test', 'member');
    const answer = await send('PATCH /session', cookie, { body: { name: 'A better name' } });
    expect(answer).toMatchObject({ status: 200, body: { name: 'A better name' } });
    expect((await send('GET /session', cookie)).body.name).toBe('A better name');
  });

  test('another role ends the sessions: what follows is a new one', async () => {
    const { user, cookie } = await api.signUp('risen@example.test', 'member');
    await api.call('owner', `PATCH /users/${user.id}`, { body: { name: 'Still in' } });
    expect((await send('GET /session', cookie)).status).toBe(200);
    await api.call('owner', `PATCH /users/${user.id}`, { body: { role: 'admin' } });
    expect((await send('GET /session', cookie)).status).toBe(401);
  });

  test('every sign-in has an id of its own, also with the cookie of an earlier one', async () => {
    await api.signUp('fixed@example.test', 'member');
    const first = await signIn('fixed@example.test', FIREFOX);
    const again = await send('POST /session', first, { body: { email: 'fixed@example.test', password: PASSWORD } });
    expect(cookieHeader(again.headers.getSetCookie())).not.toBe(first);
    // And nothing is left of that one.
    expect((await send('GET /session', first)).status).toBe(401);
  });
});

describe('204', () => {
  test('ends one, or all others', async () => {
    await api.signUp('grace@example.test', 'member');
    const here = await signIn('grace@example.test', FIREFOX);
    const there = await signIn('grace@example.test', IPHONE);
    const { data } = (await send('GET /sessions', here)).body;
    const phone = data.find(({ device }: { device: string }) => device === 'Safari on iPhone');
    expect((await send(`DELETE /sessions/${phone.id}`, here)).status).toBe(204);
    expect((await send('GET /session', there)).status).toBe(401);
    const another = await signIn('grace@example.test', IPHONE);
    expect((await send('DELETE /sessions', here)).status).toBe(204);
    expect((await send('GET /session', another)).status).toBe(401);
    expect((await send('GET /sessions', here)).body.data).toHaveLength(1);
  });
});

describe('400', () => {
  test('no name', async () => {
    expect((await api.call('member', 'PATCH /session', { body: { name: ' ' } })).status).toBe(400);
    expect((await api.call('member', 'PATCH /session', { body: { role: 'owner' } })).status).toBe(400);
  });
});

describe('401', () => {
  test.each(['GET /sessions', 'DELETE /sessions', 'DELETE /sessions/x', 'GET /session/security-events'])(
    '%s',
    async (route) => {
      expect((await api.call('nobody', route)).status).toBe(401);
    },
  );
});

describe('403', () => {
  test('another site ends nothing', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await api.call('member', 'DELETE /sessions', { headers })).status).toBe(403);
  });
});

describe('404', () => {
  test('the session of somebody else', async () => {
    const { cookie } = await api.signUp('other-person@example.test', 'member');
    const { data } = (await send('GET /sessions', cookie)).body;
    expect((await api.call('owner', `DELETE /sessions/${data[0].id}`)).status).toBe(404);
    expect((await send('GET /session', cookie)).status).toBe(200);
  });
});
