/** STU3 MedicationRequest → R4. */
import { type Draft, contextToEncounter, rename, requesterToReference, within } from '../draft.ts';
import { dosage } from './dosage.ts';

export function medicationRequest(draft: Draft): void {
  contextToEncounter(draft);
  requesterToReference(draft);
  within(draft, 'dosageInstruction', dosage);
  within(draft, 'substitution', (substitution) => rename(substitution, { allowed: 'allowedBoolean' }));
}
