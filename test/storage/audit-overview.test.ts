import { expect, test } from 'bun:test';
import { createAuditCounter } from '../../src/audit/audit-counter-store.ts';
import type { AuditOpening, AuditOutcome } from '../../src/audit/audit-event.ts';
import type { AuditVisibility } from '../../src/audit/audit-search.ts';
import { firstIdOf, timeOf } from '../../src/audit/audit-sums.ts';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { overviewRange } from '../../src/audit/overview-range.ts';
import { createOverviewStore } from '../../src/audit/overview-store.ts';
import { createRetentionStore } from '../../src/audit/retention-store.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { auditOpening, auditOutcome, requestIdAt } from '../support/fixtures.ts';

const HOUR = 3_600_000;
const USERS = ['u-1', 'u-2', 'u-3'];
const WORKSPACES = ['w-1', 'w-2', null];
const OUTCOMES: readonly Partial<AuditOutcome>[] = [
  {},
  { costMicroUsd: 250 },
  { status: 499, errorCode: 'client_left', verdict: 'error', outputTokens: null },
  { status: 502, errorCode: 'upstream_error', verdict: 'error', provider: null, upstreamModel: null },
  { status: 400, errorCode: 'pii_detected', verdict: 'block', inputTokens: null, outputTokens: null, provider: null },
  { upstreamModel: 'model-2', kinds: { EMAIL: 1, SECRET: 3 }, totalMs: 12 },
  { details: { answer: { verdict: 'mark', kinds: { PERSON: 2 } } } },
];

/** The same sequence in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What the overview should say, from every row. */
async function fullCount(database: Database, from: number, to: number, sees: (row: Row) => boolean) {
  const rows = (await database.query.selectFrom('audit_event').selectAll().execute()).filter(
    (row) => row.state !== 'open' && timeOf(row.id) >= from && timeOf(row.id) < to && sees(row),
  );
  const sum = (of: (row: Row) => number | null) => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const kinds: Record<string, number> = {};
  for (const row of rows) {
    for (const [kind, count] of Object.entries(JSON.parse(row.kinds ?? '{}') as Record<string, number>)) {
      kinds[kind] = (kinds[kind] ?? 0) + count;
    }
  }
  const inAnswers = 2 * rows.filter(({ details }) => details !== null).length;
  return {
    requests: rows.length,
    refusals: rows.filter(({ verdict }) => verdict === 'block').length,
    abandoned: rows.filter(({ status }) => status === 499).length,
    errors: rows.filter(
      ({ verdict, status, state }) =>
        verdict !== 'block' &&
        status !== 499 &&
        (state === 'interrupted' || verdict === 'error' || (status ?? 0) >= 400),
    ).length,
    inputTokens: sum(({ input_tokens }) => input_tokens),
    outputTokens: sum(({ output_tokens }) => output_tokens),
    costMicroUsd: sum(({ cost_microusd }) => cost_microusd),
    priced: rows.filter(({ cost_microusd }) => cost_microusd !== null).length,
    findings: Object.values(kinds).reduce((all, count) => all + count, 0),
    kinds,
    answerKinds: { ...(inAnswers === 0 ? {} : { PERSON: inAnswers }) },
  };
}

type Row = Awaited<ReturnType<typeof allRows>>[number];
const allRows = (database: Database) => database.query.selectFrom('audit_event').selectAll().execute();

