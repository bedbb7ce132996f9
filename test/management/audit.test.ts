import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { auditOpening, auditOutcome } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

/** A minute ago, in whole seconds. */
const START = Math.floor(Date.now() / 1000) * 1000 - 60_000;

let api: TestManagement;
/** Six events in `team`, of which `other` is admin and `member` a member, and two in `secret`. */
beforeAll(async () => {
  api = await startManagement();
  const workspaces = createWorkspaceStore(api.database);
  const memberships = createMembershipStore(api.database);
  const team = await workspaces.create(workspaceInputSchema.parse({ name: 'team' }));
  const secret = await workspaces.create(workspaceInputSchema.parse({ name: 'secret' }));
  await memberships.set(team.id, api.people.other.id, 'admin');
  await memberships.set(team.id, api.people.member.id, 'member');
  const writer = createAuditWriter(api.database);
  for (let count = 0; count < 8; count += 1) {
    const { id, name } = count < 6 ? team : secret;
    const opening = { ...auditOpening, workspaceId: id, workspaceName: name, requestId: `req_${count}` };
    await writer.record(
      { ...opening, verdict: count === 0 ? 'block' : 'allow', startedAt: START + count * 1000 },
      auditOutcome,
    );
  }
  await writer.close();
});
afterAll(() => api.close());

const ids = ({ body }: { body: { data: { requestId: string }[] } }) => body.data.map(({ requestId }) => requestId);

describe('200', () => {
  test('owners and admins see all, newest first', async () => {
    const all = ['req_7', 'req_6', 'req_5', 'req_4', 'req_3', 'req_2', 'req_1', 'req_0'];
    expect(ids(await api.call('owner', 'GET /audit'))).toEqual(all);
    expect(ids(await api.call('admin', 'GET /audit'))).toEqual(all);
  });

  test("a workspace's admin sees that workspace's events, whatever they ask for", async () => {
    const own = ['req_5', 'req_4', 'req_3', 'req_2', 'req_1', 'req_0'];
    expect(ids(await api.call('other', 'GET /audit'))).toEqual(own);
    expect(ids(await api.call('other', 'GET /audit?workspace=secret'))).toEqual([]);
  });

  test('pages follow each other without gap or repetition', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await api.call('owner', `GET /audit?limit=3${next === '' ? '' : `&before=${next}`}`);
      seen.push(...ids(page));
      next = page.body.next;
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  test('filters', async () => {
    expect(ids(await api.call('owner', 'GET /audit?verdict=block'))).toEqual(['req_0']);
    expect(ids(await api.call('owner', 'GET /audit?workspace=secret'))).toEqual(['req_7', 'req_6']);
    expect(ids(await api.call('owner', 'GET /audit?keyId=none'))).toEqual([]);
    const [from, to] = [1000, 3000].map((time) => new Date(START + time).toISOString());
    expect(ids(await api.call('owner', `GET /audit?from=${from}&to=${to}`))).toEqual(['req_2', 'req_1']);
  });
});

describe('400', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['limit=many', 'limit'],
    ['before=x', 'before'],
    ['from=yesterday', 'from'],
    ['verdict=maybe', 'verdict'],
    ['page=2', 'page'],
  ])('%s', async (query, param) => {
    expect(await api.call('owner', `GET /audit?${query}`)).toMatchObject({ status: 400, body: { error: { param } } });
  });
});

describe('401', () => {
  test('without a session', async () => {
    expect((await api.call('nobody', 'GET /audit')).status).toBe(401);
  });
});

describe('403', () => {
  test('a member who is admin of nothing', async () => {
    expect((await api.call('member', 'GET /audit')).status).toBe(403);
  });
});
