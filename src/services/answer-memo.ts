/** Keeps the latest computed answers by the digest of what they were computed from; bounded by weight, least recently used out. */

export interface AnswerMemo<T> {
  /** Computes where the ground differs; callers with the same ground at the same time share one computing. */
  get(key: string, ground: string, compute: () => Promise<T>): Promise<T>;
}

export interface MemoBounds<T> {
  readonly maxWeight: number;
  readonly weigh: (answer: T) => number;
}

interface Entry<T> {
  readonly ground: string;
  readonly answer: Promise<T>;
  /** 0 while it is computed. */
  weight: number;
}

export function createAnswerMemo<T>({ maxWeight, weigh }: MemoBounds<T>): AnswerMemo<T> {
  const kept = new Map<string, Entry<T>>();

  /** The one just used stays, however heavy. */
  function shrink(): void {
    let total = [...kept.values()].reduce((sum, entry) => sum + entry.weight, 0);
    for (const [key, entry] of kept) {
      if (total <= maxWeight || kept.size === 1) return;
      kept.delete(key);
      total -= entry.weight;
    }
  }

  return {
    async get(key, ground, compute) {
      const known = kept.get(key);
      kept.delete(key);
      const entry = known?.ground === ground ? known : { ground, answer: compute(), weight: 0 };
      kept.set(key, entry);
      try {
        const answer = await entry.answer;
        if (entry.weight === 0) {
          entry.weight = weigh(answer);
          shrink();
        }
        return answer;
      } catch (error) {
        if (kept.get(key) === entry) kept.delete(key);
        throw error;
      }
    },
  };
}
