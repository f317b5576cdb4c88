/**
 * Rows that were opened lately, so that what is still as it was need not be opened again: who asks has read from the database that
 * the row is there, and its stamp. Bounded by weight, the least recently used owner's rows out first; nothing is kept that the
 * database may yet take back.
 */

export interface OpenedRow<Value> {
  readonly index: string;
  /** Another one whenever the row's content may be another. */
  readonly stamp: string;
  readonly value: Value;
}

export interface OpenedRows<Value> {
  /** @returns undefined where it is not at hand as it is now. */
  find(owner: string, index: string, stamp: string): Value | undefined;
  /** Whether any of the owner's rows is at hand. */
  has(owner: string): boolean;
  /** All the rows of the owner there are. */
  keep(owner: string, rows: readonly OpenedRow<Value>[]): void;
}

interface Kept<Value> {
  readonly rows: ReadonlyMap<string, OpenedRow<Value>>;
  readonly weight: number;
}

/** @param weigh in characters or the like. */
export function createOpenedRows<Value>(maxWeight: number, weigh: (value: Value) => number): OpenedRows<Value> {
  const kept = new Map<string, Kept<Value>>();
  let total = 0;

  function forget(owner: string): void {
    total -= kept.get(owner)?.weight ?? 0;
    kept.delete(owner);
  }

  return {
    find(owner, index, stamp) {
      const row = kept.get(owner)?.rows.get(index);
      return row?.stamp === stamp ? row.value : undefined;
    },
    has: (owner) => kept.has(owner),
    keep(owner, rows) {
      forget(owner);
      const weight = rows.reduce((sum, { value }) => sum + weigh(value), 0);
      if (rows.length === 0 || weight > maxWeight) return;
      kept.set(owner, { rows: new Map(rows.map((row) => [row.index, row])), weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= maxWeight) break;
        forget(oldest);
      }
    },
  };
}
