import type { ProviderConnection } from '../contract/provider.ts';
import type { HttpClient } from '../platform/http-client.ts';
import { createEcho } from './echo/echo.ts';
import { createOpenAiCompatible } from './openai-compatible/openai-compatible.ts';
import type { Provider } from './provider.ts';

/** Gives the adapter for a provider's connection: one for each, as long as its settings stand. */
export type ProviderRegistry = (connection: ProviderConnection) => Provider;

export function createProviderRegistry(http: HttpClient): ProviderRegistry {
  const made = new WeakMap<ProviderConnection, Provider>();
  return (connection) => {
    let provider = made.get(connection);
    if (provider === undefined) {
      provider = make(connection, http);
      made.set(connection, provider);
    }
    return provider;
  };
}

function make(connection: ProviderConnection, http: HttpClient): Provider {
  if (connection.kind === 'echo') return createEcho(connection.name);
  const { name, internal, quirks, headers, baseUrl } = connection;
  if (baseUrl === null) throw new Error(`provider ${name} has no base URL`);
  return createOpenAiCompatible({ name, baseUrl, apiKey: connection.apiKey, internal, quirks, headers, http });
}
