/** Small, allocation-free looks at characters that the detectors of numbers share. */

const ZERO = 48;

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122 && code < 128;
}

export function isAlnum(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}

export function isHex(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102 && code < 128);
}

/** A letter, a digit or an underscore in ASCII: a value cannot begin or end in the middle of such a word. */
export function isWordCode(code: number): boolean {
  return isAlnum(code) || code === 95;
}

/** End of the digits that begin at `start`. */
export function digitsEnd(text: string, start: number): number {
  let index = start;
  while (isDigit(text.charCodeAt(index))) index++;
  return index;
}

/** Where each run of digits of a text stands, in ascending order. Ends are exclusive. */
export interface DigitRuns {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** All runs of ASCII digits: one pass, so that the detectors of numbers look at digits only. */
export function digitRuns(text: string): DigitRuns {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < text.length; index++) {
    // One comparison for both ends of the range: blanks and letters take turns, and a processor cannot guess which comes next.
    if ((text.charCodeAt(index) - ZERO) >>> 0 > 9) continue;
    starts.push(index);
    index = digitsEnd(text, index);
    ends.push(index);
  }
  return { starts, ends };
}

/** How many digits the run has together with those that follow it, no more than `gap` characters apart; counts up to `most` runs. */
export function digitsFrom(runs: DigitRuns, run: number, { gap, most }: { gap: number; most: number }): number {
  const { starts, ends } = runs;
  const last = Math.min(starts.length, run + most);
  let end = ends[run]!;
  let digits = end - starts[run]!;
  for (let next = run + 1; next < last && starts[next]! - end <= gap; next++) {
    end = ends[next]!;
    digits += end - starts[next]!;
  }
  return digits;
}

/** A number written in groups: where each run of digits stands. The characters between two runs are separators. */
export interface DigitCluster {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Reads the runs of digits that follow each other from `start` on, as long as no more than `gap` of the characters
 * `isSeparator` accepts stand between two runs, up to `most` runs.
 */
export function readCluster(
  text: string,
  start: number,
  isSeparator: (code: number) => boolean,
  { gap, most }: { gap: number; most: number },
): DigitCluster {
  const starts = [start];
  const ends = [digitsEnd(text, start)];
  let end = ends[0] ?? start;
  while (starts.length < most) {
    let next = end;
    while (next - end < gap && isSeparator(text.charCodeAt(next))) next++;
    if (next === end || !isDigit(text.charCodeAt(next))) break;
    end = digitsEnd(text, next);
    starts.push(next);
    ends.push(end);
  }
  return { starts, ends };
}

/** The digits of groups `from` to `to`, inclusive, without what stands between them. */
export function clusterDigits(text: string, cluster: DigitCluster, from: number, to: number): string {
  let digits = '';
  for (let group = from; group <= to; group++) digits += text.slice(cluster.starts[group], cluster.ends[group]);
  return digits;
}
