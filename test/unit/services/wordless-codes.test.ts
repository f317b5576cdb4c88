import { expect, test } from 'vitest';
import { wordlessCodes } from '../../../src/services/wordless-codes.ts';

const SCT = 'http://snomed.info/sct';
const RX = 'http://www.nlm.nih.gov/research/umls/rxnorm';

function coded(code: string, system = SCT) {
  return { coding: [{ system, code }] };
}

test('finds them where each release of FHIR writes medicines, conditions and allergies', () => {
  const codes = wordlessCodes([
    { resourceType: 'Condition', code: coded('1') },
    { resourceType: 'AllergyIntolerance', substance: coded('2'), reaction: [{ substance: coded('3') }] },
    { resourceType: 'AllergyIntolerance', code: coded('4') },
    { resourceType: 'Medication', code: coded('5', RX) },
    { resourceType: 'MedicationOrder', medicationCodeableConcept: coded('6', RX) },
    { resourceType: 'MedicationRequest', contained: [{ resourceType: 'Medication', code: coded('7', RX) }] },
    { resourceType: 'Condition', code: coded('1', 'urn:oid:2.16.840.1.113883.6.96') },
  ]);
  expect(codes.map(({ code }) => code).toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(codes).toContainEqual({ system: SCT, code: '1' });
});

test('leaves out what has words, stands elsewhere, or is not a code of a published system', () => {
  const codes = wordlessCodes([
    { resourceType: 'Condition', code: { ...coded('1'), text: 'Gout' } },
    { resourceType: 'Condition', code: { coding: [{ system: SCT, code: '1', display: 'Gout' }] } },
    { resourceType: 'Condition', code: { coding: [{ system: SCT, code: '1' }, { display: 'Gout' }] } },
    { resourceType: 'Observation', code: coded('1') },
    { resourceType: 'Condition', code: coded('1', 'https://gp.example/local-codes') },
    { resourceType: 'Condition', code: coded('Ada Okafor 1950') },
    { resourceType: 'Condition', code: coded('196411000000103') },
    { resourceType: 'Condition', code: { coding: [{ code: '1' }, null, 'x'] } },
    { resourceType: 'Condition', code: 'x' },
    { resourceType: 'AllergyIntolerance', reaction: 'x' },
    null,
    'x',
  ]);
  expect(codes).toEqual([]);
});
