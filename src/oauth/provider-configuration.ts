/** The library's configuration: what is offered and what is not (SMART App Launch 2.2; RFC 9700 throughout). */
import type { AdapterFactory, Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider';
import { errors, interactionPolicy } from 'oidc-provider';
import { consentPath } from '../ports/app-authorization.ts';
import type { SigningKey } from '../ports/authorization-store.ts';
import { createFindAccount, mayStillAct } from './account.ts';
import { isOriginOf } from './allow-origin.ts';
import { needsPatient, OWN_SCOPES, splitScopes } from './app-scopes.ts';
import { AUTHORIZATION_PATH, checkAudience, SIGN_IN_AGAIN } from './authorization-request.ts';
import type { AuthorizationServerOptions } from './authorization-server-options.ts';
import { assertClientAssertion } from './clients/assert-client-assertion.ts';
import { ORIGINS } from './clients/client-metadata.ts';
import type { ClientRegistry } from './clients/client-registry.ts';
import { renderErrorPage } from './error-page.ts';
import { fhirUserOf } from './fhir-user.ts';
import { ID_TOKEN_LIFETIME_S } from './keys/key-rotation.ts';

/** SMART App Launch 2.2: at most an hour. */
const ACCESS_TOKEN_S = 3600;
const CODE_S = 60;
/** An app that is not used for so long must ask again. */
const REFRESH_TOKEN_S = 90 * 86_400;
/** Signing in with a provider that proves identities takes a while. */
const QUESTION_S = 1800;

export interface ProviderParts {
  readonly adapter: AdapterFactory;
  readonly registry: ClientRegistry;
}

export function providerConfiguration(
  options: AuthorizationServerOptions,
  keys: readonly SigningKey[],
  { adapter, registry }: ProviderParts,
): Configuration {
  const { fhirBaseUrl, services, dynamicRegistration } = options;
  return {
    adapter,
    jwks: { keys: keys.map(toJwk) },
    routes: { authorization: AUTHORIZATION_PATH },
    scopes: [...OWN_SCOPES],
    claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['profile'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    subjectTypes: ['public'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: {
      clientAuthSigningAlgValues: ['RS384', 'ES384'],
      idTokenSigningAlgValues: ['RS256', 'ES384'],
    },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    extraParams: { aud: checkAudience(fhirBaseUrl), [SIGN_IN_AGAIN]: null },
    extraClientMetadata: { properties: [ORIGINS] },
    assertJwtClientAuthClaimsAndHeader: async (ctx, claims, header, { clientId }) => {
      const client = await registry.find(clientId);
      if (client === undefined) throw new errors.InvalidClientAuth('client not found');
      assertClientAssertion(ctx, claims, header, client);
    },
    clientBasedCORS: (_ctx, origin, client) =>
      isOriginOf(
        {
          redirectUris: client.redirectUris ?? [],
          origins: (client[ORIGINS] ?? []) as readonly string[],
          kind: client.applicationType === 'native' ? 'native' : 'web',
        },
        origin,
      ),
    cookies: {
      keys: [options.cookieKey],
      names: { session: 'phr_oauth_session', interaction: 'phr_oauth_question', resume: 'phr_oauth_resume' },
    },
    interactions: { policy: askAlways(), url: (_ctx, { uid }) => consentPath(uid) },
    loadExistingGrant: (ctx) => answeredGrant(ctx),
    findAccount: createFindAccount(services, fhirBaseUrl),
    issueRefreshToken: (_ctx, _client, code) => Promise.resolve(code.scopes.has('offline_access')),
    rotateRefreshToken: true,
    revokeGrantPolicy: () => true,
    expiresWithSession: () => Promise.resolve(false),
    extraTokenClaims: async (_ctx, token) => {
      const grantId = 'grantId' in token ? token.grantId : undefined;
      const grant = grantId === undefined ? undefined : await services.store.findAppGrant(grantId);
      if (grant === undefined) return undefined;
      const scopes = splitScopes(token.scope);
      return {
        ...(needsPatient(scopes) ? { patient: grant.subjectId } : {}),
        ...(scopes.includes('fhirUser') ? { fhirUser: fhirUserOf(grant, fhirBaseUrl) } : {}),
      };
    },
    features: {
      devInteractions: { enabled: false },
      // The FHIR endpoint takes bearer tokens and checks no proof: a token must not look bound to a key that nobody asks for.
      dPoP: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      // Its tokens open the FHIR API, and the library's own endpoint refuses those; ours is in userinfo.ts.
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => fhirBaseUrl,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, resource) => {
          if (resource !== fhirBaseUrl) throw new errors.InvalidTarget('there is no such resource server here');
          return {
            scope: scopesAtStake(ctx, fhirBaseUrl),
            audience: fhirBaseUrl,
            accessTokenFormat: 'opaque' as const,
          };
        },
      },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      introspection: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => {
          if (client.clientAuthMethod === 'none')
            throw new errors.InvalidClientAuth('introspection is for confidential clients');
          const mayAsk =
            token.clientId === client.clientId || (await registry.find(client.clientId))?.introspects === 'any';
          return mayAsk && (await isStillGood(options, registry, token));
        },
      },
      registration: { enabled: dynamicRegistration, issueRegistrationAccessToken: false },
    },
    ttl: {
      AccessToken: (ctx) => Math.min(ACCESS_TOKEN_S, leftOfGrant(ctx, services.now())),
      RefreshToken: (ctx) => Math.min(REFRESH_TOKEN_S, leftOfGrant(ctx, services.now())),
      AuthorizationCode: CODE_S,
      IdToken: ID_TOKEN_LIFETIME_S,
      Grant: REFRESH_TOKEN_S,
      Interaction: QUESTION_S,
      Session: QUESTION_S,
    },
    renderError: renderErrorPage,
  };
}

