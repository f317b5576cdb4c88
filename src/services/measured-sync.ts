/** Readings with their time and end told to metrics and traces. */
import type { Metrics } from '../ports/metrics.ts';
import type { Tracing } from '../ports/tracing.ts';
import type { AccountReading, AccountSync } from './sync-account.ts';

export interface Meters {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** Milliseconds; never goes back. */
  readonly clock: () => number;
}

export function measuredSync(sync: AccountSync, { metrics, tracing, clock }: Meters): AccountSync {
  const read: AccountSync['read'] = async (account) => {
    const began = clock();
    const ended = (state: string) =>
      metrics.readingEnded({ source: account.source, state, durationMs: clock() - began });
    return tracing.span('read account', { source: account.source }, async () => {
      const reading: AccountReading = await sync.read(account).catch((error: unknown) => {
        ended('error');
        throw error;
      });
      ended(reading.account.state);
      return reading;
    });
  };
  return { ...sync, read, sync: async (account) => (await read(account)).account };
}
