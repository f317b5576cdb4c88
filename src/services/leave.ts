/**
 * Leaving: everything kept of a person is deleted at once, and the sources are told to end the access (RFC 7009). The order
 * matters: readings are stopped, what others hold is ended, then the person goes with their key (design 8), in one transaction
 * with all who go along, the lines of the access log and the receipt. What could not be ended elsewhere is named in the receipt
 * and keeps nothing here.
 */
import type { StoreTransaction } from '../ports/durable-store.ts';
import { audit } from './audit.ts';
import { endSourceAccess } from './end-source-access.ts';
import { addReceipt, type LeaveReceipt } from './leave-receipt.ts';
import { dropPendingIdentity } from './pending-identity.ts';
import { planLeave, type LeavePlan, type LeavingRecord, type WhoLeaves } from './plan-leave.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';

/** All sources are asked side by side; none keeps the person waiting longer. */
const REVOKE_MS = 8_000;

export interface Leaving extends WhoLeaves {
  /** Under which the receipt will be found (`newReceiptId`). */
  readonly receiptId: string;
}

/**
 * Can be done again where a failing store or a process that died stopped it halfway.
 * @throws GatewayError `not-found` where the subject is not theirs.
 */
export async function leave(
  context: ServiceContext,
  sync: Pick<AccountSync, 'stop'>,
  { receiptId, ...who }: Leaving,
): Promise<LeaveReceipt> {
  const plan = await planLeave(context, who);
  const accounts = plan.records.flatMap((record) => record.accounts);
  await sync.stop(accounts.map(({ id }) => id));
  const receipt = await endSourceAccess(context, accounts, REVOKE_MS, async (results) => {
    const sources = accounts.map(({ source }, index) => ({
      title: context.connectors.get(source)?.source.title ?? source,
      result: results[index] ?? 'nothing-to-revoke',
    }));
    const given = { at: isoNow(context), ...counts(plan), sources };
    await context.store.atomically(who.actorId, async (writes) => {
      for (const record of plan.records) await endRecord(context, writes, who.actorId, record);
      await addReceipt(writes, receiptId, given);
    });
    return given;
  });
  for (const { id } of accounts) await dropPendingIdentity(context, id);
  context.log.info({ records: plan.records.length, accounts: accounts.length }, 'somebody left');
  return receipt;
}

function counts({ isWhole, records }: LeavePlan) {
  const others = records.filter(({ relationship }) => relationship !== 'self');
  const deletedOthers = others.filter(({ fate }) => fate === 'deleted').length;
  return {
    isWhole,
    deletedOthers,
    leftToOthers: others.length - deletedOthers,
    endedApps: records.reduce((sum, { appGrantIds }) => sum + appGrantIds.length, 0),
  };
}

async function endRecord(
  context: ServiceContext,
  writes: StoreTransaction,
  actorId: string,
  record: LeavingRecord,
): Promise<void> {
  const { person, appGrantIds, fate } = record;
  for (const id of appGrantIds) await writes.deleteAppGrant(person.id, id);
  const line = { subjectId: person.id, actorId, action: 'leave', outcome: 'success', notes: [fate] } as const;
  await audit(context, line, writes);
  if (fate === 'deleted') await writes.deletePerson(person.id);
  else await leaveToOthers(context, writes, actorId, record);
}

/** What was read stays the subject's. To read more, somebody signs in there with a right of their own. */
async function leaveToOthers(
  context: ServiceContext,
  writes: StoreTransaction,
  actorId: string,
  { person, accounts }: LeavingRecord,
): Promise<void> {
  for (const account of accounts) {
    await writes.putAccount({ ...account, state: 'needs-sign-in' });
    await writes.deleteTokens(person.id, account.id);
  }
  const now = isoNow(context);
  for (const item of await writes.listRepresentationsOf(person.id)) {
    if (item.actorId === actorId) await writes.addRepresentation({ ...item, until: now });
  }
}
