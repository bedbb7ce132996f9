import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { providerInputSchema } from '../../src/contract/provider.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { createConnectionTester } from '../../src/providers/connection-test.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider.ts';
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

describe('200: credential', () => {
  test('a new one replaces the old one at once, and the view says since when', async () => {
    const made = await api.call('admin', 'POST /providers', { body: { ...provider('rotated'), apiKey: null } });
    expect(made.body).toMatchObject({ hasCredential: false, credentialSetAt: null, usedBy: [] });
    const before = Math.floor(Date.now() / 1000) * 1000;
    const set = await api.call('admin', 'PUT /providers/rotated/credential', { body: { apiKey: CREDENTIAL } });
    expect(set).toMatchObject({ status: 200, body: { hasCredential: true } });
    expect(Date.parse(set.body.credentialSetAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(set.body.credentialSetAt)).toBeLessThanOrEqual(Date.now());
    expect(JSON.stringify(set.body)).not.toContain(CREDENTIAL);
    // Another change leaves it as it is.
    const changed = await api.call('admin', 'PATCH /providers/rotated', { body: { quirks: { streamUsage: false } } });
    expect(changed.body.credentialSetAt).toBe(set.body.credentialSetAt);
    const removed = await api.call('admin', 'PUT /providers/rotated/credential', { body: { apiKey: null } });
    expect(removed.body).toMatchObject({ hasCredential: false, credentialSetAt: null });
  });

  test('who uses it is named', async () => {
    await api.call('admin', 'POST /providers', { body: provider('popular') });
    const settings = { targets: [1, 2].map((number) => ({ provider: 'popular', model: `m-${number}` })) };
    for (const name of ['first', 'second']) await api.call('admin', 'POST /workspaces', { body: { name, settings } });
    expect((await api.call('admin', 'GET /providers/popular')).body.usedBy).toEqual(['first', 'second']);
    const { data } = (await api.call('admin', 'GET /providers')).body;
    expect(data.find(({ name }: { name: string }) => name === 'popular').usedBy).toEqual(['first', 'second']);
  });
});

describe('200: models of a provider', () => {
  let upstream: FakeProvider;
  beforeAll(async () => {
    upstream = startFakeProvider();
    const body = { ...provider('listed'), baseUrl: upstream.baseUrl, internal: true };
    expect((await api.call('owner', 'POST /providers', { body })).status).toBe(201);
  });
  afterAll(() => upstream.stop());

  const names = (...ids: string[]) => upstream.answerWith(() => Response.json({ data: ids.map((id) => ({ id })) }));
  const ask = async (who: 'owner' | 'admin' = 'admin') => (await api.call(who, 'GET /providers/listed/models')).body;

  test('are asked for once, whoever asks, until the provider changes', async () => {
    names('large', 'small');
    const before = upstream.received.length;
    const answers = await Promise.all([ask(), ask('owner'), ask()]);
    for (const answer of answers) expect(answer).toEqual({ result: 'reached', data: ['large', 'small'] });
    expect(await ask()).toEqual({ result: 'reached', data: ['large', 'small'] });
    expect(upstream.received.length).toBe(before + 1);
    expect(upstream.received.at(-1)?.headers).toMatchObject({ authorization: `Bearer ${CREDENTIAL}` });
    names('larger');
    await api.call('owner', 'PUT /providers/listed/credential', { body: { apiKey: 'another' } });
    expect(await ask()).toEqual({ result: 'reached', data: ['larger'] });
    expect(upstream.received.at(-1)?.headers).toMatchObject({ authorization: 'Bearer another' });
  });

  test('what failed is not remembered, and says nothing of the provider', async () => {
    await api.call('owner', 'PATCH /providers/listed', { body: { headers: { 'x-team': 'ours' } } });
    upstream.answerWith(() => Response.json({ error: { message: CREDENTIAL } }, { status: 401 }));
    expect(await ask()).toEqual({ result: 'wrong_key', data: [] });
    names('back');
    expect(await ask()).toEqual({ result: 'reached', data: ['back'] });
  });

  test('an address inside a network is as forbidden as in a test', async () => {
    const body = { ...provider('inner'), baseUrl: upstream.baseUrl };
    await api.call('admin', 'POST /providers', { body });
    const before = upstream.received.length;
    const { body: answer } = await api.call('admin', 'GET /providers/inner/models');
    expect(answer).toEqual({ result: 'forbidden_address', data: [] });
    expect(upstream.received.length).toBe(before);
  });

  test('the echo names none', async () => {
    expect((await api.call('admin', 'GET /providers/declared/models')).body).toEqual({ result: 'reached', data: [] });
  });
});

describe('200: test of a connection', () => {
  let upstream: FakeProvider;
  beforeAll(() => {
    upstream = startFakeProvider();
  });
  afterAll(() => upstream.stop());

  const trial = (more: object = {}) => ({
    kind: 'openai-compatible',
    baseUrl: upstream.baseUrl,
    internal: true,
    apiKey: CREDENTIAL,
    ...more,
  });
  const attempt = async (more?: object) => {
    const answer = await api.call('owner', 'POST /providers/test', { body: trial(more) });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain(CREDENTIAL);
    return answer.body;
  };
  const says = (body: unknown, status = 200) => upstream.answerWith(() => Response.json(body, { status }));

  test('reached: its models, and what it was asked', async () => {
    says({ object: 'list', data: [{ id: 'b' }, { id: 'a' }, { id: 'a' }, { id: 7 }, 'c'] });
    expect(await attempt({ headers: { 'x-team': 'ours' } })).toMatchObject({
      result: 'reached',
      status: 200,
      models: ['a', 'b', 'c'],
    });
    const { path, headers, text } = upstream.received.at(-1) ?? { headers: {} };
    expect({ path, text }).toEqual({ path: '/v1/models', text: '' });
    expect(headers).toMatchObject({ authorization: `Bearer ${CREDENTIAL}`, 'x-team': 'ours' });
    await attempt({ quirks: { authHeader: 'api-key' } });
    expect(upstream.received.at(-1)?.headers).toMatchObject({ 'api-key': CREDENTIAL });
  });

  test.each([
    [401, 'wrong_key'],
    [403, 'wrong_key'],
    [404, 'not_found'],
    [429, 'reached'],
    [500, 'unusable_answer'],
  ])('%i is %s, and what it said stays there', async (status, result) => {
    says({ error: { message: `Wrong key: ${CREDENTIAL}` } }, status);
    expect(await attempt()).toMatchObject({ result, status, models: [] });
  });

  test('an answer that is no list of models', async () => {
    upstream.answerWith(() => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }));
    expect(await attempt()).toMatchObject({ result: 'unusable_answer', status: 200 });
    says({ models: [] });
    expect(await attempt()).toMatchObject({ result: 'unusable_answer', status: 200 });
  });

  test('a redirect is not followed', async () => {
    const before = upstream.received.length;
    upstream.answerWith(() => Response.redirect(`${upstream.baseUrl}/elsewhere`, 302));
    expect(await attempt()).toMatchObject({ result: 'unusable_answer', status: 302 });
    expect(upstream.received.length).toBe(before + 1);
  });

  test('nobody there, and addresses that are not called', async () => {
    const free = startFakeProvider();
    await free.stop();
    expect(await attempt({ baseUrl: free.baseUrl })).toMatchObject({ result: 'refused', status: null });
    expect(await attempt({ internal: false })).toMatchObject({ result: 'forbidden_address', status: null });
    const metadata = `http://${['169', '254', '169', '254'].join('.')}/v1`;
    expect(await attempt({ baseUrl: metadata })).toMatchObject({ result: 'forbidden_address' });
  });

  test('one that does not answer in time', async () => {
    upstream.answerWith(() => new Promise<Response>(() => {}));
    const test = createConnectionTester(createHttpClient(), 200);
    const { kind, baseUrl, internal } = trial() as { kind: 'openai-compatible'; baseUrl: string; internal: boolean };
    const result = await test({ kind, baseUrl, internal, quirks: {}, headers: {}, apiKey: () => null });
    expect(result).toMatchObject({ result: 'timeout', status: null, models: [] });
  });

  test('a saved provider is tested with its own credential', async () => {
    says({ data: [{ id: 'only' }] });
    await api.call('owner', 'POST /providers', { body: { ...trial(), name: 'saved' } });
    const answer = await api.call('admin', 'POST /providers/saved/test');
    expect(answer).toMatchObject({ status: 200, body: { result: 'reached', models: ['only'] } });
    expect(upstream.received.at(-1)?.headers.authorization).toBe(`Bearer ${CREDENTIAL}`);
    expect((await api.call('admin', 'POST /providers/declared/test')).body).toMatchObject({ result: 'reached' });
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
    expect((await api.call('member', 'POST /providers/declared/test')).status).toBe(403);
    const body = { apiKey: CREDENTIAL };
    expect((await api.call('member', 'PUT /providers/declared/credential', { body })).status).toBe(403);
  });

  test('an admin tests nothing inside the own network: that would tell what is there', async () => {
    const body = { kind: 'openai-compatible', baseUrl: 'http://10.0.0.5:8000/v1', internal: true };
    expect((await api.call('admin', 'POST /providers/test', { body })).status).toBe(403);
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
  test.each(['GET /providers/none', 'GET /providers/none/models', 'PATCH /providers/none', 'DELETE /providers/none'])(
    '%s',
    async (route) => {
      const options = route.startsWith('PATCH') ? { body: { internal: false } } : {};
      expect((await api.call('owner', route, options)).status).toBe(404);
    },
  );
});

describe('412', () => {
  test('of two who change a provider at once, the second hears of the first', async () => {
    await api.call('admin', 'POST /providers', { body: provider('shared') });
    const read = await api.call('admin', 'GET /providers/shared');
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    expect(headers['if-match']).toBe(`"${read.body.version}"`);
    const listed = (await api.call('admin', 'GET /providers')).body.data;
    expect(listed).toContainEqual(read.body);
    const quirks = { authHeader: 'x-api-key' };
    expect((await api.call('admin', 'PATCH /providers/shared', { body: { quirks }, headers })).status).toBe(200);
    const credential = { apiKey: CREDENTIAL };
    for (const [route, body] of [
      ['PATCH /providers/shared', { headers: {} }],
      ['PUT /providers/shared/credential', credential],
      ['DELETE /providers/shared', undefined],
    ] as const) {
      const refused = await api.call('admin', route, { headers, ...(body === undefined ? {} : { body }) });
      expect(refused).toMatchObject({ status: 412, body: { error: { code: 'changed_meanwhile' } } });
    }
    expect((await api.call('admin', 'GET /providers/shared')).body).toMatchObject({ quirks, hasCredential: true });
  });

  test('a new credential and a new user of it are changes too', async () => {
    await api.call('admin', 'POST /providers', { body: provider('watched') });
    const version = async () => (await api.call('admin', 'GET /providers/watched')).body.version;
    const versions = [await version()];
    const rotated = await api.call('admin', 'PUT /providers/watched/credential', { body: { apiKey: CREDENTIAL } });
    versions.push(await version());
    expect(rotated.headers.get('etag')).toBe(`"${versions[1]}"`);
    const settings = { targets: [{ provider: 'watched', model: 'm' }] };
    await api.call('admin', 'POST /workspaces', { body: { name: 'watcher', settings } });
    versions.push(await version());
    expect(new Set(versions).size).toBe(3);
    expect(JSON.stringify(versions)).not.toContain(CREDENTIAL);
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
    const credential = await api.call('owner', 'PUT /providers/declared/credential', { body: { apiKey: null } });
    expect(credential).toMatchObject({ status: 409, body: { error: { code: 'managed_by_file' } } });
  });
});
