/** Workspaces and their members. */
import { isDeepStrictEqual } from 'node:util';
import type { UserStore } from '../../authentication/user-store.ts';
import type { DetectionSettings } from '../../contract/detection-policy.ts';
import { GatewayError } from '../../errors.ts';
import { detectionPolicyProblems } from '../../firewall/policy.ts';
import type { CredentialStore } from '../../providers/credential-store.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { demand, expectedVersion, found, type Handlers, refuseFileOwned } from './handler.ts';
import { isAllowed } from './permissions.ts';

export interface WorkspaceDependencies {
  readonly users: UserStore;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly providers: CredentialStore;
}

export function workspaceHandlers({
  users,
  workspaces,
  memberships,
  providers,
}: WorkspaceDependencies): Handlers<
  | 'listWorkspaces'
  | 'createWorkspace'
  | 'getWorkspace'
  | 'updateWorkspace'
  | 'deleteWorkspace'
  | 'listMembers'
  | 'createMember'
  | 'updateMember'
  | 'deleteMember'
> {
  const checkTargets = async (targets: readonly { readonly provider: string }[]): Promise<void> => {
    const known = new Set((await providers.list()).map(({ name }) => name));
    const index = targets.findIndex(({ provider }) => !known.has(provider));
    if (index < 0) return;
    const message = `There is no provider named ${targets[index]?.provider}.`;
    throw new GatewayError('invalid_value', { message, param: `settings.targets[${index}].provider` });
  };
  return {
    async listWorkspaces({ person, roles }) {
      const all = isAllowed('workspace.read', roles);
      return { data: all ? await workspaces.list() : await workspaces.listForUser(person.id) };
    },
    async createWorkspace({ body }) {
      checkDetection(body.settings.detection);
      await checkTargets(body.settings.targets);
      return workspaces.create(body);
    },
    getWorkspace: async ({ workspace }) => workspace,
    async updateWorkspace({ workspace, body, roles, headers }) {
      refuseFileOwned(workspace);
      // First of all: to somebody whose copy is old, what else is wrong with it would be a riddle.
      const from = expectedVersion(headers, workspace.version);
      checkDetection(body.settings?.detection);
      if (body.name !== undefined && body.name !== workspace.name) {
        demand(
          'workspace.rename',
          roles,
          "Only the organization's owners and admins change the name that clients send.",
        );
      }
      if (body.archived !== undefined && body.archived !== (workspace.archivedAt !== null)) {
        demand('workspace.archive', roles, "Only the organization's owners and admins put workspaces away.");
      }
      const targets = body.settings?.targets;
      if (targets !== undefined && !isDeepStrictEqual(targets, workspace.settings.targets)) {
        demand('workspace.route', roles, "Only the organization's owners and admins choose providers and models.");
        await checkTargets(targets);
      }
      return workspaces.update(workspace.name, body, { from });
    },
    async deleteWorkspace({ workspace, headers }) {
      refuseFileOwned(workspace);
      expectedVersion(headers, workspace.version);
      await workspaces.delete(workspace.name);
      return undefined;
    },
    listMembers: async ({ workspace }) => ({ data: await memberships.list(workspace.id) }),
    async createMember({ workspace, body }) {
      const user = await users.getByEmail(body.email);
      if (user === undefined) {
        const message = 'There is no user with this e-mail address: add them to the organization first.';
        throw new GatewayError('invalid_value', { message, param: 'email' });
      }
      if (!(await memberships.add(workspace.id, user.id, body.role))) {
        throw new GatewayError('conflict', { message: 'This user is a member already.', param: 'email' });
      }
      return found(await memberships.get(workspace.id, user.id));
    },
    async updateMember({ workspace, params, body }) {
      const member = found(await memberships.get(workspace.id, params.user));
      refuseFileOwned(member);
      await memberships.set(workspace.id, member.userId, body.role);
      return found(await memberships.get(workspace.id, member.userId));
    },
    async deleteMember({ workspace, params }) {
      const member = found(await memberships.get(workspace.id, params.user));
      refuseFileOwned(member);
      await memberships.remove(workspace.id, member.userId);
      return undefined;
    },
  };
}

/** What the schema cannot tell: patterns that do not compile, recognisers that miss their own examples. */
function checkDetection(detection: DetectionSettings | undefined): void {
  const problem = detection === undefined ? undefined : detectionPolicyProblems(detection)[0];
  if (problem === undefined) return;
  throw new GatewayError('invalid_value', { message: problem.message, param: `settings.detection.${problem.field}` });
}
