/** A stream whose text is held back while it is inspected is silent to the client: comments keep the connection. */
import { expect, spyOn, test } from 'bun:test';
import { watchStream } from '../../src/request-path/stream-watch.ts';

const TIMEOUTS = { connectMs: 60_000, firstByteMs: 60_000, idleMs: 60_000, totalMs: 600_000 };

test('a comment is written 15 s after the client got something, however much the provider says', () => {
  let now = 0;
  let tick = (): void => {};
  const clock = spyOn(performance, 'now').mockImplementation(() => now);
  const timer = spyOn(globalThis, 'setInterval').mockImplementation(((act: () => void) => {
    tick = act;
    return 0;
  }) as unknown as typeof setInterval);
  try {
    let comments = 0;
    const watch = watchStream(TIMEOUTS, () => {});
    watch.onSilence(() => comments++);
    watch.waiting(true);
    for (let second = 1; second <= 40; second++) {
      now = second * 1000;
      tick();
      watch.busy();
      // Each second a chunk comes, and all of its text is held.
      watch.waiting(false);
    }
    expect(comments).toBe(2);
    for (let second = 41; second <= 80; second++) {
      now = second * 1000;
      tick();
      watch.busy();
      watch.waiting(true);
    }
    expect(comments).toBe(2);
    watch.stop();
  } finally {
    clock.mockRestore();
    timer.mockRestore();
  }
});
