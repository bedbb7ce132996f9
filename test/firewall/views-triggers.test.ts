import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { digitRuns } from '../../src/firewall/detectors/digit-runs.ts';
import { encodedRuns } from '../../src/firewall/views/encoded-runs.ts';
import { joinEdits } from '../../src/firewall/views/join.ts';
import { separatedGroupEdits } from '../../src/firewall/views/separated-groups.ts';
import { spacedEdits } from '../../src/firewall/views/spaced-characters.ts';
import { ESCAPE, NON_ASCII, scanTriggers } from '../../src/firewall/views/triggers.ts';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcABC0123459 .,-_:/@=%&\\<|*(\n') },
  fc.constantFrom(
    'a n n a @ x . o r g ',
    '4 1 1 1 1 1 1 1 ',
    '61 6e 6e 61 40 78 2e 6f ',
    '1-2-3-4-5-6-7-8',
    ' | a | b | c | d',
  ),
  fc.constantFrom(
    '1111 2222 3333 4444',
    '1O11-22l2-3333-4444',
    '4111.1111.1111.1111',
    ' 0000OOOO0000IIII ',
    ' word ',
    ' longer',
    'ü',
    '\u0001',
  ),
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('the short pass leaves out no view of secrets', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const short = scanTriggers(text, false);
      const whole = scanTriggers(text);
      expect(short & (ESCAPE | NON_ASCII)).toBe(whole & (ESCAPE | NON_ASCII));
      expect(encodedRuns(text, short)).toEqual(encodedRuns(text, whole));
      expect(joinEdits(text, short, undefined)).toEqual(joinEdits(text, whole, undefined));
    }),
    { numRuns: 2_000 },
  );
});

test('spelled values are seen whole', () => {
  const spelled = 'x 4 1 1 1 1 1 1 1 y';
  expect(spacedEdits(spelled)).not.toEqual([]);
  expect(joinEdits(spelled, scanTriggers(spelled, false), undefined)).toEqual(spacedEdits(spelled));
});

test('letters among digits are found in stretches as in the whole text', () => {
  const whole = /(?<![A-Za-z0-9])[0-9OoIl]{4}(?:[ -]?[0-9OoIl]{4}){3}(?![A-Za-z0-9])/g;
  const places = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789OIl -'), minLength: 1, maxLength: 24 }),
    fc.constantFrom(' ', '\n', 'x', 'ab', '.', '1O11 2222 3333 4444', '1111-2222-33I3-4444'),
  );
  fc.assert(
    fc.property(fc.array(places, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const expected = [...text.matchAll(whole)]
        .filter(([match]) => match.replace(/\D/g, '').length >= 10)
        .flatMap((match) => [...match[0].matchAll(/[OoIl]/g)].map((letter) => match.index + letter.index));
      const replaced = separatedGroupEdits(text, digitRuns(text)).filter(({ start, end }) =>
        /[OoIl]/.test(text.slice(start, end)),
      );
      expect(replaced.map(({ start }) => start)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});
