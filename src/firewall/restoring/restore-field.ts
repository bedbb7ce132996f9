import type { AnswerText } from '../../chat/answer-text.ts';
import type { AnswerInspection } from '../answers/answer-inspection.ts';
import type { TextPositions } from '../answers/answer-positions.ts';
import type { PlaceholderMap } from '../placeholder.ts';
import { createRestorer, noCounts, type RestoreCounts, type RestoreOptions, type Restorer } from './restorer.ts';

/** What the way back of one answer did. Plain counters; never a value. */
export interface AnswerTally {
  readonly counts: RestoreCounts;
  /** Placeholders in calls of tools that get none restored. */
  readonly tools: RestoreCounts;
  /** Restoring failed: texts stayed masked from then on. */
  failed: boolean;
}

export const noTally = (): AnswerTally => ({ counts: noCounts(), tools: noCounts(), failed: false });

export interface RestoreAnswerOptions extends Omit<RestoreOptions, 'json'> {
  /** The request asked for JSON (`response_format`), so content is JSON where it begins like it. */
  readonly jsonContent?: boolean;
  /** Tools that get placeholders instead of values: their names, or all of them. */
  readonly withoutTools?: 'all' | readonly string[];
  /** Reads what the model wrote before any value is put back. */
  readonly inspection?: AnswerInspection;
  readonly tally?: AnswerTally;
  /** Asked before each piece; true makes restoring fail. */
  readonly expired?: () => boolean;
}

/** Restoring a tool call failed: it must not run with placeholders for values, so the answer ends here. */
export class RestorationFailed extends Error {
  constructor(cause: unknown) {
    super('Restoring a tool call failed.', { cause });
    this.name = 'RestorationFailed';
  }
}

export interface FieldRules {
  readonly map: PlaceholderMap;
  readonly options: RestoreAnswerOptions;
  /** Where the characters of the content go. */
  readonly positions?: TextPositions;
}

/** One field of an answer on its way back: inspected where the policy says so, then restored. The same for whole answers and streams. */
export function createFieldRestorer(
  text: AnswerText,
  tool: string | undefined,
  { map, options, positions }: FieldRules,
): Restorer {
  const counts = options.tally?.counts ?? options.counts ?? noCounts();
  if (text.field === 'echo') return createEchoRestorer(map, counts);
  const followed = text.key === 'content' ? positions : undefined;
  const fieldOptions: RestoreOptions = {
    json: fieldJson(text, options),
    allowedHosts: options.allowedHosts,
    replaced: followed?.restored.note,
    counts,
  };
  const inspector = options.inspection?.open(fieldOptions.json, followed?.inspected.note);
  if (map.values.size === 0) return inspector ?? createRestorer(map);
  let restorer: Restorer;
  if (isToolText(text) && isExcludedTool(tool, { map, options })) restorer = withhold(map, options.tally);
  else if (text.link === true) restorer = contain(createLinkRestorer(map, text, fieldOptions), text, options);
  else restorer = contain(createRestorer(map, fieldOptions), text, options);
  return inspector === undefined ? restorer : inSeries(inspector, restorer);
}

/** Whether a tool of this name keeps placeholders; one whose name is not known does where any does. */
function isExcludedTool(name: string | undefined, { map, options: { withoutTools = [] } }: FieldRules): boolean {
  if (withoutTools === 'all') return true;
  return withoutTools.length > 0 && (name === undefined || withoutTools.includes(echoed(name, map, noCounts())));
}

/** What stands in no sentence: only a placeholder as it was issued gets its value. */
function createEchoRestorer(map: PlaceholderMap, counts: RestoreCounts): Restorer {
  return { push: (text) => echoed(text, map, counts), flush: () => '', held: () => 0 };
}

function echoed(text: string, map: PlaceholderMap, counts: RestoreCounts): string {
  return text.replaceAll(/\[([A-Z][A-Z0-9_]*_[1-9]\d*)\]/g, (written, name: string) => {
    const value = map.values.get(name);
    if (value === undefined) return written;
    counts.restored++;
    return value;
  });
}

function fieldJson({ field }: AnswerText, { jsonContent }: RestoreAnswerOptions): RestoreOptions['json'] {
  if (field === 'arguments') return 'always';
  return field === 'content' && jsonContent === true ? 'auto' : undefined;
}

/** Nothing is restored, and what would have been is counted. */
function withhold(map: PlaceholderMap, tally: AnswerTally | undefined): Restorer {
  if (tally === undefined) return { push: (text) => text, flush: () => '', held: () => 0 };
  const counter = createRestorer(map, { counts: tally.tools });
  const count = (act: () => void): void => {
    try {
      act();
    } catch {
      tally.failed = true;
    }
  };
  return {
    push(text) {
      count(() => counter.push(text));
      return text;
    },
    flush() {
      count(() => counter.flush());
      return '';
    },
    held: () => 0,
  };
}

/**
 * A field that is an address is read like the target of a Markdown link. Without a scheme it would be a path there, but clients open
 * `host/path` as a host.
 */
function createLinkRestorer(map: PlaceholderMap, { text, key }: AnswerText, options: RestoreOptions): Restorer {
  const slashes = /^(?:[a-z][a-z0-9+.-]*:|[/?#.])/i.test(text.trimStart()) ? '' : '//';
  const prefix = `${/image|icon|logo|thumb|avatar/i.test(key) ? '!' : ''}[](${slashes}`;
  const restorer = createRestorer(map, options);
  restorer.push(prefix);
  /** How much of the prefix has come out again. */
  let skipped = prefix.length - restorer.held();
  const skip = (out: string): string => {
    const rest = out.slice(prefix.length - skipped);
    skipped = Math.min(prefix.length, skipped + out.length);
    return rest;
  };
  return {
    push: (address) => skip(restorer.push(address)),
    flush: () => skip(restorer.flush()),
    held: () => restorer.held(),
  };
}

/** Where restoring fails a text goes on as the provider wrote it, with placeholders; a tool call does not go on. */
function contain(restorer: Restorer, text: AnswerText, options: RestoreAnswerOptions): Restorer {
  const { tally, expired } = options;
  const isTool = isToolText(text);
  let failed = false;
  /** What the restorer holds: it cannot say so any more once it has failed. */
  let pending = '';

  const fail = (cause: unknown, rest: string): string => {
    failed = true;
    if (tally !== undefined) tally.failed = true;
    if (isTool) throw new RestorationFailed(cause);
    pending = '';
    return rest;
  };
  const isOver = (): boolean => failed || tally?.failed === true || expired?.() === true;

  return {
    push(piece) {
      if (isOver()) return fail(undefined, pending + piece);
      try {
        const restored = restorer.push(piece);
        const held = restorer.held();
        pending = held === 0 ? '' : (pending + piece).slice(-held);
        return restored;
      } catch (error) {
        return fail(error, pending + piece);
      }
    },
    flush() {
      if (isOver()) return fail(undefined, pending);
      try {
        const restored = restorer.flush();
        pending = '';
        return restored;
      } catch (error) {
        return fail(error, pending);
      }
    },
    held: () => (failed ? pending.length : restorer.held()),
  };
}

const isToolText = ({ field, tool, key }: AnswerText): boolean =>
  field === 'arguments' || field === 'input' || tool !== undefined || /^(?:tool:|function_call)/.test(key);

function inSeries(first: Restorer, second: Restorer): Restorer {
  return {
    push: (text) => second.push(first.push(text)),
    flush: () => second.push(first.flush()) + second.flush(),
    held: () => first.held() + second.held(),
  };
}
