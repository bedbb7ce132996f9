/** The sums in the database. */
import { sql } from 'kysely';
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

/** Every scope that begins with the prefix: the next one is looked up in the key, whatever lies between. */
export async function* scopesFrom(database: Database, prefix: string): AsyncGenerator<string> {
  for (let scope = await scopeAt(database, '>=', prefix); scope?.startsWith(prefix); ) {
    yield scope;
    scope = await scopeAt(database, '>', scope);
  }
}

async function scopeAt({ query }: Database, is: '>' | '>=', bound: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('audit_sum')
    .select('scope')
    .where('scope', is, bound)
    .orderBy('scope')
    .limit(1)
    .executeTakeFirst();
  return row?.scope;
}

/**
 * Adds what stands there already. Many keys travel as one JSON text: a statement that lists them would be another one each time, and
 * preparing it would cost more than running it.
 */
export async function mergeKnown({ query, dialect }: Database, sums: readonly PlacedSum[]): Promise<void> {
  const places = new Map(sums.map((placed) => [placeOf(placed), placed.sum]));
  const keys = JSON.stringify(sums.map(({ scope, span, start }) => [scope, span, start]));
  const { rows } = await sql<SumRow>`
    select known.* from ${elementsOf(keys, dialect)} join audit_sum as known
    on known.scope = element.value ->> 0
    and known.span = cast(element.value ->> 1 as integer)
    and known.start = cast(element.value ->> 2 as bigint)`.execute(query);
  for (const { scope, span, start, counts, ...numbers } of rows) {
    const sum = places.get(placeOf({ scope, span, start }));
    if (sum !== undefined) addSum(sum, { ...numbers, counts: JSON.parse(counts) as SumCounts });
  }
}

type SumRow = Tables['audit_sum'];

const placeOf = ({ scope, span, start }: Omit<PlacedSum, 'sum'>): string => `${span} ${start} ${scope}`;

/** Replaces what stands there. */
export async function writeSums({ query, dialect }: Database, sums: readonly PlacedSum[]): Promise<void> {
  const rows = JSON.stringify(
    sums.map(({ scope, span, start, sum: { counts, ...numbers } }) => [
      scope,
      span,
      start,
      ...NUMBERS.map((name) => numbers[name]),
      JSON.stringify(counts),
    ]),
  );
  const numbers = sql.join(NUMBERS.map((name) => sql.ref(name)));
  const values = sql.join(NUMBERS.map((_, index) => sql`cast(element.value ->> ${sql.lit(index + 3)} as bigint)`));
  const replaced = sql.join(
    [...NUMBERS, 'counts'].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await sql`
    insert into audit_sum (scope, span, start, ${numbers}, counts)
    select element.value ->> 0, cast(element.value ->> 1 as integer), cast(element.value ->> 2 as bigint),
      ${values}, element.value ->> ${sql.lit(NUMBERS.length + 3)}
    from ${elementsOf(rows, dialect)} where true
    on conflict (scope, span, start) do update set ${replaced}`.execute(query);
}

/** The elements of a JSON list as rows with a column `value`. */
function elementsOf(list: string, dialect: Database['dialect']) {
  return dialect === 'sqlite'
    ? sql`json_each(${list}) as element`
    : sql`json_array_elements(cast(cast(${list} as text) as json)) as element (value)`;
}
