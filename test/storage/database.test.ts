import { expect, test } from 'bun:test';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/storage/migrate.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { onEveryDatabase } from '../support/databases.ts';

const workspace = (name: string) => ({
  id: crypto.randomUUID(),
  name,
  title: name,
  settings: '{}',
  managed_by: null,
  created_at: 1_715_000_000,
});

onEveryDatabase('database', (get) => {
  test('a database that is up to date has nothing to migrate', async () => {
    expect(await migrate(get().database)).toEqual([]);
  });

  test('every change to the configuration moves the revision, for a second node too', async () => {
    const { database, url } = get();
    const second = await openDatabase(url);
    let last = await second.readRevision();
    const moved = async () => {
      const revision = await second.readRevision();
      const [own, before] = [await database.readRevision(), last];
      last = revision;
      expect(own).toBe(revision);
      return revision > before;
    };
    const { query } = database;
    const row = workspace('moves');
    await query.insertInto('workspace').values(row).execute();
    expect(await moved()).toBe(true);
    await query.updateTable('workspace').set({ title: 'x' }).where('id', '=', row.id).execute();
    expect(await moved()).toBe(true);
    const time = new Date().toISOString();
    const user = { id: crypto.randomUUID(), name: 'x', email: 'x@example.test', email_verified: 0, image: null };
    await query
      .insertInto('user')
      .values({ ...user, role: 'member', managed_by: null, disabled: 0, created_at: time, updated_at: time })
      .execute();
    expect(await moved()).toBe(true);
    const membership = { workspace_id: row.id, user_id: user.id, role: 'member' as const, managed_by: null };
    await query
      .insertInto('membership')
      .values({ ...membership, created_at: 1 })
      .execute();
    expect(await moved()).toBe(true);
    const key = { id: 'k', user_id: user.id, name: 'k', secret_hash: '', hint: '', created_at: 1, expires_at: null };
    await query
      .insertInto('gateway_key')
      .values({ ...key, revoked_at: null, scope: null, address_ranges: null, limits: null })
      .execute();
    expect(await moved()).toBe(true);
    await query.updateTable('gateway_key').set({ revoked_at: 2 }).execute();
    expect(await moved()).toBe(true);
    const provider = { id: 'p', name: 'p', kind: 'echo', settings: '{}', credential: null, managed_by: null };
    await query
      .insertInto('provider')
      .values({ ...provider, created_at: 1 })
      .execute();
    expect(await moved()).toBe(true);
    await query.deleteFrom('provider').execute();
    expect(await moved()).toBe(true);
    await query.insertInto('organization').values({ id: 'o', name: 'o', settings: '{}', created_at: 1 }).execute();
    expect(await moved()).toBe(true);
    await query.insertInto('gateway_key_usage').values({ key_id: 'k', request_count: 1, last_used_at: 1 }).execute();
    expect(await moved()).toBe(false);
    await query.deleteFrom('user').where('id', '=', user.id).execute();
    expect(await moved()).toBe(true);
    expect(await query.selectFrom('membership').selectAll().execute()).toEqual([]);
    await second.close();
  });

  test('a revision that is rolled back was seen by nobody', async () => {
    const { database } = get();
    const before = await database.readRevision();
    const inside = await new Promise<number>((resolve, reject) => {
      database.query
        .transaction()
        .execute(async (transaction) => {
          await transaction.insertInto('workspace').values(workspace('rolled-back')).execute();
          resolve(await database.readRevision());
          throw new Error('no');
        })
        .catch((error: Error) => (error.message === 'no' ? undefined : reject(error)));
    });
    expect(inside).toBe(before);
    expect(await database.readRevision()).toBe(before);
    const rows = await database.query.selectFrom('workspace').where('name', '=', 'rolled-back').selectAll().execute();
    expect(rows).toEqual([]);
  });

  test('batches are written together or not at all, also while a transaction is open', async () => {
    const { database } = get();
    const { sql } = database.query
      .insertInto('gateway_key_usage')
      .values({ key_id: '', request_count: 0, last_used_at: 0 })
      .compile();
    const count = async (prefix: string) =>
      (await database.query.selectFrom('gateway_key_usage').where('key_id', 'like', `${prefix}%`).selectAll().execute())
        .length;
    const rows = (prefix: string, length: number) => Array.from({ length }, (_, index) => [`${prefix}${index}`, 1, 1]);
    await database.writeBatches([{ sql, rows: rows('a', 100) }]);
    expect(await count('a')).toBe(100);
    const failing = database.writeBatches([
      { sql, rows: rows('b', 10) },
      { sql, rows: rows('a', 1) },
    ]);
    await expect(failing).rejects.toThrow();
    expect(await count('b')).toBe(0);
    // The connection is in order afterwards.
    let written: Promise<void> | undefined;
    await database.query.transaction().execute(async (transaction) => {
      await transaction.insertInto('workspace').values(workspace('meanwhile')).execute();
      written = database.writeBatches([{ sql, rows: rows('c', 10) }]);
      await Bun.sleep(20);
    });
    await written;
    expect(await count('c')).toBe(10);
  });

  test('exclusive work of one name runs one after the other, on every node', async () => {
    const { database, url } = get();
    const second = await openDatabase(url);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await Bun.sleep(10);
      running -= 1;
    };
    // SQLite waits for another process's lock inside the call, so two handles of one process would wait for each other.
    const nodes = database.dialect === 'sqlite' ? [database] : [database, second];
    await Promise.all(nodes.flatMap((node) => [1, 2, 3].map(() => node.exclusively('test', work))));
    expect(most).toBe(1);
    await second.close();
  });

  test('eight nodes that start at once migrate once', async () => {
    const fresh = get().database.dialect === 'sqlite' ? `${get().url}-fresh` : await freshPostgres();
    const script = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dir, '../../src/storage/open-database.ts'))};
      const database = await openDatabase(process.env.FRESH_URL);
      console.log(await database.readRevision());
      await database.close();`;
    const nodes = Array.from({ length: 8 }, () =>
      Bun.spawn([process.execPath, '-e', script], { env: { ...process.env, FRESH_URL: fresh }, stderr: 'pipe' }),
    );
    const outcomes = await Promise.all(
      nodes.map(async (node) => ({
        output: (await new Response(node.stdout).text()).trim(),
        errors: await new Response(node.stderr).text(),
        code: await node.exited,
      })),
    );
    expect(outcomes).toEqual(outcomes.map(() => ({ output: '1', errors: '', code: 0 })));
  });
});

async function freshPostgres(): Promise<string> {
  const { testPostgres } = await import('../support/postgres.ts');
  return (await testPostgres()).createDatabase();
}

test('in memory, a revision read while a transaction is open waits for its end', async () => {
  const database = await openDatabase('sqlite::memory:');
  const before = await database.readRevision();
  let inside: number | Promise<number> | undefined;
  const failed = database.query.transaction().execute(async (transaction) => {
    await transaction.insertInto('workspace').values(workspace('x')).execute();
    inside = database.readRevision();
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await inside).toBe(before);
  await database.close();
});

test('a database file is for its owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-mode-'));
  const path = join(folder, 'new', 'test.db');
  const database = await openDatabase(`sqlite:${path}`);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o077).toBe(0);
  await database.close();
  rmSync(folder, { recursive: true });
});

test('an address of another kind is refused', async () => {
  await expect(openDatabase('mysql://localhost/x')).rejects.toThrow('sqlite: or postgres://');
});
