import { describe, expect, it } from 'vitest';
import type { FhirVersion } from '../../../../src/record/fhir/types.ts';
import { clearVersion, recogniseVersion, versionEvidence } from '../../../../src/record/fhir/version.ts';

const clear = (resource: { resourceType: string; [element: string]: unknown }, delivery: FhirVersion): FhirVersion =>
  clearVersion(resource.resourceType, versionEvidence(resource), delivery);

describe('FHIR version', () => {
  it.each([
    ['DSTU2', { resourceType: 'MedicationOrder' }],
    ['DSTU2', { resourceType: 'Condition', patient: {}, dateRecorded: '2015', clinicalStatus: 'active' }],
    ['DSTU2', { resourceType: 'AllergyIntolerance', substance: {}, status: 'active' }],
    ['DSTU2', { resourceType: 'Patient', name: [{ family: ['Ash'] }] }],
    ['STU3', { resourceType: 'MedicationStatement', taken: 'unk' }],
    ['STU3', { resourceType: 'MedicationRequest', requester: { agent: {} } }],
    ['STU3', { resourceType: 'Condition', assertedDate: '2015', clinicalStatus: 'active' }],
    ['STU3', { resourceType: 'ProcedureRequest', intent: 'order' }],
    ['STU3', { resourceType: 'Organization', meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/X-1'] } }],
    ['R4', { resourceType: 'Condition', clinicalStatus: { coding: [] } }],
    ['R4', { resourceType: 'ServiceRequest' }],
    ['R4', { resourceType: 'Immunization', occurrenceDateTime: '2015' }],
    ['R4', { resourceType: 'Organization' }],
    ['R4', { resourceType: 'Nonsense' }],
  ])('%s: %j', (version, resource) => {
    expect(recogniseVersion([resource])).toBe(version);
  });

  it('the delivery decides where a resource does not tell, and a clear resource for itself', () => {
    const delivery = recogniseVersion([
      { resourceType: 'MedicationStatement', taken: 'y' },
      { resourceType: 'Organization' },
    ]);
    expect(delivery).toBe('STU3');
    expect(clear({ resourceType: 'Organization' }, delivery)).toBe('STU3');
    expect(clear({ resourceType: 'Condition', recordedDate: '2015', recorder: {} }, delivery)).toBe('R4');
    expect(clear({ resourceType: 'Condition', clinicalStatus: 'active' }, delivery)).toBe('STU3');
  });

  it('a type that the delivery’s release does not have is of another release', () => {
    expect(clear({ resourceType: 'ReferralRequest' }, 'R4')).toBe('STU3');
    expect(clear({ resourceType: 'MedicationOrder' }, 'STU3')).toBe('DSTU2');
    expect(clear({ resourceType: 'ServiceRequest' }, 'DSTU2')).toBe('R4');
  });

  it('stands anything', () => {
    expect(
      recogniseVersion([null, 7, 'x', [], { resourceType: 5 }, { resourceType: 'Patient', name: null, meta: 3 }]),
    ).toBe('R4');
  });
});
