/** What scopes allow at the hospital. */
import { describe, expect, test } from 'vitest';
import {
  mayHaveEverything,
  mayRead,
  maySearch,
  patientScopes,
} from '../../../../src/sandbox/servers/patient-scopes.ts';

const scopes = (...words: string[]): ReadonlySet<string> => new Set(words);

describe('patient scopes', () => {
  test.each([
    ['patient/Condition.rs', true, true],
    ['patient/Condition.r', true, false],
    ['patient/Condition.s', false, true],
    ['patient/Condition.read', true, true],
    ['patient/*.rs', true, true],
    ['patient/Observation.rs', false, false],
    ['user/Condition.rs', false, false],
  ])('%s: read %s, search %s', (scope, read, search) => {
    expect(mayRead(scopes(scope), 'Condition')).toBe(read);
    expect(maySearch(scopes(scope), 'Condition')).toBe(search);
  });

  test('$everything needs all types, not many', () => {
    expect(mayHaveEverything(scopes('patient/Condition.rs', 'patient/Patient.rs'))).toBe(false);
    expect(mayHaveEverything(scopes('patient/*.rs'))).toBe(true);
    expect(mayHaveEverything(scopes('patient/*.r'))).toBe(false);
  });

  test('every form an app may ask for is known', () => {
    expect(patientScopes(['Condition'])).toEqual(
      expect.arrayContaining(['launch/patient', 'patient/Condition.rs', 'patient/Condition.read', 'patient/*.rs']),
    );
  });
});
