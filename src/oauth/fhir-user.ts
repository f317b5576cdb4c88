/**
 * How the one who signed in is named to an app (`fhirUser`; SMART App Launch 2.2, "Scopes for requesting identity data"): the
 * Patient for one's own record, a RelatedPerson of that patient for whoever acts for somebody else.
 */
import type { AppGrant } from '../ports/app-grants.ts';
import { relatedPersonId } from '../services/related-person.ts';

/** @returns absolute URL under the FHIR base. */
export function fhirUserOf(
  { subjectId, actorId }: Pick<AppGrant, 'subjectId' | 'actorId'>,
  fhirBaseUrl: string,
): string {
  return actorId === subjectId
    ? `${fhirBaseUrl}/Patient/${subjectId}`
    : `${fhirBaseUrl}/RelatedPerson/${relatedPersonId(subjectId, actorId)}`;
}
