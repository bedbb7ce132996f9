import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { providerInputSchema } from '../../src/contract/provider.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { testMasterKey } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
/** `team` has member as member and other as admin; `secret` has nobody; `declared` is the file's and has both. */
beforeAll(async () => {
  api = await startManagement();
  await createCredentialStore(api.database, testMasterKey).create(
    providerInputSchema.parse({ name: 'echo', kind: 'echo' }),
  );
  const workspaces = createWorkspaceStore(api.database);
  const memberships = createMembershipStore(api.database);
  const [team, declared] = [
    await workspaces.create(workspaceInputSchema.parse({ name: 'team' })),
    await workspaces.create(workspaceInputSchema.parse({ name: 'declared' }), 'file'),
  ];
  await workspaces.create(workspaceInputSchema.parse({ name: 'secret' }));
  for (const { id } of [team, declared]) {
    await memberships.set(id, api.people.member.id, 'member', id === declared.id ? 'file' : null);
    await memberships.set(id, api.people.other.id, 'admin', id === declared.id ? 'file' : null);
  }
});
afterAll(() => api.close());

const names = ({ body }: { body: { data: { name: string }[] } }) => body.data.map(({ name }) => name);

describe('200', () => {
  test('members see what they belong to, admins see all', async () => {
    expect(names(await api.call('member', 'GET /workspaces'))).toEqual(['declared', 'team']);
    expect(names(await api.call('admin', 'GET /workspaces'))).toEqual(['declared', 'secret', 'team']);
    const { body } = await api.call('member', 'GET /workspaces/declared');
    expect(body).toMatchObject({ name: 'declared', title: 'declared' });
  });

  test("a workspace's admin changes its settings, not where it sends", async () => {
    const settings = { pii: { default: 'obfuscate', floor: 'obfuscate' }, persona: 'Answer briefly.' };
    const changed = await api.call('other', 'PATCH /workspaces/team', { body: { title: 'The team', settings } });
    expect(changed.body).toMatchObject({ title: 'The team', settings: { ...settings, notice: true, targets: [] } });
    const routed = { ...settings, targets: [{ provider: 'echo', model: 'm' }] };
    expect((await api.call('other', 'PATCH /workspaces/team', { body: { settings: routed } })).status).toBe(403);
    expect((await api.call('admin', 'PATCH /workspaces/team', { body: { settings: routed } })).status).toBe(200);
    // With the targets as they are, the rest is the workspace admin's again.
    const rest = { ...routed, notice: false };
    expect((await api.call('other', 'PATCH /workspaces/team', { body: { settings: rest } })).status).toBe(200);
  });

  test("a workspace's admin lists, adds, changes and removes members", async () => {
    const added = await api.call('other', 'POST /workspaces/team/members', { body: { email: 'Admin@example.test' } });
    expect(added).toMatchObject({
      status: 201,
      body: { email: 'admin@example.test', role: 'member', managedBy: null },
    });
    const path = `/workspaces/team/members/${api.people.admin.id}`;
    expect((await api.call('other', `PATCH ${path}`, { body: { role: 'admin' } })).body).toMatchObject({
      role: 'admin',
    });
    const list = await api.call('other', 'GET /workspaces/team/members');
    expect(list.body.data.map(({ role }: { role: string }) => role)).toEqual(['admin', 'member', 'admin']);
    expect((await api.call('other', `DELETE ${path}`)).status).toBe(204);
    expect((await api.call('other', `DELETE ${path}`)).status).toBe(404);
  });

  test('an admin renames a workspace: the old name is free, what belongs to it stays', async () => {
    await api.call('admin', 'POST /workspaces', { body: { name: 'before', title: 'Kept' } });
    await api.call('admin', 'POST /workspaces/before/members', { body: { email: 'member@example.test' } });
    const renamed = await api.call('admin', 'PATCH /workspaces/before', { body: { name: 'afterwards' } });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'afterwards', title: 'Kept', archivedAt: null } });
    expect((await api.call('admin', 'GET /workspaces/before')).status).toBe(404);
    expect((await api.call('member', 'GET /workspaces/afterwards')).body.id).toBe(renamed.body.id);
    // Its own name is no conflict.
    expect((await api.call('admin', 'PATCH /workspaces/afterwards', { body: { name: 'afterwards' } })).status).toBe(
      200,
    );
    await api.call('admin', 'DELETE /workspaces/afterwards');
  });

  test('a workspace that is put away keeps its settings and members, and comes back', async () => {
    await api.call('admin', 'POST /workspaces', { body: { name: 'seasonal', settings: { persona: 'Ho ho.' } } });
    const before = Math.floor(Date.now() / 1000) * 1000;
    const away = await api.call('admin', 'PATCH /workspaces/seasonal', { body: { archived: true } });
    expect(Date.parse(away.body.archivedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(away.body.archivedAt)).toBeLessThanOrEqual(Date.now());
    const again = await api.call('admin', 'PATCH /workspaces/seasonal', { body: { archived: true } });
    expect(again.body.archivedAt).toBe(away.body.archivedAt);
    const back = await api.call('admin', 'PATCH /workspaces/seasonal', { body: { archived: false } });
    expect(back.body).toMatchObject({ archivedAt: null, settings: { persona: 'Ho ho.' } });
    await api.call('admin', 'DELETE /workspaces/seasonal');
  });

  test("people may be added to the file's workspace", async () => {
    const body = { email: 'admin@example.test' };
    const added = await api.call('owner', 'POST /workspaces/declared/members', { body });
    expect(added).toMatchObject({ status: 201, body: { managedBy: null } });
  });
});

