/**
 * Begins and completes the linking of an account (SMART App Launch 2.2, "Launch app: standalone launch"). A transaction is
 * bound to the browser session, lives ten minutes and is had once; the identity gate decides before anything is kept.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import {
  SourceError,
  type AuthorizationTransaction,
  type Grant,
  type SourceConnector,
} from '../ports/source-connector.ts';
import { audit } from './audit.ts';
import { checkIdentity, type GateOutcome } from './identity-gate.ts';
import { keepForConfirmation } from './pending-identity.ts';
import { readPatientFacts, type PatientFacts } from './patient-facts.ts';
import { requireSubject } from './represent.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

export const LINK_TTL_MS = 10 * 60_000;
const READ_PATIENT_MS = 20_000;
const ACCOUNT_LOCK = { ttlMs: 30_000, waitMs: 10_000 };

export interface BeginLink {
  readonly actorId: string;
  readonly subjectId: string;
  readonly source: string;
  /** The browser's session; kept as a digest. */
  readonly sessionId: string;
  /** One per source (RFC 9700, 4.4.2). */
  readonly redirectUri: string;
}

interface LinkTransaction {
  readonly authorization: AuthorizationTransaction;
  readonly actorId: string;
  readonly subjectId: string;
  readonly session: string;
}

export interface CompleteLink {
  readonly callbackUrl: URL;
  readonly sessionId: string;
  readonly source: string;
}

export interface CompletedLink {
  readonly account: LinkedAccount;
  /** `relinked`: data kept, tokens replaced. `replaced`: the source named another of its patients, so the old data went. */
  readonly kind: 'linked' | 'relinked' | 'replaced';
}

/** @throws GatewayError `not-found` for a source or subject that is not theirs. */
export function requireConnector(context: ServiceContext, source: string): SourceConnector {
  const connector = context.connectors.get(source);
  if (connector === undefined) throw new GatewayError('not-found', 'There is no such source.');
  return connector;
}

/** @returns where to send the browser. @throws GatewayError `source-failed` where the source's sign-in cannot be reached. */
export async function beginLink(context: ServiceContext, begin: BeginLink): Promise<string> {
  await requireSubject(context, begin.actorId, begin.subjectId);
  const connector = requireConnector(context, begin.source);
  const started = await connector.startAuthorization(begin.redirectUri).catch((error: unknown) => {
    throw asGatewayError(error, 'source-failed');
  });
  const transaction: LinkTransaction = {
    authorization: started.transaction,
    actorId: begin.actorId,
    subjectId: begin.subjectId,
    session: sessionDigest(begin.sessionId),
  };
  await context.shared.set(`link:${started.transaction.state}`, JSON.stringify(transaction), LINK_TTL_MS);
  return started.url;
}

/**
 * @throws GatewayError `link-failed` (foreign, missing, late or replayed state; error from the source; no Patient),
 * `identity-mismatch` (tokens revoked, nothing kept).
 */
export async function completeLink(context: ServiceContext, complete: CompleteLink): Promise<CompletedLink> {
  const connector = requireConnector(context, complete.source);
  const transaction = await takeTransaction(context, complete);
  const subject = await requireSubject(context, transaction.actorId, transaction.subjectId);
  let grant: Grant | undefined;
  try {
    grant = await connector.completeAuthorization(complete.callbackUrl, transaction.authorization);
    const facts = await readFacts(connector, grant);
    const actor = transaction.actorId === subject.id ? undefined : await context.store.getPerson(transaction.actorId);
    const outcome = checkIdentity(subject, facts, actor?.identifiers ?? []);
    if (outcome.result === 'mismatch') throw new GatewayError('identity-mismatch', mismatchWords(connector, outcome));
    const completed = await keepAccount(context, connector, transaction, grant, facts, outcome, subject);
    await audit(context, { ...auditFacts(transaction, connector), action: 'link', outcome: 'success' });
    return completed;
  } catch (error) {
    if (grant !== undefined) await revokeQuietly(context, connector, grant);
    await audit(context, { ...auditFacts(transaction, connector), action: 'link', outcome: 'failure' });
    throw asGatewayError(error, 'link-failed');
  }
}

async function takeTransaction(context: ServiceContext, complete: CompleteLink): Promise<LinkTransaction> {
  const state = complete.callbackUrl.searchParams.get('state');
  const kept = state === null || state === '' ? undefined : await context.shared.take(`link:${state}`);
  const transaction = kept === undefined ? undefined : (JSON.parse(kept) as LinkTransaction);
  if (
    transaction === undefined ||
    transaction.authorization.source !== complete.source ||
    !sameDigest(transaction.session, sessionDigest(complete.sessionId))
  ) {
    context.log.warn({ source: complete.source, known: transaction !== undefined }, 'callback refused');
    throw new GatewayError(
      'link-failed',
      'This link was not started here, is too old or was used already. Start again.',
    );
  }
  return transaction;
}

