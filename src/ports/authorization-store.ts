/** Port: what the gateway's own authorization server must not lose with a restart: issued tokens, client apps, signing keys. */
import type { JWK } from 'jose';

/** How an app proves at the token endpoint that it is the one that was registered (SMART App Launch 2.2, "Client authentication"). */
export type AppAuthentication =
  | { readonly method: 'none' }
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly jwks: { readonly keys: readonly JWK[] } }
  | { readonly method: 'private_key_jwt'; readonly jwksUri: string };

/** A client app that may ask people for access. */
export interface AppClient {
  readonly clientId: string;
  readonly name: string;
  /** Compared as they are; of `native` apps the port of a loopback address may vary (RFC 8252, 7.3). */
  readonly redirectUris: readonly string[];
  readonly kind: 'web' | 'native';
  readonly authentication: AppAuthentication;
  /** How its id tokens are signed; RS256 where it is not said (OpenID Connect Core 3.1.3.7). */
  readonly idTokenAlgorithm?: SigningKey['algorithm'];
  /** https; shown to the person who is asked. */
  readonly homePage: string | undefined;
  readonly policyPage: string | undefined;
  /** Origins whose scripts may call the token endpoint, beside those of the redirect URIs. */
  readonly origins: readonly string[];
  /** `any`: as a resource server it may look into the tokens of every app (RFC 7662); otherwise into its own. */
  readonly introspects?: 'own' | 'any';
  /** `operator`: by file or command line; `itself`: dynamic registration (RFC 7591). */
  readonly registeredBy: 'operator' | 'itself';
  readonly registeredAt: string;
}

/** An access or refresh token. The token itself is no part of it: rows are found by a digest. */
export interface IssuedToken {
  readonly kind: 'access' | 'refresh';
  /** The consent it rests on; gone with it. */
  readonly appGrantId: string;
  /** ISO instant. */
  readonly expiresAt: string;
  /** ISO instant at which a refresh token was exchanged: a second time is a theft. */
  readonly usedAt: string | undefined;
  /** What the authorization server wrote down, JSON. */
  readonly payload: string;
}

/** A key of the gateway as issuer of id tokens. */
export interface SigningKey {
  readonly keyId: string;
  readonly algorithm: 'RS256' | 'ES384';
  /** All keys made together have one; the highest signs, the others are only published. */
  readonly generation: number;
  readonly createdAt: string;
  readonly privateKey: JWK;
}

export interface AuthorizationStore {
  /** @throws GatewayError `not-found` where the consent is there no more. */
  putIssuedToken(token: string, issued: IssuedToken): Promise<void>;
  /** Also an expired or used one, as long as it is kept. */
  findIssuedToken(kind: IssuedToken['kind'], token: string): Promise<IssuedToken | undefined>;
  /** Marks a refresh token as exchanged. @returns true for exactly one caller. */
  useIssuedToken(token: string, at: string): Promise<boolean>;
  deleteIssuedToken(kind: IssuedToken['kind'], token: string): Promise<void>;
  deleteIssuedTokens(appGrantId: string): Promise<void>;

  /** @throws GatewayError `conflict` where the client id is taken. */
  addAppClient(client: AppClient): Promise<void>;
  findAppClient(clientId: string): Promise<AppClient | undefined>;
  /** By name. */
  listAppClients(): Promise<readonly AppClient[]>;
  /** Ends every consent given to it. @returns false where there was none. */
  deleteAppClient(clientId: string): Promise<boolean>;

  /** Adds the keys of one generation. @returns false where another process was first with this generation. */
  addSigningKeys(keys: readonly SigningKey[]): Promise<boolean>;
  /** Newest generation first. */
  listSigningKeys(): Promise<readonly SigningKey[]>;
  deleteSigningKeys(belowGeneration: number): Promise<void>;

  /**
   * Forgets tokens, receipts and consents that are over; and of some of the others, the next ones at each call, those that were
   * given before `idleSince` and hold no token any more.
   */
  deleteExpired(now: string, idleSince: string): Promise<void>;
}
