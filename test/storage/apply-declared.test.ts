import { expect, test } from 'bun:test';
import { applyDeclared } from '../../src/apply-declared.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { type ConfigInput, configSchema } from '../../src/configuration/config-schema.ts';
import { workspaceSettingsSchema } from '../../src/contract/workspace.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createOrganizationStore } from '../../src/workspace/organization-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { testMasterKey } from '../support/fixtures.ts';

const FULL: ConfigInput = {
  organization: { name: 'Declared organization' },
  providers: [
    { name: 'main', kind: 'openai-compatible', baseUrl: 'https://a.example/v1', apiKey: 'first-credential' },
    { name: 'echo', kind: 'echo' },
  ],
  users: [{ email: 'Boss@example.test', name: 'The boss', role: 'owner' }, { email: 'ann@example.test' }],
  workspaces: [
    {
      name: 'team',
      title: 'The team',
      members: [
        { email: 'boss@example.test', role: 'admin' },
        { email: 'ANN@example.test' },
        { email: 'new@example.test' },
      ],
      targets: [{ provider: 'main', model: 'm' }],
      pii: { default: 'obfuscate', floor: 'obfuscate' },
    },
    { name: 'play', targets: [{ provider: 'echo', model: 'echo' }] },
  ],
};

onEveryDatabase('the declared configuration', (get) => {
  const stores = () => {
    const { database } = get();
    return {
      database,
      users: createUserStore(database),
      workspaces: createWorkspaceStore(database),
      memberships: createMembershipStore(database),
      providers: createCredentialStore(database, testMasterKey),
    };
  };
  const apply = (config: ConfigInput) => applyDeclared(get().database, configSchema.parse(config), testMasterKey);

  test('is applied whole', async () => {
    await apply(FULL);
    const { database, users, workspaces, memberships, providers } = stores();
    expect((await createOrganizationStore(database).get()).name).toBe('Declared organization');
    expect(await users.list()).toMatchObject([
      { email: 'ann@example.test', role: 'member', managedBy: 'file', hasPassword: false },
      { email: 'boss@example.test', name: 'The boss', role: 'owner', managedBy: 'file' },
      { email: 'new@example.test', role: 'member', managedBy: null },
    ]);
    const team = await workspaces.get('team');
    expect(team).toMatchObject({ title: 'The team', managedBy: 'file', settings: { pii: { floor: 'obfuscate' } } });
    expect(await memberships.list(team?.id ?? '')).toMatchObject([
      { email: 'ann@example.test', role: 'member', managedBy: 'file' },
      { email: 'boss@example.test', role: 'admin' },
      { email: 'new@example.test', role: 'member' },
    ]);
    expect((await providers.connections()).get('main')?.apiKey()).toBe('first-credential');
  });

  test('changes nothing the second time', async () => {
    const { database } = stores();
    const before = await database.readRevision();
    await apply(FULL);
    expect(await database.readRevision()).toBe(before);
  });

  test('writes what changed, and only that', async () => {
    const { database, users, workspaces, memberships, providers } = stores();
    const before = await database.readRevision();
    const [main, echo] = FULL.providers ?? [];
    const [team, play] = FULL.workspaces ?? [];
    if (!main || !echo || !team || !play) throw new Error('the fixture has two of each');
    await apply({
      ...FULL,
      providers: [{ ...main, apiKey: 'second-credential' }, echo],
      workspaces: [{ ...team, members: [{ email: 'ann@example.test', role: 'admin' }] }, play],
    });
    expect((await providers.connections()).get('main')?.apiKey()).toBe('second-credential');
    const { id } = (await workspaces.get('team')) ?? { id: '' };
    expect(await memberships.list(id)).toMatchObject([{ email: 'ann@example.test', role: 'admin' }]);
    expect(await users.list()).toHaveLength(3);
    // One provider, one role, two memberships; Postgres counts an upsert as an insert and an update.
    expect((await database.readRevision()) - before).toBeLessThanOrEqual(5);
  });

  test('takes over what people made, and lets go what it no longer names', async () => {
    const { users, workspaces, memberships, providers } = stores();
    const { id } = await workspaces.create({ ...emptyWorkspace(), name: 'by-hand' });
    const ann = await users.getByEmail('ann@example.test');
    await memberships.set(id, ann?.id ?? '', 'member');
    await apply({ workspaces: [{ name: 'by-hand', members: [{ email: 'boss@example.test' }] }] });
    expect(await workspaces.list()).toMatchObject([{ id, name: 'by-hand', managedBy: 'file' }]);
    expect(await providers.list()).toEqual([]);
    expect((await users.list()).map(({ managedBy }) => managedBy)).toEqual([null, null, null]);
    // The membership people made stays theirs.
    expect(await memberships.list(id)).toMatchObject([
      { email: 'ann@example.test', managedBy: null },
      { email: 'boss@example.test', managedBy: 'file' },
    ]);
    await apply({});
    expect(await workspaces.list()).toEqual([]);
  });

  test('leaves alone what it never owned', async () => {
    const { workspaces, providers } = stores();
    await workspaces.create({ ...emptyWorkspace(), name: 'mine' });
    await providers.create({
      name: 'mine',
      kind: 'echo',
      baseUrl: null,
      internal: false,
      quirks: {},
      headers: {},
      apiKey: null,
    });
    await apply({});
    expect(await workspaces.list()).toMatchObject([{ name: 'mine', managedBy: null }]);
    expect(await providers.list()).toMatchObject([{ name: 'mine', managedBy: null }]);
  });

  test('two nodes that start at once agree', async () => {
    const { database, workspaces, users } = stores();
    if (database.dialect === 'sqlite') await Promise.all([apply(FULL), apply(FULL)]);
    else {
      const second = await openDatabase(get().url);
      await Promise.all([apply(FULL), applyDeclared(second, configSchema.parse(FULL), testMasterKey)]);
      await second.close();
    }
    expect((await workspaces.list()).map(({ name }) => name)).toEqual(['mine', 'play', 'team']);
    expect(await users.list()).toHaveLength(3);
  });

  test('another master key is noticed before anything is written', async () => {
    const { database, workspaces } = stores();
    const before = await database.readRevision();
    const other = Buffer.alloc(32, 9) as typeof testMasterKey;
    const applied = applyDeclared(database, configSchema.parse({}), other);
    await expect(applied).rejects.toThrow('not the one this database was made with');
    expect(await database.readRevision()).toBe(before);
    expect(await workspaces.list()).toHaveLength(3);
  });

  test('is rolled back whole when a part fails', async () => {
    const { database, users } = stores();
    const before = await database.readRevision();
    // The only owner is demoted, which is refused after the providers were written.
    const config: ConfigInput = {
      providers: [{ name: 'late', kind: 'echo' }],
      users: [{ email: 'boss@example.test' }],
    };
    await expect(apply(config)).rejects.toMatchObject({ code: 'conflict' });
    expect(await database.readRevision()).toBe(before);
    expect(await users.getByEmail('boss@example.test')).toMatchObject({ role: 'owner' });
  });
});

function emptyWorkspace() {
  const pii = { default: 'disabled', floor: 'disabled' } as const;
  return { name: '', settings: workspaceSettingsSchema.parse({ pii }) };
}
