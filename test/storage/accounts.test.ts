/** What belongs to accounts, on every database: issuers' accounts, sessions, invitations, the security log, the policy. */
import { expect, spyOn, test } from 'bun:test';
import { createInvitations } from '../../src/authentication/invitations.ts';
import { createPeople } from '../../src/authentication/people.ts';
import { createSecurityLog } from '../../src/authentication/security-log.ts';
import { createSignInLinks } from '../../src/authentication/sign-in-link.ts';
import { createSignInPolicyStore } from '../../src/authentication/sign-in-policy.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { caller, testMasterKey } from '../support/fixtures.ts';
import { waitUntil } from '../support/wait-until.ts';

const PASSWORD = 'correct horse battery';
const ISSUER = 'https://login.example.com/staff';

onEveryDatabase('accounts', (get) => {
  const open = () => {
    const { database } = get();
    return {
      database,
      users: createUserStore(database),
      links: createSignInLinks(database),
      people: createPeople({ database, masterKey: testMasterKey, publicUrl: 'http://localhost:8080' }),
    };
  };

  test('an account of an issuer is one person’s, and a person has one of each issuer', async () => {
    const { users } = open();
    const ada = await users.create({ email: 'ada@example.test', role: 'member' });
    const eve = await users.create({ email: 'eve@example.test', role: 'member' });
    const account = { issuer: ISSUER, subject: 'a1' };
    expect(await users.findByOpenId(account)).toBeUndefined();
    await users.linkOpenId(ada.id, account);
    expect(await users.findByOpenId(account)).toMatchObject({ id: ada.id, hasSingleSignOn: true, hasPassword: false });
    await expect(users.linkOpenId(eve.id, account)).rejects.toMatchObject({ code: 'conflict' });
    await expect(users.linkOpenId(ada.id, { ...account, subject: 'a2' })).rejects.toMatchObject({ code: 'conflict' });
    await users.linkOpenId(eve.id, { issuer: 'https://other.example.com', subject: 'a1' });
    expect((await users.findByOpenId(account))?.id).toBe(ada.id);
    await users.delete(ada.id);
    expect(await users.findByOpenId(account)).toBeUndefined();
    await users.linkOpenId(eve.id, account);
  });

  test('sessions say how they were opened, when they were used, and end', async () => {
    const { users, people, database } = open();
    const user = await users.create({ email: 'sessions@example.test', role: 'member' });
    const one = await people.signInByOpenId(user, caller(), 'single sign-on: staff');
    const two = await people.renew(user, 'password', caller());
    // The renewed one has taken the place of all others.
    expect(await people.whoIs(cookieOf(one))).toBeUndefined();
    // The list is in the order in which they were opened, to the millisecond.
    const opened = Date.now();
    await waitUntil('the clock has moved', () => Date.now() > opened);
    const three = await people.signInByOpenId(user, caller(), 'single sign-on: staff');
    expect(await people.whoIs(cookieOf(three))).toMatchObject({ signedInBy: 'openid' });
    const list = await people.sessions.list(user.id, three.sessionId);
    expect(list.map(({ signedInBy, current }) => [signedInBy, current])).toEqual([
      ['openid', true],
      ['password', false],
    ]);
    expect(list[0]?.lastSeenAt).not.toBeNull();
    expect(await people.sessions.end('somebody else', two.sessionId)).toBe(false);
    expect(await people.sessions.endAll(user.id, three.sessionId)).toBe(1);
    expect(await people.whoIs(cookieOf(two))).toBeUndefined();
    await users.update(user.id, { disabled: true });
    expect(await database.query.selectFrom('session').selectAll().where('user_id', '=', user.id).execute()).toEqual([]);
    await expect(people.signInByOpenId({ ...user, disabled: true }, caller(), '')).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
  });

  test('single sign-on is not asked for a second factor of ours', async () => {
    const { users, people, database } = open();
    await createSignInPolicyStore(database).update({ requireTwoFactor: true });
    const user = await users.create({ email: 'sso@example.test', role: 'member' });
    expect((await people.signInByOpenId(user, caller(), '')).mustSetUpTwoFactor).toBe(false);
    expect((await people.renew(user, 'password', caller())).mustSetUpTwoFactor).toBe(true);
    await createSignInPolicyStore(database).update({ requireTwoFactor: false });
  });

  test('who has a link and no way in yet is invited', async () => {
    const { users, links, people, database } = open();
    const invitations = createInvitations(database);
    const host = await users.create({ email: 'host@example.test', role: 'owner' });
    const guest = await users.create({ email: 'guest@example.test', role: 'member' });
    const { token } = await links.create(guest.id, { createdBy: host.id, days: 3 });
    expect(await invitations.get(guest.id)).toMatchObject({ invitedBy: 'host@example.test', expired: false });
    expect((await invitations.list()).map(({ email }) => email)).toContain('guest@example.test');
    await people.consumeLink({ token, password: PASSWORD }, caller());
    expect(await invitations.get(guest.id)).toBeUndefined();
  });

  test('what happened is read newest first, page by page, and forgotten after 400 days', async () => {
    const { users, database } = open();
    const log = createSecurityLog(database);
    const user = await users.create({ email: 'history@example.test', role: 'member' });
    const kinds = ['signed-in', 'signed-out', 'password-changed', 'two-factor-on', 'two-factor-off'] as const;
    for (const kind of kinds) await log.record({ kind, user, caller: caller() });
    const first = await log.list({ limit: 3 }, user.id);
    expect(first.data.map(({ kind }) => kind)).toEqual(['two-factor-off', 'two-factor-on', 'password-changed']);
    const second = await log.list({ limit: 3, before: first.next ?? '' }, user.id);
    expect(second.data.map(({ kind }) => kind)).toEqual(['signed-out', 'signed-in']);
    expect(second.next).toBeNull();
    const old = Date.now() - 401 * 24 * 60 * 60 * 1000;
    await database.query.updateTable('security_event').set({ at: old }).where('user_id', '=', user.id).execute();
    // The first record of a process sweeps.
    await createSecurityLog(database).record({ kind: 'signed-in', user, caller: caller() });
    expect((await log.list({ limit: 50 }, user.id)).data).toHaveLength(1);
    // Of a removed account it stays.
    await users.delete(user.id);
    expect((await log.list({ limit: 50 }, user.id)).data).toMatchObject([{ userEmail: 'history@example.test' }]);
  });

  test('every refused password costs one argon2id, whoever it was for', async () => {
    const { users, people, links } = open();
    const policies = createSignInPolicyStore(get().database);
    const person = async (email: string, disabled = false): Promise<void> => {
      const user = await users.create({ email, role: 'member' });
      const { token } = await links.create(user.id);
      await people.consumeLink({ token, password: PASSWORD }, caller());
      if (disabled) await users.update(user.id, { disabled });
    };
    await person('known@example.test');
    await person('disabled@example.test', true);
    await users.create({ email: 'invited@example.test', role: 'member' });
    const hash = spyOn(Bun.password, 'hash');
    const verify = spyOn(Bun.password, 'verify');
    const cost = async (email: string, password: string): Promise<number> => {
      hash.mockClear();
      verify.mockClear();
      await expect(people.signIn({ email, password }, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
      return hash.mock.calls.length + verify.mock.calls.length;
    };
    try {
      expect(await cost('known@example.test', 'wrong')).toBe(1);
      expect(await cost('nobody@example.test', 'wrong')).toBe(1);
      expect(await cost('invited@example.test', 'wrong')).toBe(1);
      expect(await cost('disabled@example.test', PASSWORD)).toBe(1);
      await policies.update({ passwords: 'owners' });
      expect(await cost('known@example.test', PASSWORD)).toBe(1);
    } finally {
      await policies.update({ passwords: 'everybody' });
      hash.mockRestore();
      verify.mockRestore();
    }
  });
});

function cookieOf({ cookies }: { readonly cookies: readonly string[] }): string {
  return cookies.map((text) => text.split(';')[0]).join('; ');
}
