/** The project's own files as text, with what they import: what the architecture test reads. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Glob } from 'bun';

export const ROOT = join(import.meta.dir, '..', '..');

export interface Import {
  /** The specifier as written. */
  readonly specifier: string;
  /** The file it leads to, from the root of the project; undefined for a package. */
  readonly file: string | undefined;
  /** `zod` of `zod`, `kysely` of `kysely/migration`, `node:fs/promises`; undefined for a file. */
  readonly package: string | undefined;
  /** Gone at run time: `import type`, or nothing but types between the braces. */
  readonly typeOnly: boolean;
  /** The names between the braces, as they are called there. */
  readonly names: readonly string[];
}

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text without comments, so that a rule about code is not broken by a sentence about it. */
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export function readSources(pattern: string): readonly SourceFile[] {
  return [...new Glob(pattern).scanSync(ROOT)].sort().map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const code = withoutComments(text);
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return { path, text, code, lines, imports: importsOf(path, code) };
  });
}

/** Biome's formatting makes this exact: a comment is a line of its own, or stands behind a space at the end of one. */
function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/(?<=[;,{})\]]) \/\/ .*$/gm, '');
}

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s+from\s+)?'([^']+)'/gm;
const CALL = /\b(?:import|require|require\.resolve)\(\s*'([^']+)'\s*\)/g;

function importsOf(path: string, code: string): Import[] {
  const imports: Import[] = [];
  for (const [, type, clause = '', specifier = ''] of code.matchAll(STATEMENT)) {
    const names = [...clause.matchAll(/(type\s+)?(\w+)(?:\s+as\s+\w+)?/g)];
    const typeOnly = type !== undefined || (clause.startsWith('{') && names.every((name) => name[1] !== undefined));
    imports.push(importOf(path, specifier, { typeOnly, names: names.map((name) => name[2] ?? '') }));
  }
  for (const [, specifier = ''] of code.matchAll(CALL)) {
    imports.push(importOf(path, specifier, { typeOnly: false, names: [] }));
  }
  return imports;
}

function importOf(from: string, specifier: string, rest: Pick<Import, 'typeOnly' | 'names'>): Import {
  if (specifier.startsWith('.')) {
    return { specifier, file: posix.join(posix.dirname(from), specifier), package: undefined, ...rest };
  }
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
  return { specifier, file: undefined, package: name, ...rest };
}

/** Groups of files that import each other in a circle, through the imports that `follow` keeps. */
export function importCircles(
  files: readonly SourceFile[],
  follow: (from: SourceFile, to: Import) => boolean,
): readonly (readonly string[])[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map<string, Set<string>>();
  const reach = (path: string): Set<string> => {
    const known = reached.get(path);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const waiting = [path];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const file = byPath.get(next);
      for (const to of file?.imports ?? []) {
        if (file === undefined || to.file === undefined || seen.has(to.file) || !follow(file, to)) continue;
        seen.add(to.file);
        waiting.push(to.file);
      }
    }
    reached.set(path, seen);
    return seen;
  };
  const circles = new Map<string, readonly string[]>();
  for (const { path } of files) {
    if (!reach(path).has(path)) continue;
    const circle = [...reach(path)].filter((other) => reach(other).has(path)).sort();
    circles.set(circle.join(' '), circle);
  }
  return [...circles.values()];
}

/** The room a file of src/ belongs to: its folder, or the file itself where it stands in src/. */
export const roomOf = (path: string): string => path.split('/')[1] ?? '';
