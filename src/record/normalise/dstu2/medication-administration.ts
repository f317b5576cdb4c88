/** DSTU2 MedicationAdministration → R4. "Not given" is a status there. */
import { type Draft, dropIfSaid, rename, replaceCode, textToNote, within } from '../draft.ts';
import { actorToPerformer } from './performer.ts';

export function medicationAdministration(draft: Draft): void {
  rename(draft, {
    patient: 'subject',
    encounter: 'context',
    prescription: 'request',
    reasonNotGiven: 'statusReason',
    reasonGiven: 'reasonCode',
    effectiveTimeDateTime: 'effectiveDateTime',
    effectiveTimePeriod: 'effectivePeriod',
  });
  actorToPerformer(draft, 'practitioner');
  textToNote(draft, 'note');
  if (draft.fields.wasNotGiven === true && draft.fields.status !== 'entered-in-error') {
    replaceCode(draft, 'status', 'not-done');
  }
  dropIfSaid(draft, 'wasNotGiven');
  within(draft, 'dosage', (dosage) => rename(dosage, { siteCodeableConcept: 'site', quantity: 'dose' }));
}
