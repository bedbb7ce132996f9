import { PERSONAL_KINDS } from '../contract/kinds.ts';
import type { Finding } from '../firewall/finding.ts';

/** A word of a text with what the model takes it for. */
export interface LabelledWord {
  readonly start: number;
  end: number;
  readonly label: string;
  readonly probability: number;
}

/** Names of labels in public data sets (CoNLL-2003, OntoNotes 5, WikiNEuRal) as our kinds, beside the kinds themselves. */
const USUAL_KINDS: ReadonlyMap<string, string> = new Map<string, string>([
  ...PERSONAL_KINDS.map((kind) => [kind, kind] as const),
  ['PER', 'PERSON'],
  ['LOC', 'LOCATION'],
  ['GPE', 'LOCATION'],
  ['ORG', 'ORGANIZATION'],
]);

/**
 * Findings of labels in the BIO scheme (Ramshaw and Marcus 1995): `B-X` begins, `I-X` goes on or begins where nothing goes before; labels
 * without a prefix join while they are the same. The score is the mean of the words'.
 */
export function readLabels(
  text: string,
  words: readonly LabelledWord[],
  settings: { readonly kinds: Readonly<Record<string, string>>; readonly threshold: number },
): readonly Finding[] {
  const found: Finding[] = [];
  let open: { start: number; end: number; name: string; sum: number; count: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { start, end, name, sum, count } = open;
    open = undefined;
    const kind = settings.kinds[name] ?? USUAL_KINDS.get(name);
    const score = sum / count;
    if (kind !== undefined && score >= settings.threshold) {
      found.push({ start, end, kind, type: name, score, tier: 'T2' });
    }
  };
  for (const word of words) {
    const [, prefix, name = ''] = /^(?:([BI])-)?(.*)$/s.exec(word.label) ?? [];
    if (word.label === 'O') close();
    else if (
      open !== undefined &&
      open.name === name &&
      prefix !== 'B' &&
      !/\n/.test(text.slice(open.end, word.start))
    ) {
      open.end = word.end;
      open.sum += word.probability;
      open.count++;
    } else {
      close();
      open = { start: word.start, end: word.end, name, sum: word.probability, count: 1 };
    }
  }
  close();
  return found;
}
