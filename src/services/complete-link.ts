/** Completes the linking of an account: the identity gate decides before anything is kept (design 6). */
import { GatewayError } from '../errors.ts';
import { SourceError, type Grant, type SourceConnector } from '../ports/source-connector.ts';
import { audit } from './audit.ts';
import { checkIdentity, type GateOutcome } from './identity-gate.ts';
import { keepAccount, type CompletedLink } from './keep-account.ts';
import { takeTransaction, type CompleteLink } from './link-transaction.ts';
import { readPatientFacts, type PatientFacts } from './patient-facts.ts';
import { requireSubject } from './represent.ts';
import { asGatewayError, requireConnector } from './require-connector.ts';
import type { ServiceContext } from './service-context.ts';

const READ_PATIENT_MS = 20_000;

/**
 * @throws GatewayError `link-failed` (foreign, missing, late or replayed state; error from the source; no Patient),
 * `identity-mismatch`; the tokens are revoked then and nothing is kept.
 */
export async function completeLink(context: ServiceContext, complete: CompleteLink): Promise<CompletedLink> {
  const connector = requireConnector(context, complete.source);
  const transaction = await takeTransaction(context, complete);
  const { actorId, subjectId } = transaction;
  const subject = await requireSubject(context, actorId, subjectId);
  const auditFacts = { subjectId, actorId, action: 'link', sources: [connector.source.name] } as const;
  let grant: Grant | undefined;
  try {
    grant = await connector.completeAuthorization(complete.callbackUrl, transaction.authorization);
    const facts = await readFacts(connector, grant);
    const actor = actorId === subject.id ? undefined : await context.store.getPerson(actorId);
    const outcome = checkIdentity(subject, facts, actor?.identifiers ?? []);
    if (outcome.result === 'mismatch') throw new GatewayError('identity-mismatch', mismatchWords(connector, outcome));
    const line = { ...auditFacts, outcome: 'success' } as const;
    return await keepAccount(context, connector, { actorId, subject, grant, facts, outcome, line });
  } catch (error) {
    if (grant !== undefined) await revokeQuietly(context, connector, grant);
    await audit(context, { ...auditFacts, outcome: 'failure' });
    throw asGatewayError(error, 'link-failed');
  }
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

async function revokeQuietly(context: ServiceContext, connector: SourceConnector, grant: Grant): Promise<void> {
  const result = await connector.revoke(grant.tokens).catch(() => 'failed' as const);
  context.log.info({ source: connector.source.name, result }, 'tokens of a link that was not kept revoked');
}

const FACT_WORDS: Readonly<Record<string, string>> = {
  'nhs-number': 'the NHS number',
  'birth-date': 'the date of birth',
};

function mismatchWords(connector: SourceConnector, outcome: GateOutcome): string {
  const facts = outcome.contradicted.map((fact) => FACT_WORDS[fact] ?? fact).join(' and ');
  return `The account at ${connector.source.title} belongs to someone else: ${facts} differs. Nothing was kept.`;
}
