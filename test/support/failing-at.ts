/** A store whose one operation fails, wherever it is part of a transaction: what a process that dies there leaves behind. */
import type { DurableStore, StoreTransaction } from '../../src/ports/durable-store.ts';

export function failingAt(store: DurableStore, operation: keyof StoreTransaction): DurableStore {
  const failing = { [operation]: () => Promise.reject(new Error('down')) };
  return {
    ...store,
    ...failing,
    atomically: (subjectId, work) => store.atomically(subjectId, (writes) => work({ ...writes, ...failing })),
  };
}
