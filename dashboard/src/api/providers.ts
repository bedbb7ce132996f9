import { queryOptions } from '@tanstack/react-query';
import type { ProviderInput, ProviderUpdate, ProviderView } from '../../../src/contract/provider.ts';
import { call, type List } from './call.ts';

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => call<List<ProviderView>>('GET', '/providers'),
});

export const createProvider = (body: Pick<ProviderInput, 'name' | 'kind'> & Partial<ProviderInput>) =>
  call<ProviderView>('POST', '/providers', body);
export const updateProvider = (name: string, body: ProviderUpdate) => call<ProviderView>('PATCH', path(name), body);
export const deleteProvider = (name: string) => call<undefined>('DELETE', path(name));

function path(name: string): string {
  return `/providers/${encodeURIComponent(name)}`;
}
