/** One's own gateway keys. */
import type { GatewayKeyStore } from '../../authentication/gateway-key-store.ts';
import { GatewayError } from '../../errors.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { found, type Handlers } from './handler.ts';

export function gatewayKeyHandlers(
  keys: GatewayKeyStore,
  workspaces: WorkspaceStore,
): Handlers<'listKeyWorkspaces' | 'listKeys' | 'createKey' | 'getKey' | 'revokeKey'> {
  return {
    async listKeyWorkspaces({ person }) {
      const own = await workspaces.listForUser(person.id);
      return { data: own.map(({ id, name, title }) => ({ id, name, title })) };
    },
    listKeys: async ({ person }) => ({ data: await keys.list(person.id) }),
    async createKey({ person, body }) {
      if (body.expiresAt !== null && Date.parse(body.expiresAt) <= Date.now()) {
        throw new GatewayError('invalid_value', { message: 'The key would be expired already.', param: 'expiresAt' });
      }
      const own = new Set((await workspaces.listForUser(person.id)).map(({ id }) => id));
      if (body.workspaces?.some((id) => !own.has(id))) {
        const message = 'A key can be limited to workspaces you belong to, by their ids.';
        throw new GatewayError('invalid_value', { message, param: 'workspaces' });
      }
      const { key, view } = await keys.create(person.id, body);
      return { ...view, key };
    },
    getKey: async ({ person, params }) => found(await keys.get(person.id, params.key)),
    async revokeKey({ person, params }) {
      found((await keys.revoke(person.id, params.key)) || undefined);
      return undefined;
    },
  };
}
