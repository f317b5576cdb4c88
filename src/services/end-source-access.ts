/**
 * Ends the gateway's access to an account at its source (RFC 7009): best effort and within a deadline, because what is kept
 * here goes whatever the source says. Nothing renews the tokens meanwhile: they would outlive the link.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkedAccount } from '../ports/linked-account.ts';
import { refreshLockKey } from './access-tokens.ts';
import type { ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

export type RevocationResult = 'revoked' | 'not-offered' | 'failed' | 'nothing-to-revoke';

/** A renewal that is stuck is not waited for any longer: what it gets cannot be stored any more, and is ended then. */
const REFRESH_LOCK = { ttlMs: 60_000, waitMs: 3_000 };

/**
 * The source is told first: a process that dies in between leaves a link that can be ended again, and no access that nobody can
 * end. @param deadlineMs for the source's answer.
 */
export async function endSourceAccess(
  context: ServiceContext,
  { id, subjectId, source }: Pick<LinkedAccount, 'id' | 'subjectId' | 'source'>,
  deadlineMs: number,
): Promise<RevocationResult> {
  const end = async (): Promise<RevocationResult> => {
    const tokens = await context.store.getTokens(subjectId, id);
    const connector = context.connectors.get(source);
    if (tokens === undefined || connector === undefined) return 'nothing-to-revoke';
    const timer = new AbortController();
    const late = sleep(deadlineMs, 'failed' as const, { signal: timer.signal }).catch(() => 'failed' as const);
    const told = connector.revoke(tokens).catch(() => 'failed' as const);
    const result = await Promise.race([told, late]).finally(() => timer.abort());
    await context.store.deleteTokens(subjectId, id);
    return result;
  };
  return (await withLock(context.shared, refreshLockKey(id), REFRESH_LOCK, end))?.value ?? end();
}
