/** People who were asked in and have not come yet: an account that nobody has signed in to, and a link to it. */
import type { InvitationView } from '../contract/invitation.ts';
import { fromSeconds, now } from '../platform/clock.ts';
import type { Database } from '../storage/database.ts';

export interface Invitations {
  /** Newest first. */
  list(): Promise<InvitationView[]>;
  /** Undefined for somebody who has been in already. */
  get(userId: string): Promise<InvitationView | undefined>;
}

export function createInvitations(database: Database): Invitations {
  const select = () =>
    database.query
      .selectFrom('user')
      .leftJoin('sign_in_link', (join) =>
        join.onRef('sign_in_link.user_id', '=', 'user.id').on('sign_in_link.used_at', 'is', null),
      )
      .leftJoin('user as inviter', 'inviter.id', 'sign_in_link.created_by')
      .select([
        'user.id',
        'user.email',
        'user.name',
        'user.role',
        'user.managed_by',
        'user.created_at',
        'sign_in_link.expires_at',
        'inviter.email as invited_by',
      ])
      // Neither a password nor an account at an issuer, and nobody's keys hang on it: the demo's user is no invitation.
      .where((column) =>
        column.not(
          column.exists(column.selectFrom('account').select('account.id').whereRef('account.user_id', '=', 'user.id')),
        ),
      )
      .where('user.email', 'not like', `%${INTERNAL}`);
  return {
    async list() {
      const rows = await select().orderBy('user.created_at', 'desc').orderBy('user.id').execute();
      return rows.map(toView);
    },
    async get(userId) {
      const row = await select().where('user.id', '=', userId).executeTakeFirst();
      return row && toView(row);
    },
  };
}

/** The domain of users that no person stands behind (first-start.ts): `.internal` is nobody's on the internet (ICANN, 2024). */
const INTERNAL = '@onefirewall.internal';

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: InvitationView['role'];
  readonly managed_by: 'file' | null;
  readonly created_at: string;
  readonly expires_at: number | null;
  readonly invited_by: string | null;
}

function toView(row: Row): InvitationView {
  return {
    userId: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at === null ? null : fromSeconds(row.expires_at),
    expired: row.expires_at === null || row.expires_at <= now(),
    managedBy: row.managed_by,
  };
}
