/**
 * An authorization server of the sandbox: `oidc-provider` with our own sign-in and consent pages, its own cookie names
 * (cookies ignore ports), keys made at start, and a record chosen at consent that rides along as `patient`
 * (SMART App Launch 2.2, "Scopes and launch context").
 */
import { randomBytes } from 'node:crypto';
import { Router, urlencoded } from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey } from 'jose';
import { Provider, errors } from 'oidc-provider';
import type { ClientAuthMethod, ClientMetadata, Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxUser } from '../sandbox-user.ts';
import { errorPage } from './html.ts';
import { interactionRouter } from './interactions.ts';
import { memoryAdapters } from './memory-adapter.ts';

export interface AuthorizationServerOptions {
  /** Path of the issuer on its origin, e.g. `/oauth`. */
  readonly issuer: string;
  /** Start of every cookie name. */
  readonly cookiePrefix: string;
  readonly title: string;
  readonly clients: readonly ClientMetadata[];
  readonly clientAuthMethods: readonly ClientAuthMethod[];
  readonly scopes: readonly string[];
  readonly claims: Readonly<Record<string, readonly string[]>>;
  readonly signingAlgorithm: 'RS256' | 'ES256';
  readonly accessTokenTtlS: number;
  readonly rotateRefreshToken: boolean;
  /** Refresh tokens only where `offline_access` was granted (SMART), or always (plain OAuth 2). */
  readonly refreshTokens: 'offline_access' | 'always' | 'never';
  /** SMART `aud` that every authorization request must carry; undefined: not looked at. */
  readonly requiredAud: string | undefined;
  readonly users: readonly SandboxUser[];
  /** People whose records are held here; undefined: no record is chosen. */
  readonly people: ReadonlySet<string> | undefined;
  /** Value of `patient` in the token answer, and of the `fhirUser` claim. */
  readonly patientOf: (person: string) => {
    readonly patient: string | undefined;
    readonly fhirUser: string | undefined;
  };
}

/** What a bearer token allows here. */
export interface TokenGrant {
  readonly scopes: ReadonlySet<string>;
  readonly person: string | undefined;
  /** Undefined for a backend service: nobody signed in. */
  readonly accountId: string | undefined;
}

export interface AuthorizationServer {
  readonly issuer: string;
  readonly router: Router;
  readonly endpoints: {
    readonly authorization: string;
    readonly token: string;
    readonly revocation: string;
    readonly jwks: string;
  };
  readonly signingKey: { readonly privateKey: CryptoKey; readonly kid: string; readonly algorithm: 'RS256' | 'ES256' };
  /** Undefined for a token that is unknown, expired or revoked. */
  tokenGrant(bearer: string): Promise<TokenGrant | undefined>;
}

/** The request names another server as its audience: `invalid_request` by redirect, not a 500. */
class InvalidAudience extends errors.OIDCProviderError {
  constructor() {
    super(400, 'invalid_request');
    this.error_description = 'aud must be the base URL of this FHIR server';
  }
}

function cookieNames(prefix: string): NonNullable<Configuration['cookies']> {
  return {
    keys: [randomBytes(32).toString('base64url')],
    names: { session: `${prefix}_session`, interaction: `${prefix}_interaction`, resume: `${prefix}_resume` },
  };
}

