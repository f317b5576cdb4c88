/** A visit or a stay. */
import type { Encounter } from 'fhir/r4.js';
import { HOSPITAL, subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export function hospitalVisit(
  context: HospitalContext,
  visit: {
    readonly id: string;
    readonly words: string;
    readonly from: string;
    readonly to?: string;
    readonly stay?: boolean;
  },
): Encounter {
  const inpatient = visit.stay === true;
  return {
    resourceType: 'Encounter',
    id: visit.id,
    status: 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: inpatient ? 'IMP' : 'AMB',
      display: inpatient ? 'inpatient encounter' : 'ambulatory',
    },
    type: [{ text: visit.words }],
    subject: subject(context),
    period: { start: `${visit.from}T09:00:00Z`, end: `${visit.to ?? visit.from}T10:00:00Z` },
    serviceProvider: { reference: `Organization/${HOSPITAL}` },
  };
}
