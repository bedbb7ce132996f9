/** A text in pieces: as it stands, or marked as something. */
export interface Segment<Mark> {
  /** Where it begins, which also tells pieces apart. */
  readonly at: number;
  readonly text: string;
  readonly mark: Mark | undefined;
}

interface Span<Mark> {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** Spans are sorted and do not overlap. */
export function segmentsOf<Mark>(text: string, spans: readonly Span<Mark>[]): readonly Segment<Mark>[] {
  const segments: Segment<Mark>[] = [];
  let from = 0;
  const add = (end: number, mark: Mark | undefined): void => {
    if (end > from) segments.push({ at: from, text: text.slice(from, end), mark });
    from = Math.max(from, end);
  };
  for (const { start, end, mark } of spans) {
    add(start, undefined);
    add(end, mark);
  }
  add(text.length, undefined);
  return segments;
}

const PLACEHOLDER = /\[([A-Z][A-Z0-9_]*)_\d+\]/g;

/** Placeholders in a text, as marks that name their kind. */
export function placeholdersIn(text: string): readonly Span<string>[] {
  return [...text.matchAll(PLACEHOLDER)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    mark: found[1] ?? '',
  }));
}

export interface Restored {
  readonly placeholder: string;
  readonly kind: string;
}

/**
 * Where values were put back: wherever a value of the request stands in the answer and the model did not write it itself. However the
 * model spelled the placeholder, the value is found.
 */
export function restoredIn(
  raw: string,
  back: string,
  values: ReadonlyMap<string, { readonly value: string; readonly kind: string }>,
): readonly Span<Restored>[] {
  const spans: Span<Restored>[] = [];
  // A longer value may hold a shorter one: an address, the name in it.
  const longestFirst = [...values].sort(([, one], [, other]) => other.value.length - one.value.length);
  for (const [placeholder, { value, kind }] of longestFirst) {
    if (value === '' || raw.includes(value)) continue;
    for (let start = back.indexOf(value); start >= 0; start = back.indexOf(value, start + value.length)) {
      const end = start + value.length;
      const isFree = spans.every((span) => span.end <= start || end <= span.start);
      if (isFree) spans.push({ start, end, mark: { placeholder, kind } });
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}
