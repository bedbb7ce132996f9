/**
 * Scores the shipped weights, or others, per kind: precision, recall and F1 of whole spans, and the share of clean texts touched.
 *
 *   bun training/evaluate.ts [--weights path] [--samples 2000] [--score 0.5] [--errors 20] [labelled.jsonl ...]
 *
 * Without files: on generated text whose templates were kept out of training, per language. A file holds one
 * {"text", "spans": [{"start", "end", "type"}]} a line.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ReadyModel, unpackModel } from '../src/firewall/tagger/model.ts';
import { tagText } from '../src/firewall/tagger/tag-text.ts';
import { newDocuments } from './documents.ts';
import { readLanguages } from './language-file.ts';
import { newRandom } from './random.ts';
import type { Sample, Span } from './template.ts';

interface Tally {
  right: number;
  found: number;
  gold: number;
}

export interface Score {
  readonly PERSON: Tally;
  readonly ADDRESS: Tally;
  clean: number;
  touched: number;
}

/** A span is right when it covers the same letters and digits, give or take marks at its ends. */
export function scoreSamples(
  samples: readonly Sample[],
  model: ReadyModel,
  least: number,
  onError?: (line: string) => void,
): Score {
  const score: Score = {
    PERSON: { right: 0, found: 0, gold: 0 },
    ADDRESS: { right: 0, found: 0, gold: 0 },
    clean: 0,
    touched: 0,
  };
  for (const { text, spans } of samples) {
    const found: Span[] = [];
    tagText(text, model, (start, end, type, probability) => {
      if (probability >= least) found.push({ start, end, type });
    });
    for (const kind of ['PERSON', 'ADDRESS'] as const) {
      const wanted = new Map(spans.filter((span) => span.type === kind).map((span) => [place(text, span), span]));
      const tally = score[kind];
      tally.gold += wanted.size;
      for (const span of found) {
        if (span.type !== kind) continue;
        tally.found++;
        if (wanted.delete(place(text, span))) tally.right++;
        else onError?.(`+ ${kind} ${show(text, span)}`);
      }
      for (const span of wanted.values()) onError?.(`- ${kind} ${show(text, span)}`);
    }
    if (spans.every((span) => span.type !== 'PERSON' && span.type !== 'ADDRESS')) {
      score.clean++;
      if (found.length > 0) score.touched++;
    }
  }
  return score;
}

function place(text: string, span: Span): string {
  let { start, end } = span;
  while (start < end && !/[\p{L}\p{N}]/u.test(text[start] as string)) start++;
  while (end > start && !/[\p{L}\p{N}]/u.test(text[end - 1] as string)) end--;
  return `${start}-${end}`;
}

function show(text: string, span: Span): string {
  return JSON.stringify(
    `${text.slice(Math.max(0, span.start - 40), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 30)}`,
  );
}

function line(name: string, score: Score): string {
  const cells = (['PERSON', 'ADDRESS'] as const).map((kind) => {
    const { right, found, gold } = score[kind];
    const precision = right / (found || 1);
    const recall = right / (gold || 1);
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    return `${kind} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${gold})`;
  });
  return `${name.padEnd(22)} ${cells.join('   ')}   clean touched ${score.touched}/${score.clean}`;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      weights: { type: 'string', default: join(import.meta.dirname, '..', 'src', 'firewall', 'tagger', 'weights.bin') },
      samples: { type: 'string', default: '2000' },
      score: { type: 'string', default: '0.5' },
      errors: { type: 'string', default: '0' },
    },
  });
  const model = unpackModel(readFileSync(values.weights));
  const least = Number(values.score);
  let left = Number(values.errors);
  const onError = (error: string): void => {
    if (left-- > 0) console.log(error);
  };
  if (positionals.length === 0) {
    const languages = readLanguages();
    const write = newDocuments(languages, newRandom(20_261), 'held-out');
    for (const { code } of languages) {
      const samples = Array.from({ length: Number(values.samples) }, () => write(code));
      console.log(line(code, scoreSamples(samples, model, least, onError)));
    }
  }
  for (const path of positionals) {
    const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const samples = rows
      .map((row) => JSON.parse(row) as Sample)
      .map(({ text, spans }) => ({ text, spans: spans ?? [] }));
    console.log(line(basename(path), scoreSamples(samples, model, least, onError)));
  }
}
