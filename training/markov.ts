import type { Random } from './random.ts';

export type Maker = (random: Random) => string;

/** Makes words that look like those given but mostly are none of them: an order-3 letter chain. */
export function newMarkov(words: readonly string[]): Maker {
  const next = new Map<string, string[]>();
  for (const word of words) {
    const padded = `^^^${word.toLowerCase()}$`;
    for (let i = 3; i < padded.length; i++) {
      const key = padded.slice(i - 3, i);
      const letters = next.get(key);
      if (letters) letters.push(padded[i] as string);
      else next.set(key, [padded[i] as string]);
    }
  }
  return (random) => {
    for (let attempt = 0; attempt < 20; attempt++) {
      let word = '';
      let key = '^^^';
      while (word.length < 14) {
        const letter = random.pick(next.get(key) ?? ['$']);
        if (letter === '$') break;
        word += letter;
        key = key.slice(1) + letter;
      }
      if (word.length >= 3 && word.length < 14 && /^\p{L}+$/u.test(word)) return capitalise(word);
    }
    return 'Noname';
  };
}

export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
