import type { PersonalKind } from '../../../contract/kinds.ts';
import { COUNTRY_WORDS, OTHER_WORDS, TOPIC_WORDS } from './cue-words.ts';
import { buildCueIndex, type CueIndex } from './cues.ts';
import type { Scheme, Topic } from './scheme.ts';

/** How much a cue says about a scheme: nothing, its topic (`passport no`), or its very name (`CPF`). */
export const TOPICAL = 2;
export const SPECIFIC = 3;

/** A scheme's own name this long labels any number of its topic, whatever its shape; shorter ones are other things too. */
const UNMISTAKABLE = 8;
const TOPIC_OF_KIND: Readonly<Partial<Record<PersonalKind, Topic>>> = {
  ID: 'national',
  TAX_ID: 'tax',
  PASSPORT: 'passport',
  DRIVING_LICENCE: 'licence',
  MEDICAL_ID: 'health',
};

export interface CueTable {
  readonly index: CueIndex;
  readonly rows: number;
  /** `levels[cue * rows + row]`. */
  readonly levels: Uint8Array;
  /** 1: the cue names something that is no identifier of a person. */
  readonly others: Uint8Array;
  readonly topics: readonly (Topic | undefined)[];
  readonly countries: readonly (string | undefined)[];
}

export function buildCueTable(schemes: readonly Scheme[]): CueTable {
  const ids = new Map<string, number>();
  const claims: { cue: number; row: number; level: number }[] = [];
  const idOf = (pattern: string): number => {
    const known = ids.get(pattern);
    if (known !== undefined) return known;
    ids.set(pattern, ids.size);
    return ids.size - 1;
  };
  const topics: (Topic | undefined)[] = [];
  const countries: string[] = [];
  for (const [topic, words] of Object.entries(TOPIC_WORDS)) {
    for (const pattern of words.split('|')) topics[idOf(pattern)] = topic as Topic;
  }
  for (const [country, words] of Object.entries(COUNTRY_WORDS)) {
    for (const pattern of words.split('|')) countries[idOf(pattern)] = country;
  }
  const others = OTHER_WORDS.split('|').map(idOf);
  schemes.forEach((scheme, row) => {
    if (scheme.topic !== 'none') {
      for (const pattern of TOPIC_WORDS[scheme.topic].split('|'))
        claims.push({ cue: idOf(pattern), row, level: TOPICAL });
    }
    for (const pattern of scheme.words.split('|')) {
      if (pattern === '') continue;
      const cue = idOf(pattern);
      claims.push({ cue, row, level: SPECIFIC });
      if (pattern.length >= UNMISTAKABLE)
        topics[cue] ??= scheme.topic === 'none' ? TOPIC_OF_KIND[scheme.kind] : scheme.topic;
    }
  });
  const levels = new Uint8Array(ids.size * schemes.length);
  for (const { cue, row, level } of claims) {
    const place = cue * schemes.length + row;
    levels[place] = Math.max(levels[place] ?? 0, level);
  }
  const isOther = new Uint8Array(ids.size);
  for (const cue of others) isOther[cue] = 1;
  return { index: buildCueIndex([...ids.keys()]), rows: schemes.length, levels, others: isOther, topics, countries };
}
