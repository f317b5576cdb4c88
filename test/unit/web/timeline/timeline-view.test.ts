import { describe, expect, test } from 'vitest';
import { listThings } from '../../../../src/web/things/thing.ts';
import { timelineView } from '../../../../src/web/timeline/timeline-view.ts';
import { decidedRecord, type Delivery } from '../../../support/decided-delivery.ts';
import { thingInput } from '../../../support/page-lists.ts';

const DELIVERY: Delivery = {
  gp: [
    {
      resourceType: 'Condition',
      id: 'a',
      subject: {},
      code: { text: 'Asthma' },
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      onsetDateTime: '2016-11-22',
    } as never,
    {
      resourceType: 'Condition',
      id: 'b',
      subject: {},
      code: { text: 'Gout' },
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'resolved' }],
      },
      onsetDateTime: '2017',
      abatementDateTime: '2019-05',
    } as never,
  ],
};

function view(direction: 'ltr' | 'rtl', years?: number) {
  const record = decidedRecord(DELIVERY, []);
  const input = thingInput(record);
  const named = new Map(listThings(input).map(({ reference, path, what }) => [reference, { path, name: what }]));
  return timelineView({ record, named, titleOf: input.titleOf, now: '2026-11-22T10:00:00Z', years, direction });
}

describe('the timeline', () => {
  test('puts what goes on apart from what is past, with names and links', () => {
    const [medicines, conditions] = view('ltr').groups;
    expect(medicines).toEqual({ kind: 'medicine', current: [], past: [] });
    expect(conditions?.current.map(({ name }) => name)).toEqual(['Asthma']);
    expect(conditions?.past.map(({ name }) => name)).toEqual(['Gout']);
    expect(conditions?.current[0]?.path).toMatch(/^\/conditions\//);
    expect(conditions?.current[0]?.voices).toMatchObject([
      { who: ['The gp'], from: '2016-11-22', to: undefined, course: 'ongoing', end: { sign: 'goes-on' } },
    ]);
  });

  test('runs the other way where the page is read from the right', () => {
    const [ltr, rtl] = [view('ltr'), view('rtl')].map(({ groups }) => groups[1]?.past[0]?.voices[0]);
    expect((ltr?.begin?.at ?? 0) + (rtl?.begin?.at ?? 0)).toBeCloseTo(100, 1);
    expect((ltr?.bar?.at ?? 0) + (ltr?.bar?.width ?? 0) + (rtl?.bar?.at ?? 0)).toBeCloseTo(100, 1);
    expect(ltr?.begin?.at).toBeLessThan(ltr?.end?.at ?? 0);
    expect(rtl?.begin?.at).toBeGreaterThan(rtl?.end?.at ?? 0);
  });

  test('says of a shorter time that something began before it, and leaves out what ended before it', () => {
    const [, conditions] = view('ltr', 5).groups;
    expect(conditions?.current[0]?.voices[0]?.begin?.sign).toBe('earlier');
    expect(conditions?.past[0]).toMatchObject({ name: 'Gout', isUndrawn: true });
  });

  test('leaves out what is no item of a list', () => {
    const record = decidedRecord(DELIVERY, []);
    const empty = timelineView({
      record,
      named: new Map(),
      titleOf: (source) => source,
      now: '2026-11-22T10:00:00Z',
      years: undefined,
      direction: 'ltr',
    });
    expect(empty.groups.flatMap(({ current, past }) => [...current, ...past])).toEqual([]);
  });
});
