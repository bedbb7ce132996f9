import type { TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import type { Finding } from '../finding.ts';
import type { MaskRange } from './mask-text.ts';

/** A value that was cut across two or more neighbouring texts, and the first of them. */
export interface AcrossFinding {
  readonly slot: TextSlot;
  readonly kind: Kind;
}

export interface AcrossOptions {
  readonly find: (text: string) => readonly Finding[];
  /** Whether findings of a kind count in this request. */
  readonly counts: (kind: Kind) => boolean;
}

/** Characters read on either side of a cut: longer than any personal value but an address over several lines. */
const REACH = 200;
/** Cuts this near to each other are read together: many small parts cost twice their length and not more. */
const MAX_WINDOW = 800;

/**
 * Values cut across neighbouring parts of a message, or across consecutive messages. Only values that really straddle a cut count;
 * where a piece was found by itself, see `belongs`. The first piece takes the placeholder of the whole value, the others go:
 * `ranges` (per slot) is added to.
 */
export function findAcross(
  slots: readonly TextSlot[],
  ranges: (readonly MaskRange[])[],
  options: AcrossOptions,
): readonly AcrossFinding[] {
  if (!someContinue(slots)) return NOTHING;
  const texts = joinable(slots);
  const found: AcrossFinding[] = [];
  let first = 1;
  while (first < texts.length) {
    const cut = texts[first];
    if (cut === undefined || !mayContinue(texts[first - 1]?.slot.text ?? '', cut.slot.text)) {
      first++;
      continue;
    }
    let last = first;
    while (last + 1 < texts.length && (texts[last + 1]?.start ?? 0) - cut.start <= MAX_WINDOW - 2 * REACH) last++;
    const window = windowAround(texts, first, last);
    for (const finding of options.find(window.text)) {
      const slot = options.counts(finding.kind) ? maskAcross(window, finding, ranges) : undefined;
      if (slot !== undefined) found.push({ slot, kind: finding.kind });
    }
    first = last + 1;
  }
  return found;
}

const NOTHING: readonly AcrossFinding[] = [];

const isJoinable = ({ flow, kind, text }: TextSlot): boolean => flow !== undefined && kind === 'text' && text !== '';

/** Whether a value may go on from one of the texts into the next. */
function someContinue(slots: readonly TextSlot[]): boolean {
  let last: TextSlot | undefined;
  for (const slot of slots) {
    if (!isJoinable(slot)) continue;
    if (last !== undefined && mayContinue(last.text, slot.text)) return true;
    last = slot;
  }
  return false;
}

interface Joined {
  readonly slot: TextSlot;
  readonly index: number;
  /** Where its text begins in the joined text. */
  readonly start: number;
}

function joinable(slots: readonly TextSlot[]): Joined[] {
  const texts: Joined[] = [];
  let start = 0;
  slots.forEach((slot, index) => {
    if (!isJoinable(slot)) return;
    texts.push({ slot, index, start });
    start += slot.text.length;
  });
  return texts;
}

/** False where the first text ends like a sentence or a paragraph and the second begins like one: no value goes on there. */
function mayContinue(left: string, right: string): boolean {
  const end = left.charCodeAt(left.length - 1);
  const start = right.charCodeAt(0);
  if (end === 0x0a || start === 0x0a) return false;
  const stop = end === 0x2e || end === 0x21 || end === 0x3f || end === 0x3a || end === 0x3b || end === 0x2c;
  return !stop || (start > 0x20 && !(start >= 0x41 && start <= 0x5a));
}

interface Piece {
  readonly slot: TextSlot;
  readonly index: number;
  /** Range of the piece in the window, and what to add for an offset in its slot. */
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

interface Window {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The text around the cuts in front of `texts[first]` to `texts[last]`. */
function windowAround(texts: readonly Joined[], first: number, last: number): Window {
  const start = (texts[first]?.start ?? 0) - REACH;
  const end = (texts[last]?.start ?? 0) + REACH;
  let low = first;
  while (low > 0 && (texts[low]?.start ?? 0) > start) low--;
  const pieces: Piece[] = [];
  let text = '';
  for (let i = low; i < texts.length; i++) {
    const joined = texts[i];
    if (joined === undefined || joined.start >= end) break;
    const cutFrom = Math.max(0, start - joined.start);
    const part = joined.slot.text.slice(cutFrom, end - joined.start);
    pieces.push({
      slot: joined.slot,
      index: joined.index,
      from: text.length,
      to: text.length + part.length,
      shift: cutFrom - text.length,
    });
    text += part;
  }
  return { text, pieces };
}

interface Fragment {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

/** Adds the ranges of a finding that straddles a cut and returns its first slot; undefined where there is nothing to add. */
function maskAcross(window: Window, finding: Finding, ranges: (readonly MaskRange[])[]): TextSlot | undefined {
  const { start, end, kind } = finding;
  const touched = window.pieces.filter((piece) => piece.from < end && start < piece.to);
  const first = touched[0];
  if (first === undefined || touched.length < 2) return undefined;
  const fragments = touched.map((piece) => ({
    piece,
    start: Math.max(start, piece.from) + piece.shift,
    end: Math.min(end, piece.to) + piece.shift,
  }));
  const free = fragments.flatMap((fragment) => withoutTaken(fragment, ranges[fragment.piece.index] ?? []));
  const untouched = free.length === fragments.length && free.every((part, i) => part === fragments[i]);
  if (untouched) {
    const value = window.text.slice(start, end);
    fragments.forEach((part, i) => {
      addRange(ranges, part, i === 0 ? { kind, value } : { kind, spill: true });
    });
    return first.slot;
  }
  const masked = free.filter((part) => kind === 'SECRET' || belongs(part, touched));
  for (const part of masked) addRange(ranges, part, { kind });
  // A secret counts also where all of its pieces are already taken for something else.
  return masked.length > 0 || kind === 'SECRET' ? first.slot : undefined;
}

function addRange(
  ranges: (readonly MaskRange[])[],
  { piece, start, end }: Fragment,
  rest: Omit<MaskRange, 'start' | 'end'>,
): void {
  const list = ranges[piece.index] ?? [];
  const before = list.findIndex((range) => range.start > start);
  ranges[piece.index] = list.toSpliced(before < 0 ? list.length : before, 0, { start, end, ...rest });
}

/** The stretches of a fragment that no range covers; the fragment itself where none touches it. */
function withoutTaken(fragment: Fragment, taken: readonly MaskRange[]): Fragment[] {
  const inside = taken.filter((range) => range.start < fragment.end && fragment.start < range.end);
  if (inside.length === 0) return [fragment];
  const free: Fragment[] = [];
  let from = fragment.start;
  for (const range of inside) {
    if (range.start > from) free.push({ ...fragment, start: from, end: range.start });
    from = Math.max(from, range.end);
  }
  if (from < fragment.end) free.push({ ...fragment, start: from });
  return free;
}

/**
 * Whether a stretch beside a value found by itself is part of it. `My mail is` in front of an address is not: only stretches of the same
 * message that are no plain word count, and they get a placeholder of their own, so that the value found stays right.
 */
function belongs({ piece, start, end }: Fragment, touched: readonly Piece[]): boolean {
  if (touched.some((other) => other.slot.flow !== piece.slot.flow)) return false;
  return !/^[\p{L}\p{M}\s]*$/u.test(piece.slot.text.slice(start, end));
}
