import { describe, expect, test } from 'vitest';
import type { LinkedAccount } from '../../../src/ports/linked-account.ts';
import { sourceCard } from '../../../src/web/accounts/source-card.ts';
import { createFakeSource } from '../services/fake-source.ts';

const { source } = createFakeSource('hospital').connector;

function card(account: Partial<LinkedAccount>) {
  const whole: LinkedAccount = {
    id: 'a',
    subjectId: 's',
    actorId: 's',
    source: 'hospital',
    sourcePatientId: 'p',
    grantedScope: '',
    state: 'active',
    identity: { result: 'match', agreed: [], contradicted: [], confirmedBy: undefined, confirmedAt: undefined },
    linkedAt: '2026-11-21T09:00:00.000Z',
    lastSuccessAt: '2026-11-21T09:00:01.000Z',
    lastTriedAt: '2026-11-21T09:00:01.000Z',
    lastFailure: undefined,
    outcomes: [],
    ...account,
  };
  return sourceCard(source, whole);
}

describe('what is said of a source', () => {
  test('not linked: what linking adds, and the way to do it', () => {
    expect(sourceCard(source, undefined)).toMatchObject({ state: 'Not linked', adds: 'Something.', action: 'link' });
  });

  test.each([
    ['awaiting-confirmation', 'confirm', true],
    ['needs-sign-in', 'sign-in-again', true],
    ['unreachable', 'sign-in-again', true],
    ['active', 'sign-in-again', false],
  ] as const)('%s leads to %s', (state, action, isBad) => {
    expect(card({ state })).toMatchObject({ action, isBad, isLinked: true });
  });

  test('a kind that did not come is named with its reason, one that is empty is not', () => {
    const outcomes = [
      { type: 'Condition', state: 'nothing-there', received: 0, reason: undefined },
      { type: 'Observation', state: 'refused', received: 0, reason: 'You did not allow it there.' },
    ] as const;
    expect(card({ outcomes }).missing).toEqual(['Measurements and test results: You did not allow it there.']);
  });
});
