/** Brings the schema up to date. Safe with several nodes starting at once: one migrates, the others wait and find it done. */
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { createInitialMigration } from './migrations/0001-initial.ts';
import { answersAndCosts } from './migrations/0002-answers-and-costs.ts';
import { signIn } from './migrations/0003-sign-in.ts';
import { createCountingMigration } from './migrations/0004-counting-and-activity.ts';

/** Imported by name, not found by folder, so that the compiled executable holds them. The order is the alphabet's. */
function migrationsFor(dialect: Database['dialect']): Record<string, Migration> {
  return {
    '0001-initial': createInitialMigration(dialect),
    '0002-answers-and-costs': answersAndCosts,
    '0003-sign-in': signIn,
    '0004-counting-and-activity': createCountingMigration(dialect),
  };
}

/** @returns the names of the migrations that ran now. */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.query,
    provider: { getMigrations: async () => migrationsFor(database.dialect) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
