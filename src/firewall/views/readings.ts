import { type DigitRuns, digitRuns } from '../detectors/digit-runs.ts';
import { decodeEdits } from './decode.ts';
import type { EncodedRun } from './encoded-run.ts';
import { encodedRuns } from './encoded-runs.ts';
import { foldEdits } from './fold.ts';
import { joinEdits } from './join.ts';
import { type Edit, editedLayer, type Layer, originalLayer } from './layer.ts';
import { ESCAPE, NON_ASCII, scanTriggers } from './triggers.ts';

export interface Reading {
  readonly layer: Layer;
  readonly view: 'folded' | 'decoded' | 'joined';
  /** Joined pieces make numbers, addresses and keys; names are not looked for among them. */
  readonly joined: boolean;
}

export interface Readings {
  readonly readings: readonly Reading[];
  readonly runs: readonly EncodedRun[];
}

const NONE: Readings = { readings: [], runs: [] };

/** Escapes are undone this many times: JSON in JSON in JSON, addresses in addresses. Most texts have none after the first. */
export const DECODE_DEPTH = 4;
/** Text inside an encoded run of a text is opened this many times, to find values in it and to look for those that were found elsewhere. */
export const NESTING = 3;

/**
 * The other ways to read a text that may hold disguised values, each on top of the one before: folded, decoded (four times), folded
 * again where decoding brought more than ASCII, joined; and the runs in the text that decode to another text. The text's digits say that
 * readings for personal data are wanted too.
 */
export function otherReadings(text: string, digits: DigitRuns | undefined): Readings {
  const personal = digits !== undefined;
  const first = scanTriggers(text, personal);
  let triggers = first;
  const readings: Reading[] = [];
  let layer = originalLayer(text);
  const step = (edits: readonly Edit[], view: Reading['view']): boolean => {
    if (edits.length === 0) return false;
    layer = editedLayer(layer, edits);
    readings.push({ layer, view, joined: view === 'joined' });
    return true;
  };
  if (triggers & NON_ASCII && step(foldEdits(text), 'folded')) triggers = scanTriggers(layer.text, personal);
  for (let depth = 0; depth < DECODE_DEPTH && triggers & ESCAPE; depth++) {
    if (!step(decodeEdits(layer.text), 'decoded')) break;
    triggers = scanTriggers(layer.text, personal);
  }
  if (readings.length > 1 || (triggers & NON_ASCII && readings.length > 0)) {
    if (triggers & NON_ASCII && step(foldEdits(layer.text), 'folded')) triggers = scanTriggers(layer.text, personal);
  }
  const before = layer;
  const shown = digits && before.text !== text ? digitRuns(before.text) : digits;
  step(joinEdits(before.text, triggers, shown), 'joined');
  const runs = runsOf(text, first, before, triggers);
  return readings.length === 0 && runs.length === 0 ? NONE : { readings, runs };
}

/** Runs of the decoded text, and those of the original that folding would have dropped. */
function runsOf(text: string, first: number, layer: Layer, triggers: number): EncodedRun[] {
  const runs = encodedRuns(layer.text, triggers);
  if (layer.text === text) return runs;
  return [...runs.map((run) => ({ ...run, ...layer.toOriginal(run.start, run.end) })), ...encodedRuns(text, first)];
}
