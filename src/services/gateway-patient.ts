/** The gateway's own Patient: what sign-in and the person themselves said, never a source's demographics (design 4). */
import type { Patient } from 'fhir/r4.js';
import type { Person } from '../ports/people.ts';

/** @param sources that the viewer may see: an identifier that another one vouched for would tell of it; undefined: all. */
export function gatewayPatient(person: Person, sources?: readonly string[]): Patient & { id: string } {
  const identifiers = person.identifiers.filter(
    ({ verifiedBy }) => sources === undefined || isIssuer(verifiedBy) || sources.includes(verifiedBy),
  );
  const { text, family, given } = person.name;
  const hasName = text !== undefined || family !== undefined || given.length > 0;
  return {
    resourceType: 'Patient',
    id: person.id,
    ...(identifiers.length === 0 ? {} : { identifier: identifiers.map(({ system, value }) => ({ system, value })) }),
    ...(hasName
      ? {
          name: [
            {
              ...(text === undefined ? {} : { text }),
              ...(family === undefined ? {} : { family }),
              ...(given.length === 0 ? {} : { given: [...given] }),
            },
          ],
        }
      : {}),
    ...(person.birthDate === undefined ? {} : { birthDate: person.birthDate }),
  };
}

/** Sources have names, issuers addresses. */
function isIssuer(verifiedBy: string): boolean {
  return verifiedBy.includes('://');
}
