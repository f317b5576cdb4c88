/**
 * What accounts delivered, as it was last made ready for reconciling: an account that still delivers the same is not made ready
 * again. Bounded by the weight of what was received, the least recently used out.
 */
import type { PreparedSource } from '../record/prepare-source.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { StoredResource } from '../ports/linked-account.ts';

export interface ReadyInput {
  readonly input: SourceInput;
  /** Worked out when first asked for. */
  readonly prepared: () => PreparedSource;
}

export interface KeptInputs {
  /** @param ground of all that the input depends on besides the rows. @param make where it is another than the last. */
  get(key: string, ground: string, rows: readonly StoredResource[], make: () => ReadyInput): ReadyInput;
}

interface Kept {
  readonly ground: string;
  readonly rows: readonly StoredResource[];
  readonly ready: ReadyInput;
  readonly weight: number;
}

/** @param maxCharacters of received text. */
export function createKeptInputs(maxCharacters: number): KeptInputs {
  const kept = new Map<string, Kept>();
  let total = 0;

  function forget(key: string): void {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }

  return {
    get(key, ground, rows, make) {
      const known = kept.get(key);
      const isSame = known?.ground === ground && saysTheSame(known.rows, rows);
      const ready = isSame ? known.ready : make();
      forget(key);
      const weight = rows.reduce((sum, { text }) => sum + text.length, 0);
      if (weight > maxCharacters) return ready;
      kept.set(key, { ground, rows, ready, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= maxCharacters) break;
        forget(oldest);
      }
      return ready;
    },
  };
}

/** When a row was last seen is no part of what it says. */
function saysTheSame(one: readonly StoredResource[], other: readonly StoredResource[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const same = other[index];
    return (
      same !== undefined &&
      row.text === same.text &&
      row.fullUrl === same.fullUrl &&
      row.at === same.at &&
      row.unreadable === same.unreadable
    );
  });
}
