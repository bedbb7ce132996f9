import type { Detector, DetectorOptions, Report, TypeEntry } from './detector.ts';
import {
  clusterDigits,
  type DigitCluster,
  digitRuns,
  digitsFrom,
  isAlnum,
  isDigit,
  isWordCode,
  readCluster,
} from './digit-runs.ts';
import { DEFAULT_PHONE_REGIONS, type ParseBudget } from './phone-numbering.ts';
import { isNearPhoneWord, type Place, phoneScore } from './phone-score.ts';
import { extensionEnd, isPhoneSeparator, type Joint, jointAfter, type Shape } from './phone-shape.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'PHONE',
    kind: 'PHONE',
    title: 'Telephone number',
    source: 'ITU-T E.164 and E.123; national numbering plans as libphonenumber collects them',
  },
];

const GROUPS = { gap: 3, most: 8 };
const FEWEST_DIGITS = 7;
const MAX_PARSES = 20_000;

/** Telephone numbers. We cut the digits out ourselves, bounded; form, numbering plans and words near it decide. */
export const phoneDetector: Detector = {
  name: 'phone',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report, options: DetectorOptions): void {
    const regions = options.regions.length > 0 ? options.regions : DEFAULT_PHONE_REGIONS;
    const budget: ParseBudget = { left: MAX_PARSES };
    const runs = options.digits ?? digitRuns(text);
    let free = 0;
    for (let run = 0; run < runs.starts.length; run++) {
      const start = runs.starts[run]!;
      if (start < free || digitsFrom(runs, run, GROUPS) < FEWEST_DIGITS) continue;
      const cluster = readCluster(text, start, isPhoneSeparator, GROUPS);
      if (!isLongEnough(cluster) || !opensNumber(text, start)) continue;
      const place: Place = { text, start, regions, budget, isInternational: hasPlus(text, start) };
      if (!hasForm(place, cluster) && !isNearPhoneWord(place)) continue;
      const best = bestReading(place, cluster);
      if (best === undefined) continue;
      report(best.start, best.end, 'PHONE', 'PHONE', best.score);
      free = best.end;
    }
  },
};

/** Seven digits at least, and not a row of single ones. */
function isLongEnough({ starts, ends }: DigitCluster): boolean {
  let digits = 0;
  let singles = 0;
  for (let group = 0; group < starts.length; group++) {
    const size = (ends[group] ?? 0) - (starts[group] ?? 0);
    digits += size;
    if (size === 1 && ++singles > 3) return digits >= 10;
  }
  return digits >= FEWEST_DIGITS;
}

/** Whether the way it is written alone could make it a telephone number: a plus, a bracket, a leading zero, 3-3-4. */
function hasForm({ text, start, isInternational }: Place, { starts, ends }: DigitCluster): boolean {
  if (isInternational || text.charCodeAt(start) === 48 || text.charCodeAt(start - 1) === 40) return true;
  const size = (group: number) => (ends[group] ?? 0) - (starts[group] ?? 0);
  const area = size(0) === 1 ? 1 : 0;
  if (area === 1 && text.charCodeAt((starts[1] ?? 0) - 1) === 40) return true;
  if (size(area) === 3 && size(area + 1) === 3 && size(area + 2) === 4) return true;
  // Spain, Poland and others: two or three digits, then pairs or a three among them, four groups.
  return starts.length >= 4 && size(2) === 2 && size(3) === 2 && size(0) + size(1) === 5;
}

interface Reading {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** How much surer a shorter reading has to be. */
const LONGER = 0.12;
/** From here on shorter readings are not tried. */
const CERTAIN = 0.85;

/** Judges every end the cluster offers, the longest first, and takes the best. */
function bestReading(place: Place, cluster: DigitCluster): Reading | undefined {
  const { text, start } = place;
  let best: Reading | undefined;
  for (const shape of shapes(text, start, cluster)) {
    const extended = extensionEnd(text, shape.end);
    if (extended === shape.end && !closesNumber(text, shape.end)) continue;
    const score = Math.min(1, phoneScore(shape, place) + (extended > shape.end ? 0.15 : 0));
    if (score >= 0.3 && (best === undefined || score > best.score + (best.score < 0.5 ? 0 : LONGER))) {
      best = { start: openingOf(text, start, shape), end: extended, score };
      if (score >= CERTAIN) break;
    }
  }
  return best;
}

/** The readings of a cluster from its first group on, the longest first. */
function shapes(text: string, start: number, cluster: DigitCluster): Shape[] {
  const found: Shape[] = [];
  const joints: Joint[] = [];
  const bracket = text.charCodeAt(start - 1) === 40;
  let digits = '';
  let sizes = '';
  for (let group = 0; group < cluster.starts.length; group++) {
    const size = (cluster.ends[group] ?? 0) - (cluster.starts[group] ?? 0);
    if (digits.length + size > 17) break;
    digits += clusterDigits(text, cluster, group, group);
    sizes += group === 0 ? size : `-${size}`;
    const end = cluster.ends[group] ?? start;
    const joint = group + 1 < cluster.starts.length ? jointAfter(text, cluster, group) : 'none';
    const bracketed = bracket && joints[0] === 'close';
    if (digits.length >= 7) found.push({ digits, sizes, joints: [...joints], bracketed, next: joint, end });
    if (joint === 'none') break;
    joints.push(joint);
  }
  return found.reverse();
}

/** A number does not begin inside a word, an amount, a time or a longer number. */
function opensNumber(text: string, start: number): boolean {
  let at = start - 1;
  let before = text.charCodeAt(at);
  if (before === 40) before = text.charCodeAt(--at);
  if (before === 43) {
    const further = text.charCodeAt(at - 1);
    return !isAlnum(further) && further !== 43;
  }
  if (
    isWordCode(before) ||
    before === 36 ||
    before === 35 ||
    before === 37 ||
    before === 92 ||
    before === 64 ||
    before === 123
  )
    return false;
  // A comma or semicolon parts the fields of a row; behind a digit the comma groups thousands, and `&#39;` ends in a semicolon.
  if (before === 44 || before === 59) return !isDigit(text.charCodeAt(at - 1));
  if (before === 0x20ac || before === 0xa3 || before === 0xa5 || before === 94 || before === 126) return false;
  if (before === 46 || before === 45 || before === 47) return !isAlnum(text.charCodeAt(at - 1)) && before !== 46;
  return before !== 58 || !isDigit(text.charCodeAt(at - 1));
}

function closesNumber(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isWordCode(after) || after === 37 || after === 0xb0 || after === 64) return false;
  const next = text.charCodeAt(end + 1);
  if (after === 46 || after === 44 || after === 58) return !isDigit(next);
  if (after === 45 || after === 47) return !isAlnum(next);
  return after !== 40 || !isDigit(next);
}

function hasPlus(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return before === 43 || (before === 40 && text.charCodeAt(start - 2) === 43);
}

/** The plus and the bracket that belong to the number: `(+44) 20`, `+(1) 212`, `(212) 555`. */
function openingOf(text: string, start: number, shape: Shape): number {
  const closed = shape.joints[0] === 'close';
  let at = start;
  if (text.charCodeAt(at - 1) === 40 && closed) at--;
  if (text.charCodeAt(at - 1) === 43) at--;
  if (at < start && text.charCodeAt(at) === 43 && text.charCodeAt(at - 1) === 40 && closed) at--;
  return at;
}
