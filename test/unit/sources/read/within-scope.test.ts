import { describe, expect, it } from 'vitest';
import type { ReadState } from '../../../../src/record/completeness.ts';
import { scopeCoverage } from '../../../../src/sources/oauth/scope-coverage.ts';
import { withGrantedScope } from '../../../../src/sources/read/within-scope.ts';

describe('scopeCoverage', () => {
  it.each([
    ['patient/*.rs', 'covered'],
    ['launch/patient patient/Condition.read', 'covered'],
    ['patient/Condition.*', 'covered'],
    ['system/Condition.s', 'covered'],
    ['user/*.cruds', 'covered'],
    ['patient/Condition.rs?category=problem-list-item', 'in-part'],
    ['patient/Condition.rs?category=x patient/Condition.rs', 'covered'],
    ['patient/Procedure.rs', 'not-covered'],
    ['patient/Condition.write', 'not-covered'],
    ['patient/Condition.cud', 'not-covered'],
    ['PATIENT', 'unknown'],
    ['openid launch/patient', 'unknown'],
    [undefined, 'unknown'],
  ])('%s: %s', (granted, coverage) => {
    expect(scopeCoverage(granted, 'Condition')).toBe(coverage);
  });
});

describe('withGrantedScope', () => {
  const outcome = (state: ReadState) => ({ type: 'Condition', state, received: 0, reason: undefined });

  it('calls nothing "nothing there" that was not granted', () => {
    const told = withGrantedScope(outcome('nothing-there'), 'patient/Procedure.rs', 'patient');
    expect(told.state).toBe('refused');
    expect(told.reason).toContain('Sign in there again');
    expect(withGrantedScope(outcome('nothing-there'), 'system/Procedure.rs', 'backend').reason).toContain('gateway');
  });

  it('says that a part was granted', () => {
    expect(withGrantedScope(outcome('done'), 'patient/Condition.rs?category=x', 'patient').state).toBe('partial');
  });

  it.each<[ReadState, string | undefined]>([
    ['nothing-there', 'patient/*.rs'],
    ['nothing-there', 'PATIENT'],
    ['nothing-there', undefined],
    ['failed', 'patient/Procedure.rs'],
    ['done', 'patient/Procedure.rs'],
  ])('leaves %s under %s as it is', (state, scope) => {
    expect(withGrantedScope(outcome(state), scope, undefined)).toEqual(outcome(state));
  });
});
