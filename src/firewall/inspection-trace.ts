import type { View } from '../contract/explain.ts';
import type { Finding } from './finding.ts';
import type { EncodedRun } from './views/encoded-run.ts';
import type { Span } from './views/layer.ts';

/**
 * Told of every step of an inspection that is to be explained. On the way of a request there is none, and asking whether there is one
 * is all it costs.
 */
export interface InspectionTrace {
  /** What detectors report from now on stands in `text`, which is read so; `place` leads back to the text inspected. */
  reading(view: View, text: string, place: (start: number, end: number) => Span): void;
  /** A detector's candidate in the text being read, and whether the policy takes it. */
  candidate(found: Finding, counts: boolean): void;
  /** A run is masked whole as the gravest of what it encodes. */
  opened(run: EncodedRun, gravest: Finding): void;
}
