import { expect, test } from 'bun:test';
import { turnClock } from '../../src/request-path/turn-clock.ts';

test('work is told to take too long, whenever it is asked, and stays so', () => {
  const startedAt = performance.now();
  const isOver = turnClock(3);
  let asked = 0;
  while (!isOver(performance.now() - startedAt)) asked++;
  expect(asked).toBeGreaterThan(0);
  expect(isOver(0)).toBe(true);
});

test('time that passed without work does not count', () => {
  const isOver = turnClock(500);
  expect([isOver(200), isOver(800), isOver(3000)]).toEqual([false, false, false]);
});

test('with no time at all it is over at once', () => {
  expect(turnClock(0)(0)).toBe(true);
});
