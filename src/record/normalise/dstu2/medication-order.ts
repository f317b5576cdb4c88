/** DSTU2 MedicationOrder → R4 MedicationRequest. It is an order by its name. */
import { type Draft, rename, textToNote, within } from '../draft.ts';
import { dosage } from './dosage.ts';
import { reasonToLists } from './reasons.ts';

export function medicationOrder(draft: Draft): void {
  draft.fields.intent ??= 'order';
  rename(draft, {
    dateWritten: 'authoredOn',
    patient: 'subject',
    prescriber: 'requester',
    reasonEnded: 'statusReason',
  });
  reasonToLists(draft, 'reason');
  textToNote(draft, 'note');
  within(draft, 'dosageInstruction', dosage);
  within(draft, 'substitution', (substitution) => rename(substitution, { type: 'allowedCodeableConcept' }));
}
