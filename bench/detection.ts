/**
 * What the firewall finds and what that costs: recall and precision on text made here, on the catalogue's identifiers and
 * secrets, and on any labelled files; disguised values; speed. `bun bench/detection.ts [--texts 3000] [--seed 1] [FILE.jsonl[.gz] ...]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { inspectText } from '../src/firewall/inspect-text.ts';
import { createInspectionCache } from '../src/firewall/inspection-cache.ts';
import { type DetectionPolicy, defaultDetectionPolicy, secretsOnly } from '../src/firewall/policy.ts';
import { hostileTexts } from '../test/firewall/hostile-texts.ts';
import { catalogueTexts, type LabelledText, makeLabelledTexts } from './support/labelled-text.ts';
import { score } from './support/score.ts';

const { values, positionals } = parseArgs({
  options: { texts: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

const RULES_ALONE: DetectionPolicy = { ...defaultDetectionPolicy, tagger: false };
const POLICIES: readonly (readonly [string, DetectionPolicy])[] = [
  ['T0', RULES_ALONE],
  ['T0+T1', defaultDetectionPolicy],
];

const generated = makeLabelledTexts(Number(values.texts), Number(values.seed));
printQuality('generated text, ten languages', generated);
printQuality("the catalogue's identifiers and secrets", catalogueTexts());
for (const file of positionals) printQuality(file, readLabelled(file));
printSpeed();
printHostile();

function printQuality(title: string, texts: readonly LabelledText[]): void {
  for (const [name, policy] of POLICIES) {
    const result = score(
      texts,
      texts.map(({ text }) => inspectText(text, policy)),
    );
    console.log(`\n## ${title}: ${name}, ${result.rows} texts\n`);
    console.log(
      `recall ${percent(result.recall)}, precision ${percent(result.precision)}, clean texts touched ${percent(result.clean)}\n`,
    );
    printShares('type', 'recall', result.recallByType);
    printShares('kind found', 'precision', result.precisionByKind);
  }
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
  const [head = [], ...body] = rows;
  console.log([head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n'));
  console.log();
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
  const rows = ways.map(([name, inspect]) => {
    for (let round = 0; round < 5; round++) texts.forEach(inspect);
    const times = texts
      .flatMap((text) => [timed(() => inspect(text)), timed(() => inspect(text))])
      .sort((a, b) => a - b);
    const total = times.reduce((sum, ms) => sum + ms, 0) / 2;
    const at = (share: number): string => `${((times[Math.floor(times.length * share)] ?? 0) * 1000).toFixed(1)} us`;
    return [name, at(0.5), at(0.95), `${(bytes / 1e6 / (total / 1000)).toFixed(1)} MB/s`];
  });
  table([['1 kB, new each time', 'p50', 'p95', 'throughput'], ...rows]);
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
