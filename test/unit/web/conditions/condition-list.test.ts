import { describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { listConditions, type ConditionList } from '../../../../src/web/conditions/condition-list.ts';
import { decidedRecord, type Delivery } from '../../../support/decided-delivery.ts';
import { thingInput } from '../../../support/page-lists.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';

function condition(id: string, text: string, more: object = {}) {
  return { resourceType: 'Condition', id, subject: {}, code: { text }, ...clinical('active'), ...more };
}

function clinical(code: string) {
  return {
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code }],
    },
  };
}

function list(delivery: Delivery): ConditionList {
  return listConditions(thingInput(decidedRecord(delivery, [])));
}

const names = (rows: readonly { readonly what: string | undefined }[]) => rows.map(({ what }) => what);

describe('the conditions of an invented person', () => {
  const zofia = SANDBOX_PEOPLE.find(({ identity }) => identity.key === 'zofia');
  if (zofia === undefined) throw new Error('no zofia');
  const { current, others } = listConditions(thingInput(reconciledPerson(zofia)));

  test('"Lives alone" stands among the other things, not among conditions', () => {
    expect(names(others)).toContain('Lives alone');
    expect(names(current)).not.toContain('Lives alone');
  });

  test('a stage that differs is told with who says which; the name is only what they share', () => {
    const kidneys = current.find(({ what }) => what === 'Chronic kidney disease');
    expect(kidneys?.standing).toBe('differs');
    expect(kidneys?.differences).toEqual([
      {
        code: 'severity-or-stage-differs',
        values: [
          expect.objectContaining({ value: '3a', who: ['The gp'] }),
          expect.objectContaining({ value: '3b', who: ['The hospital'] }),
        ],
      },
    ]);
  });

  test('every row has a name, a page of its own and somebody who says so', () => {
    for (const row of [...current, ...others]) {
      expect(row.what).toBeTruthy();
      expect(row.path).toMatch(/^\/conditions\/[0-9a-f]{32}$/);
      expect([...row.statedBy, ...row.copiedBy]).not.toEqual([]);
    }
  });
});

describe('conditions', () => {
  test('are past only where every source says so', () => {
    const { current, past } = list({
      gp: [condition('a', 'Asthma'), condition('b', 'Gout', clinical('resolved'))],
      hospital: [condition('c', 'Asthma', clinical('resolved')), condition('d', 'Gout', clinical('inactive'))],
    });
    expect(names(current)).toEqual(['Asthma']);
    expect(current[0]?.statuses).toEqual([
      { value: 'active', who: ['The gp'] },
      { value: 'resolved', who: ['The hospital'] },
    ]);
    expect(names(past)).toEqual(['Gout']);
  });

  test('that were ruled out stand apart', () => {
    const refuted = {
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
      },
    };
    const { current, ruledOut } = list({ gp: [condition('a', 'Asthma', refuted), condition('b', 'Gout')] });
    expect([names(current), names(ruledOut)]).toEqual([['Gout'], ['Asthma']]);
  });

  test('a statement that there are none is the source’s statement and no item', () => {
    const { current, statedNone } = list({
      gp: [condition('a', 'No current problems', { recordedDate: '2024-03-02' })],
    });
    expect(current).toEqual([]);
    expect(statedNone).toMatchObject([{ words: 'No current problems', who: ['The gp'], date: '2024-03-02' }]);
  });

  test('may be the same as others, with a link and the reason', () => {
    const { current } = list({ gp: [condition('a', 'Diabetes')], hospital: [condition('b', 'Type 2 diabetes')] });
    expect(current.map(({ what, mayBeSame }) => [what, mayBeSame])).toEqual([
      ['Diabetes', [{ path: current[1]?.path, what: 'Type 2 diabetes', reason: 'general-or-specific' }]],
      ['Type 2 diabetes', [{ path: current[0]?.path, what: 'Diabetes', reason: 'general-or-specific' }]],
    ]);
  });

  test('are named with every other wording, and where each source lists them', () => {
    const category = { category: [{ coding: [{ code: 'encounter-diagnosis' }] }] };
    const { current } = list({
      gp: [condition('a', 'Hypertension')],
      hospital: [condition('b', 'Essential hypertension', category)],
    });
    expect(current).toHaveLength(1);
    const [row] = current;
    expect([row?.what, ...(row?.otherNames ?? []).map(({ value }) => value)].sort()).toEqual([
      'Essential hypertension',
      'Hypertension',
    ]);
    expect(row?.listedAs).toEqual([{ value: 'encounter-diagnosis', who: ['The hospital'], isCode: true }]);
  });

  test('that name nothing cannot be compared; those that do are only in one place', () => {
    const { current, others } = list({ gp: [condition('a', 'See letter'), condition('b', 'Gout')], hospital: [] });
    expect([...current, ...others].map(({ what, standing }) => [what, standing])).toEqual([
      ['Gout', 'only here'],
      ['See letter', 'cannot compare'],
    ]);
  });

  test('without a name are rows all the same', () => {
    const { current } = list({ gp: [{ resourceType: 'Condition', id: 'a', subject: {} } as never] });
    expect(current).toMatchObject([{ what: undefined, statedBy: ['The gp'], standing: 'cannot compare' }]);
  });
});
