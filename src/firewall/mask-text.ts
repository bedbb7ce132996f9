import type { Kind } from '../contract/kinds.ts';
import type { Numbering } from './placeholder.ts';
import { beginsWide, createSpellingReader, type SpellingReader } from './placeholder-spelling.ts';

/** A range of a text to be replaced. `spill` ranges lose their text: the value's placeholder stands in an earlier text. */
export interface MaskRange {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** The whole value where only its beginning stands in this text. */
  readonly value?: string;
  readonly spill?: boolean;
}

/** The reader that finds everything in the caller's text that could be taken for a placeholder of these kinds, whatever its number. */
export function lookAlikeReader(kinds: readonly string[]): SpellingReader {
  return createSpellingReader({ kinds, has: () => true, starts: () => true });
}

/**
 * Replaces the ranges (sorted, not overlapping) by placeholders and keeps look-alikes apart (see `createNumbering`). Each piece
 * between two ranges is read by itself, as it will stand between two brackets afterwards.
 */
export function maskText(
  text: string,
  ranges: readonly MaskRange[],
  numbering: Numbering,
  lookAlikes: SpellingReader,
): string {
  let out = '';
  let from = 0;
  for (const found of ranges) {
    if (found.end <= from) continue;
    // Ranges should not overlap; where they do, both are masked.
    const range = found.start < from ? { ...found, start: from } : found;
    out += keepLookAlikes(text.slice(from, range.start), numbering, lookAlikes) + replacement(text, range, numbering);
    from = range.end;
  }
  return out + keepLookAlikes(from === 0 ? text : text.slice(from), numbering, lookAlikes);
}

function replacement(text: string, range: MaskRange, numbering: Numbering): string {
  if (range.spill) return '';
  const value = range.value ?? text.slice(range.start, range.end);
  return range.kind === 'SECRET' ? numbering.secret(value) : numbering.personal(range.kind, value);
}

function keepLookAlikes(piece: string, numbering: Numbering, lookAlikes: SpellingReader): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    if (code < 128 ? lookAlikes.begins[code] !== 1 : !beginsWide(code)) continue;
    const found = lookAlikes.read(piece, at, at === from ? 0 : piece.charCodeAt(at - 1), true);
    if (found === undefined || found === 'partial') continue;
    const instead = numbering.lookAlike(found.name, piece.slice(at, found.end));
    if (instead === undefined) continue;
    out += piece.slice(from, at) + instead;
    from = found.end;
    at = found.end - 1;
  }
  return from === 0 ? piece : out + piece.slice(from);
}
