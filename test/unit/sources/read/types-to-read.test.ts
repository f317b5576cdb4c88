import { describe, expect, it } from 'vitest';
import { typesToRead } from '../../../../src/sources/read/types-to-read.ts';

describe('typesToRead', () => {
  it('asks for both kinds of medicine entries where one is configured', () => {
    expect(typesToRead({ resourceTypes: ['MedicationRequest'], fhirVersion: 'R4' })).toEqual([
      'MedicationRequest',
      'MedicationStatement',
    ]);
    expect(typesToRead({ resourceTypes: ['MedicationStatement', 'Condition'], fhirVersion: 'DSTU2' })).toEqual([
      'MedicationStatement',
      'Condition',
      'MedicationOrder',
    ]);
  });

  it('leaves out what the source is known to lack, and the Patient, which is read apart', () => {
    const lacks = ['MedicationStatement'];
    expect(typesToRead({ resourceTypes: ['Patient', 'MedicationRequest'], lacks, fhirVersion: 'R4' })).toEqual([
      'MedicationRequest',
    ]);
  });

  it('adds no medicines to a source that is not read for them', () => {
    expect(typesToRead({ resourceTypes: ['Condition'], fhirVersion: 'R4' })).toEqual(['Condition']);
  });
});
