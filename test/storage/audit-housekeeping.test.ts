import { expect, test } from 'bun:test';
import { createActivityStore } from '../../src/audit/activity-store.ts';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { startHousekeeping } from '../../src/audit/housekeeping.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { auditOpening, auditOutcome, requestIdAt } from '../support/fixtures.ts';

const DAY = 86_400_000;

onEveryDatabase('housekeeping', (get) => {
  test('counts what there is, deletes what is older than it may be, and says so', async () => {
    const { database } = get();
    const activity = createActivityStore(database);
    const writer = createAuditWriter(database);
    const now = Date.now();
    for (let days = 0; days < 20; days += 1) {
      await writer.record({ ...auditOpening, requestId: requestIdAt(now - days * DAY - 3_600_000) }, auditOutcome);
    }
    await writer.close();
    const errors: unknown[] = [];
    const housekeeping = startHousekeeping({
      database,
      activity,
      mark: { to: '' },
      retentionDays: async () => 7,
      onError: (error) => errors.push(error),
      every: 3_600_000,
    });
    await housekeeping.run();
    const left = await database.query.selectFrom('audit_event').select('id').execute();
    expect(left).toHaveLength(7);
    const { data } = await activity.list({ limit: 10 });
    expect(data).toMatchObject([
      { action: 'deleteOldEvents', actorId: null, objects: { events: '13', days: '7' }, fields: [] },
    ]);
    // Not again within the hour.
    await housekeeping.run();
    expect((await activity.list({ limit: 10 })).data).toHaveLength(1);
    await housekeeping.stop();
    expect(errors).toEqual([]);
  });
});
