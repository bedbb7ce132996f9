import type { TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import { canonicalValue } from './canonical-value.ts';
import type { Stretch } from './mask-rows.ts';
import { createSearch, type Hit } from './mask-search.ts';
import { type SoughtValue, soughtOf } from './mask-sought.ts';
import type { MaskRange } from './mask-text.ts';

/**
 * Second look: what was found anywhere in the request must not leave from another place of it where no detector saw it, for want of words
 * around it or because it is written or encoded in another way. All texts are searched for all values found, once.
 *
 * It looks backwards too. A value that only a later message gives away is masked in earlier ones as well, so that their bytes
 * change once: not leaking is worth more than a prefix in a provider's cache. No number changes by it (see `Numbering.again`).
 *
 * `ranges` (per slot, in the order of the slots) is added to; `note` is told of each. Nothing is done where nothing was found.
 */
export function sweep(
  slots: readonly TextSlot[],
  ranges: MaskRange[][],
  note: (slot: TextSlot, kind: Kind) => void,
): void {
  const sought = collect(slots, ranges);
  if (sought.length === 0) return;
  const search = createSearch(sought);
  slots.forEach((slot, index) => {
    if (slot.kind !== 'text' || slot.text.length < SHORTEST) return;
    const list = ranges[index];
    if (list === undefined) return;
    const hits: Hit[] = [];
    search(slot.text, (hit) => hits.push(hit));
    if (hits.length === 0) return;
    const merged = merge(slot.text, list, hits);
    for (const range of merged) if (range.again !== undefined && !list.includes(range)) note(slot, range.kind);
    ranges[index] = merged;
  });
}

/** No value that is looked for is shorter. */
const SHORTEST = 3;

/** Every value once, as it is first spelled. */
function collect(slots: readonly TextSlot[], ranges: readonly MaskRange[][]): SoughtValue[] {
  const seen = new Set<string>();
  const sought: SoughtValue[] = [];
  ranges.forEach((list, index) => {
    for (const { start, end, kind, value: whole, spill } of list) {
      if (spill) continue;
      const written = whole ?? slots[index]?.text.slice(start, end) ?? '';
      if (seen.has(`${kind} ${written}`)) continue;
      seen.add(`${kind} ${written}`);
      // Spellings of one value are found by one row, but for the ways to write IPv6.
      const key = `=${kind} ${kind === 'IP' ? written : canonicalValue(kind, written)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const value of soughtOf(kind, written)) sought.push(value);
    }
  });
  return sought;
}

/**
 * The ranges with the hits that add something. What a detector found stays, except where it saw but a part of the value: then the whole takes
 * its place. Of a hit that only overlaps a range, what is left of it is masked by itself.
 */
function merge(text: string, found: readonly MaskRange[], hits: readonly Hit[]): MaskRange[] {
  const ranges = [...found];
  const ordered = hits.length === 1 ? hits : [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  for (const { start, end, of } of ordered) {
    while (at < ranges.length && (ranges[at]?.end ?? 0) <= start) at++;
    const first = ranges[at];
    if (first !== undefined && first.start <= start && first.end >= end) continue;
    let to = at;
    while (to < ranges.length && (ranges[to]?.start ?? 0) < end) to++;
    const inside = ranges.slice(at, to);
    const free = freeOf(text, inside, { start, end });
    if (free.length === 0) continue;
    const again = { kind: of.kind, again: of.value };
    if (inside.length === 0) ranges.splice(at, 0, { ...again, start, end });
    else if (inside.every((range) => isPart(range, start, end))) {
      const instead = inside.map((range) => ({ ...range, value: text.slice(range.start, range.end) }));
      ranges.splice(at, to - at, { ...again, start, end, instead });
    } else {
      const pieces = [...inside, ...free.map((stretch) => ({ ...again, ...stretch }))];
      ranges.splice(at, to - at, ...pieces.sort((a, b) => a.start - b.start));
    }
  }
  return ranges;
}

/** What of a stretch no range covers, where it holds a letter or a digit. */
function freeOf(text: string, inside: readonly MaskRange[], { start, end }: Stretch): Stretch[] {
  const free: Stretch[] = [];
  const add = (from: number, to: number): void => {
    if (LETTER_OR_DIGIT.test(text.slice(from, to))) free.push({ start: from, end: to });
  };
  let from = start;
  for (const range of inside) {
    add(from, range.start);
    from = range.end;
  }
  add(from, end);
  return free;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isPart = (range: MaskRange, start: number, end: number): boolean =>
  range.start >= start &&
  range.end <= end &&
  range.end - range.start < end - start &&
  range.value === undefined &&
  range.again === undefined &&
  !range.spill &&
  range.kind !== 'SECRET';
