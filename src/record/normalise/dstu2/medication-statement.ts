/** DSTU2 MedicationStatement → R4. "Not taken" is a status there. */
import { type Draft, dropIfSaid, rename, replaceCode, textToNote, within } from '../draft.ts';
import { dosage } from './dosage.ts';
import { reasonToLists } from './reasons.ts';

export function medicationStatement(draft: Draft): void {
  rename(draft, { patient: 'subject', reasonNotTaken: 'statusReason', supportingInformation: 'derivedFrom' });
  reasonToLists(draft, 'reasonForUse');
  textToNote(draft, 'note');
  if (draft.fields.wasNotTaken === true && draft.fields.status !== 'entered-in-error') {
    replaceCode(draft, 'status', 'not-taken');
  }
  dropIfSaid(draft, 'wasNotTaken');
  within(draft, 'dosage', dosage);
}
