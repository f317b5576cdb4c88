/** Tries again what may pass by itself, waits as long as the source asks, and never beyond the deadline. */
import { setTimeout as wait } from 'node:timers/promises';
import { ConstantBackoff, ExponentialBackoff, handleType, retry } from 'cockatiel';
import { AskedToWait } from './asked-to-wait.ts';
import { deadlineOver } from './network-failure.ts';
import { TransientError } from './transient-error.ts';

export type Retrying = <T>(attempt: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** A source that asks for more is given up for this time. */
const LONGEST_WAIT_MS = 120_000;
const FIRST_WAIT_MS = 250;
const LONGEST_BACKOFF_MS = 8000;

/**
 * One `Retrying` is shared by the requests of one reading: when one of them is told to wait, all do.
 *
 * @param retries tries after the first one.
 * @param now milliseconds since 1970.
 */
export function createRetrying(retries: number, now: () => number): Retrying {
  const policy = retry(handleType(TransientError), { maxAttempts: retries, backoff: new ConstantBackoff(0) });
  let resumeAt = 0;
  return async (attempt, signal) => {
    let backoff = new ExponentialBackoff({ initialDelay: FIRST_WAIT_MS, maxDelay: LONGEST_BACKOFF_MS }).next();
    let ownWaitMs = 0;
    return policy.execute(async () => {
      await pause(Math.max(ownWaitMs, resumeAt - now()), signal);
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof TransientError)) throw error;
        if (error.waitMs !== undefined && error.waitMs > LONGEST_WAIT_MS) throw new AskedToWait(error.waitMs);
        ownWaitMs = error.waitMs ?? backoff.duration;
        backoff = backoff.next(undefined);
        if (error.waitMs !== undefined) resumeAt = Math.max(resumeAt, now() + error.waitMs);
        throw error;
      }
    });
  };
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) throw deadlineOver();
  if (ms <= 0) return;
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    throw deadlineOver();
  }
}
