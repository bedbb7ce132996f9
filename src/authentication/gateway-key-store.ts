/** Gateway keys in the database. */
import type { GatewayKeyInput, GatewayKeyView } from '../contract/gateway-key.ts';
import { limitsSchema } from '../contract/workspace.ts';
import { fromSeconds, now, toSeconds } from '../platform/clock.ts';
import type { MasterKey } from '../platform/crypto.ts';
import type { Database } from '../storage/database.ts';
import { createSecretHasher, generateGatewayKey } from './gateway-key.ts';

export interface GatewayKeyStore {
  /** @returns the key in plain text, once, and what is kept of it */
  create(userId: string, input: GatewayKeyInput): Promise<{ key: string; view: GatewayKeyView }>;
  /** Newest first. */
  list(userId: string): Promise<GatewayKeyView[]>;
  /** Undefined when there is none, or it is another user's. */
  get(userId: string, id: string): Promise<GatewayKeyView | undefined>;
  /** Holds from the next request on, on every node. False when there is none, or it is another user's. */
  revoke(userId: string, id: string): Promise<boolean>;
}

export function createGatewayKeyStore(database: Database, masterKey: MasterKey): GatewayKeyStore {
  const hash = createSecretHasher(masterKey);
  const select = (userId: string) =>
    database.query
      .selectFrom('gateway_key')
      .leftJoin('gateway_key_usage', 'gateway_key_usage.key_id', 'gateway_key.id')
      .selectAll('gateway_key')
      .select(['gateway_key_usage.request_count', 'gateway_key_usage.last_used_at'])
      .where('gateway_key.user_id', '=', userId);
  const get = async (userId: string, id: string): Promise<GatewayKeyView | undefined> => {
    const row = await select(userId).where('gateway_key.id', '=', id).executeTakeFirst();
    return row && toView(row);
  };
  return {
    get,
    async create(userId, input) {
      const { id, secret, key, hint } = generateGatewayKey();
      await database.query
        .insertInto('gateway_key')
        .values({
          id,
          user_id: userId,
          name: input.name,
          secret_hash: hash({ id, secret }).toString('hex'),
          hint,
          created_at: now(),
          expires_at: input.expiresAt === null ? null : toSeconds(input.expiresAt),
          revoked_at: null,
          scope: toJson(input.workspaces),
          address_ranges: toJson(input.addressRanges),
          limits: toJson(input.limits),
        })
        .execute();
      const view = await get(userId, id);
      if (view === undefined) throw new Error('the key was deleted while it was made');
      return { key, view };
    },
    async list(userId) {
      const rows = await select(userId).orderBy('gateway_key.created_at', 'desc').orderBy('gateway_key.id').execute();
      return rows.map(toView);
    },
    async revoke(userId, id) {
      const { numUpdatedRows } = await database.query
        .updateTable('gateway_key')
        .set((column) => ({ revoked_at: column.fn.coalesce('revoked_at', column.val(now())) }))
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly user_id: string;
  readonly hint: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly revoked_at: number | null;
  readonly scope: string | null;
  readonly address_ranges: string | null;
  readonly limits: string | null;
  readonly request_count: number | null;
  readonly last_used_at: number | null;
}

function toView(row: Row): GatewayKeyView {
  return {
    id: row.id,
    name: row.name,
    userId: row.user_id,
    hint: row.hint,
    createdAt: fromSeconds(row.created_at),
    expiresAt: row.expires_at === null ? null : fromSeconds(row.expires_at),
    revokedAt: row.revoked_at === null ? null : fromSeconds(row.revoked_at),
    lastUsedAt: row.last_used_at === null ? null : fromSeconds(row.last_used_at),
    requestCount: row.request_count ?? 0,
    workspaces: row.scope === null ? null : (JSON.parse(row.scope) as string[]),
    addressRanges: row.address_ranges === null ? null : (JSON.parse(row.address_ranges) as string[]),
    limits: row.limits === null ? null : limitsSchema.parse(JSON.parse(row.limits)),
  };
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
