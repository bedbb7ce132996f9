import type { PersonalKind } from '../../../contract/kinds.ts';
import type { Detector, DetectorOptions, Report, TypeEntry } from '../detector.ts';
import { digitRuns } from '../digit-runs.ts';
import { BLANK, type Chain, emptyChain, isAlnum, LONGEST_FORM, NO_JOIN, readChain } from './chain.ts';
import { buildCueTable } from './cue-table.ts';
import { LABELLED_SCORE, labelledSpan } from './labelled.ts';
import { MRZ_TYPES, readMrz } from './mrz.ts';
import type { Scheme } from './scheme.ts';
import { isHongKongId } from './schemes/asia-pacific.ts';
import { GENERIC_TYPES, SCHEMES } from './schemes.ts';
import { MOST_WITHOUT_WORDS, scoreCandidate } from './score.ts';
import { buildShapeIndex, type Form, shapeKey } from './shape-index.ts';
import { type CueReader, cueReader, type Surroundings, surroundingsOf } from './surroundings.ts';

const SHAPES = buildShapeIndex(SCHEMES);
const CUES = buildCueTable(SCHEMES);
const HONG_KONG = SCHEMES.findIndex(({ type }) => type === 'HK_ID');
const BRACKETED: Form = { scheme: SCHEMES[HONG_KONG] as Scheme, row: HONG_KONG, alone: 0.85, joins: [] };
const MOST_GROUPS = 8;
const REPORTED = 0.3;

/**
 * Personal numbers that states, tax offices, health services and vehicle registries issue. One pass over the digits of a
 * text; around each the chain of groups it belongs to; each run of up to eight groups is looked up by its shape (where
 * letters and separators stand), checked, and scored with the words near it.
 */
export const identifiersDetector: Detector = {
  name: 'identifiers',
  tier: 'T0',
  types: [...typeEntries(), ...GENERIC_TYPES, ...MRZ_TYPES],
  detect,
};

interface Hit {
  start: number;
  end: number;
  kind: PersonalKind;
  type: string;
  score: number;
}

interface Search {
  readonly text: string;
  readonly chain: Chain;
  readonly options: DetectorOptions;
  readonly reader: CueReader;
  readonly hits: Hit[];
}

/** One for all texts: each is read to its end before the next. */
const CHAIN = emptyChain();

function detect(text: string, report: Report, options: DetectorOptions): void {
  let search: Search | undefined;
  let floor = 0;
  const { starts, ends } = options.digits ?? digitRuns(text);
  for (let run = 0; run < starts.length; run++) {
    if (ends[run]! <= floor) continue;
    const at = Math.max(floor, starts[run]!);
    search ??= { text, chain: CHAIN, options, reader: cueReader(text, CUES), hits: [] };
    const end = readChain(text, at, floor, search.chain);
    const mrz = mayBeMrz(text, search.chain) ? readMrz(text, at, floor, report) : -1;
    if (mrz < 0) searchChain(search, report);
    floor = Math.max(end, mrz);
  }
}

function mayBeMrz(text: string, chain: Chain): boolean {
  const start = chain.starts[0] ?? 0;
  const end = chain.ends[chain.length - 1] ?? 0;
  return text.charCodeAt(end) === 60 || text.charCodeAt(start - 1) === 60 || (end - start >= 30 && end - start <= 44);
}

function searchChain(search: Search, report: Report): void {
  const { chain, hits } = search;
  hits.length = 0;
  for (let first = 0; first < chain.length; first++) {
    if (!startsHere(search, first)) continue;
    let length = 0;
    let letters = 0;
    let separators = 0;
    for (let last = first; last < chain.length && last < first + MOST_GROUPS; last++) {
      const size = (chain.ends[last] ?? 0) - (chain.starts[last] ?? 0);
      if (length + size > LONGEST_FORM) break;
      if (last > first) separators |= 1 << (length - 1);
      letters |= (chain.letters[last] ?? 0) << length;
      length += size;
      if ((SHAPES.lengths >> length) % 2 === 0) continue;
      const forms = SHAPES.byShape.get(shapeKey(letters, separators, length));
      if (forms) tryForms(search, first, last, forms);
      if (last === first) {
        const anyOrder = SHAPES.byLength[length];
        if (anyOrder && letters !== 0 && chain.lowerCase[first] === 0 && (chain.digits[first] ?? 0) > 0)
          tryForms(search, first, last, anyOrder);
      }
    }
    tryBracketed(search, first);
    tryLabel(search, first);
  }
  settle(hits, report);
}

