/** `docs/rules.md`, conditions: what never joins, although it looks alike. */
import { describe, expect, test } from 'vitest';
import { condition, decided, groupsOf, source } from '../decide/decided-record.ts';

const REFUTED = {
  verificationStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
  },
};

function groupsOfPair(one: object, other: object): readonly string[] {
  return groupsOf(decided([source('gp', [one]), source('hospital', [other])]));
}

describe('stay apart', () => {
  test.each([
    ['', ''],
    ['See letter', 'See letter'],
    ['Unknown', 'Unknown'],
    ['Asthma', 'No asthma'],
    ['Asthma', 'Family history of asthma'],
    ['Breast cancer', 'History of breast cancer'],
    ['Left knee osteoarthritis', 'Right knee osteoarthritis'],
    ['Type 1 diabetes mellitus', 'Type 2 diabetes mellitus'],
    ['Arteritis', 'Arthritis'],
  ])('"%s" and "%s"', (one, other) => {
    expect(groupsOfPair(condition('a', one), condition('b', other))).toEqual(['gp/a', 'hospital/b']);
  });

  test('what one source asserts and another refutes', () => {
    expect(groupsOfPair(condition('a', 'Asthma'), condition('b', 'Asthma', REFUTED))).toEqual(['gp/a', 'hospital/b']);
    expect(groupsOfPair(condition('a', 'Asthma', REFUTED), condition('b', 'Asthma', REFUTED))).toEqual([
      'gp/a hospital/b',
    ]);
  });
});

describe('are one', () => {
  test.each([
    ['Asthma', 'Suspected asthma'],
    ['Quintarel syndrome', 'quintarel  Syndrome.'],
    ['Heart failure', 'Congestive cardiac failure'],
    ['Osteoarthritis of left knee', 'Knee osteoarthritis'],
  ])('"%s" and "%s"', (one, other) => {
    expect(groupsOfPair(condition('a', one), condition('b', other))).toEqual(['gp/a hospital/b']);
  });
});
