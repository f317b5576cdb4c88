/** What is kept of a link between leaving for the source and coming back: bound to the browser session, ten minutes, had once. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import type { AuthorizationTransaction } from '../ports/source-connector.ts';
import type { ServiceContext } from './service-context.ts';

const LINK_TTL_MS = 10 * 60_000;

export interface LinkTransaction {
  readonly authorization: AuthorizationTransaction;
  readonly actorId: string;
  readonly subjectId: string;
  /** Digest of the session id. */
  readonly session: string;
}

export interface CompleteLink {
  /** Made from the configured redirect URI, never from the Host header. */
  readonly callbackUrl: URL;
  readonly sessionId: string;
  readonly source: string;
}

export async function keepTransaction(context: ServiceContext, transaction: LinkTransaction): Promise<void> {
  await context.shared.set(`link:${transaction.authorization.state}`, JSON.stringify(transaction), LINK_TTL_MS);
}

/** @throws GatewayError `link-failed` for a state that is missing, foreign, late or used already. */
export async function takeTransaction(context: ServiceContext, complete: CompleteLink): Promise<LinkTransaction> {
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

export function sessionDigest(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
