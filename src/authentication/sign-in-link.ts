/** One-time links: how a person gets in without a password, to choose one. Kept as hashes, good for days, used once. */
import { createHash, randomBytes } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';

export interface SignInLinks {
  /**
   * Replaces the user's earlier links.
   * @param userId null for the link that makes the first owner
   */
  create(userId: string | null, terms?: LinkTerms): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Takes a user's links back. */
  revoke(userId: string): Promise<void>;
  /** Who a link is for, while it is good. @throws GatewayError not_found */
  read(token: string): Promise<LinkHolder>;
  /** Uses the link up. Of two who try at once, one succeeds. @throws GatewayError not_found */
  consume(token: string): Promise<LinkHolder>;
}

/** `userId` is null for the link that makes the first owner. */
export interface LinkHolder {
  readonly userId: string | null;
}

export interface LinkTerms {
  /** Id of who makes it. */
  readonly createdBy?: string;
  /** Days it is good for; one where nothing is said. */
  readonly days?: number;
}

/** Seconds. */
const DAY = 24 * 60 * 60;

export function createSignInLinks(database: Database): SignInLinks {
  return {
    async create(userId, { createdBy, days = 1 } = {}) {
      const token = randomBytes(32).toString('base64url');
      const time = now();
      const expiresAt = time + days * DAY;
      await database.exclusively('sign-in-link', async ({ query }) => {
        await query
          .deleteFrom('sign_in_link')
          .where('user_id', userId === null ? 'is' : '=', userId)
          .execute();
        await query.deleteFrom('sign_in_link').where('expires_at', '<', time).execute();
        await query
          .insertInto('sign_in_link')
          .values({
            id: Bun.randomUUIDv7(),
            token_hash: hash(token),
            user_id: userId,
            created_at: time,
            expires_at: expiresAt,
            used_at: null,
            created_by: createdBy ?? null,
          })
          .execute();
      });
      return { token, expiresAt: fromSeconds(expiresAt) };
    },
    async revoke(userId) {
      await database.query.deleteFrom('sign_in_link').where('user_id', '=', userId).execute();
    },
    async read(token) {
      const row = await database.query
        .selectFrom('sign_in_link')
        .select('user_id')
        .where('token_hash', '=', hash(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return holder(row);
    },
    async consume(token) {
      const row = await database.query
        .updateTable('sign_in_link')
        .set({ used_at: now() })
        .where('token_hash', '=', hash(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .returning('user_id')
        .executeTakeFirst();
      return holder(row);
    },
  };
}

function holder(row: { readonly user_id: string | null } | undefined): LinkHolder {
  if (row === undefined) throw new GatewayError('not_found', { message: 'This link is used up, expired or mistyped.' });
  return { userId: row.user_id };
}

/** 256 random bits need no salt and no key: there is nothing to guess. */
function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
