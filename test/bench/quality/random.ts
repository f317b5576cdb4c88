/** Chance that can be repeated: a small generator of numbers from a seed, and a hash of words. No clock, no library. */

export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError if the list is empty. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items. */
  some<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32: 32 bits of state, enough for inventing people. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function pick<T>(items: readonly T[]): T {
    const index = Math.floor(next() * items.length);
    if (index >= items.length) throw new RangeError('nothing to pick from');
    return items[index] as T;
  }
  return {
    next,
    pick,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    some: (items, count) => {
      const left = [...items];
      const chosen = [];
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(next() * left.length), 1));
      return chosen;
    },
  };
}

/** FNV-1a, 32 bits, of lower-case words. */
export function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const char of words.toLowerCase()) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // The low bits of FNV of short words are poor; fold the high ones in.
  return (hash ^ (hash >>> 15)) >>> 0;
}
