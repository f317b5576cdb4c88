/**
 * Reads linked accounts again when their time has come, so that a record is whole when it is asked for. Every process takes
 * what is due from the store, each account once; the time of the next reading is written with the reading (docs/adr/0020).
 */
import type { LinkedAccount } from '../ports/linked-account.ts';
import { asGatewayError } from './require-connector.ts';
import type { ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';

export interface ScheduleSettings {
  /** How often each process looks for what is due. */
  readonly lookEveryMs: number;
  /** Readings of one process at once. */
  readonly atOnce: number;
  /** Readings of one source that all processes together begin in a minute. */
  readonly perSourceAndMinute: number;
}

export interface ScheduledReadings {
  /** Looks once. Settles when what was taken is read. @returns how many accounts were taken. */
  look(): Promise<number>;
  start(): void;
  /** Takes nothing more and waits for what is under way. */
  close(): Promise<void>;
}

/** An account taken by a process that died is due again after this long. Longer than any reading. */
const TAKEN_FOR_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

export function createScheduledReadings(
  context: ServiceContext,
  sync: AccountSync,
  { lookEveryMs, atOnce, perSourceAndMinute }: ScheduleSettings,
): ScheduledReadings {
  const underway = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> | undefined;
  let isClosed = false;

  async function readAgain(account: LinkedAccount): Promise<void> {
    if (account.state !== 'active' && account.state !== 'unreachable') {
      await context.store.planReading(account.subjectId, account.id, undefined);
      return;
    }
    const budget = { points: perSourceAndMinute, windowMs: MINUTE_MS };
    const { isWithin, waitMs } = await context.shared.spend(`readings:${account.source}`, budget);
    if (isWithin) {
      await sync.sync(account);
      return;
    }
    const at = new Date(context.now() + waitMs).toISOString();
    await context.store.planReading(account.subjectId, account.id, at);
  }

  async function look(): Promise<number> {
    if (isClosed || underway.size >= atOnce) return 0;
    const now = context.now();
    const taken = await context.store.takeDueAccounts({
      now: new Date(now).toISOString(),
      until: new Date(now + TAKEN_FOR_MS).toISOString(),
      limit: atOnce - underway.size,
    });
    const readings = taken.map((account) => {
      const reading = readAgain(account)
        .catch((error: unknown) => {
          // Unlinked or deleted meanwhile: nothing is left to do.
          const { code } = asGatewayError(error, 'source-failed');
          if (code !== 'gone' && code !== 'not-found')
            context.log.warn({ source: account.source, code }, 'planned reading failed');
        })
        .finally(() => underway.delete(reading));
      underway.add(reading);
      return reading;
    });
    await Promise.all(readings);
    return taken.length;
  }

  async function lookOn(): Promise<void> {
    // As long as there is something due, without waiting.
    while ((await look()) > 0);
  }

  return {
    look,
    start() {
      timer = setInterval(() => {
        looking ??= lookOn()
          .catch(() => context.log.warn({}, 'what is due could not be looked for'))
          .finally(() => {
            looking = undefined;
          });
      }, lookEveryMs);
      timer.unref();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
      await Promise.allSettled(underway);
    },
  };
}
