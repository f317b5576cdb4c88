/**
 * The gateway's own authorization server for client apps (SMART App Launch 2.2, standalone), put together: the certified
 * library over the gateway's stores, with the few endpoints it has not. Who may do what is asked on the gateway's pages.
 */
import express, { Router } from 'express';
import type { AppAuthorization } from '../ports/app-authorization.ts';
import { createAdapters } from './adapters/create-adapters.ts';
import { answerPreflight } from './allow-origin.ts';
import { createAppAuthorization } from './app-authorization.ts';
import { AUTHORIZATION_PATH, normaliseAuthorizationRequest } from './authorization-request.ts';
import { issuerOf, type AuthorizationServerOptions } from './authorization-server-options.ts';
import { createClientRegistry } from './clients/client-registry.ts';
import { withoutScope } from './clients/registration-request.ts';
import { createCurrentProvider } from './current-provider.ts';
import { createForgetExpired } from './forget-expired.ts';
import { fixOrigin, pageHeaders } from './page-headers.ts';
import { smartConfiguration } from './smart-configuration.ts';
import { introspectByBearer, onlyWithBearer } from './tokens/introspect-by-bearer.ts';
import { namePublicClient, onlyWithoutHeader } from './tokens/name-public-client.ts';
import { limitRequests } from './limit-requests.ts';
import { createFindAccessToken } from './tokens/own-tokens.ts';
import { userinfo } from './tokens/userinfo.ts';
import { createVerifier } from './tokens/verify-authorization.ts';
import type { TokenVerifier } from './verify-token.ts';

/** Page on which people see and end what they allowed apps. */
const MANAGEMENT_PATH = '/apps';
const MAX_REQUEST = '64kb';
/** The library takes its paths in any case and spelling; ours are seen in this one only. */
const LIBRARY_PATHS =
  /^\/(?:auth(?:\/[\w-]{1,64})?|token(?:\/(?:introspection|revocation))?|jwks|reg|\.well-known\/(?:oauth-authorization-server|openid-configuration))$/;

export interface AuthorizationServer {
  readonly issuer: string;
  /** To be mounted at the root, before the FHIR endpoint: `/oauth` and the well-known addresses. */
  readonly router: Router;
  readonly appAuthorization: AppAuthorization;
  /** @param others takes the tokens of other issuers. */
  verifier(others: TokenVerifier): TokenVerifier;
}

export function createAuthorizationServer(options: AuthorizationServerOptions): AuthorizationServer {
  const { services, fhirBaseUrl, publicUrl } = options;
  const issuer = issuerOf(options);
  const registry = createClientRegistry(options.clients, services.store);
  const forgetExpired = createForgetExpired(services);
  const adapters = createAdapters(options, registry, async (appGrantId) => {
    await services.store.noteAppGrantUse(appGrantId, new Date(services.now()).toISOString());
    forgetExpired();
  });
  const current = createCurrentProvider(options, { adapter: adapters, registry });
  const find = createFindAccessToken(services, registry, fhirBaseUrl);

  const endpoints = Router({ caseSensitive: true, strict: true });
  endpoints.use(pageHeaders(publicUrl), fixOrigin(publicUrl));
  endpoints
    .route(AUTHORIZATION_PATH)
    .get(normaliseAuthorizationRequest(fhirBaseUrl, services.now))
    .post(
      express.text({ type: 'application/x-www-form-urlencoded', limit: MAX_REQUEST }),
      normaliseAuthorizationRequest(fhirBaseUrl, services.now),
    );
  endpoints
    .route('/userinfo')
    .options(answerPreflight('GET, POST'))
    .get(userinfo(find, registry, fhirBaseUrl))
    .post(userinfo(find, registry, fhirBaseUrl));
  endpoints.post(
    '/token',
    onlyWithoutHeader,
    express.text({ type: 'application/x-www-form-urlencoded', limit: MAX_REQUEST }),
    namePublicClient(services.store, registry),
  );
  endpoints.post(
    '/token/introspection',
    onlyWithBearer,
    express.urlencoded({ extended: false, limit: MAX_REQUEST }),
    introspectByBearer({ find, registry, issuer, fhirBaseUrl }),
  );
  endpoints.post('/reg', express.text({ type: 'application/json', limit: MAX_REQUEST }), withoutScope);
  endpoints.use(async (request, response, next) => {
    if (!LIBRARY_PATHS.test(request.path)) {
      next();
      return;
    }
    const { handle } = await current();
    await handle(request, response);
  });

  const router = Router({ caseSensitive: true });
  if (options.limits !== undefined) router.use('/oauth', limitRequests(options.limits));
  router.use('/oauth', endpoints);
  // RFC 8414, 3.1: the well-known part comes before the issuer's path. Apps of OpenID Connect look behind it.
  for (const name of ['oauth-authorization-server', 'openid-configuration']) {
    router.all(`/.well-known/${name}/oauth`, (request, response, next) => {
      request.url = `/.well-known/${name}`;
      request.baseUrl = '/oauth';
      request.originalUrl = `/oauth${request.url}`;
      endpoints(request, response, next);
    });
  }
  const configuration = smartConfiguration(options, MANAGEMENT_PATH);
  router.all('/fhir/R4/.well-known/smart-configuration', (request, response) => {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type',
      'Cache-Control': 'public, max-age=300',
    });
    if (['GET', 'HEAD'].includes(request.method)) response.json(configuration);
    else
      response
        .status(request.method === 'OPTIONS' ? 204 : 405)
        .set('Allow', 'GET, HEAD, OPTIONS')
        .end();
  });

  return {
    issuer,
    router,
    appAuthorization: createAppAuthorization({ current, registry, services }),
    verifier: (others) => createVerifier({ issuer, find, others, services }),
  };
}
