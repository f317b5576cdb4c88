/** The library's Grant is what a person allowed: read from the AppGrant, never stored a second time. Revoked there, gone here. */
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { AppGrant } from '../../ports/app-grants.ts';
import type { DurableStore } from '../../ports/durable-store.ts';
import { OWN_SCOPES } from '../app-scopes.ts';
import { noAdapter } from './no-adapter.ts';

export function createGrantAdapter(store: DurableStore, fhirBaseUrl: string): Adapter {
  return {
    ...noAdapter,
    async find(id) {
      const grant = await store.findAppGrant(id);
      return grant === undefined ? undefined : toPayload(grant, fhirBaseUrl);
    },
    async destroy(id) {
      const grant = await store.findAppGrant(id);
      if (grant !== undefined) await store.deleteAppGrant(grant.subjectId, id);
    },
  };
}

function toPayload(grant: AppGrant, fhirBaseUrl: string): AdapterPayload {
  const own = grant.scopes.filter((scope) => (OWN_SCOPES as readonly string[]).includes(scope));
  return {
    kind: 'Grant',
    jti: grant.id,
    accountId: grant.actorId,
    clientId: grant.clientId,
    ...(grant.until === undefined ? {} : { exp: Math.floor(Date.parse(grant.until) / 1000) }),
    openid: { scope: own.join(' ') },
    // All scopes count as the FHIR server's, so that the token answer names every one that was granted.
    resources: { [fhirBaseUrl]: grant.scopes.join(' ') },
  };
}
