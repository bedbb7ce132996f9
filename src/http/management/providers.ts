/** Providers and their credentials, which are written and never read. */
import { GatewayError } from '../../errors.ts';
import type { CredentialStore } from '../../providers/credential-store.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { demand, found, type Handlers, refuseFileOwned } from './handler.ts';

const INTERNAL = 'Only an owner may let the gateway call an address inside its own network.';

export function providerHandlers(
  providers: CredentialStore,
  workspaces: WorkspaceStore,
): Handlers<'listProviders' | 'createProvider' | 'getProvider' | 'updateProvider' | 'deleteProvider'> {
  return {
    listProviders: async () => ({ data: await providers.list() }),
    async createProvider({ body, roles }) {
      if (body.internal) demand('provider.allow-internal', roles, INTERNAL);
      return providers.create(body);
    },
    getProvider: async ({ params }) => found(await providers.get(params.provider)),
    async updateProvider({ params, body, roles }) {
      const provider = found(await providers.get(params.provider));
      refuseFileOwned(provider);
      const moved = body.baseUrl !== undefined && originOf(body.baseUrl) !== originOf(provider.baseUrl);
      // Else a credential that cannot be read could be sent to a host of one's own.
      if (moved && provider.hasCredential && body.apiKey === undefined) {
        const message = 'Give the credential again: it is not sent to another host.';
        throw new GatewayError('missing_required_parameter', { message, param: 'apiKey' });
      }
      if (body.internal ?? (moved && provider.internal)) demand('provider.allow-internal', roles, INTERNAL);
      return providers.update(provider.name, body);
    },
    async deleteProvider({ params }) {
      const provider = found(await providers.get(params.provider));
      refuseFileOwned(provider);
      const users = (await workspaces.list()).filter(({ settings }) =>
        settings.targets.some((target) => target.provider === provider.name),
      );
      if (users.length > 0) {
        const names = users.map(({ name }) => name).join(', ');
        throw new GatewayError('conflict', { message: `These workspaces send requests there: ${names}.` });
      }
      await providers.delete(provider.name);
      return undefined;
    },
  };
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin;
}
