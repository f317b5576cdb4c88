import { describe, expect, it } from 'vitest';
import {
  type PartialDate,
  isFhirDate,
  isFhirDateTime,
  isFhirInstant,
  isFhirTime,
  parsePartialDate,
} from '../../../../src/record/fhir/partial-date.ts';

const parse = (text: string): PartialDate => {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};

describe('partial dates', () => {
  it.each([
    ['1970-01-01', 'day', 0, 0],
    ['1970-02', 'month', 31, 58],
    ['1972', 'year', 730, 1095],
    ['1969-12-31', 'day', -1, -1],
    ['2000-02-29', 'day', 11016, 11016],
    ['2024-02', 'month', 19754, 19782],
  ])('%s is a range', (text, precision, startDay, endDay) => {
    expect(parse(text)).toMatchObject({ precision, startDay, endDay, instantMs: undefined });
  });

  it.each([
    '1970-01-01T00:00:00Z',
    '2016-03-13T09:15:30.250-05:00',
    '2015-02-07T13:28:17+02:00',
    '1912-06-23T00:00:00+00:00',
  ])('%s is an instant', (text) => expect(parse(text).instantMs).toBe(Date.parse(text)));

  it.each(
    [
      '19',
      '2023-02-30',
      '2023-13',
      '2023-00-10',
      '0000',
      '2023-1-1',
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '',
      'today',
    ].concat(
      [
        '2023-01-01T10:00:00',
        '2023-01-01T10:00Z',
        '2023-01-01T24:00:00Z',
        '2023-01-01T10:60:00Z',
        '2023-01-01 10:00:00Z',
      ],
      [
        '2023-01-01T10:00:00+15:00',
        '2023-01-01T10:00:00.Z',
        ' 2023',
        '2023-01-01T10:00:00Z ',
        '20230101',
        '2023-01-32',
      ],
    ),
  )('"%s" is no date', (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
    expect(isFhirDateTime(text)).toBe(false);
  });

  it('the quick check agrees with the thorough one', () => {
    for (const day of [
      '2023-02-28',
      '2023-02-29',
      '2024-02-29',
      '2023-12-31',
      '2023-12-32',
      '202a-01-01',
      '2023/01/01',
    ]) {
      for (const time of [
        '',
        'T09:15:30Z',
        'T09:15:30+01:00',
        'T09:15:30.123Z',
        'T09:15:30.123-11:30',
        'T25:15:30Z',
        'T09:15:30+1:00',
        'T09:15:30*01:00',
      ]) {
        expect([day + time, isFhirDateTime(day + time)]).toEqual([
          day + time,
          parsePartialDate(day + time) !== undefined,
        ]);
      }
    }
  });

  it('tells the types apart', () => {
    expect([isFhirDate('2020-05'), isFhirDate('2020-05-01T00:00:00Z')]).toEqual([true, false]);
    expect([isFhirInstant('2020-05-01'), isFhirInstant('2020-05-01T00:00:00Z')]).toEqual([false, true]);
    expect([isFhirTime('09:30:00'), isFhirTime('24:00:00'), isFhirTime('9:30')]).toEqual([true, false, false]);
  });
});
