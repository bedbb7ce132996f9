import { FEATURES } from './features.ts';

/** Tags of a token. LOCATION and ORGANISATION only help to tell people from what looks like people. */
export const O = 0;
export const PERSON_FIRST = 1;
export const PERSON_NEXT = 2;
export const PERSON_ALONE = 3;
export const ADDRESS_FIRST = 4;
export const ADDRESS_NEXT = 5;
export const LOCATION = 6;
export const ORGANISATION = 7;
export const TAGS = 8;

/** Rows of the transition table beside the tags: what follows the start of a run; what ends one is the column of O. */
export const START = 8;
export const TRANSITIONS = 9 * TAGS;

/** Whether `next` may follow `previous` (a tag or START). */
export function mayFollow(previous: number, next: number): boolean {
  if (next === PERSON_NEXT) return previous === PERSON_FIRST || previous === PERSON_NEXT;
  if (previous === PERSON_FIRST) return false;
  if (next === ADDRESS_NEXT) return previous === ADDRESS_FIRST || previous === ADDRESS_NEXT;
  return true;
}

/** Scratch for one run of the chain. */
export interface Lattice {
  /** exp of each tag's score, per token. */
  readonly emission: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scale: Float64Array;
}

export function newLattice(length: number): Lattice {
  return {
    emission: new Float64Array(length * TAGS),
    forward: new Float64Array(length * TAGS),
    backward: new Float64Array(length * TAGS),
    scale: new Float64Array(length),
  };
}

/** The stretch of tokens whose emissions are wanted. */
export interface Stretch {
  /** FEATURES buckets a token. */
  readonly features: Int32Array;
  readonly length: number;
  readonly lattice: Lattice;
}

/** exp of the summed weights of each token's features, highest first taken out; while training, where weights are no bytes yet. */
export function fillEmissions(weights: Float32Array, { features, length, lattice }: Stretch): void {
  const { emission } = lattice;
  const sums = new Float64Array(TAGS);
  let at = 0;
  for (let i = 0; i < length; i++) {
    sums.fill(0);
    for (let k = 0; k < FEATURES; k++) {
      const cell = (features[at++] as number) << 3;
      for (let tag = 0; tag < TAGS; tag++) sums[tag] = (sums[tag] as number) + (weights[cell + tag] as number);
    }
    let most = sums[0] as number;
    for (let tag = 1; tag < TAGS; tag++) most = Math.max(most, sums[tag] as number);
    for (let tag = 0; tag < TAGS; tag++) emission[i * TAGS + tag] = Math.exp((sums[tag] as number) - most);
  }
}

/** exp of how far a token's tag lies behind its best one, in weight steps of `unit`: as far as 40 features of one byte can take it. */
export function decayOf(unit: number): Float64Array {
  return Float64Array.from({ length: FEATURES * 255 + 1 }, (_, steps) => Math.exp(-steps * unit));
}

/**
 * The same as `fillEmissions` for a finished model: of each feature two words of four signed bytes, one a tag. Lifted by 128 the bytes
 * are positive, and 40 of them add up in half a word, so four additions count all eight tags; what was lifted is alike for
 * all and falls out of the differences.
 */
export function fillFromBytes(rows: Int32Array, decay: Float64Array, { features, length, lattice }: Stretch): void {
  const { emission } = lattice;
  // Kept for a moment only, so that the fetching is not left out as useless.
  emission[0] = fetchRows(rows, features, length * FEATURES);
  let at = 0;
  for (let i = 0; i < length; i++) {
    let ac = 0;
    let bd = 0;
    let eg = 0;
    let fh = 0;
    for (let k = 0; k < FEATURES; k++) {
      const row = (features[at++] as number) << 1;
      const low = (rows[row] as number) ^ 0x80808080;
      const high = (rows[row + 1] as number) ^ 0x80808080;
      ac = (ac + (low & 0xff00ff)) | 0;
      bd = (bd + ((low >>> 8) & 0xff00ff)) | 0;
      eg = (eg + (high & 0xff00ff)) | 0;
      fh = (fh + ((high >>> 8) & 0xff00ff)) | 0;
    }
    const a = ac & 0xffff;
    const b = bd & 0xffff;
    const c = ac >>> 16;
    const d = bd >>> 16;
    const e = eg & 0xffff;
    const f = fh & 0xffff;
    const g = eg >>> 16;
    const h = fh >>> 16;
    const most = Math.max(Math.max(Math.max(a, b), Math.max(c, d)), Math.max(Math.max(e, f), Math.max(g, h)));
    const to = i * TAGS;
    emission[to] = decay[most - a] as number;
    emission[to + 1] = decay[most - b] as number;
    emission[to + 2] = decay[most - c] as number;
    emission[to + 3] = decay[most - d] as number;
    emission[to + 4] = decay[most - e] as number;
    emission[to + 5] = decay[most - f] as number;
    emission[to + 6] = decay[most - g] as number;
    emission[to + 7] = decay[most - h] as number;
  }
}

/**
 * Brings the rows near: they lie anywhere in 4 MB. A loop that does nothing else waits for many of them at once, the sums above for
 * one after the other (measured: adding up takes half the time).
 */
function fetchRows(rows: Int32Array, features: Int32Array, count: number): number {
  let met = 0;
  for (let k = 0; k < count; k += 4) {
    met ^=
      (rows[(features[k] as number) << 1] as number) ^
      (rows[(features[k + 1] as number) << 1] as number) ^
      (rows[(features[k + 2] as number) << 1] as number) ^
      (rows[(features[k + 3] as number) << 1] as number);
  }
  return met;
}

/**
 * Forward and backward sums of a linear-chain conditional random field, scaled per token; then `forward * backward` of a token are
 * its tags' probabilities. `moves` holds exp of the transition weights, 0 where a move is forbidden.
 */
export function sumLattice(lattice: Lattice, length: number, moves: Float64Array): void {
  const { emission, forward, backward, scale } = lattice;
  for (let i = 0; i < length; i++) {
    const to = i * TAGS;
    let total = 0;
    for (let tag = 0; tag < TAGS; tag++) {
      let sum = 0;
      if (i === 0) sum = moves[START * TAGS + tag] as number;
      else {
        for (let previous = 0; previous < TAGS; previous++) {
          sum += (forward[to - TAGS + previous] as number) * (moves[previous * TAGS + tag] as number);
        }
      }
      const value = sum * (emission[to + tag] as number) + 1e-30;
      forward[to + tag] = value;
      total += value;
    }
    scale[i] = total;
    for (let tag = 0; tag < TAGS; tag++) forward[to + tag] = (forward[to + tag] as number) / total;
  }
  for (let i = length - 1; i >= 0; i--) {
    const to = i * TAGS;
    for (let tag = 0; tag < TAGS; tag++) {
      if (i === length - 1) {
        backward[to + tag] = moves[tag * TAGS + O] as number;
        continue;
      }
      let sum = 0;
      for (let next = 0; next < TAGS; next++) {
        sum +=
          (moves[tag * TAGS + next] as number) *
          (emission[to + TAGS + next] as number) *
          (backward[to + TAGS + next] as number);
      }
      backward[to + tag] = sum / (scale[i + 1] as number);
    }
  }
  // The last column weighs the end of the run, so the products need one common factor to sum to 1.
  for (let i = 0; i < length; i++) {
    const to = i * TAGS;
    let total = 0;
    for (let tag = 0; tag < TAGS; tag++) total += (forward[to + tag] as number) * (backward[to + tag] as number);
    for (let tag = 0; tag < TAGS; tag++) backward[to + tag] = (backward[to + tag] as number) / (total || 1);
  }
}
