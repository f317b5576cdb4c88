/** The authorization servers' memory: apart from each other, forgetful in time, thorough when a grant ends. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryAdapters } from '../../../../src/sandbox/oauth/memory-adapter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('memoryAdapters', () => {
  test('forgets what has expired', async () => {
    const tokens = memoryAdapters()('AccessToken');
    await tokens.upsert('a', { grantId: 'g' }, 60);
    expect(await tokens.find('a')).toEqual({ grantId: 'g' });
    vi.advanceTimersByTime(60_000);
    expect(await tokens.find('a')).toBeUndefined();
  });

  test('ends the tokens of one grant and of one model only', async () => {
    const create = memoryAdapters();
    const access = create('AccessToken');
    const refresh = create('RefreshToken');
    await access.upsert('a', { grantId: 'g' }, 60);
    await access.upsert('b', { grantId: 'other' }, 60);
    await refresh.upsert('a', { grantId: 'g' }, 60);
    await access.revokeByGrantId('g');
    expect(await access.find('a')).toBeUndefined();
    expect(await access.find('b')).toBeDefined();
    expect(await refresh.find('a')).toBeDefined();
  });

  test('keeps two servers apart', async () => {
    const one = memoryAdapters()('Session');
    const two = memoryAdapters()('Session');
    await one.upsert('s', { uid: 'u' }, 60);
    expect(await two.find('s')).toBeUndefined();
    expect(await two.findByUid('u')).toBeUndefined();
    expect(await one.findByUid('u')).toEqual({ uid: 'u' });
  });

  test('remembers that a code was used', async () => {
    const codes = memoryAdapters()('AuthorizationCode');
    await codes.upsert('c', { grantId: 'g' }, 60);
    await codes.consume('c');
    expect(await codes.find('c')).toMatchObject({ consumed: expect.any(Number) as number });
    await codes.destroy('c');
    expect(await codes.find('c')).toBeUndefined();
  });
});
