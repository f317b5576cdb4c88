import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../../src/ports/app-grants.ts';
import { permission } from '../../../../src/web/apps/app-card.ts';
import { OTHER_TYPES } from '../../../../src/web/authorize-app/tables/kinds-of-data.ts';
import { wordsIn } from '../words-in.ts';

function shown(grant: Partial<AppGrant>, linked: readonly string[] = ['gp', 'old']) {
  const whole: AppGrant = {
    id: 'g',
    subjectId: 's',
    actorId: 'a',
    clientId: 'c',
    scopes: [],
    sources: undefined,
    labels: undefined,
    grantedAt: '2026-11-21T09:00:00.000Z',
    until: undefined,
    lastUsedAt: undefined,
    ...grant,
  };
  const titles = new Map([
    ['gp', 'GP record'],
    ['clinic', 'Clinic'],
  ]);
  return permission(whole, { allowedBy: undefined, words: wordsIn('en') }, { titles, linked });
}

describe('a permission on the apps page', () => {
  test.each([
    [undefined, 'all'],
    [['gp'], { now: ['GP record'], later: 0 }],
    [['gp', 'old'], { now: ['GP record', 'old'], later: 0 }],
    [['gp', 'clinic', 'x'], { now: ['GP record'], later: 2 }],
    [['clinic'], { now: [], later: 1 }],
  ])('from %j', (sources, shared) => expect(shown({ sources }).sources).toEqual(shared));

  test('each kind once; rights to write and words about no data are not among them', () => {
    const scopes = ['openid', 'offline_access', 'patient/Goal.rs', 'patient/Goal.read', 'patient/Condition.cud'];
    expect(shown({ scopes }).kinds).toEqual(['Goals of care']);
  });

  test('many rare kinds share one line', () => {
    const scopes = ['patient/Condition.rs', ...OTHER_TYPES.map((type) => `patient/${type}.rs`)];
    const { kinds } = shown({ scopes });
    expect(kinds).toHaveLength(2);
    expect(kinds[1]).toMatch(/^Also: Harms from treatment, Appointments, .* and Glasses and lenses$/);
  });
});
