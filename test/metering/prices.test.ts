import { expect, test } from 'bun:test';
import { costOf } from '../../src/metering/prices.ts';

test('dollars for a million tokens are millionths for one', () => {
  expect(costOf({ input: 2.5, output: 10 }, 1000, 200)).toBe(4500);
  expect(costOf({ input: 0.15, output: 0.6 }, 7, 0)).toBe(1);
  expect(costOf({ input: 0, output: 0 }, 1000, 1000)).toBe(0);
  expect(costOf({ input: 1, output: 1 }, null, 5)).toBe(5);
});

test('without a price or without tokens there is no cost, which is not a cost of nothing', () => {
  expect(costOf(undefined, 1000, 200)).toBeNull();
  expect(costOf({ input: 1, output: 1 }, null, null)).toBeNull();
});
