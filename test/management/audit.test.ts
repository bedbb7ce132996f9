import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { AuditOpening, AuditOutcome } from '../../src/audit/audit-event.ts';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { workspaceInputSchema } from '../../src/contract/workspace.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { auditOpening, auditOutcome, requestIdAt } from '../support/fixtures.ts';
import { startManagement, type TestManagement } from '../support/management.ts';

/** A minute ago, in whole seconds. */
const START = Math.floor(Date.now() / 1000) * 1000 - 60_000;
const FORMULA = '=HYPERLINK("http://evil.example","x")';
const REVERSED = 'model\u202Egnp.exe';

let api: TestManagement;
/** Request ids, in the order they arrived: six in `team`, of which `other` is admin and `member` a member, and two in `secret`. */
let sent: string[];
beforeAll(async () => {
  api = await startManagement();
  const workspaces = createWorkspaceStore(api.database);
  const memberships = createMembershipStore(api.database);
  const team = await workspaces.create(workspaceInputSchema.parse({ name: 'team' }));
  const secret = await workspaces.create(workspaceInputSchema.parse({ name: 'secret' }));
  await memberships.set(team.id, api.people.other.id, 'admin');
  await memberships.set(team.id, api.people.member.id, 'member');
  const { member, other, owner } = api.people;
  const writer = createAuditWriter(api.database);
  const details = { inspectedMs: 1.5, recordedMs: 2.5 };
  const each: readonly (readonly [AuditOpening['userId'], Partial<AuditOpening>, Partial<AuditOutcome>])[] = [
    [owner.id, { verdict: 'block', kinds: { SECRET: 1 } }, { status: 400, errorCode: 'secret_detected' }],
    [member.id, { kinds: { EMAIL: 2, PHONE: 1 } }, { upstreamModel: FORMULA }],
    [other.id, { pii: 'disabled', kinds: {} }, { upstreamModel: REVERSED }],
    [owner.id, {}, { status: 502, errorCode: 'upstream_error', provider: null, upstreamModel: null }],
    [owner.id, { keyId: 'key-2' }, {}],
    [owner.id, { userEmail: 'anna@example.test' }, { details }],
    [owner.id, {}, {}],
    [member.id, {}, { costMicroUsd: 1234, upstreamModel: 'a "b", c\nd' }],
  ];
  sent = each.map((_, index) => requestIdAt(START + index * 1000));
  for (const [index, [userId, opening, outcome]] of each.entries()) {
    const { id, name } = index < 6 ? team : secret;
    await writer.record(
      {
        ...auditOpening,
        requestId: sent[index] ?? '',
        startedAt: START + index * 1000,
        userId,
        workspaceId: id,
        workspaceName: name,
        verdict: 'allow',
        ...opening,
      },
      { ...auditOutcome, ...outcome },
    );
  }
  await writer.close();
});
afterAll(() => api.close());

/** The numbers of the requests on a page. */
const numbers = ({ body }: { body: { data: { requestId: string }[] } }) =>
  body.data.map(({ requestId }) => sent.indexOf(requestId));
const search = async (query: string) => numbers(await api.call('owner', `GET /audit?${query}`));

