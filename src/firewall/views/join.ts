import { brokenLineEdits } from './broken-lines.ts';
import type { Edit } from './layer.ts';
import { markupEdits } from './markup.ts';
import { separatedGroupEdits } from './separated-groups.ts';
import { spacedEdits } from './spaced-characters.ts';
import { spokenAddressEdits } from './spoken-address.ts';
import { spokenDigitEdits } from './spoken-digits.ts';
import { AT_SIGN, DIGIT, LINE_END, MARKUP, SPELLED } from './triggers.ts';

/**
 * Values taken apart: spaced, spoken, broken over lines, spread over table cells, with markup inside or odd separators.
 * Without `personal` only the ways that can hide a key are tried.
 */
export function joinEdits(text: string, triggers: number, personal: boolean): Edit[] {
  const edits: Edit[] = [];
  const add = (more: Edit[]): void => {
    for (const edit of more) edits.push(edit);
  };
  if (personal) {
    add(spokenAddressEdits(text, triggers));
    add(spokenDigitEdits(text));
  }
  if (triggers & SPELLED) add(spacedEdits(text));
  if (triggers & MARKUP) add(markupEdits(text));
  if (personal && triggers & DIGIT) add(separatedGroupEdits(text));
  if (triggers & LINE_END && triggers & (DIGIT | AT_SIGN)) add(brokenLineEdits(text));
  return edits.length < 2 ? edits : disjoint(edits);
}

/** Sorted, and where two overlap the earlier one in the list of techniques. */
function disjoint(edits: Edit[]): Edit[] {
  const ordered = edits.map((edit, rank) => ({ edit, rank }));
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.rank - b.rank);
  const out: Edit[] = [];
  let end = -1;
  for (const { edit } of ordered) {
    if (edit.start < end) continue;
    out.push(edit);
    end = edit.end;
  }
  return out;
}
