/**
 * What the library leaves open of a client's signed assertion (SMART App Launch 2.2, "Authenticating to the Token endpoint"):
 * meant for this endpoint, short-lived, signed with a named key of the registered set. Signature, `iss`, `jti` are checked there.
 */
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { AppClient } from '../../ports/authorization-store.ts';

const LONGEST_S = 300;
const CLOCK_TOLERANCE_S = 15;

type Members = Readonly<Record<string, unknown>>;

/** @throws errors.InvalidClientAuth (`invalid_client`). */
export function assertClientAssertion(
  ctx: KoaContextWithOIDC,
  claims: Members,
  header: Members,
  client: AppClient,
): void {
  const nowS = Math.floor(Date.now() / 1000);
  // RFC 7523 allows the issuer beside SMART's token URL, and stock OpenID libraries send it.
  const audiences = [ctx.oidc.urlFor('token'), ctx.oidc.urlFor(ctx.oidc.route), ctx.oidc.issuer];
  const refuse = (detail: string) => {
    throw new errors.InvalidClientAuth(detail);
  };
  if (claims['sub'] !== client.clientId) refuse('sub must be the client_id');
  // One audience: an assertion that names several servers could be used at each by the other.
  if (typeof claims['aud'] !== 'string' || !audiences.includes(claims['aud']))
    refuse('aud must be the token endpoint, alone');
  if (typeof claims['exp'] !== 'number' || claims['exp'] > nowS + LONGEST_S + CLOCK_TOLERANCE_S) {
    refuse('exp must be no more than five minutes ahead');
  }
  if (typeof header['kid'] !== 'string') refuse('the header must name the key by kid');
  // Keys come from the registration only; a header that names others is refused rather than ignored.
  for (const member of ['jwk', 'x5u', 'x5c'])
    if (header[member] !== undefined) refuse(`the header must not hold ${member}`);
  const jwksUri = 'jwksUri' in client.authentication ? client.authentication.jwksUri : undefined;
  if (header['jku'] !== undefined && header['jku'] !== jwksUri) refuse('jku must be the registered JWKS URL');
}
