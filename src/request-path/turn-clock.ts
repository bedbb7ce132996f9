/** Milliseconds between two looks at the processor's time, which costs more than the clock. */
const STEP_MS = 0.5;

/** Asked with the milliseconds since the work began. */
export type TurnClock = (passed: number) => boolean;

/**
 * Tells whether work has used the thread for `turnMs` (give or take a millisecond), and stays with it. By the clock until a
 * third of it has passed, which is the end of nearly every request; from there on by the time this thread has computed, so that a machine
 * that is busy with other programs, or the compiler's threads, do not make our work look long.
 */
export function turnClock(turnMs: number): TurnClock {
  let lookedAt = 0;
  let mark: NodeJS.CpuUsage | undefined;
  let over = turnMs <= 0;
  return (passed) => {
    if (over || passed - lookedAt < STEP_MS) return over;
    lookedAt = passed;
    if (mark !== undefined) {
      const { user, system } = process.threadCpuUsage(mark);
      over = (user + system) / 1000 >= (turnMs * 2) / 3;
    } else if (passed >= turnMs / 3) mark = process.threadCpuUsage();
    return over;
  };
}

/** One attempt to read a request on the main thread. */
export interface Attempt {
  /** Whether it must end: it takes longer than a turn of the event loop may, or than a request may. */
  expired(): boolean;
  /** It has ended because of the turn alone: a worker may begin anew, there is time. */
  mayBeginAnew(): boolean;
}

/** @param limits milliseconds: of the thread's own time for a turn, and of the clock for the request */
export function startAttempt({
  turnMs,
  deadlineMs,
}: {
  readonly turnMs: number;
  readonly deadlineMs: number;
}): Attempt {
  const startedAt = performance.now();
  const isOver = turnClock(turnMs);
  let [over, late] = [false, false];
  return {
    expired() {
      const passed = performance.now() - startedAt;
      late ||= passed > deadlineMs;
      over ||= isOver(passed);
      return over || late;
    },
    mayBeginAnew: () => over && !late,
  };
}
