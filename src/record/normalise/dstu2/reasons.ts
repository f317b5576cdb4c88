/** Reasons that are a choice in DSTU2 are two lists in R4. */
import { type Draft, rename } from '../draft.ts';

export function reasonToLists(draft: Draft, name: string): void {
  rename(draft, { [`${name}CodeableConcept`]: 'reasonCode', [`${name}Reference`]: 'reasonReference' });
}
