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
 * Where values were put back: the raw answer and the restored one walked side by side. Where they part in a way that is not a known
 * placeholder (another spelling of it, a value that was withheld), the walk ends and the rest stays unmarked.
 */
export function restoredIn(
  raw: string,
  back: string,
  values: ReadonlyMap<string, { readonly value: string; readonly kind: string }>,
): readonly Span<Restored>[] {
  const spans: Span<Restored>[] = [];
  let from = 0;
  let at = 0;
  for (const found of raw.matchAll(PLACEHOLDER)) {
    const between = raw.slice(from, found.index);
    const known = values.get(found[0]);
    if (!back.startsWith(between, at)) break;
    at += between.length;
    from = found.index + found[0].length;
    if (known === undefined || !back.startsWith(known.value, at)) {
      if (!back.startsWith(found[0], at)) break;
      at += found[0].length;
      continue;
    }
    spans.push({ start: at, end: at + known.value.length, mark: { placeholder: found[0], kind: known.kind } });
    at += known.value.length;
  }
  return spans;
}
