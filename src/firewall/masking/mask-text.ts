import type { Kind } from '../../contract/kinds.ts';
import type { Later, Numbering, Standing } from '../placeholder.ts';
import { beginsWide, createSpellingReader, type SpellingReader } from '../restoring/placeholder-spelling.ts';
import { createJsonDepth } from '../restoring/restore-json.ts';

/** A range of a text to be replaced. `spill` ranges lose their text: the value's placeholder stands in an earlier text. */
export interface MaskRange {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** The whole value where only its beginning stands in this text. */
  readonly value?: string;
  readonly spill?: boolean;
  /** A value found elsewhere, as it is spelled there: the sweep found it here once more. */
  readonly again?: string;
  /** Values found in parts of this range: they keep their numbers though they are not written. */
  readonly instead?: readonly MaskRange[];
}

/** How a text stands in the request. */
export interface TextStanding extends Standing {
  /** A string of JSON: where it holds JSON itself, values in it are escaped once more. */
  readonly inJson?: boolean;
}

/** Finds everything in the caller's text that could be taken for a placeholder of some kinds, whatever its number. */
export interface LookAlikes {
  readonly reader: SpellingReader;
  /** False for a text without any. */
  readonly mayHold: (text: string) => boolean;
}

/** Made once for the same kinds: they are the policy's. */
export function lookAlikesOf(kinds: readonly string[]): LookAlikes {
  const key = kinds.join(' ');
  let known = KNOWN.get(key);
  if (known === undefined) {
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    const pattern = new RegExp(kinds.map(spelled).join('|'), 'i');
    known = {
      reader: createSpellingReader({ kinds, has: () => true, starts: () => true }),
      mayHold: kinds.length === 0 ? () => false : (text) => pattern.test(text),
    };
    KNOWN.set(key, known);
  }
  return known;
}

const KNOWN = new Map<string, LookAlikes>();
const MOST_KNOWN = 200;

/** What every spelling of a kind's placeholders has: the words of its name and a number, a few characters apart (`placeholder-spelling.ts`). */
const spelled = (kind: string): string => `${kind.split('_').join('[^]{1,8}?')}[^]{1,8}?[1-9]`;

/** The pieces of a masked text; some are only known when all texts have been read. */
export type MaskedPieces = readonly (string | Later)[];

/**
 * Replaces the ranges (sorted, not overlapping) by placeholders and keeps look-alikes apart (see `createNumbering`). Each piece
 * between two ranges is read by itself, as it will stand between two brackets afterwards.
 */
export function maskPieces(
  text: string,
  ranges: readonly MaskRange[],
  { numbering, lookAlikes, standing = PLAIN }: MaskTools,
): MaskedPieces {
  const keep = lookAlikes.mayHold(text)
    ? (piece: string) => keepLookAlikes(piece, numbering, lookAlikes.reader)
    : asItIs;
  const pieces: (string | Later)[] = [];
  const valueAt = standing.inJson && HOLDS_JSON.test(text) ? unescaper(text) : undefined;
  let out = '';
  let from = 0;
  for (const found of ranges) {
    if (found.end <= from) continue;
    // Ranges should not overlap; where they do, both are masked.
    const range = found.start < from ? { ...found, start: from } : found;
    out += keep(text.slice(from, range.start));
    const written = text.slice(range.start, range.end);
    const next = replacement(range, valueAt?.(range.start, written) ?? written, { numbering, standing });
    if (typeof next === 'string') out += next;
    else {
      pieces.push(out, next);
      out = '';
    }
    from = range.end;
  }
  pieces.push(out + keep(from === 0 ? text : text.slice(from)));
  return pieces;
}

const PLAIN: TextStanding = {};
const asItIs = (piece: string): string => piece;

export interface MaskTools {
  readonly numbering: Numbering;
  readonly lookAlikes: LookAlikes;
  readonly standing?: TextStanding;
}

export const joinPieces = (pieces: MaskedPieces): string => {
  const [only = ''] = pieces;
  if (pieces.length === 1 && typeof only === 'string') return only;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
};

/** One text by itself, where nothing is swept. */
export function maskText(
  text: string,
  ranges: readonly MaskRange[],
  numbering: Numbering,
  lookAlikes: LookAlikes,
): string {
  return joinPieces(maskPieces(text, ranges, { numbering, lookAlikes }));
}

function replacement(
  range: MaskRange,
  written: string,
  { numbering, standing }: { numbering: Numbering; standing: TextStanding },
): string | Later {
  if (range.spill) return '';
  for (const part of range.instead ?? []) number(part, part.value ?? '', numbering, standing);
  if (range.again !== undefined) return numbering.again(range.kind, written, range.again, standing);
  return number(range, range.value ?? written, numbering, standing);
}

const number = ({ kind }: MaskRange, value: string, numbering: Numbering, standing: TextStanding): string =>
  kind === 'SECRET' ? numbering.secret(value) : numbering.personal(kind, value, standing);

/** As `restore-json.ts` tells that a string holds JSON: by how it begins. */
const HOLDS_JSON = /^\s*[[{]/;

/** What the text of a range says at its depth of JSON in JSON, where restoring would escape it to the very same characters. */
function unescaper(text: string): (at: number, written: string) => string {
  const depth = createJsonDepth({ inString: true });
  let fed = 0;
  return (at, written) => {
    if (!written.includes('\\')) return written;
    for (; fed < at; fed++) depth.feed(text.charCodeAt(fed));
    let value = written;
    for (let level = 0; level < DEEPEST && !depth.outside(); level++) {
      const said = unescapedOnce(value);
      if (said === undefined) return written;
      value = said;
      if (depth.escape(value) === written) return value;
    }
    return written;
  };
}

const DEEPEST = 6;

function unescapedOnce(text: string): string | undefined {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return undefined;
  }
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
