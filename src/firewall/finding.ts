import type { Kind } from '../contract/kinds.ts';

/** T0: anchors and validators. T1: the tagger. T2: an optional external model or service. */
export type Tier = 'T0' | 'T1' | 'T2';

/** One detected value: where it stands (UTF-16 code units, end exclusive), what it is, how sure we are. Never the value itself. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** Precise: `US_SSN`, `AWS_ACCESS_KEY`; the kind itself where there is nothing finer. */
  readonly type: string;
  /** 0 to 1. A finding counts from the policy's threshold on, 0.5 by default. */
  readonly score: number;
  readonly tier: Tier;
}

/** Reads one text. */
export type Find = (text: string) => readonly Finding[];
