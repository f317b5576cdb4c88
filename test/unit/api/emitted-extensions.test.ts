import { expect, test } from 'vitest';
import { withCompleteness } from '../../../src/api/completeness-told.ts';
import { EXTENSION } from '../../../src/record/fhir/canonical.ts';
import { extensionFaults } from '../../fixtures/extension-conformance.ts';
import { smallCompleteness, smallRecord } from '../../fixtures/small-record.ts';

test('what the endpoint adds is as published', () => {
  const read = withCompleteness(smallRecord.patient, smallCompleteness);
  expect(read.meta?.extension).toHaveLength(2);
  expect(extensionFaults(read)).toEqual([]);
});

test('the record that the tests run on is as published', () => {
  expect(extensionFaults(smallRecord)).toEqual([]);
});

test.each([
  ['another type of value', { url: EXTENSION.matchLevel, valueString: 'same' }],
  ['no value', { url: EXTENSION.matchLevel }],
  ['a part missing', { url: EXTENSION.reportedStatus, extension: [{ url: 'date', valueDateTime: '2026' }] }],
  ['a part of another type', { url: EXTENSION.statedValue, extension: [{ url: 'value', valueCode: 'active' }] }],
  ['a part that is not published', { url: EXTENSION.statedValue, extension: [{ url: 'colour', valueString: 'red' }] }],
  ['one that is not published', { url: `${EXTENSION.statedValue}-2`, valueString: 'x' }],
])('the check sees %s', (_name, extension) => {
  expect(extensionFaults({ extension: [extension] })).toHaveLength(1);
});
