import type { Seeker } from './mask-seek.ts';
import type { SoughtValue } from './mask-sought.ts';
import type { Hit } from './mask-sweep.ts';
import { decodeEdits } from './views/decode.ts';
import { foldEdits } from './views/fold.ts';
import { type Edit, editedLayer, type Layer, originalLayer } from './views/layer.ts';
import { ESCAPE, NON_ASCII, scanTriggers } from './views/triggers.ts';

/** Text inside an encoded run of a text is read this many times. */
const NESTING = 2;
/** Escapes are undone this many times. */
const DEPTH = 2;

/**
 * Looks for values in what a text says when it is read another way: folded, with its escapes undone, and in its runs of base64 and
 * hexadecimal digits, which are taken whole where a value is inside.
 */
export function sweepEncoded(text: string, seeker: Seeker<SoughtValue>, found: (hit: Hit) => void, nesting = 0): void {
  const last = readings(text, seeker, found);
  if (nesting >= NESTING) return;
  for (const run of runsOf(last.text)) {
    const of = openRun(run.text, seeker, nesting);
    if (of !== undefined) found({ ...last.toOriginal(run.start, run.end), of });
  }
}

/** Reports values in the stretches that read another way; returns the last of the readings. */
function readings(text: string, seeker: Seeker<SoughtValue>, found: (hit: Hit) => void): Layer {
  let layer = originalLayer(text);
  let triggers = scanTriggers(text);
  const step = (edits: readonly Edit[]): boolean => {
    if (edits.length === 0) return false;
    layer = editedLayer(layer, edits);
    triggers = scanTriggers(layer.text);
    seekIn(text, layer, seeker, found);
    return true;
  };
  if (triggers & NON_ASCII) step(foldEdits(text));
  for (let depth = 0; depth < DEPTH && triggers & ESCAPE; depth++) {
    if (!step(decodeEdits(layer.text))) break;
    if (triggers & NON_ASCII) step(foldEdits(layer.text));
  }
  return layer;
}

/** What reads the same in the text itself was found there. */
function seekIn(text: string, layer: Layer, seeker: Seeker<SoughtValue>, found: (hit: Hit) => void): void {
  for (const window of layer.windows) {
    const shown = layer.text.slice(window.start, window.end);
    seeker.seek(shown, ({ start, end }, of) => {
      const span = layer.toOriginal(window.start + start, window.start + end);
      if (text.slice(span.start, span.end) !== shown.slice(start, end)) found({ ...span, of });
    });
  }
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Six bytes of base64 (RFC 4648, both alphabets), also over the line ends of mail (RFC 2045); hexadecimal bytes together or apart. */
const BASE64 = /[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const SPACED_HEX = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ :-]){5,}[0-9a-fA-F]{2}(?![0-9A-Za-z])/g;

/** Words have their one capital in front; bytes in base64 or hexadecimal digits have not. */
const MIXED = /[a-z0-9][A-Z]|[A-Z]{2}|[0-9][a-z0-9]/;

function* runsOf(text: string): Generator<Run> {
  for (const match of text.matchAll(BASE64)) {
    if (MIXED.test(match[0])) yield { start: match.index, end: match.index + match[0].length, text: match[0] };
  }
  for (const match of text.matchAll(SPACED_HEX)) {
    yield { start: match.index, end: match.index + match[0].length, text: match[0].replace(/[^0-9a-fA-F]/g, '') };
  }
}

/** The value that a run holds: it may begin at any of its bytes, and the run need not begin with the first group of four. */
function openRun(run: string, seeker: Seeker<SoughtValue>, nesting: number): SoughtValue | undefined {
  const plain = run.replace(/[\r\n=]/g, '');
  let of: SoughtValue | undefined;
  const look = (text: string): boolean => {
    seeker.seek(text, (_stretch, value) => {
      of ??= value;
    });
    // A text of its own may be disguised once more; bytes that are no text only hold what they hold.
    if (of === undefined && !text.includes('\ufffd')) sweepEncoded(text, seeker, (hit) => (of ??= hit.of), nesting + 1);
    return of !== undefined;
  };
  if (/^[0-9a-fA-F]+$/.test(plain)) {
    for (const shift of [0, 1]) if (look(Buffer.from(plain.slice(shift), 'hex').toString('utf8'))) return of;
  }
  for (let shift = 0; shift < 4; shift++)
    if (look(Buffer.from(plain.slice(shift), 'base64').toString('utf8'))) return of;
  return undefined;
}
