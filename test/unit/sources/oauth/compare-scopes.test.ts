import { describe, expect, it } from 'vitest';
import { compareScopes } from '../../../../src/sources/oauth/compare-scopes.ts';

describe('compareScopes', () => {
  it.each([
    ['openid patient/*.rs', 'patient/*.rs openid', [], []],
    ['patient/*.rs', 'patient/*.read', [], []],
    [
      'patient/*.rs offline_access',
      'patient/Condition.rs',
      ['patient/*.rs', 'offline_access'],
      ['patient/Condition.rs'],
    ],
    ['patient/*.rs', '', ['patient/*.rs'], []],
    ['PATIENT', ' PATIENT  extra ', [], ['extra']],
  ])('%s against %s', (requested, granted, notGranted, unasked) => {
    expect(compareScopes(requested, granted)).toEqual({ notGranted, unasked });
  });
});
