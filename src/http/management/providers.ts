/** Providers and their credentials, which are written and never read. */
import type { ProviderView } from '../../contract/provider.ts';
import { GatewayError } from '../../errors.ts';
import { versionTag } from '../../platform/version-tag.ts';
import type { ConnectionTester } from '../../providers/connection-test.ts';
import type { CredentialStore, StoredProvider } from '../../providers/credential-store.ts';
import { createModelLists } from '../../providers/model-lists.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { demand, expectedVersion, found, type Handlers, refuseFileOwned } from './handler.ts';

const INTERNAL = 'Only an owner may let the gateway call an address inside its own network.';

export interface ProviderDependencies {
  readonly providers: CredentialStore;
  readonly workspaces: WorkspaceStore;
  readonly testConnection: ConnectionTester;
}

export function providerHandlers({
  providers,
  workspaces,
  testConnection,
}: ProviderDependencies): Handlers<
  | 'listProviders'
  | 'createProvider'
  | 'getProvider'
  | 'updateProvider'
  | 'deleteProvider'
  | 'setCredential'
  | 'testProvider'
  | 'listProviderModels'
  | 'tryProvider'
> {
  const models = createModelLists(testConnection);
  const usersOf = async (name: string): Promise<string[]> => (await usersByProvider(workspaces)).get(name) ?? [];
  const toView = async (provider: StoredProvider): Promise<ProviderView> =>
    withUsers(provider, await usersOf(provider.name));
  /** The provider as it is, if it is what the caller means to change, and its own version where they said one. */
  const changeable = async (name: string, headers: Headers) => {
    const provider = found(await providers.get(name));
    refuseFileOwned(provider);
    const said = expectedVersion(headers, (await toView(provider)).version) !== undefined;
    return { provider, from: said ? provider.version : undefined };
  };
  return {
    async listProviders() {
      const [all, users] = await Promise.all([providers.list(), usersByProvider(workspaces)]);
      return { data: all.map((provider) => withUsers(provider, users.get(provider.name) ?? [])) };
    },
    async createProvider({ body, roles }) {
      if (body.internal) demand('provider.allow-internal', roles, INTERNAL);
      return toView(await providers.create(body));
    },
    getProvider: async ({ params }) => toView(found(await providers.get(params.provider))),
    async updateProvider({ params, body, roles, headers }) {
      const { provider, from } = await changeable(params.provider, headers);
      const moved = body.baseUrl !== undefined && originOf(body.baseUrl) !== originOf(provider.baseUrl);
      // Else a credential that cannot be read could be sent to a host of one's own.
      if (moved && provider.hasCredential && body.apiKey === undefined) {
        const message = 'Give the credential again: it is not sent to another host.';
        throw new GatewayError('missing_required_parameter', { message, param: 'apiKey' });
      }
      if (body.internal ?? (moved && provider.internal)) demand('provider.allow-internal', roles, INTERNAL);
      return toView(await providers.update(provider.name, body, { from }));
    },
    async deleteProvider({ params, headers }) {
      const { provider } = await changeable(params.provider, headers);
      const names = await usersOf(provider.name);
      if (names.length > 0) {
        throw new GatewayError('conflict', { message: `These workspaces send requests there: ${names.join(', ')}.` });
      }
      await providers.delete(provider.name);
      return undefined;
    },
    async setCredential({ params, body, headers }) {
      const { provider, from } = await changeable(params.provider, headers);
      return toView(await providers.update(provider.name, { apiKey: body.apiKey }, { from }));
    },
    async testProvider({ params }) {
      const connection = found((await providers.connections()).get(params.provider));
      return testConnection(connection);
    },
    async listProviderModels({ params }) {
      const provider = found(await providers.get(params.provider));
      const connection = found((await providers.connections()).get(provider.name));
      const { result, models: data } = await models.get(provider, connection);
      return { result, data };
    },
    async tryProvider({ body: { apiKey, ...settings }, roles }) {
      if (settings.internal) demand('provider.allow-internal', roles, INTERNAL);
      return testConnection({ ...settings, apiKey: () => apiKey });
    },
  };
}

/** Who sends requests there is part of what is shown, so it is part of the version too. */
function withUsers(provider: StoredProvider, usedBy: string[]): ProviderView {
  return { ...provider, usedBy, version: versionTag(provider.version, ...usedBy) };
}

/** The names of the workspaces that send requests to each provider; those that are put away too. */
async function usersByProvider(workspaces: WorkspaceStore): Promise<ReadonlyMap<string, string[]>> {
  const users = new Map<string, string[]>();
  for (const { name, settings } of await workspaces.list()) {
    for (const provider of new Set(settings.targets.map((target) => target.provider))) {
      users.set(provider, [...(users.get(provider) ?? []), name]);
    }
  }
  return users;
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin;
}
