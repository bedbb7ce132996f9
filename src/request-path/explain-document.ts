import type { JsonObject } from '../chat/json.ts';
import type { DetectionSettings } from '../contract/detection-policy.ts';
import type { Explanation } from '../contract/explain.ts';
import { GatewayError } from '../errors.ts';
import { createExplainer, type Explainer } from '../firewall/explaining/explain.ts';
import { explainTexts } from '../firewall/explaining/explain-texts.ts';
import type { Find, Finding } from '../firewall/finding.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import { detectionPolicyProblems, secretsOnly } from '../firewall/policy.ts';
import { inspectionError, type MaskOrder, maskDocument, prepareDocument } from './mask-document.ts';
import { callerPath, refusalError } from './refusal.ts';

/** What is to be explained. Plain data: it also goes to a worker. */
export interface ExplainOrder extends MaskOrder {
  readonly settings: DetectionSettings;
  readonly fingerprint: string;
  /** The settings are nobody's yet: what the schema cannot see is looked at first. */
  readonly unsaved: boolean;
  readonly policyVersion: string;
}

/** A request as `receive` made it. */
export interface ExplainedRequest {
  readonly body: JsonObject;
  readonly system: string | undefined;
}

/** Adds what external detectors say to a search. */
export type WithExternal = (body: JsonObject, find: Find, policy: DetectionPolicy) => Promise<Find>;

/**
 * Masks a copy of the request as `inspect` would and says why. `full` is the policy with personal data on.
 * Throws GatewayError where the request could not be checked.
 */
export async function explainDocument(
  request: ExplainedRequest,
  order: ExplainOrder,
  full: DetectionPolicy,
  withExternal?: WithExternal,
): Promise<Explanation> {
  const off = order.pii === 'disabled';
  const policy = off ? secretsOnly(full) : full;
  const explainer = createExplainer(policy, { settings: order.settings, passing: off ? full : undefined });
  const masked = copyOf(request, order.persona);
  const find = withExternal === undefined || off ? explainer.find : await withExternal(masked, explainer.find, policy);
  try {
    return explain(request, masked, order, { explainer, find });
  } catch (error) {
    throw inspectionError(error);
  }
}

/** Throws GatewayError `invalid_value` for settings that could not be saved. */
export function checkUnsaved(settings: DetectionSettings): void {
  const problem = detectionPolicyProblems(settings)[0];
  if (problem === undefined) return;
  throw new GatewayError('invalid_value', { message: problem.message, param: `settings.detection.${problem.field}` });
}

interface Eyes {
  readonly explainer: Explainer;
  readonly find: Find;
}

function explain(request: ExplainedRequest, body: JsonObject, order: ExplainOrder, eyes: Eyes): Explanation {
  const before = copyOf(request, order.persona);
  const shift = messageCount(body) - messageCount(request.body);
  const { report, placeholders } = maskDocument(body, shift, { ...order, notice: false }, eyes);
  const refused = report.refusal === undefined ? null : refusalError(report.refusal, shift);
  const texts = explainTexts(before, refused === null ? body : undefined, { ...eyes, placeholders }).map((text) => ({
    ...text,
    path: callerPath(text.path, shift),
  }));
  return {
    pii: order.pii,
    verdict: refused !== null ? 'block' : report.changed ? 'mask' : 'allow',
    kinds: { ...report.kinds },
    across: acrossOf(report.kinds, texts),
    refusal: refused === null ? null : { status: refused.status, ...refused.body().error, code: refused.code },
    texts,
    messages: refused === null ? messagesSent(copyOf(request, order.persona), shift, { order, eyes }) : null,
    policyVersion: order.policyVersion,
  };
}

/** Once more with the note to the model, which the texts above are told without. */
function messagesSent(
  body: JsonObject,
  shift: number,
  { order, eyes }: { readonly order: ExplainOrder; readonly eyes: Eyes },
): Explanation['messages'] {
  maskDocument(body, shift, order, eyes);
  return body.messages as Explanation['messages'];
}

/** Masking works in place. */
const copyOf = (request: ExplainedRequest, persona: string | undefined): JsonObject =>
  JSON.parse(JSON.stringify(prepareDocument(request, persona))) as JsonObject;

const messageCount = ({ messages }: JsonObject): number => (Array.isArray(messages) ? messages.length : 0);

/** What the request counts beyond the findings of its texts. */
function acrossOf(
  kinds: Readonly<Record<string, number>>,
  texts: readonly { readonly findings: readonly Pick<Finding, 'kind'>[] }[],
): Record<string, number> {
  const rest: Record<string, number> = { ...kinds };
  for (const { findings } of texts) {
    for (const { kind } of findings) if (rest[kind] !== undefined) rest[kind] -= 1;
  }
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
}
