import type { Dosage } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { createDosageReader } from '../../../../../src/record/terminology/dosage/create-dosage-reader.ts';

function brief(...dosages: Dosage[]): string {
  const reading = createDosageReader().read(dosages);
  if (reading === undefined) return 'nothing';
  const { perDose, frequency, when, asNeeded, route, byScheme } = reading;
  const span = (low: string, high: string | undefined): string => (high === undefined ? low : `${low}-${high}`);
  return [
    perDose === undefined ? '-' : `${span(perDose.value, perDose.high)} ${perDose.unit}`,
    frequency === undefined ? '-' : `${span(frequency.times, frequency.high)}/${frequency.per}`,
    ...when,
    ...(route === undefined ? [] : [`route ${route}`]),
    ...(asNeeded === true ? ['prn'] : []),
    ...(byScheme ? ['scheme'] : []),
  ].join(' ');
}

describe('dosage text', () => {
  it.each([
    ['One To Be Taken Twice A Day', '1 each 2/day'],
    ['1 tab BD', '1 tablet 2/day'],
    ['take ONE daily', '1 each 1/day'],
    ['2 puffs qds prn', '2 puff 4/day prn'],
    ['5ml twice a day', '5 mL 2/day'],
    ['two 5ml spoonfuls at night', '10 mL 1/day night'],
    ['1-2 tablets up to four times a day when required', '1-2 tablet 4/day prn'],
    ['one to two tablets every 4-6 hours as needed for pain', '1-2 tablet 4-6/day prn'],
    ['one every 4-6 hours up to four times a day', '1 each 4/day'],
    ['one at night', '1 each 1/day night'],
    ['i nocte', '1 each 1/day night'],
    ['1 mane', '1 each 1/day morning'],
    ['40mg OD', '40 mg 1/day'],
    ['40mg ON', '40 mg 1/day night'],
    ['1 drop daily in OD', '1 drop 1/day route ophthalmic'],
    ['once weekly on Mondays', '- 1/week'],
    ['one tablet on Mondays, Wednesdays and Fridays', '1 tablet 3/week'],
    ['2.5mg every 4 weeks', '2.5 mg 0.25/week'],
    ['apply thinly bd', '- 2/day'],
    ['every 8 hours', '- 3/day'],
    ['1 tablet q8h', '1 tablet 3/day'],
    ['alternate days', '- 0.5/day'],
    ['half a tablet', '0.5 tablet -'],
    ['1½ tablets daily', '1.5 tablet 1/day'],
    ['1.10 mL twice daily', '1.10 mL 2/day'],
    ['50 mcg daily', '50 mcg 1/day'],
    ['EIGHT (8) tablets DAILY for two days', '8 tablet 1/day'],
    ['Take 1 tablet (5 mg total) by mouth 1 (one) time each day.', '1 tablet 1/day route oral'],
    ['20 tablets. One tablet to be taken two times a day', '1 tablet 2/day'],
    ['take one 30 minutes before breakfast', '1 each 1/day before-food morning'],
    ['one with breakfast, lunch and evening meal', '1 each 3/day evening morning noon with-food'],
    ['1 weekly', '1 each 1/week'],
    ['0-0-1', '1 each 1/day night'],
    ['nmkljkl', '- -'],
  ])('%s', (text, expected) => {
    expect(brief({ text })).toBe(expected);
  });

  it.each([
    'inject 10 units before breakfast and 8 units at night',
    'reduce by 5mg every week',
    'as directed',
    'MDU',
    'as per yellow book',
    '1 tablet daily except Sundays',
    '1.8 mg/kg every 3 weeks',
    'take 2 weekly',
    '1-0-2',
  ])('%s is told by a scheme: no amount, no frequency', (text) => {
    const reading = createDosageReader().read([{ text }]);
    expect(reading).toMatchObject({ byScheme: true, perDose: undefined, frequency: undefined, text });
  });

  it('reads equal meaning equally', () => {
    const ways: Dosage[] = [
      { text: 'BD' },
      { text: 'b.i.d.' },
      { text: 'twice daily' },
      { text: 'two times a day' },
      { text: 'every 12 hours' },
      { text: '1-0-1' },
      { timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } },
      { timing: { repeat: { frequency: 1, period: 12, periodUnit: 'h' } } },
      { timing: { repeat: { timeOfDay: ['08:00:00', '20:00:00'] } } },
      { timing: { code: { coding: [{ code: 'BID' }] } } },
    ];
    for (const way of ways)
      expect(createDosageReader().read([way])?.frequency, JSON.stringify(way)).toEqual({
        times: '2',
        high: undefined,
        per: 'day',
      });
  });
});

describe('dosage structure', () => {
  it('fills what the text does not say, and the text wins where both say', () => {
    expect(
      brief({
        text: 'three times a day',
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 500, unit: 'milligram', code: 'mg' } }],
        route: { coding: [{ system: 'http://snomed.info/sct', code: '26643006' }] },
        asNeededBoolean: true,
      }),
    ).toBe('500 mg 3/day route oral prn');
  });

  it('composes words only where there is no text', () => {
    const reading = createDosageReader().read([
      {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 1 } }],
      },
    ]);
    expect(reading?.text).toBe('1, 1 time per day');
    expect(createDosageReader().read([{ text: ' One daily ' }])?.text).toBe(' One daily ');
  });

  it('knows event codes and the instruction for the patient', () => {
    expect(brief({ timing: { repeat: { when: ['HS'] } } })).toBe('- 1/day night');
    expect(brief({ text: '1 tablet a day', patientInstruction: 'Night/nocte' })).toBe('1 tablet 1/day night');
  });

  it('says nothing of nothing', () => {
    expect(brief()).toBe('nothing');
    expect(brief({ sequence: 1 })).toBe('nothing');
  });
});

describe('several entries', () => {
  it('adds up equal doses at different times of day', () => {
    expect(brief({ text: '1 tablet in the morning' }, { text: '1 tablet at night' })).toBe(
      '1 tablet 2/day morning night',
    );
  });

  it('calls different doses a scheme and keeps both texts', () => {
    const reading = createDosageReader().read([{ text: '15 units before lunch' }, { text: '20 units before dinner' }]);
    expect(reading).toMatchObject({
      byScheme: true,
      perDose: undefined,
      text: '15 units before lunch; 20 units before dinner',
    });
  });
});

it('reads a hostile length of text in linear time', () => {
  const text = `${'1 '.repeat(50_000)}times a day`;
  const start = performance.now();
  createDosageReader().read([{ text }]);
  expect(performance.now() - start).toBeLessThan(200);
});
