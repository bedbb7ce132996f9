import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of languages/: what we wrote for a language, by section. */
export interface Language {
  readonly code: string;
  readonly functionWords: readonly string[];
  readonly titles: readonly string[];
  readonly cues: readonly string[];
  readonly orgWords: readonly string[];
  readonly streets: readonly string[];
  readonly jobs: readonly string[];
  readonly nouns: readonly string[];
  readonly filler: readonly string[];
  /** Templates, see template.ts: without a person or address, with people, with addresses. */
  readonly clean: readonly string[];
  readonly name: readonly string[];
  readonly address: readonly string[];
  /** Every lower-case word of the file. */
  readonly words: readonly string[];
}

/** In the order of the language numbers in the word list: 1 is the first. */
export const LANGUAGES = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'hr',
  'ro',
] as const;

const folder = join(import.meta.dirname, 'languages');

export function readLanguages(): Language[] {
  const present = new Set(readdirSync(folder));
  return LANGUAGES.filter((code) => present.has(`${code}.txt`)).map(readLanguage);
}

function readLanguage(code: string): Language {
  const text = readFileSync(join(folder, `${code}.txt`), 'utf8');
  const shared =
    code === 'en' ? new Map<string, string[]>() : sectionsOf(readFileSync(join(folder, 'common.txt'), 'utf8'));
  const sections = sectionsOf(text);
  const openers = sectionsOf(readFileSync(join(folder, 'openers.txt'), 'utf8'));
  const list = (name: string): string[] =>
    (sections.get(name) ?? []).flatMap((line) => line.split(line.includes(',') ? /,\s*/ : /\s+/)).filter(Boolean);
  const templates = (name: string): string[] => [...(sections.get(name) ?? []), ...(shared.get(name) ?? [])];
  const body = text.replace(/\{[A-Za-z0-9$]+\}|\\n|\\t/g, ' ');
  const words = new Set([...body.matchAll(/(?<![\p{L}%])\p{Ll}{2,}(?!\p{L})/gu)].map((match) => match[0]));
  return {
    code,
    functionWords: list('function'),
    titles: list('titles'),
    cues: list('cues'),
    orgWords: list('orgwords'),
    streets: list('streets'),
    jobs: list('jobs'),
    nouns: list('nouns'),
    filler: [...list('filler'), ...(openers.get(code) ?? []).flatMap((line) => line.split(/,\s*/))],
    clean: templates('clean'),
    name: templates('name'),
    address: templates('address'),
    words: [...words],
  };
}

/** The lines under each `%name` heading. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('%')) {
      lines = [];
      sections.set(line.slice(1).trim(), lines);
    } else if (line.trim() !== '') lines.push(line);
  }
  return sections;
}
