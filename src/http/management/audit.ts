/** The audit log. */
import type { AuditStore } from '../../audit/audit-store.ts';
import { GatewayError } from '../../errors.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { Handlers } from './handler.ts';
import { isAllowed, rolesOf } from './permissions.ts';

export function auditHandlers(audit: AuditStore, memberships: MembershipStore): Handlers<'listAuditEvents'> {
  return {
    async listAuditEvents({ person, query }) {
      if (isAllowed('audit.list', [person.role])) return audit.list(query, null);
      const roles = await memberships.rolesOf(person.id);
      const workspaceIds = [...roles].flatMap(([id, role]) =>
        isAllowed('audit.list', rolesOf(person.role, role)) ? [id] : [],
      );
      if (workspaceIds.length === 0) throw new GatewayError('permission_denied');
      return audit.list(query, { workspaceIds });
    },
  };
}
