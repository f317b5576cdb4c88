/** Ends a link: revokes at the source as far as it goes, deletes tokens and data here whatever the source says. */
import { GatewayError } from '../errors.ts';
import { audit, type AuditFacts } from './audit.ts';
import { endSourceAccess, type RevocationResult } from './end-source-access.ts';
import { dropPendingIdentity } from './pending-identity.ts';
import { requireSubject } from './represent.ts';
import type { ServiceContext } from './service-context.ts';
import { SYNC_LOCK_TTL_MS, syncLockKey } from './sync-account.ts';
import type { WhoseAccount } from './whose-account.ts';
import { withLock } from './with-lock.ts';

/** How long unlinking waits for a reading that is under way. */
const WAIT_FOR_SYNC_MS = 5_000;
/** The person waits for the source's answer no longer than this. */
const REVOKE_MS = 10_000;

/**
 * @param why a line of its own for what led to it, written with it.
 * @throws GatewayError `not-found` where that source is not linked.
 */
export async function unlinkAccount(
  context: ServiceContext,
  whose: WhoseAccount,
  why?: AuditFacts,
): Promise<RevocationResult> {
  await requireSubject(context, whose.actorId, whose.subjectId);
  const account = (await context.store.listAccounts(whose.subjectId)).find((item) => item.source === whose.source);
  if (account === undefined) throw new GatewayError('not-found', 'That source is not linked.');
  const { subjectId, actorId, source } = whose;
  const remove = ([revoked = 'nothing-to-revoke']: readonly RevocationResult[]) =>
    context.store.atomically(subjectId, async (writes) => {
      await writes.deleteAccount(subjectId, account.id);
      const line: AuditFacts = { subjectId, actorId, action: 'unlink', sources: [source], outcome: 'success' };
      for (const facts of why === undefined ? [line] : [line, why]) await audit(context, facts, writes);
      return revoked;
    });
  const end = () => endSourceAccess(context, [account], REVOKE_MS, remove);
  const times = { ttlMs: SYNC_LOCK_TTL_MS, waitMs: WAIT_FOR_SYNC_MS };
  // A reading that is stuck cannot keep the data: it finds no account when it wants to write.
  const ended = await withLock(context.shared, syncLockKey(account.id), times, end);
  const revoked = ended === undefined ? await end() : ended.value;
  await dropPendingIdentity(context, account.id);
  return revoked;
}
