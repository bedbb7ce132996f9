import { GatewayError } from '../errors.ts';
import type { UpstreamTimeouts } from '../providers/provider.ts';
import type { ProviderRegistry } from '../providers/registry.ts';
import { type SentReply, sendToTargets } from '../routing/send-to-targets.ts';
import type { Inspected } from './inspect.ts';

const stage: unique symbol = Symbol('sent');

/** A provider has answered, or begun to. */
export interface Sent extends SentReply {
  readonly [stage]: true;
  readonly after: Inspected;
  readonly timeouts: UpstreamTimeouts;
}

export interface SendDependencies {
  readonly adapterFor: ProviderRegistry;
  readonly timeouts: UpstreamTimeouts;
}

/** Sends the inspected request to the workspace's targets in order. A client that leaves aborts the provider. Throws 400, 502, 504. */
export async function send(after: Inspected, deps: SendDependencies): Promise<Sent> {
  const { workspace, request, by } = after.admitted;
  let { targets } = workspace;
  if (request.webSearch) {
    targets = targets.filter((target) => deps.adapterFor(target.provider).canSearchWeb);
    if (targets.length === 0) {
      throw new GatewayError('unsupported_parameter', {
        param: 'web_search',
        message: "This workspace's provider cannot search the web.",
      });
    }
  }
  const sent = await sendToTargets(after.sealed, targets, deps.adapterFor, {
    stream: request.stream,
    webSearch: request.webSearch,
    signal: by.call.signal,
    timeouts: deps.timeouts,
  });
  return { [stage]: true, reply: sent.reply, target: sent.target, after, timeouts: deps.timeouts };
}
