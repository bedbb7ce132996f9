import type { Report } from '../detectors/detector.ts';

/** A workspace's own recogniser, ready to run. Linear in the length of the text. */
export interface CompiledRecogniser {
  readonly name: string;
  readonly kind: string;
  detect(text: string, report: Report): void;
}
