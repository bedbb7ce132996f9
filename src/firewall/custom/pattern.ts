import { RE2JS } from 're2js';

/** A pattern of a workspace, compiled by RE2's rules: linear in the length of the text, without back-references and look-around. */
export interface LinearPattern {
  readonly groups: number;
  /** Instructions of the compiled program: what one character of text costs grows with it. */
  readonly size: number;
  matchesAll(value: string): boolean;
  /** Calls back for each match of `group`, in order, empty ones left out. Throws `TooManyMatches`. */
  each(text: string, group: number, found: (start: number, end: number) => void): void;
}

/** A recogniser that matches this often in one text describes the text, not personal data; the request is refused. */
export const MOST_MATCHES = 10_000;

export class TooManyMatches extends Error {
  constructor() {
    super(`A recogniser matched more than ${MOST_MATCHES} times in one text.`);
    this.name = 'TooManyMatches';
  }
}

/** Compiles, or throws an Error whose message says what is wrong with the pattern. */
export function compilePattern(pattern: string, caseSensitive: boolean): LinearPattern {
  const compiled = RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  return {
    groups: compiled.groupCount(),
    size: compiled.programSize(),
    matchesAll: (value) => compiled.matches(value),
    each(text, group, found) {
      const matcher = compiled.matcher(text);
      for (let count = 0; matcher.find(); count++) {
        if (count === MOST_MATCHES) throw new TooManyMatches();
        const start = matcher.start(group);
        const end = matcher.end(group);
        if (end > start) found(start, end);
      }
    },
  };
}
