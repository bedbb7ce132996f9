import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { providerInputSchema } from '../../src/contract/provider.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { testMasterKey } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
  const declared = providerInputSchema.parse({ name: 'declared', kind: 'echo' });
  await createCredentialStore(api.database, testMasterKey).create(declared, 'file');
});
afterAll(() => api.close());

const CREDENTIAL = ['up', 'stream', 'credential'].join('-');
const provider = (name: string) => ({
  name,
  kind: 'openai-compatible',
  baseUrl: 'https://api.provider.example/v1',
  apiKey: CREDENTIAL,
});

describe('201', () => {
  test('a credential goes in and never comes out', async () => {
    const made = await api.call('admin', 'POST /providers', { body: provider('main') });
    expect(made).toMatchObject({ status: 201, body: { name: 'main', hasCredential: true, internal: false } });
    const answers = [made, await api.call('admin', 'GET /providers/main'), await api.call('admin', 'GET /providers')];
    expect(JSON.stringify(answers)).not.toContain(CREDENTIAL);
    const rows = await api.database.query.selectFrom('provider').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(CREDENTIAL);
    const connections = await createCredentialStore(api.database, testMasterKey).connections();
    expect(connections.get('main')?.apiKey()).toBe(CREDENTIAL);
  });
});

describe('200', () => {
  test('a change keeps the credential, a new one replaces it, null removes it', async () => {
    await api.call('admin', 'POST /providers', { body: provider('changing') });
    const opened = async () =>
      (await createCredentialStore(api.database, testMasterKey).connections()).get('changing')?.apiKey();
    const change = (body: unknown) => api.call('admin', 'PATCH /providers/changing', { body });
    const path = { baseUrl: 'https://api.provider.example/v2', quirks: { maxTokensField: 'max_tokens' } };
    expect(await change(path)).toMatchObject({ status: 200, body: path });
    expect(await opened()).toBe(CREDENTIAL);
    await change({ apiKey: 'another' });
    expect(await opened()).toBe('another');
    expect(await change({ apiKey: null })).toMatchObject({ body: { hasCredential: false } });
    expect(await opened()).toBeNull();
  });
});

describe('204', () => {
  test('a provider nobody uses is removed', async () => {
    await api.call('admin', 'POST /providers', { body: provider('unused') });
    expect((await api.call('admin', 'DELETE /providers/unused')).status).toBe(204);
    expect((await api.call('admin', 'GET /providers/unused')).status).toBe(404);
  });
});

describe('400', () => {
  test.each([
    ['no base URL', { ...provider('x'), baseUrl: null }, 'invalid_value', 'baseUrl'],
    ['another scheme', { ...provider('x'), baseUrl: 'file:///etc/passwd' }, 'invalid_value', 'baseUrl'],
    ['a password in the URL', { ...provider('x'), baseUrl: 'https://a:b@host.example/' }, 'invalid_value', 'baseUrl'],
    ['a kind that does not exist', { ...provider('x'), kind: 'oracle' }, 'invalid_value', 'kind'],
    ['a line break in a header', { ...provider('x'), headers: { 'x-a': 'b\r\nc: d' } }, 'invalid_value', 'headers.x-a'],
    ['a line break in the credential', { ...provider('x'), apiKey: 'a\nb' }, 'invalid_value', 'apiKey'],
  ])('%s', async (_name, body, code, param) => {
    const answer = await api.call('owner', 'POST /providers', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code, param } } });
    expect(JSON.stringify(answer.body)).not.toContain(CREDENTIAL);
  });

  test('a credential is not taken along to another host', async () => {
    await api.call('admin', 'POST /providers', { body: provider('moving') });
    const move = (body: unknown) => api.call('admin', 'PATCH /providers/moving', { body });
    const elsewhere = { baseUrl: 'https://collector.example/v1' };
    expect(await move(elsewhere)).toMatchObject({
      status: 400,
      body: { error: { code: 'missing_required_parameter', param: 'apiKey' } },
    });
    expect((await move({ ...elsewhere, apiKey: 'theirs' })).status).toBe(200);
  });
});

describe('401', () => {
  test.each(['GET /providers', 'GET /providers/declared', 'DELETE /providers/declared'])('%s', async (route) => {
    expect((await api.call('nobody', route)).status).toBe(401);
  });
});

describe('403', () => {
  test('members do not see providers', async () => {
    expect((await api.call('member', 'GET /providers')).status).toBe(403);
    expect((await api.call('member', 'GET /providers/declared')).status).toBe(403);
    expect((await api.call('member', 'POST /providers', { body: provider('mine') })).status).toBe(403);
  });

  test('an address inside the own network is for an owner to allow', async () => {
    const inside = { ...provider('inside'), baseUrl: 'http://10.0.0.5:8000/v1', internal: true };
    expect((await api.call('admin', 'POST /providers', { body: inside })).status).toBe(403);
    expect((await api.call('owner', 'POST /providers', { body: inside })).status).toBe(201);
    const moved = { baseUrl: 'http://10.0.0.6:8000/v1', apiKey: 'x' };
    expect((await api.call('admin', 'PATCH /providers/inside', { body: moved })).status).toBe(403);
    expect((await api.call('owner', 'PATCH /providers/inside', { body: moved })).status).toBe(200);
  });
});

describe('404', () => {
  test.each(['GET /providers/none', 'PATCH /providers/none', 'DELETE /providers/none'])('%s', async (route) => {
    const options = route.startsWith('PATCH') ? { body: { internal: false } } : {};
    expect((await api.call('owner', route, options)).status).toBe(404);
  });
});

describe('409', () => {
  test('a name that is taken, a provider in use, what the file declares', async () => {
    await api.call('admin', 'POST /providers', { body: provider('busy') });
    expect((await api.call('admin', 'POST /providers', { body: provider('busy') })).status).toBe(409);
    const settings = { targets: [{ provider: 'busy', model: 'm' }] };
    await api.call('admin', 'POST /workspaces', { body: { name: 'user', settings } });
    const refused = await api.call('admin', 'DELETE /providers/busy');
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    expect(refused.body.error.message).toContain('user');
    const change = await api.call('owner', 'PATCH /providers/declared', { body: { internal: true } });
    expect(change).toMatchObject({ status: 409, body: { error: { code: 'managed_by_file' } } });
    expect((await api.call('owner', 'DELETE /providers/declared')).status).toBe(409);
  });
});
