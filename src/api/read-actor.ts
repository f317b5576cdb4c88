/**
 * The RelatedPerson that `fhirUser` names where somebody acts for the patient: an app can read who its user is with the token
 * it got (SMART App Launch 2.2, "Scopes for requesting identity data"). It is no part of the record.
 */
import type { RelatedPerson } from 'fhir/r4.js';
import { relatedPerson, relatedPersonId } from '../services/related-person.ts';
import type { FhirRequest } from './fhir-request.ts';

/** @returns undefined where the request is for anything else. Only the gateway's own tokens name people as it does. */
export function actorOf({
  grant,
  resourceType,
  id,
  version,
}: FhirRequest): (RelatedPerson & { id: string }) | undefined {
  const { actor, subjectId, appGrantId } = grant;
  if (appGrantId === undefined || actor.sub === subjectId || version !== '') return undefined;
  const isMeant = resourceType === 'RelatedPerson' && id === relatedPersonId(subjectId, actor.sub);
  return isMeant ? relatedPerson(subjectId, actor.sub) : undefined;
}
