import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';
import type { Sample } from './template.ts';

/** Dependencies pinned by package-lock.json whose text serves as harmless technical text: no person is labelled in it. */
const PACKAGES = [
  'zod',
  'hono',
  'kysely',
  'jose',
  'yaml',
  'undici-types',
  'bun-types',
  '@types/react',
  'better-auth',
  '@langchain/core',
  'ai',
  'openai',
  'fast-check',
  'playwright-core',
  're2js',
  'csstype',
  'react',
  'libphonenumber-js',
  'langsmith',
];
const ENDS = /\.(?:md|ts|js|mjs|json)$/;
/** Lines that may name people. */
const PERSONAL =
  /author|copyright|contribut|maintain|licen[cs]e|thank|credit|@|sponsor|\bby\b|"name"|person|first|last|user|customer|address|street|phone|email/i;
const LENGTH = 900;

let sources: string[] | undefined;

/** A stretch of a dependency's source or documentation, without the lines that may name people. */
export function codeSample(random: Random): Sample {
  sources ??= readSources();
  const source = random.pick(sources);
  const at = random.below(Math.max(1, source.length - LENGTH));
  const text = source.slice(at, at + LENGTH);
  return { text: text.slice(text.indexOf('\n') + 1), spans: [] };
}

let prose: string[] | undefined;

/** Two to nine words of plain English out of a dependency's documentation: natural context for what templates leave open. */
export function prosePhrase(random: Random): string {
  sources ??= readSources();
  prose ??= sources.flatMap((source) => source.match(/(?<=[a-z,] )[a-z]{2,}(?: [a-z]{2,}){5,30}/g) ?? []);
  const words = random.pick(prose).split(' ');
  const from = random.below(words.length - 2);
  return words.slice(from, from + 2 + random.below(8)).join(' ');
}

function readSources(): string[] {
  const found: string[] = [];
  for (const name of PACKAGES) {
    const root = join(import.meta.dirname, '..', 'node_modules', name);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => ENDS.test(file) && !file.includes('node_modules'))
      .sort();
    const step = Math.max(1, Math.floor(files.length / 60));
    for (let i = 0; i < files.length; i += step) {
      const text = readFileSync(join(root, files[i] as string), 'utf8').slice(0, 200_000);
      const harmless = text
        .split('\n')
        .filter((line) => line.length < 400 && !PERSONAL.test(line))
        .join('\n');
      if (harmless.length > 300) found.push(harmless);
    }
  }
  return found;
}
