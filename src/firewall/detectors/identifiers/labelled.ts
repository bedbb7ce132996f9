import type { PersonalKind } from '../../../contract/kinds.ts';
import { BLANK, type Chain, LONGEST_FORM } from './chain.ts';
import type { CueTable } from './cue-table.ts';
import type { Topic } from './scheme.ts';
import type { Surroundings } from './surroundings.ts';

/** What a label alone is worth: right behind `passport no` stands a passport number, whatever its country. */
export const LABELLED_SCORE = 0.68;

interface LabelledKind {
  readonly kind: PersonalKind;
  readonly type: string;
  readonly shortest: number;
  readonly longest: number;
  readonly digits: number;
}

const KINDS: Readonly<Partial<Record<Topic, LabelledKind>>> = {
  national: { kind: 'ID', type: 'ID', shortest: 6, longest: 20, digits: 5 },
  tax: { kind: 'TAX_ID', type: 'TAX_ID', shortest: 7, longest: 18, digits: 6 },
  passport: { kind: 'PASSPORT', type: 'PASSPORT', shortest: 6, longest: 12, digits: 4 },
  licence: { kind: 'DRIVING_LICENCE', type: 'DRIVING_LICENCE', shortest: 6, longest: 20, digits: 4 },
  health: { kind: 'MEDICAL_ID', type: 'MEDICAL_ID', shortest: 5, longest: 16, digits: 4 },
  vin: { kind: 'VEHICLE', type: 'VIN', shortest: 11, longest: 17, digits: 4 },
  plate: { kind: 'VEHICLE', type: 'LICENCE_PLATE', shortest: 4, longest: 9, digits: 1 },
};

export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
  readonly type: string;
}

/** The first group of a chain and its neighbours, if they stand right behind a label and look like a number of its topic. */
export function labelledSpan(
  text: string,
  chain: Chain,
  first: number,
  near: Surroundings,
  table: CueTable,
): LabelledSpan | undefined {
  const topic = near.labels[0] === 1 ? table.topics[near.cues[0] ?? -1] : undefined;
  const wanted = topic === undefined ? undefined : KINDS[topic];
  if (!wanted) return undefined;
  const start = chain.starts[first] ?? 0;
  if (chain.digits[first] === 0 && LABEL_TAILS.has(text.slice(start, chain.ends[first]))) return undefined;
  const labelEnd = near.ends[0] ?? -1;
  if (labelEnd >= 0 && !isFiller(text.slice(labelEnd, start))) return undefined;
  const last = lastGroup(chain, first, wanted);
  const end = chain.ends[last] ?? 0;
  const next = last + 1;
  if (next < chain.length && chain.joins[next] !== BLANK) return undefined;
  let length = 0;
  let digits = 0;
  let lowerCase = false;
  for (let group = first; group <= last; group++) {
    length += (chain.ends[group] ?? 0) - (chain.starts[group] ?? 0);
    digits += chain.digits[group] ?? 0;
    lowerCase ||= chain.lowerCase[group] === 1;
  }
  if (length < wanted.shortest || length > wanted.longest || digits < wanted.digits) return undefined;
  if (lowerCase && length - digits > 2) return undefined;
  if (digits === length && length < 6 && wanted.kind !== 'MEDICAL_ID') return undefined;
  const value = text.slice(start, end);
  if (
    /^(?:0[xX]|ISO\b)/.test(value) ||
    isLawOrStandard(value) ||
    isDateLike(value) ||
    /^[.,]\d/.test(text.slice(end, end + 2))
  )
    return undefined;
  return { start, end, kind: wanted.kind, type: wanted.type };
}

/** As far as dashes, dots and slashes lead; over a blank only between short groups, and not past the longest form. */
function lastGroup(chain: Chain, first: number, wanted: LabelledKind): number {
  let last = first;
  let length = (chain.ends[first] ?? 0) - (chain.starts[first] ?? 0);
  while (last + 1 < chain.length) {
    const next = (chain.ends[last + 1] ?? 0) - (chain.starts[last + 1] ?? 0);
    if (length + next > Math.min(wanted.longest, LONGEST_FORM)) break;
    if (chain.joins[last + 1] === BLANK) {
      const size = (chain.ends[last] ?? 0) - (chain.starts[last] ?? 0);
      const plateTail = wanted.type === 'LICENCE_PLATE' && (chain.digits[last] ?? 0) > 0 && next <= 3;
      const number = (chain.digits[last + 1] ?? 0) > 0 && (size <= 4 || chain.digits[last] === 0);
      if (!plateTail && !number) break;
      if (length >= wanted.shortest && next <= 2 && !plateTail) break;
    }
    length += next;
    last++;
  }
  return last;
}

/** Capitals in front of a number that belong to its label. */
const LABEL_TAILS = new Set('ID NO NR NUM IS DL SSN PIN CODE CARD N NUMBER NRO NUMERO US USA UK EU MY THE'.split(' '));

const FILLERS = new Set(
  'number numbers num nos numero nummer nombre numer numara numarasi cislo broj szama code card the this card value was are his her their your mine for with reads says following below here ist lautet est son sono este eres issued under being like shows listed'.split(
    ' ',
  ),
);

/** Whether what stands between label and value only leads from one to the other: a colon or the like, or small words. */
function isFiller(gap: string): boolean {
  if (gap.length > 30 || /[.!?]\s+\p{Lu}/u.test(gap)) return false;
  if (/[:#=|>：＝]["'`\s([]*$/u.test(gap)) return true;
  for (const word of gap.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (word.length > 2 && !FILLERS.has(word.normalize('NFD').replace(/\p{M}/gu, ''))) return false;
  }
  return true;
}

/** `RD 1065/2007`, `GB 11643-1999`: letters, a number, a year. */
function isLawOrStandard(value: string): boolean {
  return /^(?:[A-Z]{1,5}[ .-])?[\d.]{1,8}[-/](?:19|20)\d\d$/.test(value) && !/^\d{1,2}-/.test(value);
}

function isDateLike(value: string): boolean {
  return (
    /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}$/.test(value) ||
    /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:\d\d|(?:19|20)\d\d)$/.test(value) ||
    /^\d{1,2}[./]\d{4}$/.test(value) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)
  );
}
