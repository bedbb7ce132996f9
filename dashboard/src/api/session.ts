import { queryOptions } from '@tanstack/react-query';
import type { ConsumeLink, SignIn, UserView } from '../../../src/contract/user.ts';
import { ApiError, call } from './call.ts';

export interface LinkState {
  readonly purpose: 'sign-in' | 'first-owner';
  readonly email: string | null;
}

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  async queryFn(): Promise<UserView | null> {
    try {
      return await call<UserView>('GET', '/session');
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

export const signIn = (body: SignIn) => call<UserView>('POST', '/session', body);
export const signOut = () => call<undefined>('DELETE', '/session');
export const changePassword = (body: { current: string; next: string }) =>
  call<UserView>('PUT', '/session/password', body);

export const consumeLink = (body: ConsumeLink) => call<UserView>('POST', '/sign-in-links/consume', body);

/** What a one-time link is for. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['sign-in-link', token],
    queryFn: () => {
      if (token === '') throw new ApiError(404, { message: '', code: 'not_found', param: null });
      return call<LinkState>('POST', '/sign-in-links/read', { token });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
