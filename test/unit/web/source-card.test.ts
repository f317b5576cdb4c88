import { describe, expect, test } from 'vitest';
import type { LinkedAccount } from '../../../src/ports/linked-account.ts';
import { sourceCard } from '../../../src/web/accounts/source-card.ts';
import { createFakeSource } from '../services/fake-source.ts';

const { source } = createFakeSource('hospital').connector;

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const VIEWER = { nowMs: NOW, whose: 'own' } as const;

function card(account: Partial<LinkedAccount>, described = source) {
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
  return sourceCard(described, whole, VIEWER);
}

describe('what is said of a source', () => {
  test('not linked: what linking adds, and the way to do it', () => {
    expect(sourceCard(source, undefined, VIEWER)).toMatchObject({
      state: 'Not linked',
      adds: 'Something.',
      action: 'link',
    });
  });

  test.each([
    ['awaiting-confirmation', 'confirm', true],
    ['needs-sign-in', 'sign-in-again', true],
    ['refused', 'sign-in-again', true],
    ['unreachable', 'sign-in-again', true],
    ['active', 'sign-in-again', false],
  ] as const)('%s leads to %s', (state, action, isBad) => {
    expect(card({ state })).toMatchObject({ action, isBad, isLinked: true });
  });

  test.each(['needs-sign-in', 'refused', 'unreachable'] as const)('%s says what to do next', (state) => {
    expect(card({ state }).nextStep).toMatch(/\.$/);
    expect(card({ state: 'active' }).nextStep).toBeUndefined();
  });

  test('a sign-in that ends within a week, or in the last third of a short one, is told before', () => {
    const ends = (signInEndsAt: string, signedInAt = '2026-01-01T00:00:00.000Z') => card({ signInEndsAt, signedInAt });
    expect(ends('2026-11-25T10:00:00.000Z')).toMatchObject({
      state: 'Linked; the sign-in there ends soon',
      endsAt: '2026-11-25T10:00:00.000Z',
      action: 'sign-in-again',
    });
    expect(ends('2026-12-25T10:00:00.000Z').state).toBe('Linked');
    expect(ends('2026-11-21T11:00:00.000Z', '2026-11-21T09:59:00.000Z').state).toBe('Linked');
    expect(ends('2026-11-21T10:20:00.000Z', '2026-11-21T09:00:00.000Z').state).toContain('ends soon');
    expect(ends('2026-11-20T10:00:00.000Z').state).toBe('Linked');
    expect(card({ state: 'needs-sign-in', signInEndsAt: '2026-11-25T10:00:00.000Z' }).state).toBe(
      'Sign in there again',
    );
  });

  test('a source read by agreement asks for agreement, in words, and never for a sign-in', () => {
    const agreed = { ...source, access: 'backend' } as const;
    const unlinked = sourceCard(agreed, undefined, { ...VIEWER, whose: { name: 'Milo Example' } });
    expect(unlinked.action).toBe('agree');
    expect(unlinked.consent).toContain('the record of Milo Example at The hospital');
    for (const state of ['needs-sign-in', 'refused', 'unreachable'] as const) {
      const { nextStep, action, consent } = card({ state }, agreed);
      expect([action, consent?.startsWith('I agree')]).toEqual(['agree', true]);
      expect(nextStep).not.toMatch(/sign in/i);
    }
  });

  test('a kind that did not come is named with its reason, one that is empty is not', () => {
    const outcomes = [
      { type: 'Condition', state: 'nothing-there', received: 0, reason: undefined },
      { type: 'Observation', state: 'refused', received: 0, reason: 'You did not allow it there.' },
    ] as const;
    expect(card({ outcomes }).missing).toEqual(['Measurements and test results: You did not allow it there.']);
  });
});
