/** Runs work that only one process may do at a time; waits for the lock a limited time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lock, SharedStore } from '../ports/shared-store.ts';

export interface LockTimes {
  /** The lock frees itself after this long: longer than the work can take. */
  readonly ttlMs: number;
  readonly waitMs: number;
}

const POLL_MS = 25;

/** @returns undefined where another held the lock all the time. */
export async function withLock<T>(
  shared: SharedStore,
  key: string,
  times: LockTimes,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  const lock = await acquire(shared, key, times);
  if (lock === undefined) return undefined;
  try {
    return { value: await work() };
  } finally {
    await lock.release();
  }
}

async function acquire(shared: SharedStore, key: string, times: LockTimes): Promise<Lock | undefined> {
  const giveUpAt = performance.now() + times.waitMs;
  for (;;) {
    const lock = await shared.tryLock(key, times.ttlMs);
    if (lock !== undefined) return lock;
    if (performance.now() >= giveUpAt) return undefined;
    await sleep(POLL_MS);
  }
}
