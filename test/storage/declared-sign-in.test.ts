import { expect, test } from 'bun:test';
import { applyDeclared } from '../../src/apply-declared.ts';
import { createSignInMethodStore } from '../../src/authentication/openid/sign-in-method-store.ts';
import { createSignInPolicyStore } from '../../src/authentication/sign-in-policy.ts';
import { type ConfigInput, configSchema } from '../../src/configuration/config-schema.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { testMasterKey } from '../support/fixtures.ts';

const STAFF = {
  name: 'staff',
  issuer: 'https://login.example.com/staff',
  clientId: 'onefirewall',
  clientSecret: ['declared', 'secret'].join('-'),
  allowedDomains: ['Example.com'],
};

onEveryDatabase('declared sign-in', (get) => {
  const stores = () => {
    const { database } = get();
    return {
      methods: createSignInMethodStore({
        database,
        masterKey: testMasterKey,
        redirectUri: 'https://gateway.test/x',
        signedOutUri: '',
      }),
      policies: createSignInPolicyStore(database),
    };
  };
  const apply = (signIn: ConfigInput['signIn'], options = {}) =>
    applyDeclared(get().database, configSchema.parse({ signIn }), testMasterKey, options);

  test('issuers and policy are the file’s', async () => {
    const { methods, policies } = stores();
    await apply({ requireTwoFactor: true, openid: [STAFF] });
    expect(await policies.get()).toEqual({ requireTwoFactor: true, passwords: 'everybody', managedBy: 'file' });
    expect(await methods.get('staff')).toMatchObject({
      managedBy: 'file',
      hasClientSecret: true,
      allowedDomains: ['example.com'],
    });
    expect((await methods.open('staff'))?.clientSecret).toBe(STAFF.clientSecret);
  });

  test('nothing is written where nothing changed, and a new secret is taken', async () => {
    const { methods } = stores();
    const row = () => get().database.query.selectFrom('sign_in_method').selectAll().executeTakeFirstOrThrow();
    const before = await row();
    await apply({ requireTwoFactor: true, openid: [STAFF] });
    expect(await row()).toEqual(before);
    await apply({ requireTwoFactor: true, openid: [{ ...STAFF, clientSecret: 'the next' }] });
    expect((await methods.open('staff'))?.clientSecret).toBe('the next');
    // A command that runs without the gateway's environment must not take it away.
    const { clientSecret: _left, ...without } = STAFF;
    await apply({ requireTwoFactor: true, openid: [without] }, { keepCredentials: true });
    expect((await methods.open('staff'))?.clientSecret).toBe('the next');
    await apply({ requireTwoFactor: true, openid: [{ ...without, issuer: 'https://other.example.com' }] });
    expect(await methods.open('staff')).toMatchObject({ issuer: 'https://other.example.com', clientSecret: null });
  });

  test('what the file no longer names is gone, and the policy is the dashboard’s again', async () => {
    const { methods, policies } = stores();
    const { name: _name, ...settings } = STAFF;
    await methods.create({
      ...configSchema.parse({ signIn: { openid: [STAFF] } }).signIn.openid[0],
      ...settings,
      name: 'own',
    } as Parameters<typeof methods.create>[0]);
    await apply({});
    expect((await methods.list()).map(({ name }) => name)).toEqual(['own']);
    expect(await policies.get()).toEqual({ requireTwoFactor: true, passwords: 'everybody', managedBy: null });
  });
});
