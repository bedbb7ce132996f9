/** `bun docs/coverage.ts` writes docs/coverage.md from src/chat/slot-coverage.ts. test/documents.test.ts holds it up to date. */
import { join } from 'node:path';
import { type Coverage, type CoverageRow, slotCoverage } from '../src/chat/slot-coverage.ts';

const MEANINGS: Readonly<Record<Coverage, string>> = {
  inspected: 'every string in it is read; values are masked or refused as the policy says',
  refused: 'the request is refused while personal data is looked for',
  policy:
    'nobody here can read it: refused, or passed and counted in `x-onefirewall-unread`, as `detection.unreadable` says',
  checked:
    'a word or a name that links fields: read and never changed; the request is refused where it holds what must not leave',
  passed: 'goes through unread',
  restored:
    'read for what the model itself produced where `answers` says so; then values take the place of the placeholders that were issued in this request',
  echoed:
    'not read for what the model produced; values take the place of placeholders that stand there exactly as they were issued',
};

export function coveragePage(): string {
  const lines = [
    '# What is read, and what is not',
    '',
    'Endpoint by direction by field. Written by `bun docs/coverage.ts` from [src/chat/slot-coverage.ts](../src/chat/slot-coverage.ts), which',
    '[a test](../test/firewall/slots-coverage.test.ts) holds against the walker over requests; do not edit. `[]` stands for each item, `*` for any name:',
    'a field that is not named here is inspected.',
    '',
    '| | |',
    '|---|---|',
    ...Object.entries(MEANINGS).map(([coverage, meaning]) => `| ${coverage} | ${meaning} |`),
    '',
    'The table holds for `pii: "obfuscate"` and `pii: "block"`. With `pii: "disabled"` the same fields are read for secrets only, and parts that cannot be read pass.',
  ];
  for (const [title, rows] of groups()) {
    const shared = sharedNotes(rows);
    lines.push('', `## ${title}`, '', '| field | | |', '|---|---|---|');
    for (const { field, coverage, note = '' } of rows) {
      const number = shared.indexOf(note) + 1;
      lines.push(`| \`${field}\` | ${coverage} | ${number === 0 ? note : `(${number})`} |`);
    }
    if (shared.length > 0) lines.push('', ...shared.map((note, index) => `${index + 1}. ${note}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Notes that several rows have are said once, below the table. */
function sharedNotes(rows: readonly CoverageRow[]): readonly string[] {
  const notes = rows.flatMap(({ note }) => note ?? []);
  return [...new Set(notes)].filter((note) => notes.filter((other) => other === note).length > 1);
}

/** `POST /chat/completions, request` and its rows. */
function groups(): ReadonlyMap<string, readonly CoverageRow[]> {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of slotCoverage) {
    const title = `${row.endpoint}, ${row.direction}`;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return groups;
}

if (import.meta.main) await Bun.write(join(import.meta.dir, 'coverage.md'), coveragePage());
