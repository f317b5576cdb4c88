/** Work that one process does at a time, over the embedded shared store. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withLock } from '../../../src/services/with-lock.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';

const TIMES = { ttlMs: 60, waitMs: 0 };

afterEach(() => {
  vi.useRealTimers();
});

describe('a lock around work', () => {
  test('is held for as long as the work lasts, however short its own time is', async () => {
    // A busy machine must not decide how often it was held on to.
    vi.useFakeTimers();
    const shared = createMemoryStore({ now: () => performance.now() });
    const work = withLock(shared, 'k', TIMES, () => new Promise((resolve) => setTimeout(resolve, 250, 'done')));
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(40);
      expect(await shared.tryLock('k', 1)).toBeUndefined();
    }
    await vi.advanceTimersByTimeAsync(60);
    expect(await work).toEqual({ value: 'done' });
    expect(await shared.tryLock('k', 1)).toBeDefined();
  });

  test('is free again where the work fails', async () => {
    const shared = createMemoryStore({ now: () => performance.now() });
    await expect(withLock(shared, 'k', TIMES, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await shared.tryLock('k', 1)).toBeDefined();
  });

  test('one that another holds is waited for until it is free, or waiting is ended', async () => {
    const shared = createMemoryStore({ now: () => performance.now() });
    const held = await shared.tryLock('k', 60_000);
    const ending = new AbortController();
    const waiting = withLock(shared, 'k', { ttlMs: 60_000, waitMs: 60_000, signal: ending.signal }, () =>
      Promise.resolve('mine'),
    );
    const other = withLock(shared, 'k', { ttlMs: 60_000, waitMs: 60_000 }, () => Promise.resolve('theirs'));
    ending.abort();
    expect(await waiting).toBeUndefined();
    await held?.release();
    expect(await other).toEqual({ value: 'theirs' });
  });

  test('work that is done stays done where the lock cannot be given back', async () => {
    const shared = createMemoryStore({ now: () => performance.now() });
    const gone = {
      ...shared,
      tryLock: async (key: string, ttlMs: number) => {
        const lock = await shared.tryLock(key, ttlMs);
        return lock && { ...lock, release: () => Promise.reject(new Error('the store is gone')) };
      },
    };
    expect(await withLock(gone, 'k', TIMES, () => Promise.resolve('done'))).toEqual({ value: 'done' });
  });
});
