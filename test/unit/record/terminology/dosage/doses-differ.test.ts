import { describe, expect, it } from 'vitest';
import { createDosageReader } from '../../../../../src/record/terminology/dosage/create-dosage-reader.ts';
import { dosesDiffer } from '../../../../../src/record/terminology/dosage/doses-differ.ts';

const reader = createDosageReader();

function compare(a: string, b: string, strengthA?: string, strengthB?: string): string {
  const result = dosesDiffer(
    { reading: reader.read([{ text: a }]), strengthMg: strengthA },
    { reading: reader.read([{ text: b }]), strengthMg: strengthB },
  );
  return `${result.dose} ${result.frequency}`;
}

describe('dosesDiffer', () => {
  it.each([
    ['1 tablet bd', 'one to be taken twice a day', undefined, undefined, 'equal equal'],
    ['1 tablet bd', 'one daily', undefined, undefined, 'equal differs'],
    ['1 tablet bd', '2 tablets bd', undefined, undefined, 'differs equal'],
    ['20 mg daily', '1 tablet daily', undefined, undefined, 'cannot-compare equal'],
    ['20 mg daily', '1 tablet daily', undefined, '20', 'equal equal'],
    ['20 mg daily', '1 tablet daily', undefined, '40', 'differs equal'],
    ['two tablets daily', '1 tablet daily', '20', '40', 'equal equal'],
    ['two tablets daily', '1 tablet daily', '20', undefined, 'cannot-compare equal'],
    ['500 micrograms daily', '0.5 mg daily', undefined, undefined, 'equal equal'],
    ['1.10 mL daily', '1.1 mL daily', undefined, undefined, 'equal equal'],
    ['5 mL daily', '250 mg daily', '50', undefined, 'equal equal'],
    ['10 units daily', '1 tablet daily', undefined, undefined, 'cannot-compare equal'],
    ['once a week', 'every 7 days', undefined, undefined, 'equal equal'],
    ['10 mg weekly', '10 mg daily', undefined, undefined, 'equal differs'],
    ['every 28 days', 'monthly', undefined, undefined, 'equal cannot-compare'],
    ['as directed', '1 tablet daily', undefined, undefined, 'cannot-compare cannot-compare'],
    ['as directed', 'As directed', undefined, undefined, 'equal equal'],
    ['1 tablet', 'once daily', undefined, undefined, 'equal equal'],
    ['1-2 tablets qds', '1 tablet qds', undefined, undefined, 'differs equal'],
  ])('%s | %s', (a, b, strengthA, strengthB, expected) => {
    expect(compare(a, b, strengthA, strengthB)).toBe(expected);
    expect(compare(b, a, strengthB, strengthA)).toBe(expected);
  });

  it('a side without a dosage is no difference', () => {
    expect(dosesDiffer({ reading: undefined }, { reading: reader.read([{ text: '1 daily' }]) })).toEqual({
      dose: 'equal',
      frequency: 'equal',
    });
  });
});
