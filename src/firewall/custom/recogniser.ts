import type { RecogniserSettings } from '../../contract/detection-policy.ts';
import type { Report } from '../detectors/detector.ts';
import { buildKeywordIndex } from './keyword-index.ts';
import { compilePattern } from './pattern.ts';

/** A workspace's own recogniser, ready to run. Linear in the length of the text. */
export interface CompiledRecogniser {
  readonly kind: string;
  /** The recogniser's name as a type: `Employee number` is `EMPLOYEE_NUMBER`. */
  readonly type: string;
  detect(text: string, report: Report): void;
}

/** Compiles settings that `validateRecogniser` found nothing wrong with; throws where the pattern does not compile. */
export function compileRecogniser(settings: RecogniserSettings): CompiledRecogniser {
  const { kind, score } = settings;
  const type = typeName(settings.name) || kind;
  const each = eachMatch(settings);
  const near = settings.context.length === 0 ? null : buildContext(settings.context);
  return {
    kind,
    type,
    detect(text, report) {
      const context = near?.(text);
      each(text, (start, end) => {
        if (!context || context(start, end)) report(start, end, kind, type, score);
      });
    },
  };
}

type EachMatch = (text: string, found: (start: number, end: number) => void) => void;

function eachMatch(settings: RecogniserSettings): EachMatch {
  if ('keywords' in settings) {
    const index = buildKeywordIndex(settings.keywords, settings);
    return (text, found) => index.each(text, found);
  }
  const pattern = compilePattern(settings.pattern, settings.caseSensitive);
  return (text, found) => pattern.each(text, settings.group, found);
}

/** A context word counts within this many characters of the value. */
const NEAR = 60;

/** For a text, the question whether a context word stands near a span. */
function buildContext(words: readonly string[]): (text: string) => (start: number, end: number) => boolean {
  const index = buildKeywordIndex(words, { caseSensitive: false, wholeWords: true });
  return (text) => {
    let places: { readonly start: number; readonly end: number }[] | undefined;
    return (start, end) => {
      if (!places) {
        const found: { start: number; end: number }[] = [];
        index.each(text, (wordStart, wordEnd) => found.push({ start: wordStart, end: wordEnd }));
        places = found;
      }
      return anyWithin(places, start - NEAR, end + NEAR);
    };
  };
}

/** True where one of the sorted places lies within [from, to]. */
function anyWithin(
  places: readonly { readonly start: number; readonly end: number }[],
  from: number,
  to: number,
): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place !== undefined && place.end <= to;
}

/** `Employee number` as a type: `EMPLOYEE_NUMBER`. */
export const typeName = (name: string): string =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 48);
