/** What a route's handler gets and gives: typed from the route table. */
import type { z } from 'zod';
import type { Caller } from '../../authentication/caller.ts';
import type { SignedIn } from '../../authentication/signed-in.ts';
import type { UserView } from '../../contract/user.ts';
import type { WorkspaceView } from '../../contract/workspace.ts';
import { GatewayError } from '../../errors.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isAllowed, type Permission, type Role } from './permissions.ts';
import type { ROUTES, RouteName } from './route-table.ts';

type Parsed<S, Key extends string> = S extends Record<Key, infer T extends z.ZodType> ? z.output<T> : undefined;
type Answer<S> = S extends { readonly events: unknown } | { readonly files: unknown }
  ? Response
  : S extends { readonly answer: infer T extends z.ZodType }
    ? z.output<T>
    : undefined;

/** `{user}` in the path is a string in the parameters. */
type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string } & PathParams<Rest>
  : unknown;

type IsPublic<S> = S extends { readonly permission: 'public' } ? true : false;

export interface Input<N extends RouteName> {
  readonly body: Parsed<(typeof ROUTES)[N], 'body'>;
  readonly query: Parsed<(typeof ROUTES)[N], 'query'>;
  readonly params: PathParams<(typeof ROUTES)[N]['path']>;
  /** Who is signed in. */
  readonly person: IsPublic<(typeof ROUTES)[N]> extends true ? undefined : UserView;
  /** The session the request came with. */
  readonly session: IsPublic<(typeof ROUTES)[N]> extends true ? undefined : SignedIn;
  /** In the organization and in the workspace of the path. */
  readonly roles: readonly Role[];
  readonly workspace: (typeof ROUTES)[N]['path'] extends `${string}{workspace}${string}` ? WorkspaceView : undefined;
  readonly headers: Headers;
  readonly facts: RequestFacts;
  /** Fires when the client leaves. */
  readonly signal: AbortSignal;
  /** Adds `set-cookie` headers to the answer. */
  setCookies(cookies: readonly string[]): void;
}

export type Handlers<N extends RouteName> = {
  readonly [Name in N]: (input: Input<Name>) => Promise<Answer<(typeof ROUTES)[Name]>>;
};

/** For what depends on more than the route: a second look at the same table. @throws GatewayError permission_denied */
export function demand(permission: Permission, roles: readonly Role[], message?: string): void {
  if (!isAllowed(permission, roles))
    throw new GatewayError('permission_denied', message === undefined ? {} : { message });
}

/** @throws GatewayError not_found */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new GatewayError('not_found');
  return value;
}

/** @throws GatewayError managed_by_file */
export function refuseFileOwned(row: { readonly managedBy: 'file' | null }): void {
  if (row.managedBy === 'file') throw new GatewayError('managed_by_file');
}

/**
 * What the caller's `If-Match` says of the version that is there (RFC 9110 section 13.1.1); weak tags match nothing.
 * @returns the version to be changed; undefined where the caller does not mind, or any will do
 * @throws GatewayError changed_meanwhile
 */
export function expectedVersion(headers: Headers, version: string): string | undefined {
  const wanted = headers.get('if-match')?.trim();
  if (wanted === undefined || wanted === '*') return undefined;
  if (!wanted.split(',').some((tag) => tag.trim() === entityTag(version))) throw new GatewayError('changed_meanwhile');
  return version;
}

/** As `ETag` has it. */
export function entityTag(version: string): string {
  return `"${version}"`;
}

/** Who knocks, for the limits on signing in and the log of what happened to accounts. */
export function callerOf({ facts, headers }: { readonly facts: RequestFacts; readonly headers: Headers }): Caller {
  return { clientAddress: facts.clientAddress, userAgent: headers.get('user-agent') };
}
