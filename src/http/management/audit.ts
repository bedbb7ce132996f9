/** The audit log: pages of it, one event, and all of it as a file. */
import { EXPORT_FORMATS, type ExportFormat } from '../../audit/audit-export.ts';
import type { AuditSearch, AuditVisibility } from '../../audit/audit-search.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import type { AuditEventView, AuditFilters } from '../../contract/audit.ts';
import type { UserView } from '../../contract/user.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { found, type Handlers } from './handler.ts';
import { isAllowed, rolesOf } from './permissions.ts';

export interface AuditDependencies {
  readonly audit: AuditStore;
  readonly memberships: MembershipStore;
  readonly workspaces: WorkspaceStore;
}

export function auditHandlers({
  audit,
  memberships,
  workspaces,
}: AuditDependencies): Handlers<'listAuditEvents' | 'getAuditEvent' | 'exportAuditEvents'> {
  const searchOf = async ({ workspace, ...rest }: AuditFilters): Promise<AuditSearch> => {
    if (workspace === undefined) return rest;
    const known = await workspaces.get(workspace);
    return known === undefined ? { ...rest, workspaceName: workspace } : { ...rest, workspaceId: known.id };
  };
  return {
    async listAuditEvents({ person, query: { before, after, limit, ...filters } }) {
      const [search, visibility] = await Promise.all([searchOf(filters), visibilityOf(person, memberships)]);
      return audit.list(search, visibility, { before, after, limit });
    },
    async getAuditEvent({ person, params }) {
      return found(await audit.get(params.event, await visibilityOf(person, memberships)));
    },
    async exportAuditEvents({ person, query: { format: name, ...filters } }) {
      const [search, visibility] = await Promise.all([searchOf(filters), visibilityOf(person, memberships)]);
      const format = EXPORT_FORMATS[name];
      const day = new Date().toISOString().slice(0, 10);
      return new Response(fileOf(format, audit.everything(search, visibility)), {
        headers: {
          'content-type': format.mediaType,
          'content-disposition': `attachment; filename="audit-${day}.${format.extension}"`,
        },
      });
    },
  };
}

/** Owners and admins see all; others what the workspaces they are admin of have sent, and what they have sent themselves. */
export async function visibilityOf(person: UserView, memberships: MembershipStore): Promise<AuditVisibility> {
  if (isAllowed('audit.read-all', [person.role])) return null;
  const roles = await memberships.rolesOf(person.id);
  const workspaceIds = [...roles].flatMap(([id, role]) =>
    isAllowed('audit.read-workspace', rolesOf(person.role, role)) ? [id] : [],
  );
  return { workspaceIds, userId: person.id };
}

/** Read as fast as it is taken: nothing is searched for that the reader has no room for. */
function fileOf(format: ExportFormat, parts: AsyncGenerator<readonly AuditEventView[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true;
        if (format.head !== '') return controller.enqueue(encoder.encode(format.head));
      }
      const { value, done } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(format.print(value)));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
