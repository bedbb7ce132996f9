/**
 * Makes src/firewall/tagger/weights.bin from a seed:
 *
 *   bun training/train.ts [--seed 1] [--samples 1500000] [--out path]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packModel } from '../src/firewall/tagger/model.ts';
import { newDocuments } from './documents.ts';
import { readLanguages } from './language-file.ts';
import { buildLexicon } from './lexicon.ts';
import { newRandom } from './random.ts';
import { newTrainer } from './trainer.ts';

export interface TrainingPlan {
  readonly seed: number;
  readonly samples: number;
  readonly onProgress?: (done: number) => void;
}

/** The bytes of a trained model. The same plan gives the same bytes. */
export function trainModel(plan: TrainingPlan): Uint8Array {
  const languages = readLanguages();
  const random = newRandom(plan.seed);
  const write = newDocuments(languages, random, 'train');
  const trainer = newTrainer(buildLexicon(languages), newRandom(plan.seed + 1));
  const snapshot = Math.max(1, Math.floor(plan.samples / 50));
  for (let i = 0; i < plan.samples; i++) {
    if (i % 1000 === 0) {
      trainer.setRate(0.2 * (1 - (0.9 * i) / plan.samples));
      plan.onProgress?.(i);
    }
    trainer.learn(write());
    if (i > plan.samples * 0.6 && i % snapshot === 0) trainer.remember();
  }
  return packModel(trainer.freeze());
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      samples: { type: 'string', default: '1500000' },
      out: { type: 'string', default: join(import.meta.dirname, '..', 'src', 'firewall', 'tagger', 'weights.bin') },
    },
  });
  const started = performance.now();
  const bytes = trainModel({
    seed: Number(values.seed),
    samples: Number(values.samples),
    onProgress: (done) => {
      if (done % 20_000 === 0) console.log(`${done} samples, ${Math.round((performance.now() - started) / 1000)} s`);
    },
  });
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes in ${Math.round((performance.now() - started) / 1000)} s`);
}
