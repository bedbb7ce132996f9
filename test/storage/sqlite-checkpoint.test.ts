/** The write-ahead log of SQLite is copied by a thread, and by SQLite itself where the thread cannot. */
import { Database as Sqlite } from 'bun:sqlite';
import { afterEach, describe, expect, test } from 'bun:test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/open-database.ts';
import { createCheckpointer } from '../../src/storage/sqlite-checkpoint.ts';
import { waitUntil } from '../support/wait-until.ts';

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
    const log = `${path}-wal`;
    /** How often the log has begun anew: the header's checkpoint sequence number (sqlite.org/fileformat2.html#walformat). */
    const begunAnew = (): number => (statSync(log).size < 32 ? 0 : readFileSync(log).readUInt32BE(12));
    const before = begunAnew();
    let written = 0;
    let times = 0;
    // At a rate at which the thread has seconds for its work: a writer without a pause would race with it.
    for (let commit = 0; times < 3 && commit < 20_000; commit++) {
      await database.writeBatches([{ sql: INSERT, rows: rows(10) }]);
      written += 10;
      // Without a thread it would be as long as SQLite lets it become, as the checkpointer has told it: 82 MB.
      expect(statSync(log).size).toBeLessThan(80e6);
      await Bun.sleep(2);
      if (commit % 100 === 0) times = begunAnew() - before;
    }
    expect(times).toBeGreaterThanOrEqual(3);
    expect(statSync(path).size).toBeGreaterThan(1e6);
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
    await waitUntil("it is SQLite's again", () => JSON.stringify(limit()) === '{"wal_autocheckpoint":1000}');
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
    await waitUntil('writers stand back', () => checkpointer.pause !== undefined);
    let gone = false;
    const waiting = checkpointer.pause?.then(() => {
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
