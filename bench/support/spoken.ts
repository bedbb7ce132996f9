/** What the benchmarks' provider says, a token at a time. */
export const WORDS: readonly string[] =
  'the quick brown fox jumps over a lazy dog while seven quiet engineers measure how long it takes to answer '
    .split(' ')
    .map((word) => `${word} `);

/** Two placeholders in thirteen tokens, cut as tokenizers cut them. */
export const PLACEHOLDERS: readonly string[] = [
  'write ',
  'to ',
  '[EMAIL',
  '_',
  '1',
  '], ',
  'or ',
  'call ',
  '[PHONE_1',
  '] ',
  'and ',
  'ask ',
  'for ',
];