describe('201 and 204', () => {
  test('an admin makes a workspace and removes it', async () => {
    const body = { name: 'short-lived', settings: { targets: [{ provider: 'echo', model: 'm' }] } };
    const made = await api.call('admin', 'POST /workspaces', { body });
    expect(made).toMatchObject({ status: 201, body: { name: 'short-lived', managedBy: null } });
    expect((await api.call('admin', 'DELETE /workspaces/short-lived')).status).toBe(204);
    expect((await api.call('admin', 'GET /workspaces/short-lived')).status).toBe(404);
  });
});

describe('400', () => {
  test.each([
    ['a name with capitals', { name: 'Team' }, 'invalid_value', 'name'],
    ['a name that is a path', { name: '../team' }, 'invalid_value', 'name'],
    ['no name', {}, 'missing_required_parameter', 'name'],
    ['a setting that does not exist', { name: 'x', settings: { persna: '' } }, 'unknown_parameter', 'settings.persna'],
    [
      'a mode that does not exist',
      { name: 'x', settings: { pii: { floor: 'no' } } },
      'invalid_value',
      'settings.pii.floor',
    ],
    [
      'a provider that does not exist',
      { name: 'x', settings: { targets: [{ provider: 'none', model: 'm' }] } },
      'invalid_value',
      'settings.targets[0].provider',
    ],
  ])('%s', async (_name, body, code, param) => {
    const answer = await api.call('admin', 'POST /workspaces', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code, param } } });
  });

  test('a member who is no user', async () => {
    const body = { email: 'unknown@example.test' };
    const answer = await api.call('other', 'POST /workspaces/team/members', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { param: 'email' } } });
  });
});

describe('401', () => {
  test.each(['GET /workspaces', 'GET /workspaces/team', 'DELETE /workspaces/team', 'GET /workspaces/team/members'])(
    '%s',
    async (route) => {
      expect((await api.call('nobody', route)).status).toBe(401);
    },
  );
});

describe('403', () => {
  test('a member changes nothing', async () => {
    const attempts: [string, unknown][] = [
      ['POST /workspaces', { name: 'mine' }],
      ['PATCH /workspaces/team', { title: 'Mine' }],
      ['DELETE /workspaces/team', undefined],
      ['GET /workspaces/team/members', undefined],
      ['POST /workspaces/team/members', { email: 'member@example.test', role: 'admin' }],
      [`PATCH /workspaces/team/members/${api.people.member.id}`, { role: 'admin' }],
      [`DELETE /workspaces/team/members/${api.people.other.id}`, undefined],
    ];
    for (const [route, body] of attempts) {
      const answer = await api.call('member', route, body === undefined ? {} : { body });
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'permission_denied' } } });
    }
  });

  test("a workspace's admin neither makes nor removes workspaces", async () => {
    expect((await api.call('other', 'POST /workspaces', { body: { name: 'mine' } })).status).toBe(403);
    expect((await api.call('other', 'DELETE /workspaces/team')).status).toBe(403);
  });

  test("a workspace's admin neither renames it nor puts it away: both break what others run", async () => {
    for (const body of [{ name: 'ours' }, { archived: true }]) {
      expect((await api.call('other', 'PATCH /workspaces/team', { body })).status).toBe(403);
    }
    const same = { name: 'team', archived: false, title: 'Team' };
    expect((await api.call('other', 'PATCH /workspaces/team', { body: same })).status).toBe(200);
  });
});

