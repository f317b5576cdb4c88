import { expect, test } from 'vitest';
import { dateSpan, matchesDate, parseDateCriterion } from '../../../../src/record/search/match-date.ts';

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

test.each([
  ['2024', '2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
  ['2024-02', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['2024-12', '2024-12-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['2024-02-29T10:30', '2024-02-29T10:30:00.000Z', '2024-02-29T10:31:00.000Z'],
  ['2024-02-29T10:30:15Z', '2024-02-29T10:30:15.000Z', '2024-02-29T10:30:16.000Z'],
  ['2024-02-29T10:30:15.250Z', '2024-02-29T10:30:15.250Z', '2024-02-29T10:30:15.251Z'],
  ['2024-02-29T10:30:15+01:00', '2024-02-29T09:30:15.000Z', '2024-02-29T09:30:16.000Z'],
])('%s covers its own precision', (text, start, end) => {
  const span = dateSpan(text);
  expect([iso(span?.start), iso(span?.end)]).toEqual([start, end]);
});

test.each([
  '',
  '24',
  '2024-1',
  '2024-13',
  '2023-02-29',
  '2024-02-30',
  '2024-01-01T25:00',
  '2024-01-01 10:00',
  'x',
  '20240101',
])('%j is no date', (text) => {
  expect(dateSpan(text)).toBeUndefined();
});

test.each([
  ['2024-03', '2024-03-05', true],
  ['2024-03-05', '2024-03', false],
  ['eq2024', '2024-06-01', true],
  ['ne2024', '2024-06-01', false],
  ['ne2024-06-01', '2024', true],
  ['gt2024-06-01', '2024-06-01', false],
  ['gt2024-06-01', '2024-06-02', true],
  ['gt2024-06-01', '2024', true],
  ['lt2024-06-01', '2024-05-31', true],
  ['lt2024-06-01', '2024-06-01', false],
  ['ge2024-06-01', '2024-06-01', true],
  ['ge2024-06-01', '2024-05-31', false],
  ['le2024-06-01', '2024-06-01', true],
  ['le2024-06-01', '2024-06-02', false],
  ['sa2024-06-01', '2024-06-02', true],
  ['sa2024-06-01', '2024-06', false],
  ['eb2024-06-01', '2024-05-31', true],
  ['eb2024-06-01', '2024', false],
])('%s against %s: %s', (criterion, value, expected) => {
  const span = dateSpan(value);
  if (span === undefined) throw new Error('a date');
  expect(matchesDate(span, parseDateCriterion(criterion, '_lastUpdated'))).toBe(expected);
});

test.each(['xx2024', 'ap2024', 'EQ2024', 'ge', '', 'ge2024-99', '2024,'])('%j is refused', (text) => {
  expect(() => parseDateCriterion(text, '_lastUpdated')).toThrow(expect.objectContaining({ kind: 'value' }) as Error);
});
