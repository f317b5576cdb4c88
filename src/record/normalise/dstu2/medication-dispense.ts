/** DSTU2 MedicationDispense → R4. */
import { type Draft, rename, textToNote, within } from '../draft.ts';
import { dosage } from './dosage.ts';
import { actorToPerformer } from './performer.ts';

export function medicationDispense(draft: Draft): void {
  rename(draft, { patient: 'subject' });
  actorToPerformer(draft, 'dispenser');
  textToNote(draft, 'note');
  within(draft, 'dosageInstruction', dosage);
}
