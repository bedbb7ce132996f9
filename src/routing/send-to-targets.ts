import type { ProviderConnection } from '../contract/provider.ts';
import type { Price } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import type { InspectedRequest } from '../firewall/inspected-request.ts';
import { OutgoingFailure } from '../platform/http-reply.ts';
import type { Provider, SendOptions, UpstreamReply } from '../providers/provider.ts';

/** A provider and its name of a model. */
export interface RouteTarget {
  readonly provider: ProviderConnection;
  readonly model: string;
  /** What it asks for; undefined where nobody has said. */
  readonly price?: Price | undefined;
}

export interface SentReply {
  readonly reply: UpstreamReply;
  readonly target: RouteTarget;
}

/**
 * Sends to the first target that answers: the next one is tried when a target cannot be reached, is too slow or answers with a
 * status worth a retry, and never once an answer has begun. Every target gets the same inspected request.
 * Throws GatewayError for the last target's failure.
 */
export async function sendToTargets(
  request: InspectedRequest,
  targets: readonly RouteTarget[],
  adapterFor: (connection: ProviderConnection) => Provider,
  options: Omit<SendOptions, 'model'>,
): Promise<SentReply> {
  let last: SentReply | GatewayError | undefined;
  for (const target of targets) {
    if (options.signal.aborted) break;
    try {
      const provider = adapterFor(target.provider);
      const reply = await provider.send(request, { ...options, model: target.model });
      last = { reply, target };
      if (reply.kind !== 'error' || !reply.retryable) return last;
    } catch (error) {
      last = asGatewayError(error);
    }
  }
  if (last === undefined || last instanceof GatewayError) throw last ?? noTarget();
  return last;
}

const noTarget = (): GatewayError =>
  new GatewayError('upstream_error', { message: 'This workspace has no provider to send requests to.' });

function asGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (!(error instanceof OutgoingFailure)) return new GatewayError('upstream_error', { cause: error });
  switch (error.reason) {
    case 'connect_timeout':
      return new GatewayError('upstream_timeout', {
        message: 'The provider could not be reached in time.',
        cause: error,
      });
    case 'address_refused':
      return new GatewayError('upstream_error', {
        message: 'The address of the provider is not allowed. An operator can mark the provider as internal.',
        cause: error,
      });
    default:
      return new GatewayError('upstream_error', { message: 'The provider could not be reached.', cause: error });
  }
}
