import { BLANK, DASH, DOT, LONGEST_FORM, SLASH } from './chain.ts';
import type { Scheme } from './scheme.ts';

/** One written form of one scheme, ready to be looked up by its shape. */
export interface Form {
  readonly scheme: Scheme;
  /** The scheme's row in the cue table. */
  readonly row: number;
  readonly alone: number;
  /** The separators in order, as chain joins; -1 is any, the same all along. */
  readonly joins: readonly number[];
}

export interface ShapeIndex {
  readonly byShape: ReadonlyMap<number, readonly Form[]>;
  /** Forms of letters and digits in any order (VIN), by length, without separators. */
  readonly byLength: readonly (readonly Form[] | undefined)[];
  /** Bit n set: some form has n characters. */
  readonly lengths: number;
}

/** Letters and separators as bit sets over at most 24 places, and the length: 53 bits, exact in a double. */
export function shapeKey(letters: number, separators: number, length: number): number {
  return (letters * 0x1000000 + separators) * 32 + length;
}

const MOST_EITHERS = 7;
const JOINS: Readonly<Record<string, number>> = { ' ': BLANK, '-': DASH, '.': DOT, '/': SLASH, '~': -1 };

export function buildShapeIndex(schemes: readonly Scheme[]): ShapeIndex {
  const byShape = new Map<number, Form[]>();
  const byLength: Form[][] = [];
  let lengths = 0;
  schemes.forEach((scheme, row) => {
    for (const [shape, alone] of Object.entries(scheme.forms)) {
      const places = readShape(shape);
      if (places.length > LONGEST_FORM) throw new Error(`identifier form too long: ${scheme.type} ${shape}`);
      const form = { scheme, row, alone, joins: places.joins };
      lengths |= 1 << places.length;
      if (places.eithers.length > MOST_EITHERS) {
        byLength[places.length] = [...(byLength[places.length] ?? []), form];
        continue;
      }
      for (const letters of everyChoice(places.letters, places.eithers)) {
        const key = shapeKey(letters, places.separators, places.length);
        const bucket = byShape.get(key);
        if (bucket) bucket.push(form);
        else byShape.set(key, [form]);
      }
    }
  });
  return { byShape, byLength, lengths };
}

function readShape(shape: string) {
  const joins: number[] = [];
  const eithers: number[] = [];
  let letters = 0;
  let separators = 0;
  let length = 0;
  for (const symbol of shape) {
    const join = JOINS[symbol];
    if (join !== undefined) {
      joins.push(join);
      separators |= 1 << (length - 1);
      continue;
    }
    if (symbol === 'A') letters |= 1 << length;
    else if (symbol === 'X') eithers.push(length);
    else if (symbol !== 'd') throw new Error(`identifier form with an unknown symbol: ${shape}`);
    length++;
  }
  return { joins, eithers, letters, separators, length };
}

function everyChoice(letters: number, eithers: readonly number[]): number[] {
  let choices = [letters];
  for (const place of eithers) choices = choices.flatMap((choice) => [choice, choice | (1 << place)]);
  return choices;
}
