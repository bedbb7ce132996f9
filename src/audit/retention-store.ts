/** Takes events off the record once they are older than the organization keeps them, a few at a time. */
import type { Database } from '../storage/database.ts';
import { firstIdOf, HALF_HOUR, MINUTES_KEPT, timeOf } from './audit-sums.ts';
import { scopesFrom } from './audit-sums-store.ts';

export interface RetentionStore {
  /** When the oldest event on record arrived, in epoch milliseconds; undefined where there is none. */
  oldest(): Promise<number | undefined>;
  /** True for one node each time, and not before `every` milliseconds have passed since the last. */
  takeTurn(every: number): Promise<boolean>;
  /** Events that arrived before, already counted ones only. @returns how many; less than `AT_ONCE` when that was the last of them */
  deleteEvents(before: number): Promise<number>;
  /** Sums that nobody reads any more: of minutes after two days, and of persons before `before`. */
  deleteSums(before: number | undefined): Promise<void>;
}

/** Rows in one statement: SQLite works in our own thread, which requests wait for. */
export const AT_ONCE = 200;

/** @param now epoch milliseconds */
export function createRetentionStore(database: Database, now: () => number = Date.now): RetentionStore {
  const { query } = database;
  return {
    async oldest() {
      const row = await query.selectFrom('audit_event').select('id').orderBy('id').limit(1).executeTakeFirst();
      return row && timeOf(row.id);
    },
    async takeTurn(every) {
      const { numUpdatedRows } = await query
        .updateTable('audit_progress')
        .set({ retention_ran_at: now() })
        .where('id', '=', 1)
        .where('retention_ran_at', '<=', now() - every)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async deleteEvents(before) {
      const { counted_to: counted } = await query
        .selectFrom('audit_progress')
        .select('counted_to')
        .where('id', '=', 1)
        .executeTakeFirstOrThrow();
      const end = firstIdOf(before);
      const rows = await query
        .selectFrom('audit_event')
        .select('id')
        .where('id', '<', end)
        .where('id', '<', counted)
        .where('id', 'not in', query.selectFrom('audit_uncounted').select('audit_uncounted.id'))
        .orderBy('id')
        .limit(AT_ONCE)
        .execute();
      if (rows.length === 0) return 0;
      const ids = rows.map(({ id }) => id);
      const { numDeletedRows } = await query.deleteFrom('audit_event').where('id', 'in', ids).executeTakeFirst();
      return Number(numDeletedRows);
    },
    async deleteSums(before) {
      const minutes = Math.floor(now() / 1000) - MINUTES_KEPT;
      const drop = async (scope: string, span: number, end: number): Promise<void> => {
        await query
          .deleteFrom('audit_sum')
          .where('scope', '=', scope)
          .where('span', '=', span)
          .where('start', '<', end)
          .execute();
        await nextTurn();
      };
      await drop('all', 60, minutes);
      for await (const scope of scopesFrom(database, 'w:')) await drop(scope, 60, minutes);
      if (before === undefined) return;
      for await (const scope of scopesFrom(database, 'u:')) await drop(scope, HALF_HOUR, Math.floor(before / 1000));
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
