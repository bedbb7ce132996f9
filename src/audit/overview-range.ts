/** The stretch of time an overview is of, and how it is cut. */
import { HALF_HOUR, MINUTES_KEPT, type Span } from './audit-sums.ts';

export interface OverviewRange {
  /** Epoch seconds. */
  readonly from: number;
  readonly to: number;
  /** Seconds from one point of the series to the next. */
  readonly bucket: number;
  /** Which sums hold it. */
  readonly span: Span;
  /** Seconds: buckets begin at multiples of `bucket` less this. */
  readonly offset: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Up to this many seconds, buckets of so many: always between a dozen points and a few hundred. */
const BUCKETS: readonly (readonly [length: number, bucket: number])[] = [
  [2 * HOUR, 60],
  [8 * HOUR, 300],
  [2 * DAY, HOUR],
  [8 * DAY, 6 * HOUR],
  [400 * DAY, DAY],
  [Number.POSITIVE_INFINITY, 7 * DAY],
];

export interface OverviewTimes {
  /** Epoch milliseconds. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Minutes east of UTC. */
  readonly zone: number;
  readonly now: number;
  /** False where it is the sums of a person: they are kept by half hours only. */
  readonly byMinute: boolean;
}

/** Widened to whole buckets. */
export function overviewRange({ from, to, zone, now, byMinute }: OverviewTimes): OverviewRange {
  const end = Math.ceil((to ?? now) / 1000);
  const start = Math.min(end - 1, Math.floor((from ?? end * 1000 - DAY * 1000) / 1000));
  const length = end - start;
  const wanted = BUCKETS.find(([most]) => length <= most)?.[1] ?? DAY;
  // The range before it is read with it.
  const hasMinutes = byMinute && start - length >= now / 1000 - MINUTES_KEPT + HOUR;
  const bucket = hasMinutes ? wanted : Math.max(wanted, HALF_HOUR);
  // The sums of half hours cannot be cut at a quarter.
  const offset = Math.round((zone * 60) / HALF_HOUR) * HALF_HOUR;
  const down = (time: number) => Math.floor((time + offset) / bucket) * bucket - offset;
  return { from: down(start), to: down(end - 1) + bucket, bucket, span: bucket < HALF_HOUR ? 60 : HALF_HOUR, offset };
}

/** The bucket a second falls into. */
export function bucketAt({ bucket, offset }: OverviewRange, time: number): number {
  return Math.floor((time + offset) / bucket) * bucket - offset;
}
