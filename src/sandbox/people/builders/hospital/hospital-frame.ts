/** What every record of the hospital begins with. */
import type { FhirResource } from 'fhir/r4.js';
import { patientIdAt } from '../../person.ts';
import { r4Patient } from '../r4-parts.ts';
import { CONSULTANT, HOSPITAL } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

/** Patient, hospital and consultant. */
export function hospitalFrame({ identity }: HospitalContext): readonly FhirResource[] {
  const id = patientIdAt('hospital', identity);
  const ownNumber = {
    use: 'usual' as const,
    system: 'https://st-invented-hospital.example/patient-number',
    value: `H${id.slice(1)}`,
  };
  return [
    r4Patient(identity, id, {
      identifier: [
        { use: 'official', system: 'https://fhir.nhs.uk/Id/nhs-number', value: identity.nhsNumber },
        ownNumber,
      ],
      managingOrganization: { reference: `Organization/${HOSPITAL}` },
    }),
    { resourceType: 'Organization', id: HOSPITAL, name: 'St Invented’s Hospital' },
    { resourceType: 'Practitioner', id: CONSULTANT, name: [{ family: 'Fictiva', given: ['Oona'], prefix: ['Dr'] }] },
  ];
}
