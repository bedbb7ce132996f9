import { expect, setSystemTime, test } from 'bun:test';
import { createAttemptLimit } from '../../src/authentication/attempt-limit.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { onEveryDatabase } from '../support/databases.ts';

onEveryDatabase('attempts', (get) => {
  const refused = { code: 'rate_limit_exceeded' };

  test('of one /64 count together, those of another apart', async () => {
    const limit = createAttemptLimit(get().database);
    for (const tail of ['::1', '::2', ':0:0:0:3', ':ffff::4', '::5']) {
      const clientAddress = `2001:db8:0:1${tail}`;
      await limit.count({ clientAddress });
      await limit.count({ clientAddress: clientAddress.toUpperCase() });
    }
    await expect(limit.count({ clientAddress: '2001:0db8:0000:0001::9' })).rejects.toMatchObject(refused);
    await limit.count({ clientAddress: '2001:db8:0:2::1' });
  });

  test('are counted for all nodes together, also at the same moment', async () => {
    const second = await openDatabase(get().url);
    const limits = [createAttemptLimit(get().database), createAttemptLimit(second)];
    const tries = Array.from({ length: 20 }, (_, index) => limits[index % 2]?.count({ clientAddress: '192.0.2.1' }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await second.close();
  });

  test('begin anew after a quiet day', async () => {
    const { database } = get();
    const limit = createAttemptLimit(database);
    const attempt = { clientAddress: '192.0.2.2' };
    for (let count = 0; count < 10; count += 1) await limit.count(attempt);
    await expect(limit.count(attempt)).rejects.toMatchObject(refused);
    await database.query
      .updateTable('rate_limit')
      .set({ last_request: Date.now() - 24 * 3_600_000, blocked_until: 0 })
      .where('key', '=', 'address:192.0.2.2')
      .execute();
    await limit.count(attempt);
  });

  test('on one account are limited wherever they come from, and are kept as hashes', async () => {
    const { database } = get();
    const limit = createAttemptLimit(database);
    const account = 'target@example.test';
    for (let count = 0; count < 30; count += 1) await limit.count({ clientAddress: `198.51.100.${count}`, account });
    await expect(limit.count({ clientAddress: '198.51.100.99', account })).rejects.toMatchObject(refused);
    expect(JSON.stringify(await database.query.selectFrom('rate_limit').selectAll().execute())).not.toContain(account);
  });

  test('wait longer with every one that fails after the free ones, up to an hour', async () => {
    const { database } = get();
    const limit = createAttemptLimit(database);
    const attempt = { clientAddress: '192.0.2.3' };
    const key = 'address:192.0.2.3';
    for (let count = 0; count < 9; count += 1) await limit.count(attempt);
    const waits: number[] = [];
    // The clock stands still, else a wait would be a second shorter where the machine is slow.
    setSystemTime(new Date());
    try {
      for (let count = 0; count < 8; count += 1) {
        await limit.count(attempt);
        const refusal: unknown = await limit.count(attempt).catch((error: unknown) => error);
        expect(refusal).toMatchObject(refused);
        waits.push(Number((refusal as { headers: Record<string, string> }).headers['retry-after']));
        await database.query.updateTable('rate_limit').set({ blocked_until: 0 }).where('key', '=', key).execute();
      }
    } finally {
      setSystemTime();
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600]);
  });

  test('are forgotten one by one', async () => {
    const { database } = get();
    const limit = createAttemptLimit(database);
    const attempt = { clientAddress: '192.0.2.4' };
    const key = 'address:192.0.2.4';
    for (let count = 0; count < 10; count += 1) await limit.count(attempt);
    const earlier = { last_request: Date.now() - 3 * 600_000 - 1000, blocked_until: 0 };
    await database.query.updateTable('rate_limit').set(earlier).where('key', '=', key).execute();
    for (let count = 0; count < 3; count += 1) await limit.count(attempt);
    await expect(limit.count(attempt)).rejects.toMatchObject(refused);
  });

  test("a success takes the same person's mistakes back, and nobody else's", async () => {
    const limit = createAttemptLimit(get().database);
    const [one, other] = ['one@example.test', 'other@example.test'].map((account) => ({
      clientAddress: '192.0.2.5',
      account,
    }));
    if (one === undefined || other === undefined) throw new Error('two people');
    for (let count = 0; count < 5; count += 1) await limit.count(other);
    for (let count = 0; count < 4; count += 1) await limit.count(one);
    await limit.forgive(one);
    for (let count = 0; count < 5; count += 1) await limit.count(one);
    await expect(limit.count(one)).rejects.toMatchObject(refused);
  });
});
