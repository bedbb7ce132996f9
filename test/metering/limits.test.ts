import { describe, expect, test } from 'bun:test';
import { GatewayError } from '../../src/errors.ts';
import { createLimiter } from '../../src/metering/limits.ts';

const NOON = Date.UTC(2026, 0, 1, 12, 0, 30);

function refusal(act: () => unknown): GatewayError {
  try {
    act();
  } catch (error) {
    if (error instanceof GatewayError) return error;
  }
  throw new Error('nothing was refused');
}

describe('limits', () => {
  test('requests per minute: the next minute begins anew', () => {
    let time = NOON;
    const limiter = createLimiter(() => time);
    const subject = [{ id: 'key:a', limits: { requestsPerMinute: 2 } }];
    expect(limiter.admit(subject).headers).toEqual({
      'x-ratelimit-limit-requests': '2',
      'x-ratelimit-remaining-requests': '1',
      'x-ratelimit-reset-requests': '30.000s',
    });
    limiter.admit(subject);
    const error = refusal(() => limiter.admit(subject));
    expect(error.code).toBe('rate_limit_exceeded');
    expect(error.headers).toMatchObject({
      'retry-after': '30',
      'retry-after-ms': '30000',
      'x-ratelimit-remaining-requests': '0',
    });
    time += 30_000;
    expect(limiter.admit(subject).headers['x-ratelimit-remaining-requests']).toBe('1');
  });

  test('tokens are booked after the exchange, and a spent day is not worth a retry', () => {
    let time = NOON;
    const limiter = createLimiter(() => time);
    const subject = [{ id: 'key:a', limits: { tokensPerDay: 100 } }];
    limiter.admit(subject).countTokens(100);
    time += 5 * 60_000;
    expect(refusal(() => limiter.admit(subject)).headers['x-should-retry']).toBe('false');
    time = Date.UTC(2026, 0, 2);
    limiter.admit(subject);
  });

  test('where one of two limits is met nothing is counted for the other', () => {
    const limiter = createLimiter(() => NOON);
    const key = { id: 'key:a', limits: { requestsPerMinute: 5 } };
    const spent = { id: 'workspace:w', limits: { requestsPerMinute: 1 } };
    limiter.admit([spent]);
    refusal(() => limiter.admit([key, spent]));
    expect(limiter.admit([key]).headers['x-ratelimit-remaining-requests']).toBe('4');
  });

  test('subjects do not share', () => {
    const limiter = createLimiter(() => NOON);
    const limits = { requestsPerMinute: 1 };
    limiter.admit([{ id: 'key:a', limits }]);
    limiter.admit([{ id: 'key:b', limits }]);
    refusal(() => limiter.admit([{ id: 'key:a', limits }]));
  });
});
