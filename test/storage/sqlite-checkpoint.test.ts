/** The write-ahead log of SQLite is copied by a thread, and by SQLite itself where the thread cannot. */
import { Database as Sqlite } from 'bun:sqlite';
import { afterEach, describe, expect, test } from 'bun:test';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/open-database.ts';
import { createCheckpointer } from '../../src/storage/sqlite-checkpoint.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-checkpoint-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const INSERT = 'insert into audit_uncounted (id) values (?)';
const rows = (count: number): string[][] =>
  Array.from({ length: count }, () => [`${crypto.randomUUID()}${'x'.repeat(300)}`]);

describe('the write-ahead log', () => {
  test('begins anew while somebody is always writing, and everything is in the file at the end', async () => {
    const folder = newFolder();
    const path = join(folder, 'a.db');
    const database = await openDatabase(`sqlite:${path}`);
    let written = 0;
    let longest = 0;
    for (let commit = 0; commit < 3000; commit++) {
      await database.writeBatches([{ sql: INSERT, rows: rows(10) }]);
      written += 10;
      longest = Math.max(longest, statSync(`${path}-wal`).size);
      if (commit % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    // Without a thread, and with SQLite's own limit as the checkpointer sets it, it would be 80 MB and more.
    expect(longest).toBeLessThan(80e6);
    expect(statSync(path).size).toBeGreaterThan(5e6);
    await database.close();
    expect(readdirSync(folder)).toEqual(['a.db']);
    const reopened = new Sqlite(path, { readonly: true });
    expect(reopened.query('select count(*) as count from audit_uncounted').get()).toEqual({ count: written });
    expect(reopened.query('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    reopened.close();
  });

  test('is left to SQLite where the thread fails, and writers that stood back go on', async () => {
    const folder = newFolder();
    const program = join(folder, 'broken.ts');
    writeFileSync(program, "throw new Error('no thread');");
    const handle = new Sqlite(join(folder, 'a.db'), { create: true });
    handle.run('pragma journal_mode = wal');
    const checkpointer = createCheckpointer(join(folder, 'a.db'), handle, program);
    const limit = () => handle.query('pragma wal_autocheckpoint').get();
    expect(limit()).toEqual({ wal_autocheckpoint: 20_000 });
    checkpointer.committed(1500);
    while (JSON.stringify(limit()) !== '{"wal_autocheckpoint":1000}') await Bun.sleep(5);
    expect(checkpointer.pause).toBeUndefined();
    await checkpointer.close();
    handle.close();
  });

  test('writers stand back only while the thread copies what is left of a long log', async () => {
    const folder = newFolder();
    const program = join(folder, 'slow.ts');
    // Says that the log is long, and answers the second time when it is told to.
    writeFileSync(
      program,
      `let asked = 0;
       self.onmessage = async () => {
         if (++asked === 2) while (!require('node:fs').existsSync(${JSON.stringify(join(folder, 'go'))})) await Bun.sleep(5);
         self.postMessage({ frames: 5000 });
       };`,
    );
    const handle = new Sqlite(join(folder, 'a.db'), { create: true });
    handle.run('pragma journal_mode = wal');
    const checkpointer = createCheckpointer(join(folder, 'a.db'), handle, program);
    checkpointer.committed(1500);
    expect(checkpointer.pause).toBeUndefined();
    while (checkpointer.pause === undefined) await Bun.sleep(5);
    let gone = false;
    const waiting = checkpointer.pause.then(() => {
      gone = true;
    });
    await Bun.sleep(20);
    expect(gone).toBe(false);
    writeFileSync(join(folder, 'go'), '');
    await waiting;
    expect(checkpointer.pause).toBeUndefined();
    await checkpointer.close();
    handle.close();
  });
});
