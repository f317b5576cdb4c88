import { expect, test } from 'vitest';
import { searchTables } from '../../../../.config/search-tables.ts';
import { R4_TYPES } from '../../../../src/access/tables/resource-types.ts';
import {
  findSearchParameter,
  isUnsupported,
  searchParametersOf,
} from '../../../../src/record/search/search-parameters.ts';
import { SEARCH_PARAMETER_LINES } from '../../../../src/record/search/tables/search-parameters.ts';

const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** From HL7's definitions as they are in the package. */
const published = searchTables();

test('the tables are what R4 publishes (npm run build:search)', () => {
  expect(published.size).toBeGreaterThan(130);
  expect(Object.keys(SEARCH_PARAMETER_LINES).sort()).toEqual([...published.keys()].sort());
  for (const [type, lines] of published) expect([type, linesOf(SEARCH_PARAMETER_LINES[type])]).toEqual([type, lines]);
});

test('nearly every parameter of R4 can be searched, combined ones apart', () => {
  const all = [...published.values()].flat();
  const none = all.filter((line) => line.endsWith(' none'));
  expect(all.length).toBeGreaterThan(1_500);
  expect(none.length).toBeLessThan(90);
});

test.each([
  ['Condition', 'onset-date', 'date', ['onsetDateTime', 'onsetPeriod']],
  ['Condition', 'recorded-date', 'date', ['recordedDate']],
  ['Condition', 'patient', 'reference', ['subject']],
  ['Observation', 'date', 'date', ['effectiveDateTime', 'effectivePeriod', 'effectiveTiming', 'effectiveInstant']],
  ['MedicationRequest', 'code', 'token', ['medicationCodeableConcept']],
  ['MedicationStatement', 'effective', 'date', ['effectiveDateTime', 'effectivePeriod']],
  ['Immunization', 'date', 'date', ['occurrenceDateTime']],
  ['AllergyIntolerance', 'code', 'token', ['code', 'reaction.substance']],
  ['DocumentReference', 'identifier', 'token', ['masterIdentifier', 'identifier']],
  ['DocumentReference', 'type', 'token', ['type']],
  ['Patient', 'phone', 'token', ['telecom[system=phone]']],
  ['Linkage', 'source', 'reference', ['item[type=source].resource']],
  ['Goal', '_lastUpdated', 'date', ['meta.lastUpdated']],
])('%s.%s is a %s on %j', (type, name, kind, paths) => {
  const parameter = findSearchParameter(type, name);
  expect(parameter?.type).toBe(kind);
  expect(parameter?.elements.map(({ path }) => path)).toEqual(paths);
});

test('patient means a reference to a Patient where the element may refer to others', () => {
  expect(findSearchParameter('Observation', 'patient')?.elements).toEqual([{ path: 'subject', target: 'Patient' }]);
});

test('what FHIR defines and cannot be searched is known as such', () => {
  expect(isUnsupported('Observation', 'code-value-quantity')).toBe(true);
  expect(isUnsupported('Observation', '_filter')).toBe(true);
  expect(isUnsupported('Observation', 'flavour')).toBe(false);
  expect(isUnsupported('Observation', 'code')).toBe(false);
});

test.each([...R4_TYPES])('%s has the parameters of every type', (type) => {
  const names = searchParametersOf(type).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['_id', '_lastUpdated', '_tag', '_security', '_source', '_profile']));
  expect(new Set(names).size).toBe(names.length);
});