function configuration(
  options: AuthorizationServerOptions,
  key: JWK,
  personOf: (grantId: string | undefined) => string | undefined,
): Configuration {
  const users = new Map(options.users.map((user) => [user.sub, user]));
  return {
    adapter: memoryAdapters(),
    clients: [...options.clients],
    clientAuthMethods: [...options.clientAuthMethods],
    clientDefaults: { id_token_signed_response_alg: options.signingAlgorithm },
    enabledJWA: {
      clientAuthSigningAlgValues: ['RS384', 'ES384'],
      idTokenSigningAlgValues: [options.signingAlgorithm],
    },
    jwks: { keys: [key] },
    // The library's own way out refuses loopback, where all of the sandbox is; only registered key sets are fetched.
    fetch: (url, { method = 'GET', headers, signal }: RequestInit = {}) =>
      fetch(url, { method, ...(headers === undefined ? {} : { headers }), signal: signal ?? null }),
    cookies: cookieNames(options.cookiePrefix),
    scopes: [...options.scopes],
    claims: Object.fromEntries(Object.entries(options.claims).map(([scope, claims]) => [scope, [...claims]])),
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      clientCredentials: {
        enabled: options.clients.some((client) => client.grant_types?.includes('client_credentials')),
      },
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: false },
    },
    extraParams: {
      aud: (_ctx, value) => {
        if (options.requiredAud !== undefined && value !== options.requiredAud) throw new InvalidAudience();
      },
    },
    interactions: { url: (_ctx, interaction) => `${new URL(options.issuer).pathname}/interaction/${interaction.uid}` },
    issueRefreshToken: (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') &&
      (options.refreshTokens === 'always' ||
        (options.refreshTokens === 'offline_access' && code.scopes.has('offline_access'))),
    rotateRefreshToken: options.rotateRefreshToken,
    ttl: {
      AccessToken: options.accessTokenTtlS,
      AuthorizationCode: 60,
      // SMART App Launch 2.2, "Backend Services": at most 300 s.
      ClientCredentials: Math.min(300, options.accessTokenTtlS),
      IdToken: 3600,
      RefreshToken: 90 * 86_400,
      Grant: 90 * 86_400,
      Interaction: 900,
      Session: 3600,
    },
    findAccount: (ctx, sub) => {
      const user = users.get(sub);
      if (user === undefined) return undefined;
      const person = personOf((ctx as Partial<KoaContextWithOIDC>).oidc?.entities.Grant?.jti) ?? user.person;
      const { fhirUser } = options.patientOf(person);
      return {
        accountId: sub,
        claims: () => ({ sub, ...user.claims, ...(fhirUser === undefined ? {} : { fhirUser }) }),
      };
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(options.title, out.error_description ?? out.error);
    },
  };
}

/** Every request asks for sign-in and consent anew: portals of two people must not be linked by a leftover session. */
function askAlways(provider: Provider): void {
  provider.use(async (ctx, next) => {
    // Express has taken the mount path off.
    if (ctx.method === 'GET' && ctx.path === '/auth') ctx.query = { ...ctx.query, prompt: 'login consent' };
    await next();
  });
}

/** `patient` in the token answer, and the cache header SMART asks for beside `Cache-Control` (RFC 6749, 5.1). */
function completeTokenAnswer(provider: Provider, patientOf: (grantId: string | undefined) => string | undefined): void {
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    const oidc = (ctx as Partial<KoaContextWithOIDC>).oidc;
    if (oidc?.route !== 'token') return;
    ctx.set('Pragma', 'no-cache');
    const patient = patientOf(oidc.entities.AccessToken?.grantId);
    if (ctx.status === 200 && patient !== undefined && typeof ctx.body === 'object') {
      ctx.body = { ...ctx.body, patient };
    }
  });
}

/** Starts nothing by itself: mount `router` at the issuer's path. */
export async function createAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { privateKey } = await generateKeyPair(options.signingAlgorithm, { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const jwk = { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: options.signingAlgorithm };
  const personByGrant = new Map<string, string>();
  const personOf = (grantId: string | undefined): string | undefined =>
    grantId === undefined ? undefined : personByGrant.get(grantId);
  const provider = new Provider(options.issuer, configuration(options, jwk, personOf));
  askAlways(provider);
  completeTokenAnswer(provider, (grantId) => {
    const person = personOf(grantId);
    return person === undefined ? undefined : options.patientOf(person).patient;
  });

  const router = Router();
  // Both methods must be taken (SMART App Launch 2.2, "Obtain authorization code"); the form becomes a query.
  router.post('/auth', urlencoded({ extended: false, limit: '32kb' }), (req, res) => {
    const form = new URLSearchParams(Object.entries((req.body ?? {}) as Record<string, string>));
    res.redirect(303, `${options.issuer}/auth?${form.toString()}`);
  });
  router.use(
    '/interaction',
    interactionRouter({ provider, title: options.title, users: options.users, people: options.people, personByGrant }),
  );
  router.use(provider.callback());

  return {
    issuer: options.issuer,
    router,
    endpoints: {
      authorization: `${options.issuer}/auth`,
      token: `${options.issuer}/token`,
      revocation: `${options.issuer}/token/revocation`,
      jwks: `${options.issuer}/jwks`,
    },
    signingKey: { privateKey, kid, algorithm: options.signingAlgorithm },
    async tokenGrant(bearer) {
      const token = await provider.AccessToken.find(bearer);
      if (token === undefined) {
        const own = await provider.ClientCredentials.find(bearer);
        if (own === undefined || !own.isValid) return undefined;
        return { scopes: new Set(own.scope?.split(' ') ?? []), person: undefined, accountId: undefined };
      }
      if (!token.isValid) return undefined;
      return {
        scopes: new Set(token.scope?.split(' ') ?? []),
        person: personOf(token.grantId),
        accountId: token.accountId,
      };
    },
  };
}
