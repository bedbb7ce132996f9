import { expect, test } from 'bun:test';
import { createPeople } from '../../src/authentication/people.ts';
import { createSignInLinks } from '../../src/authentication/sign-in-link.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { caller, testMasterKey } from '../support/fixtures.ts';

const PASSWORD = 'correct horse battery';

onEveryDatabase('people', (get) => {
  const open = (publicUrl = 'http://localhost:8080') => {
    const { database } = get();
    const users = createUserStore(database);
    const links = createSignInLinks(database);
    return { database, users, links, people: createPeople({ database, masterKey: testMasterKey, publicUrl }) };
  };

  test('the first owner is made by a one-time link, signs in, is recognised and signs out', async () => {
    const { users, links, people } = open();
    expect(await users.hasOwner()).toBe(false);
    const { token } = await links.create(null);
    const who = caller();
    expect(await people.readLink(token, who)).toBeNull();
    const made = await people.consumeLink({ token, email: 'ada@example.test', name: 'Ada', password: PASSWORD }, who);
    expect(made.user).toMatchObject({ email: 'ada@example.test', role: 'owner' });
    expect(await users.hasOwner()).toBe(true);

    const { cookies } = await people.signIn({ email: 'ada@example.test', password: PASSWORD }, caller());
    expect(cookies.join()).toContain('HttpOnly');
    expect(cookies.join()).toContain('SameSite=Strict');
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    expect((await people.whoIs(cookie))?.user.email).toBe('ada@example.test');
    const forget = await people.signOut(cookie, caller());
    expect(forget.join()).toContain('Max-Age=0');
    expect(await people.whoIs(cookie)).toBeUndefined();
  });

  test('a link works once, and a second owner is not made by it', async () => {
    const { links, people, users } = open();
    const user = await users.create({ email: 'once@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    const tries = await Promise.allSettled([
      people.consumeLink({ token, password: PASSWORD }, caller()),
      people.consumeLink({ token, password: `${PASSWORD} 2` }, caller()),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(people.consumeLink({ token, password: PASSWORD }, caller())).rejects.toMatchObject({
      code: 'not_found',
    });
    const owners = await links.create(null);
    const again = { token: owners.token, email: 'eve@example.test', password: PASSWORD };
    await expect(people.consumeLink(again, caller())).rejects.toMatchObject({ code: 'conflict' });
    expect(await users.getByEmail('eve@example.test')).toBeUndefined();
  });

  test('a newer link replaces the older one, and an expired one is refused', async () => {
    const { database, links, users } = open();
    const user = await users.create({ email: 'links@example.test', role: 'member' });
    const older = await links.create(user.id);
    const newer = await links.create(user.id);
    await expect(links.read(older.token)).rejects.toMatchObject({ code: 'not_found' });
    expect(await links.read(newer.token)).toEqual({ userId: user.id });
    await database.query.updateTable('sign_in_link').set({ expires_at: 1 }).where('user_id', '=', user.id).execute();
    await expect(links.read(newer.token)).rejects.toMatchObject({ code: 'not_found' });
    await expect(links.consume(newer.token)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a wrong password, an unknown address and a disabled user read the same', async () => {
    const { users, people, links } = open();
    const user = await users.create({ email: 'grace@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    const { cookies } = await people.consumeLink({ token, password: PASSWORD }, caller());
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    expect((await people.whoIs(cookie))?.user.id).toBe(user.id);
    const wrong = { email: 'grace@example.test', password: 'not the password' };
    await expect(people.signIn(wrong, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
    const unknown = { email: 'nobody@example.test', password: PASSWORD };
    await expect(people.signIn(unknown, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
    await users.update(user.id, { disabled: true });
    expect(await people.whoIs(cookie)).toBeUndefined();
    const right = { email: 'grace@example.test', password: PASSWORD };
    await expect(people.signIn(right, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('a new password ends the sessions of the old one', async () => {
    const { users, people, links } = open();
    const user = await users.create({ email: 'joan@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    const { cookies } = await people.consumeLink({ token, password: PASSWORD }, caller());
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    const change = { current: PASSWORD, next: 'another long password' };
    const changed = await people.changePassword(user, change, caller());
    expect(await people.whoIs(cookie)).toBeUndefined();
    const fresh = changed.cookies.map((text) => text.split(';')[0]).join('; ');
    expect((await people.whoIs(fresh))?.user.id).toBe(user.id);
    const old = { email: user.email, password: PASSWORD };
    await expect(people.signIn(old, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('guessing is limited by address', async () => {
    const { people } = open();
    const who = caller();
    const guess = { email: 'ada@example.test', password: 'guess' };
    for (let count = 0; count < 10; count += 1) {
      await expect(people.signIn(guess, who)).rejects.toMatchObject({ code: 'invalid_credentials' });
    }
    const refusal: unknown = await people.signIn(guess, who).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'rate_limit_exceeded', status: 429 });
    expect(refusal).toHaveProperty('headers.retry-after');
    await expect(people.signIn(guess, caller())).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('signing in rightly does not count, with or without wrong attempts between', async () => {
    const { users, people, links } = open();
    const user = await users.create({ email: 'office@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    await people.consumeLink({ token, password: PASSWORD }, caller());
    const who = caller();
    for (let count = 0; count < 12; count += 1) await people.signIn({ email: user.email, password: PASSWORD }, who);
    const wrong = { email: user.email, password: 'wrong' };
    for (let count = 0; count < 10; count += 1) {
      await expect(people.signIn(wrong, who)).rejects.toMatchObject({ code: 'invalid_credentials' });
    }
    await expect(people.signIn(wrong, who)).rejects.toMatchObject({ code: 'rate_limit_exceeded' });
  });

  test('sessions that have expired are swept out when somebody signs in', async () => {
    const { database, users, people, links } = open();
    const user = await users.create({ email: 'swept@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    const { cookies } = await people.consumeLink({ token, password: PASSWORD }, caller());
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    const past = new Date(Date.now() - 1000).toISOString();
    await database.query.updateTable('session').set({ expires_at: past }).where('user_id', '=', user.id).execute();
    await people.signIn({ email: user.email, password: PASSWORD }, caller());
    const rows = database.query.selectFrom('session').selectAll().where('user_id', '=', user.id);
    expect(await rows.execute()).toHaveLength(1);
    expect(await people.whoIs(cookie)).toBeUndefined();
  });

  test('cookies are secure behind https', async () => {
    const { users, people, links } = open('https://gateway.example.test');
    const user = await users.create({ email: 'tls@example.test', role: 'member' });
    const { token } = await links.create(user.id);
    const { cookies } = await people.consumeLink({ token, password: PASSWORD }, caller());
    expect(cookies.join()).toContain('Secure');
  });

  test('the last owner can be neither removed, disabled nor demoted', async () => {
    const { users } = open();
    const owner = await users.getByEmail('ada@example.test');
    if (owner === undefined) throw new Error('the first test makes an owner');
    await expect(users.update(owner.id, { role: 'admin' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(users.update(owner.id, { disabled: true })).rejects.toMatchObject({ code: 'conflict' });
    await expect(users.delete(owner.id)).rejects.toMatchObject({ code: 'conflict' });
    const second = await users.create({ email: 'second@example.test', role: 'owner' });
    await users.update(owner.id, { role: 'admin' });
    await expect(users.delete(second.id)).rejects.toMatchObject({ code: 'conflict' });
  });
});
