import { expect, test } from 'bun:test';
import { createPeople } from '../../src/authentication/people.ts';
import { createSecurityLog } from '../../src/authentication/security-log.ts';
import { createSignInLinks } from '../../src/authentication/sign-in-link.ts';
import { createSignInPolicyStore } from '../../src/authentication/sign-in-policy.ts';
import type { SignedIn, SignInStep } from '../../src/authentication/signed-in.ts';
import type { Holder } from '../../src/authentication/two-factor.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { caller, testMasterKey } from '../support/fixtures.ts';
import { totpCode, wrongCode } from '../support/totp.ts';

const PASSWORD = 'correct horse battery';

onEveryDatabase('second factors', (get) => {
  const open = () => {
    const { database } = get();
    return {
      database,
      users: createUserStore(database),
      links: createSignInLinks(database),
      people: createPeople({ database, masterKey: testMasterKey, publicUrl: 'http://localhost:8080' }),
    };
  };

  const enter = async (email: string): Promise<SignedIn> => {
    const { users, links, people } = open();
    const user = await users.create({ email, role: 'member' });
    const { token } = await links.create(user.id);
    return whole(await people.consumeLink({ token, password: PASSWORD }, caller()));
  };

  /** Turned on with the code of the present step. A sign-in takes the next one: both are still good where a step ends in between. */
  const withFactor = async (email: string) => {
    const { people } = open();
    const { secret, recoveryCodes, uri } = await people.twoFactor.start(holder(await enter(email)), PASSWORD);
    const signedIn = await people.signIn({ email, password: PASSWORD }, caller());
    const on = await people.twoFactor.confirm(holder(whole(signedIn)), totpCode(secret));
    return { on, secret, recoveryCodes, uri };
  };

  test('is on after the first code, and from then on asked for', async () => {
    const { people, database } = open();
    const before = await enter('ada@example.test');
    const setup = await people.twoFactor.start(holder(before), PASSWORD);
    expect(setup.uri).toStartWith('otpauth://totp/OneFirewall:ada');
    expect(setup.recoveryCodes).toHaveLength(10);
    // Until then nothing is asked for, and the account is as it was.
    expect(whole(await people.signIn({ email: 'ada@example.test', password: PASSWORD }, caller())).user.twoFactor).toBe(
      false,
    );
    await expect(people.twoFactor.confirm(holder(before), wrongCode(setup.secret))).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    const on = await people.twoFactor.confirm(holder(before), totpCode(setup.secret));
    expect(on.user.twoFactor).toBe(true);
    // A new session in place of the old one.
    expect(await people.whoIs(cookieOf(before))).toBeUndefined();
    expect((await people.whoIs(cookieOf(on)))?.user.twoFactor).toBe(true);

    const half = await people.signIn({ email: 'ada@example.test', password: PASSWORD }, caller());
    expect(half.user).toBeNull();
    expect(half.cookies.join()).toContain('HttpOnly');
    expect(half.cookies.join()).toContain('SameSite=Strict');
    expect(await people.whoIs(cookieOf(half))).toBeUndefined();
    const inside = await people.twoFactor.signIn({ code: totpCode(setup.secret, 1) }, cookieOf(half), caller());
    expect((await people.whoIs(cookieOf(inside)))?.user.email).toBe('ada@example.test');
    // What was asked for once is used up.
    await expect(
      people.twoFactor.signIn({ code: totpCode(setup.secret, -1) }, cookieOf(half), caller()),
    ).rejects.toMatchObject({ code: 'not_signed_in' });
    const rows = await database.query.selectFrom('two_factor').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(setup.recoveryCodes[0] ?? '?');
    expect(JSON.stringify(rows)).not.toContain(setup.secret);
  });

  test('a code counts once (RFC 6238 section 5.2)', async () => {
    const { people, database } = open();
    const { secret, on } = await withFactor('once@example.test');
    const sign = () => people.signIn({ email: 'once@example.test', password: PASSWORD }, caller());
    const [first, second] = [await sign(), await sign()];
    const code = totpCode(secret, 1);
    await people.twoFactor.signIn({ code }, cookieOf(first), caller());
    const count = async () =>
      (await database.query.selectFrom('session').selectAll().where('user_id', '=', on.user.id).execute()).length;
    const sessions = await count();
    await expect(people.twoFactor.signIn({ code }, cookieOf(second), caller())).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    expect(await count()).toBe(sessions);
  });

  test('a recovery code opens once', async () => {
    const { people, users } = open();
    const { recoveryCodes, on } = await withFactor('lost@example.test');
    const recoveryCode = recoveryCodes[3] ?? '';
    const sign = () => people.signIn({ email: 'lost@example.test', password: PASSWORD }, caller());
    const inside = await people.twoFactor.signIn({ recoveryCode }, cookieOf(await sign()), caller());
    expect(inside.user.id).toBe(on.user.id);
    await expect(people.twoFactor.signIn({ recoveryCode }, cookieOf(await sign()), caller())).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    const user = await users.get(on.user.id);
    if (user === undefined) throw new Error('the user is there');
    expect(await people.twoFactor.state(user)).toEqual({ enabled: true, required: false, recoveryCodesLeft: 9 });
    const fresh = await people.twoFactor.newRecoveryCodes(holder(inside), PASSWORD);
    expect(fresh).toHaveLength(10);
    const old = people.twoFactor.signIn({ recoveryCode: recoveryCodes[4] ?? '' }, cookieOf(await sign()), caller());
    await expect(old).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('guessing ends the sign-in after five codes, and the account’s after ten', async () => {
    const { people } = open();
    const { secret } = await withFactor('target@example.test');
    const sign = () => people.signIn({ email: 'target@example.test', password: PASSWORD }, caller());
    const outcomes: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const cookie = cookieOf(await sign());
      for (let count = 0; count < 6; count += 1) {
        const refusal: unknown = await people.twoFactor
          .signIn({ code: wrongCode(secret) }, cookie, caller())
          .catch((error: unknown) => error);
        outcomes.push((refusal as { code: string }).code);
      }
    }
    const five = new Array<string>(5).fill('invalid_credentials');
    expect(outcomes).toEqual([...five, 'not_signed_in', ...five, 'rate_limit_exceeded']);
    const right = people.twoFactor.signIn({ code: totpCode(secret, 1) }, cookieOf(await sign()), caller());
    await expect(right).rejects.toMatchObject({ code: 'rate_limit_exceeded' });
  });

  test('is turned off with the password, which is written down', async () => {
    const { people, database } = open();
    const { on } = await withFactor('off@example.test');
    await expect(people.twoFactor.stop(holder(on), 'wrong')).rejects.toMatchObject({ code: 'invalid_credentials' });
    await expect(people.twoFactor.stop(holder(on), undefined)).rejects.toMatchObject({ code: 'invalid_credentials' });
    const off = await people.twoFactor.stop(holder(on), PASSWORD);
    expect(off.user.twoFactor).toBe(false);
    expect(await people.whoIs(cookieOf(on))).toBeUndefined();
    const again = await people.signIn({ email: 'off@example.test', password: PASSWORD }, caller());
    expect(again.user?.email).toBe('off@example.test');
    const { data } = await createSecurityLog(database).list({ limit: 50 }, on.user.id);
    expect(data.map(({ kind }) => kind).filter((kind) => kind.startsWith('two-factor'))).toEqual([
      'two-factor-off',
      'two-factor-on',
    ]);
  });

  test('an administrator takes it away, and every session with it', async () => {
    const { people, users } = open();
    const { on } = await withFactor('reset@example.test');
    expect(await users.resetTwoFactor(on.user.id)).toBe(true);
    expect(await people.whoIs(cookieOf(on))).toBeUndefined();
    expect((await people.signIn({ email: 'reset@example.test', password: PASSWORD }, caller())).user).not.toBeNull();
    expect(await users.resetTwoFactor(on.user.id)).toBe(false);
  });

  test('where it is asked of everybody, who has none is told so, and nobody turns it off', async () => {
    const { people, database } = open();
    const policy = createSignInPolicyStore(database);
    const { on } = await withFactor('has@example.test');
    const without = await enter('hasnot@example.test');
    await policy.update({ requireTwoFactor: true });
    expect((await people.whoIs(cookieOf(without)))?.mustSetUpTwoFactor).toBe(true);
    expect((await people.whoIs(cookieOf(on)))?.mustSetUpTwoFactor).toBe(false);
    await expect(people.twoFactor.stop(holder(on), PASSWORD)).rejects.toMatchObject({ code: 'conflict' });
    await policy.update({ requireTwoFactor: false });
  });

  test('a one-time link sets a password, and no more than that', async () => {
    const { people, links } = open();
    const { on } = await withFactor('linked@example.test');
    const { token } = await links.create(on.user.id);
    const step = await people.consumeLink({ token, password: 'another long password' }, caller());
    expect(step.user).toBeNull();
    expect(await people.whoIs(cookieOf(on))).toBeUndefined();
  });
});

function whole(step: SignInStep): SignedIn {
  if (step.user === null) throw new Error('a second factor was asked for');
  return step;
}

function cookieOf({ cookies }: { readonly cookies: readonly string[] }): string {
  return cookies
    .map((text) => text.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}

function holder(signedIn: SignedIn): Holder {
  const { user, signedInBy } = signedIn;
  return { user, signedInBy, cookie: cookieOf(signedIn), caller: caller() };
}
