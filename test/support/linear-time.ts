/**
 * Linear work on hostile text takes a second or two even on a busy machine; a pattern that backtracks takes minutes. This bound tells the
 * one from the other and is no measurement: bench/detection.ts measures.
 */
export const BLOW_UP_MS = 20_000;
