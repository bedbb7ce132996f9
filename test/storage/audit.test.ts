import { expect, test } from 'bun:test';
import { createAuditStore } from '../../src/audit/audit-store.ts';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { newRequestId } from '../../src/platform/request-id.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { auditOpening, auditOutcome } from '../support/fixtures.ts';
import { waitUntil } from '../support/wait-until.ts';

const row = (database: Database, id: string) =>
  database.query.selectFrom('audit_event').selectAll().where('id', '=', id).executeTakeFirst();

onEveryDatabase('audit', (get) => {
  test('an event is in the database when open resolves: another connection sees it', async () => {
    const { database, url } = get();
    const second = await openDatabase(url);
    const writer = createAuditWriter(database);
    const ids = await Promise.all(Array.from({ length: 50 }, () => writer.open(auditOpening)));
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(await row(second, id)).toMatchObject({ state: 'open', verdict: 'mask', status: null });
    await writer.close();
    await second.close();
  });

  test('an outcome completes its event and changes only what it says', async () => {
    const { database } = get();
    const writer = createAuditWriter(database);
    const [same, changed] = [await writer.open(auditOpening), await writer.open(auditOpening)];
    writer.complete(same, auditOutcome);
    writer.complete(changed, { ...auditOutcome, verdict: 'block', kinds: { SECRET: 1 }, errorCode: 'x', status: 502 });
    await writer.close();
    const { data } = await createAuditStore(database).list({}, null, { limit: 2 });
    const [second, first] = data;
    expect(first).toEqual({
      id: same,
      state: 'complete',
      requestId: 'req_1',
      startedAt: '2023-11-14T22:13:20.000Z',
      finishedAt: '2023-11-14T22:13:21.500Z',
      userId: 'user-1',
      userEmail: 'member@example.test',
      keyId: 'key-1',
      workspaceId: 'workspace-1',
      workspaceName: 'team',
      clientAddress: '10.0.0.1',
      model: 'team',
      provider: 'main',
      upstreamModel: 'model-1',
      verdict: 'mask',
      pii: 'obfuscate',
      kinds: { EMAIL: 2 },
      status: 200,
      errorCode: null,
      stream: true,
      retryCount: 0,
      inputTokens: 10,
      outputTokens: 20,
      inspectMs: 0.5,
      firstByteMs: 300.25,
      totalMs: 1500,
      costMicroUsd: null,
      details: {},
    });
    expect(second).toMatchObject({ id: changed, verdict: 'block', kinds: { SECRET: 1 }, errorCode: 'x', status: 502 });
  });

  test('outcomes are written without anybody closing', async () => {
    const { database } = get();
    const writer = createAuditWriter(database, { flushAfter: 20 });
    const id = await writer.record(auditOpening, auditOutcome);
    expect(await row(database, id)).toMatchObject({ state: 'complete', total_ms: 1500 });
    const later = await writer.open(auditOpening);
    writer.complete(later, auditOutcome);
    await waitUntil('the outcome is written', async () => (await row(database, later))?.state === 'complete');
    await waitUntil('nothing is queued', () => writer.queued === 0);
    await writer.close();
  });

  test('key uses add up, also across writers', async () => {
    const { database } = get();
    const writers = [createAuditWriter(database), createAuditWriter(database)];
    for (const writer of writers) for (let count = 0; count < 100; count += 1) writer.countUse('counted');
    await Promise.all(writers.map((writer) => writer.close()));
    const usage = database.query.selectFrom('gateway_key_usage').selectAll().where('key_id', '=', 'counted');
    expect(await usage.executeTakeFirst()).toMatchObject({ request_count: 200 });
  });

  test('what clients and providers choose cannot make a row the database refuses', async () => {
    const { database } = get();
    const writer = createAuditWriter(database);
    const odd = { model: `a\0b${'x'.repeat(100_000)}\ud800`, requestId: '\0', clientAddress: null, retryCount: 1e300 };
    const id = await writer.open({ ...auditOpening, ...odd });
    writer.complete(id, {
      ...auditOutcome,
      upstreamModel: 'c\0',
      inputTokens: Number.NaN,
      outputTokens: 1e300,
      firstByteMs: null,
    });
    await writer.close();
    const stored = await row(database, id);
    expect(stored).toMatchObject({ state: 'complete', retry_count: 0, upstream_model: 'c', input_tokens: null });
    expect(stored?.output_tokens).toBeNull();
    expect(stored?.model?.startsWith('abx')).toBe(true);
    expect(stored?.model?.length).toBeLessThanOrEqual(300);
  });

  test('what a crash left open is marked, what is running is not', async () => {
    const { database } = get();
    const store = createAuditStore(database);
    await store.markInterrupted(Number.MAX_SAFE_INTEGER);
    const writer = createAuditWriter(database);
    const old = await writer.open({ ...auditOpening, startedAt: 1000 });
    const young = await writer.open({ ...auditOpening, startedAt: 9000 });
    expect(await store.markInterrupted(5000)).toBe(1);
    expect(await row(database, old)).toMatchObject({ state: 'interrupted' });
    expect(await row(database, young)).toMatchObject({ state: 'open' });
    // Another node's request was only slow: its outcome has the last word.
    writer.complete(old, auditOutcome);
    await writer.close();
    expect(await row(database, old)).toMatchObject({ state: 'complete' });
  });

  test('while the database fails, requests are refused and outcomes wait for it', async () => {
    const { database } = get();
    let broken = false;
    const errors: unknown[] = [];
    const flaky: Database = {
      ...database,
      writeBatches: (batches) => (broken ? Promise.reject(new Error('away')) : database.writeBatches(batches)),
    };
    const writer = createAuditWriter(flaky, { flushAfter: 5, maxQueued: 5, onError: (error) => errors.push(error) });
    const ids = [await writer.open(auditOpening), await writer.open(auditOpening)];
    broken = true;
    await expect(writer.open(auditOpening)).rejects.toMatchObject({ code: 'audit_unavailable', status: 503 });
    for (const id of ids) writer.complete(id, auditOutcome);
    writer.countUse('patient');
    const refused = errors.length;
    await waitUntil('the outcomes are refused as well', () => errors.length > refused);
    // The queue has a bound: beyond it nothing new is let in.
    for (let count = 0; count < 3; count += 1) writer.complete(ids[0] ?? '', auditOutcome);
    await expect(writer.open(auditOpening)).rejects.toMatchObject({ code: 'audit_unavailable' });
    broken = false;
    await writer.close();
    for (const id of ids) expect(await row(database, id)).toMatchObject({ state: 'complete' });
    const usage = database.query.selectFrom('gateway_key_usage').selectAll().where('key_id', '=', 'patient');
    expect(await usage.executeTakeFirst()).toMatchObject({ request_count: 1 });
  });

  test('a rare event is found far back, by pages that each look at a part', async () => {
    const { database } = get();
    await database.query.deleteFrom('audit_event').execute();
    const writer = createAuditWriter(database);
    const record = (keyId: string) => writer.record({ ...auditOpening, keyId, startedAt: Date.now() }, auditOutcome);
    const first = await record('rare');
    const second = await record('rare');
    const { sql } = database.query
      .insertInto('audit_event')
      .columns(['id', 'state', 'request_id', 'started_at', 'stream', 'retry_count', 'workspace_id', 'workspace_name'])
      .values({
        id: '',
        state: 'complete',
        request_id: '',
        started_at: 0,
        stream: 0,
        retry_count: 0,
        workspace_id: '',
        workspace_name: '',
      })
      .compile();
    const rows = Array.from({ length: 60_000 }, (_, index) => {
      const workspace = index % 2 === 0 ? 'one' : 'two';
      return [Bun.randomUUIDv7(), 'complete', 'req', Date.now(), 0, 0, workspace, workspace];
    });
    await database.writeBatches([{ sql, rows }]);
    await writer.close();
    const store = createAuditStore(database, 25);
    const found: string[] = [];
    let pages = 0;
    for (let before: string | null | undefined; before !== null; pages += 1) {
      const page = await store.list({ keyId: 'rare' }, null, { limit: 1, before });
      found.push(...page.data.map(({ id }) => id));
      before = page.next;
    }
    expect(found).toEqual([second, first]);
    expect(pages).toBeGreaterThan(2);
    // All of a workspace's events are there once, however the windows fall.
    let seen = 0;
    for (let before: string | null | undefined; before !== null; ) {
      const page = await store.list({}, { workspaceIds: ['two', 'three'], userId: 'nobody' }, { limit: 200, before });
      seen += page.data.length;
      before = page.next;
    }
    expect(seen).toBe(30_000);
  });

  test('an opening that was committed unheard is completed by its refusal, and takes nobody else down', async () => {
    const { database } = get();
    let deaf = true;
    const lossy: Database = {
      ...database,
      async writeBatches(batches) {
        await database.writeBatches(batches);
        if (deaf) throw new Error('the connection was lost');
      },
    };
    const writer = createAuditWriter(lossy);
    const requestId = newRequestId();
    await expect(writer.open({ ...auditOpening, requestId })).rejects.toMatchObject({ code: 'audit_unavailable' });
    deaf = false;
    const [id, other] = await Promise.all([
      writer.record({ ...auditOpening, requestId }, { ...auditOutcome, status: 503, verdict: 'error' }),
      writer.open(auditOpening),
    ]);
    await writer.close();
    expect(await row(database, id)).toMatchObject({
      request_id: requestId,
      state: 'complete',
      status: 503,
      verdict: 'error',
    });
    expect(await row(database, other)).toMatchObject({ state: 'open' });
  });

  test('a writer that is closed takes nothing more', async () => {
    const writer = createAuditWriter(get().database);
    await writer.close();
    await expect(writer.open(auditOpening)).rejects.toMatchObject({ code: 'audit_unavailable' });
  });

  test('closing says so when something could not be written', async () => {
    const { database } = get();
    const broken: Database = { ...database, writeBatches: () => Promise.reject(new Error('away')) };
    const writer = createAuditWriter(broken);
    writer.complete('none', auditOutcome);
    await expect(writer.close()).rejects.toMatchObject({ code: 'audit_unavailable' });
  });
});
