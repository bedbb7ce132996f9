import { queryOptions } from '@tanstack/react-query';
import type { CreatedGatewayKey, GatewayKeyInput, GatewayKeyView } from '../../../src/contract/gateway-key.ts';
import { call, type List } from './call.ts';

/** One's own keys. */
export const keysQuery = queryOptions({
  queryKey: ['gateway-keys'],
  queryFn: () => call<List<GatewayKeyView>>('GET', '/gateway-keys'),
});

export const createKey = (body: Pick<GatewayKeyInput, 'name'> & Partial<GatewayKeyInput>) =>
  call<CreatedGatewayKey>('POST', '/gateway-keys', body);
export const revokeKey = (id: string) => call<undefined>('DELETE', `/gateway-keys/${encodeURIComponent(id)}`);
