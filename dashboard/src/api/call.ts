/** The management API as the pages call it: same origin, the session in a cookie, JSON both ways. */
import { text } from '../text/en.ts';

/** What the gateway refused, in words a person may read. `status` is 0 when it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;

  constructor(status: number, error: { message: string; code: string | null; param: string | null }) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.param = error.param;
  }
}

export interface List<T> {
  readonly data: readonly T[];
}

/** Dispatched on window when a session has ended under a page's feet. */
export const SIGNED_OUT = 'onefirewall:signed-out';

/**
 * @param path below /api/manage
 * @throws ApiError
 */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, { body });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  throw refusal(response.status, answer);
}

/**
 * Changes what is at a path if it is still the version that was read (RFC 9110 section 13.1.1).
 * @throws ApiError `changed_meanwhile` where somebody else was faster
 */
export async function changeFrom<T>(
  method: 'PATCH' | 'PUT',
  path: string,
  { body, version }: { readonly body: unknown; readonly version: string },
): Promise<T> {
  const response = await send(method, path, { body, headers: { 'if-match': `"${version}"` } });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  throw refusal(response.status, answer);
}

/** Whether somebody else changed meanwhile what was to be changed. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'changed_meanwhile';
}

/**
 * The answer itself, for what is not JSON: a download, a stream of events.
 * @throws ApiError
 */
export async function callRaw(
  method: string,
  path: string,
  { body, signal }: { readonly body?: unknown; readonly signal?: AbortSignal } = {},
): Promise<Response> {
  const response = await send(method, path, { body, ...(signal === undefined ? {} : { signal }) });
  if (response.ok) return response;
  throw refusal(response.status, await response.json().catch(() => undefined));
}

interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

async function send(method: string, path: string, { body, headers, signal }: Sending): Promise<Response> {
  try {
    return await fetch(`/api/manage${path}`, {
      method,
      credentials: 'same-origin',
      ...(signal === undefined ? {} : { signal }),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, { message: text.errors.unreachable, code: null, param: null });
  }
}

function refusal(status: number, answer: unknown): ApiError {
  const error = new ApiError(status, errorOf(answer, status));
  if (error.code === 'not_signed_in') window.dispatchEvent(new Event(SIGNED_OUT));
  return error;
}

function errorOf(answer: unknown, status: number) {
  const error = (answer as { error?: { message?: unknown; code?: unknown; param?: unknown } } | undefined)?.error;
  const code = typeof error?.code === 'string' ? error.code : null;
  const message = typeof error?.message === 'string' ? error.message : text.errors.unexpected(status);
  return {
    // Whoever reads this has just been signed in again.
    message: code === 'not_signed_in' ? text.errors.sessionEnded : message,
    code,
    param: typeof error?.param === 'string' ? error.param : null,
  };
}

/** `?verdict=block&limit=50`; what is undefined or empty is left out. */
export function queryString(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** What went wrong, whatever was thrown. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, { message: text.errors.unexpected(0), code: null, param: null });
}
