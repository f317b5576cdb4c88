/** The times of readings, kept in order though clocks jump and differ between machines, and the wait that a source asked for. */
import type { LinkedAccount } from '../ports/linked-account.ts';

/** A wait out of all measure, or a clock set back, must not end the link for ever. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * The instant of a reading, later than that of every one before it: rows are ordered by it, and what seems older than the last
 * reading would be taken for gone.
 */
export function readingInstant({ lastTriedAt, outcomes }: LinkedAccount, nowMs: number): string {
  const earlier = [lastTriedAt, ...outcomes.map(({ wholeAt }) => wholeAt)].flatMap((at) =>
    at === undefined ? [] : Date.parse(at) + 1,
  );
  return new Date(Math.max(nowMs, ...earlier)).toISOString();
}

/** @returns undefined where the account was never asked, or the clock has been set back since. */
export function sinceAskedMs({ askedAt, lastTriedAt }: LinkedAccount, nowMs: number): number | undefined {
  const at = askedAt ?? lastTriedAt;
  const sinceMs = at === undefined ? -1 : nowMs - Date.parse(at);
  return sinceMs < 0 ? undefined : sinceMs;
}

/** @param askedForMs as the source said; undefined where it did not. */
export function waitUntil(askedForMs: number | undefined, nowMs: number): string | undefined {
  return askedForMs === undefined ? undefined : new Date(nowMs + Math.min(askedForMs, LONGEST_WAIT_MS)).toISOString();
}

export function mustWait({ waitUntil: until }: LinkedAccount, nowMs: number): boolean {
  const leftMs = until === undefined ? 0 : Date.parse(until) - nowMs;
  return leftMs > 0 && leftMs <= LONGEST_WAIT_MS;
}
