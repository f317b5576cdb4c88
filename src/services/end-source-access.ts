/**
 * Ends the gateway's access to accounts at their sources (RFC 7009): best effort and within a deadline, because what is kept
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
 * The sources are told first, side by side, and no tokens are made meanwhile: a process that dies in between leaves links that
 * can be ended again, with their tokens, and no access that nobody can end.
 * @param deadlineMs for a source's answer.
 * @param remove deletes the tokens with their links in one transaction; told what each source said, in the order of the accounts.
 * @returns what it gives.
 */
export async function endSourceAccess<Ended>(
  context: ServiceContext,
  accounts: readonly LinkedAccount[],
  deadlineMs: number,
  remove: (results: readonly RevocationResult[]) => Promise<Ended>,
): Promise<Ended> {
  return withoutRenewals(context, accounts, async () => {
    const results = await Promise.all(accounts.map((account) => tellSource(context, account, deadlineMs)));
    return remove(results);
  });
}

async function withoutRenewals<T>(
  context: ServiceContext,
  [first, ...others]: readonly LinkedAccount[],
  work: () => Promise<T>,
): Promise<T> {
  if (first === undefined) return work();
  const go = () => withoutRenewals(context, others, work);
  const done = await withLock(context.shared, refreshLockKey(first.id), REFRESH_LOCK, go);
  return done === undefined ? go() : done.value;
}

async function tellSource(
  context: ServiceContext,
  { id, subjectId, source }: LinkedAccount,
  deadlineMs: number,
): Promise<RevocationResult> {
  const tokens = await context.store.getTokens(subjectId, id);
  const connector = context.connectors.get(source);
  if (tokens === undefined || connector === undefined) return 'nothing-to-revoke';
  const timer = new AbortController();
  const late = sleep(deadlineMs, 'failed' as const, { signal: timer.signal }).catch(() => 'failed' as const);
  const told = connector.revoke(tokens).catch(() => 'failed' as const);
  return Promise.race([told, late]).finally(() => timer.abort());
}
