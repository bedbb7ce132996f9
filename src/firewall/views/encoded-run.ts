import type { Span } from './layer.ts';

/** A run of characters that is another text in disguise. */
export interface EncodedRun extends Span {
  readonly text: string;
}
