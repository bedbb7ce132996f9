import type { LabelledText } from './labelled-text.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly type: string;
}

interface Share {
  readonly hit: number;
  readonly of: number;
}

export interface Score {
  readonly rows: number;
  readonly recall: Share;
  readonly precision: Share;
  readonly clean: Share;
  readonly recallByType: ReadonlyMap<string, Share>;
  readonly precisionByKind: ReadonlyMap<string, Share>;
}

/**
 * A labelled span is covered when 90 % of its letters and digits lie inside findings of any kind; a finding is right when half of
 * its own lie inside labelled spans. A clean text is one without labels; `clean` counts those with a finding.
 */
export function score(texts: readonly LabelledText[], found: readonly (readonly Found[])[]): Score {
  const recall = new Map<string, { hit: number; of: number }>();
  const precision = new Map<string, { hit: number; of: number }>();
  const clean = { hit: 0, of: 0 };
  texts.forEach(({ text, spans }, row) => {
    const findings = found[row] ?? [];
    const masked = paint(text, findings);
    const gold = paint(text, spans);
    for (const span of spans) count(recall, span.type, share(text, span, masked) >= 0.9);
    for (const finding of findings) count(precision, finding.kind, share(text, finding, gold) >= 0.5);
    if (spans.length > 0) return;
    clean.of++;
    if (findings.length > 0) clean.hit++;
  });
  return {
    rows: texts.length,
    recall: sum(recall),
    precision: sum(precision),
    clean,
    recallByType: recall,
    precisionByKind: precision,
  };
}

function paint(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const span of spans) mask.fill(1, span.start, span.end);
  return mask;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function share(text: string, span: { readonly start: number; readonly end: number }, mask: Uint8Array): number {
  let all = 0;
  let inside = 0;
  for (let i = span.start; i < span.end; i++) {
    if (!LETTER_OR_DIGIT.test(text[i] ?? '')) continue;
    all++;
    inside += mask[i] ?? 0;
  }
  return all === 0 ? 1 : inside / all;
}

function count(table: Map<string, { hit: number; of: number }>, name: string, hit: boolean): void {
  const row = table.get(name) ?? { hit: 0, of: 0 };
  row.of++;
  if (hit) row.hit++;
  table.set(name, row);
}

function sum(table: ReadonlyMap<string, Share>): Share {
  let hit = 0;
  let of = 0;
  for (const row of table.values()) {
    hit += row.hit;
    of += row.of;
  }
  return { hit, of };
}
