/** Runs a suite on every database the product supports. */
import { afterAll, beforeAll, describe } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { postgresMissing, testPostgres } from './postgres.ts';

export interface TestDatabase {
  /** Its address, for a second node. */
  readonly url: string;
  readonly database: Database;
}

/** @param suite gets a function, because the database is opened when the first test runs */
export function onEveryDatabase(name: string, suite: (get: () => TestDatabase) => void): void {
  describe(`${name} on SQLite`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'onefirewall-sqlite-'));
    suite(
      opened(
        async () => `sqlite:${join(folder, 'test.db')}`,
        () => rmSync(folder, { recursive: true, force: true }),
      ),
    );
  });
  if (postgresMissing !== undefined) {
    console.warn(`skipped: ${name} on Postgres (${postgresMissing})`);
    describe.skip(`${name} on Postgres (${postgresMissing})`, () => {
      suite(
        opened(
          async () => '',
          () => {},
        ),
      );
    });
    return;
  }
  describe(`${name} on Postgres`, () => {
    suite(
      opened(
        async () => (await testPostgres()).createDatabase(),
        () => {},
      ),
    );
  });
}

function opened(address: () => Promise<string>, after: () => void): () => TestDatabase {
  let current: TestDatabase | undefined;
  beforeAll(async () => {
    const url = await address();
    current = { url, database: await openDatabase(url) };
  });
  afterAll(async () => {
    await current?.database.close();
    after();
  });
  return () => {
    if (current === undefined) throw new Error('the database is not open yet');
    return current;
  };
}
