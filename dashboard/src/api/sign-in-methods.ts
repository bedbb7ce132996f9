import { queryOptions } from '@tanstack/react-query';
import type {
  MethodInput,
  MethodTest,
  MethodUpdate,
  MethodView,
  SignInPolicy,
  SignInPolicyUpdate,
} from '../../../src/contract/sign-in-method.ts';
import { call, changeFrom, type List } from './call.ts';

export const policyQuery = queryOptions({
  queryKey: ['sign-in-policy'],
  queryFn: () => call<SignInPolicy>('GET', '/organization/sign-in'),
});

export const updatePolicy = (body: SignInPolicyUpdate) => call<SignInPolicy>('PATCH', '/organization/sign-in', body);

export const methodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: () => call<List<MethodView>>('GET', '/sign-in-methods'),
});

export const createMethod = (body: MethodInput) => call<MethodView>('POST', '/sign-in-methods', body);
export const updateMethod = ({ name, version }: MethodView, body: MethodUpdate) =>
  changeFrom<MethodView>('PUT', path(name), { body, version });
export const deleteMethod = (name: string) => call<undefined>('DELETE', path(name));
export const testIssuer = (issuer: string, internal: boolean) =>
  call<MethodTest>('POST', '/sign-in-methods/test', { issuer, internal });

function path(name: string): string {
  return `/sign-in-methods/${encodeURIComponent(name)}`;
}
