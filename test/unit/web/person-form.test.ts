import { describe, expect, test } from 'vitest';
import { checkPersonForm, type PersonFields } from '../../../src/web/add-person/person-form.ts';

const GOOD: PersonFields = {
  given: 'Milo',
  family: 'Okafor',
  day: '6',
  month: '5',
  year: '2017',
  relationship: 'parent',
};
const TODAY = '2026-11-21';

function faults(fields: Partial<PersonFields>): readonly string[] {
  const checked = checkPersonForm({ ...GOOD, ...fields }, TODAY);
  return 'faults' in checked ? checked.faults.map((fault) => fault.field.replace(/^text-/, '')) : [];
}

describe('the form for adding someone', () => {
  test('takes a whole one', () => {
    expect(checkPersonForm(GOOD, TODAY)).toEqual({
      person: { given: 'Milo', family: 'Okafor', birthDate: '2017-05-06', relationship: 'parent' },
    });
  });

  test('names all faults at once', () => {
    const empty = { given: '', family: '', day: '', month: '', year: '', relationship: '' };
    expect(faults(empty)).toEqual(['given', 'family', 'birth-day', 'relationship']);
  });

  test.each([
    ['a day that is not there', { day: '31', month: '2' }],
    ['a month too many', { month: '13' }],
    ['tomorrow', { day: '22', month: '11', year: '2026' }],
    ['words', { day: 'six' }],
    ['two digits of a year', { year: '17' }],
    ['long ago', { year: '1800' }],
  ])('refuses %s', (_, fields) => expect(faults(fields)).toEqual(['birth-day']));

  test.each([[{ relationship: 'self' }], [{ relationship: 'friend' }]])('refuses %j', (fields) => {
    expect(faults(fields)).toEqual(['relationship']);
  });

  test('takes a leap day and today', () => {
    expect(faults({ day: '29', month: '2', year: '2024' })).toEqual([]);
    expect(faults({ day: '21', month: '11', year: '2026' })).toEqual([]);
  });
});
