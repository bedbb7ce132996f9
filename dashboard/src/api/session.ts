import { queryOptions } from '@tanstack/react-query';
import type { MeView, SessionView, SignedOut, SignInAnswer } from '../../../src/contract/session.ts';
import type { FinishOpenId, SignInOptions } from '../../../src/contract/sign-in-method.ts';
import type { SecondFactor, TwoFactorSetup, TwoFactorState } from '../../../src/contract/two-factor.ts';
import type { ConsumeLink, SignIn } from '../../../src/contract/user.ts';
import { ApiError, call, type List } from './call.ts';

export interface LinkState {
  readonly purpose: 'sign-in' | 'first-owner';
  readonly email: string | null;
  readonly hasPassword: boolean;
}

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: () => readSession(),
});

export async function readSession(): Promise<MeView | null> {
  try {
    return await call<MeView>('GET', '/session');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export const signIn = (body: SignIn) => call<SignInAnswer>('POST', '/session', body);
export const signInSecondFactor = (body: SecondFactor) => call<MeView>('POST', '/session/second-factor', body);
export const signOut = () => call<SignedOut>('DELETE', '/session');
export const changeName = (name: string) => call<MeView>('PATCH', '/session', { name });
export const changePassword = (body: { current: string; next: string }) =>
  call<MeView>('PUT', '/session/password', body);

export const consumeLink = (body: ConsumeLink) => call<SignInAnswer>('POST', '/sign-in-links/consume', body);

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

/** What the sign-in page offers. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => call<SignInOptions>('GET', '/sign-in-options'),
});

export const beginOpenId = (method: string) => call<{ location: string }>('POST', '/session/openid', { method });
export const finishOpenId = (body: FinishOpenId) => call<MeView>('POST', '/session/openid/finish', body);

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => call<List<SessionView>>('GET', '/sessions'),
});

export const endSession = (id: string) => call<undefined>('DELETE', `/sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = () => call<undefined>('DELETE', '/sessions');

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: () => call<TwoFactorState>('GET', '/session/two-factor'),
});

/** The own password again; nothing for an account that has none. */
export type Proof = { readonly password?: string };

export const startTwoFactor = (body: Proof) => call<TwoFactorSetup>('POST', '/session/two-factor', body);
export const confirmTwoFactor = (code: string) => call<MeView>('POST', '/session/two-factor/confirm', { code });
export const stopTwoFactor = (body: Proof) => call<MeView>('POST', '/session/two-factor/stop', body);
export const makeRecoveryCodes = (body: Proof) =>
  call<{ recoveryCodes: string[] }>('POST', '/session/two-factor/recovery-codes', body);
