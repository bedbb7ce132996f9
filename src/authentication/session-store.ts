/** Open sessions, as better-auth keeps them, and what we note beside: how one was opened, and when it was last used. */
import type { SessionMethod, SessionView } from '../contract/session.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';
import type { SessionTable } from '../storage/tables.ts';
import { deviceName } from './device-name.ts';

export interface SessionStore {
  /** Newest first, without those that have expired. @param currentId the session that asks */
  list(userId: string, currentId: string): Promise<SessionView[]>;
  /** False when there is none, or it is another user's. */
  end(userId: string, id: string): Promise<boolean>;
  /** @returns how many were ended @param keepId one that goes on */
  endAll(userId: string, keepId?: string): Promise<number>;
  /** How the session was opened; notes that it is in use. */
  use(id: string): Promise<SessionMethod>;
  /** Notes that a session came by single sign-on. */
  markOpenId(id: string): Promise<void>;
}

/** Seconds between two notes of one session being used. */
const NOTE_EVERY = 60;

export function createSessionStore(database: Database): SessionStore {
  const { query } = database;
  return {
    async list(userId, currentId) {
      const rows = await query
        .selectFrom('session')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '>', new Date().toISOString())
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map((row) => toView(row, currentId));
    },
    async end(userId, id) {
      const { numDeletedRows } = await query
        .deleteFrom('session')
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async endAll(userId, keepId = '') {
      const { numDeletedRows } = await query
        .deleteFrom('session')
        .where('user_id', '=', userId)
        .where('id', '!=', keepId)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async use(id) {
      const row = await query
        .selectFrom('session')
        .select(['method', 'last_seen_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      const time = now();
      if (row !== undefined && (row.last_seen_at ?? 0) <= time - NOTE_EVERY) {
        await query.updateTable('session').set({ last_seen_at: time }).where('id', '=', id).execute();
      }
      return methodOf(row?.method);
    },
    async markOpenId(id) {
      await query.updateTable('session').set({ method: 'openid' }).where('id', '=', id).execute();
    },
  };
}

type Row = Omit<SessionTable, 'method' | 'last_seen_at'> & {
  readonly method: string;
  readonly last_seen_at: number | null;
};

function toView(row: Row, currentId: string): SessionView {
  return {
    id: row.id,
    current: row.id === currentId,
    signedInBy: methodOf(row.method),
    device: deviceName(row.user_agent),
    clientAddress: row.ip_address === null || row.ip_address === '' ? null : row.ip_address,
    createdAt: new Date(row.created_at).toISOString(),
    lastSeenAt: row.last_seen_at === null ? null : fromSeconds(row.last_seen_at),
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}

function methodOf(text: string | undefined): SessionMethod {
  return text === 'openid' ? 'openid' : 'password';
}
