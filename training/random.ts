/** A seeded source of chance (sfc32): the same seed gives the same training text on every machine. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** 0 <= x < limit */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export function newRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 ^ Math.imul(seed, 0x85ebca6b);
  let d = 1;
  const step = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) step();
  const random: Random = {
    next: () => step() / 4294967296,
    below: (limit) => Math.floor((step() / 4294967296) * limit),
    chance: (probability) => step() / 4294967296 < probability,
    pick: (items) => {
      const item = items[random.below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
  return random;
}
