import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { createAuditCounter } from '../../src/audit/audit-counter-store.ts';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { auditOpening, auditOutcome, requestIdAt } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

const NOW = Date.now();
const HOUR = 3_600_000;

let api: TestManagement;
/** Ten requests of the owner in `team`, of which `other` is admin and `member` a member; two of `member` in `team`, three in `secret`. */
beforeAll(async () => {
  api = await startManagement();
  const workspaces = createWorkspaceStore(api.database);
  const memberships = createMembershipStore(api.database);
  const team = await workspaces.create(workspaceInputSchema.parse({ name: 'team', title: 'The team' }));
  const secret = await workspaces.create(workspaceInputSchema.parse({ name: 'secret' }));
  await memberships.set(team.id, api.people.other.id, 'admin');
  await memberships.set(team.id, api.people.member.id, 'member');
  await memberships.set(secret.id, api.people.member.id, 'member');
  const writer = createAuditWriter(api.database);
  const send = async (userId: string, { id, name }: { id: string; name: string }, count: number) => {
    for (let number = 0; number < count; number += 1) {
      const requestId = requestIdAt(NOW - HOUR - number * 60_000);
      const refused = number === 1;
      await writer.record(
        {
          ...auditOpening,
          requestId,
          userId,
          workspaceId: id,
          workspaceName: name,
          verdict: refused ? 'block' : 'mask',
        },
        {
          ...auditOutcome,
          costMicroUsd: 100,
          ...(refused ? { status: 400, errorCode: 'pii_detected', provider: null, upstreamModel: null } : {}),
        },
      );
    }
  };
  await send(api.people.owner.id, team, 10);
  await send(api.people.member.id, team, 2);
  await send(api.people.member.id, secret, 3);
  await writer.close();
});
afterAll(() => api.close());

const query = (more = '') => {
  const [from, to] = [NOW - 3 * HOUR, NOW].map((time) => new Date(time).toISOString());
  return `GET /overview?from=${from}&to=${to}${more}`;
};

describe('200', () => {
  test('owners and admins see everything', async () => {
    const { body } = await api.call('admin', query());
    expect(body).toMatchObject({
      sees: 'organization',
      bucketSeconds: 300,
      totals: {
        requests: 15,
        refusals: 3,
        errors: 0,
        inputTokens: 150,
        outputTokens: 300,
        costMicroUsd: 1500,
        priced: 15,
        findings: 30,
      },
      previous: { requests: 0 },
      kinds: { EMAIL: 30 },
      verdicts: { allow: 0, mask: 12, block: 3, error: 0 },
      workspaces: [
        { name: 'team', requests: 12, refusals: 2 },
        { name: 'secret', requests: 3, refusals: 1 },
      ],
      models: [{ provider: 'main', model: 'model-1', requests: 12, inputTokens: 120 }],
    });
    expect(body.latestRefusals).toHaveLength(3);
    expect(body.latestRefusals[0].startedAt >= body.latestRefusals[2].startedAt).toBe(true);
    expect(body.series.reduce((all: number, point: { requests: number }) => all + point.requests, 0)).toBe(15);
  });

  test("a workspace's admin sees that workspace", async () => {
    const { body } = await api.call('other', query());
    expect(body).toMatchObject({
      sees: 'part',
      totals: { requests: 12 },
      workspaces: [{ name: 'team', requests: 12 }],
    });
    const team = await api.call('other', query('&workspace=team'));
    expect(team.body).toMatchObject({ sees: 'workspace', totals: { requests: 12 } });
    expect(body.latestRefusals).toHaveLength(2);
  });

  test('a member sees what they sent themselves', async () => {
    const { body } = await api.call('member', query());
    expect(body).toMatchObject({
      sees: 'part',
      totals: { requests: 5 },
      workspaces: [{ requests: 3 }, { requests: 2 }],
    });
    const own = await api.call('member', query('&workspace=team'));
    expect(own.body).toMatchObject({ sees: 'part', totals: { requests: 2 } });
  });

  test('the range before it is beside it', async () => {
    const [from, to] = [NOW - HOUR + 120_000, NOW].map((time) => new Date(time).toISOString());
    const { body } = await api.call('owner', `GET /overview?from=${from}&to=${to}`);
    expect(body).toMatchObject({ bucketSeconds: 60, totals: { requests: 0 }, previous: { requests: 15 } });
  });

  test('days begin where the viewer is, without gaps', async () => {
    const [from, to] = ['2026-03-02T23:00:00Z', '2026-03-20T23:00:00Z'];
    const { body } = await api.call('owner', `GET /overview?from=${from}&to=${to}&zone=60`);
    expect(body).toMatchObject({
      bucketSeconds: 86_400,
      from: '2026-03-02T23:00:00.000Z',
      to: '2026-03-20T23:00:00.000Z',
    });
    expect(body.series).toHaveLength(18);
    const kathmandu = await api.call('owner', `GET /overview?from=${from}&to=${to}&zone=345`);
    expect(kathmandu.body.series[0].at).toBe('2026-03-02T18:00:00.000Z');
  });

  test('without a range it is the last day', async () => {
    const { body } = await api.call('owner', 'GET /overview');
    expect(body.totals.requests).toBe(15);
    expect(Date.parse(body.to) - Date.parse(body.from)).toBeLessThanOrEqual(25 * HOUR);
  });
});

