import { LONGEST_RUN, nextRun, readWords } from '../src/firewall/tagger/candidates.ts';
import * as tag from '../src/firewall/tagger/decode.ts';
import { BUCKET_BITS, extractFeatures, FEATURES } from '../src/firewall/tagger/features.ts';
import { COMMON, KNOWN_CAPITAL, NAME, PLACE } from '../src/firewall/tagger/lexicon.ts';
import type { Model } from '../src/firewall/tagger/model.ts';
import { MOST_TOKENS, newTokens, type Tokens, tokenise } from '../src/firewall/tagger/tokens.ts';
import type { Random } from './random.ts';
import type { Sample } from './template.ts';

const { TAGS, TRANSITIONS, START } = tag;
/** Score of one step of a shipped weight; with 127 steps the largest weight is 4. */
const UNIT = 1 / 32;

/** A conditional random field in training: stochastic gradient with per-weight rates (AdaGrad) over endless samples. */
export interface Trainer {
  learn(sample: Sample): void;
  setRate(rate: number): void;
  /** Counts the weights as they are now into the average that `freeze` gives. */
  remember(): void;
  /** The average of the weights remembered, or the weights as they are, in steps of 1/32. */
  freeze(): Model;
}

export function newTrainer(lexicon: Uint32Array, random: Random): Trainer {
  const size = 2 ** BUCKET_BITS * TAGS;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(3);
  const transitions = new Float64Array(TRANSITIONS);
  const transitionSquares = new Float64Array(TRANSITIONS).fill(1);
  const moves = new Float64Array(TRANSITIONS);
  const tokens = newTokens();
  const run = new Int32Array(2);
  const features = new Int32Array(LONGEST_RUN * FEATURES);
  const lattice = tag.newLattice(LONGEST_RUN);
  const gold = new Uint8Array(MOST_TOKENS);
  const slope = new Float64Array(TAGS);
  const moveSlope = new Float64Array(TRANSITIONS);
  let rate = 0.1;
  const average = new Float32Array(size);
  let remembered = 0;

  const refreshMoves = (): void => {
    for (let from = 0; from <= START; from++) {
      for (let to = 0; to < TAGS; to++) {
        const cell = from * TAGS + to;
        moves[cell] = tag.mayFollow(from, to) ? Math.exp(transitions[cell] as number) : 0;
      }
    }
  };
  refreshMoves();

  const step = (from: number, to: number): void => {
    const length = to - from;
    tag.fillEmissions(weights, { features, length, lattice });
    tag.sumLattice(lattice, length, moves);
    const { forward, backward, emission, scale } = lattice;
    moveSlope.fill(0);
    let at = 0;
    for (let i = 0; i < length; i++) {
      const truth = gold[from + i] as number;
      let largest = 0;
      for (let t = 0; t < TAGS; t++) {
        const wanted = (t === truth ? 1 : 0) - (forward[i * TAGS + t] as number) * (backward[i * TAGS + t] as number);
        slope[t] = wanted;
        largest = Math.max(largest, Math.abs(wanted));
      }
      // Moves: what was seen minus what was expected.
      if (i === 0) {
        for (let t = 0; t < TAGS; t++) moveSlope[START * TAGS + t] = slope[t] as number;
      } else {
        const before = gold[from + i - 1] as number;
        moveSlope[before * TAGS + truth] = (moveSlope[before * TAGS + truth] as number) + 1;
        for (let a = 0; a < TAGS; a++) {
          const left = (forward[(i - 1) * TAGS + a] as number) / (scale[i] as number);
          for (let b = 0; b < TAGS; b++) {
            const cell = a * TAGS + b;
            moveSlope[cell] =
              (moveSlope[cell] as number) -
              left * (moves[cell] as number) * (emission[i * TAGS + b] as number) * (backward[i * TAGS + b] as number);
          }
        }
      }
      if (largest < 0.002) {
        at += FEATURES;
        continue;
      }
      for (let k = 0; k < FEATURES; k++) {
        const cell = (features[at++] as number) << 3;
        // A feature left out now and then keeps the others from leaning on it.
        if (random.next() < 0.25) continue;
        for (let t = 0; t < TAGS; t++) {
          const g = slope[t] as number;
          const sum = (squares[cell + t] as number) + g * g;
          squares[cell + t] = sum;
          weights[cell + t] = (weights[cell + t] as number) + (rate * g) / Math.sqrt(sum);
        }
      }
    }
    for (let cell = 0; cell < TRANSITIONS; cell++) {
      const g = moveSlope[cell] as number;
      if (g === 0) continue;
      transitionSquares[cell] = (transitionSquares[cell] as number) + g * g;
      transitions[cell] = (transitions[cell] as number) + (rate * g) / Math.sqrt(transitionSquares[cell] as number);
    }
    refreshMoves();
  };

  return {
    learn(sample) {
      tokenise(sample.text, 0, tokens);
      let language = readWords(sample.text, tokens, lexicon);
      if (random.chance(0.1)) language = 0;
      markGold(tokens, sample, gold);
      forgetNames(tokens, sample, random);
      let at = 0;
      while (nextRun(sample.text, tokens, language, at, run)) {
        const from = run[0] as number;
        const to = run[1] as number;
        extractFeatures(sample.text, tokens, { from, to, language, out: features });
        repairGold(gold, from, to);
        step(from, to);
        at = to;
      }
    },
    setRate(next) {
      rate = next;
    },
    remember() {
      remembered++;
      for (let i = 0; i < size; i++)
        average[i] = (average[i] as number) + ((weights[i] as number) - (average[i] as number)) / remembered;
    },
    freeze() {
      const last = remembered > 0 ? average : weights;
      const steps = new Int8Array(size);
      for (let i = 0; i < size; i++) steps[i] = Math.max(-127, Math.min(127, Math.round((last[i] as number) / UNIT)));
      return { lexicon, moves: Float64Array.from(moves), weights: steps, unit: UNIT };
    },
  };
}

