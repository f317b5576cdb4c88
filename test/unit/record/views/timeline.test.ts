import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDaySpans, daySpan, type DaySpan } from '../../../../src/record/facts/day-span.ts';
import { placeDay, placeVoice, timelineScale } from '../../../../src/record/views/timeline.ts';
import type { Course, TimelineItem, TimelineVoice } from '../../../../src/record/views/timeline-items.ts';

const TODAY = day('2026-11-22').first;

function day(text: string): DaySpan {
  const span = daySpan(text);
  if (span === undefined) throw new Error(text);
  return span;
}

function voice(
  from: string | undefined,
  to: string | undefined,
  course: Course,
  lastKnown = to ?? from,
): TimelineVoice {
  return {
    sources: ['gp'],
    from: daySpan(from),
    isFirstWritten: false,
    to: daySpan(to),
    lastKnown: daySpan(lastKnown),
    course,
  };
}

function item(...voices: TimelineVoice[]): TimelineItem {
  return { kind: 'medicine', reference: 'MedicationStatement/a', voices, changes: [], isPast: false };
}

describe('the line of years', () => {
  test('begins with the year of the first date and ends today', () => {
    const scale = timelineScale([item(voice('2016-05-01', undefined, 'ongoing'))], TODAY, undefined);
    expect(scale.firstDay).toBe(day('2016-01-01').first);
    expect(scale.today).toBe(TODAY);
    expect(scale.ticks.map(({ year }) => year)).toEqual([2016, 2018, 2020, 2022, 2024]);
  });

  test('is as long as was asked', () => {
    const scale = timelineScale([item(voice('1950', undefined, 'ongoing'))], TODAY, 5);
    expect(scale.firstDay).toBe(day('2021-11-22').first);
    expect(scale.ticks.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  test('of nothing is today', () => expect(timelineScale([], TODAY, undefined).ticks).toHaveLength(1));

  test('never has more years than a narrow screen has room for', () => {
    for (let year = 1900; year <= 2026; year++) {
      const { ticks } = timelineScale([item(voice(String(year), undefined, 'ongoing'))], TODAY, undefined);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });
});

describe('what is drawn', () => {
  const scale = timelineScale([item(voice('2016', undefined, 'ongoing'))], TODAY, undefined);

  test('a partial date is the days it may mean', () => {
    const { bar, maybe, begin, end } = placeVoice(voice('2018', '2020-06', 'ended'), scale);
    expect(maybe).toHaveLength(2);
    expect(maybe[0]?.at).toBe(begin?.at);
    expect((maybe[0]?.at ?? 0) + (maybe[0]?.width ?? 0)).toBeCloseTo(bar?.at ?? 0, 1);
    expect((bar?.at ?? 0) + (bar?.width ?? 0)).toBeCloseTo(maybe[1]?.at ?? 0, 1);
    expect([begin?.sign, end?.sign]).toEqual(['start', 'stop']);
  });

  test.each([
    [voice('2018-01-01', undefined, 'ongoing'), 'goes-on'],
    [voice('2018-01-01', undefined, 'ended'), 'over'],
    [voice('2018-01-01', '2019-01-01', 'ended'), 'stop'],
    [voice('2018-01-01', undefined, 'not-said'), 'unsaid'],
  ] as const)('%j ends with its sign', (one, sign) => expect(placeVoice(one, scale).end?.sign).toBe(sign));

  test('what goes on reaches today; the rest no further than what a record tells of', () => {
    const endOf = (one: TimelineVoice) => placeVoice(one, scale).end?.at;
    expect(endOf(voice('2018-01-01', undefined, 'ongoing'))).toBe(96);
    expect(endOf(voice('2018-01-01', undefined, 'ended', '2022-01-01'))).toBe(placeDay(day('2022-01-01'), scale));
  });

  test('signs stand beside each other', () => {
    const { begin, end } = placeVoice(voice('2018-01-01', undefined, 'ended'), scale);
    expect((end?.at ?? 0) - (begin?.at ?? 0)).toBeGreaterThan(3);
  });

  test('without a date, or over before the line begins, nothing is', () => {
    expect(placeVoice(voice(undefined, undefined, 'ongoing'), scale).bar).toBeUndefined();
    expect(placeVoice(voice('1990', '1991', 'ended'), scale).bar).toBeUndefined();
  });

  test('nothing lies outside the picture or runs backwards, whatever the dates', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1900, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([year, month, one, parts]) =>
        day([String(year), String(month).padStart(2, '0'), String(one).padStart(2, '0')].slice(0, parts).join('-')),
      );
    const arbitrary = fc.record({
      days: fc.tuple(date, date, date),
      course: fc.constantFrom<Course>('ongoing', 'ended', 'not-said'),
      years: fc.constantFrom(undefined, 1, 5, 10),
      hasEnd: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, ({ days, course, years, hasEnd }) => {
        const [from, middle, to] = days.toSorted(compareDaySpans) as [DaySpan, DaySpan, DaySpan];
        const one: TimelineVoice = {
          sources: ['gp'],
          from,
          isFirstWritten: false,
          to: hasEnd && course === 'ended' ? to : undefined,
          lastKnown: hasEnd ? to : middle,
          course,
        };
        const placed = placeVoice(one, timelineScale([item(one)], TODAY, years));
        for (const { at, width } of [...placed.maybe, ...(placed.bar === undefined ? [] : [placed.bar])]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(0);
          expect(at + width).toBeLessThanOrEqual(97);
        }
        if (placed.begin !== undefined && placed.end !== undefined)
          expect(placed.end.at).toBeGreaterThanOrEqual(placed.begin.at);
      }),
    );
  });
});
