import { GatewayError } from '../errors.ts';
import { describeError, type Log } from '../platform/log.ts';
import { commonHeaders } from './common-headers.ts';

/** Any error as a response in OpenAI's envelope. What is not ours is logged by class and shown as `internal_error`. */
export function errorResponse(error: unknown, requestId: string, log: Log): Response {
  const known = error instanceof GatewayError ? error : new GatewayError('internal_error', { cause: error });
  if (known.code === 'internal_error') log.error('request.failed', { requestId, ...describeError(error) });
  return Response.json(known.body(), {
    status: known.status,
    headers: { ...known.headers, ...retryHint(known), ...commonHeaders(requestId) },
  });
}

/** Ours to retry soon, or not at all: SDKs obey these (openai-node and openai-python `shouldRetry`). */
function retryHint(error: GatewayError): Record<string, string> {
  if (error.status === 503) return { 'retry-after': '1' };
  if (error.status === 409) return { 'x-should-retry': 'false' };
  return {};
}
