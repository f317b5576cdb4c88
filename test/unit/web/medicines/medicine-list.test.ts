import { describe, expect, test } from 'vitest';
import { createReaders } from '../../../../src/record/facts/create-readers.ts';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { medicineRows } from '../../../../src/services/medicine-rows.ts';
import { readFilter } from '../../../../src/web/medicines/medicine-filter.ts';
import { listMedicines } from '../../../../src/web/medicines/medicine-list.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';

function listOf(person: (typeof SANDBOX_PEOPLE)[number], query: Record<string, string> = {}) {
  const record = reconciledPerson(person);
  const medicines = medicineRows({ record, titleOf: (source) => source, readers: createReaders() });
  return listMedicines({ record, medicines, titleOf: (source) => source, entries: [], filter: readFilter(query, []) });
}

const [zofia] = SANDBOX_PEOPLE as readonly [(typeof SANDBOX_PEOPLE)[number]];

describe('what may be the same', () => {
  test('stands together in the order of names, wherever its names would put it', () => {
    const names = listOf(zofia).regular.map(({ name }) => name);
    expect(names[names.indexOf('Furosemide 40mg tablets') + 1]).toBe('water tablet');
    expect(
      listOf(zofia, { sort: 'newest' })
        .regular.map(({ name }) => name)
        .toSorted(),
    ).toEqual(names.toSorted());
  });
});

describe('doses', () => {
  const find = (name: string) => listOf(zofia).regular.find((row) => row.name === name);

  test('of the same in other words no wording is dropped, and nobody says that they differ', () => {
    const furosemide = find('Furosemide 40mg tablets');
    expect(furosemide?.doses.map(({ value }) => value)).toEqual(['One tablet each morning', '1 tablet in the morning']);
    expect([furosemide?.dosesDiffer, furosemide?.doseDiffers, furosemide?.differing]).toEqual([false, false, []]);
  });

  test('in words that stand beside each other differ only where how much or how often does', () => {
    expect(find('Ramipril')).toMatchObject({ dosesDiffer: true, doseDiffers: false, differing: ['form-differs'] });
    expect(find('Atorvastatin 20 mg tablets')).toMatchObject({ doseDiffers: true, differing: ['dose-differs'] });
  });

  test('of tablets that are not as strong are never said to be the same', () => {
    const amlodipine = find('Amlodipine');
    expect(amlodipine?.doses.length).toBe(2);
    expect(amlodipine).toMatchObject({ dosesDiffer: false, differing: ['strength-differs'], dosesApart: true });
    expect(find('Furosemide 40mg tablets')?.dosesApart).toBe(false);
  });
});
