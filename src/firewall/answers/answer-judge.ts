import type { Kind } from '../../contract/kinds.ts';

/** A value to be replaced: a range of the text that was read. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/** Judges what is found in windows of an answer. Shared by all its fields. */
export interface Judge {
  /** Values in a text, none of them a placeholder of this request. */
  candidates(text: string): readonly Mark[];
  /** Counts a value; true where it has to be replaced. Throws `AnswerBlocked`. */
  decide(kind: Kind, value: string): boolean;
}

/** What stands in place of a value: without a number, because it never comes back and must not be taken for one that does. */
export const removedText = (kind: Kind): string => `[${kind}]`;

/** The model produced what the policy blocks. */
export class AnswerBlocked extends Error {
  constructor() {
    super('The answer holds what the policy blocks.');
    this.name = 'AnswerBlocked';
  }
}

/** The answer could not be read, or not in time: it must not pass. */
export class AnswerUnchecked extends Error {
  constructor(cause: unknown) {
    super('The answer could not be checked.', { cause });
    this.name = 'AnswerUnchecked';
  }
}
