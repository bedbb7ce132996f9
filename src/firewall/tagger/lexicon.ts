/**
 * The word list of the tagger: for the hash of a word (lower case, accents folded) what the word is known as. One open-addressed
 * table of 32-bit cells, fingerprint above, flags below, so that no word is stored as text. Built by training/lexicon.ts.
 */
export const FIRST_NAME = 1;
export const LAST_NAME = 2;
/** Mostly written in lower case: a capital says little. */
export const COMMON = 4;
/** Mostly written with a capital in the text of the world, so a name of something; without NAME rarely of a person. */
export const KNOWN_CAPITAL = 8;
export const PLACE = 16;
/** Street types and what stands beside a house number: street, rue, ul, box, apt. */
export const STREET = 32;
/** Mr, Dr, Herr, Mme: a person follows. */
export const TITLE = 64;
/** Inc, GmbH, University, Bank: an organisation. */
export const ORGANISATION = 128;
/** Months and days. */
export const CALENDAR = 256;
/** Countries, languages, nationalities. */
export const COUNTRY = 512;
/** van, de, la, bin: inside names in lower case. */
export const PARTICLE = 1024;
/** Words after which a name may come in lower case: "name", "hi", "thanks". */
export const CUE = 2048;
/**
 * Bits 12 to 15. Of a COMMON word: the language whose function word it is, 0 for none. Of any other: in how many cultures it is a
 * first name (two bits) and a surname (two bits), each 0 to 3.
 */
export const LANGUAGE_SHIFT = 12;
export const FIRST_SPREAD_SHIFT = 12;
export const LAST_SPREAD_SHIFT = 14;

export const NAME = FIRST_NAME | LAST_NAME;

export const LEXICON_BITS = 17;

export interface Lexicon {
  readonly cells: Uint32Array;
}

/** Flags of the word with this hash, 0 if unknown. A wrong hit has odds of about 1 in 40,000. */
export function lookUp(cells: Uint32Array, hash: number): number {
  const mask = cells.length - 1;
  const print = printOf(hash);
  let slot = slotOf(hash) & mask;
  for (let probe = 0; probe < MOST_PROBES; probe++) {
    const cell = cells[slot] as number;
    if (cell === 0) return 0;
    if (cell >>> 16 === print) return cell & 0xffff;
    slot = (slot + 1) & mask;
  }
  return 0;
}

/**
 * Brings the cells of words near before they are looked up one by one, as `fetchRows` does with weights (measured: 5 to 7 % of the
 * tagger's time on articles, whose words differ).
 */
export function fetchCells(cells: Uint32Array, hashes: Int32Array, count: number): number {
  const mask = cells.length - 1;
  let met = 0;
  for (let i = 0; i < count; i++) met ^= cells[slotOf(hashes[i] as number) & mask] as number;
  return met;
}

/** A probe chain longer than this is not written, so none is read. */
export const MOST_PROBES = 24;

export function slotOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}

export function printOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) >>> 16;
  return mixed === 0 ? 1 : mixed;
}
