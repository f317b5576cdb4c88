/** When a linked account is to be read again without anybody asking: a time on the account itself, so one truth. Pure. */
import type { LinkedAccount } from '../ports/linked-account.ts';

/** Soonest try after a failure. */
const SHORTEST_WAIT_MS = 5 * 60_000;
/** People link in bursts (a letter goes out, a clinic opens): their next readings are spread over this part of the time. */
const JITTER = 0.2;

export interface ReadingPlan {
  /** Between two readings of an account. */
  readonly everyMs: number;
  /** From 0 to below 1; another at each call. */
  readonly random: () => number;
}

/**
 * After a reading. A source that fails is asked again after as long as it has failed, so less and less often, up to the usual
 * time; never before it said (Retry-After).
 * @returns an ISO instant; undefined where nothing may be read without the person.
 */
export function nextReadingAt(
  account: Pick<LinkedAccount, 'state' | 'lastSuccessAt' | 'linkedAt' | 'waitUntil'>,
  nowMs: number,
  { everyMs, random }: ReadingPlan,
): string | undefined {
  if (account.state !== 'active' && account.state !== 'unreachable') return undefined;
  const failedForMs = nowMs - Date.parse(account.lastSuccessAt ?? account.linkedAt);
  const waitMs = account.state === 'active' ? everyMs : Math.min(everyMs, Math.max(SHORTEST_WAIT_MS, failedForMs || 0));
  const spreadMs = waitMs * (1 + JITTER * (random() - 0.5));
  const toldMs = account.waitUntil === undefined ? 0 : Date.parse(account.waitUntil) || 0;
  return new Date(Math.max(nowMs + spreadMs, toldMs)).toISOString();
}

/** A newly linked account is read at once; where that process dies, another reads it then. @returns an ISO instant. */
export function afterLink(nowMs: number): string {
  return new Date(nowMs + SHORTEST_WAIT_MS).toISOString();
}
