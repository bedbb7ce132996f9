import { queryOptions } from '@tanstack/react-query';
import type { OrganizationRole, UserUpdate, UserView } from '../../../src/contract/user.ts';
import { call, type List } from './call.ts';

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => call<List<UserView>>('GET', '/users'),
});

export const createUser = (body: { email: string; name?: string; role: OrganizationRole }) =>
  call<UserView>('POST', '/users', body);
export const updateUser = (id: string, body: UserUpdate) => call<UserView>('PATCH', path(id), body);
export const deleteUser = (id: string) => call<undefined>('DELETE', path(id));
export const createSignInLink = (id: string) =>
  call<{ token: string; expiresAt: string }>('POST', `${path(id)}/sign-in-link`);

export const resetTwoFactor = (id: string) => call<undefined>('DELETE', `${path(id)}/two-factor`);

function path(id: string): string {
  return `/users/${encodeURIComponent(id)}`;
}
