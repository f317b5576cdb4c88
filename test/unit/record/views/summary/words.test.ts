import type { Dosage } from 'fhir/r4.js';
import { LosslessNumber } from 'lossless-json';
import { expect, test } from 'vitest';
import { dosageWords, measuredWords, periodWords, valueWords } from '../../../../../src/record/views/summary/words.ts';

const exact = (text: string) => new LosslessNumber(text) as unknown as number;

test('a value keeps its digits as long as a person can read them', () => {
  expect(measuredWords({ value: exact('4.10'), unit: 'mmol/L' })).toBe('4.10 mmol/L');
  expect(measuredWords({ value: 0.5441479547631245, unit: 'mg/dL' })).toBe('about 0.544 mg/dL');
  expect(measuredWords({ value: 324355.9577207411, comparator: '<' })).toBe('about <324355.96');
  expect(measuredWords({ unit: 'mg' })).toBeUndefined();
});

test('a dose in words is told as it is, a structured one from its parts', () => {
  expect(dosageWords({ text: 'One at night', asNeededBoolean: true })).toBe('One at night');
  const structured: Dosage = {
    timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
    doseAndRate: [{ doseQuantity: { value: exact('2.50'), unit: 'mg' } }],
    route: { text: 'oral' },
    asNeededBoolean: true,
  };
  expect(dosageWords(structured)).toBe('2.50 mg, 2 times per 1 d, oral, when needed');
  expect(dosageWords({})).toBe('');
});

test('a period of one day is a day', () => {
  expect(periodWords({ start: '2020-01-02T10:00:00Z', end: '2020-01-02T11:00:00Z' })).toBe('2020-01-02');
  expect(periodWords({ start: '2020-01-02', end: '2020-02-02' })).toBe('2020-01-02 to 2020-02-02');
  expect(periodWords({ end: '2020-02-02' })).toBe('until 2020-02-02');
  expect(periodWords({})).toBeUndefined();
});

test.each([
  [{ valueBoolean: false }, 'no'],
  [{ valueInteger: 0 }, '0'],
  [{ valueRange: { low: { value: 1, unit: 'h' } } }, '1 h or more'],
  [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 4 } } }, '1 per 4'],
  [{ dataAbsentReason: { text: 'not performed' } }, 'not given: not performed'],
  [{}, undefined],
])('a value of %j', (value, words) => {
  expect(valueWords(value)).toBe(words);
});
