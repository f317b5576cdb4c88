import { describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { kindPage, kindSections, otherRecords, PAGE_SIZE } from '../../../../src/web/other/other-items.ts';
import { createNames } from '../../../../src/web/other/reference-names.ts';
import { groupOf } from '../../../../src/web/other/tables/kinds.ts';
import { decidedRecord } from '../../../support/decided-delivery.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';
import { unreachable } from '../../../support/reachable.ts';

const titleOf = (source: string) => `The ${source}`;

function glucose(id: number, more: object = {}) {
  return {
    resourceType: 'Observation',
    id: `o${id}`,
    status: 'final',
    code: { text: 'Glucose' },
    effectiveDateTime: `20${String(10 + (id % 15))}-03-02`,
    valueQuantity: { value: id, unit: 'mmol/L' },
    ...more,
  };
}

describe('other things recorded', () => {
  test.each(SANDBOX_PEOPLE.map((person) => [person.identity.key, person] as const))(
    'every source record of %s is on some page',
    (_key, person) => {
      expect(unreachable(reconciledPerson(person))).toEqual([]);
    },
  );

  test('kinds stand under the headings where people look, with how many and the newest', () => {
    const { sourceRecords, ...record } = decidedRecord(
      {
        gp: [
          glucose(1),
          glucose(2),
          { resourceType: 'Encounter', id: 'e', status: 'finished', class: { code: 'AMB' } } as never,
          { resourceType: 'SearchParameter', id: 's', status: 'active' } as never,
          { resourceType: 'Condition', id: 'c', subject: {}, code: { text: 'Asthma' } } as never,
        ],
      },
      [],
    );
    const sections = kindSections(otherRecords({ ...record, sourceRecords }));
    expect(
      sections.map(({ group, kinds }) => [group, kinds.map(({ kind, count, newest }) => [kind, count, newest])]),
    ).toEqual([
      ['results', [['Observation', 2, '2012-03-02']]],
      ['care', [['Encounter', 1, undefined]]],
      ['rest', [['SearchParameter', 1, undefined]]],
    ]);
  });

  test('what was taken back is in no list, so it stands here', () => {
    const mistake = {
      resourceType: 'Condition',
      id: 'c',
      subject: {},
      code: { text: 'Asthma' },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }],
      },
    };
    const record = decidedRecord({ gp: [mistake] }, []);
    const names = createNames(record);
    const { items } = kindPage(otherRecords(record), { find: '', name: undefined, page: 1 }, titleOf, names);
    expect(items).toMatchObject([{ kind: 'Condition', what: 'Asthma', standing: 'entered-in-error' }]);
    expect(groupOf('Condition')).toBe('apart');
  });
});

describe('a list of one kind', () => {
  const record = decidedRecord(
    {
      gp: [
        ...Array.from({ length: 120 }, (_, index) => glucose(index + 1)),
        glucose(500, { code: { text: 'Sodium' }, effectiveDateTime: undefined }),
      ],
    },
    [],
  );
  const names = createNames(record);
  const page = (query: Partial<Parameters<typeof kindPage>[1]>) =>
    kindPage(otherRecords(record), { find: '', name: undefined, page: 1, ...query }, titleOf, names);

  test('comes in pages, newest first, what has no date last, and every item once', () => {
    const pages = [1, 2, 3].map((number) => page({ page: number }));
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
      [PAGE_SIZE, 121],
      [PAGE_SIZE, 121],
      [21, 121],
    ]);
    const all = pages.flatMap(({ items }) => items);
    expect(new Set(all.map(({ path }) => path)).size).toBe(121);
    expect(all.at(-1)?.what).toBe('Sodium');
    const dates = all.flatMap(({ date }) => date ?? []);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test.each([
    [0, 1],
    [-3, 1],
    [4, 3],
    [1e9, 3],
  ])('page %d is page %d', (asked, given) => expect(page({ page: asked }).page).toBe(given));

  test('tells every name with how many there are, where there is more than a page', () => {
    expect(page({}).names.map(({ name, count }) => [name, count])).toEqual([
      ['Glucose', 120],
      ['Sodium', 1],
    ]);
  });

  test('is searched by name, value and source; and kept to one name', () => {
    expect(page({ find: 'SODIUM' }).items.map(({ what }) => what)).toEqual(['Sodium']);
    expect(page({ find: '77 mmol' }).total).toBe(1);
    expect(page({ find: 'the gp' }).total).toBe(121);
    expect(page({ find: 'nothing like it' })).toMatchObject({ items: [], total: 0, pages: 1 });
    expect(page({ name: 'Sodium' }).total).toBe(1);
  });
});
