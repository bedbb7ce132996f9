import type { Kind } from '../../contract/kinds.ts';
import type { Restorer } from '../restoring/restorer.ts';
import { createJsonLeaves, type LeafText } from './answer-json-leaves.ts';
import { type Judge, type Mark, removedText } from './answer-judge.ts';
import { createProseReader, type ProseReaderOptions, readWindows } from './answer-prose.ts';
import type { AnswerWindows } from './answer-windows.ts';

export interface JsonReaderOptions extends ProseReaderOptions {
  /** It is JSON only where the first character says so; else it is prose. */
  readonly auto: boolean;
}

/**
 * Reads JSON as it arrives: what its strings and numbers say, one below the other with their names, so that detectors see what a
 * program will see. Values are replaced inside their literals, numbers by strings, and the text stays JSON.
 */
export function createJsonReader(windows: AnswerWindows, judge: Judge, options: JsonReaderOptions): Restorer {
  let reader: Restorer | undefined = options.auto ? undefined : createLeafReader(windows, judge, options.holds);
  let blank = '';
  return {
    push(text) {
      if (reader !== undefined) return reader.push(text);
      blank += text;
      const first = blank.trimStart()[0];
      if (first === undefined) return options.holds ? '' : text;
      reader =
        first === '{' || first === '['
          ? createLeafReader(windows, judge, options.holds)
          : createProseReader(windows, judge, options);
      const decided = reader.push(blank);
      return options.holds ? decided : text;
    },
    flush() {
      const rest = reader === undefined ? (options.holds ? blank : '') : reader.flush();
      blank = '';
      return rest;
    },
    held: () => reader?.held() ?? blank.length,
  };
}

function createLeafReader(windows: AnswerWindows, judge: Judge, holds: boolean): Restorer {
  const leaves = createJsonLeaves(holds);
  /** How many names of fields were replaced, by kind: they must stay different, or one field would hide another. */
  const names = new Map<string, number>();
  const run = (ended: boolean): string => {
    let out = '';
    readWindows(windows, judge, ended, (_from, to, marks) => {
      if (holds) out += writeUpTo(leaves, ended && to === windows.end() ? undefined : to, { marks, names });
    });
    return ended && holds ? out + leaves.take(undefined) : out;
  };
  return {
    push(text) {
      windows.append(leaves.read(text));
      const decided = run(false);
      return holds ? decided : text;
    },
    flush: () => run(true),
    held: () => Math.max(windows.end() - windows.from(), holds ? leaves.held() : 0),
  };
}

/** The JSON up to a position of what it says, with values replaced. */
function writeUpTo(
  leaves: LeafText,
  to: number | undefined,
  { marks, names }: { readonly marks: readonly Mark[]; readonly names: Map<string, number> },
): string {
  let out = '';
  for (const { start, end, kind } of marks) {
    let first = true;
    // A value can reach over several literals: the first says what it was.
    for (const piece of leaves.pieces(start, end)) {
      const instead = !first ? '' : piece.isName ? nameFor(kind, names) : removedText(kind);
      out += leaves.take(piece.start) + (piece.literal ? JSON.stringify(instead) : instead);
      leaves.skip(piece.end);
      first = false;
    }
  }
  return out + leaves.take(to === undefined ? undefined : leaves.rawAt(to));
}

/** `[EMAIL]`, `[EMAIL] (2)`: not like a placeholder, which has its number inside. */
function nameFor(kind: Kind, names: Map<string, number>): string {
  const count = (names.get(kind) ?? 0) + 1;
  names.set(kind, count);
  return count === 1 ? removedText(kind) : `${removedText(kind)} (${count})`;
}
