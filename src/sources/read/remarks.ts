/** Remarks on a reading that kept less than came. */
import type { Reason } from '../../record/reasons.ts';

export function leftOut(count: number): readonly Reason[] {
  if (count === 0) return [];
  return count === 1
    ? ['1 item about another person was left out.']
    : [`${count} items about another person were left out.`];
}

export function missingMedicines(count: number): readonly Reason[] {
  if (count === 0) return [];
  return count === 1
    ? ['1 medicine named by reference could not be read.']
    : [`${count} medicines named by reference could not be read.`];
}

/** What the source gave beside them stands; what it gave before does, too, as one of these may be its newer form (law L6). */
export function setAside(count: number): readonly Reason[] {
  if (count === 0) return [];
  return count === 1
    ? ['1 item could not be read and is kept as received.']
    : [`${count} items could not be read and are kept as received.`];
}
