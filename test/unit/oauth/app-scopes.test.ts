import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grantableScopes, isWithin, meaningOf, needsPatient } from '../../../src/oauth/app-scopes.ts';
import { runs } from '../../support/runs.ts';

describe('scopes that can be granted', () => {
  test.each([
    ['patient/*.rs', 'patient/*.rs'],
    ['patient/*.read', 'patient/*.read'],
    ['patient/*.*', 'patient/*.read'],
    ['patient/Observation.cruds', 'patient/Observation.rs'],
    ['patient/Observation.r', 'patient/Observation.r'],
    ['patient/Observation.s', 'patient/Observation.s'],
    ['patient/Observation.dus', ''],
    ['patient/Observation.cud', ''],
    ['patient/Observation.write', ''],
    ['patient/Nonsense.rs', ''],
    ['user/Observation.rs system/*.rs', ''],
    ['launch launch/encounter online_access', ''],
    ['launch/patient offline_access', 'launch/patient offline_access'],
    ['fhirUser profile', ''],
    ['fhirUser openid', 'fhirUser openid'],
    ['openid openid patient/*.rs patient/*.rs', 'openid patient/*.rs'],
    ['patient/Observation.rs?category=laboratory', 'patient/Observation.rs?category=laboratory'],
    ['', ''],
  ])('%s gives %s', (asked, granted) => {
    expect(grantableScopes(asked).join(' ')).toBe(granted);
  });

  test('all that is granted on resources is reading of one patient, and was asked for', () => {
    const word = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('patient', 'user', 'system'),
          fc.constantFrom('*', 'Observation', 'Condition', 'Nothing'),
          fc.constantFrom('read', 'write', '*', 'cruds', 'rs', 'sr', 'r', 'c', 'us'),
          fc.constantFrom('', '?category=laboratory', '?a=b&c', '?'),
        )
        .map(([level, type, suffix, query]) => `${level}/${type}.${suffix}${query}`),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const asked = words.join(' ');
        for (const scope of grantableScopes(asked).filter((one) => one.startsWith('patient/'))) {
          expect(meaningOf(scope)).toMatchObject({ level: 'patient' });
          expect(scope).toMatch(/^patient\/[A-Za-z*]+\.(read|rs|r|s)(\?.*)?$/);
          expect(asked).toContain(scope.slice(0, scope.indexOf('.')));
        }
        expect(grantableScopes(grantableScopes(asked).join(' '))).toEqual(grantableScopes(asked));
      }),
      runs(300),
    );
  });
});

describe('an answer lies within what was asked', () => {
  test.each([
    ['patient/Condition.rs', 'patient/*.rs', true],
    ['patient/Condition.read', 'patient/*.read', true],
    ['patient/*.rs', 'patient/*.rs', true],
    ['patient/Condition.rs', 'patient/*.read', false],
    ['patient/Condition.rs', 'patient/Observation.rs', false],
    ['patient/*.rs', 'patient/Condition.rs', false],
    ['patient/Nonsense.rs', 'patient/*.rs', false],
    ['user/Condition.rs', 'patient/*.rs', false],
    ['offline_access', 'openid patient/*.rs', false],
  ])('%s in %s: %s', (scope, asked, within) => {
    expect(isWithin(scope, asked.split(' '))).toBe(within);
  });
});

test('a patient is named wherever their record can be read, or was asked for', () => {
  expect(needsPatient(['patient/Condition.rs'])).toBe(true);
  expect(needsPatient(['launch/patient'])).toBe(true);
  expect(needsPatient(['openid', 'fhirUser', 'offline_access'])).toBe(false);
});