describe('200: usage of workspaces', () => {
  const usage = async (who: 'owner' | 'admin' | 'other' | 'member') => {
    const { status, body } = await api.call(who, query().replace('/overview?', '/workspace-usage?'));
    expect(status).toBe(200);
    return body;
  };

  test('is what the overview says of them, for everybody', async () => {
    for (const who of ['owner', 'admin', 'other', 'member'] as const) {
      const { body } = await api.call(who, query());
      const named = body.workspaces.map(({ name: _, ...numbers }: { name: string }) => numbers);
      expect(await usage(who)).toEqual({ from: body.from, to: body.to, sees: body.sees, data: named });
    }
  });

  test('everything, what one administers, and what one has sent', async () => {
    const seen = async (who: 'owner' | 'other' | 'member') => {
      const { sees, data } = await usage(who);
      return { sees, data: data.map(({ requests, refusals }: Record<string, number>) => [requests, refusals]) };
    };
    expect(await seen('owner')).toEqual({
      sees: 'organization',
      data: [
        [12, 2],
        [3, 1],
      ],
    });
    expect(await seen('other')).toEqual({ sees: 'part', data: [[12, 2]] });
    expect(await seen('member')).toEqual({
      sees: 'part',
      data: [
        [3, 1],
        [2, 1],
      ],
    });
  });

  test('after it was counted it reads the same', async () => {
    const before = await usage('owner');
    const counter = createAuditCounter(api.database);
    for (let more = true; more; more = await counter.step());
    expect((await usage('owner')).data).toEqual(before.data);
    expect((await usage('member')).data.map(({ requests }: Record<string, number>) => requests)).toEqual([3, 2]);
  });
});

describe('400', () => {
  test.each(['from=x', 'zone=900', 'workspace=team', 'from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z'])(
    'usage of workspaces: %s',
    async (text) => {
      expect((await api.call('owner', `GET /workspace-usage?${text}`)).status).toBe(400);
    },
  );

  test.each([
    ['from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z', 'from'],
    ['from=x', 'from'],
    ['zone=900', 'zone'],
    ['workspaces=team', 'workspaces'],
  ])('%s', async (text, param) => {
    const answer = await api.call('owner', `GET /overview?${text}`);
    expect(answer).toMatchObject({ status: 400, body: { error: { param } } });
  });
});

describe('401', () => {
  test('without a session', async () => {
    expect((await api.call('nobody', 'GET /overview')).status).toBe(401);
    expect((await api.call('nobody', 'GET /workspace-usage')).status).toBe(401);
  });
});

describe('404', () => {
  test("another's workspace and one that does not exist read the same", async () => {
    const hidden = await api.call('other', query('&workspace=secret'));
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual((await api.call('other', query('&workspace=nothing'))).body);
  });
});

describe('200: a workspace that is gone', () => {
  test('keeps the name it had', async () => {
    await api.call('owner', 'DELETE /workspaces/secret');
    const { body } = await api.call('owner', query());
    expect(body.workspaces.map(({ name }: { name: string }) => name)).toEqual(['team', 'secret']);
  });
});
