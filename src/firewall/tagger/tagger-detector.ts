import { readFileSync } from 'node:fs';
import type { Detector, Report } from '../detectors/detector.ts';
import { type ReadyModel, unpackModel } from './model.ts';
import { tagText } from './tag-text.ts';
import weightsPath from './weights.bin' with { type: 'file' };

const LEAST_SCORE = 0.3;

let loaded: ReadyModel | undefined;

/** The shipped weights, read on first use: 4.7 MB, a few milliseconds. Throws if the file is missing or of another version. */
export function taggerModel(): ReadyModel {
  loaded ??= unpackModel(readFileSync(weightsPath));
  return loaded;
}

/** People and postal addresses in Latin-script text, by the model that training/train.ts makes. The score is the model's probability. */
export const taggerDetector: Detector = {
  name: 'tagger',
  tier: 'T1',
  types: [
    { type: 'PERSON', kind: 'PERSON', title: 'Name of a person', source: 'own model, training/README.md' },
    { type: 'ADDRESS', kind: 'ADDRESS', title: 'Postal address', source: 'own model, training/README.md' },
  ],
  detect(text: string, report: Report): void {
    tagText(text, taggerModel(), (start, end, kind, probability) => {
      if (probability >= LEAST_SCORE) report(start, end, kind, kind, probability);
    });
  },
};
