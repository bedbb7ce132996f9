import type { TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import type { Find } from '../finding.ts';

/** The shortest key that a detector knows by its form alone has sixteen characters. */
const SHORTEST_KEY = 16;

/**
 * Reads the words of the format: roles, ids, names of tools. A placeholder there would break what the word links or names, so what is found is
 * for the caller to refuse. Ids are random, so only what cannot be there by chance counts: secrets, which have forms of their own, and
 * numbers with long check sums. (30,000 ids as fifteen vendors make them: nothing.)
 */
export function readWords(words: readonly TextSlot[], find: Find, note: (slot: TextSlot, kind: Kind) => void): void {
  for (const slot of words) {
    const { text } = slot;
    if (text.length < SHORTEST_KEY) continue;
    for (const { start, end, kind } of find(text)) {
      if (kind === 'SECRET' || (CHECKED.has(kind) && end - start === text.length && isSpelledOut(text)))
        note(slot, kind);
    }
  }
}

const CHECKED: ReadonlySet<Kind> = new Set<Kind>(['IBAN', 'CRYPTO_WALLET']);

/** Two digits of check sum are met by one in a hundred ids in lower case. */
const isSpelledOut = (text: string): boolean => text.startsWith('0x') || text !== text.toLowerCase();

/** Whether a value of this kind, found elsewhere in the request, is looked for in words: names and dates are parts of ordinary ones. */
export const isSoughtInWords = (kind: Kind): boolean => SOUGHT.has(kind);

const SOUGHT: ReadonlySet<Kind> = new Set<Kind>([
  'SECRET',
  'EMAIL',
  'PHONE',
  'CARD',
  'IBAN',
  'BANK_ACCOUNT',
  'ID',
  'PASSPORT',
  'DRIVING_LICENCE',
  'TAX_ID',
  'MEDICAL_ID',
  'CRYPTO_WALLET',
  'MAC',
]);
