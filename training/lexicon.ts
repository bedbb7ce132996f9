import ranks from 'js-tiktoken/ranks/o200k_base';
import * as flag from '../src/firewall/tagger/lexicon.ts';
import { hashWord } from '../src/firewall/tagger/tokens.ts';
import { allCities } from './addresses.ts';
import { fakerWords } from './faker-data.ts';
import { LANGUAGES, type Language } from './language-file.ts';
import { MORE_PLACES } from './more-things.ts';
import { cultures } from './people.ts';
import { calendarOf } from './slots.ts';
import { DEMONYMS, REGIONS } from './things.ts';

const PARTICLES =
  'van von der den de la le di da del della dos das do du des ten ter zu zum af al el bin ibn ben abu y e et und of the san santa st ul aleje dell nell degli dei delle d l nad pod sur sous upon aan'.split(
    ' ',
  );

/** Makes the word list of the tagger: every word by its hash, with what it is known as. */
export function buildLexicon(languages: readonly Language[]): Uint32Array {
  const flags = new Map<number, number>();
  const mark = (word: string, bits: number): void => {
    for (const part of word.toLowerCase().split(/[^\p{L}\p{M}]+/u)) {
      if (part === '') continue;
      const hash = hashWord(part);
      flags.set(hash, (flags.get(hash) ?? 0) | bits);
    }
  };
  const capitals = vocabulary(mark, languages);
  const spread = { first: new Map<number, number>(), last: new Map<number, number>() };
  for (const culture of Object.values(cultures)) {
    count(culture.first, spread.first);
    count(culture.last, spread.last);
    for (const name of culture.first) mark(name, flag.FIRST_NAME);
    for (const name of culture.last) mark(name, flag.LAST_NAME);
  }
  for (const city of [
    ...allCities,
    ...REGIONS,
    ...MORE_PLACES,
    ...fakerWords(['en', 'de', 'fr', 'it', 'es', 'pt_BR', 'pl'], 'location', 'state'),
  ])
    mark(city, flag.PLACE);
  for (const word of PARTICLES) mark(word, flag.PARTICLE);
  languages.forEach((language) => {
    for (const word of language.titles) mark(word, flag.TITLE);
    for (const word of language.cues) mark(word, flag.CUE);
    for (const word of language.orgWords) mark(word, flag.ORGANISATION);
    for (const word of language.streets) mark(word, flag.STREET);
    const calendar = calendarOf(language.code);
    for (const word of [...calendar.months, ...calendar.days]) mark(word, flag.CALENDAR);
    for (const word of [...calendar.countries, ...calendar.tongues]) mark(word, flag.COUNTRY);
  });
  for (const word of DEMONYMS) for (const form of [word, `${word}s`]) mark(form, flag.COUNTRY);
  markLanguages(languages, flags);
  for (const word of capitals) {
    const hash = hashWord(word);
    const known = flags.get(hash) ?? 0;
    if ((known & flag.COMMON) === 0) flags.set(hash, known | flag.KNOWN_CAPITAL);
  }
  for (const [hash, known] of flags) {
    if (known & flag.COMMON || (known & flag.NAME) === 0) continue;
    const first = degree(spread.first.get(hash) ?? 0) << flag.FIRST_SPREAD_SHIFT;
    flags.set(hash, known | first | (degree(spread.last.get(hash) ?? 0) << flag.LAST_SPREAD_SHIFT));
  }
  return pack(flags);
}

/** In how many cultures each word is such a name. */
function count(names: readonly string[], into: Map<number, number>): void {
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}]+/u)).map(hashWord));
  for (const hash of words) into.set(hash, (into.get(hash) ?? 0) + 1);
}

function degree(spread: number): number {
  return spread > 4 ? 3 : spread > 1 ? 2 : spread;
}

/** Words mostly written small are marked COMMON; those mostly written with a capital are returned. */
function vocabulary(mark: (word: string, bits: number) => void, languages: readonly Language[]): string[] {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const { word, rank } of rankedWords()) {
    const lower = word.toLowerCase();
    const side = lower === word ? small : large;
    if (!side.has(lower)) side.set(lower, rank);
  }
  const capitals: string[] = [];
  for (const [word, rank] of small) {
    if (rank < (large.get(word) ?? Number.POSITIVE_INFINITY)) mark(word, flag.COMMON);
  }
  for (const [word, rank] of large) {
    if (rank < (small.get(word) ?? Number.POSITIVE_INFINITY)) capitals.push(word);
  }
  for (const language of languages) {
    for (const word of language.functionWords) mark(word, flag.COMMON);
    for (const word of [...language.words, ...language.filler]) {
      if ((large.get(word) ?? Number.POSITIVE_INFINITY) > (small.get(word) ?? 1e9)) mark(word, flag.COMMON);
    }
  }
  for (const kind of ['noun', 'verb', 'adjective', 'adverb']) {
    for (const word of fakerWords(['en', 'es', 'fr', 'pt_PT', 'da'], 'word', kind)) {
      if (/^\p{Ll}+$/u.test(word) && !large.has(word)) mark(word, flag.COMMON);
    }
  }
  return capitals;
}

/**
 * The words with a leading blank in the o200k vocabulary (js-tiktoken, MIT), most frequent first: it tells for 75,000 words of many
 * languages whether they stand more often in small letters or with a capital.
 */
function* rankedWords(): Generator<{ word: string; rank: number }> {
  for (const line of ranks.bpe_ranks.split('\n')) {
    const [, offset, ...tokens] = line.split(' ');
    let rank = Number(offset);
    for (const token of tokens) {
      const word = Buffer.from(token, 'base64').toString('utf8');
      rank++;
      if (/^ \p{Script=Latin}\p{Ll}{2,}$/u.test(word)) yield { word: word.slice(1), rank };
    }
  }
}

/** A function word of one language alone votes for it. */
function markLanguages(languages: readonly Language[], flags: Map<number, number>): void {
  const owner = new Map<number, number>();
  for (const language of languages) {
    const number = LANGUAGES.indexOf(language.code as (typeof LANGUAGES)[number]) + 1;
    for (const word of language.functionWords) {
      const hash = hashWord(word);
      owner.set(hash, owner.has(hash) && owner.get(hash) !== number ? 0 : number);
    }
  }
  for (const [hash, number] of owner)
    flags.set(hash, (flags.get(hash) ?? 0) | (number << flag.LANGUAGE_SHIFT) | flag.COMMON);
}

function pack(flags: ReadonlyMap<number, number>): Uint32Array {
  const cells = new Uint32Array(2 ** flag.LEXICON_BITS);
  const mask = cells.length - 1;
  for (const [hash, bits] of flags) {
    let slot = flag.slotOf(hash) & mask;
    for (let probe = 0; probe < flag.MOST_PROBES; probe++) {
      if (cells[slot] === 0) {
        cells[slot] = ((flag.printOf(hash) << 16) | bits) >>> 0;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return cells;
}
