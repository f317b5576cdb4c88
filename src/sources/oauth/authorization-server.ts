/** The source's authorization server, as its configuration or its discovery document says. */
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';

export interface AuthorizationServer {
  /** Undefined where the source names none (SMART App Launch 2.2: only with `sso-openid-connect`). */
  readonly issuer: string | undefined;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | undefined;
  readonly introspectionEndpoint: string | undefined;
  /** RFC 9207: every answer to an authorization request carries `iss`. */
  readonly issParameterSupported: boolean;
}

export function configuredServer(endpoints: NonNullable<SourceConfig['endpoints']>): AuthorizationServer {
  return {
    issuer: endpoints.issuer,
    authorizationEndpoint: endpoints.authorization,
    tokenEndpoint: endpoints.token,
    revocationEndpoint: endpoints.revocation,
    introspectionEndpoint: undefined,
    issParameterSupported: false,
  };
}

/** Mix-up defence where no issuer is published: the server that sent the person back must be the one they were sent to. */
export function issuerToExpect(server: AuthorizationServer): string {
  return server.issuer ?? new URL(server.authorizationEndpoint).origin;
}

/** @throws SourceError `misconfigured` for an endpoint the gateway may not use. */
export function requireSafeEndpoint(url: string, allowInsecure: boolean): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol === 'https:' || (protocol === 'http:' && allowInsecure)) return;
  throw new SourceError('misconfigured', 'The source names a sign-in address that is not https.');
}
