/** From `Authorization` to rights: tokens of the gateway's own authorization server are looked up, all others go to their verifier. */
import type { AccessGrant } from '../../access/access-grant.ts';
import { parseScopes } from '../../access/parse-scopes.ts';
import { RefusedToken } from '../../access/refused-token.ts';
import { GatewayError } from '../../errors.ts';
import type { AppGrant } from '../../ports/app-grants.ts';
import type { ServiceContext } from '../../services/service-context.ts';
import type { TokenVerifier } from '../verify-token.ts';
import { isOwnToken, type FindAccessToken, type LiveAccessToken } from './own-tokens.ts';

const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
/** Often enough for the page that shows when an app was last here. */
const NOTE_USE_EVERY_MS = 15 * 60_000;

export function bearerOf(authorizationHeader: string | undefined): string | undefined {
  return BEARER.exec(authorizationHeader ?? '')?.[1];
}

export function createVerifier(options: {
  readonly issuer: string;
  readonly find: FindAccessToken;
  /** For tokens of issuers that the operator trusts. */
  readonly others: TokenVerifier;
  readonly services: ServiceContext;
}): TokenVerifier {
  const { issuer, find, others, services } = options;
  return {
    async verify(authorizationHeader) {
      const token = bearerOf(authorizationHeader);
      if (token === undefined || !isOwnToken(token)) return others.verify(authorizationHeader);
      const live = await find(token);
      if (live === undefined) throw await refusalOf(services, token, issuer);
      await noteUse(services, live);
      return toAccessGrant(live, issuer);
    },
  };
}

/** A token that is over still says whose record it was for. */
async function refusalOf({ store }: ServiceContext, token: string, issuer: string): Promise<GatewayError> {
  const issued = await store.findIssuedToken('access', token);
  const grant = issued === undefined ? undefined : await store.findAppGrant(issued.appGrantId);
  if (grant === undefined) return new GatewayError('invalid-token');
  return new RefusedToken('invalid-token', accessGrantOf(grant, [], issuer));
}

/** @throws RefusedToken `insufficient-scope`. */
function toAccessGrant({ grant, scopes }: LiveAccessToken, issuer: string): AccessGrant {
  const rights = parseScopes(scopes.join(' ')).filter(({ level }) => level === 'patient');
  const access = accessGrantOf(grant, rights, issuer);
  if (!rights.some(({ read, search }) => read || search)) {
    throw new RefusedToken('insufficient-scope', access, 'The access token has no scope that reads a patient record.');
  }
  return access;
}

function accessGrantOf(grant: AppGrant, scopes: AccessGrant['scopes'], issuer: string): AccessGrant {
  return {
    actor: { issuer, sub: grant.actorId },
    clientId: grant.clientId,
    subjectId: grant.subjectId,
    scopes,
    sources: grant.sources,
    labels: grant.labels,
    until: grant.until,
    appGrantId: grant.id,
  };
}

async function noteUse({ store, now }: ServiceContext, { grant }: LiveAccessToken): Promise<void> {
  const last = grant.lastUsedAt === undefined ? -Infinity : Date.parse(grant.lastUsedAt);
  if (now() - last > NOTE_USE_EVERY_MS) await store.noteAppGrantUse(grant.id, new Date(now()).toISOString());
}