/** The true tag of each token. */
export function markGold(tokens: Tokens, sample: Sample, gold: Uint8Array): void {
  gold.fill(tag.O, 0, tokens.count);
  for (const span of sample.spans) {
    let first = -1;
    let last = -1;
    for (let i = 0; i < tokens.count; i++) {
      if ((tokens.start[i] as number) >= span.end) break;
      if ((tokens.end[i] as number) <= span.start) continue;
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) continue;
    for (let i = first; i <= last; i++) gold[i] = tagAt(span.type, i - first, last - first);
  }
}

function tagAt(type: string, index: number, last: number): number {
  if (type === 'PERSON') return last === 0 ? tag.PERSON_ALONE : index === 0 ? tag.PERSON_FIRST : tag.PERSON_NEXT;
  if (type === 'ADDRESS') return index === 0 ? tag.ADDRESS_FIRST : tag.ADDRESS_NEXT;
  return type === 'LOCATION' ? tag.LOCATION : tag.ORGANISATION;
}

/** A run may cut a span: what is left must still be a sequence the chain allows. */
function repairGold(gold: Uint8Array, from: number, to: number): void {
  if (gold[from] === tag.PERSON_NEXT)
    gold[from] = to > from + 1 && gold[from + 1] === tag.PERSON_NEXT ? tag.PERSON_FIRST : tag.PERSON_ALONE;
  if (gold[from] === tag.ADDRESS_NEXT) gold[from] = tag.ADDRESS_FIRST;
  if (gold[to - 1] === tag.PERSON_FIRST) gold[to - 1] = tag.PERSON_ALONE;
}

/** Every eighth full name is one the word list does not know, now and then known as something else; fewer of the single names. */
function forgetNames(tokens: Tokens, sample: Sample, random: Random): void {
  for (const span of sample.spans) {
    const single = !sample.text.slice(span.start, span.end).includes(' ');
    if (!random.chance(single && span.type === 'PERSON' ? 0.03 : 0.12)) continue;
    const instead = random.chance(0.25) ? KNOWN_CAPITAL : 0;
    const bits =
      span.type === 'PERSON'
        ? NAME | PLACE
        : span.type === 'LOCATION'
          ? PLACE
          : span.type === 'ORGANIZATION'
            ? KNOWN_CAPITAL
            : 0;
    if (bits === 0) continue;
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] as number;
      if (start >= span.end) break;
      const known = tokens.flags[i] as number;
      if (start >= span.start && (known & bits) !== 0)
        tokens.flags[i] =
          (known & ~bits & (span.type === 'PERSON' && (known & COMMON) === 0 ? 0xfff & ~KNOWN_CAPITAL : 0xffff)) |
          (span.type === 'PERSON' ? instead : 0);
    }
  }
}
