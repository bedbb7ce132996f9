import { detectionPolicySchema } from '../contract/detection-policy.ts';
import type { Explanation } from '../contract/explain.ts';
import type { PiiMode, WorkspaceSettings } from '../contract/workspace.ts';
import { compileDetectionPolicy, fingerprintOf } from '../firewall/policy.ts';
import { encodeUtf8 } from '../platform/utf8.ts';
import { stricter } from './admit.ts';
import { checkUnsaved, type ExplainOrder, explainDocument } from './explain-document.ts';
import type { Inspector } from './inspector.ts';
import { receiveChatBytes } from './receive.ts';
import { startAttempt } from './turn-clock.ts';
import { versionOf } from './workspace-policy.ts';

/** A conversation, and the settings by which it is read. */
export interface ExplainRequest {
  readonly messages: unknown;
  readonly settings: WorkspaceSettings;
  /** The settings are not saved, so nobody has checked their patterns and examples. */
  readonly unsaved?: boolean;
  /** As the caller sends it; the floor holds. */
  readonly pii: PiiMode | undefined;
  /** Fires when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Bytes. An explanation reads a text as a request does and then tells of it: less of it fits into one turn of the event loop. */
const LARGE_FROM = 2 * 1024;
/** UTF-16 units of detection settings as JSON: those of a few recognisers are compiled in a millisecond, patterns by the hundred are not. */
const HEAVY_FROM = 2000;

/**
 * Says what the request path would find in a conversation, why, and what it would do: at once where text and settings are small, in a
 * worker where they are not or where external detectors are asked. Nothing is sent, stored or counted. Throws GatewayError.
 */
export async function explainRequest(request: ExplainRequest, inspector: Inspector): Promise<Explanation> {
  const { messages, settings: all, unsaved = false, pii, signal } = request;
  const settings = detectionPolicySchema.parse(all.detection ?? {});
  const order: ExplainOrder = {
    pii: stricter(pii ?? all.pii.default, all.pii.floor),
    persona: all.persona,
    secrets: settings.secrets.mode,
    unreadable: settings.unreadable,
    notice: all.notice,
    settings,
    fingerprint: fingerprintOf(settings),
    unsaved,
    policyVersion: versionOf({ ...all, detection: settings }),
  };
  const bytes = encodeUtf8(JSON.stringify({ model: 'explain', messages }));
  const external = order.pii !== 'disabled' && settings.external.length > 0;
  if (external || bytes.length > LARGE_FROM || JSON.stringify(settings).length > HEAVY_FROM) {
    const document = await inspector.pool.open(bytes, signal);
    return document.explain(order);
  }
  const { turnFor, deadlineMs } = inspector;
  const { expired, mayBeginAnew } = startAttempt({ turnMs: turnFor(bytes.length), deadlineMs });
  if (unsaved) checkUnsaved(settings);
  const { body, system } = receiveChatBytes(bytes);
  try {
    return await explainDocument({ body, system }, order, { ...compileDetectionPolicy(settings), expired });
  } catch (error) {
    if (!mayBeginAnew()) throw error;
    return await (await inspector.pool.open(bytes, signal)).explain(order);
  }
}
