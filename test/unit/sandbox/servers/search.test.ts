/** Search in one record, page by page. */
import { describe, expect, test } from 'vitest';
import { patientRecord, recordEntry } from '../../../../src/sandbox/records/patient-record.ts';
import type { RecordEntry } from '../../../../src/sandbox/records/patient-record.ts';
import { aboutPatient, includedMedications, matches, pageOf } from '../../../../src/sandbox/servers/search.ts';

const vital = { coding: [{ system: 'http://x', code: 'vital-signs' }] };
const record = patientRecord('p', [
  { resourceType: 'Observation', id: 'o1', category: [vital] } as { resourceType: string },
  { resourceType: 'Observation', id: 'o2', status: 'final' } as { resourceType: string },
  { resourceType: 'MedicationRequest', id: 'r1', medicationReference: { reference: 'Medication/m1' } } as {
    resourceType: string;
  },
  { resourceType: 'MedicationRequest', id: 'r2', medicationReference: { reference: '#m1' } } as {
    resourceType: string;
  },
  { resourceType: 'Medication', id: 'm1' } as { resourceType: string },
  { resourceType: 'Medication', id: 'm2' } as { resourceType: string },
]);
const found = (query: string): readonly (string | undefined)[] =>
  matches(record, 'Observation', 'Patient', new URLSearchParams(query)).map(({ id }) => id);

describe('matches', () => {
  test.each([
    ['', ['o1', 'o2']],
    ['_id=o2', ['o2']],
    ['category=vital-signs', ['o1']],
    ['category=http://x|vital-signs', ['o1']],
    ['category=laboratory', []],
    ['category=laboratory,vital-signs', ['o1']],
    ['status=final', ['o2']],
    ['_sort=date&_count=5', ['o1', 'o2']],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('untyped entries are found under the first type', () => {
    const untyped = { patientId: 'p', entries: [recordEntry('{}', {}, undefined)] };
    expect(matches(untyped, 'Patient', 'Patient', new URLSearchParams())).toHaveLength(1);
    expect(matches(untyped, 'Condition', 'Patient', new URLSearchParams())).toHaveLength(0);
  });
});

describe('aboutPatient', () => {
  test.each([
    ['', true],
    ['patient=p', true],
    ['patient=Patient/p', true],
    ['subject=p', true],
    ['patient=q', false],
    ['patient=p&subject=q', false],
  ])('%s: %s', (query, mine) => {
    expect(aboutPatient(new URLSearchParams(query), 'p')).toBe(mine);
  });
});

test('only the Medications that the page points to are included, contained ones not', () => {
  const requests = matches(record, 'MedicationRequest', 'Patient', new URLSearchParams());
  expect(includedMedications(record, requests).map(({ id }) => id)).toEqual(['m1']);
});

describe('pageOf', () => {
  const entry = (id: string, wellFormed = true): RecordEntry => ({
    ...recordEntry('{}', { id }, undefined),
    wellFormed,
  });

  test.each([
    ['a full page', 0, ['1', '2']],
    ['the last page', 4, ['5']],
    ['a page that ends before a broken entry', 2, ['3']],
    ['a broken entry alone', 3, ['4']],
    ['past the end', 5, []],
  ])('%s', (_what, offset, ids) => {
    const entries = ['1', '2', '3', '4', '5'].map((id) => entry(id, id !== '4'));
    expect(pageOf(entries, offset, 2).map(({ id }) => id)).toEqual(ids);
  });
});
