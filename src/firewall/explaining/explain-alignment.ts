/** A stretch of a text and the placeholder that stands in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  /** `[EMAIL_1]`. */
  readonly placeholder: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
}

const ISSUED = /\[[A-Z][A-Z0-9_]*_\d+\]/g;

/**
 * Walks a text and its masked form side by side and says what was replaced by what: findings, which are known, and what was masked
 * because its value was found elsewhere. Where the two part in another way (a value cut across two texts) the walk ends.
 */
export function alignMasked(text: string, masked: string, found: readonly Found[]): readonly Replacement[] {
  const replaced: Replacement[] = [];
  const pieces = masked.split(ISSUED);
  const placeholders = masked.match(ISSUED) ?? [];
  const first = pieces[0] ?? '';
  if (!text.startsWith(first)) return replaced;
  let at = first.length;
  for (let index = 0; index < placeholders.length; index++) {
    const placeholder = placeholders[index] ?? '';
    const literal = pieces[index + 1] ?? '';
    // The caller's own text may look like a placeholder and stay.
    if (text.startsWith(placeholder + literal, at) && !found.some(({ start }) => start === at)) {
      at += placeholder.length + literal.length;
      continue;
    }
    const end = endOf(text, at, { literal, found, isLast: index === placeholders.length - 1 });
    if (end === undefined) return replaced;
    replaced.push({ start: at, end, placeholder });
    at = end + literal.length;
  }
  return replaced;
}

interface Following {
  /** What stands behind the placeholder. */
  readonly literal: string;
  readonly found: readonly Found[];
  readonly isLast: boolean;
}

/** Where the stretch that begins at `start` ends: with its finding, or where the text goes on as the masked one does. */
function endOf(text: string, start: number, { literal, found, isLast }: Following): number | undefined {
  const known = found.find((each) => each.start === start);
  if (known !== undefined && text.startsWith(literal, known.end)) return known.end;
  if (isLast && literal === '') return text.length;
  if (literal === '') return undefined;
  const end = isLast ? text.length - literal.length : text.indexOf(literal, start + 1);
  return end > start && text.startsWith(literal, end) ? end : undefined;
}
