import { decodeEdits } from '../views/decode.ts';
import { foldEdits } from '../views/fold.ts';
import { type Edit, editedLayer, type Layer, originalLayer } from '../views/layer.ts';
import { DECODE_DEPTH, NESTING } from '../views/readings.ts';
import { createRunFilter, decodings, longRuns, pairedRuns, type Run } from './mask-runs.ts';
import { createSeeker, ENCODED, ESCAPED, PAIRED, type Seeker, WIDE } from './mask-seek.ts';
import type { SoughtValue } from './mask-sought.ts';

/** A stretch of a text that is a value found elsewhere. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly of: SoughtValue;
}

/**
 * Looks for values in a text and in what it says when it is read another way: folded, with its escapes undone, and in its runs of base64
 * and hexadecimal digits, which are taken whole where a value is inside. Hits are in no order and may overlap. `check` is called now and
 * then, and may throw.
 */
export function createSearch(
  values: readonly SoughtValue[],
  check: () => void,
): (text: string, found: (hit: Hit) => void) => void {
  const seeker = createSeeker(values, check);
  let mayHold: ((run: string) => boolean) | undefined;

  const search = (text: string, found: (hit: Hit) => void, nesting: number): void => {
    let flags = seeker.seek(text, ({ start, end }, of) => found({ start, end, of }));
    if (flags === 0) return;
    let layer = originalLayer(text);
    const step = (edits: readonly Edit[]): boolean => {
      if (edits.length === 0) return false;
      layer = editedLayer(layer, edits);
      flags |= seekIn(layer, { seeker, found });
      return true;
    };
    if (flags & WIDE) step(foldEdits(text));
    let quoted: readonly Edit[] = [];
    for (let depth = 0; depth < DECODE_DEPTH && flags & ESCAPED; depth++) {
      const edits = decodeEdits(layer.text);
      quoted = edits.filter((edit) => isQuoted(layer, edit));
      if (!step(quoted.length === 0 ? edits : edits.filter((edit) => !isQuoted(layer, edit)))) break;
      quoted = [];
      if (flags & WIDE) step(foldEdits(layer.text));
    }
    // In `?number=4556` the `=45` is no escape; where it is one, this reading has it.
    if (quoted.length > 0) flags |= seekIn(editedLayer(layer, quoted), { seeker, found });
    if (nesting >= NESTING) return;
    if (flags & ENCODED) openRuns(layer, longRuns(layer.text), { found, nesting });
    if (flags & PAIRED) openRuns(layer, pairedRuns(layer.text), { found, nesting });
  };

  const openRuns = (layer: Layer, runs: Iterable<Run>, { found, nesting }: Opening): void => {
    for (const { start, end, text } of runs) {
      mayHold ??= createRunFilter(values.map(({ value }) => value));
      const of = mayHold(text) ? valueIn(text, nesting) : undefined;
      if (of !== undefined) found({ ...layer.toOriginal(start, end), of });
    }
  };

  const valueIn = (run: string, nesting: number): SoughtValue | undefined => {
    let first: SoughtValue | undefined;
    for (const text of decodings(run)) {
      // What is no text has no other readings: bytes only hold what they hold.
      if (text.includes('\ufffd')) seeker.seek(text, (_stretch, of) => (first ??= of));
      else search(text, ({ of }) => (first ??= of), nesting + 1);
      if (first !== undefined) return first;
    }
    return undefined;
  };

  return (text, found) => search(text, found, 0);
}

/** Quoted-printable (RFC 2045, 6.7). */
const isQuoted = (layer: Layer, { start }: Edit): boolean => layer.text.charCodeAt(start) === 0x3d;

interface Opening {
  readonly found: (hit: Hit) => void;
  readonly nesting: number;
}

interface Seeking {
  readonly seeker: Seeker<SoughtValue>;
  readonly found: (hit: Hit) => void;
}

/** The stretches that read another way. Returns the seeker's flags. */
function seekIn(layer: Layer, { seeker, found }: Seeking): number {
  let flags = 0;
  for (const window of layer.windows) {
    const shown = layer.text.slice(window.start, window.end);
    flags |= seeker.seek(shown, ({ start, end }, of) => {
      found({ ...layer.toOriginal(window.start + start, window.start + end), of });
    });
  }
  return flags;
}
