import { isObject, type JsonObject } from '../../chat/json.ts';

/** Where the characters of a text stand after parts of it were replaced, in UTF-16 code units. */
export interface Shifts {
  /** What ended at `end` has become longer by `growth`, or shorter. In the order of the text. */
  note(end: number, growth: number): void;
  /** Where a position of the old text is in the new one. */
  moved(position: number): number;
}

/** A text goes through two hands: what the model produced is replaced first, then values are put back. */
export interface TextPositions {
  readonly inspected: Shifts;
  readonly restored: Shifts;
}

export const textPositions = (): TextPositions => ({ inspected: createShifts(), restored: createShifts() });

/** Sources say which part of the content they are for (OpenAI's `url_citation`): their numbers follow the text. */
export function moveCitations(message: JsonObject, { inspected, restored }: TextPositions): void {
  if (!Array.isArray(message.annotations)) return;
  const move = (holder: JsonObject): void => {
    for (const name of ['start_index', 'end_index']) {
      const position = holder[name];
      if (typeof position === 'number') holder[name] = restored.moved(inspected.moved(position));
    }
  };
  for (const annotation of message.annotations) {
    if (!isObject(annotation)) continue;
    move(annotation);
    for (const inner of Object.values(annotation)) if (isObject(inner)) move(inner);
  }
}

function createShifts(): Shifts {
  const ends: number[] = [];
  /** By how much everything from there on has moved. */
  const totals: number[] = [];
  return {
    note(end, growth) {
      ends.push(end);
      totals.push((totals.at(-1) ?? 0) + growth);
    },
    moved(position) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) <= position) low = middle + 1;
        else high = middle;
      }
      return position + (totals[low - 1] ?? 0);
    },
  };
}
