/** Counts attempts to sign in, in the database: for all nodes together, and through a restart. */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { GatewayError } from '../errors.ts';
import type { Database } from '../storage/database.ts';

export interface AttemptLimit {
  /** @throws GatewayError rate_limit_exceeded, with the time until the window ends */
  count(attempt: Attempt): Promise<void>;
  /** Takes an attempt that succeeded out of the count: an office behind one address signs in every morning. */
  forgive(attempt: Attempt): Promise<void>;
}

interface Attempt {
  readonly clientAddress: string;
  readonly account?: string;
}

/** Attempts and milliseconds. An account's limit is wide: its owner must not be locked out by somebody who guesses. */
const BY_ADDRESS = { attempts: 10, window: 60_000 };
const BY_ACCOUNT = { attempts: 50, window: 15 * 60_000 };

export function createAttemptLimit(database: Database): AttemptLimit {
  const count = async (key: string, { attempts, window }: typeof BY_ADDRESS): Promise<void> => {
    const time = Date.now();
    const row = await database.query
      .insertInto('rate_limit')
      .values({ id: Bun.randomUUIDv7(), key, count: 1, last_request: time })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((column) => {
          const over = column('rate_limit.last_request', '<=', time - window);
          return {
            count: column
              .case()
              .when(over)
              .then(1)
              .else(column('rate_limit.count', '+', 1))
              .end(),
            last_request: column.case().when(over).then(time).else(column.ref('rate_limit.last_request')).end(),
          };
        }),
      )
      .returning(['count', 'last_request'])
      .executeTakeFirstOrThrow();
    if (row.count === 1)
      await database.query
        .deleteFrom('rate_limit')
        .where('last_request', '<', time - LONGEST)
        .execute();
    if (row.count <= attempts) return;
    const seconds = Math.max(1, Math.ceil((row.last_request + window - time) / 1000));
    throw new GatewayError('rate_limit_exceeded', { headers: { 'retry-after': String(seconds) } });
  };
  return {
    async count(attempt) {
      const [byAddress, byAccount] = keysOf(attempt);
      await count(byAddress, BY_ADDRESS);
      if (byAccount !== undefined) await count(byAccount, BY_ACCOUNT);
    },
    async forgive(attempt) {
      await database.query
        .updateTable('rate_limit')
        .set((column) => ({ count: column('count', '-', 1) }))
        .where('key', 'in', keysOf(attempt))
        .where('count', '>', 0)
        .execute();
    },
  };
}

function keysOf({ clientAddress, account }: Attempt): [string, ...string[]] {
  const byAddress = `address:${network(clientAddress)}`;
  // Hashed: what is typed into the form of a sign-in may be a password.
  return account === undefined
    ? [byAddress]
    : [byAddress, `account:${createHash('sha256').update(account).digest('hex')}`];
}

const LONGEST = Math.max(BY_ADDRESS.window, BY_ACCOUNT.window);

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