async function readFacts(connector: SourceConnector, grant: Grant): Promise<PatientFacts> {
  const received = await connector.readPatient({
    tokens: {
      current: () => Promise.resolve(grant.tokens.accessToken),
      renew: () => Promise.reject(new SourceError('needs-sign-in', 'The source refused the token it had just given.')),
    },
    patientId: grant.patientId,
    signal: AbortSignal.timeout(READ_PATIENT_MS),
  });
  const facts = readPatientFacts(received.json);
  if (facts === undefined) throw new SourceError('not-fhir', 'The source did not say whose account this is.');
  return facts;
}

async function keepAccount(
  context: ServiceContext,
  connector: SourceConnector,
  transaction: LinkTransaction,
  grant: Grant,
  facts: PatientFacts,
  outcome: GateOutcome,
  subject: Person,
): Promise<CompletedLink> {
  const source = connector.source.name;
  const done = await withLock(context.shared, `link:${subject.id}:${source}`, ACCOUNT_LOCK, async () => {
    const sourcePatientId = grant.patientId ?? facts.id;
    const earlier = (await context.store.listAccounts(subject.id)).find((item) => item.source === source);
    const same = earlier !== undefined && earlier.sourcePatientId === sourcePatientId;
    if (earlier !== undefined && !same) await removeEarlier(context, connector, earlier);
    const confirmed = same && earlier.identity.confirmedBy !== undefined;
    const account: LinkedAccount = {
      ...(same ? earlier : freshAccount(context, source)),
      subjectId: subject.id,
      actorId: transaction.actorId,
      sourcePatientId,
      grantedScope: grant.tokens.scope,
      state: outcome.result === 'match' || confirmed ? 'active' : 'awaiting-confirmation',
      identity: {
        ...outcome,
        confirmedBy: same ? earlier.identity.confirmedBy : undefined,
        confirmedAt: same ? earlier.identity.confirmedAt : undefined,
      },
      // Due at once: what the new tokens may read can differ.
      lastTriedAt: undefined,
      lastFailure: undefined,
    };
    await context.store.putAccount(account);
    await context.store.putTokens(subject.id, account.id, grant.tokens);
    if (account.state === 'awaiting-confirmation') await keepForConfirmation(context, account.id, facts);
    return { account, kind: same ? 'relinked' : earlier === undefined ? 'linked' : 'replaced' } as const;
  });
  if (done === undefined) throw new GatewayError('conflict', 'This account is being linked in another window.');
  return done.value;
}

function freshAccount(
  context: ServiceContext,
  source: string,
): Pick<LinkedAccount, 'id' | 'source' | 'linkedAt' | 'lastSuccessAt' | 'outcomes'> {
  return { id: context.newId(), source, linkedAt: isoNow(context), lastSuccessAt: undefined, outcomes: [] };
}

/** The tokens of a link to the same patient are not revoked: some servers would end the new grant with the old. */
async function removeEarlier(
  context: ServiceContext,
  connector: SourceConnector,
  earlier: LinkedAccount,
): Promise<void> {
  const tokens = await context.store.getTokens(earlier.subjectId, earlier.id);
  if (tokens !== undefined) await connector.revoke(tokens).catch(() => 'failed');
  await context.store.deleteAccount(earlier.subjectId, earlier.id);
}

async function revokeQuietly(context: ServiceContext, connector: SourceConnector, grant: Grant): Promise<void> {
  const result = await connector.revoke(grant.tokens).catch(() => 'failed' as const);
  context.log.info({ source: connector.source.name, result }, 'tokens of a link that was not kept revoked');
}

function mismatchWords(connector: SourceConnector, outcome: GateOutcome): string {
  const words = { 'nhs-number': 'the NHS number', 'birth-date': 'the date of birth' };
  const facts = outcome.contradicted.map((fact) => (fact in words ? words[fact as keyof typeof words] : fact));
  return `The account at ${connector.source.title} belongs to someone else: ${facts.join(' and ')} differs. Nothing was kept.`;
}

function auditFacts(transaction: LinkTransaction, connector: SourceConnector) {
  return { subjectId: transaction.subjectId, actorId: transaction.actorId, what: [connector.source.name] };
}

/** A source's own words are safe for people (`SourceError.detail`); anything else is told by the table's text. */
export function asGatewayError(error: unknown, code: 'link-failed' | 'source-failed'): GatewayError {
  if (error instanceof GatewayError) return error;
  return new GatewayError(code, error instanceof SourceError ? error.detail : undefined, error);
}

function sessionDigest(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
