import type { Edit } from './layer.ts';

/**
 * Digits spelled as words, "four one one double two": at least seven of them in a row, with blanks, commas or hyphens between.
 * Each word becomes its digit and what stands between them goes, so that the whole reads as one number.
 */
export function spokenDigitEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!HINT.test(text)) return edits;
  let run: { start: number; end: number; digits: string }[] = [];
  let repeat = 1;
  let repeatStart = -1;
  const close = (): void => {
    if (run.reduce((sum, word) => sum + word.digits.length, 0) >= SHORTEST) {
      for (const edit of editsOf(run)) edits.push(edit);
    }
    run = [];
    repeat = 1;
  };
  WORD.lastIndex = 0;
  let end = -1;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const word = match[0].toLowerCase();
    if (end >= 0 && !GAP.test(text.slice(end, match.index))) close();
    end = match.index + word.length;
    const times = REPEATS.get(word);
    const digit = /^\d$/.test(word) ? word : DIGITS.get(word);
    if (times !== undefined) {
      repeat = times;
      repeatStart = match.index;
    } else if (digit === undefined) {
      close();
    } else {
      run.push({ start: repeat > 1 ? repeatStart : match.index, end, digits: digit.repeat(repeat) });
      repeat = 1;
    }
  }
  close();
  return edits;
}

const SHORTEST = 7;
const GAP = /^[\s,.;-]{1,3}$/;

const spell = (words: string): [string, string][] => words.split(' ').map((word, digit) => [word, String(digit)]);
/** Zero to nine; languages that share a word agree on its digit. */
const DIGITS: ReadonlyMap<string, string> = new Map([
  ...spell('zero one two three four five six seven eight nine'),
  ...spell('null eins zwei drei vier fünf sechs sieben acht neun'),
  ...spell('cero uno dos tres cuatro cinco seis siete ocho nueve'),
  ...spell('zéro un deux trois quatre cinq six sept huit neuf'),
  ...spell('zero um dois três quatro cinco seis sete oito nove'),
  ...spell('zero uno due tre quattro cinque sei sette otto nove'),
  ['oh', '0'],
  ['zwo', '2'],
]);
const REPEATS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
]);

/** Every word that a spelled number is made of. */
export const DIGIT_WORDS: readonly string[] = [...DIGITS.keys(), ...REPEATS.keys()];

const WORD = /[A-Za-zÀ-ÿ]+|\d+/g;
/** By first letters: an alternation tries one after the other, and most words begin with none of them. */
function byFirstLetter(words: readonly string[]): string {
  const rests = Map.groupBy(new Set(words), (word) => word[0] ?? '');
  return [...rests].map(([letter, group]) => `${letter}(?:${group.map((word) => word.slice(1)).join('|')})`).join('|');
}

/** Two digit words in a row, or no run is possible. */
const HINT = new RegExp(
  `\\b(?:${byFirstLetter([...DIGITS.keys()])})[\\s,.;-]{1,3}(?:${byFirstLetter([...DIGITS.keys(), ...REPEATS.keys()])})`,
  'i',
);

function editsOf(run: readonly { start: number; end: number; digits: string }[]): Edit[] {
  return run.flatMap((word, index) => {
    const next = run[index + 1];
    const edit: Edit = { start: word.start, end: word.end, text: word.digits };
    return next ? [edit, { start: word.end, end: next.start, text: '' }] : [edit];
  });
}
