import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * @param url `sqlite:./path`, `sqlite::memory:` or `postgres://user:password@host/database`
 * @throws when the database cannot be opened or a migration fails
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) return migrated(openSqlite(url.slice('sqlite:'.length)));
  if (url.startsWith('postgres://') || url.startsWith('postgresql://')) {
    const patient = await migrated(openPostgres(url, { statementTimeout: 0 }));
    await patient.close();
    return openPostgres(url);
  }
  throw new Error('the database url must start with sqlite: or postgres://');
}

async function migrated(database: Database): Promise<Database> {
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
