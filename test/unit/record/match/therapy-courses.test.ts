/** Short courses whose dates do not tell them apart are still several records, each with an id of its own. */
import { expect, test } from 'vitest';
import { reconcile } from '../../../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../../../src/record/reconciled-record.ts';

test('two courses of one source in one year are two records with two ids', () => {
  const { unified } = amoxicillin([
    ['gp', '2023'],
    ['gp', '2023'],
  ]);
  expect(new Set(unified.map(({ resource }) => resource.id)).size).toBe(2);
  expect(unified.map(({ members }) => members.length)).toEqual([1, 1]);
});

test('one course of a year in two sources is one record', () => {
  const { unified } = amoxicillin([
    ['gp', '2023'],
    ['hospital', '2023'],
  ]);
  expect(unified.map(({ members }) => members.length)).toEqual([2]);
});

test('a year joins the only course of that year that its source has not told of', () => {
  const { unified } = amoxicillin([
    ['gp', '2023-03-04'],
    ['gp', '2024-03-04'],
    ['hospital', '2023'],
  ]);
  expect(unified.map(({ members }) => members.length).sort()).toEqual([1, 2]);
});

test.each([
  ['2024-03-07', [2]],
  ['2024-03-08', [1, 1]],
])('a course of 2024-03-04 and one of %s in another source', (date, members) => {
  const { unified } = amoxicillin([
    ['gp', '2024-03-04'],
    ['hospital', date],
  ]);
  expect(unified.map((one) => one.members.length)).toEqual(members);
});

test('two courses of one source within three days are two', () => {
  const { unified } = amoxicillin([
    ['gp', '2024-03-04'],
    ['gp', '2024-03-06'],
  ]);
  expect(unified.map(({ members }) => members.length)).toEqual([1, 1]);
});

function amoxicillin(told: readonly (readonly [source: string, date: string])[]): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'p' },
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
    sources: ['gp', 'hospital'].map((name) => ({
      name,
      baseUrl: `https://${name}.invalid`,
      fhirVersion: 'R4',
      viewOf: undefined,
      patientId: undefined,
      unreadable: [],
      resources: told.flatMap(([source, effectiveDateTime], index) =>
        source === name ? [{ json: statement(`s${index}`, effectiveDateTime), at: `entry[${index}]` }] : [],
      ),
    })),
  });
}

function statement(id: string, effectiveDateTime: string): object {
  return {
    resourceType: 'MedicationStatement',
    id,
    status: 'completed',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: { text: 'Amoxicillin 500mg capsules' },
    effectiveDateTime,
  };
}
