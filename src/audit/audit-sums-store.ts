/** The sums in the database. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import { addSum, NUMBERS, type PlacedSum, type Sum, type SumCounts, type SumNumbers } from './audit-sums.ts';

export interface SumRange {
  readonly scope: string;
  readonly span: number;
  /** Epoch seconds. */
  readonly from: number;
  readonly to: number;
  readonly limit?: number;
}

/** Oldest first. */
export async function readSums(
  { query }: Database,
  { scope, span, from, to, limit = 1 }: SumRange,
): Promise<{ readonly start: number; readonly sum: Sum }[]> {
  const rows = await query
    .selectFrom('audit_sum')
    .select(['start', 'counts', ...NUMBERS])
    .where('scope', '=', scope)
    .where('span', '=', span)
    .where('start', '>=', from)
    .where('start', '<', to)
    .orderBy('start')
    .limit(limit)
    .execute();
  return rows.map(({ start, counts, ...numbers }) => ({
    start,
    sum: { ...numbers, counts: JSON.parse(counts) as SumCounts },
  }));
}

/** The numbers of a whole range, added up where they are. */
export async function addUp({ query }: Database, { scope, span, from, to }: SumRange): Promise<SumNumbers> {
  const total = (name: (typeof NUMBERS)[number]) => sql<number>`cast(coalesce(sum(${sql.ref(name)}), 0) as bigint)`;
  return (await query
    .selectFrom('audit_sum')
    .select(NUMBERS.map((name) => total(name).as(name)))
    .where('scope', '=', scope)
    .where('span', '=', span)
    .where('start', '>=', from)
    .where('start', '<', to)
    .executeTakeFirstOrThrow()) as SumNumbers;
}

/** The first scope after the given one that begins with the prefix. */
export async function nextScope({ query }: Database, prefix: string, after: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('audit_sum')
    .select('scope')
    .where('scope', '>', after)
    .where('scope', '>=', prefix)
    .orderBy('scope')
    .limit(1)
    .executeTakeFirst();
  return row?.scope.startsWith(prefix) === true ? row.scope : undefined;
}

/** Adds what stands there already. */
export async function mergeKnown({ query }: Database, sums: readonly PlacedSum[]): Promise<void> {
  const places = new Map(sums.map((placed) => [placeOf(placed), placed.sum]));
  for (let first = 0; first < sums.length; first += MERGED_AT_ONCE) {
    const known = await query
      .selectFrom('audit_sum')
      .select(['scope', 'span', 'start', 'counts', ...NUMBERS])
      .where((column) =>
        column.or(
          sums.slice(first, first + MERGED_AT_ONCE).map(({ scope, span, start }) => column.and({ scope, span, start })),
        ),
      )
      .execute();
    for (const { scope, span, start, counts, ...numbers } of known) {
      const sum = places.get(placeOf({ scope, span, start }));
      if (sum !== undefined) addSum(sum, { ...numbers, counts: JSON.parse(counts) as SumCounts });
    }
  }
}

const placeOf = ({ scope, span, start }: Omit<PlacedSum, 'sum'>): string => `${span} ${start} ${scope}`;

const MERGED_AT_ONCE = 50;

/** Rows in one statement: SQLite takes 32,766 parameters (sqlite.org/limits.html). */
const WRITTEN_AT_ONCE = 100;

/** Replaces what stands there. */
export async function writeSums(query: Kysely<Tables>, sums: readonly PlacedSum[]): Promise<void> {
  for (let first = 0; first < sums.length; first += WRITTEN_AT_ONCE) {
    const rows = sums
      .slice(first, first + WRITTEN_AT_ONCE)
      .map(({ scope, span, start, sum: { counts, ...numbers } }) => ({
        scope,
        span,
        start,
        ...numbers,
        counts: JSON.stringify(counts),
      }));
    await query
      .insertInto('audit_sum')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['scope', 'span', 'start']).doUpdateSet(REPLACED))
      .execute();
  }
}

const REPLACED = {
  ...(Object.fromEntries(NUMBERS.map((name) => [name, sql.ref(`excluded.${name}`)])) as Record<
    (typeof NUMBERS)[number],
    RawBuilder<number>
  >),
  counts: sql.ref<string>('excluded.counts'),
};
