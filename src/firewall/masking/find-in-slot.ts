import type { TextSlot } from '../../chat/text-slots.ts';
import type { Find, Finding } from '../finding.ts';
import { resolveOverlaps } from '../overlaps.ts';

/** Of a longer text the words around a value tell more than the field's name; of a longer name nothing is known. UTF-16 code units. */
const LONGEST_TEXT = 256;
const LONGEST_LABEL = 64;

/**
 * What is found in a text of a request. A value in data is read once more with its field's name in front, as in prose: nine digits are
 * only a number, `ssn: 536904399` is somebody's.
 */
export function findInSlot({ text, label }: Pick<TextSlot, 'text' | 'label'>, find: Find): readonly Finding[] {
  const found = find(text);
  if (label === '' || label.length > LONGEST_LABEL || text.length > LONGEST_TEXT) return found;
  const head = `${label}: `;
  const named = find(head + text).flatMap((finding): Finding[] => {
    const end = finding.end - head.length;
    // A value that begins in the name is one only together with it.
    return finding.start < head.length ? [] : [{ ...finding, start: finding.start - head.length, end }];
  });
  if (named.length === 0) return found;
  return found.length === 0 ? named : resolveOverlaps(text, [...found, ...named]);
}
