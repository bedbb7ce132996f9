import type { JsonObject, JsonValue } from './json.ts';

/**
 * What a text of an answer is: prose, JSON (`arguments`), output that is JSON where the request asked for it (`content`), or something of the provider's or
 * the caller's own (`echo`), which nobody inspects and where only a placeholder exactly as it was issued is one.
 */
export type AnswerField =
  | 'content'
  | 'refusal'
  | 'reasoning'
  | 'arguments'
  | 'input'
  | 'transcript'
  | 'citation'
  | 'echo'
  | 'other';

/** One string of a message or a delta. `key` is the same for all deltas of one field: `content`, `tool:0`. */
export interface AnswerText {
  readonly field: AnswerField;
  readonly key: string;
  /** The tool's name, where this message says it. */
  readonly tool: string | undefined;
  readonly text: string;
  readonly holder: JsonObject | JsonValue[];
  readonly name: string | number;
  /** Complete as it stands, in a delta too: the next one says something else. */
  readonly whole?: boolean;
  /** The text is an address that a client may open. */
  readonly link?: boolean;
  /** The field is JSON and no string: `text` is how it is printed, and what takes its place is read as JSON. */
  readonly printed?: boolean;
  /** The text is the field's name. */
  readonly isName?: boolean;
}
