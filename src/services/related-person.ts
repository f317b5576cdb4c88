/** The one who acts for a patient, as FHIR R4 RelatedPerson of that patient: that there is one, and no more of them. */
import { createHash } from 'node:crypto';
import type { RelatedPerson } from 'fhir/r4.js';

/** One actor is another RelatedPerson of each patient, and the id tells neither. */
export function relatedPersonId(subjectId: string, actorId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['RelatedPerson', subjectId, actorId]))
    .digest('hex');
  return `rp-${digest.slice(0, 40)}`;
}

export function relatedPerson(subjectId: string, actorId: string): RelatedPerson & { id: string } {
  return {
    resourceType: 'RelatedPerson',
    id: relatedPersonId(subjectId, actorId),
    active: true,
    patient: { reference: `Patient/${subjectId}` },
  };
}
