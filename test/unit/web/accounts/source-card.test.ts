import { describe, expect, test } from 'vitest';
import type { LinkedAccount } from '../../../../src/ports/linked-account.ts';
import type { Progress } from '../../../../src/ports/source-connector.ts';
import { sourceCard } from '../../../../src/web/accounts/source-card.ts';
import { createFakeSource } from '../../services/fake-source.ts';

const { source } = createFakeSource('hospital').connector;

const NOW = Date.parse('2026-11-21T10:00:00.000Z');

function account(changed: Partial<LinkedAccount> = {}): LinkedAccount {
  return {
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
    ...changed,
  };
}

function card(changed: Partial<LinkedAccount>, described = source) {
  return sourceCard(described, account(changed), undefined, NOW);
}

describe('what is said of a source', () => {
  test('not linked: what linking adds, and the way to do it', () => {
    expect(sourceCard(source, undefined, undefined, NOW)).toMatchObject({
      state: 'not-linked',
      adds: 'Something.',
      action: 'link',
      isLinked: false,
    });
  });

  test.each([
    ['awaiting-confirmation', 'confirm', true],
    ['needs-sign-in', 'sign-in-again', true],
    ['refused', 'sign-in-again', true],
    ['unreachable', 'sign-in-again', true],
    ['active', 'sign-in-again', false],
  ] as const)('%s leads to %s', (state, action, isBad) => {
    expect(card({ state })).toMatchObject({ state, action, isBad, isLinked: true });
  });

  test.each(['needs-sign-in', 'refused', 'unreachable'] as const)('%s says what to do next', (state) => {
    expect(card({ state }).nextStep).toBe(state);
    expect(card({ state: 'active' }).nextStep).toBeUndefined();
  });

  test('a sign-in that ends within a week, or in the last third of a short one, is told before', () => {
    const ends = (signInEndsAt: string, signedInAt = '2026-01-01T00:00:00.000Z') => card({ signInEndsAt, signedInAt });
    expect(ends('2026-11-25T10:00:00.000Z')).toMatchObject({
      state: 'expiring',
      nextStep: 'expiring',
      isBad: false,
      endsAt: '2026-11-25T10:00:00.000Z',
      action: 'sign-in-again',
    });
    expect(ends('2026-12-25T10:00:00.000Z')).toMatchObject({ state: 'active', endsAt: undefined });
    expect(ends('2026-11-21T11:00:00.000Z', '2026-11-21T09:59:00.000Z').state).toBe('active');
    expect(ends('2026-11-21T10:20:00.000Z', '2026-11-21T09:00:00.000Z').state).toBe('expiring');
    expect(ends('2026-11-20T10:00:00.000Z').state).toBe('active');
    expect(card({ state: 'needs-sign-in', signInEndsAt: '2026-11-25T10:00:00.000Z' }).state).toBe('needs-sign-in');
  });

  test('a source read by agreement asks for agreement and never for a sign-in', () => {
    const agreed = { ...source, access: 'backend' } as const;
    expect(sourceCard(agreed, undefined, undefined, NOW).action).toBe('agree');
    for (const state of ['needs-sign-in', 'refused', 'unreachable'] as const) {
      const { nextStep, action } = card({ state }, agreed);
      expect(action).toBe('agree');
      expect(nextStep).not.toMatch(/sign-in|^refused$/);
    }
  });

  test('a kind that did not come is named with its reason, and one that is empty is no shortfall', () => {
    const outcomes = [
      { type: 'Condition', state: 'nothing-there', received: 0, reason: undefined },
      { type: 'Observation', state: 'refused', received: 0, reason: 'You did not allow it there.' },
      { type: 'Goal', state: 'refused', received: 0, reason: 'You did not allow it there.' },
    ] as const;
    const { kinds, shortfalls, done } = card({ outcomes });
    expect(kinds).toEqual(outcomes);
    expect(shortfalls).toEqual(['refused']);
    expect(done).toBe(3);
  });
});

describe('how far a reading is', () => {
  const kinds: readonly Progress[] = [
    { type: 'Patient', state: 'done', received: 1 },
    { type: 'Condition', state: 'reading', received: 7 },
    { type: 'Goal', state: 'pending', received: 0 },
  ];

  test('the kinds are those of the reading, not of the one before', () => {
    const earlier = account({ outcomes: [{ type: 'Goal', state: 'failed', received: 0, reason: 'It broke.' }] });
    const read = sourceCard(source, earlier, { kinds }, NOW);
    expect(read).toMatchObject({ isReading: true, done: 1, shortfalls: [] });
    expect(read.kinds.map(({ state }) => state)).toEqual(['done', 'reading', 'pending']);
    expect(read.action).toBeUndefined();
  });

  test('an account that was just linked is about to be read, for a minute', () => {
    const linked = (linkedAt: string) => card({ lastTriedAt: undefined, lastSuccessAt: undefined, linkedAt });
    expect(linked('2026-11-21T09:59:30.000Z')).toMatchObject({ isReading: true, state: 'first-reading' });
    expect(linked('2026-11-21T09:58:30.000Z')).toMatchObject({ isReading: false, action: 'sign-in-again' });
    expect(
      card({ state: 'awaiting-confirmation', lastTriedAt: undefined, linkedAt: '2026-11-21T09:59:59.000Z' }),
    ).toMatchObject({ isReading: false, action: 'confirm' });
  });
});
