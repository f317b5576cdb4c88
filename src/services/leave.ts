/**
 * Leaving: everything kept of a person is deleted at once, and the sources are told to end the access (RFC 7009). The order
 * matters: readings are stopped, what others hold is ended, then the person goes with their key (design 8). What could not be
 * ended elsewhere is named in the receipt and keeps nothing here.
 */
import type { AppAuthorization } from '../ports/app-authorization.ts';
import { audit } from './audit.ts';
import { endSourceAccess, type RevocationResult } from './end-source-access.ts';
import { dropPendingIdentity } from './pending-identity.ts';
import { planLeave, type LeavePlan, type LeavingRecord, type WhoLeaves } from './plan-leave.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';

/** All sources are asked side by side; none keeps the person waiting longer. */
const REVOKE_MS = 8_000;

export interface EndedAccess {
  /** As people know the source. */
  readonly title: string;
  readonly result: RevocationResult;
}

/** Names nobody: it is kept for a while after the person is gone. */
export interface LeaveReceipt {
  /** ISO instant. */
  readonly at: string;
  /** The one who left is gone themselves, not only a record they looked after. */
  readonly isWhole: boolean;
  /** Records of people they looked after: deleted, and left to others. */
  readonly deletedOthers: number;
  readonly leftToOthers: number;
  readonly endedApps: number;
  readonly sources: readonly EndedAccess[];
}

export interface LeaveParts {
  readonly sync: Pick<AccountSync, 'stop'>;
  readonly apps: Pick<AppAuthorization, 'revoke'>;
}

/**
 * Can be done again where a failing store stopped it halfway.
 * @throws GatewayError `not-found` where the subject is not theirs.
 */
export async function leave(context: ServiceContext, parts: LeaveParts, who: WhoLeaves): Promise<LeaveReceipt> {
  const plan = await planLeave(context, who);
  const accounts = plan.records.flatMap((record) => record.accounts);
  await parts.sync.stop(accounts.map(({ id }) => id));
  const results = await endSourceAccess(context, accounts, REVOKE_MS, async () => {
    for (const record of plan.records) await endRecord(context, parts, who.actorId, record);
  });
  const sources = accounts.map(({ source }, index) => ({
    title: context.connectors.get(source)?.source.title ?? source,
    result: results[index] ?? 'nothing-to-revoke',
  }));
  context.log.info({ records: plan.records.length, accounts: accounts.length }, 'somebody left');
  return { at: isoNow(context), ...counts(plan), sources };
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
  { apps }: LeaveParts,
  actorId: string,
  record: LeavingRecord,
): Promise<void> {
  const { person, accounts, appGrantIds, fate } = record;
  for (const id of appGrantIds) await apps.revoke(person.id, id);
  for (const { id } of accounts) await dropPendingIdentity(context, id);
  await audit(context, { subjectId: person.id, actorId, action: 'leave', outcome: 'success', notes: [fate] });
  if (fate === 'deleted') await context.store.deletePerson(person.id);
  else await leaveToOthers(context, actorId, record);
}

/** What was read stays the subject's. To read more, somebody signs in there with a right of their own. */
async function leaveToOthers(
  context: ServiceContext,
  actorId: string,
  { person, accounts }: LeavingRecord,
): Promise<void> {
  for (const account of accounts) {
    await context.store.putAccount({ ...account, state: 'needs-sign-in' });
    await context.store.deleteTokens(person.id, account.id);
  }
  const now = isoNow(context);
  for (const item of await context.store.listRepresentationsOf(person.id)) {
    if (item.actorId === actorId) await context.store.addRepresentation({ ...item, until: now });
  }
}
