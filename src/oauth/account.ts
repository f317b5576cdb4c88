/** Who a token was issued for, as long as they may still act for the one whose record it opens; what an app learns of them. */
import type { Account, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { AppGrant } from '../ports/app-grants.ts';
import { mayActFor } from '../services/represent.ts';
import type { ServiceContext } from '../services/service-context.ts';
import { fhirUserOf } from './fhir-user.ts';

/** Representations end; so does what rests on them. */
export function mayStillAct(
  services: ServiceContext,
  grant: Pick<AppGrant, 'actorId' | 'subjectId'>,
): Promise<boolean> {
  return mayActFor(services, grant.actorId, grant.subjectId);
}

export function createFindAccount(
  services: ServiceContext,
  fhirBaseUrl: string,
): NonNullable<Configuration['findAccount']> {
  return async (ctx, sub, token) => {
    const grantId = token?.grantId ?? grantIdOf(ctx);
    const grant = grantId === undefined ? undefined : await services.store.findAppGrant(grantId);
    if (grant === undefined || grant.actorId !== sub || !(await mayStillAct(services, grant))) return undefined;
    const fhirUser = fhirUserOf(grant, fhirBaseUrl);
    return { accountId: sub, claims: () => ({ sub, fhirUser, profile: fhirUser }) } satisfies Account;
  };
}

/** While the question is being answered, the answer names it. */
function grantIdOf(ctx: KoaContextWithOIDC | undefined): string | undefined {
  const result = ctx?.oidc.result as { readonly consent?: { readonly grantId?: string } } | undefined;
  return result?.consent?.grantId;
}
