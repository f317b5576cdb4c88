import { describe, expect, it } from 'vitest';
import { isFhirId, parseReference } from '../../../../src/record/fhir/references.ts';

describe('references', () => {
  it.each([
    ['Patient/1', { base: undefined, type: 'Patient', id: '1', version: undefined }],
    ['Patient/a_b=', { base: undefined, type: 'Patient', id: 'a_b=', version: undefined }],
    [
      'https://x.example/fhir/R4/Patient/1',
      { base: 'https://x.example/fhir/R4', type: 'Patient', id: '1', version: undefined },
    ],
    ['Patient/1/_history/2', { base: undefined, type: 'Patient', id: '1', version: '2' }],
    ['#contained', undefined],
    ['urn:uuid:0a8a9c6e-6a0e-4b7a-9f0e-0d9a2d0a7f11', undefined],
    ['Patient?identifier=x|1', undefined],
    ['/Patient/1', undefined],
    ['patient/1', undefined],
  ])('%s', (text, expected) => {
    expect(parseReference(text)).toEqual(expected);
  });

  it('knows a FHIR id', () => {
    expect(['a', 'A-1.b', 'x'.repeat(64)].map(isFhirId)).toEqual([true, true, true]);
    expect(['', 'a_b', 'é', 'x'.repeat(65), 'a b'].map(isFhirId)).toEqual([false, false, false, false, false]);
  });
});
