/**
 * One replacement in a text: [start, end) becomes `text`. Edits are sorted and do not overlap. A replacement is one unit: a
 * finding that touches any part of it takes all of [start, end).
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text read another way, and the way back to the original's offsets. */
export interface Layer {
  readonly text: string;
  /** The stretches around the edits; the rest reads as it did before. Sorted, disjoint, ends exclusive. */
  readonly windows: readonly Span[];
  /** The original's span for [start, end) of this layer, `end` > `start`. */
  toOriginal(start: number, end: number): Span;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const originalLayer = (text: string): Layer => ({
  text,
  windows: [],
  toOriginal: (start, end) => ({ start, end }),
});

/** Context words stand within this many characters of a value; a window shows that much on both sides of an edit. */
const AROUND = 160;
/** A window grows by up to this much more, so that it does not begin or end inside a word. */
const TO_BLANK = 64;

/** Applies the edits to a layer. */
export function editedLayer(below: Layer, edits: readonly Edit[]): Layer {
  const source = below.text;
  const parts: string[] = [];
  const viewStarts = new Float64Array(edits.length);
  const windows: { start: number; end: number }[] = [];
  let from = 0;
  let length = 0;
  edits.forEach((edit, index) => {
    parts.push(source.slice(from, edit.start), edit.text);
    length += edit.start - from;
    viewStarts[index] = length;
    widen(windows, length - AROUND, length + edit.text.length + AROUND);
    length += edit.text.length;
    from = edit.end;
  });
  parts.push(source.slice(from));
  const text = parts.join('');
  return {
    text,
    windows: windows.map((window) => snapToBlanks(text, window)),
    toOriginal: (start, end) => {
      const first = toSource(start, viewStarts, edits);
      const last = toSource(end - 1, viewStarts, edits);
      return below.toOriginal(first.start, last.end);
    },
  };
}

function widen(windows: { start: number; end: number }[], start: number, end: number): void {
  const last = windows[windows.length - 1];
  if (last && start - 2 * TO_BLANK <= last.end) last.end = end;
  else windows.push({ start, end });
}

function snapToBlanks(text: string, window: Span): Span {
  let start = Math.max(0, window.start);
  let end = Math.min(text.length, window.end);
  for (let i = 0; i < TO_BLANK && start > 0 && text.charCodeAt(start - 1) > 0x20; i++) start--;
  for (let i = 0; i < TO_BLANK && end < text.length && text.charCodeAt(end) > 0x20; i++) end++;
  return { start, end };
}

/** The source's span of the character at `position` of the view. */
function toSource(position: number, viewStarts: Float64Array, edits: readonly Edit[]): Span {
  let low = 0;
  let high = viewStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (viewStarts[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (!edit) return { start: position, end: position + 1 };
  const past = position - viewStarts[low - 1]! - edit.text.length;
  return past < 0 ? { start: edit.start, end: edit.end } : { start: edit.end + past, end: edit.end + past + 1 };
}
