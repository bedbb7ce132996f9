import { describe, expect, test } from 'bun:test';
import { startAttempt, turnClock } from '../../src/request-path/turn-clock.ts';

test('work is told to take too long, whenever it is asked, and stays so', () => {
  const startedAt = performance.now();
  const isOver = turnClock(3);
  expect(isOver(0)).toBe(false);
  while (!isOver(performance.now() - startedAt));
  expect(isOver(0)).toBe(true);
});

test('time that passed without work does not count', () => {
  const isOver = turnClock(500);
  expect([isOver(200), isOver(800), isOver(3000)]).toEqual([false, false, false]);
});

test('with no time at all it is over at once', () => {
  expect(turnClock(0)(0)).toBe(true);
});

describe('an attempt', () => {
  test('that takes too long for a turn ends, and may begin anew', () => {
    const { expired, mayBeginAnew } = startAttempt({ turnMs: 0, deadlineMs: 60_000 });
    expect([expired(), mayBeginAnew()]).toEqual([true, true]);
  });

  test('ends at its deadline also where no turn is too long, and nobody begins anew', () => {
    const { expired, mayBeginAnew } = startAttempt({ turnMs: Number.POSITIVE_INFINITY, deadlineMs: -1 });
    expect([expired(), mayBeginAnew()]).toEqual([true, false]);
  });

  test('that is in time goes on', () => {
    const { expired, mayBeginAnew } = startAttempt({ turnMs: 60_000, deadlineMs: 60_000 });
    expect([expired(), mayBeginAnew()]).toEqual([false, false]);
  });
});
