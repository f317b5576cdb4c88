import { describe, expect, test } from 'vitest';
import type { SourceCompleteness, SourceState } from '../../../../src/record/completeness.ts';
import { listAllergies, type AllergyList } from '../../../../src/web/allergies/allergy-list.ts';
import { decidedRecord, type Delivery } from '../../../support/decided-delivery.ts';
import { thingInput } from '../../../support/page-lists.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';

function allergy(id: string, text: string, more: object = {}) {
  return {
    resourceType: 'AllergyIntolerance',
    id,
    patient: {},
    clinicalStatus: { coding: [{ system: CLINICAL, code: 'active' }] },
    code: { text },
    ...more,
  };
}

function read(source: string, state: SourceState = 'complete'): SourceCompleteness {
  return {
    source,
    title: `The ${source}`,
    state,
    lastSuccess: undefined,
    reason: undefined,
    types: [],
    noLongerReturned: 0,
  };
}

function list(delivery: Delivery, completeness: readonly SourceCompleteness[] = []): AllergyList {
  return listAllergies({ ...thingInput(decidedRecord(delivery, [])), completeness });
}

describe('allergies', () => {
  test('tell each reaction with who tells of it, and what kind it is', () => {
    const rash = { manifestation: [{ text: 'Rash' }], severity: 'mild' };
    const { current } = list({
      gp: [allergy('a', 'Penicillin', { type: 'allergy', reaction: [rash], category: ['medication'] })],
      hospital: [
        allergy('b', 'Penicillin', { type: 'allergy', reaction: [rash, { manifestation: [{ text: 'Wheeze' }] }] }),
      ],
    });
    expect(current).toHaveLength(1);
    expect(current[0]).toMatchObject({
      what: 'Penicillin',
      kinds: [{ value: 'allergy', who: ['The gp', 'The hospital'] }],
      categories: ['medication'],
      reactions: [
        { what: 'Rash', severity: 'mild', who: ['The gp', 'The hospital'] },
        { what: 'Wheeze', severity: undefined, who: ['The hospital'] },
      ],
      standing: 'agrees',
    });
  });

  test('that may be dangerous come first', () => {
    const { current } = list({
      gp: [allergy('a', 'Cetirizine'), allergy('b', 'Latex', { criticality: 'high' }), allergy('c', 'Peanut')],
    });
    expect(current.map(({ what }) => what)).toEqual(['Latex', 'Cetirizine', 'Peanut']);
  });

  test('"no known allergies" is a statement with its date, said to stand against an allergy elsewhere', () => {
    const delivery = { gp: [allergy('a', 'No known allergies', { recordedDate: '2020-05-03' })] };
    const alone = list(delivery);
    expect(alone.current).toEqual([]);
    expect(alone.statements).toMatchObject([
      { scope: 'allergies', words: 'No known allergies', who: ['The gp'], date: '2020-05-03', isDenied: false },
    ]);
    const denied = list({ ...delivery, hospital: [allergy('b', 'Peanut')] });
    expect(denied.statements).toMatchObject([{ isDenied: true }]);
    expect(denied.current[0]?.differences).toEqual([{ code: 'denied', values: [] }]);
  });

  test('"no information" is told as that, never as none', () => {
    const { current, statements } = list({ gp: [allergy('a', 'No information about allergies')] });
    expect(current).toEqual([]);
    expect(statements).toMatchObject([{ scope: 'no-information', who: ['The gp'] }]);
  });

  test('a source that was read and lists none is named; one that was not read is not', () => {
    const { silent } = list({ gp: [allergy('a', 'Peanut')] }, [
      read('gp'),
      read('hospital'),
      read('clinic', 'failed'),
      read('own'),
    ]);
    expect(silent).toEqual(['The hospital']);
  });

  test('that ended or were ruled out stand apart', () => {
    const { current, past, ruledOut } = list({
      gp: [
        allergy('a', 'Peanut', { clinicalStatus: { coding: [{ system: CLINICAL, code: 'resolved' }] } }),
        allergy('b', 'Latex', {
          verificationStatus: {
            coding: [
              { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'refuted' },
            ],
          },
        }),
        allergy('c', 'Egg'),
      ],
    });
    expect([current, past, ruledOut].map((rows) => rows.map(({ what }) => what))).toEqual([
      ['Egg'],
      ['Peanut'],
      ['Latex'],
    ]);
  });
});
