/** STU3 MedicationAdministration → R4. `notGiven` is a status there. */
import { type Draft, dropIfSaid, rename, replaceCode } from '../draft.ts';

export function medicationAdministration(draft: Draft): void {
  rename(draft, { reasonNotGiven: 'statusReason', prescription: 'request' });
  if (draft.fields.notGiven === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'not-done');
  dropIfSaid(draft, 'notGiven');
}
