import fc from 'fast-check';
import type { Finding } from '../../src/firewall/finding.ts';
import { lookAlikesOf, type MaskRange, maskText } from '../../src/firewall/masking/mask-text.ts';
import { createNumbering, type PlaceholderMap } from '../../src/firewall/placeholder.ts';
import { learnDestinations } from '../../src/firewall/restoring/restorer.ts';
import { inFirstSpelling } from './first-spelling.ts';

export const KINDS = ['EMAIL', 'PERSON', 'ID', 'TAX_ID', 'BANK_ACCOUNT'] as const;

/** Everything that restoring looks at, in pieces that combine badly. */
const BAIT = [
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '<',
  '>',
  '【',
  '】',
  '\\',
  '\\[',
  '\\]',
  '\\u005b',
  '\\u005D',
  '\\\\u005b',
  '\\\\u005d',
  '\\u005f',
  '\\u00',
  '&#91;',
  '&#93;',
  '&lt;',
  '&gt;',
  '%5B',
  '%5D',
  '{{',
  '}}',
  'EMAIL',
  'email',
  'PERSON',
  'ID',
  'TAX',
  'TAX_ID',
  'BANK_ACCOUNT',
  'BANK-ACCOUNT',
  '_',
  '-',
  ' ',
  '\\_',
  '\\\\_',
  '%5F',
  '1',
  '2',
  '10',
  '0',
  '9',
  '[EMAIL_1]',
  '\\u005bEMAIL_1\\u005d',
  '\\u003cID_1\\u003e',
  '[EMAIL_2]',
  '[PERSON_1]',
  '[PERSON_10]',
  'EMAIL_1',
  'EMAIL 1',
  'ID_1',
  'ID-1',
  'TAX_ID_1',
  '(ID_1)',
  '`EMAIL_1`',
  '**[ID_1]**',
  '[email_1]',
  '(email_1)',
  'https://',
  'http://',
  '//',
  '/',
  '?q=',
  '#',
  ':',
  '@',
  '.',
  'www.',
  'evil.example',
  'corp.example',
  '](',
  '![x](',
  '[x]: ',
  '<img src="',
  "<a href='",
  '">',
  'mailto:',
  'javascript:',
  'data:',
  '"',
  "'",
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\u2028',
  '\u202e',
  'مرحبا',
  'שלום',
  '😀',
  '👩‍👩‍👧',
  '\ud83d',
  '\ude00',
  'é',
  '中文',
  '\u00a0',
  'word',
  'Jane',
  'a@b.example',
  '`',
  '*',
  ',',
  '|',
  '&',
  '%',
  '$',
  '=',
];

export const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...BAIT) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 6 }).map((s) => s + String.fromCharCode(0xd800 + (s.length % 0x400))),
  },
);

export interface Planted {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A text of bait in which some pieces are values. */
export const planted = fc
  .array(
    fc.record({
      text: fc.array(piece, { minLength: 1, maxLength: 3 }).map((p) => p.join('')),
      kind: fc.option(fc.constantFrom(...KINDS), { freq: 2 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((pieces): Planted => {
    let text = '';
    const findings: Finding[] = [];
    for (const { text: next, kind } of pieces) {
      if (kind !== null && next.length > 0)
        findings.push({ start: text.length, end: text.length + next.length, kind, type: kind, score: 1, tier: 'T0' });
      text += next;
    }
    return { text, findings };
  });

/** Masks one text by itself, as the caller's; `first` is the text with each value in its first spelling. */
export function maskOne({ text, findings }: Planted): { masked: string; map: PlaceholderMap; first: string } {
  const numbering = createNumbering();
  const ranges: MaskRange[] = findings.map(({ start, end, kind }) => ({ start, end, kind }));
  const masked = maskText(text, ranges, numbering, lookAlikesOf([...new Set(findings.map((f) => f.kind))]));
  learnDestinations(numbering.map, masked);
  const [first = ''] = inFirstSpelling([text], () => findings);
  return { masked, map: numbering.map, first };
}
