import { describe, expect, test } from 'vitest';
import { createJudge, mayReadAll, mayReadSome, readRights, typesOf } from '../../../src/access/read-rights.ts';
import { intersectScopes } from '../../../src/access/intersect-scopes.ts';
import { parseScopes } from '../../../src/access/parse-scopes.ts';
import type { R4Resource } from '../../../src/record/fhir/types.ts';
import { grantOf } from '../../fixtures/grant-of.ts';

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';
const observation = (category: string, status = 'final') =>
  ({
    resourceType: 'Observation',
    id: 'o',
    status,
    category: [{ coding: [{ system: SYSTEM, code: category }] }],
    code: { text: 'x' },
  }) as R4Resource;
const condition = { resourceType: 'Condition', id: 'c', subject: {} } as R4Resource;

const judge = (scope: string, interaction: 'read' | 'search' | 'everything' = 'read') =>
  createJudge(readRights(grantOf(scope), interaction));

describe('a granular scope', () => {
  test('gives the records that meet it, by system and code, and none of another type', () => {
    const may = judge(`patient/Observation.rs?category=${SYSTEM}|laboratory`);
    expect(may(observation('laboratory'))).toBe(true);
    expect(may(observation('vital-signs'))).toBe(false);
    expect(may(condition)).toBe(false);
    expect(judge('patient/Observation.rs?category=https://other.example|laboratory')(observation('laboratory'))).toBe(
      false,
    );
  });

  test('all its parameters must hold; of several scopes any does', () => {
    const both = judge('patient/Observation.rs?category=laboratory&status=final');
    expect(both(observation('laboratory'))).toBe(true);
    expect(both(observation('laboratory', 'amended'))).toBe(false);
    const either = judge('patient/Observation.rs?category=laboratory patient/Observation.rs?status=amended');
    expect(either(observation('laboratory'))).toBe(true);
    expect(either(observation('vital-signs', 'amended'))).toBe(true);
    expect(either(observation('vital-signs'))).toBe(false);
  });

  test('beside one for the whole type narrows nothing', () => {
    const rights = readRights(grantOf('patient/Observation.rs?category=laboratory patient/Observation.rs'), 'read');
    expect(rights).toEqual({ whole: ['Observation'], some: [] });
    expect(readRights(grantOf('patient/Observation.rs?category=laboratory patient/*.rs'), 'read').some).toEqual([]);
  });

  test('for every type holds for those types that have the parameter', () => {
    const may = judge('patient/*.rs?category=laboratory');
    expect(may(observation('laboratory'))).toBe(true);
    expect(may(observation('vital-signs'))).toBe(false);
    expect(may({ resourceType: 'Device', id: 'd' })).toBe(false);
  });

  test('says which types it gives some of', () => {
    const rights = readRights(grantOf('patient/Condition.rs patient/Observation.rs?category=laboratory'), 'read');
    expect(typesOf(rights)).toEqual(['Condition', 'Observation']);
    expect([mayReadAll(rights, 'Observation'), mayReadSome(rights, 'Observation')]).toEqual([false, true]);
    expect(mayReadSome(rights, 'Encounter')).toBe(false);
  });
});

describe('everything takes the right to read and the right to search, on the same record', () => {
  test.each([
    ['patient/Observation.r?category=laboratory patient/Observation.s', [true, false]],
    ['patient/Observation.r patient/Observation.s?category=laboratory', [true, false]],
    ['patient/Observation.r?category=laboratory patient/Observation.s?category=vital-signs', [false, false]],
    ['patient/Observation.r?category=laboratory patient/*.s', [true, false]],
    ['patient/*.r patient/Observation.s?category=laboratory', [true, false]],
    ['patient/Observation.r?category=laboratory patient/*.s?status=final', [true, false]],
    ['patient/*.r?category=laboratory patient/Observation.s', [true, false]],
    ['patient/Observation.r?category=laboratory', [false, false]],
  ])('%s', (scope, [laboratory, vitalSigns]) => {
    const may = judge(scope, 'everything');
    expect([may(observation('laboratory')), may(observation('vital-signs'))]).toEqual([laboratory, vitalSigns]);
  });
});

test('equal rights are equal as text, however they were written', () => {
  const one = readRights(grantOf('patient/B.rs patient/Observation.rs?status=final&category=a patient/A.rs'), 'read');
  const other = readRights(
    grantOf('patient/A.rs patient/B.rs patient/B.rs patient/Observation.rs?category=a&status=final'),
    'read',
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

describe('a ceiling', () => {
  const under = (scope: string, ceiling: string) => intersectScopes(parseScopes(scope), parseScopes(ceiling));

  test.each([
    ['patient/*.rs', 'patient/Condition.r', [['Condition', true, false, 0]]],
    ['patient/Condition.rs', 'patient/*.rs', [['Condition', true, true, 0]]],
    ['patient/Condition.rs', 'patient/Observation.rs', []],
    ['user/Condition.rs', 'patient/Condition.rs', []],
    ['patient/Condition.r', 'patient/Condition.s', []],
    ['patient/Observation.rs?status=final', 'patient/Observation.rs?category=a', [['Observation', true, true, 2]]],
  ])('%s under %s', (scope, ceiling, expected) => {
    const scopes = under(scope, ceiling).map(({ type, read, search, filters }) => [type, read, search, filters.length]);
    expect(scopes).toEqual(expected);
  });
});
