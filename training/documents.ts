import { codeSample } from './code-samples.ts';
import type { Language } from './language-file.ts';
import { upper } from './people.ts';
import type { Random } from './random.ts';
import { newFiller } from './slots.ts';
import { expandTemplate, type FillSlot, type Sample, type Span } from './template.ts';

/** Which templates: one in ten is kept for evaluation and never trained on. */
export type Split = 'train' | 'held-out';

interface Writer {
  readonly code: string;
  readonly fill: FillSlot;
  readonly clean: readonly string[];
  readonly name: readonly string[];
  readonly address: readonly string[];
}

/** How often a language is written, English counting 1. */
const WEIGHT: Readonly<Record<string, number>> = { en: 1 };
const OTHER_WEIGHT = 0.28;

/** An endless supply of labelled texts over all languages, or over one. */
export function newDocuments(languages: readonly Language[], random: Random, split: Split): (only?: string) => Sample {
  const writers = languages.map((language): Writer => {
    const part = (lines: readonly string[]): string[] =>
      lines.filter((_, i) => (i % 10 === 7) === (split === 'held-out'));
    return {
      code: language.code,
      fill: newFiller(language, random),
      clean: part(language.clean),
      name: part(language.name),
      address: part(language.address),
    };
  });
  const total = writers.reduce((sum, writer) => sum + (WEIGHT[writer.code] ?? OTHER_WEIGHT), 0);
  return (only) => {
    if (!only && split === 'train' && random.chance(0.16)) return codeSample(random);
    let roll = random.next() * total;
    let writer = writers.find((candidate) => candidate.code === only) ?? (writers[0] as Writer);
    for (const candidate of only ? [] : writers) {
      roll -= WEIGHT[candidate.code] ?? OTHER_WEIGHT;
      if (roll < 0) {
        writer = candidate;
        break;
      }
    }
    return dress(compose(writer, random), random);
  };
}

/** One to five templates of one language, one after another. */
function compose(writer: Writer, random: Random): Sample {
  const count = random.chance(0.35) ? 1 : 1 + random.below(5);
  const glue = random.chance(0.6) ? ' ' : random.chance(0.7) ? '\n' : '\n\n';
  const cleanOnly = random.chance(0.2);
  let text = '';
  const spans: Span[] = [];
  for (let i = 0; i < count; i++) {
    const roll = cleanOnly ? 0 : random.next();
    const lines = roll < 0.44 ? writer.clean : roll < 0.86 ? writer.name : writer.address;
    const sample = expandTemplate(random.pick(lines.length > 0 ? lines : writer.name), random, writer.fill);
    const at = text.length + (i === 0 ? 0 : glue.length);
    text += (i === 0 ? '' : glue) + sample.text;
    for (const span of sample.spans) spans.push({ start: span.start + at, end: span.end + at, type: span.type });
  }
  return { text, spans };
}

/** Some texts come in small letters, in capitals or without accents; each change keeps every offset. */
function dress(sample: Sample, random: Random): Sample {
  const roll = random.next();
  let text = sample.text;
  if (roll < 0.05) text = small(text);
  else if (roll < 0.075) text = upper(text);
  else if (roll < 0.12) text = unaccented(text);
  return text.length === sample.text.length ? { text, spans: sample.spans } : sample;
}

function small(text: string): string {
  return text.toLowerCase();
}

function unaccented(text: string): string {
  return [...text].map((letter) => letter.normalize('NFD').charAt(0)).join('');
}
