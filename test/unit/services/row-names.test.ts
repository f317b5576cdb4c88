import { expect, test } from 'vitest';
import { everything } from '../../../src/record/views/everything.ts';
import { issueWords } from '../../../src/services/issue-words.ts';
import { recordRows } from '../../../src/services/record-rows.ts';
import type { R4Resource } from '../../../src/record/fhir/types.ts';
import { condition, decided, medicine, source } from '../record/decide/decided-record.ts';

function answer(...resources: readonly object[]): readonly R4Resource[] {
  return everything(decided([source('gp', resources)]), 'all');
}

test('rows of one name show the day they began; others do not', () => {
  const rows = recordRows(
    answer(
      condition('a', 'Normal pregnancy', { onsetDateTime: '2015-05-22T18:29:50+00:00' }),
      condition('b', 'Normal pregnancy', { onsetDateTime: '2018-01-03' }),
      condition('c', 'Asthma', { onsetDateTime: '2018-01-03' }),
    ),
  );
  expect(rows.map((row) => row.what)).toEqual([
    'Asthma',
    'Normal pregnancy (2015-05-22)',
    'Normal pregnancy (2018-01-03)',
  ]);
});

test('courses of one medicine are told apart in what may be the same', () => {
  const course = (id: string, day: string): object =>
    medicine(id, 'Penicillin V 250mg tablets', {
      status: 'completed',
      effectivePeriod: { start: day, end: day },
    });
  const words = issueWords(answer(course('a', '2019-02-01'), course('b', '2020-02-01'), course('c', '2021-02-01')));
  const lines = words.map((issue) => issue.about.join(' and '));
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.join(' ')).toContain('(2020-02-01)');
});

test('a row that has nothing but a code shows the code', () => {
  const [row] = recordRows(answer(condition('a', '', { code: { coding: [{ system: 'urn:local', code: 'X12' }] } })));
  expect(row?.what).toBe('X12');
});

test('what would read alike is said once', () => {
  const coding = [
    { system: 'http://snomed.info/sct', code: '100000001', display: 'Metformin 2g modified-release tablets' },
    { system: 'urn:supplier', code: '2', display: 'Metformin 1g modified-release tablets' },
  ];
  const issue = (id: string): object => ({
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    groupIdentifier: { system: 'urn:gp', value: 'g' },
    medicationCodeableConcept: { coding },
  });
  const words = issueWords(answer(issue('a'), issue('b')));
  expect(words.map((item) => [item.code, item.values])).toEqual([
    [
      'code-text-disagree',
      ['code: Metformin 1g modified-release tablets (gp)', 'text: Metformin 2g modified-release tablets (gp)'],
    ],
  ]);
});
