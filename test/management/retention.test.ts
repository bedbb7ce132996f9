import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createOrganizationStore } from '../../src/workspace/organization-store.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

describe('200', () => {
  test('for ever, until an owner says how long', async () => {
    expect((await api.call('admin', 'GET /retention')).body).toEqual({ days: null, managedBy: null, oldestAt: null });
    expect((await api.call('owner', 'PUT /retention', { body: { days: 90 } })).body).toMatchObject({ days: 90 });
    expect((await api.call('admin', 'GET /retention')).body).toMatchObject({ days: 90, managedBy: null });
    expect((await api.call('owner', 'PUT /retention', { body: { days: null } })).body).toMatchObject({ days: null });
  });
});

describe('200: what people changed', () => {
  test('who, what, when and which fields; never what was in them', async () => {
    const secret = ['credential', 'of', 'nobody'].join('-');
    const provider = { name: 'lab', kind: 'openai-compatible', baseUrl: 'https://lab.example/v1', apiKey: secret };
    await api.call('admin', 'POST /providers', { body: provider });
    await api.call('admin', 'PUT /providers/lab/credential', { body: { apiKey: `${secret}-2` } });
    await api.call('owner', 'POST /workspaces', { body: { name: 'team' } });
    const settings = { persona: 'Be brief.', pii: { default: 'block', floor: 'block' } };
    await api.call('owner', 'PATCH /workspaces/team', { body: { settings } });
    await api.call('owner', 'PATCH /workspaces/team', { body: { settings } });
    const { body } = await api.call('owner', 'GET /activity?limit=5');
    expect(body.data).toMatchObject([
      { action: 'updateWorkspace', fields: [] },
      {
        action: 'updateWorkspace',
        actorEmail: 'owner@example.test',
        objects: { workspace: 'team' },
        fields: ['settings.persona', 'settings.pii'],
      },
      { action: 'createWorkspace', objects: { name: 'team' } },
      { action: 'setCredential', objects: { provider: 'lab' }, fields: ['apiKey'] },
      { action: 'createProvider', actorEmail: 'admin@example.test', objects: { name: 'lab' } },
    ]);
    expect(JSON.stringify(await api.database.query.selectFrom('activity').selectAll().execute())).not.toContain(secret);
    const second = await api.call('owner', `GET /activity?limit=2&before=${body.data[1].id}`);
    expect(second.body.data).toEqual(body.data.slice(2, 4));
    expect(second.body.next).toBe(body.data[3].id);
    const own = await api.call('owner', 'GET /activity?actor=Admin%40example.test&action=setCredential');
    expect(own.body).toMatchObject({ data: [{ action: 'setCredential' }], next: null });
  });

  test('what was refused is not there, and neither is what changed nothing', async () => {
    const count = async () => (await api.call('owner', 'GET /activity?limit=200')).body.data.length;
    const before = await count();
    await api.call('member', 'POST /workspaces', { body: { name: 'mine' } });
    await api.call('owner', 'POST /workspaces', { body: { name: 'Not a name' } });
    await api.call('owner', 'GET /workspaces');
    expect(await count()).toBe(before);
  });
});

describe('400', () => {
  test.each([[0], [-1], [1.5], ['90'], [40_000]])('%p days', async (days) => {
    const answer = await api.call('owner', 'PUT /retention', { body: { days } });
    expect(answer).toMatchObject({ status: 400, body: { error: { param: 'days' } } });
  });
});

describe('401', () => {
  test.each(['GET /retention', 'GET /activity'])('%s', async (route) => {
    expect((await api.call('nobody', route)).status).toBe(401);
  });
});

describe('403', () => {
  test('only an owner changes it, and members do not read it', async () => {
    expect((await api.call('admin', 'PUT /retention', { body: { days: 1 } })).status).toBe(403);
    expect((await api.call('member', 'GET /retention')).status).toBe(403);
    expect((await api.call('member', 'GET /activity')).status).toBe(403);
  });
});

describe('409', () => {
  test('what the file says is said there, until it lets go', async () => {
    const organization = createOrganizationStore(api.database);
    await organization.declareRetention(30);
    expect((await api.call('owner', 'GET /retention')).body).toMatchObject({ days: 30, managedBy: 'file' });
    const refused = await api.call('owner', 'PUT /retention', { body: { days: null } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'managed_by_file' } } });
    await organization.declareRetention(undefined);
    expect((await api.call('owner', 'GET /retention')).body).toMatchObject({ days: 30, managedBy: null });
    expect((await api.call('owner', 'PUT /retention', { body: { days: 60 } })).status).toBe(200);
    await organization.declareRetention(undefined);
    expect((await api.call('owner', 'GET /retention')).body).toMatchObject({ days: 60 });
  });
});
