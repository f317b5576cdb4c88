/** What the authorization server is built over; made by `app.ts`. */
import type { AppClient } from '../ports/authorization-store.ts';
import type { RateLimits } from '../services/rate-limits.ts';
import type { ServiceContext } from '../services/service-context.ts';

export interface AuthorizationServerOptions {
  /** Origin of the gateway, no slash at the end; the Host header is never read. */
  readonly publicUrl: string;
  readonly fhirBaseUrl: string;
  /** Signs the cookies that tie a browser to its request. One for all processes, at least 32 random bytes as text. */
  readonly cookieKey: string;
  /** From the configuration; those registered later are in the store. */
  readonly clients: readonly AppClient[];
  /** Whether apps may register themselves (RFC 7591). */
  readonly dynamicRegistration: boolean;
  /** Fetches the key sets of clients; must not reach private addresses nor follow redirects. */
  readonly fetchKeys: (url: string, init: RequestInit) => Promise<Response>;
  readonly services: ServiceContext;
  /** How often may be asked; without limits where it is left out. */
  readonly limits?: RateLimits | undefined;
}

/** `<publicUrl>/oauth` */
export function issuerOf({ publicUrl }: Pick<AuthorizationServerOptions, 'publicUrl'>): string {
  return `${publicUrl}/oauth`;
}
