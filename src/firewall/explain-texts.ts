import type { JsonObject } from '../chat/json.ts';
import { isPlainKey } from '../chat/slot-place.ts';
import { listTextSlots, slotPath } from '../chat/text-slots.ts';
import type { ExplainedFinding, ExplainedText } from '../contract/explain.ts';
import type { Explainer } from './explain.ts';
import type { Find } from './mask-request.ts';
import type { PlaceholderMap } from './placeholder.ts';
import { restoreAnswer } from './restore.ts';

export interface ExplainedMasking {
  readonly explainer: Explainer;
  /** What masking found with: the explainer's own search, or one that adds external findings. */
  readonly find: Find;
  readonly placeholders: PlaceholderMap;
}

/**
 * Every text of a request with its findings, its masked form and what would come back. `after` is the same request masked, without a
 * note to the model; undefined where it is refused.
 */
export function explainTexts(
  before: JsonObject,
  after: JsonObject | undefined,
  { explainer, find, placeholders }: ExplainedMasking,
): ExplainedText[] {
  const { slots } = listTextSlots(before);
  const maskedSlots = after === undefined ? [] : listTextSlots(after).slots;
  // Masking replaces texts and adds none.
  const aligned = maskedSlots.length === slots.length;
  return slots.flatMap((slot, index): readonly ExplainedText[] => {
    const { text } = slot;
    if (slot.kind !== 'text' || text === '' || (slot.structural && isPlainKey(text))) return [];
    const masked = aligned ? (maskedSlots[index]?.text ?? null) : null;
    const { findings, notCounted } = explainer.explain(text, find(text));
    const restored = masked === null ? null : restoredText(masked, placeholders);
    return [
      {
        path: slotPath(slot),
        text,
        findings: withPlaceholders(text, findings, masked),
        notCounted: [...notCounted],
        masked,
        restored,
        restoredEqual: restored === null ? null : restored === text,
      },
    ];
  });
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
