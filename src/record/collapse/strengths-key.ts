/** One text for all strengths of a product; equal texts are equal strengths. '' where unsaid. */
import type { Strength } from '../terminology/medicine-reading.ts';
import { strengthKey } from '../terminology/strength.ts';

/** "100 micrograms" of an inhaler is per puff whether or not it says so. */
const PER_PUFF = / per actuation$/;

export function strengthsKey(strengths: readonly Strength[]): string {
  if (strengths.length === 0) return '';
  return strengths
    .map((strength) => strengthKey(strength).replace(PER_PUFF, ''))
    .sort()
    .join(' + ');
}