/** A run may not begin in the middle of a number written with dashes, dots or slashes. */
function startsHere({ chain }: Search, first: number): boolean {
  const join = chain.joins[first] ?? NO_JOIN;
  return first === 0 || join === BLANK || (chain.digits[first - 1] ?? 0) === 0;
}

function tryForms(search: Search, first: number, last: number, forms: readonly Form[]): void {
  const { text, chain, options, reader } = search;
  const start = chain.starts[first] ?? 0;
  const end = chain.ends[last] ?? 0;
  if (last + 1 < chain.length && chain.joins[last + 1] !== BLANK && (chain.digits[last + 1] ?? 0) > 0) return;
  const edges = edgesOf(text, start, end);
  if (edges === FORBIDDEN) return;
  let compact: string | undefined;
  let near: Surroundings | undefined;
  let best: Hit | undefined;
  for (const form of forms) {
    if (!joinsFit(chain, first, last, form)) continue;
    near ??= surroundingsOf(reader, start, end);
    // Without a word nearby nothing makes a weak form count, whatever its check digit says.
    if (near.cues.length === 0 && form.alone + MOST_WITHOUT_WORDS < REPORTED) continue;
    compact ??= compactForm(text, chain, first, last);
    const loose = edges === LOOSE || hasLowerCase(chain, first, last) || inRun(chain, first, last);
    const score = scoreCandidate({ form, compact, loose }, near, CUES, options.regions);
    if (score >= REPORTED && (!best || score > best.score)) {
      best = { start, end, kind: form.scheme.kind, type: form.scheme.type, score };
    }
  }
  if (best) search.hits.push(best);
}

/** Hong Kong writes its check character in brackets: one or two letters, six digits, `(`, the character, `)`. */
function tryBracketed(search: Search, first: number): void {
  const { text, chain, options, reader } = search;
  const start = chain.starts[first] ?? 0;
  const end = chain.ends[first] ?? 0;
  if (text.charCodeAt(end) !== 40 || text.charCodeAt(end + 2) !== 41) return;
  const compact = (text.slice(start, end) + (text[end + 1] ?? '')).toUpperCase();
  if (!/^[A-Z]{1,2}\d{6}[0-9A]$/.test(compact) || !isHongKongId(compact)) return;
  if (edgesOf(text, start, end + 3) !== CLEAN) return;
  const score = scoreCandidate(
    { form: BRACKETED, compact, loose: false },
    surroundingsOf(reader, start, end + 3),
    CUES,
    options.regions,
  );
  search.hits.push({ start, end: end + 3, kind: 'ID', type: 'HK_ID', score });
}

function tryLabel(search: Search, first: number): void {
  const { text, chain, reader } = search;
  const start = chain.starts[first] ?? 0;
  const size = (chain.ends[first] ?? 0) - start;
  const single = chain.length === first + 1;
  if ((single && size < 4) || size > LONGEST_FORM || !mayBeLabelled(chain, first)) return;
  if (first > 0 && chain.digits[first - 1] !== 0) return;
  if (edgesOf(text, start, chain.ends[first] ?? 0) === FORBIDDEN) return;
  if ('_+$@%'.includes(text[start - 1] ?? ' ')) return;
  const near = surroundingsOf(reader, start, chain.ends[first] ?? 0);
  if (near.cues.length === 0) return;
  const span = labelledSpan(text, chain, first, near, CUES);
  if (span) search.hits.push({ ...span, score: LABELLED_SCORE });
}

/** Cheap refusal before words are read: short figures and words in small letters with a digit are no numbers of a document. */
function mayBeLabelled(chain: Chain, first: number): boolean {
  const size = (chain.ends[first] ?? 0) - (chain.starts[first] ?? 0);
  const digits = chain.digits[first] ?? 0;
  if (chain.lowerCase[first] === 1 && size - digits > 2) return false;
  return chain.length > first + 1 || size >= (digits === size ? 5 : 4);
}

