/**
 * What apps may read of a record, for the one who looks after it. A person sees every grant on their own record, whoever
 * gave it; someone who acts for another sees those they gave themselves.
 */
import { GatewayError } from '../errors.ts';
import type { AppGrant } from '../ports/app-grants.ts';
import { audit } from './audit.ts';
import { listSubjects } from './represent.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export interface WhoseGrants {
  readonly actorId: string;
  readonly subjectId: string;
}

/** Newest first; those whose time is over are left out. @throws GatewayError `not-found` where the subject is not theirs. */
export async function listAppGrants(
  context: ServiceContext,
  { actorId, subjectId }: WhoseGrants,
): Promise<readonly AppGrant[]> {
  const subject = (await listSubjects(context, actorId)).find(({ person }) => person.id === subjectId);
  if (subject === undefined) throw new GatewayError('not-found');
  const now = isoNow(context);
  const grants = await context.store.listAppGrants(subjectId);
  return grants.filter(
    (grant) =>
      (grant.until === undefined || grant.until > now) &&
      (subject.relationship === 'self' || grant.actorId === actorId),
  );
}

/** One grant, or all that an app has: one for each device it was allowed on. */
export type WhichGrants = { readonly grantId: string } | { readonly clientId: string };

/**
 * Ends grants and every token that rests on them.
 * @throws GatewayError `not-found` for a grant of others and for none at all alike: existence is not told.
 */
export async function revokeAppGrants(context: ServiceContext, whose: WhoseGrants & WhichGrants): Promise<void> {
  const { subjectId, actorId } = whose;
  const grants = (await listAppGrants(context, whose)).filter(({ id, clientId }) =>
    'grantId' in whose ? id === whose.grantId : clientId === whose.clientId,
  );
  if (grants.length === 0) throw new GatewayError('not-found');
  for (const { id: appGrantId, clientId: agent } of grants) {
    await context.store.atomically(subjectId, async (writes) => {
      await writes.deleteAppGrant(subjectId, appGrantId);
      await audit(context, { subjectId, actorId, agent, appGrantId, action: 'revoke', outcome: 'success' }, writes);
    });
  }
}
