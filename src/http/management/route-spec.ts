import type { z } from 'zod';
import type { ErrorCode } from '../../errors.ts';
import type { Permission } from './permissions.ts';

/** One row of the table of routes. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/manage. `{workspace}` is a workspace's name: the caller's role in it counts, and none is a 404. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs no session, `signed-in` any. */
  readonly permission: Permission | 'public' | 'signed-in';
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer?: z.ZodType;
  /** Answers with server-sent events of these names instead. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** Answers with a file of one of these media types instead. */
  readonly files?: readonly string[];
  readonly status: 200 | 201 | 204;
  /** Also for who must set up a second factor before anything else. */
  readonly duringSetUp?: true;
  /** The answer has a version, which is its `ETag`; a change may say with `If-Match` which one it was made from. */
  readonly versioned?: true;
  /** Beyond 400, 401, 403 and 404 where the rest of the row implies them. */
  readonly errors?: readonly ErrorCode[];
}
