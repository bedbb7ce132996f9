import { expect, test } from 'bun:test';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { providerInputSchema } from '../../src/contract/provider.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import type { MasterKey } from '../../src/platform/crypto.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceDirectory } from '../../src/workspace/workspace-directory.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { testMasterKey } from '../support/fixtures.ts';

onEveryDatabase('workspace directory', (get) => {
  let people = 0;
  const setUp = async () => {
    const { database } = get();
    people += 1;
    const users = createUserStore(database);
    const user = await users.create({ email: `user-${people}@example.test`, role: 'owner' });
    const providers = createCredentialStore(database, testMasterKey);
    let loads = 0;
    const invalid: string[] = [];
    const directory = createWorkspaceDirectory(database, {
      loadProviders: () => {
        loads += 1;
        return providers.connections();
      },
      onInvalid: (name) => invalid.push(name),
    });
    const viewer = async (scope: readonly string[] | null = null) => ({
      userId: user.id,
      scope,
      revision: await database.readRevision(),
    });
    const name = (text: string) => `${text}-${people}`;
    const workspaces = createWorkspaceStore(database);
    const memberships = createMembershipStore(database);
    const make = async (text: string, settings: unknown = {}, member = true) => {
      const workspace = await workspaces.create(workspaceInputSchema.parse({ name: name(text), settings }));
      if (member) await memberships.set(workspace.id, user.id, 'member');
      return workspace;
    };
    const names = async (scope?: readonly string[]) =>
      (await directory.visibleTo(await viewer(scope))).map((entry) => entry.name);
    return {
      database,
      user,
      providers,
      directory,
      viewer,
      workspaces,
      memberships,
      name,
      make,
      names,
      invalid,
      loads: () => loads,
    };
  };

  test('shows what one belongs to, an owner no more than that, by name', async () => {
    const { make, names, directory, viewer, name } = await setUp();
    await make('beta');
    await make('alpha');
    await make('hidden', {}, false);
    expect(await names()).toEqual([name('alpha'), name('beta')]);
    const entry = await directory.find(await viewer(), name('alpha'));
    expect(entry).toMatchObject({ name: name('alpha'), settings: { notice: true, pii: { floor: 'disabled' } } });
    expect(Math.abs((entry?.createdAt ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    expect(await directory.find(await viewer(), name('hidden'))).toBeUndefined();
    expect(await directory.find(await viewer(), name('nothing'))).toBeUndefined();
  });

  test("a key's scope narrows, and widens nothing", async () => {
    const { make, names, name } = await setUp();
    const alpha = await make('alpha');
    await make('beta');
    const hidden = await make('hidden', {}, false);
    expect(await names([alpha.id, hidden.id])).toEqual([name('alpha')]);
    expect(await names([])).toEqual([]);
  });

  test('resolves providers by name, in order, and opens credentials when asked', async () => {
    const { make, directory, viewer, name, providers } = await setUp();
    const credential = ['a', 'credential'].join(' ').replace(' ', '-');
    const provider = { kind: 'openai-compatible', baseUrl: 'https://a.example/v1', apiKey: credential };
    await providers.create(providerInputSchema.parse({ ...provider, name: name('first') }));
    await providers.create(providerInputSchema.parse({ name: name('second'), kind: 'echo' }));
    const targets = [
      { provider: name('second'), model: 'two' },
      { provider: name('missing'), model: 'none' },
      { provider: name('first'), model: 'one' },
    ];
    await make('routed', { targets });
    const entry = await directory.find(await viewer(), name('routed'));
    expect(entry?.targets.map(({ provider, model }) => [provider.name, model, provider.apiKey()])).toEqual([
      [name('second'), 'two', null],
      [name('first'), 'one', credential],
    ]);
    expect(JSON.stringify(entry)).not.toContain(credential);
  });

  test('a change shows from the next revision on, and without one nothing is read again', async () => {
    const { make, names, name, memberships, workspaces, user, directory, viewer, loads } = await setUp();
    const alpha = await make('alpha');
    expect(await names()).toEqual([name('alpha')]);
    const before = loads();
    await Promise.all([names(), names(), names()]);
    expect(loads()).toBe(before);
    await workspaces.update(alpha.name, {
      settings: workspaceInputSchema.parse({ name: 'x', settings: { persona: 'Be brief.' } }).settings,
    });
    const read = await viewer();
    const [one, two] = await Promise.all([directory.find(read, alpha.name), directory.find(read, alpha.name)]);
    expect(one?.settings.persona).toBe('Be brief.');
    expect(two).toBe(one);
    expect(loads()).toBe(before + 1);
    // Somebody else's change: the settings stay the same object, so what was made from them can be kept.
    await make('beta');
    expect((await directory.find(await viewer(), alpha.name))?.settings).toBe(one?.settings as never);
    await memberships.remove(alpha.id, user.id);
    expect(await names()).toEqual([name('beta')]);
  });

  test('settings that no longer parse hide their workspace, not the others', async () => {
    const { database, make, names, name, invalid } = await setUp();
    const alpha = await make('alpha');
    await make('beta');
    await database.query.updateTable('workspace').set({ settings: '{"new":1}' }).where('id', '=', alpha.id).execute();
    expect(await names()).toEqual([name('beta')]);
    expect(invalid).toContain(name('alpha'));
    await database.query.deleteFrom('workspace').where('id', '=', alpha.id).execute();
  });

  test('a credential opens under its own master key and in its own row only', async () => {
    const { database, providers, name } = await setUp();
    const input = { kind: 'openai-compatible', baseUrl: 'https://a.example/v1' };
    await providers.create(providerInputSchema.parse({ ...input, name: name('a'), apiKey: 'key-of-a' }));
    await providers.create(providerInputSchema.parse({ ...input, name: name('b'), apiKey: 'key-of-b' }));
    const foreign = await createCredentialStore(database, Buffer.alloc(32, 9) as MasterKey).connections();
    expect(() => foreign.get(name('a'))?.apiKey()).toThrow();
    const row = await database.query
      .selectFrom('provider')
      .select('credential')
      .where('name', '=', name('a'))
      .executeTakeFirstOrThrow();
    await database.query.updateTable('provider').set(row).where('name', '=', name('b')).execute();
    const swapped = await providers.connections();
    expect(swapped.get(name('a'))?.apiKey()).toBe('key-of-a');
    expect(() => swapped.get(name('b'))?.apiKey()).toThrow();
  });
});
