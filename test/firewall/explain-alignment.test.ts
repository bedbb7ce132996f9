import { describe, expect, test } from 'bun:test';
import { alignMasked } from '../../src/firewall/explaining/explain-alignment.ts';

describe('a text and its masked form, side by side', () => {
  test.each([
    ['nothing', 'as it was', 'as it was', [], []],
    ['one finding', 'to anna now', 'to [PERSON_1] now', [[3, 7]], [[3, 7, '[PERSON_1]']]],
    [
      'at both ends',
      'anna x bob',
      '[PERSON_1] x [PERSON_2]',
      [
        [0, 4],
        [7, 10],
      ],
      [
        [0, 4, '[PERSON_1]'],
        [7, 10, '[PERSON_2]'],
      ],
    ],
    [
      'found elsewhere',
      'to anna, ANNA too',
      'to [PERSON_1], [PERSON_1] too',
      [[3, 7]],
      [
        [3, 7, '[PERSON_1]'],
        [9, 13, '[PERSON_1]'],
      ],
    ],
    ['found elsewhere, at the end', 'so says anna', 'so says [PERSON_1]', [], [[8, 12, '[PERSON_1]']]],
    [
      'without a gap',
      'annabob!',
      '[PERSON_1][PERSON_2]!',
      [
        [0, 4],
        [4, 7],
      ],
      [
        [0, 4, '[PERSON_1]'],
        [4, 7, '[PERSON_2]'],
      ],
    ],
    [
      'text that looks like one',
      'see [EMAIL_1] of anna',
      'see [EMAIL_1] of [PERSON_1]',
      [[17, 21]],
      [[17, 21, '[PERSON_1]']],
    ],
    ['a value cut across texts', 'rest of it', '', [], []],
  ] as const)('%s', (_name, text, masked, found, expected) => {
    const spans = found.map(([start, end]) => ({ start, end }));
    expect(alignMasked(text, masked, spans)).toEqual(
      expected.map(([start, end, placeholder]) => ({ start, end, placeholder })),
    );
  });
});
