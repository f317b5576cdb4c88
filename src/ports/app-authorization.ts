/**
 * Port: what the gateway's authorization server asks a person about a client app, and what they answer (SMART App Launch
 * 2.2, "Obtain authorization code"). The pages implement the asking, `src/oauth` the protocol.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ResourceScope } from '../access/access-grant.ts';
import type { StoreTransaction } from './durable-store.ts';

/** Where the authorization server sends the person's browser; the pages answer there. */
export function consentPath(uid: string): string {
  return `/apps/authorize/${uid}`;
}

export interface AppDescription {
  readonly clientId: string;
  readonly name: string;
  /** Home page and privacy policy, https, as registered. */
  readonly homePage: string | undefined;
  readonly policyPage: string | undefined;
  /** `operator`: in the configuration or by the command line; `itself`: dynamic registration, nobody has looked at it. */
  readonly registeredBy: 'operator' | 'itself';
}

export interface ConsentQuestion {
  readonly uid: string;
  readonly app: AppDescription;
  /** Asked for and understood, in the app's own writing and order; what is not understood is left out. */
  readonly scopes: readonly string[];
  /** Those of `scopes` that are about resources. */
  readonly resourceScopes: readonly { readonly scope: string; readonly means: ResourceScope }[];
  /** `openid` was asked for: the app learns who signs in. */
  readonly asksIdentity: boolean;
  /** `offline_access`: goes on after the person has left. */
  readonly asksOffline: boolean;
  /**
   * The person must have signed in after this instant, milliseconds since the epoch (`prompt=login`, `max_age`; OpenID Connect
   * Core 3.1.2.1). Undefined: whoever is signed in may answer.
   */
  readonly signedInSinceMs?: number | undefined;
  /** Origin the browser goes to after the answer, for the page's Content-Security-Policy `form-action`. */
  readonly returnOrigin: string;
}

export interface ConsentAnswer {
  readonly actorId: string;
  readonly subjectId: string;
  /**
   * Some of the question's `scopes`; where one for all types (`patient/*.rs`) was narrowed by type, in its place those for
   * single types (`patient/Condition.rs`), in the same writing.
   */
  readonly scopes: readonly string[];
  /** Source names; undefined = all, those linked later too. */
  readonly sources: readonly string[] | undefined;
  /** ISO instant; undefined: until revoked. */
  readonly until: string | undefined;
  /** When the person signed in, milliseconds since the epoch; apps that ask learn it as `auth_time`. */
  readonly signedInAtMs?: number | undefined;
}

export interface Allowed {
  /** To send the browser to (303). */
  readonly url: string;
  readonly appGrantId: string;
}

export interface AppAuthorization {
  /** @throws GatewayError `gone` where the question is over or belongs to another browser. */
  question(request: IncomingMessage, response: ServerResponse): Promise<ConsentQuestion>;
  /**
   * Keeps the AppGrant.
   * @param alongside what is written with it, in the same transaction.
   * @throws GatewayError `gone`, `bad-request`.
   */
  allow(
    request: IncomingMessage,
    response: ServerResponse,
    answer: ConsentAnswer,
    alongside?: (writes: StoreTransaction, appGrantId: string) => Promise<void>,
  ): Promise<Allowed>;
  /** @returns URL to send the browser to (303): the app is told `access_denied`. */
  refuse(request: IncomingMessage, response: ServerResponse): Promise<string>;
  /** What is known of an app; undefined where it is registered no more. */
  describe(clientId: string): Promise<AppDescription | undefined>;
}
