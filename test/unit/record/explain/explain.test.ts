import { expect, test } from 'vitest';
import { explain } from '../../../../src/record/explain/explain.ts';
import { printable } from '../../../../src/record/explain/printable.ts';
import { allergy, condition, decided, decision, medicine, source } from '../decide/decided-record.ts';

const sources = [
  source('gp', [
    medicine('m1', 'Furosemide 40mg tablets', {
      dosage: [{ text: 'one daily' }],
      identifier: [{ system: 'urn:gp', value: '1' }],
    }),
    condition('c1', 'Diabetes'),
    allergy('a1', 'Penicillin'),
    condition('wrong', 'Asthma', {
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }],
      },
    }),
  ]),
  source('hospital', [
    medicine('m7', 'Lasix 40 mg tablet', { status: 'stopped', dosage: [{ text: 'two daily' }] }),
    condition('c2', 'Type 2 diabetes mellitus'),
    allergy('a2', 'No known allergies'),
  ]),
  source('portal', [medicine('m9', 'Furosemide 40mg tablets', { identifier: [{ system: 'urn:gp', value: '1' }] })]),
];
const record = decided(sources);

test('tells what it is, from where, by which rule, and what differs', () => {
  const text = explain(record, 'm7')?.join('\n') ?? '';
  expect(text).toContain('Furosemide 40mg tablets (medicine; active (gp, portal), stopped (hospital))');
  expect(text).toContain('From 3 records of 3 sources:');
  expect(text).toContain('hospital MedicationStatement/m7: Lasix 40 mg tablet');
  expect(text).toContain(
    'portal MedicationStatement/m9: Furosemide 40mg tablets (a copy of gp MedicationStatement/m1)',
  );
  expect(text).toMatch(/Why together: Same ingredients.*\(M-same-product, version [0-9.]+\)/);
  expect(text).toContain('because: brand "lasix"');
  expect(text).toContain('Differs, dose: gp: one daily; hospital: two daily');
  expect(text).not.toContain('Diabetes');
});

test('tells what it may be the same as and why it was not joined', () => {
  const text = explain(record, 'Condition/c1')?.join('\n') ?? '';
  expect(text).toContain('Why alone: No other record was found to be the same.');
  expect(text).toMatch(
    /May be the same as, and was not joined with: Type 2 diabetes mellitus \(Condition\/[0-9a-f]{32}\)\. Why: one is more general/,
  );
});

test('tells that "none known" stands against an allergy', () => {
  expect(explain(record, 'a1')?.join('\n')).toContain('Stands against: No known allergies');
});

test('tells why a record is in no unified one', () => {
  expect(explain(record, 'wrong')).toEqual([
    'Asthma (gp Condition/wrong)',
    '  Kept, and joined with nothing: its source says that it was entered in error.',
  ]);
});

test('tells what the person decided', () => {
  const joined = decided(sources, [decision('same', 'gp Condition/c1', 'hospital Condition/c2')]);
  const text = explain(joined, 'c1')?.join('\n') ?? '';
  expect(text).toContain('Why together: The person said that these are the same. (P-same');
  expect(text).toContain('Decided: these are the same (anna, 2026-03-01T10:00:00Z)');
  expect(text).toContain('Differs, name: gp: Diabetes; hospital: Type 2 diabetes mellitus');
});

test('finds a record by any of its ids, and nothing by another', () => {
  const unified = record.unified.find((item) => item.members.some((member) => member.originalId === 'm7'));
  const id = unified?.resource.id ?? '';
  const expected = explain(record, 'm7');
  for (const name of [id, `MedicationStatement/${id}`, 'hospital-m7', 'MedicationStatement/m7']) {
    expect(explain(record, name)).toEqual(expected);
  }
  expect(explain(record, 'nothing')).toBeUndefined();
});

test('everything is explained once, in the same words whatever the order of sources', () => {
  const all = explain(record) ?? [];
  expect(all.filter((line) => line.startsWith('  From '))).toHaveLength(record.unified.length);
  expect(explain(decided([...sources].reverse()))).toEqual(all);
});

test('what a source says cannot steer a terminal', () => {
  expect(printable('a\u001b[31mb\u202ec\u200bd\n e')).toBe('a [31mb c d e');
  expect(printable('x'.repeat(400))).toHaveLength(301);
  const odd = decided([source('gp', [condition('c', 'Zor\u001b[2Jblax')])]);
  expect(JSON.stringify(explain(odd))).not.toContain('u001b');
});
