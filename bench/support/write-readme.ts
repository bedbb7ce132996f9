import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(import.meta.dir, '..', '..', 'README.md');

/** Puts Markdown between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` of the README. Throws where it has no such place. */
export function writeReadme(name: string, markdown: string): void {
  const text = readFileSync(README, 'utf8');
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no place for ${name}`);
  writeFileSync(README, `${text.slice(0, start + open.length)}\n\n${markdown.trim()}\n\n${text.slice(end)}`);
}
