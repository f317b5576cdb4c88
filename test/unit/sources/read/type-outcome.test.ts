import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../src/ports/source-connector.ts';
import { typeOutcome } from '../../../../src/sources/read/type-outcome.ts';

const BASE = { type: 'Condition', received: 0, answered: true, shortfall: undefined, remarks: [] };

describe('typeOutcome', () => {
  it('tells nothing there from not read', () => {
    expect(typeOutcome(BASE)).toEqual({ type: 'Condition', state: 'nothing-there', received: 0, reason: undefined });
    expect(
      typeOutcome({
        ...BASE,
        answered: false,
        shortfall: new SourceError('unreachable', 'The source cannot be reached.'),
      }).state,
    ).toBe('failed');
    expect(
      typeOutcome({
        ...BASE,
        answered: false,
        shortfall: new SourceError('refused', 'The source refused this (status 403).'),
      }).state,
    ).toBe('refused');
    expect(
      typeOutcome({
        ...BASE,
        answered: false,
        shortfall: new SourceError('not-found', 'The source refused this (status 403).'),
      }).state,
    ).toBe('refused');
  });

  it('is partial with any shortfall or remark, and gives all reasons', () => {
    const outcome = typeOutcome({
      ...BASE,
      received: 3,
      shortfall: new SourceError('timed-out', 'The time allowed for reading was over.'),
      remarks: ['2 items about another person were left out.'],
    });
    expect(outcome).toEqual({
      type: 'Condition',
      state: 'partial',
      received: 3,
      reason: 'The time allowed for reading was over. 2 items about another person were left out.',
    });
    expect(typeOutcome({ ...BASE, received: 3 }).state).toBe('done');
  });
});
