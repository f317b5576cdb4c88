import { describe, expect, it } from 'vitest';
import {
  nhsNumberOf,
  structuredRecordUrl,
  structuredRequest,
} from '../../../../src/sources/gp-connect/structured-request.ts';
import { CLINICAL_AREAS } from '../../../../src/sources/gp-connect/tables/clinical-areas.ts';

const SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

describe('the question for a structured record', () => {
  it('asks for every area, whole', () => {
    const { parameter } = structuredRequest('9990000018', CLINICAL_AREAS);
    expect(parameter?.[0]).toEqual({
      name: 'patientNHSNumber',
      valueIdentifier: { system: SYSTEM, value: '9990000018' },
    });
    expect(parameter?.slice(1)).toEqual([
      { name: 'includeAllergies', part: [{ name: 'includeResolvedAllergies', valueBoolean: true }] },
      { name: 'includeMedication', part: [{ name: 'includePrescriptionIssues', valueBoolean: true }] },
      { name: 'includeProblems' },
      { name: 'includeConsultations' },
      { name: 'includeImmunisations' },
      { name: 'includeUncategorisedData' },
      { name: 'includeInvestigations' },
      { name: 'includeReferrals' },
      { name: 'includeDiaryEntries' },
    ]);
    expect(structuredRecordUrl('https://gp.example/fhir/')).toBe(
      'https://gp.example/fhir/Patient/$gpc.getstructuredrecord',
    );
  });

  it('finds the NHS number of a Patient, spaced or not', () => {
    expect(
      nhsNumberOf({
        identifier: [
          { system: 'other', value: '1' },
          { system: SYSTEM, value: '999 000 0018' },
        ],
      }),
    ).toBe('9990000018');
  });

  it.each([
    {},
    { identifier: [{ system: SYSTEM, value: '12' }] },
    { identifier: [{ system: 'other', value: '9990000018' }] },
  ])('cannot be asked for %j', (patient) => {
    expect(() => nhsNumberOf(patient)).toThrow(expect.objectContaining({ code: 'misconfigured' }) as Error);
  });
});