onEveryDatabase('overview', (get) => {
  const empty = async (): Promise<Database> => {
    const { database } = get();
    await database.query.deleteFrom('audit_event').execute();
    await database.query.deleteFrom('audit_sum').execute();
    await database.query.deleteFrom('audit_uncounted').execute();
    await database.query.updateTable('audit_progress').set({ counted_to: '', retention_ran_at: 0 }).execute();
    return database;
  };

  /** Checks totals, series and parts against a full count, for who sees all and for who sees a part. */
  const check = async (database: Database, from: number, to: number): Promise<number> => {
    const views: readonly (readonly [AuditVisibility, string | undefined, (row: Row) => boolean])[] = [
      [null, undefined, () => true],
      [null, 'w-1', (row) => row.workspace_id === 'w-1'],
      [
        { workspaceIds: ['w-1'], userId: 'u-2' },
        undefined,
        (row) => row.workspace_id === 'w-1' || row.user_id === 'u-2',
      ],
      [{ workspaceIds: [], userId: 'u-3' }, undefined, (row) => row.user_id === 'u-3'],
      [{ workspaceIds: [], userId: 'u-3' }, 'w-2', (row) => row.user_id === 'u-3' && row.workspace_id === 'w-2'],
    ];
    let seen = 0;
    for (const [visibility, workspaceId, sees] of views) {
      const range = overviewRange({ from, to, zone: 0, now: Date.now(), byMinute: visibility === null });
      const read = await createOverviewStore(database).read({ range, visibility, workspaceId });
      const { kinds, answerKinds, ...numbers } = await fullCount(database, range.from * 1000, range.to * 1000, sees);
      expect(read.totals).toMatchObject(numbers);
      expect(read.kinds).toEqual(kinds);
      expect(read.answerKinds).toEqual(answerKinds);
      const { priced: _, ...each } = numbers;
      for (const name of Object.keys(each) as (keyof typeof each)[]) {
        expect(read.series.reduce((all, point) => all + point[name], 0)).toBe(numbers[name]);
      }
      for (const { id, requests } of read.workspaces) {
        const own = await fullCount(
          database,
          range.from * 1000,
          range.to * 1000,
          (row) => sees(row) && row.workspace_id === id,
        );
        expect({ id, requests }).toEqual({ id, requests: own.requests });
      }
      const verdicts = Object.values(read.verdicts).reduce((all, count) => all + count, 0);
      expect(verdicts).toBeLessThanOrEqual(numbers.requests);
      seen += numbers.requests;
    }
    return seen;
  };

  test('every event counts once: open, late, cut off, and with two nodes that count at the same time', async () => {
    const database = await empty();
    // Two handles of one SQLite file in one thread would wait for each other for ever.
    const other = database.dialect === 'postgres' ? await openDatabase(get().url) : database;
    const roll = dice(7);
    const now = Date.now();
    const writer = createAuditWriter(database);
    const counters = [createAuditCounter(database), createAuditCounter(other)];
    const countAll = async () => {
      for (let more = true; more; ) more = (await Promise.all(counters.map(({ step }) => step()))).includes(true);
    };
    const opening = (): AuditOpening => {
      const workspaceId = WORKSPACES[roll(3)] ?? null;
      return {
        ...auditOpening,
        requestId: requestIdAt(now - roll(4 * HOUR)),
        userId: USERS[roll(3)] ?? null,
        workspaceId,
        workspaceName: workspaceId,
        kinds: roll(2) === 0 ? { EMAIL: roll(4) + 1 } : {},
        inspectMs: roll(100) / 10,
      };
    };
    const outcome = (): AuditOutcome => ({ ...auditOutcome, ...OUTCOMES[roll(OUTCOMES.length)], totalMs: roll(5000) });
    let compared = 0;
    let open: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const opened = await Promise.all(Array.from({ length: 150 }, () => writer.open(opening())));
      await Promise.all(Array.from({ length: 100 }, () => writer.record(opening(), outcome())));
      open.push(...opened);
      compared += await check(database, now - 4 * HOUR, now);
      const counting = countAll();
      // Outcomes arrive while it is counted.
      const ending = createAuditWriter(database);
      for (const id of open.slice(0, 100)) ending.complete(id, outcome());
      open = open.slice(100);
      await Promise.all([counting, ending.close()]);
      compared += await check(database, now - 4 * HOUR, now);
      compared += await check(database, now - HOUR, now);
      compared += await check(database, now - 3 * HOUR, now - 2 * HOUR);
    }
    await database.query.updateTable('audit_event').set({ state: 'interrupted' }).where('id', 'in', open).execute();
    await writer.close();
    await countAll();
    compared += await check(database, now - 4 * HOUR, now);
    compared += await check(database, now - 20 * 24 * HOUR, now);
    expect(compared).toBeGreaterThan(10_000);
    // All there is has been counted: nothing waits, and the sums alone say the same.
    const { counted_to: end } = await database.query
      .selectFrom('audit_progress')
      .select('counted_to')
      .executeTakeFirstOrThrow();
    expect(await database.query.selectFrom('audit_uncounted').selectAll().where('id', '<', end).execute()).toEqual([]);
    const sums = await database.query
      .selectFrom('audit_sum')
      .select(['span', 'requests'])
      .where('scope', '=', 'all')
      .execute();
    const settled = (await allRows(database)).filter(({ id }) => id < end).length;
    expect(settled).toBeGreaterThan(900);
    for (const span of [60, 1800]) {
      const counted = sums.filter((sum) => sum.span === span).reduce((all, { requests }) => all + requests, 0);
      expect(counted).toBe(settled);
    }
    if (other !== database) await other.close();
  });

  test('a clock that was set back loses nothing: what is written behind the count is noted', async () => {
    const database = await empty();
    const ahead = { to: firstIdOf(Date.now() + HOUR) };
    const writer = createAuditWriter(database, { mark: ahead });
    const [late, usual] = [await writer.record(auditOpening, auditOutcome), createAuditWriter(database)];
    await usual.record(auditOpening, auditOutcome);
    await Promise.all([writer.close(), usual.close()]);
    expect(await database.query.selectFrom('audit_uncounted').selectAll().execute()).toEqual([{ id: late }]);
  });

  test('durations are within 5 % of the true ones', async () => {
    const database = await empty();
    const writer = createAuditWriter(database);
    const now = Date.now();
    const durations = Array.from({ length: 200 }, (_, index) => 3 + index ** 2 / 7);
    await Promise.all(
      durations.map((totalMs) =>
        writer.record(
          { ...auditOpening, requestId: requestIdAt(now - 60_000), inspectMs: 0.3 },
          { ...auditOutcome, totalMs },
        ),
      ),
    );
    await writer.close();
    const range = overviewRange({ from: now - HOUR, to: now, zone: 0, now, byMinute: true });
    const { totals } = await createOverviewStore(database).read({ range, visibility: null, workspaceId: undefined });
    const [half, most] = [durations[99] ?? 0, durations[189] ?? 0];
    expect(Math.abs((totals.totalMs.p50 ?? 0) / half - 1)).toBeLessThan(0.05);
    expect(Math.abs((totals.totalMs.p95 ?? 0) / most - 1)).toBeLessThan(0.05);
    expect(Math.abs((totals.firewallMs.p50 ?? 0) / 0.3 - 1)).toBeLessThan(0.05);
  });

  test('the newest refusals are named, newest last', async () => {
    const database = await empty();
    const writer = createAuditWriter(database);
    const now = Date.now();
    const ids: string[] = [];
    for (let count = 0; count < 15; count += 1) {
      const requestId = requestIdAt(now - 3 * HOUR + count * 600_000);
      ids.push(await writer.record({ ...auditOpening, requestId, verdict: 'block' }, { ...auditOutcome, status: 400 }));
    }
    await writer.close();
    const counter = createAuditCounter(database);
    for (let more = true; more; ) more = await counter.step();
    const range = overviewRange({ from: now - 4 * HOUR, to: now, zone: 0, now, byMinute: true });
    const read = await createOverviewStore(database).read({ range, visibility: null, workspaceId: undefined });
    expect(read.totals.refusals).toBe(15);
    expect(read.refusalIds).toEqual(ids.slice(-10));
  });

  test('old events go, once they are counted; what they add up to stays, by person it does not', async () => {
    const database = await empty();
    const writer = createAuditWriter(database);
    const now = Date.now();
    const day = 24 * HOUR;
    for (const age of [10 * day, 9 * day, HOUR]) {
      await writer.record({ ...auditOpening, requestId: requestIdAt(now - age) }, auditOutcome);
    }
    await writer.close();
    const retention = createRetentionStore(database);
    expect(await retention.oldest()).toBe(now - 10 * day);
    // Nothing has been counted yet.
    expect(await retention.deleteEvents(now - 7 * day)).toBe(0);
    const counter = createAuditCounter(database);
    for (let more = true; more; ) more = await counter.step();
    expect(await retention.deleteEvents(now - 7 * day)).toBe(2);
    expect(await retention.deleteEvents(now - 7 * day)).toBe(0);
    expect(await retention.oldest()).toBe(now - HOUR);
    await retention.deleteSums(now - 7 * day);
    const range = overviewRange({ from: now - 20 * day, to: now, zone: 0, now, byMinute: false });
    const store = createOverviewStore(database);
    const all = await store.read({ range, visibility: null, workspaceId: undefined });
    expect(all.totals.requests).toBe(3);
    const own = { workspaceIds: [], userId: auditOpening.userId ?? '' };
    expect((await store.read({ range, visibility: own, workspaceId: undefined })).totals.requests).toBe(1);
    const minutes = await database.query.selectFrom('audit_sum').select('start').where('span', '=', 60).execute();
    expect(minutes.every(({ start }) => start * 1000 > now - 2 * day - HOUR)).toBe(true);
  });

  test('one node a time looks for old events', async () => {
    const database = await empty();
    const stores = [createRetentionStore(database), createRetentionStore(database)];
    const turns = await Promise.all(stores.map((store) => store.takeTurn(HOUR)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await createRetentionStore(database, () => Date.now() + 2 * HOUR).takeTurn(HOUR)).toBe(true);
  });
});
