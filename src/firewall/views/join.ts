import type { DigitRuns } from '../detectors/digit-runs.ts';
import { brokenLineEdits } from './broken-lines.ts';
import type { Edit } from './layer.ts';
import { markupEdits } from './markup.ts';
import { separatedGroupEdits } from './separated-groups.ts';
import { spacedEdits } from './spaced-characters.ts';
import { spokenAddressEdits } from './spoken-address.ts';
import { spokenDigitEdits } from './spoken-digits.ts';
import { AT_SIGN, DIGIT, LINE_END, MARKUP, SPELLED, SPOKEN } from './triggers.ts';

/**
 * Values taken apart: spaced, spoken, broken over lines, spread over table cells, with markup inside or odd separators.
 * Without digits, which only personal data asks for, only the ways that can hide a key are tried.
 */
export function joinEdits(text: string, triggers: number, digits: DigitRuns | undefined): Edit[] {
  const lists: Edit[][] = [];
  const add = (edits: Edit[]): void => {
    if (edits.length > 0) lists.push(edits);
  };
  if (digits) {
    add(spokenAddressEdits(text, triggers));
    if (triggers & SPOKEN) add(spokenDigitEdits(text));
  }
  if (triggers & SPELLED) add(spacedEdits(text));
  if (triggers & MARKUP) add(markupEdits(text));
  if (digits) add(separatedGroupEdits(text, digits));
  if (triggers & LINE_END && triggers & (DIGIT | AT_SIGN)) add(brokenLineEdits(text));
  return disjoint(lists.flat());
}

/** Sorted, and where two overlap the earlier one in the list of techniques: sorting is stable. */
function disjoint(edits: Edit[]): Edit[] {
  if (edits.length < 2) return edits;
  edits.sort((a, b) => a.start - b.start);
  let end = -1;
  return edits.filter((edit) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}
