import { LosslessNumber } from 'lossless-json';
import { describe, expect, test, vi } from 'vitest';
import type { R4Resource } from '../../../../src/record/fhir/types.ts';
import { criterion, criterionOf } from '../../../../src/record/search/criterion.ts';
import { SearchFault } from '../../../../src/record/search/search-fault.ts';
import { findSearchParameter } from '../../../../src/record/search/search-parameters.ts';

const LABORATORY = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';

const observation: R4Resource = {
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
  subject: { reference: 'Patient/p1', identifier: { system: 'https://people.example', value: '1' } },
  effectiveTiming: { event: ['2026-01-01', '2026-03-01'] },
  valueQuantity: { value: new LosslessNumber('5.40') as unknown as number, unit: 'mmol/L' },
  derivedFrom: [{ reference: 'https://elsewhere.example/fhir/Observation/o9' }],
};

describe('a criterion by name, as a scope has it', () => {
  test.each([
    ['category', LABORATORY, true],
    ['category', 'laboratory', true],
    ['category', 'vital-signs,laboratory', true],
    ['category', 'vital-signs', false],
    ['code', 'http://loinc.org|2823-3', true],
    ['patient', 'p1', true],
    ['patient', 'Patient/p1', true],
    ['patient', 'p2', false],
    ['date', 'ge2026-02', true],
    ['date', 'sa2026-03-01', false],
    ['value-quantity', '5.4', true],
    ['value-quantity', '5.40', true],
    ['value-quantity', '5.41', false],
    ['value-quantity', 'ne5.4', false],
    ['value-quantity', 'gt5.39', true],
    ['value-quantity', 'ge5.4', true],
    ['value-quantity', 'lt5.4', false],
    ['value-quantity', 'sa5.4', false],
    ['value-quantity', 'eb5.5', true],
    ['value-quantity', '54e-1', true],
    ['value-quantity', '5.4||mmol/L', true],
    ['value-quantity', '5.4|http://unitsofmeasure.org|mmol/L', false],
    ['derived-from', 'https://elsewhere.example/fhir/Observation/o9', true],
    ['derived-from', 'Observation/o9', false],
    ['_id', 'o1', true],
  ])('%s=%s: %s', (name, value, meets) => {
    expect(criterion('Observation', name, value)?.(observation)).toBe(meets);
  });

  test.each([
    ['Observation', 'flavour', 'mint'],
    ['Observation', 'code-value-quantity', 'a$1'],
    ['Observation', 'date', 'soon'],
    ['Observation', 'code', ''],
    ['Observation', 'code', 'a,'],
    ['Observation', 'patient', 'Patient/p1/extra'],
    ['Observation', 'patient', 'Patient/p1/_history/1'],
    ['Nonsense', 'code', 'a'],
  ])('%s?%s=%s is none', (type, name, value) => {
    expect(criterion(type, name, value)).toBeUndefined();
  });
});

describe('modifiers', () => {
  const meets = (name: string, modifier: string, value: string, resource: R4Resource = observation) => {
    const parameter = findSearchParameter(resource.resourceType, name);
    if (parameter === undefined) throw new Error(`${name} is no parameter`);
    return criterionOf(parameter, { modifier, value }, undefined)(resource);
  };
  const bare: R4Resource = { resourceType: 'Observation', id: 'o2', status: 'final', code: {} };

  test('what has no value meets :not and :missing', () => {
    expect(meets('category', 'not', 'laboratory')).toBe(false);
    expect(meets('category', 'not', 'laboratory', bare)).toBe(true);
    expect(meets('category', 'missing', 'true', bare)).toBe(true);
    expect(meets('category', 'missing', 'false', bare)).toBe(false);
    expect(meets('patient', 'missing', 'false')).toBe(true);
  });

  test(':identifier looks at the logical reference, :text at the words, :[type] at the type', () => {
    expect(meets('subject', 'identifier', 'https://people.example|1')).toBe(true);
    expect(meets('subject', 'identifier', 'https://people.example|2')).toBe(false);
    expect(meets('code', 'text', 'pOTa')).toBe(true);
    expect(meets('code', 'text', 'tass')).toBe(false);
    expect(meets('subject', 'Patient', 'p1')).toBe(true);
    expect(meets('subject', 'Group', 'p1')).toBe(false);
  });

  test.each([
    ['code', 'in'],
    ['code', 'NOT'],
    ['code', 'not:missing'],
    ['date', 'not'],
    ['subject', 'not'],
    ['subject', 'exact'],
    ['subject', 'Patient.name'],
    ['subject', ''],
    ['value-quantity', 'exact'],
    ['_source', 'below'],
  ])('%s:%s is refused', (name, modifier) => {
    const attempt = () => meets(name, modifier, '1');
    expect(attempt).toThrow(SearchFault);
    expect(attempt).toThrow(expect.objectContaining({ kind: 'unsupported' }) as Error);
  });
});

test('a code that a source reports is found in the unified record', () => {
  const unified: R4Resource = {
    resourceType: 'Condition',
    id: 'c',
    subject: {},
    extension: [
      {
        url: 'https://phr-gateway.example/fhir/StructureDefinition/reported-concept',
        extension: [{ url: 'concept', valueCodeableConcept: { coding: [{ code: 'K' }] } }],
      },
    ],
  };
  expect(criterion('Condition', 'code', 'K')?.(unified)).toBe(true);
  expect(criterion('Condition', 'category', 'K')?.(unified)).toBe(false);
});

test.each(['value-string', 'value-string:contains', 'code:text'])(
  '%s with very many alternatives reads each text of a record once',
  (asked) => {
    const [name = '', modifier] = asked.split(':');
    const parameter = findSearchParameter('Observation', name);
    if (parameter === undefined) throw new Error(`no parameter ${name}`);
    const value = Array.from({ length: 1000 }, (_, index) => `x${index}`).join(',');
    const meets = criterionOf(parameter, { modifier, value }, undefined);
    const folding = vi.spyOn(String.prototype, 'normalize');
    try {
      expect(meets({ ...observation, valueString: 'A text' })).toBe(false);
      expect(folding.mock.calls.length).toBeLessThanOrEqual(3);
    } finally {
      folding.mockRestore();
    }
  },
);
