/** DSTU2 Patient, Practitioner and RelatedPerson → R4. */
import { type Draft, rename, within } from '../draft.ts';
import { humanName } from './human-name.ts';

export function patient(draft: Draft): void {
  rename(draft, { careProvider: 'generalPractitioner' });
  within(draft, 'name', humanName);
  within(draft, 'contact', (contact) => within(contact, 'name', humanName));
}

/** Practitioner and RelatedPerson. */
export function person(draft: Draft): void {
  within(draft, 'name', humanName);
}

export function organization(draft: Draft): void {
  within(draft, 'contact', (contact) => within(contact, 'name', humanName));
}
