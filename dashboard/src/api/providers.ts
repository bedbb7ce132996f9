import { queryOptions } from '@tanstack/react-query';
import type {
  ConnectionTest,
  ProviderInput,
  ProviderModels,
  ProviderTrial,
  ProviderUpdate,
  ProviderView,
} from '../../../src/contract/provider.ts';
import { call, changeFrom, type List } from './call.ts';

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => call<List<ProviderView>>('GET', '/providers'),
});

export const createProvider = (body: Pick<ProviderInput, 'name' | 'kind'> & Partial<ProviderInput>) =>
  call<ProviderView>('POST', '/providers', body);
export const updateProvider = ({ name, version }: ProviderView, body: ProviderUpdate) =>
  changeFrom<ProviderView>('PATCH', path(name), { body, version });
export const deleteProvider = (name: string) => call<undefined>('DELETE', path(name));

/** Null takes it away. */
export const setCredential = ({ name, version }: ProviderView, apiKey: string | null) =>
  changeFrom<ProviderView>('PUT', `${path(name)}/credential`, { body: { apiKey }, version });

/** Calls the provider as it is saved. */
export const testProvider = (name: string) => call<ConnectionTest>('POST', `${path(name)}/test`);
/** Calls a provider that is not saved yet. */
export const tryProvider = (body: ProviderTrial) => call<ConnectionTest>('POST', '/providers/test', body);

/** What it calls its models. Who does not choose a provider does not ask. */
export const providerModelsQuery = (name: string) =>
  queryOptions({
    queryKey: ['providers', name, 'models'],
    queryFn: () => call<ProviderModels>('GET', `${path(name)}/models`),
    enabled: name !== '',
    staleTime: 60_000,
    retry: false,
  });

function path(name: string): string {
  return `/providers/${encodeURIComponent(name)}`;
}
