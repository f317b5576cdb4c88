import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReaders } from '../../../../src/record/facts/create-readers.ts';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { medicineRows } from '../../../../src/services/medicine-rows.ts';
import { filterMedicines, readFilter, STANDINGS, USES, useOf } from '../../../../src/web/medicines/medicine-filter.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';

const SOURCES = ['gp', 'hospital', 'specialist'];
const rows = medicineRows({
  record: reconciledPerson(SANDBOX_PEOPLE[0] as (typeof SANDBOX_PEOPLE)[number]),
  titleOf: (source) => source,
  readers: createReaders(),
});
const shown = (query: Record<string, unknown>) => filterMedicines(rows, readFilter(query, SOURCES));

describe('what is chosen', () => {
  test('every standing, and every use, together show each medicine once', () => {
    for (const [name, values] of [
      ['standing', STANDINGS],
      ['use', USES],
    ] as const) {
      const found = values.flatMap((value) => shown({ [name]: value }).map(({ reference }) => reference));
      expect(found.toSorted()).toEqual(rows.map(({ reference }) => reference).toSorted());
    }
    expect(shown({ use: 'past' }).every((row) => useOf(row) === 'past')).toBe(true);
  });

  test('a search finds words of the name, of another name, of the dose and of the reason, in any order', () => {
    expect(shown({ search: 'TABLETS lasix' }).map(({ name }) => name)).toEqual(['Furosemide 40mg tablets']);
    expect(shown({ search: 'heart failure' }).map(({ name }) => name)).toContain('Furosemide 40mg tablets');
    expect(shown({ search: 'anticoagulant' }).length).toBeGreaterThan(0);
    expect(shown({ search: 'no such words' })).toEqual([]);
  });

  test('a source shows what it says or copies', () => {
    const names = shown({ source: 'specialist' }).map(({ name }) => name);
    expect(names).toContain('Allopurinol 300mg tablets');
    expect(names).toContain('water tablet');
    expect(names).not.toContain('Doxazosin 4mg tablets');
  });

  test('sorting loses nothing; what differs, or is newest, comes first', () => {
    for (const sort of ['name', 'newest', 'standing']) expect(shown({ sort })).toHaveLength(rows.length);
    expect(shown({ sort: 'standing' })[0]?.standing).toBe('differs');
    const [first, last] = [shown({ sort: 'newest' })[0], shown({ sort: 'newest' }).at(-1)];
    const newest = (row: typeof first) =>
      row?.statedBy
        .map(({ date = '' }) => date)
        .toSorted()
        .at(-1) ?? '';
    expect(newest(first) > newest(last)).toBe(true);
  });

  test('nothing in an address breaks the list', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('search', 'standing', 'source', 'use', 'sort'), fc.anything()),
        (query) => {
          expect(shown(query).length).toBeLessThanOrEqual(rows.length);
        },
      ),
    );
  });
});
