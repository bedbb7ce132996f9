/** Makes values of a written form from a seeded generator (mulberry32), so that no secret stands in the repository. */
export const generator = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const ALPHABETS: Readonly<Record<string, string>> = {
  d: DIGITS,
  h: `${DIGITS}abcdef`,
  H: `${DIGITS}ABCDEF`,
  x: `${DIGITS}abcdef`,
  a: DIGITS + LOWER,
  A: DIGITS + UPPER,
  l: LOWER + UPPER,
  n: DIGITS + LOWER + UPPER,
  w: DIGITS + LOWER + UPPER,
  u: `${DIGITS}${LOWER}${UPPER}_-`,
  b: `${DIGITS}${LOWER}${UPPER}`,
  B: DIGITS + LOWER + UPPER,
  t: `234567${UPPER}`,
  s: DIGITS + LOWER + UPPER,
  z: DIGITS + LOWER + UPPER,
};

/** A value of the form; runs of variable length take the shortest that is at least three quarters of the way down. */
export const fill = (form: string, random: () => number): string =>
  form.replace(/\{([a-zA-Z])(\d+)(?:-(\d+))?\}/g, (_, letter: string, min: string, max: string | undefined) => {
    const low = Number(min);
    const length = max === undefined ? low : low + Math.floor((Number(max) - low) * random() * 0.25);
    return run(ALPHABETS[letter] ?? '', length, random);
  });

const run = (alphabet: string, length: number, random: () => number): string => {
  let out = '';
  for (let i = 0; i < length; i++) {
    let next = alphabet.charAt(Math.floor(random() * alphabet.length));
    // Not a dash or underscore at either end, not the same character three times, a digit in every eighth place where there are any.
    if ('_-'.includes(next) && (i === 0 || i === length - 1)) next = 'k';
    if (i % 8 === 5 && alphabet.includes('7')) next = '234567'.charAt(Math.floor(random() * 6));
    out += next;
  }
  return out;
};
