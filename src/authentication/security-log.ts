/** What happened to accounts, kept for whoever must prove it. Not the audit log: that one is of requests. */
import type { SecurityEventKind, SecurityEventPage, SecurityEventView } from '../contract/security-event.ts';
import type { Database } from '../storage/database.ts';
import type { SecurityEventTable } from '../storage/tables.ts';
import type { Caller } from './caller.ts';
import { deviceName } from './device-name.ts';

export interface SecurityLog {
  record(event: SecurityEvent): Promise<void>;
  /** Newest first. @param of only what happened to this user */
  list(page: { readonly limit: number; readonly before?: string | undefined }, of?: string): Promise<SecurityEventPage>;
}

export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  /** Whose account; undefined where the address that was typed is nobody's, and is not kept: it may be a password. */
  readonly user?: Person | undefined;
  /** Who did it, where it was not the person. */
  readonly actor?: Person | undefined;
  readonly caller: Caller;
  /** Never a password, a code or a key. */
  readonly detail?: string | undefined;
}

interface Person {
  readonly id: string;
  readonly email: string;
}

/** Milliseconds: 400 days, so that a year can be looked back on. */
const KEPT = 400 * 24 * 60 * 60 * 1000;
/** One in so many records sweeps out what is older. */
const SWEEP_EVERY = 100;

export function createSecurityLog(database: Database): SecurityLog {
  let recorded = 0;
  return {
    async record({ kind, user, actor, caller, detail }) {
      const at = Date.now();
      await database.query
        .insertInto('security_event')
        .values({
          id: Bun.randomUUIDv7(),
          at,
          kind,
          user_id: user?.id ?? null,
          user_email: user?.email ?? null,
          actor_id: actor?.id ?? null,
          actor_email: actor?.email ?? null,
          client_address: caller.clientAddress,
          user_agent: caller.userAgent?.slice(0, 300) ?? null,
          detail: detail?.slice(0, 500) ?? null,
        })
        .execute();
      if (recorded++ % SWEEP_EVERY === 0) {
        await database.query
          .deleteFrom('security_event')
          .where('at', '<', at - KEPT)
          .execute();
      }
    },
    async list({ limit, before }, of) {
      let query = database.query
        .selectFrom('security_event')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (before !== undefined) query = query.where('id', '<', before);
      if (of !== undefined) query = query.where('user_id', '=', of);
      const rows = await query.execute();
      const data = rows.slice(0, limit).map(toView);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },
  };
}

function toView(row: SecurityEventTable): SecurityEventView {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    kind: row.kind as SecurityEventKind,
    userEmail: row.user_email,
    actorEmail: row.actor_email,
    clientAddress: row.client_address,
    device: deviceName(row.user_agent),
    detail: row.detail,
  };
}