describe('404', () => {
  test("another's workspace and one that does not exist read the same", async () => {
    for (const [route, body] of [
      ['GET /workspaces/NAME', undefined],
      ['PATCH /workspaces/NAME', { title: 'x' }],
      ['DELETE /workspaces/NAME', undefined],
      ['GET /workspaces/NAME/members', undefined],
      ['POST /workspaces/NAME/members', { email: 'member@example.test' }],
    ] as const) {
      const options = body === undefined ? {} : { body };
      const hidden = await api.call('member', route.replace('NAME', 'secret'), options);
      const missing = await api.call('member', route.replace('NAME', 'nothing'), options);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toEqual(missing.body);
    }
  });
});

describe('412', () => {
  const version = async (): Promise<string> =>
    (await api.call('other', 'GET /workspaces/team')).headers.get('etag') ?? '';
  const change = (tag: string, body: unknown) =>
    api.call('other', 'PATCH /workspaces/team', { body, headers: { 'if-match': tag } });

  test('of two who change the same thing at once, the second hears of the first', async () => {
    const tag = await version();
    const read = await api.call('other', 'GET /workspaces/team');
    expect(tag).toBe(`"${read.body.version}"`);
    const first = await change(tag, { title: 'The first' });
    expect(first).toMatchObject({ status: 200, body: { title: 'The first' } });
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`);
    expect(first.body.version).not.toBe(read.body.version);
    const second = await change(tag, { settings: { ...read.body.settings, persona: 'The second.' } });
    expect(second).toMatchObject({ status: 412, body: { error: { code: 'changed_meanwhile' } } });
    expect((await api.call('other', 'GET /workspaces/team')).body).toEqual(first.body);
    expect((await change(await version(), { title: 'The second' })).status).toBe(200);
  });

  test('an old copy is said to be old, whatever else it may not do', async () => {
    const tag = await version();
    const { settings } = (await api.call('admin', 'GET /workspaces/team')).body;
    const targets = [{ provider: 'echo', model: 'another' }];
    await api.call('admin', 'PATCH /workspaces/team', { body: { settings: { ...settings, targets } } });
    // With the targets as they were, this would be a change of targets, which a workspace's admin may not make.
    expect((await change(tag, { settings })).status).toBe(412);
    expect((await change(await version(), { settings })).status).toBe(403);
  });

  test.each([
    ['one of several', async () => `"nothing", ${await version()}`, 200],
    ['any', async () => '*', 200],
    ['a weak one', async () => `W/${await version()}`, 412],
    ['without its quotes', async () => (await version()).replaceAll('"', ''), 412],
    ['nothing at all', async () => '', 412],
  ])('a tag that is %s', async (_name, tag, status) => {
    expect((await change(await tag(), { title: 'Tagged' })).status).toBe(status);
  });

  test('nor is an old copy deleted', async () => {
    await api.call('admin', 'POST /workspaces', { body: { name: 'going' } });
    const headers = { 'if-match': '"nothing"' };
    expect((await api.call('admin', 'DELETE /workspaces/going', { headers })).status).toBe(412);
    expect((await api.call('admin', 'DELETE /workspaces/going')).status).toBe(204);
  });

  test('changes without a tag are all kept, however they meet', async () => {
    const bodies = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? { title: `Title ${index}` } : { settings: { persona: `Persona ${index}.` } },
    );
    const answers = await Promise.all(bodies.map((body) => api.call('admin', 'PATCH /workspaces/team', { body })));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
    const { title, settings } = (await api.call('admin', 'GET /workspaces/team')).body;
    expect(title).toStartWith('Title ');
    expect(settings.persona).toStartWith('Persona ');
  });

  test('one after the other, by the version that each has seen', async () => {
    const tag = await version();
    const answers = await Promise.all([1, 2, 3, 4].map((number) => change(tag, { title: `Of four, ${number}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});

describe('409', () => {
  test('a name that is taken, a member who is there', async () => {
    expect((await api.call('admin', 'POST /workspaces', { body: { name: 'team' } })).status).toBe(409);
    const taken = await api.call('admin', 'PATCH /workspaces/secret', { body: { name: 'team' } });
    expect(taken).toMatchObject({ status: 409, body: { error: { code: 'conflict', param: 'name' } } });
    const body = { email: 'member@example.test' };
    expect((await api.call('other', 'POST /workspaces/team/members', { body })).status).toBe(409);
  });

  test('what the file declares', async () => {
    const member = `/workspaces/declared/members/${api.people.member.id}`;
    for (const [route, body] of [
      ['PATCH /workspaces/declared', { title: 'x' }],
      ['PATCH /workspaces/declared', { name: 'x' }],
      ['PATCH /workspaces/declared', { archived: true }],
      ['DELETE /workspaces/declared', undefined],
      [`PATCH ${member}`, { role: 'admin' }],
      [`DELETE ${member}`, undefined],
    ] as const) {
      const answer = await api.call('owner', route, body === undefined ? {} : { body });
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'managed_by_file' } } });
    }
  });
});
