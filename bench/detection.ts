/**
 * What the firewall finds and what that costs: recall and precision on text made here, on the catalogue's identifiers and
 * secrets, and on any labelled files; disguised values; speed. `bun bench/detection.ts [--texts 3000] [--seed 1] [--write-readme] [FILE.jsonl[.gz] ...]`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { KINDS_OFF_BY_DEFAULT } from '../src/contract/kinds.ts';
import { inspectText } from '../src/firewall/inspect-text.ts';
import { createInspectionCache } from '../src/firewall/inspection-cache.ts';
import { type DetectionPolicy, defaultDetectionPolicy, secretsOnly } from '../src/firewall/policy.ts';
import { hostileTexts } from '../test/firewall/hostile-texts.ts';
import { catalogueTexts, type LabelledText, makeLabelledTexts } from './support/labelled-text.ts';
import { type Score, score } from './support/score.ts';
import { writeReadme } from './support/write-readme.ts';

const { values, positionals } = parseArgs({
  options: {
    texts: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    'write-readme': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const RULES_ALONE: DetectionPolicy = { ...defaultDetectionPolicy, tagger: false };
const POLICIES: readonly (readonly [string, DetectionPolicy])[] = [
  ['T0', RULES_ALONE],
  ['T0+T1', defaultDetectionPolicy],
];

/** Held by tests, so no measure. */
const CATALOGUE = "the catalogue's identifiers and secrets";
/** The README's tables: default policy, all tiers but T2. */
const quality: string[][] = [];
const speed: string[][] = [];
const generated = makeLabelledTexts(Number(values.texts), Number(values.seed));
printQuality('generated text, ten languages', generated);
printQuality(CATALOGUE, catalogueTexts());
for (const file of positionals) printQuality(file, readLabelled(file));
printSpeed();
printHostile();
if (values['write-readme']) writeReadme('detection', summary());

function printQuality(title: string, texts: readonly LabelledText[]): void {
  for (const [name, policy] of POLICIES) {
    const result = score(
      texts,
      texts.map(({ text }) => inspectText(text, policy)),
    );
    if (policy === defaultDetectionPolicy && title !== CATALOGUE) quality.push(qualityRow(title, result));
    console.log(`\n## ${title}: ${name}, ${result.rows} texts\n`);
    console.log(
      `recall ${percent(result.recall)}, precision ${percent(result.precision)}, clean texts touched ${percent(result.clean)}\n`,
    );
    printShares('type', 'recall', result.recallByType);
    printShares('kind found', 'precision', result.precisionByKind);
  }
}

/** Labels of kinds that are off count where something else is masked in them, and are not missed. */
function qualityRow(title: string, result: Score): string[] {
  const recall = { hit: 0, of: 0 };
  for (const [type, { hit, of }] of result.recallByType) {
    if (KINDS_OFF_BY_DEFAULT.some((kind) => kind === type)) continue;
    recall.hit += hit;
    recall.of += of;
  }
  return [basename(title), String(result.rows), percent(recall), percent(result.precision), percent(result.clean)];
}

function summary(): string {
  return [
    'What is found by default, by `node_modules/.bin/bun bench/detection.ts --write-readme` with labelled files of other people. A value counts as',
    'found when 90 % of it would be masked, a finding as right when half of it lies in a label, a text as clean when it has no label.',
    '',
    markdownTable([['text', 'rows', 'recall', 'precision', 'clean texts touched'], ...quality]),
    '',
    markdownTable(speed),
  ].join('\n');
}

function printShares(
  first: string,
  second: string,
  rows: ReadonlyMap<string, { readonly hit: number; readonly of: number }>,
): void {
  const ordered = [...rows].sort(([, a], [, b]) => b.of - a.of);
  const shown = ordered.slice(0, 24);
  const rest = ordered
    .slice(24)
    .reduce((sum, [, row]) => ({ hit: sum.hit + row.hit, of: sum.of + row.of }), { hit: 0, of: 0 });
  if (rest.of > 0) shown.push([`${ordered.length - 24} more`, rest]);
  table([[first, second], ...shown.map(([name, row]) => [name, percent(row)])]);
}

function percent({ hit, of }: { readonly hit: number; readonly of: number }): string {
  return of === 0 ? '-' : `${((100 * hit) / of).toFixed(1)} % (${hit}/${of})`;
}

function table(rows: readonly (readonly string[])[]): void {
  console.log(`${markdownTable(rows)}\n`);
}

function markdownTable([head = [], ...body]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function readLabelled(file: string): LabelledText[] {
  const bytes = readFileSync(file);
  const content = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Partial<LabelledText>;
      return { text: row.text ?? '', spans: row.spans ?? [] };
    });
}

/** Different texts of the length asked for, of the clean generated sentences. */
function plainTexts(count: number, length: number): string[] {
  const sentences = makeLabelledTexts(1200, 7).filter((row) => row.spans.length === 0);
  let next = 0;
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < length) text += `${sentences[(next++ * 7) % sentences.length]?.text} (${next}) `;
    return text.slice(0, length);
  });
}

function printSpeed(): void {
  console.log('\n## Speed on plain English\n');
  const texts = plainTexts(400, 1024);
  const bytes = texts.reduce((total, text) => total + Buffer.byteLength(text), 0);
  const cache = createInspectionCache();
  const ways: readonly (readonly [string, (text: string) => unknown])[] = [
    ['secrets only', (text) => inspectText(text, secretsOnly(RULES_ALONE))],
    ['T0', (text) => inspectText(text, RULES_ALONE)],
    ['T0+T1', (text) => inspectText(text, defaultDetectionPolicy)],
    ['T0+T1, seen before', (text) => cache.inspect(text, defaultDetectionPolicy)],
  ];
  const rows: string[][] = ways.map(([name, inspect]) => {
    for (let round = 0; round < 5; round++) texts.forEach(inspect);
    const times = texts
      .flatMap((text) => [timed(() => inspect(text)), timed(() => inspect(text))])
      .sort((a, b) => a - b);
    const total = times.reduce((sum, ms) => sum + ms, 0) / 2;
    const at = (share: number): string => `${((times[Math.floor(times.length * share)] ?? 0) * 1000).toFixed(1)} us`;
    return [name, at(0.5), at(0.95), `${(bytes / 1e6 / (total / 1000)).toFixed(1)} MB/s`];
  });
  speed.push(['1 kB, new each time', 'p50', 'p95', 'throughput'], ...rows);
  table(speed);
}

function timed(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}

function printHostile(): void {
  console.log('\n## Hostile text, 1 MB each, T0+T1, the ten slowest\n');
  const rows = hostileTexts(1_000_000).map(({ name, text }) => ({
    name,
    ms: timed(() => inspectText(text, defaultDetectionPolicy)),
  }));
  rows.sort((a, b) => b.ms - a.ms);
  table([['text', 'time'], ...rows.slice(0, 10).map(({ name, ms }) => [name, `${ms.toFixed(0)} ms`])]);
}
