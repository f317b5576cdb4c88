/** `docs/rules.md`, forms: which forms of one ingredient are one therapy, across sources and without a strength to help. */
import { describe, expect, test } from 'vitest';
import { decided, groupsOf, issueCodes, medicine, source } from '../decide/decided-record.ts';

function groupsOfPair(one: string, other: string): readonly string[] {
  return groupsOf(decided([source('gp', [medicine('a', one)]), source('hospital', [medicine('b', other)])]));
}

const FORMS: Readonly<Record<string, readonly string[]>> = {
  Estradiol: ['tablets', 'patches', 'gel', 'pessaries'],
  Hydrocortisone: ['tablets', 'cream', 'ointment', 'eye drops', 'suppositories', 'injection'],
  Salbutamol: ['tablets', 'inhaler', 'nebuliser liquid', 'oral solution'],
  'Glyceryl trinitrate': ['sublingual tablets', 'patches', 'ointment'],
  Chloramphenicol: ['eye drops', 'ear drops', 'capsules'],
  Ketoconazole: ['cream', 'shampoo', 'tablets'],
};

const apart = Object.entries(FORMS).flatMap(([name, forms]) =>
  forms.flatMap((one, index) => forms.slice(index + 1).map((other) => [`${name} ${one}`, `${name} ${other}`] as const)),
);

describe('stay apart', () => {
  test.each(apart)('%s and %s', (one, other) => {
    expect(groupsOfPair(one, other)).toEqual(['gp/a', 'hospital/b']);
  });
});

describe('are one', () => {
  test.each([
    ['Ramipril 5mg tablets', 'Ramipril 5mg capsules', ['form-differs']],
    ['Paracetamol 500mg caplets', 'Paracetamol 500mg tablets', ['form-differs']],
    ['Hydrocortisone topical', 'Hydrocortisone cream', []],
    ['Salbutamol inhaler', 'Salbutamol metered dose inhaler', []],
  ])('%s and %s', (one, other, differences) => {
    const record = decided([source('gp', [medicine('a', one)]), source('hospital', [medicine('b', other)])]);
    expect(groupsOf(record)).toEqual(['gp/a hospital/b']);
    expect(issueCodes(record)).toEqual(differences);
  });
});
