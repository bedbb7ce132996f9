/** What restoring passes over changes nothing: the same bytes and counts as the way that looks at every character. */
import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { createNumbering, type PlaceholderMap } from '../../src/firewall/placeholder.ts';
import { restoreAnswer, restoreText } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { createRestorer, noCounts } from '../../src/firewall/restoring/restorer.ts';
import { maskOne, piece, planted } from './restore-arbitraries.ts';
import { restorePlainly } from './restore-plainly.ts';

const RUNS = Number(process.env.LAW_RUNS ?? 3000);

/** Kinds whose names begin, end or go on like each other, or like a link. */
const KINDS = ['EMAIL', 'E', 'E_1', 'E1', 'ID', 'I', 'WWW', 'W', 'PERSON', 'PERSON_ID'];

/** Few values, or so many that what is known of their names is kept. */
const issued = fc
  .record({
    kinds: fc.subarray(KINDS, { minLength: 1 }),
    each: fc.constantFrom(1, 2, 12, 40),
    host: fc.constantFrom('corp.example', 'evil.example', ''),
  })
  .map(({ kinds, each, host }): PlaceholderMap => {
    const numbering = createNumbering();
    for (const kind of kinds) for (let n = 1; n <= each; n++) numbering.personal(kind, `<${kind}> "${n}" ]`);
    numbering.finish();
    if (host !== '') numbering.map.destinations.add(host);
    return numbering.map;
  });

/** Ends of one thing and beginnings of another: brackets, placeholders, links, and single characters that are half of something. */
const SAID = [
  ...KINDS.flatMap((kind) => [
    `[${kind}_1]`,
    `[${kind}_2]`,
    `[${kind}_41]`,
    `[${kind}_01]`,
    `${kind}_1`,
    `<${kind}_12>`,
    `{${kind} 2}`,
  ]),
  ...'[]()<>{}:/\\\'"!wW.&%_-1 0\n'.split(''),
  'www.',
  '://',
  '](',
  ']: ',
  '![',
  '<a href=',
  '<img src="',
  'https:',
  'corp.example',
  'evil.example',
  'a-1'.repeat(120),
  '-z'.repeat(90),
  'words and more',
  '🙂',
  '\ud83d',
  '【',
  '】',
  '中文',
];
const said = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SAID) }, { weight: 1, arbitrary: piece }), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(''));

test('a placeholder in angle brackets is no tag that stays open', () => {
  const numbering = createNumbering();
  for (const kind of ['PERSON', 'EMAIL']) numbering.personal(kind, kind.toLowerCase());
  numbering.finish();
  const text = '<PERSON_1>?q=https:[EMAIL_1]';
  expect(restoreText(text, numbering.map)).toBe('person?q=https:email');
  expect(restorePlainly(text, numbering.map).restored).toBe('person?q=https:email');
});

test('whole and in pieces, for values of kinds that resemble each other', () => {
  fc.assert(
    fc.property(issued, said, fc.constantFrom([], ['corp.example']), (map, text, allowedHosts) => {
      const plain = restorePlainly(text, map, { allowedHosts });
      const counts = noCounts();
      expect(restoreText(text, map, { allowedHosts, counts })).toBe(plain.restored);
      expect([counts.restored, counts.refused]).toEqual([plain.values, plain.refused]);
      for (const size of [1, 2, 5, 16]) {
        const restorer = createRestorer(map, { allowedHosts });
        let out = '';
        for (let at = 0; at < text.length; at += size) out += restorer.push(text.slice(at, at + size));
        expect(out + restorer.flush()).toBe(plain.restored);
      }
    }),
    { numRuns: RUNS },
  );
});

/** The same JSON as other programs print it: escapes where none are needed. */
const printed = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 1),
  (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  (value) => JSON.stringify(value).replaceAll(/[(:[/w!<](?=[^"]{2})/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
);

test('inside JSON, escaped in every way', () => {
  fc.assert(
    fc.property(issued, said, said, printed, (map, one, other, print) => {
      const text = print([one, [other, JSON.stringify({ c: one })], other]);
      const plain = restorePlainly(text, map, { json: true }).restored;
      expect(restoreText(text, map, { json: 'always' })).toBe(plain);
      for (const size of [1, 3, 16]) {
        const restorer = createRestorer(map, { json: 'always' });
        let out = '';
        for (let at = 0; at < text.length; at += size) out += restorer.push(text.slice(at, at + size));
        expect(out + restorer.flush()).toBe(plain);
      }
    }),
    { numRuns: RUNS },
  );
});

test('for texts that were masked', () => {
  fc.assert(
    fc.property(planted, fc.array(piece, { maxLength: 12 }), (x, extra) => {
      const { masked, map } = maskOne(x);
      fc.pre(map.values.size > 0);
      const text = masked + extra.join('');
      expect(restoreText(text, map)).toBe(restorePlainly(text, map).restored);
    }),
    { numRuns: RUNS },
  );
});

test('in whole answers and streams, whose fields are left out where they can hold nothing', () => {
  fc.assert(
    fc.property(issued, fc.array(said, { minLength: 1, maxLength: 4 }), said, (map, pieces, reasoning) => {
      const text = pieces.join('');
      const plain = restorePlainly(text, map).restored;
      const thought = restorePlainly(reasoning, map).restored;
      const answer = restoreAnswer({ choices: [{ message: { reasoning, content: text } }] }, map);
      expect(answer).toEqual({ choices: [{ message: { reasoning: thought, content: plain } }] });
      const parts = { content: pieces.map((part) => ({ type: 'text', text: part })) };
      restoreAnswer({ choices: [{ message: parts }] }, map);
      expect(parts.content.map((part) => part.text).join('')).toBe(plain);

      const stream = createAnswerStream(map);
      const chunk = (delta: { reasoning?: string; content?: string }, end: string | null = null) =>
        stream.transform({ choices: [{ index: 0, delta, finish_reason: end }] });
      const sent = [
        ...chunk({ reasoning }),
        ...pieces.flatMap((content) => chunk({ content })),
        ...chunk({}, 'stop'),
        ...stream.end(),
      ].map((each) => (each.choices as { delta: { reasoning?: string; content?: string } }[])[0]?.delta);
      expect(sent.map((delta) => delta?.content ?? '').join('')).toBe(plain);
      expect(sent.map((delta) => delta?.reasoning ?? '').join('')).toBe(thought);
    }),
    { numRuns: RUNS },
  );
});
