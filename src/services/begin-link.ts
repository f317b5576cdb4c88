/** Begins the linking of an account (SMART App Launch 2.2, "Launch app: standalone launch"). */
import { keepTransaction, sessionDigest } from './link-transaction.ts';
import { requireSubject } from './represent.ts';
import { asGatewayError, requireConnector } from './require-connector.ts';
import type { ServiceContext } from './service-context.ts';
import type { WhoseAccount } from './whose-account.ts';

export interface BeginLink extends WhoseAccount {
  /** The browser's session; kept as a digest. */
  readonly sessionId: string;
  /** One per source (RFC 9700, 4.4.2). */
  readonly redirectUri: string;
}

/**
 * @returns where to send the browser.
 * @throws GatewayError `not-found` for a source or subject that is not theirs; `source-failed` where the source's sign-in
 * cannot be reached.
 */
export async function beginLink(context: ServiceContext, begin: BeginLink): Promise<string> {
  await requireSubject(context, begin.actorId, begin.subjectId);
  const connector = requireConnector(context, begin.source);
  const started = await connector.startAuthorization(begin.redirectUri).catch((error: unknown) => {
    throw asGatewayError(error, 'source-failed');
  });
  await keepTransaction(context, {
    authorization: started.transaction,
    actorId: begin.actorId,
    subjectId: begin.subjectId,
    session: sessionDigest(begin.sessionId),
  });
  return started.url;
}