/** Overlapping hits of one chain: the better one stays, of equals the longer. */
function settle(hits: Hit[], report: Report): void {
  if (hits.length > 1) hits.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
  for (let index = 0; index < hits.length; index++) {
    const hit = hits[index];
    if (!hit) continue;
    let free = true;
    for (let earlier = Math.max(0, index - 64); earlier < index && free; earlier++) {
      const other = hits[earlier];
      free = !other || other.score < 0 || other.end <= hit.start || other.start >= hit.end;
    }
    if (free) report(hit.start, hit.end, hit.kind, hit.type, hit.score);
    else hit.score = -1;
  }
}

function joinsFit(chain: Chain, first: number, last: number, form: Form): boolean {
  const { joins } = form;
  let common = NO_JOIN;
  for (let index = 0; index < last - first; index++) {
    const join = chain.joins[first + 1 + index] ?? NO_JOIN;
    const wanted = joins[index];
    if (wanted === -1) {
      if (common !== NO_JOIN && common !== join) return false;
      common = join;
    } else if (wanted !== join) return false;
  }
  return true;
}

function compactForm(text: string, chain: Chain, first: number, last: number): string {
  let compact = '';
  for (let group = first; group <= last; group++) compact += text.slice(chain.starts[group], chain.ends[group]);
  return compact.toUpperCase();
}

function hasLowerCase(chain: Chain, first: number, last: number): boolean {
  for (let group = first; group <= last; group++) if (chain.lowerCase[group] === 1) return true;
  return false;
}

/** Whether the run stands in a longer row of numbers with blanks between, and uses blanks itself. */
function inRun(chain: Chain, first: number, last: number): boolean {
  const blanks = first < last && chain.joins[first + 1] === BLANK;
  const before = first > 0 && (chain.joins[first] !== BLANK || (blanks && (chain.digits[first - 1] ?? 0) > 0));
  const next = last + 1;
  const after = next < chain.length && (chain.joins[next] !== BLANK || (blanks && (chain.digits[next] ?? 0) > 0));
  return before || after;
}

const CLEAN = 0;
const LOOSE = 1;
const FORBIDDEN = 2;
const LOOSE_BEFORE = '_$@+%~^&#./-*\\';
const LOOSE_AFTER = '_$@%~^&([\\';

/** What the characters around the run say: part of a longer token or figure, glued to a symbol, or free. */
function edgesOf(text: string, start: number, end: number): number {
  let edges = CLEAN;
  if (start > 0) {
    const before = text.charCodeAt(start - 1);
    if (isAlnum(before) || isWestern(before)) return FORBIDDEN;
    if ((before === 44 || before === 46) && isDigit(text.charCodeAt(start - 2))) {
      if (before === 46 || end - start === 3) return FORBIDDEN;
    }
    if (LOOSE_BEFORE.includes(text[start - 1] ?? ' ')) edges = LOOSE;
  }
  if (end < text.length) {
    const after = text.charCodeAt(end);
    if (isAlnum(after) || isWestern(after)) return FORBIDDEN;
    if ((after === 44 || after === 58) && isDigit(text.charCodeAt(end + 1))) edges = LOOSE;
    if (LOOSE_AFTER.includes(text[end] ?? ' ')) edges = LOOSE;
    const joined = after === 45 || after === 46 || after === 47;
    if (joined && isAlnum(text.charCodeAt(end + 1))) edges = LOOSE;
  }
  return edges;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter of an alphabet that puts blanks between words, beyond ASCII. */
function isWestern(code: number): boolean {
  return code >= 0xc0 && code < 0x590 && code !== 0xd7 && code !== 0xf7;
}

function typeEntries(): TypeEntry[] {
  const entries = new Map<string, TypeEntry>();
  for (const { type, kind, title, source } of SCHEMES)
    if (!entries.has(type)) entries.set(type, { type, kind, title, source });
  return [...entries.values()];
}
