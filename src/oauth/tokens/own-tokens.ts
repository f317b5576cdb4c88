/** Finds what an access token of this authorization server stands for, now: every look-up sees a revocation at once. */
import type { AppGrant } from '../../ports/app-grants.ts';
import type { ServiceContext } from '../../services/service-context.ts';
import { mayStillAct } from '../account.ts';
import { splitScopes } from '../app-scopes.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';

export interface LiveAccessToken {
  readonly clientId: string;
  /** Of the token and still of the consent. */
  readonly scopes: readonly string[];
  readonly issuedAtS: number;
  readonly expiresAtS: number;
  readonly grant: AppGrant;
}

/** @returns undefined for a token that is unknown, over, revoked, or whose ground is gone: app, consent, representation, person. */
export type FindAccessToken = (token: string) => Promise<LiveAccessToken | undefined>;

/** What the library wrote down. */
interface Payload {
  readonly clientId: string;
  readonly accountId: string;
  readonly aud: string;
  readonly scope?: string;
  readonly iat: number;
  readonly exp: number;
}

/** 256 random bits in the library's alphabet; a JWT of another issuer has dots. */
const OWN_TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function isOwnToken(token: string): boolean {
  return OWN_TOKEN.test(token);
}

/** @param audience the FHIR base URL. */
export function createFindAccessToken(
  services: ServiceContext,
  registry: ClientRegistry,
  audience: string,
): FindAccessToken {
  return async (token) => {
    const issued = isOwnToken(token) ? await services.store.findIssuedToken('access', token) : undefined;
    if (issued === undefined || Date.parse(issued.expiresAt) <= services.now()) return undefined;
    const payload = JSON.parse(issued.payload) as Payload;
    const grant = await services.store.findAppGrant(issued.appGrantId);
    if (grant === undefined || (grant.until !== undefined && Date.parse(grant.until) <= services.now()))
      return undefined;
    const isTied =
      payload.aud === audience && payload.clientId === grant.clientId && payload.accountId === grant.actorId;
    if (!isTied || (await registry.find(grant.clientId)) === undefined) return undefined;
    if (!(await mayStillAct(services, grant))) return undefined;
    return {
      clientId: grant.clientId,
      scopes: splitScopes(payload.scope).filter((scope) => grant.scopes.includes(scope)),
      issuedAtS: payload.iat,
      expiresAtS: payload.exp,
      grant,
    };
  };
}
