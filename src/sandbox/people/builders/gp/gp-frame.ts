/** What comes with every answer of a GP system. */
import type { FhirResource, Patient } from 'fhir/r3.js';
import { patientIdAt } from '../../person.ts';
import { coded, DOCTOR, PRACTICE, profile } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

/** Patient, practice and doctor: they come with every answer. */
export function gpFrame({ identity }: GpContext): readonly FhirResource[] {
  const patient: Patient = {
    resourceType: 'Patient',
    id: patientIdAt('gp', identity),
    meta: profile('Patient'),
    identifier: [
      {
        extension: [
          coded(
            'Extension-CareConnect-GPC-NHSNumberVerificationStatus-1',
            'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1',
            '01',
            'Number present and verified',
          ),
        ],
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: identity.nhsNumber,
      },
    ],
    active: true,
    name: [{ use: 'official', family: identity.family, given: [...identity.given] }],
    gender: identity.gender,
    birthDate: identity.birthDate,
    address: [{ use: 'home', line: ['1 Nowhere Street'], city: 'Inventon', postalCode: 'ZZ99 9ZZ' }],
    generalPractitioner: [{ reference: `Practitioner/${DOCTOR}` }],
    managingOrganization: { reference: `Organization/${PRACTICE}` },
  };
  return [
    patient,
    {
      resourceType: 'Practitioner',
      id: DOCTOR,
      meta: profile('Practitioner'),
      name: [{ use: 'official', family: 'Inventa', given: ['Una'], prefix: ['Dr'] }],
    },
    { resourceType: 'Organization', id: PRACTICE, meta: profile('Organization'), name: 'Harbour Lane Surgery' },
  ];
}