/** The library knows the consent; that the app is registered still and the actor may act still, it does not (RFC 7662, 2.2). */
async function isStillGood(
  { services }: AuthorizationServerOptions,
  registry: ClientRegistry,
  { grantId, clientId = '' }: { readonly grantId?: string | undefined; readonly clientId?: string | undefined },
): Promise<boolean> {
  const grant = grantId === undefined ? undefined : await services.store.findAppGrant(grantId);
  if (grant === undefined || (await registry.find(clientId)) === undefined) return false;
  return mayStillAct(services, grant);
}

function toJwk({ privateKey, keyId, algorithm }: SigningKey): JWK {
  return { ...privateKey, kid: keyId, alg: algorithm, use: 'sig' };
}

/** Both are answered at once by the pages; there is no session that could answer without the person. */
function askAlways() {
  const { Prompt, Check } = interactionPolicy;
  return [
    new Prompt(
      { name: 'login', requestable: true },
      new Check(
        'not_answered',
        'the person must sign in',
        'login_required',
        (ctx) => !('login' in (ctx.oidc.result ?? {})),
      ),
    ),
    new Prompt(
      { name: 'consent', requestable: true },
      new Check(
        'not_allowed',
        'the person must be asked',
        'consent_required',
        (ctx) => !('consent' in (ctx.oidc.result ?? {})),
      ),
    ),
  ];
}

function answeredGrant(ctx: KoaContextWithOIDC) {
  const grantId = (ctx.oidc.result?.consent as { readonly grantId?: string } | undefined)?.grantId;
  return Promise.resolve(grantId === undefined ? undefined : ctx.oidc.provider.Grant.find(grantId));
}

/** Granular scopes cannot be listed ahead: those of the request, later those of what was granted. */
function scopesAtStake(ctx: KoaContextWithOIDC, fhirBaseUrl: string): string {
  const grant = ctx.oidc.entities.Grant;
  if (grant !== undefined) return grant.getResourceScope(fhirBaseUrl);
  return typeof ctx.oidc.params?.['scope'] === 'string' ? ctx.oidc.params['scope'] : '';
}

/** Seconds until what the person allowed is over. */
function leftOfGrant(ctx: KoaContextWithOIDC, nowMs: number): number {
  const until = ctx.oidc.entities.Grant?.exp;
  return until === undefined ? Infinity : Math.max(1, until - Math.floor(nowMs / 1000));
}
