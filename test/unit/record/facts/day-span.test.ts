import { describe, expect, test } from 'vitest';
import { daySpan, mayBeSameDay, moreThanDaysApart, type DaySpan } from '../../../../src/record/facts/day-span.ts';

function span(text: string): DaySpan {
  const read = daySpan(text);
  if (read === undefined) throw new Error(text);
  return read;
}

describe('day spans', () => {
  test.each([
    ['2019', '2019-05-02', true],
    ['2019', '2019-05', true],
    ['2019-05', '2019-06-01', false],
    ['2020-02', '2020-02-29', true],
    ['2019-05-02', '2019-05-02T23:30:00-05:00', true],
    ['2019-05-02', '2019-05-03', false],
  ])('%s and %s may be the same day: %s', (a, b, same) => {
    expect(mayBeSameDay(span(a), span(b))).toBe(same);
    expect(mayBeSameDay(span(b), span(a))).toBe(same);
  });

  test('only days that are named are counted between', () => {
    expect(moreThanDaysApart(span('2019-01-01'), span('2020-01-03'), 366)).toBe(true);
    expect(moreThanDaysApart(span('2019-01-01'), span('2020-01-01'), 366)).toBe(false);
    expect(moreThanDaysApart(span('2019'), span('2025-01-01'), 366)).toBeUndefined();
  });

  test.each(['19', '', 'May 2019', '2019-5'])('"%s" is no date', (text) => expect(daySpan(text)).toBeUndefined());
});
