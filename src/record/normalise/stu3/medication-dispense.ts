/** STU3 MedicationDispense → R4. `notDone` is a status there. */
import { type Draft, lose, rename, replaceCode, within } from '../draft.ts';
import { dosage } from './dosage.ts';

export function medicationDispense(draft: Draft): void {
  rename(draft, {
    notDoneReasonCodeableConcept: 'statusReasonCodeableConcept',
    notDoneReasonReference: 'statusReasonReference',
  });
  if (draft.fields.notDone === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'declined');
  lose(draft, 'notDone', 'R4 says this by the status');
  within(draft, 'dosageInstruction', dosage);
}
