/**
 * Links a source that is read without a sign-in there (SMART App Launch 2.2, "Backend Services"): only for a subject with a
 * verified identifier, only after the actor has agreed, and only where the source knows exactly one Patient by it who passes the
 * identity gate. Nobody can look at a list of candidates here, so `insufficient` is a refusal.
 */
import { GatewayError } from '../errors.ts';
import { SourceError, type AccessTokens, type BackendAccess, type SourceConnector } from '../ports/source-connector.ts';
import type { TokenSet } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import { audit, type AuditFacts } from './audit.ts';
import { checkIdentity } from './identity-gate.ts';
import { keepAccount, type CompletedLink } from './keep-account.ts';
import { readPatientFacts, type PatientFacts } from './patient-facts.ts';
import { requireSubject } from './represent.ts';
import { asGatewayError, requireConnector } from './require-connector.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import type { WhoseAccount } from './whose-account.ts';

const FIND_PATIENT_MS = 20_000;

export interface AgreedLink extends WhoseAccount {
  /** What the actor agreed to, as shown. */
  readonly words: string;
}

/**
 * @throws GatewayError `not-found` where the source is not read so or the subject is not theirs; `link-failed` in words where
 * nobody or more than one was found; `identity-mismatch`. Nothing is kept then.
 */
export async function linkBackendAccount(context: ServiceContext, agreed: AgreedLink): Promise<CompletedLink> {
  const subject = await requireSubject(context, agreed.actorId, agreed.subjectId);
  const connector = requireConnector(context, agreed.source);
  if (connector.backend === undefined)
    throw new GatewayError('not-found', 'This source is linked by signing in there.');
  try {
    return await findAndKeep(context, connector, connector.backend, subject, agreed);
  } catch (error) {
    await audit(context, lineOf(agreed, 'failure'));
    throw asGatewayError(error, 'link-failed');
  }
}

function lineOf({ subjectId, actorId, source }: WhoseAccount, outcome: 'success' | 'failure'): AuditFacts {
  return { subjectId, actorId, action: 'link', sources: [source], outcome, notes: ['by agreement'] };
}

async function findAndKeep(
  context: ServiceContext,
  connector: SourceConnector,
  backend: BackendAccess,
  subject: Person,
  { actorId, words }: AgreedLink,
): Promise<CompletedLink> {
  if (subject.identifiers.length === 0) {
    throw refused(
      'It is found by a verified identifier such as the NHS number, and there is none here yet. Link another source first.',
    );
  }
  const tokens = await backend.authorize();
  const facts = await onlyPatient(connector, backend, subject, tokens);
  const actor = actorId === subject.id ? undefined : await context.store.getPerson(actorId);
  const outcome = checkIdentity(subject, facts, actor?.identifiers ?? []);
  if (facts.id === undefined) throw refused('The record that was found has no id. Nothing was kept.');
  if (outcome.result === 'mismatch') throw new GatewayError('identity-mismatch');
  if (outcome.result !== 'match')
    throw refused('The record that was found could not be proved to be yours. Nothing was kept.');
  const grant = { tokens, patientId: facts.id };
  const consent = { at: isoNow(context), words, scope: tokens.scope };
  const line = lineOf({ actorId, subjectId: subject.id, source: connector.source.name }, 'success');
  return keepAccount(context, connector, { actorId, subject, grant, facts, outcome, consent, line });
}

async function onlyPatient(
  connector: SourceConnector,
  backend: BackendAccess,
  subject: Person,
  tokens: TokenSet,
): Promise<PatientFacts> {
  const { title } = connector.source;
  const signal = AbortSignal.timeout(FIND_PATIENT_MS);
  const found = await backend.findPatients(subject.identifiers, { tokens: fixed(tokens), signal });
  const [only, ...others] = found.map(({ json }) => readPatientFacts(json)).filter((facts) => facts !== undefined);
  if (only === undefined) throw refused(`${title} has no record under your identifier. Nothing was linked.`);
  if (others.length > 0) {
    throw refused(
      `${title} has more than one record under your identifier. Nothing was linked; ask them to look into it.`,
    );
  }
  return only;
}

function fixed(tokens: TokenSet): AccessTokens {
  return {
    current: () => Promise.resolve(tokens.accessToken),
    renew: () => Promise.reject(new SourceError('access-withdrawn', 'The source refused the token it had just given.')),
  };
}

function refused(words: string): GatewayError {
  return new GatewayError('link-failed', words);
}
