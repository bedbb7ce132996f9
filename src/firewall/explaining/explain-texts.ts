import type { JsonObject } from '../../chat/json.ts';
import { isPlainKey } from '../../chat/slot-place.ts';
import { listTextSlots, slotPath } from '../../chat/text-slots.ts';
import type { ExplainedFinding, ExplainedText } from '../../contract/explain.ts';
import type { Find } from '../finding.ts';
import { findInSlot } from '../masking/find-in-slot.ts';
import type { PlaceholderMap } from '../placeholder.ts';
import { restoreAnswer } from '../restoring/restore.ts';
import type { Explainer } from './explain.ts';
import { alignMasked, type Replacement } from './explain-alignment.ts';

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
    const { findings, notCounted } = explainer.explain(text, findInSlot(slot, find));
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

/** Every finding with its placeholder, and what was masked because its value was found elsewhere in the request. */
function withPlaceholders(
  text: string,
  findings: readonly Omit<ExplainedFinding, 'placeholder'>[],
  masked: string | null,
): ExplainedFinding[] {
  const replaced = masked === null ? [] : alignMasked(text, masked, findings);
  const told = findings.map((finding) => ({
    ...finding,
    placeholder: replaced.find(({ start }) => start === finding.start)?.placeholder ?? null,
  }));
  const again = replaced
    .filter(({ start, end }) => !findings.some((finding) => finding.start < end && start < finding.end))
    .map((each) => foundAgain(each, told));
  return again.length === 0 ? told : [...told, ...again].sort((one, other) => one.start - other.start);
}

function foundAgain({ start, end, placeholder }: Replacement, told: readonly ExplainedFinding[]): ExplainedFinding {
  const kind = placeholder.slice(1, placeholder.lastIndexOf('_'));
  const {
    type = kind,
    title = kind,
    score = 1,
    tier = 'T0',
  } = told.find((each) => each.placeholder === placeholder) ?? {};
  const rule =
    'the same value as one that was found in this request, here without words around it or written another way';
  return {
    start,
    end,
    kind,
    type,
    score,
    tier,
    title,
    rule,
    detector: 'again',
    view: 'original',
    reads: null,
    placeholder,
  };
}
