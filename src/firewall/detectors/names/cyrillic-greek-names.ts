/** Names that show themselves without a trigger: Russian and Ukrainian patronymics and initials, Greek surname endings. */
import { GIVEN_NAMES } from './given-names.ts';

const RUN =
  /\p{Lu}[\p{Ll}\p{M}]{1,20}(?:-\p{Lu}[\p{Ll}\p{M}]{1,20})?(?: \p{Lu}[\p{Ll}\p{M}]{1,20}(?:-\p{Lu}[\p{Ll}\p{M}]{1,20})?){1,2}(?![\p{L}\p{M}])/uy;
const PATRONYMIC = /(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вну|вной|ична|иничны|ьич|ївна|івна|йович|ович)$/u;
const SURNAME =
  /(?:ов|ова|ову|овым|овой|ев|ева|еву|евой|евым|ёв|ёва|ин|ина|ину|иной|иным|ын|ына|ский|ская|ского|ской|скому|цкий|цкая|цкого|енко|чук|юк|ук|ко|ць|ський|ська|цький|цька|ян|дзе|швили|ых|их|ић)$/u;
const INITIALS_AFTER = /\p{Lu}[\p{Ll}]{2,20}(?:-\p{Lu}[\p{Ll}]{2,20})? \p{Lu}\. ?\p{Lu}\./uy;
const INITIALS_BEFORE = /\p{Lu}\. ?\p{Lu}\. ?\p{Lu}[\p{Ll}]{2,20}(?:-\p{Lu}[\p{Ll}]{2,20})?(?![\p{L}])/uy;
const GREEK_SURNAME =
  /(?:όπουλος|οπούλου|όπουλο|ίδης|ίδη|ίδου|άδης|άδη|άδου|άκης|άκη|ιάδης|έας|έα|άτος|άτου|ούδης|ούδη|έλλης|έλη)$/u;

/** A capital Cyrillic or Greek letter stands at `at`, and no letter before it. */
export function readSlavicOrGreek(text: string, at: number): { start: number; end: number; score: number } | undefined {
  RUN.lastIndex = at;
  const run = RUN.exec(text)?.[0];
  if (run !== undefined) {
    const words = run.split(' ');
    const first = words[0] ?? '';
    const last = words[words.length - 1] ?? '';
    const span = { start: at, end: at + run.length };
    if (text.charCodeAt(at) < 0x400) {
      return GREEK_SURNAME.test(last) ? { ...span, score: isGiven(first) ? 0.85 : 0.6 } : undefined;
    }
    if (words.slice(1).some((word) => word.length > 5 && PATRONYMIC.test(word))) return { ...span, score: 0.9 };
    if (words.length === 2 && isGiven(first) && SURNAME.test(last)) return { ...span, score: 0.8 };
    if (words.length === 2 && isGiven(last) && SURNAME.test(first)) return { ...span, score: 0.7 };
    return undefined;
  }
  INITIALS_BEFORE.lastIndex = at;
  if (INITIALS_BEFORE.test(text)) return { start: at, end: INITIALS_BEFORE.lastIndex, score: 0.75 };
  INITIALS_AFTER.lastIndex = at;
  return INITIALS_AFTER.test(text) ? { start: at, end: INITIALS_AFTER.lastIndex, score: 0.75 } : undefined;
}

/** Given names decline: the ending may be а, у, ом, ы, е, ю, ем, я, и. */
function isGiven(word: string): boolean {
  const lower = word.toLowerCase();
  if (GIVEN_NAMES.has(lower)) return true;
  const stem = lower.replace(/(?:ом|ем|ой|ей|а|у|ы|е|ю|я|и)$/u, '');
  return (
    GIVEN_NAMES.has(stem) ||
    GIVEN_NAMES.has(`${stem}а`) ||
    GIVEN_NAMES.has(`${stem}й`) ||
    GIVEN_NAMES.has(`${stem}я`) ||
    GIVEN_NAMES.has(`${stem}ь`)
  );
}
