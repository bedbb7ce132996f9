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

/** exp of the summed weights of each token's features, highest first taken out. Weights count `unit` each. */
export function fillEmissions(
  weights: Int8Array | Float32Array,
  unit: number,
  run: { readonly features: Int32Array; readonly length: number; readonly lattice: Lattice },
): void {
  const { features, length, lattice } = run;
  const { emission } = lattice;
  let at = 0;
  for (let i = 0; i < length; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let k = 0; k < FEATURES; k++) {
      const cell = (features[at++] as number) << 3;
      a += weights[cell] as number;
      b += weights[cell + 1] as number;
      c += weights[cell + 2] as number;
      d += weights[cell + 3] as number;
      e += weights[cell + 4] as number;
      f += weights[cell + 5] as number;
      g += weights[cell + 6] as number;
      h += weights[cell + 7] as number;
    }
    const most = Math.max(a, b, c, d, e, f, g, h);
    const to = i * TAGS;
    emission[to] = Math.exp((a - most) * unit);
    emission[to + 1] = Math.exp((b - most) * unit);
    emission[to + 2] = Math.exp((c - most) * unit);
    emission[to + 3] = Math.exp((d - most) * unit);
    emission[to + 4] = Math.exp((e - most) * unit);
    emission[to + 5] = Math.exp((f - most) * unit);
    emission[to + 6] = Math.exp((g - most) * unit);
    emission[to + 7] = Math.exp((h - most) * unit);
  }
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
