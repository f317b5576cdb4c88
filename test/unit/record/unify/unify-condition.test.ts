import { expect, test } from 'vitest';
import type { Condition } from 'fhir/r4.js';
import { changesOf, condition, decided, source } from '../decide/decided-record.ts';

function kidney(stage: number, status: string, recordedDate: string): object {
  return condition(`stage-${stage}`, `Chronic kidney disease stage ${stage}`, {
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: status }],
    },
    recordedDate,
  });
}

test('a condition of one source that went through stages is called by the stage it has now', () => {
  const record = decided([
    source('gp', [
      kidney(1, 'resolved', '1990-06-06'),
      kidney(2, 'resolved', '1997-02-12'),
      kidney(4, 'active', '2005-08-31'),
    ]),
  ]);
  expect(record.unified).toHaveLength(1);
  expect((record.unified[0]?.resource as Condition).code?.text).toBe('Chronic kidney disease stage 4');
});

test('a stage that changed in one source is told with its date', () => {
  const record = decided([
    source('gp', [kidney(2, 'active', '1997-02-12'), kidney(4, 'active', '2005-08-31')]),
    source('hospital', [kidney(3, 'active', '2001-01-01')]),
  ]);
  expect(record.unified).toHaveLength(1);
  expect(changesOf(record.unified[0]?.resource)).toEqual([
    'stage 2005-08-31 Chronic kidney disease stage 2 → Chronic kidney disease stage 4',
  ]);
});

test('records of one day, or without a date, tell no change', () => {
  const record = decided([
    source('gp', [kidney(2, 'active', '1997-02-12'), kidney(4, 'active', '1997-02-12'), kidney(5, 'active', '1997')]),
  ]);
  expect(changesOf(record.unified[0]?.resource)).toEqual([]);
});
