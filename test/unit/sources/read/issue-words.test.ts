import { describe, expect, it } from 'vitest';
import { issueWords, saysIncomplete } from '../../../../src/sources/read/issue-words.ts';

describe('issueWords', () => {
  it('explains by codes alone', () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [
        { code: 'forbidden', diagnostics: 'Anna may not' },
        { code: 'forbidden' },
        { code: 'invalid', details: { text: 'Anna', coding: [{ code: 'NO_PATIENT_CONSENT' }] } },
      ],
    };
    expect(issueWords(outcome)).toBe(
      'it does not allow this; the person has asked the practice not to share the record',
    );
  });

  it.each([
    undefined,
    {},
    { resourceType: 'OperationOutcome' },
    { resourceType: 'OperationOutcome', issue: [{ code: 'x"><script>' }, 7] },
  ])('says nothing of %j', (outcome) => {
    expect(issueWords(outcome)).toBeUndefined();
  });
});

describe('saysIncomplete', () => {
  it.each([
    [{ severity: 'error', code: 'processing' }, true],
    [{ severity: 'warning', code: 'suppressed' }, true],
    [{ severity: 'warning', code: 'not-supported' }, false],
    [{ severity: 'information', code: 'incomplete' }, false],
  ])('%j', (issue, expected) => {
    expect(saysIncomplete({ resourceType: 'OperationOutcome', issue: [issue] })).toBe(expected);
  });
});
