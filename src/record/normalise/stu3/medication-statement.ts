/** STU3 MedicationStatement → R4. `taken` has no place in R4; "not taken" is a status there. */
import { type Draft, lose, rename, replaceCode, within } from '../draft.ts';
import { dosage } from './dosage.ts';

export function medicationStatement(draft: Draft): void {
  rename(draft, { reasonNotTaken: 'statusReason' });
  if (draft.fields.taken === 'n' && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'not-taken');
  lose(draft, 'taken', 'R4 has no such element');
  within(draft, 'dosage', dosage);
}
