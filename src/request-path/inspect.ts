import { expandRequest } from '../chat/deferred-json.ts';
import { type InspectedRequest, sealInspected } from '../firewall/inspected-request.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import type { Admitted } from './admit.ts';
import type { Inspector } from './inspector.ts';
import { type MaskedDocument, type MaskOrder, maskDocument, prepareDocument } from './mask-document.ts';
import type { ChatRequest } from './receive.ts';
import type { RequestRecord } from './record-outcome.ts';
import { refusalError } from './refusal.ts';
import { startAttempt } from './turn-clock.ts';
import type { RemoteDocument } from './workers/inspection-pool.ts';
import { policyOf, type WorkspacePolicy } from './workspace-policy.ts';

const stage: unique symbol = Symbol('inspected');

/** The firewall has read the whole request; what is sealed may leave. */
export interface Inspected {
  readonly [stage]: true;
  readonly admitted: Admitted;
  readonly sealed: InspectedRequest;
  /** The caller asked for JSON as the answer's content. */
  readonly jsonContent: boolean;
}

/**
 * Reads and masks the request as the workspace's policy says: at once where it is small, in a worker where it is large or where external
 * detectors are asked. Throws 400 for what must not leave and 503 when it cannot be checked.
 */
export function inspect(
  admitted: Admitted,
  record: RequestRecord,
  inspector: Inspector,
): Inspected | Promise<Inspected> {
  const { content, bytes, workspace, pii } = admitted;
  const policy = policyOf(workspace);
  const startedAt = performance.now();
  const order: MaskOrder = {
    pii,
    persona: workspace.settings.persona,
    secrets: policy.secretsMode,
    unreadable: policy.unreadable,
    notice: workspace.settings.notice,
  };
  const external = pii !== 'disabled' && policy.settings.external.length > 0;
  const here =
    'mask' in content || external ? undefined : inspectHere(content, { bytes: bytes.length, order, policy }, inspector);
  if (here !== undefined) return conclude(admitted, record, here, startedAt);
  return inspectRemotely(admitted, order, policy, inspector).then((masked) =>
    conclude(admitted, record, masked, startedAt),
  );
}

/** Undefined where it takes longer than one turn of the event loop may: a worker begins anew, while there is time. */
function inspectHere(
  request: ChatRequest,
  { bytes, order, policy }: { readonly bytes: number; readonly order: MaskOrder; readonly policy: WorkspacePolicy },
  { find, turnFor, deadlineMs }: Inspector,
): MaskedDocument | undefined {
  const { expired, mayBeginAnew } = startAttempt({ turnMs: turnFor(bytes), deadlineMs });
  const timed: DetectionPolicy = { ...(order.pii === 'disabled' ? policy.secretsOnly : policy.full), expired };
  const body = prepareDocument(request, order.persona);
  try {
    return maskDocument(body, body === request.body ? 0 : 1, order, { find: (text) => find(text, timed), expired });
  } catch (error) {
    if (mayBeginAnew()) return undefined;
    throw error;
  }
}

async function inspectRemotely(
  { content, bytes, by }: Admitted,
  order: MaskOrder,
  policy: WorkspacePolicy,
  { pool }: Inspector,
): Promise<MaskedDocument> {
  if ('mask' in content) return content.mask(order, policy);
  const remote: RemoteDocument = await pool.open(bytes, by.call.signal);
  const masked = await remote.mask(order, policy);
  // A small request is treated alike afterwards, whoever has read it.
  return { ...masked, body: { ...expandRequest(masked.body) } };
}

function conclude(
  admitted: Admitted,
  record: RequestRecord,
  { report, body, placeholders }: MaskedDocument,
  startedAt: number,
): Inspected {
  const { kinds, changed, refusal, shift, unread, jsonContent } = report;
  record.inspected({
    verdict: refusal !== undefined ? 'block' : changed ? 'mask' : 'allow',
    kinds,
    unread,
    inspectMs: Math.round((performance.now() - startedAt) * 100) / 100,
  });
  if (refusal !== undefined) throw refusalError(refusal, shift);
  return { [stage]: true, admitted, sealed: sealInspected(body, placeholders), jsonContent };
}
