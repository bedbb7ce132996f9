import type { Explanation } from '../contract/explain.ts';
import type { PiiMode, WorkspaceSettings } from '../contract/workspace.ts';
import { encodeUtf8 } from '../platform/utf8.ts';
import { stricter } from './admit.ts';
import { type ExplainOrder, explainDocument } from './explain-document.ts';
import type { Inspector } from './inspector.ts';
import { receiveChatBytes } from './receive.ts';
import { policyOf } from './workspace-policy.ts';

/** A conversation, and the settings by which it is read. */
export interface ExplainRequest {
  readonly messages: unknown;
  readonly settings: WorkspaceSettings;
  /** As the caller sends it; the floor holds. */
  readonly pii: PiiMode | undefined;
  /** Fires when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Bytes. An explanation reads a text as a request does and then tells of it: less of it fits into one turn of the event loop. */
const LARGE_FROM = 2 * 1024;

/**
 * Says what the request path would find in a conversation, why, and what it would do: at once where it is small, in a worker where it is
 * large or where external detectors are asked. Nothing is sent, stored or counted. Throws GatewayError.
 */
export async function explainRequest(request: ExplainRequest, inspector: Inspector): Promise<Explanation> {
  const { messages, settings, pii, signal } = request;
  const policy = policyOf({ settings });
  const order: ExplainOrder = {
    pii: stricter(pii ?? settings.pii.default, settings.pii.floor),
    persona: settings.persona,
    secrets: policy.secretsMode,
    unreadable: policy.unreadable,
    notice: settings.notice,
    settings: policy.settings,
    policyVersion: policy.version,
  };
  const bytes = encodeUtf8(JSON.stringify({ model: 'explain', messages }));
  const external = order.pii !== 'disabled' && policy.settings.external.length > 0;
  if (bytes.length > LARGE_FROM || external) {
    const document = await inspector.pool.open(bytes, signal);
    return document.explain(order, policy);
  }
  const startedAt = performance.now();
  const { body, system } = receiveChatBytes(bytes);
  return explainDocument({ body, system }, order, {
    ...policy.full,
    expired: () => performance.now() - startedAt > inspector.deadlineMs,
  });
}