describe('200', () => {
  test('owners and admins see all, newest first', async () => {
    const all = [7, 6, 5, 4, 3, 2, 1, 0];
    expect(numbers(await api.call('owner', 'GET /audit'))).toEqual(all);
    expect(numbers(await api.call('admin', 'GET /audit'))).toEqual(all);
  });

  test("a workspace's admin sees that workspace's events, whatever they ask for", async () => {
    expect(numbers(await api.call('other', 'GET /audit'))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(numbers(await api.call('other', 'GET /audit?workspace=secret'))).toEqual([]);
    expect(numbers(await api.call('other', `GET /audit?person=${api.people.member.id}`))).toEqual([1]);
  });

  test('a member sees what they sent themselves, wherever that was', async () => {
    expect(numbers(await api.call('member', 'GET /audit'))).toEqual([7, 1]);
    expect(numbers(await api.call('member', 'GET /audit?workspace=team'))).toEqual([1]);
  });

  test('pages follow each other without gap or repetition, for those who see all and for those who see a part', async () => {
    for (const [who, count] of [
      ['owner', 8],
      ['other', 6],
    ] as const) {
      const seen: number[] = [];
      for (let before: string | null = ''; before !== null; ) {
        const page = await api.call(who, `GET /audit?limit=3${before === '' ? '' : `&before=${before}`}`);
        seen.push(...numbers(page));
        before = page.body.next;
      }
      expect(seen).toHaveLength(count);
      expect(new Set(seen).size).toBe(count);
    }
  });

  test('who has seen the rest asks for what is newer', async () => {
    const { body } = await api.call('owner', 'GET /audit');
    expect(await search(`after=${body.data[2].id}`)).toEqual([7, 6]);
    expect(await search(`after=${body.data[0].id}`)).toEqual([]);
    expect(await search(`after=${body.data[3].id}&workspace=team`)).toEqual([5]);
  });

  test.each([
    ['verdict=block', [0]],
    ['workspace=secret', [7, 6]],
    ['workspace=unknown', []],
    ['keyId=key-2', [4]],
    ['keyId=none', []],
    ['person=anna%40example.test', [5]],
    ['person=Anna%40Example.test', [5]],
    ['kind=PHONE', [1]],
    ['kind=EMAI', []],
    ['status=502', [3]],
    ['status=4xx', [0]],
    ['status=5xx', [3]],
    ['errorCode=upstream_error', [3]],
    ['pii=disabled', [2]],
    ['status=2xx&workspace=team&pii=obfuscate&kind=EMAIL', [5, 4, 1]],
  ])('%s', async (query, expected) => {
    expect(await search(query)).toEqual(expected);
  });

  test('a range of time holds its beginning and not its end', async () => {
    const [from, to] = [1000, 3000].map((time) => new Date(START + time).toISOString());
    expect(await search(`from=${from}&to=${to}`)).toEqual([2, 1]);
  });

  test('a workspace is found under its new name, with what it was before', async () => {
    await api.call('owner', 'PATCH /workspaces/secret', { body: { name: 'hidden' } });
    expect(await search('workspace=hidden')).toEqual([7, 6]);
    await api.call('owner', 'PATCH /workspaces/hidden', { body: { name: 'secret' } });
    expect(await search('workspace=secret')).toEqual([7, 6]);
  });

  test('one event with its timeline, by its id and by the id of its request', async () => {
    const byRequest = await api.call('owner', `GET /audit/${sent[5]}`);
    expect(byRequest.body).toMatchObject({
      requestId: sent[5],
      timeline: [
        { step: 'arrived', atMs: 0 },
        { step: 'inspected', atMs: 1.5 },
        { step: 'recorded', atMs: 2.5 },
        { step: 'first_byte', atMs: 300.25 },
        { step: 'finished', atMs: 1500 },
      ],
    });
    expect((await api.call('owner', `GET /audit/${byRequest.body.id}`)).body).toEqual(byRequest.body);
    expect((await api.call('member', `GET /audit/${sent[1]}`)).status).toBe(200);
  });
});

describe('200: export', () => {
  const file = async (who: 'owner' | 'member', query: string) => {
    const { status, body, headers } = await api.call(who, `GET /audit/export?${query}`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.(?:csv|jsonl)"$/);
    return { text: body as string, type: headers.get('content-type') ?? '' };
  };

  test('CSV: one line for each, RFC 4180, and formulas are texts', async () => {
    const { text, type } = await file('owner', 'format=csv');
    expect(type).toStartWith('text/csv');
    expect(text).toStartWith('id,request_id,state,started_at,');
    expect(text).toEndWith('\r\n');
    const rows = parseCsv(text);
    expect(rows).toHaveLength(9);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const column = (name: string) => rows.slice(1).map((row) => row[rows[0]?.indexOf(name) ?? -1]);
    expect(column('request_id')).toEqual(sent.toReversed());
    expect(column('model')).toContain(`'${FORMULA}`);
    expect(column('model')).toContain('a "b", c\nd');
    expect(column('cost_usd')[0]).toBe('0.001234');
    expect(column('found')).toContain('EMAIL: 2, PHONE: 1');
  });

  test('a text that runs backwards is written out', async () => {
    for (const format of ['csv', 'jsonl']) {
      const { text } = await file('owner', `format=${format}`);
      expect(text).not.toContain('\u202E');
      expect(text).toContain('model\\u202egnp.exe');
    }
  });

  test('JSON Lines: what the pages say, one event a line', async () => {
    const { text, type } = await file('owner', 'format=jsonl&workspace=team');
    expect(type).toStartWith('application/jsonl');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual((await api.call('owner', 'GET /audit?workspace=team')).body.data);
  });

  test('holds no more than the reader may see, and what was searched for', async () => {
    expect(parseCsv((await file('member', 'format=csv')).text)).toHaveLength(3);
    expect(parseCsv((await file('member', 'verdict=block')).text)).toHaveLength(1);
  });

  test('is written down', async () => {
    await file('owner', 'kind=PHONE');
    const { body } = await api.call('owner', 'GET /activity?action=exportAuditEvents');
    expect(body.data[0]).toMatchObject({
      actorEmail: 'owner@example.test',
      action: 'exportAuditEvents',
      fields: ['kind', 'format'],
    });
  });
});

describe('400', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['limit=many', 'limit'],
    ['before=x', 'before'],
    ['after=x', 'after'],
    ['from=yesterday', 'from'],
    ['verdict=maybe', 'verdict'],
    ['kind=e-mail', 'kind'],
    ['status=6xx', 'status'],
    ['status=40', 'status'],
    ['errorCode=%27%20or%201', 'errorCode'],
    ['pii=some', 'pii'],
    ['page=2', 'page'],
  ])('%s', async (query, param) => {
    expect(await api.call('owner', `GET /audit?${query}`)).toMatchObject({ status: 400, body: { error: { param } } });
  });

  test('a format that does not exist', async () => {
    const answer = await api.call('owner', 'GET /audit/export?format=xlsx');
    expect(answer).toMatchObject({ status: 400, body: { error: { param: 'format' } } });
  });
});

describe('401', () => {
  test.each(['GET /audit', 'GET /audit/export', 'GET /audit/x'])('%s', async (route) => {
    expect((await api.call('nobody', route)).status).toBe(401);
  });
});

describe('403', () => {
  test('what people changed is for owners and admins', async () => {
    expect((await api.call('member', 'GET /activity')).status).toBe(403);
    expect((await api.call('admin', 'GET /activity')).status).toBe(200);
  });
});

describe('404', () => {
  test('an event that does not exist, and one that is not for these eyes', async () => {
    const missing = await api.call('member', `GET /audit/${requestIdAt(START)}`);
    expect(missing.status).toBe(404);
    for (const hidden of [sent[0], sent[6], 'x']) {
      expect((await api.call('member', `GET /audit/${hidden}`)).body).toEqual(missing.body);
    }
    expect((await api.call('other', `GET /audit/${sent[6]}`)).status).toBe(404);
  });
});

/** RFC 4180: fields between commas, in quotes where they hold a comma, a quote (doubled) or a line end. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
