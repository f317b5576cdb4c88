/** Reads the accounts that are due, side by side, under one deadline; late ones go on in the background (design 2). */
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError } from '../errors.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import { mustWait, sinceAskedMs } from './reading-times.ts';
import type { ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';

export interface ReadSettings {
  /** The caller waits this long for sources; later ones continue in the background. */
  readonly readDeadlineMs: number;
  /** Data younger than this is not asked for again. */
  readonly freshForMs: number;
}

/** A source that failed is not asked at every read, but soon again. */
const RETRY_AFTER_MS = 15_000;

/** A source that said no may have been mistaken, but is not pressed. */
const REFUSED_AGAIN_MS = 60 * 60_000;

export interface DueReading {
  /** Ids of accounts whose reading has not ended by the deadline. */
  readonly late: ReadonlySet<string>;
  /** Whether any was due: the accounts may have changed then. */
  readonly asked: boolean;
}

/** @param onReady told of each account that will not be read any more now, as soon as that is known, where any is read;
 * with what is stored of it where that is at hand. */
export async function syncDue(
  context: ServiceContext,
  sync: AccountSync,
  settings: ReadSettings,
  accounts: readonly LinkedAccount[],
  onReady: (account: LinkedAccount, rows: readonly StoredResource[] | undefined) => void,
): Promise<DueReading> {
  const due = accounts.filter((account) => isDue(context, settings, account));
  const late = new Set(due.map((account) => account.id));
  if (due.length === 0) return { late, asked: false };
  const waiting = new AbortController();
  const readings = due.map(async (account) => {
    try {
      const read = await sync.read(account);
      if (!waiting.signal.aborted) onReady(read.account, read.rows);
    } catch (error) {
      context.log.error({ source: account.source, error: errorName(error) }, 'account not read');
    }
    late.delete(account.id);
  });
  for (const account of accounts) if (!due.includes(account)) onReady(account, undefined);
  const deadline = sleep(settings.readDeadlineMs, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([Promise.all(readings), deadline]);
  waiting.abort();
  return { late: new Set(late), asked: true };
}

function isDue(context: ServiceContext, settings: ReadSettings, account: LinkedAccount): boolean {
  if (account.state === 'awaiting-confirmation' || account.state === 'needs-sign-in') return false;
  if (!context.connectors.has(account.source)) return false;
  const nowMs = context.now();
  if (mustWait(account, nowMs)) return false;
  const restedMs = sinceAskedMs(account, nowMs);
  if (account.lastTriedAt === undefined || restedMs === undefined) return true;
  if (account.state === 'refused') return restedMs >= REFUSED_AGAIN_MS;
  const whole = account.state === 'active' && account.outcomes.every((item) => item.state !== 'failed');
  return restedMs >= (whole ? settings.freshForMs : Math.min(settings.freshForMs, RETRY_AFTER_MS));
}

function errorName(error: unknown): string {
  return error instanceof GatewayError ? error.code : error instanceof Error ? error.name : 'unknown';
}
