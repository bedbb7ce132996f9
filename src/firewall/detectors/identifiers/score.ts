import { type CueTable, SPECIFIC, TOPICAL } from './cue-table.ts';
import type { Scheme } from './scheme.ts';
import type { Form } from './shape-index.ts';
import type { Surroundings } from './surroundings.ts';

/** Below the default threshold of 0.5: reported, and counting only under a stricter policy. */
const DOUBTFUL = 0.45;

/** A word for something else this close is the label; farther off, the scheme's own name still outweighs it. In UTF-16 units. */
const TIGHT = 11;

export interface Candidate {
  readonly form: Form;
  readonly compact: string;
  /** Glued to a symbol, in small letters, or inside a longer run of numbers: a name, a path, a column of figures. */
  readonly loose: boolean;
}

/**
 * The score of one form at one place. The form's own strength; more with a word of its topic near it; most with its own name.
 * A failed check counts only right behind the scheme's own name: people mistype numbers, and made-up ones are still numbers of
 * somebody as far as the reader can tell.
 */
export function scoreCandidate(
  candidate: Candidate,
  near: Surroundings,
  table: CueTable,
  regions: readonly string[],
): number {
  const { form, compact, loose } = candidate;
  const { scheme } = form;
  const found = nearestLevel(form.row, near, table);
  if (scheme.check && !scheme.check(compact)) {
    return found.level === SPECIFIC && found.label && !scheme.strict ? 0.6 - 0.02 * found.rank : 0;
  }
  const checked = scheme.checked === true;
  let score = form.alone;
  if (loose || scheme.doubt?.(compact)) score = Math.min(score, DOUBTFUL);
  if (found.level === SPECIFIC) score = Math.max(score, (checked ? 0.95 : 0.85) - 0.02 * found.rank);
  else if (found.level === TOPICAL) score = Math.max(score, (checked ? 0.72 : loose ? 0.4 : 0.5) - 0.02 * found.rank);
  else if (found.other) score *= !checked ? 0.5 : score >= 0.8 ? 0.75 : 0.6;
  return Math.min(0.99, score + regionBonus(scheme, found.level === TOPICAL && !checked, near, table, regions));
}

function nearestLevel(row: number, near: Surroundings, table: CueTable) {
  let topical = -1;
  let label = false;
  let rank = 0;
  let other = false;
  for (let index = 0; index < near.cues.length; index++) {
    const cue = near.cues[index] ?? 0;
    const level = table.levels[cue * table.rows + row];
    if (level === SPECIFIC) return { level: SPECIFIC, label: near.labels[index] === 1, rank, other: false };
    if (level === TOPICAL && !other) {
      if (topical < 0) {
        topical = rank;
        label = near.labels[index] === 1;
      }
      continue;
    }
    if (table.others[cue] === 1) {
      if (topical >= 0) break;
      if (near.labels[index] === 1) other = true;
      if ((near.gaps[index] ?? 0) <= TIGHT) break;
      rank++;
    }
    if (table.countries[cue] === undefined) rank++;
  }
  return topical < 0 ? { level: 0, label, rank, other } : { level: TOPICAL, label, rank: topical, other: false };
}

/** The most that regions add to a form's own strength where no word stands near the number. */
export const MOST_WITHOUT_WORDS = 0.03;

/** A country named near the number, or the regions the workspace expects, choose between schemes of one shape. */
function regionBonus(
  { region, topic }: Scheme,
  strong: boolean,
  near: Surroundings,
  table: CueTable,
  regions: readonly string[],
): number {
  for (const cue of near.cues) {
    const country = table.countries[cue];
    if (country !== undefined) return country === region ? (strong ? 0.25 : 0.05) : 0;
  }
  const place = regions.indexOf(region);
  if (place < 0) return 0;
  if (place > 0) return 0.01;
  return strong && topic !== 'national' && topic !== 'tax' ? 0.22 : MOST_WITHOUT_WORDS;
}
