/**
 * Runs work that only one process may do at a time; waits for the lock a limited time. The lock is held on to while the work
 * lasts, so it can be short: when the process dies, others need not wait long.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lock, SharedStore } from '../ports/shared-store.ts';

export interface LockTimes {
  /** The lock frees itself this long after its process died. */
  readonly ttlMs: number;
  readonly waitMs: number;
  /** Ends the waiting, not the work. */
  readonly signal?: AbortSignal;
}

const POLL_MS = 25;
/** Part of the ttl after which it is held on to: one that is missed is made good by the next. */
const EXTEND_AFTER = 0.3;

/** @returns undefined where another held the lock all the time, or waiting was ended. */
export async function withLock<T>(
  shared: SharedStore,
  key: string,
  times: LockTimes,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  const lock = await acquire(shared, key, times);
  if (lock === undefined) return undefined;
  const { ttlMs } = times;
  // A store that does not answer now may answer the next time; until then the lock still holds.
  const holding = setInterval(() => void lock.extend(ttlMs).catch(() => false), ttlMs * EXTEND_AFTER);
  try {
    return { value: await work() };
  } finally {
    clearInterval(holding);
    // The work is done, whatever becomes of the lock: it frees itself.
    await lock.release().catch(() => undefined);
  }
}

async function acquire(shared: SharedStore, key: string, times: LockTimes): Promise<Lock | undefined> {
  const giveUpAt = performance.now() + times.waitMs;
  for (;;) {
    const lock = await shared.tryLock(key, times.ttlMs);
    if (lock !== undefined) return lock;
    if (performance.now() >= giveUpAt || times.signal?.aborted === true) return undefined;
    await sleep(POLL_MS);
  }
}
