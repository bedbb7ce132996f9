import { queryOptions } from '@tanstack/react-query';
import type {
  CreatedGatewayKey,
  GatewayKeyInput,
  GatewayKeyView,
  KeyWorkspace,
} from '../../../src/contract/gateway-key.ts';
import { call, type List } from './call.ts';

/** One's own keys. */
export const keysQuery = queryOptions({
  queryKey: ['gateway-keys'],
  queryFn: () => call<List<GatewayKeyView>>('GET', '/gateway-keys'),
});

/** Somebody else's, for owners and admins. */
export const keysOfUserQuery = (userId: string) =>
  queryOptions({
    queryKey: ['users', userId, 'gateway-keys'],
    queryFn: () => call<List<GatewayKeyView>>('GET', `/users/${encodeURIComponent(userId)}/gateway-keys`),
  });

/** One of one's own, asked for again every two seconds until it has been used. */
export const usedKeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['gateway-keys', id],
    queryFn: () => call<GatewayKeyView>('GET', `/gateway-keys/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.requestCount > 0 ? false : 2000),
  });

/** The workspaces a key can be limited to. */
export const keyWorkspacesQuery = queryOptions({
  queryKey: ['key-workspaces'],
  queryFn: () => call<List<KeyWorkspace>>('GET', '/gateway-keys/workspaces'),
});

export const createKey = (body: Pick<GatewayKeyInput, 'name'> & Partial<GatewayKeyInput>) =>
  call<CreatedGatewayKey>('POST', '/gateway-keys', body);
export const revokeKey = (id: string) => call<undefined>('DELETE', `/gateway-keys/${encodeURIComponent(id)}`);
