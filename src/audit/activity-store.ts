/** Who changed what, and when. Names of fields, never what was in them. */
import type { ActivityPage, ActivityQuery, ActivityView } from '../contract/activity.ts';
import type { Database } from '../storage/database.ts';
import type { ActivityTable } from '../storage/tables.ts';
import { timeOf } from './audit-sums.ts';

export interface Activity {
  /** Null for the gateway itself. */
  readonly actor?: { readonly id: string; readonly email: string } | null;
  readonly clientAddress?: string | null;
  readonly action: string;
  readonly objects: Readonly<Record<string, string>>;
  readonly fields?: readonly string[];
  readonly requestId?: string | null;
}

export interface ActivityStore {
  record(activity: Activity): Promise<void>;
  /** Newest first. */
  list(query: ActivityQuery): Promise<ActivityPage>;
}

/** UTF-16 units of one text, and how many of them: callers choose paths and the names of fields. */
const MAX_TEXT = 200;
const MAX_TEXTS = 50;

export function createActivityStore({ query }: Database): ActivityStore {
  return {
    async record({ actor = null, clientAddress = null, action, objects, fields = [], requestId = null }) {
      const row: ActivityTable = {
        id: Bun.randomUUIDv7(),
        actor_id: actor?.id ?? null,
        actor_email: actor?.email ?? null,
        client_address: clientAddress,
        action,
        objects: JSON.stringify(
          Object.fromEntries(Object.entries(objects).map(([name, text]) => [clean(name), clean(text)])),
        ),
        fields: JSON.stringify(fields.slice(0, MAX_TEXTS).map(clean)),
        request_id: requestId,
      };
      await query.insertInto('activity').values(row).execute();
    },
    async list({ actor, action, before, limit }) {
      let select = query.selectFrom('activity').selectAll();
      if (actor !== undefined) select = select.where('actor_email', '=', actor.toLowerCase());
      if (action !== undefined) select = select.where('action', '=', action);
      if (before !== undefined) select = select.where('id', '<', before);
      const rows = await select
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const data = rows.slice(0, limit).map(toView);
      return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
    },
  };
}

function clean(text: string): string {
  return text.slice(0, MAX_TEXT).replaceAll('\0', '');
}

function toView(row: ActivityTable): ActivityView {
  return {
    id: row.id,
    at: new Date(timeOf(row.id)).toISOString(),
    actorId: row.actor_id,
    actorEmail: row.actor_email,
    clientAddress: row.client_address,
    action: row.action,
    objects: JSON.parse(row.objects) as Record<string, string>,
    fields: JSON.parse(row.fields) as string[],
    requestId: row.request_id,
  };
}
