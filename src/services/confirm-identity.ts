/** The actor's answer where the identity gate could not tell (design 6, `insufficient`): recorded, or everything is removed. */
import { GatewayError } from '../errors.ts';
import type { StoreTransaction } from '../ports/durable-store.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import { audit } from './audit.ts';
import { checkIdentity } from './identity-gate.ts';
import { requireConnector } from './require-connector.ts';
import { NHS_NUMBER_SYSTEM } from './nhs-number.ts';
import type { PatientFacts } from './patient-facts.ts';
import { dropPendingIdentity, pendingIdentity } from './pending-identity.ts';
import { requireSubject } from './represent.ts';
import { afterLink } from './next-reading.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import { unlinkAccount } from './unlink-account.ts';
import type { WhoseAccount } from './whose-account.ts';

interface AwaitingAccount {
  readonly subject: Person;
  readonly account: LinkedAccount;
  readonly facts: PatientFacts;
}

/** @throws GatewayError `not-found` where nothing awaits an answer; `link-failed` where the time to answer has passed. */
export async function awaitingConfirmation(context: ServiceContext, whose: WhoseAccount): Promise<AwaitingAccount> {
  const subject = await requireSubject(context, whose.actorId, whose.subjectId);
  const accounts = await context.store.listAccounts(subject.id);
  const account = accounts.find((item) => item.source === whose.source && item.state === 'awaiting-confirmation');
  if (account === undefined) throw new GatewayError('not-found', 'No account is waiting for your answer.');
  const facts = await pendingIdentity(context, account.id);
  if (facts === undefined)
    throw new GatewayError('link-failed', 'The time to answer has passed. Link the account again.');
  return { subject, account, facts };
}

/** @throws GatewayError `identity-mismatch` where something learned since contradicts; the account is removed then. */
export async function confirmIdentity(context: ServiceContext, whose: WhoseAccount): Promise<LinkedAccount> {
  const { subject, account, facts } = await awaitingConfirmation(context, whose);
  const actor = whose.actorId === subject.id ? undefined : await context.store.getPerson(whose.actorId);
  const outcome = checkIdentity(subject, facts, actor?.identifiers ?? []);
  if (outcome.result === 'mismatch') {
    await unlinkAccount(context, whose);
    throw new GatewayError('identity-mismatch');
  }
  const confirmed: LinkedAccount = {
    ...account,
    state: 'active',
    nextReadingAt: afterLink(context.now()),
    identity: { ...outcome, confirmedBy: whose.actorId, confirmedAt: isoNow(context) },
  };
  await context.store.atomically(subject.id, async (writes) => {
    await writes.putAccount(confirmed);
    await learnNhsNumber(writes, subject, facts, whose.source);
    await audit(context, { ...saidBy(whose), outcome: 'success' }, writes);
  });
  await dropPendingIdentity(context, account.id);
  return confirmed;
}

/** "This is someone else": tokens revoked, nothing kept. */
export async function declineIdentity(context: ServiceContext, whose: WhoseAccount): Promise<void> {
  requireConnector(context, whose.source);
  await awaitingConfirmation(context, whose);
  await unlinkAccount(context, whose, { ...saidBy(whose), outcome: 'failure' });
}

function saidBy({ subjectId, actorId, source }: WhoseAccount) {
  return { subjectId, actorId, action: 'confirm-identity', sources: [source] } as const;
}

/** A subject without a number takes the source's, so that the next source can be proved by it. */
async function learnNhsNumber(
  writes: StoreTransaction,
  subject: Person,
  facts: PatientFacts,
  source: string,
): Promise<void> {
  const values = new Set(facts.nhsNumbers.filter((item) => item.traced).map((item) => item.value));
  const [value] = values;
  const hasOne = subject.identifiers.some((item) => item.system === NHS_NUMBER_SYSTEM);
  if (hasOne || values.size !== 1 || value === undefined) return;
  const identifiers = [...subject.identifiers, { system: NHS_NUMBER_SYSTEM, value, verifiedBy: source }];
  await writes.updatePerson({ ...subject, identifiers });
}
