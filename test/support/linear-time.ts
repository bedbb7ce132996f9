/**
 * Linear work on hostile text takes a second or two of the processor; a pattern that backtracks takes minutes. This bound tells the
 * one from the other and is no measurement: bench/detection.ts measures.
 */
export const BLOW_UP_MS = 20_000;

/** Milliseconds that this thread has computed since: what else the machine does, and the compiler's threads, do not count. */
export function startCpuClock(): () => number {
  const started = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000;
  };
}
