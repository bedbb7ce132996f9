import type { AnswerMode } from '../../contract/workspace.ts';
import type { Find } from '../finding.ts';
import type { PlaceholderMap } from '../placeholder.ts';
import { createSpellingReader, type SpellingReader } from '../restoring/placeholder-spelling.ts';
import type { Restorer } from '../restoring/restorer.ts';
import { createJsonReader } from './answer-json.ts';
import { AnswerBlocked, AnswerUnchecked, type Judge, type Mark } from './answer-judge.ts';
import type { OwnValues } from './answer-own.ts';
import { createProseReader, type Replaced } from './answer-prose.ts';
import { createAnswerWindows, LARGE_WINDOWS, SMALL_WINDOWS } from './answer-windows.ts';

/** What is done with values that the model itself produced; at least one is not `off`. */
export interface AnswerModes {
  readonly personal: AnswerMode;
  readonly secrets: AnswerMode;
}

/** What was found in an answer: the gravest thing done, and how many of each kind. Never a value. */
export interface AnswerReport {
  readonly verdict: Exclude<AnswerMode, 'off'>;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Reads the fields of one answer before values are put back. */
export interface AnswerInspection {
  /** Text is held back until it is decided: something may be masked or blocked. */
  readonly holds: boolean;
  /** A reader for one field, told what it reads (`RestoreOptions`): what it gives back has been inspected and masked. It throws `AnswerBlocked` and `AnswerUnchecked`. */
  open(json?: 'always' | 'auto', replaced?: Replaced): Restorer;
  /** Undefined where nothing was found. */
  report(): AnswerReport | undefined;
}

export interface InspectionOptions {
  readonly modes: AnswerModes;
  /** Finds what the policy looks for; what it throws makes the answer unchecked. */
  readonly find: Find;
  readonly map: PlaceholderMap;
  readonly own: OwnValues;
  /** Asked before each window; true makes the answer unchecked. */
  readonly expired?: () => boolean;
}

export function createAnswerInspection(options: InspectionOptions): AnswerInspection {
  const { modes } = options;
  const holds = [modes.personal, modes.secrets].some((mode) => mode === 'mask' || mode === 'block');
  const kinds: Record<string, number> = {};
  let verdict: AnswerReport['verdict'] | undefined;
  const placeholders = placeholderReader(options.map);

  const judge: Judge = {
    candidates(text) {
      try {
        if (options.expired?.() === true) throw new Error('the time is over');
        const spans = placeholders === undefined ? [] : placeholderSpans(text, placeholders);
        return withoutSpans(options.find(spans.length === 0 ? text : blanked(text, spans)), spans);
      } catch (error) {
        throw new AnswerUnchecked(error);
      }
    },
    decide(kind, value) {
      const mode = kind === 'SECRET' ? modes.secrets : modes.personal;
      if (mode === 'off' || options.own.has(kind, value)) return false;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (verdict === undefined || GRAVITY[mode] > GRAVITY[verdict]) verdict = mode;
      if (mode === 'block') throw new AnswerBlocked();
      return mode === 'mask';
    },
  };

  return {
    holds,
    open(json, replaced) {
      const windows = createAnswerWindows(holds ? SMALL_WINDOWS : LARGE_WINDOWS);
      if (json === undefined) return createProseReader(windows, judge, { holds, replaced });
      return createJsonReader(windows, judge, { holds, auto: json === 'auto', replaced });
    },
    report: () => (verdict === undefined ? undefined : { verdict, kinds }),
  };
}

const GRAVITY: Readonly<Record<AnswerReport['verdict'], number>> = { mark: 0, mask: 1, block: 2 };

/** Reads the placeholders issued, in every spelling that would be restored. */
function placeholderReader(map: PlaceholderMap): SpellingReader | undefined {
  if (map.values.size === 0) return undefined;
  const kinds = new Set<string>();
  for (const name of map.values.keys()) kinds.add(name.slice(0, name.lastIndexOf('_')));
  return createSpellingReader({ kinds: [...kinds], has: (name) => map.values.has(name), starts: () => false });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function placeholderSpans(text: string, reader: SpellingReader): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && reader.begins[code] !== 1) continue;
    const found = reader.read(text, at, at === 0 ? 0 : text.charCodeAt(at - 1), true);
    if (found === undefined || found === 'partial') continue;
    spans.push({ start: at, end: found.end });
    at = found.end - 1;
  }
  return spans;
}

/** A placeholder stands for a value of the caller: to detectors it is punctuation, which belongs to no value and joins none. */
function blanked(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + ';'.repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}

/** What is left of findings where they reach across a placeholder. */
function withoutSpans(findings: readonly Mark[], spans: readonly Span[]): readonly Mark[] {
  if (spans.length === 0 || findings.length === 0) return findings;
  const marks: Mark[] = [];
  for (const { start, end, kind } of findings) {
    let from = start;
    for (const span of spans) {
      if (span.end <= from || span.start >= end) continue;
      if (span.start > from) marks.push({ start: from, end: span.start, kind });
      from = span.end;
    }
    if (from < end) marks.push({ start: from, end, kind });
  }
  return marks;
}
