import type { Kind } from '../../contract/kinds.ts';
import type { Tier } from '../finding.ts';
import type { DigitRuns } from './digit-runs.ts';

/** Called for each candidate worth at least 0.3. Offsets are UTF-16 code units of the text given, end exclusive. */
export type Report = (start: number, end: number, kind: Kind, type: string, score: number) => void;

export interface DetectorOptions {
  /** ISO 3166 regions whose national number forms are read without a country code, most likely first. */
  readonly regions: readonly string[];
  /** The digits of the text, read once for all detectors; a detector called without them reads them itself. */
  readonly digits?: DigitRuns;
}

/** What a type is and who says so. Examples and near misses stand in test/firewall/catalogue, so that this source holds no finding. */
export interface TypeEntry {
  readonly type: string;
  readonly kind: Kind;
  readonly title: string;
  /** The standard, issuing body or vendor page that defines the form. */
  readonly source: string;
}

/**
 * Finds values of some kinds in one text. Pure: no clock, network or state that outlives the call. Bounded: time linear
 * in the length of the text whatever it holds. Candidates may overlap: `overlaps.ts` decides.
 */
export interface Detector {
  readonly name: string;
  readonly tier: Tier;
  readonly types: readonly TypeEntry[];
  detect(text: string, report: Report, options: DetectorOptions): void;
}
