/** Keeps the latest computed answers by the digest of what they were computed from; bounded, least recently used out. */

export interface AnswerMemo<T> {
  /** Computes where the ground differs; callers with the same ground at the same time share one computing. */
  get(key: string, ground: string, compute: () => Promise<T>): Promise<T>;
}

export function createAnswerMemo<T>(entries: number): AnswerMemo<T> {
  const kept = new Map<string, { readonly ground: string; readonly answer: Promise<T> }>();
  return {
    async get(key, ground, compute) {
      const known = kept.get(key);
      kept.delete(key);
      const entry = known?.ground === ground ? known : { ground, answer: compute() };
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
      try {
        return await entry.answer;
      } catch (error) {
        if (kept.get(key) === entry) kept.delete(key);
        throw error;
      }
    },
  };
}
