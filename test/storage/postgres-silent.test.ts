import { expect, test } from 'bun:test';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { postgresMissing, testPostgres } from '../support/postgres.ts';
import { waitUntil } from '../support/wait-until.ts';

test.skipIf(postgresMissing !== undefined)(
  'a database that takes a question and says nothing counts as away, until it answers again',
  async () => {
    const url = await (await testPostgres()).createDatabase();
    await (await openDatabase(url)).close();
    const [database, other] = [openPostgres(url, { answerTimeout: 100 }), new Bun.SQL(url, { max: 1 })];
    const release = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holding = other.begin(async (inside) => {
      await inside.unsafe('lock table revision in access exclusive mode');
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    await expect(Promise.resolve(database.readRevision())).rejects.toThrow('does not answer');
    release.resolve();
    await holding;
    const answers = async () => typeof (await database.readRevision()) === 'number';
    await waitUntil('it answers again', () => answers().catch(() => false));
    await other.close();
    await database.close();
  },
);
