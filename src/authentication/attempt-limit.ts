/**
 * Counts attempts to sign in, in the database: for all nodes together, and through a restart. After some that failed, every
 * further one makes the next wait longer: by address, and by account wherever the attempts come from.
 */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { GatewayError } from '../errors.ts';
import type { Database } from '../storage/database.ts';

export interface AttemptLimit {
  /** Counts as failed until it is forgiven. @throws GatewayError rate_limit_exceeded, with the time to wait; then it does not count */
  count(attempt: Attempt): Promise<void>;
  /** Takes a success out of the count, and the mistakes of the same person at the same address before it: an office signs in every morning. */
  forgive(attempt: Attempt): Promise<void>;
}

export interface Attempt {
  readonly clientAddress: string;
  readonly account?: string;
}

interface Limit {
  /** Attempts that may fail one after the other. */
  readonly free: number;
  /** Milliseconds to wait after them; doubled with each that fails after that, up to `longest`. */
  readonly first: number;
  readonly longest: number;
  /** Milliseconds after which one is forgotten. */
  readonly forget: number;
}

const MINUTE = 60_000;
const BY_ADDRESS: Limit = { free: 10, first: MINUTE, longest: 60 * MINUTE, forget: 10 * MINUTE };
/** Wide: an account's owner must not be locked out by somebody who guesses. NIST SP 800-63B section 5.2.2 allows 100 in a row. */
const BY_ACCOUNT: Limit = { free: 30, first: MINUTE, longest: 15 * MINUTE, forget: 15 * MINUTE };
/** Remembers how many of the address's count were of one account; does not refuse. */
const BY_PAIR: Limit = { free: 1_000_000, first: MINUTE, longest: MINUTE, forget: 10 * MINUTE };

export function createAttemptLimit(database: Database): AttemptLimit {
  const { query } = database;

  /** @throws GatewayError rate_limit_exceeded */
  const refuseBlocked = async (keys: readonly string[], time: number): Promise<void> => {
    const rows = await query.selectFrom('rate_limit').select('blocked_until').where('key', 'in', keys).execute();
    const until = Math.max(0, ...rows.map((row) => row.blocked_until));
    if (until <= time) return;
    const seconds = Math.max(1, Math.ceil((until - time) / 1000));
    throw new GatewayError('rate_limit_exceeded', { headers: { 'retry-after': String(seconds) } });
  };

  /** One statement, so that of many at the same moment no more get through than one after the other. False when refused. */
  const add = async (key: string, limit: Limit, time: number): Promise<{ readonly count: number } | undefined> =>
    query
      .insertInto('rate_limit')
      .values({ id: Bun.randomUUIDv7(), key, count: 1, last_request: time, blocked_until: 0 })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((column) => {
            const passed = column(
              column.cast<number>(column.val(time), 'bigint'),
              '-',
              column.ref('rate_limit.last_request'),
            );
            const forgotten = column(column.cast<number>(passed, 'bigint'), '/', column.val(limit.forget));
            const left = column('rate_limit.count', '-', forgotten);
            const next = column
              .case()
              .when(left, '>', 0)
              .then(column(left, '+', 1))
              .else(1)
              .end();
            let blocked = column
              .case()
              .when(next, '<', limit.free)
              .then(column.cast<number>(column.val(0), 'bigint'));
            for (const [index, wait] of waits(limit).entries()) {
              const until = column.cast<number>(column.val(time + wait), 'bigint');
              blocked = blocked.when(next, '=', limit.free + index).then(until);
            }
            const longest = column.cast<number>(column.val(time + limit.longest), 'bigint');
            return { count: next, last_request: time, blocked_until: blocked.else(longest).end() };
          })
          .where('rate_limit.blocked_until', '<=', time),
      )
      .returning('count')
      .executeTakeFirst();

  return {
    async count(attempt) {
      const time = Date.now();
      const keys = keysOf(attempt);
      await refuseBlocked([...keys.keys()], time);
      for (const [key, limit] of keys) {
        const row = await add(key, limit, time);
        if (row === undefined) await refuseBlocked([key], time);
        if (row?.count === 1) await sweep(time);
      }
    },
    async forgive(attempt) {
      const keys = [...keysOf(attempt)];
      const pair = keys.find(([, limit]) => limit === BY_PAIR)?.[0] ?? '';
      const row = await query.selectFrom('rate_limit').select('count').where('key', '=', pair).executeTakeFirst();
      const theirs = row?.count ?? 1;
      for (const [key] of keys) {
        await query
          .updateTable('rate_limit')
          .set((column) => ({
            count: column
              .case()
              .when('count', '>', theirs)
              .then(column('count', '-', theirs))
              .else(0)
              .end(),
            blocked_until: 0,
          }))
          .where('key', '=', key)
          .execute();
      }
    },
  };

  async function sweep(time: number): Promise<void> {
    await query
      .deleteFrom('rate_limit')
      .where('last_request', '<', time - KEPT)
      .execute();
  }
}

/** Milliseconds to wait after each attempt from the last free one on, until the longest. */
function waits({ first, longest }: Limit): readonly number[] {
  return Array.from({ length: Math.ceil(Math.log2(longest / first)) }, (_, index) => first * 2 ** index);
}

/** Milliseconds after which nothing of a row would be left. */
const KEPT = 24 * 60 * MINUTE;

function keysOf({ clientAddress, account }: Attempt): ReadonlyMap<string, Limit> {
  const byAddress = network(clientAddress);
  const keys = new Map([[`address:${byAddress}`, BY_ADDRESS]]);
  if (account === undefined) return keys;
  // Hashed: what is typed into the form of a sign-in may be a password.
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return keys.set(`account:${hash(account)}`, BY_ACCOUNT).set(`pair:${hash(`${byAddress} ${account}`)}`, BY_PAIR);
}

/** An IPv6 caller has at least a /64 of addresses (RFC 6177): they count as one. */
function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const groups = [...before, ...new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
