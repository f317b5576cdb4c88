/** What is kept of the access log of a deleted person is nameless, and is kept for a time that the operator sets. */
import type { AuditStore } from '../ports/audit.ts';
import type { Log } from '../ports/log.ts';

export interface AuditRetentionContext {
  readonly store: Pick<AuditStore, 'deleteNamelessAudit'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const DAY_MS = 24 * 3_600_000;

/** Looks at the start and once a day; several gateways may. */
export function keepAuditFor(
  { store, log, now }: AuditRetentionContext,
  days: number,
): { readonly close: () => Promise<void> } {
  const look = async () => {
    try {
      const lines = await store.deleteNamelessAudit(new Date(now() - days * DAY_MS).toISOString());
      if (lines > 0) log.info({ lines }, 'nameless lines of the access log ended');
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the access log was not looked at');
    }
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, DAY_MS);
  timer.unref();
  return {
    close: () => {
      clearInterval(timer);
      return looking;
    },
  };
}
