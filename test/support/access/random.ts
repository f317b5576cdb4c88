/** Numbers by chance that a seed repeats (mulberry32). */

export interface Random {
  /** 0 ≤ n < below. */
  int(below: number): number;
  /** @param chance 0 to 1. */
  is(chance: number): boolean;
  one<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], chance: number): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    is: (chance) => next() < chance,
    one: (list) => {
      const item = list[int(list.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    some: (list, chance) => list.filter(() => next() < chance),
  };
}
