import { GatewayError } from '../errors.ts';
import { OutgoingFailure } from '../platform/http-reply.ts';
import { describeError, type Log } from '../platform/log.ts';
import { commonHeaders } from './common-headers.ts';

/** Any error as a response in OpenAI's envelope. What is not ours is shown as `internal_error`. */
export function errorResponse(error: unknown, requestId: string, log: Log): Response {
  const known = error instanceof GatewayError ? error : new GatewayError('internal_error', { cause: error });
  if (known.status >= 500) logFailure(known, requestId, log);
  return Response.json(known.body(), {
    status: known.status,
    headers: { ...known.headers, ...retryHint(known), ...commonHeaders(requestId) },
  });
}

/** Clients get fixed words: what failed behind them (a refused connection, a certificate, a database) only the operator is told, by class and code. */
function logFailure(error: GatewayError, requestId: string, log: Log): void {
  const { code } = error;
  const root = rootOf(error);
  const why = root === error ? {} : { ...describeRoot(root) };
  log[code === 'internal_error' ? 'error' : 'warn']('request.failed', { requestId, errorCode: code, ...why });
}

function rootOf(error: Error): unknown {
  let root: unknown = error;
  // A chain is as long as the places that wrapped it; one that goes in a circle is not followed for ever.
  for (let steps = 0; steps < 10 && root instanceof Error; steps++) {
    const deeper: unknown = root instanceof AggregateError ? root.errors[0] : root.cause;
    if (deeper === undefined || deeper === null) break;
    root = deeper;
  }
  return root;
}

function describeRoot(root: unknown): { error: string; code?: string; reason?: string } {
  const known = describeError(root);
  return root instanceof OutgoingFailure ? { ...known, reason: root.reason } : known;
}

/** Ours to retry soon, or not at all: SDKs obey these (openai-node and openai-python `shouldRetry`). */
function retryHint(error: GatewayError): Record<string, string> {
  if (error.status === 503) return { 'retry-after': '1' };
  if (error.status === 409) return { 'x-should-retry': 'false' };
  return {};
}
