import { expect, test } from 'vitest';
import { readRights } from '../../../src/access/read-rights.ts';
import { createStampedRecords } from '../../../src/api/stamped-record.ts';
import type { RecordAnswer } from '../../../src/services/record-reader.ts';
import { grantOf } from '../../fixtures/grant-of.ts';
import { smallAnswer, smallRecord } from '../../fixtures/small-record.ts';

function keyFor(scope: string, answer: RecordAnswer): string {
  const grant = grantOf(scope);
  return createStampedRecords()(answer, grant, readRights(grant, 'search')).key;
}

const first = smallAnswer();
const without = (type: string): RecordAnswer =>
  smallAnswer({
    digest: `without ${type}`,
    record: {
      ...smallRecord,
      sourceRecords: smallRecord.sourceRecords.filter(({ resource }) => resource.resourceType !== type),
    },
  });

test('what changes in records that may not be read changes nothing a viewer is given, the key included', () => {
  expect(keyFor('patient/Condition.rs', without('Observation'))).toBe(keyFor('patient/Condition.rs', first));
  expect(keyFor('patient/Observation.rs', without('Observation'))).not.toBe(keyFor('patient/Observation.rs', first));
  expect(keyFor('patient/*.rs', without('Observation'))).not.toBe(keyFor('patient/*.rs', first));
});

test('a new version of what may be read is another key', () => {
  const stamps = new Map(first.stamps).set('Condition/u-hypertension', {
    versionId: '2',
    lastUpdated: '2026-06-02T08:00:00Z',
  });
  const later = smallAnswer({ stamps, digest: 'digest-2' });
  expect(keyFor('patient/Condition.rs', later)).not.toBe(keyFor('patient/Condition.rs', first));
  expect(keyFor('patient/Observation.rs', later)).toBe(keyFor('patient/Observation.rs', first));
});

test('how complete the record is, is part of every key', () => {
  const completeness = first.completeness.map((source) => ({ ...source, lastSuccess: '2026-07-01T00:00:00Z' }));
  expect(keyFor('patient/Condition.rs', smallAnswer({ completeness }))).not.toBe(keyFor('patient/Condition.rs', first));
});

test('viewers of the same types under other rights do not share a key', () => {
  const keys = ['patient/Condition.rs', 'patient/Condition.rs patient/Observation.rs', 'patient/*.rs'].map((scope) =>
    keyFor(scope, first),
  );
  expect(new Set(keys).size).toBe(3);
});
