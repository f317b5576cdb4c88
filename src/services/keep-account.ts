/** Keeps a linked account after the identity gate. Linking a source again keeps its data and replaces its tokens. */
import { GatewayError } from '../errors.ts';
import type { LinkConsent, LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import type { Grant, SourceConnector } from '../ports/source-connector.ts';
import { audit, type AuditFacts } from './audit.ts';
import type { GateOutcome } from './identity-gate.ts';
import { afterLink } from './next-reading.ts';
import type { PatientFacts } from './patient-facts.ts';
import { keepForConfirmation } from './pending-identity.ts';
import { withoutBasis } from './pull-outcome.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import { learntEnd, saidEnd } from './sign-in-end.ts';
import { withLock } from './with-lock.ts';

const ACCOUNT_LOCK = { ttlMs: 30_000, waitMs: 10_000 };

export interface CompletedLink {
  readonly account: LinkedAccount;
  /** `relinked`: data kept, tokens replaced. `replaced`: the source named another of its patients, so the old data went. */
  readonly kind: 'linked' | 'relinked' | 'replaced';
}

export interface ProvedLink {
  readonly actorId: string;
  readonly subject: Person;
  readonly grant: Grant;
  readonly facts: PatientFacts;
  readonly outcome: GateOutcome;
  /** Where the source is read by agreement. */
  readonly consent?: LinkConsent | undefined;
  /** Its line in the access log. */
  readonly line: AuditFacts;
}

/** @throws GatewayError `conflict` where another window links the same source right now. */
export async function keepAccount(
  context: ServiceContext,
  connector: SourceConnector,
  link: ProvedLink,
): Promise<CompletedLink> {
  const source = connector.source.name;
  const subjectId = link.subject.id;
  const done = await withLock(context.shared, `link:${subjectId}:${source}`, ACCOUNT_LOCK, async () => {
    const sourcePatientId = link.grant.patientId ?? link.facts.id;
    const earlier = (await context.store.listAccounts(subjectId)).find((item) => item.source === source);
    const same = earlier?.sourcePatientId === sourcePatientId ? earlier : undefined;
    const other = same === undefined ? earlier : undefined;
    if (other !== undefined) await endEarlier(context, connector, other);
    const account = accountAfter(context, source, link, same);
    await context.store.atomically(subjectId, async (writes) => {
      if (other !== undefined) await writes.deleteAccount(subjectId, other.id);
      await writes.putAccount(account, link.grant.tokens);
      await audit(context, link.line, writes);
    });
    if (account.state === 'awaiting-confirmation') await keepForConfirmation(context, account.id, link.facts);
    const kind = same !== undefined ? 'relinked' : earlier === undefined ? 'linked' : 'replaced';
    return { account, kind } as const;
  });
  if (done === undefined) throw new GatewayError('conflict', 'This account is being linked in another window.');
  return done.value;
}

/** @param same the account as it was, where the same patient of the source is linked again. */
function accountAfter(
  context: ServiceContext,
  source: string,
  { actorId, subject, grant, facts, outcome, consent }: ProvedLink,
  same: LinkedAccount | undefined,
): LinkedAccount {
  const times = { signedInAt: isoNow(context), signInLastedMs: same?.signInLastedMs };
  const { confirmedBy, confirmedAt } = same?.identity ?? {};
  return {
    id: same?.id ?? context.newId(),
    subjectId: subject.id,
    actorId,
    source,
    sourcePatientId: grant.patientId ?? facts.id,
    grantedScope: grant.tokens.scope,
    state: outcome.result === 'match' || confirmedBy !== undefined ? 'active' : 'awaiting-confirmation',
    identity: { ...outcome, confirmedBy, confirmedAt },
    linkedAt: same?.linkedAt ?? isoNow(context),
    lastSuccessAt: same?.lastSuccessAt,
    // Due at once: what the new tokens may read can differ.
    lastTriedAt: undefined,
    // Read at once; should that process die, by any other.
    nextReadingAt: afterLink(context.now()),
    lastFailure: undefined,
    // The new sign-in may open what the old one did not: everything is read anew.
    outcomes: (same?.outcomes ?? []).map(withoutBasis),
    consent,
    ...times,
    signInEndsAt: consent === undefined ? (saidEnd(grant.tokens) ?? learntEnd(times)) : undefined,
  };
}

/** The tokens of a link to the same patient are not revoked: some servers would end the new grant with the old. */
async function endEarlier(context: ServiceContext, connector: SourceConnector, earlier: LinkedAccount): Promise<void> {
  const tokens = await context.store.getTokens(earlier.subjectId, earlier.id);
  if (tokens !== undefined) await connector.revoke(tokens).catch(() => 'failed');
}
