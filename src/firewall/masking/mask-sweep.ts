import type { TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import { canonicalValue } from './canonical-value.ts';
import type { Stretch } from './mask-rows.ts';
import { createSearch, type Hit } from './mask-search.ts';
import { type SoughtValue, soughtOf } from './mask-sought.ts';
import type { MaskRange } from './mask-text.ts';
import { isSoughtInWords } from './read-words.ts';

/**
 * Second look: what was found anywhere in the request must not leave from another place of it where no detector saw it, for want of words
 * around it or because it is written or encoded in another way. All texts are searched for all values found, once.
 *
 * It looks backwards too. A value that only a later message gives away is masked in earlier ones as well, so that their bytes
 * change once: not leaking is worth more than a prefix in a provider's cache. No number changes by it (see `Numbering.again`).
 *
 * `ranges` (per slot, in the order of the slots) is added to. Nothing is done where nothing was found.
 */
export function sweep(
  slots: readonly TextSlot[],
  ranges: (readonly MaskRange[])[],
  { note, words, inWord, check }: SweepOptions,
): void {
  const sought = collect(slots, ranges);
  if (sought.length === 0) return;
  const search = createSearch(sought, check);
  let hits: Hit[] = [];
  let found: readonly MaskRange[] = [];
  const hear = (hit: Hit): void => {
    if (!isCovered(found, hit)) hits.push(hit);
  };
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] as TextSlot;
    if (slot.kind !== 'text' || slot.text.length < SHORTEST) continue;
    check();
    found = ranges[index] ?? [];
    search(slot.text, hear);
    if (hits.length === 0) continue;
    const merged = merge(slot.text, found, hits);
    hits = [];
    const before = new Set(found);
    for (const range of merged) if (range.again !== undefined && !before.has(range)) note(slot, range.kind);
    ranges[index] = merged;
  }
  for (const word of words) search(word.text, ({ of: { kind } }) => isSoughtInWords(kind) && inWord(word, kind));
}

export interface SweepOptions {
  /** Told of each value that was found once more. */
  readonly note: (slot: TextSlot, kind: Kind) => void;
  /** Words of the format, in which values are looked for too, and who is told of those. */
  readonly words: readonly TextSlot[];
  readonly inWord: (slot: TextSlot, kind: Kind) => void;
  /** Called between steps; may throw. */
  readonly check: () => void;
}

/** No value that is looked for is shorter. */
const SHORTEST = 3;

/** Whether a hit lies within what was found at its place: then it adds nothing. */
function isCovered(found: readonly MaskRange[], { start, end }: Hit): boolean {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle] as MaskRange).end <= start) low = middle + 1;
    else high = middle;
  }
  const first = found[low];
  return first !== undefined && first.start <= start && first.end >= end;
}

/** The spellings of one kind that are looked for already. */
interface Seen {
  readonly first: string;
  /** All spellings, and what they have in common; made for the second one. */
  others: { readonly written: Set<string>; readonly forms: Set<string> } | undefined;
}

/** Every value once, as it is first spelled. */
function collect(slots: readonly TextSlot[], ranges: readonly (readonly MaskRange[])[]): SoughtValue[] {
  const kinds = new Map<Kind, Seen>();
  const sought: SoughtValue[] = [];
  for (let index = 0; index < ranges.length; index++) {
    for (const { start, end, kind, value: whole, spill } of ranges[index] ?? []) {
      if (spill) continue;
      const written = whole ?? slots[index]?.text.slice(start, end) ?? '';
      const seen = kinds.get(kind);
      if (seen === undefined) kinds.set(kind, { first: written, others: undefined });
      else if (!isNew(seen, kind, written)) continue;
      for (const value of soughtOf(kind, written)) sought.push(value);
    }
  }
  return sought;
}

/** Spellings of one value are found by one row, but for the ways to write IPv6. */
function isNew(seen: Seen, kind: Kind, written: string): boolean {
  if (written === seen.first) return false;
  seen.others ??= { written: new Set(), forms: new Set([formOf(kind, seen.first)]) };
  const { written: known, forms } = seen.others;
  if (known.has(written)) return false;
  known.add(written);
  const form = formOf(kind, written);
  if (forms.has(form)) return false;
  forms.add(form);
  return true;
}

const formOf = (kind: Kind, written: string): string => (kind === 'IP' ? written : canonicalValue(kind, written));

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
