/** Who is calling, as far as the request path needs to know. */
import type { OrganizationRole } from '../contract/user.ts';
import type { Limits } from '../contract/workspace.ts';

export interface Principal {
  readonly userId: string;
  readonly email: string;
  /** Null for a person who is signed in to the dashboard. */
  readonly keyId: string | null;
  readonly keyName: string | null;
  readonly organizationRole: OrganizationRole;
  /** Ids of the workspaces the key may use; null for all its user belongs to. */
  readonly scope: readonly string[] | null;
  readonly limits: Limits | null;
  /** The configuration's revision this was read at: later stages need no query of their own. */
  readonly revision: number;
}
