import { describe, expect, it } from 'vitest';
import { tokenSet } from '../../../../src/sources/oauth/token-set.ts';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const BEFORE = { scope: 'asked', refreshToken: 'old', refreshExpiresAt: '2026-12-01T00:00:00.000Z' };
const ANSWER = { access_token: 'at', token_type: 'bearer' as const };

describe('tokenSet', () => {
  it.each([
    ['refresh_expires_in', 3600],
    ['refresh_token_expires_in', 3600],
    ['refresh_expires_in', '3600'],
  ])('reads how long the refresh token lasts from %s', (name, seconds) => {
    const answer = { ...ANSWER, refresh_token: 'new', [name]: seconds };
    expect(tokenSet(answer, BEFORE, NOW).refreshExpiresAt).toBe('2026-11-21T10:00:00.000Z');
  });

  it.each([0, -1, 'never', 1e20, null])('takes %j for not said', (seconds) => {
    const answer = { ...ANSWER, refresh_token: 'new', refresh_expires_in: seconds };
    expect(tokenSet(answer, BEFORE, NOW).refreshExpiresAt).toBeUndefined();
  });

  it('keeps the end of a refresh token that stays, and forgets that of one that was replaced', () => {
    expect(tokenSet(ANSWER, BEFORE, NOW)).toMatchObject({
      refreshToken: 'old',
      refreshExpiresAt: BEFORE.refreshExpiresAt,
    });
    expect(tokenSet({ ...ANSWER, refresh_token: 'new' }, BEFORE, NOW).refreshExpiresAt).toBeUndefined();
  });
});
