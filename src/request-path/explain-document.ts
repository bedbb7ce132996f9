import type { JsonObject } from '../chat/json.ts';
import { isPlainKey } from '../chat/slot-place.ts';
import { listTextSlots, slotPath, type TextSlot } from '../chat/text-slots.ts';
import type { DetectionSettings } from '../contract/detection-policy.ts';
import type { ExplainedFinding, ExplainedText, Explanation } from '../contract/explain.ts';
import { createExplainer, type Explainer } from '../firewall/explain.ts';
import type { Finding } from '../firewall/finding.ts';
import { appendNote } from '../firewall/mask-note.ts';
import type { Find } from '../firewall/mask-request.ts';
import type { PlaceholderMap } from '../firewall/placeholder.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import { secretsOnly } from '../firewall/policy.ts';
import { restoreAnswer } from '../firewall/restore.ts';
import { callerPath, refusalError } from './inspect.ts';
import { inspectionError, type MaskOrder, maskDocument, prepareDocument } from './mask-document.ts';

/** What is to be explained. Plain data: it also goes to a worker. */
export interface ExplainOrder extends MaskOrder {
  readonly settings: DetectionSettings;
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

interface Eyes {
  readonly explainer: Explainer;
  readonly find: Find;
}

function explain(request: ExplainedRequest, body: JsonObject, order: ExplainOrder, eyes: Eyes): Explanation {
  const before = listTextSlots(copyOf(request, order.persona)).slots;
  const shift = messageCount(body) - messageCount(request.body);
  const { report, placeholders } = maskDocument(body, shift, { ...order, notice: false }, eyes.find);
  const refused = report.refusal === undefined ? null : refusalError(report.refusal, shift);
  const after = refused === null ? listTextSlots(body).slots : [];
  const texts = before.flatMap((slot, index): readonly ExplainedText[] => {
    if (slot.kind !== 'text' || slot.text === '' || (slot.structural && isPlainKey(slot.text))) return [];
    const masked = after.length === before.length ? (after[index]?.text ?? null) : null;
    return [explainText(slot, callerPath(slotPath(slot), shift), { masked, placeholders, eyes })];
  });
  if (refused === null && report.changed && order.notice) appendNote(body);
  return {
    pii: order.pii,
    verdict: refused !== null ? 'block' : report.changed ? 'mask' : 'allow',
    kinds: { ...report.kinds },
    across: acrossOf(report.kinds, texts),
    refusal: refused === null ? null : { status: refused.status, ...refused.body().error, code: refused.code },
    texts,
    messages: refused === null ? (body.messages as Explanation['messages']) : null,
    policyVersion: order.policyVersion,
  };
}

/** Masking works in place. */
const copyOf = (request: ExplainedRequest, persona: string | undefined): JsonObject =>
  JSON.parse(JSON.stringify(prepareDocument(request, persona))) as JsonObject;

const messageCount = ({ messages }: JsonObject): number => (Array.isArray(messages) ? messages.length : 0);

interface Masking {
  readonly masked: string | null;
  readonly placeholders: PlaceholderMap;
  readonly eyes: Eyes;
}

function explainText(slot: TextSlot, path: string, { masked, placeholders, eyes }: Masking): ExplainedText {
  const { text } = slot;
  const found = eyes.find(text);
  const { findings, notCounted } = eyes.explainer.explain(text, found);
  const restored = masked === null ? null : restoredText(masked, placeholders);
  return {
    path,
    text,
    findings: withPlaceholders(text, findings, masked),
    notCounted: [...notCounted],
    masked,
    restored,
    restoredEqual: restored === null ? null : restored === text,
  };
}

/** What a model that repeats the text sends, as the caller gets it. */
function restoredText(masked: string, placeholders: PlaceholderMap): string {
  const answer: JsonObject = { choices: [{ index: 0, message: { role: 'assistant', content: masked } }] };
  const { choices } = restoreAnswer(answer, placeholders) as { choices: [{ message: { content: string } }] };
  return choices[0].message.content;
}

const ISSUED = /^\[[A-Z][A-Z0-9_]*_\d+\]/;

/** Walks the text and its masked form side by side. After text that was kept apart for looking like a placeholder the walk ends. */
function withPlaceholders(
  text: string,
  findings: readonly Omit<ExplainedFinding, 'placeholder'>[],
  masked: string | null,
): ExplainedFinding[] {
  let from = 0;
  let at = 0;
  let lost = masked === null;
  return findings.map((finding) => {
    const between = text.slice(from, finding.start);
    const instead =
      lost || !masked?.startsWith(between, at)
        ? null
        : ISSUED.exec(masked.slice(at + between.length, at + between.length + 60));
    if (instead === null) {
      lost = true;
      return { ...finding, placeholder: null };
    }
    at += between.length + instead[0].length;
    from = finding.end;
    return { ...finding, placeholder: instead[0] };
  });
}

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
