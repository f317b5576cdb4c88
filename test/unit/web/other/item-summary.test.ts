import { describe, expect, test } from 'vitest';
import { summariseItem } from '../../../../src/web/other/item-summary.ts';
import { itemFacts } from '../../../../src/web/other/item-facts.ts';
import { createNames } from '../../../../src/web/other/reference-names.ts';
import { decidedRecord } from '../../../support/decided-delivery.ts';

const titleOf = (source: string) => `The ${source}`;

function summary(resource: object, ...others: object[]) {
  const given = { id: 'x', ...resource } as { resourceType: string; id: string };
  const record = decidedRecord({ gp: [given, ...(others as (typeof given)[])] }, []);
  const names = createNames(record);
  const item = record.sourceRecords.find((one) => one.originalId === 'x');
  if (item === undefined) throw new Error('not kept');
  const told = summariseItem(item, titleOf, names);
  return {
    ...told,
    facts: Object.fromEntries(itemFacts(item.resource, told.what, names).map(({ key, texts }) => [key, texts])),
  };
}

const observation = (more: object) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'Test' },
  ...more,
});
const texts = (more: object) =>
  summary(observation(more)).values.map(({ label, value }) => [
    label,
    value.sort === 'key' ? [value.key, value.values] : value.text,
  ]);

describe('the value of a result', () => {
  test.each([
    [{ valueQuantity: { value: 5.4, unit: 'mmol/L' } }, '5.4 mmol/L'],
    [{ valueQuantity: { value: 5, comparator: '<', code: '%' } }, '<5%'],
    [{ valueQuantity: { value: 120, code: 'mm[Hg]' } }, '120 mmHg'],
    [{ valueQuantity: { value: 1.2345678 } }, '≈ 1.23'],
    [{ valueCodeableConcept: { text: 'Never smoked' } }, 'Never smoked'],
    [{ valueString: 'As before' }, 'As before'],
    [{ valueBoolean: true }, ['yes', {}]],
    [{ valueRange: { low: { value: 1 }, high: { value: 2 } } }, ['range', { low: '1', high: '2' }]],
    [{ valueRange: { low: { value: 1 } } }, ['orMore', { low: '1' }]],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 8 } } }, '1 / 8'],
    [{ dataAbsentReason: { text: 'Not done' } }, ['notGiven', { why: 'Not done' }]],
  ])('%j', (value, text) => expect(texts(value)).toEqual([[undefined, text]]));

  test('has its parts, what is usual and the source’s own mark', () => {
    const told = summary(
      observation({
        component: [
          { code: { text: 'Systolic' }, valueQuantity: { value: 140, unit: 'mmHg' } },
          { code: { text: 'Diastolic' }, valueQuantity: { value: 90, unit: 'mmHg' } },
        ],
        referenceRange: [{ low: { value: 90, unit: 'mmHg' }, high: { value: 130, unit: 'mmHg' } }],
        interpretation: [{ text: 'High' }],
      }),
    );
    expect(told.values.map(({ label }) => label)).toEqual(['Systolic', 'Diastolic']);
    expect(told.usual).toEqual({ sort: 'key', key: 'range', values: { low: '90 mmHg', high: '130 mmHg' } });
    expect(told.marks).toEqual(['High']);
  });

  test('that is final needs no word for its state; one that is not has one', () => {
    expect(summary(observation({})).status).toBeUndefined();
    expect(summary(observation({ status: 'preliminary' })).status).toEqual({ code: 'preliminary', isNamed: true });
  });
});

describe('records of other kinds', () => {
  test.each([
    [{ resourceType: 'Encounter', status: 'finished', class: { code: 'AMB', display: 'ambulatory' } }, 'ambulatory'],
    [{ resourceType: 'Appointment', status: 'booked', description: 'Foot check', participant: [] }, 'Foot check'],
    [{ resourceType: 'Practitioner', name: [{ prefix: ['Dr'], given: ['Ann'], family: 'Lee' }] }, 'Dr Ann Lee'],
    [
      { resourceType: 'DocumentReference', status: 'current', content: [{ attachment: { title: 'Letter' } }] },
      'Letter',
    ],
    [{ resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Walk more' }, subject: {} }, 'Walk more'],
    [{ resourceType: 'ImagingStudy', status: 'available', subject: {}, modality: [{ code: 'CT' }] }, 'CT'],
    [{ resourceType: 'Location' }, undefined],
  ])('%j', (resource, name) => expect(summary(resource).what).toBe(name));

  test('tell by whom, where and why, by the names of what they refer to', () => {
    const told = summary(
      {
        resourceType: 'Encounter',
        status: 'finished',
        class: { code: 'AMB' },
        period: { start: '2020-02-03T10:00:00Z' },
        participant: [{ individual: { reference: 'PractitionerRole/r' } }],
        serviceProvider: { reference: 'Organization/o' },
        reasonCode: [{ text: 'Cough' }],
      },
      {
        resourceType: 'PractitionerRole',
        id: 'r',
        practitioner: { reference: 'Practitioner/p' },
        code: [{ text: 'Nurse' }],
      },
      { resourceType: 'Practitioner', id: 'p', name: [{ text: 'Ann Lee' }] },
      { resourceType: 'Organization', id: 'o', name: 'Hill Surgery' },
    );
    expect(told).toMatchObject({
      what: 'Cough',
      date: '2020-02-03T10:00:00Z',
      facts: { by: ['Ann Lee, Nurse'], place: ['Hill Surgery'] },
    });
  });
});
