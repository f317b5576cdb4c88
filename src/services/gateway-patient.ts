/** The gateway's own Patient: what sign-in and the person themselves said, never a source's demographics (design 4). */
import type { Patient } from 'fhir/r4.js';
import type { Person } from '../ports/people.ts';

export function gatewayPatient(person: Person): Patient & { id: string } {
  const { text, family, given } = person.name;
  const hasName = text !== undefined || family !== undefined || given.length > 0;
  return {
    resourceType: 'Patient',
    id: person.id,
    ...(person.identifiers.length === 0
      ? {}
      : { identifier: person.identifiers.map(({ system, value }) => ({ system, value })) }),
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
