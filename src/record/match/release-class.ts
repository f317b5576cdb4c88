/**
 * Plain, modified, 12-hour or 24-hour (`docs/rules.md`, release). Unsaid release is the only class sold in that strength
 * where there is just one; otherwise plain, because a modified-release product that is not called so would be misread by
 * anybody, and joining the two is the dangerous mistake (law L4).
 */
import type { MedicineReading } from '../terminology/medicine-reading.ts';
import { RELEASE_STRENGTHS } from './tables/release-strengths.ts';

export type ReleaseClass = 'plain' | 'modified' | '12-hour' | '24-hour';

export function releaseClass(reading: MedicineReading): ReleaseClass {
  if (reading.release === 'immediate') return 'plain';
  if (reading.release !== undefined) return reading.release;
  const sold = reading.ingredients.length === 1 ? RELEASE_STRENGTHS.get(reading.ingredients[0] ?? '') : undefined;
  if (!sold) return 'plain';
  if (sold.plain.length === 0) return 'modified';
  const strength = reading.strengths.length === 1 ? reading.strengths[0] : undefined;
  if (strength?.unit !== 'mg' || strength.per !== undefined) return 'plain';
  const amount = Number(strength.value);
  return sold.modified.includes(amount) && !sold.plain.includes(amount) ? 'modified' : 'plain';
}
