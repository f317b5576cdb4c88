import { describe, expect, test } from 'vitest';
import { listVaccinations, type VaccinationList } from '../../../../src/web/vaccinations/vaccination-list.ts';
import { decidedRecord, type Delivery } from '../../../support/decided-delivery.ts';

const CVX = 'http://hl7.org/fhir/sid/cvx';

function vaccination(id: string, more: object = {}) {
  return {
    resourceType: 'Immunization',
    id,
    status: 'completed',
    patient: {},
    vaccineCode: { coding: [{ system: CVX, code: '140' }], text: 'Influenza vaccine' },
    occurrenceDateTime: '2024-10-01',
    ...more,
  };
}

function list(delivery: Delivery): VaccinationList {
  return listVaccinations(decidedRecord(delivery, []), (source) => `The ${source}`);
}

const groups = ({ given }: VaccinationList) => given.map(({ rows, reason }) => [rows.map(({ who }) => who), reason]);

describe('vaccinations', () => {
  test('tell what, when, where, which dose and who says so, the newest first', () => {
    const { given } = list({
      gp: [
        { resourceType: 'Location', id: 'l', name: 'Health centre' } as never,
        vaccination('a', {
          location: { reference: 'Location/l' },
          performer: [{ actor: { display: 'Nurse Green' } }],
          lotNumber: 'AB1',
          protocolApplied: [
            { doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3, targetDisease: [{ text: 'Influenza' }] },
          ],
        }),
        vaccination('b', { occurrenceDateTime: '2025-10', vaccineCode: { text: 'Tetanus' } }),
      ],
    });
    expect(given.map(({ rows }) => rows[0]?.what)).toEqual(['Tetanus', 'Influenza vaccine']);
    expect(given[1]?.rows[0]).toMatchObject({
      when: '2024-10-01',
      where: 'Health centre',
      by: 'Nurse Green',
      dose: '2',
      doses: '3',
      lot: 'AB1',
      against: ['Influenza'],
      who: 'The gp',
    });
  });

  test('that were not given are no vaccinations given, and the reason is told', () => {
    const { given, notGiven } = list({
      gp: [vaccination('a', { status: 'not-done', statusReason: { text: 'Declined' } })],
    });
    expect(given).toEqual([]);
    expect(notGiven).toMatchObject([{ rows: [{ why: 'Declined' }] }]);
  });

  test('taken back as a mistake are left out and still shown', () => {
    const { given, leftOut } = list({ gp: [vaccination('a', { status: 'entered-in-error' })] });
    expect(given).toEqual([]);
    expect(leftOut).toMatchObject([{ standing: 'entered-in-error' }]);
  });

  test('of GP Connect have their name in an extension', () => {
    const { given } = list({
      gp: [
        vaccination('a', {
          vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/v3/NullFlavor', code: 'UNK', display: 'unknown' }] },
          extension: [
            {
              url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-VaccinationProcedure-1',
              valueCodeableConcept: { text: 'First measles vaccination' },
            },
          ],
        }),
      ],
    });
    expect(given[0]?.rows[0]?.what).toBe('First measles vaccination');
  });

  test('a date that a source gives as words is a date', () => {
    const { given } = list({
      gp: [vaccination('a', { occurrenceDateTime: undefined, occurrenceString: '1946-08-29T19:33:18-04:00' })],
    });
    expect(given[0]?.rows[0]).toMatchObject({ when: '1946-08-29T19:33:18-04:00' });
  });
});

describe('what may be one vaccination', () => {
  test('the same vaccine on the same day from two places stands side by side, both as they are', () => {
    const lists = list({
      gp: [vaccination('a')],
      hospital: [vaccination('b', { vaccineCode: { coding: [{ system: CVX, code: '140' }] } })],
    });
    expect(groups(lists)).toEqual([[['The gp', 'The hospital'], 'vaccine']]);
    expect(new Set(lists.given[0]?.rows.map(({ path }) => path)).size).toBe(2);
  });

  test('a year agrees with a day in it, from another place only', () => {
    expect(
      groups(list({ gp: [vaccination('a')], hospital: [vaccination('b', { occurrenceDateTime: '2024' })] })),
    ).toEqual([[['The gp', 'The hospital'], 'vaccine']]);
    expect(groups(list({ gp: [vaccination('a'), vaccination('b', { occurrenceDateTime: '2024' })] }))).toHaveLength(2);
  });

  test('a group takes in only what goes with all of it: two doses of a year are never one', () => {
    const lists = list({
      gp: [
        vaccination('a', { occurrenceDateTime: '2024-01-10' }),
        vaccination('b', { occurrenceDateTime: '2024-03-10' }),
      ],
      hospital: [vaccination('c', { occurrenceDateTime: '2024' })],
    });
    expect(lists.given.every(({ rows }) => rows.filter(({ who }) => who === 'The gp').length < 2)).toBe(true);
  });

  test('the same disease by other codes, and the same number, are told as such', () => {
    const target = (text: string) => ({
      vaccineCode: { text },
      protocolApplied: [{ targetDisease: [{ text: 'Tetanus' }], doseNumberPositiveInt: 1 }],
    });
    expect(
      groups(list({ gp: [vaccination('a', target('Revaxis'))], hospital: [vaccination('b', target('Td vaccine'))] })),
    ).toEqual([[['The gp', 'The hospital'], 'disease']]);
    const number = { identifier: [{ system: 'https://gp.example', value: '77' }] };
    expect(
      groups(
        list({
          gp: [vaccination('a', number)],
          hospital: [vaccination('b', { ...number, occurrenceDateTime: '2023-01-01' })],
        }),
      ),
    ).toEqual([[['The gp', 'The hospital'], 'number']]);
  });

  test('another vaccine, another day or no day are vaccinations of their own', () => {
    expect(
      groups(
        list({
          gp: [vaccination('a')],
          hospital: [
            vaccination('b', { vaccineCode: { text: 'Tetanus' } }),
            vaccination('c', { occurrenceDateTime: '2024-10-02' }),
            vaccination('d', { occurrenceDateTime: undefined, occurrenceString: 'as a child' }),
          ],
        }),
      ),
    ).toHaveLength(4);
  });
});
