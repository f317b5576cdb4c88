/** The one who acts for a patient, as FHIR R4 RelatedPerson of that patient; no name in it, apps learn only the relationship. */
import { createHash } from 'node:crypto';
import type { RelatedPerson } from 'fhir/r4.js';
import type { Representation } from '../ports/people.ts';

/** One actor is another RelatedPerson of each patient, and the id tells neither. */
export function relatedPersonId(subjectId: string, actorId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['RelatedPerson', subjectId, actorId]))
    .digest('hex');
  return `rp-${digest.slice(0, 40)}`;
}

const PARENT = { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'PRN', display: 'parent' };

export function relatedPerson({
  subjectId,
  actorId,
  relationship,
}: Pick<Representation, 'subjectId' | 'actorId' | 'relationship'>): RelatedPerson {
  return {
    resourceType: 'RelatedPerson',
    id: relatedPersonId(subjectId, actorId),
    active: true,
    patient: { reference: `Patient/${subjectId}` },
    relationship: [relationship === 'parent' ? { coding: [PARENT] } : { text: relationship }],
  };
}
