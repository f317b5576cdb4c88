/** STU3 MedicationDispense → R4. `notDone` is a status there. */
import { type Draft, dropIfSaid, rename, replaceCode, within } from '../draft.ts';
import { dosage } from './dosage.ts';

export function medicationDispense(draft: Draft): void {
  rename(draft, {
    notDoneReasonCodeableConcept: 'statusReasonCodeableConcept',
    notDoneReasonReference: 'statusReasonReference',
  });
  if (draft.fields.notDone === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'declined');
  dropIfSaid(draft, 'notDone');
  within(draft, 'dosageInstruction', dosage);
}
