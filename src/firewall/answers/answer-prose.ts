import type { Restorer } from '../restoring/restorer.ts';
import { AnswerUnchecked, type Judge, type Mark, removedText } from './answer-judge.ts';
import type { AnswerWindow, AnswerWindows } from './answer-windows.ts';

/** Told of each value that was replaced: where it ended in the text, and how much longer that has become. */
export type Replaced = (end: number, growth: number) => void;

export interface ProseReaderOptions {
  readonly holds: boolean;
  readonly replaced?: Replaced | undefined;
}

/** Reads a text window by window. Where nothing can be replaced or blocked, it passes at once and is only counted. */
export function createProseReader(
  windows: AnswerWindows,
  judge: Judge,
  { holds, replaced }: ProseReaderOptions,
): Restorer {
  const run = (ended: boolean): string => {
    let out = '';
    readWindows(windows, judge, ended, (from, to, marks) => {
      if (!holds) return;
      let at = from;
      for (const { start, end, kind } of marks) {
        const instead = removedText(kind);
        out += windows.text(at, start) + instead;
        replaced?.(end, instead.length - (end - start));
        at = end;
      }
      out += windows.text(at, to);
    });
    return out;
  };
  return {
    push(text) {
      windows.append(text);
      const decided = run(false);
      return holds ? decided : text;
    },
    flush: () => run(true),
    held: () => windows.end() - windows.from(),
  };
}

/** Told of each stretch that is decided: what in it has to be replaced, sorted and not overlapping. */
export type Decided = (from: number, to: number, marks: readonly Mark[]) => void;

const NO_MARKS: readonly Mark[] = [];

/** Reads every window that is there. A value belongs to the window it begins in, and takes what it needs of the next. */
export function readWindows(windows: AnswerWindows, judge: Judge, ended: boolean, decided: Decided): void {
  for (;;) {
    const window = windows.next(ended);
    if (window === undefined) return;
    const text = windows.text(window.start, window.end);
    const found = wholeValues(judge.candidates(text), text);
    if (found.length === 0) {
      decided(window.from, window.to, NO_MARKS);
      windows.settle(window.to);
      continue;
    }
    const isCut = !(ended && window.end === windows.end());
    if (isCut && goesOn(found, window) && windows.widen()) continue;
    const { marks, to } = decide(found, window, { windows, judge, isCut });
    decided(window.from, to, marks);
    windows.settle(to);
  }
}

/** Detectors follow a value only so far. What stands behind one of this length without a break is the rest of it. */
const FOLLOWED = 8192;

function wholeValues(found: readonly Mark[], text: string): readonly Mark[] {
  if (!found.some(({ start, end }) => end - start >= FOLLOWED)) return found;
  return found.map((mark) => {
    if (mark.end - mark.start < FOLLOWED || text.startsWith('-----', mark.end - 5)) return mark;
    const goesOn = text.slice(mark.start, mark.end).includes('\n') ? LINES : UNBROKEN;
    let { end } = mark;
    while (end < text.length && goesOn.test(text.charAt(end))) end++;
    return { ...mark, end };
  });
}

/** Base64 in all its alphabets, and what joins its parts. */
const UNBROKEN = /[A-Za-z0-9+/=_.~%-]/;
/** And in lines, as keys are written, whose last line is made of dashes. */
const LINES = /[A-Za-z0-9+/=\r\n]/;

/** A value that begins in the window and reaches to the end of what was read (which may be a blank). */
function goesOn(found: readonly Mark[], { start, to, end }: AnswerWindow): boolean {
  return found.some((each) => start + each.start < to && start + each.end >= end - 1);
}

function decide(
  found: readonly Mark[],
  { start: offset, from, to, end: readTo }: AnswerWindow,
  { windows, judge, isCut }: { readonly windows: AnswerWindows; readonly judge: Judge; readonly isCut: boolean },
): { readonly marks: readonly Mark[]; readonly to: number } {
  const marks: Mark[] = [];
  let reached = to;
  let last = from;
  for (const each of found) {
    const start = offset + each.start;
    const end = offset + each.end;
    // Before: judged with the window before, unless only what follows shows that it is a value. Behind: the next window's.
    if (end <= last || start >= reached) continue;
    reached = Math.max(reached, end);
    const { kind } = each;
    if (judge.decide(kind, windows.text(start, end))) {
      // Its rest would pass, because nobody can tell what it belongs to.
      if (isCut && end >= readTo - 1) throw new AnswerUnchecked(new Error('a value is too long to be read whole'));
      marks.push({ start: Math.max(start, last), end, kind });
    }
    last = end;
  }
  return { marks, to: reached };
}
