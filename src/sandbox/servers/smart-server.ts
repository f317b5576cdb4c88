/**
 * A hospital portal as SMART servers are: FHIR type by type, SMART App Launch 2.2 standalone with a confidential client
 * that signs (`private_key_jwt`, ES384), `aud` checked, short-lived access tokens.
 */
import { Router } from 'express';
import type { JWK } from 'jose';
import { createAuthorizationServer } from '../oauth/authorization-server.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import { createClientKeys } from '../oauth/client-keys.ts';
import { listen } from '../listen.ts';
import { typesOf } from '../records/patient-record.ts';
import { capabilityStatement } from './capability-statement.ts';
import { sendFhir } from './fhir-answer.ts';
import { fhirApi } from './fhir-api.ts';
import { fhirApp } from './fhir-app.ts';
import { mayHaveEverything, mayRead, maySearch, patientScopes } from './patient-scopes.ts';
import { describeSeed, lackedTypes, patientIds } from './source-server.ts';
import type { SourceServerOptions, StartedServer } from './source-server.ts';
import { systemScopes } from './system-access.ts';

const CLIENT_ID = 'phr-gateway';
const FHIR_PATH = '/api/FHIR';
const FHIR_RELEASE = { DSTU2: '1.0.2', STU3: '3.0.2', R4: '4.0.1' } as const;
const EVERYTHING = 'http://hl7.org/fhir/OperationDefinition/Patient-everything';

function smartConfiguration(
  server: AuthorizationServer,
  scopes: readonly string[],
  backend: boolean,
): Record<string, unknown> {
  return {
    issuer: server.issuer,
    jwks_uri: server.endpoints.jwks,
    authorization_endpoint: server.endpoints.authorization,
    token_endpoint: server.endpoints.token,
    revocation_endpoint: server.endpoints.revocation,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    grant_types_supported: ['authorization_code', 'refresh_token', ...(backend ? ['client_credentials'] : [])],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: scopes,
    capabilities: [
      'launch-standalone',
      'client-confidential-asymmetric',
      'context-standalone-patient',
      'permission-offline',
      'permission-patient',
      'permission-v1',
      'permission-v2',
      'sso-openid-connect',
    ],
  };
}

function isBackend({ quirks }: SourceServerOptions): boolean {
  return quirks.access === 'backend';
}

async function authorizationServer(
  options: SourceServerOptions,
  origin: string,
  baseUrl: string,
  publicKey: JWK,
  scopes: readonly string[],
): Promise<AuthorizationServer> {
  const patients = patientIds(options.seed);
  return createAuthorizationServer({
    issuer: `${origin}/oauth`,
    cookiePrefix: options.seed.name,
    title: options.seed.title,
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: options.clientName,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token', ...(isBackend(options) ? ['client_credentials'] : [])],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES384',
        ...(options.clientKeySetUrl === undefined
          ? { jwks: { keys: [publicKey] } }
          : { jwks_uri: options.clientKeySetUrl }),
      },
    ],
    clientAuthMethods: ['private_key_jwt'],
    scopes,
    claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
    signingAlgorithm: 'RS256',
    accessTokenTtlS: options.quirks.accessTokenTtlS,
    rotateRefreshToken: false,
    refreshTokens: 'offline_access',
    requiredAud: baseUrl,
    users: options.users,
    people: new Set(options.seed.records.keys()),
    patientOf: (person) => {
      const patient = patients.get(person);
      return { patient, fhirUser: patient === undefined ? undefined : `${baseUrl}/Patient/${patient}` };
    },
  });
}

function routes(
  options: SourceServerOptions,
  baseUrl: string,
  server: AuthorizationServer,
  scopes: readonly string[],
): Router {
  const { seed, quirks } = options;
  const { changes = 'batch' } = quirks;
  const router = Router();
  router.get('/.well-known/smart-configuration', (_req, res) => {
    res.json(smartConfiguration(server, scopes, isBackend(options)));
  });
  const metadata = capabilityStatement({
    title: seed.title,
    fhirVersion: FHIR_RELEASE[seed.fhirVersion],
    types: typesOf(seed.records.values()),
    operations: [{ name: 'everything', definition: EVERYTHING }],
    changes,
    oauth: server.endpoints,
  });
  router.get('/metadata', (_req, res) => sendFhir(res, 200, metadata));
  const rights = { read: mayRead, search: maySearch, everything: mayHaveEverything };
  router.use(fhirApi({ baseUrl, authorizationServer: server, records: seed.records, rights, quirks, changes }));
  return router;
}

/** @throws PortTakenError */
export async function startSmartServer(options: SourceServerOptions): Promise<StartedServer> {
  const { seed } = options;
  const [listening, keys] = await Promise.all([listen(seed.name, options.port), createClientKeys()]);
  const fhirPath = `${FHIR_PATH}/${seed.fhirVersion}`;
  const baseUrl = `${listening.origin}${fhirPath}`;
  const types = typesOf(seed.records.values());
  const scopes = [...patientScopes(types), ...(isBackend(options) ? systemScopes(types) : [])];
  const server = await authorizationServer(options, listening.origin, baseUrl, keys.publicKey, scopes);
  const fhir = routes(options, baseUrl, server, scopes);
  listening.serve(
    fhirApp({ fhirPath, oauthPath: '/oauth', oauth: server.router, fhir, delayMs: options.quirks.delayMs }),
  );

  const wanted = isBackend(options)
    ? types.map((type) => `system/${type}.rs`)
    : ['launch/patient', 'openid', 'fhirUser', 'offline_access', ...types.map((type) => `patient/${type}.rs`)];
  return {
    name: seed.name,
    title: seed.title,
    kind: seed.kind,
    baseUrl,
    patients: patientIds(seed),
    client: { clientId: CLIENT_ID, redirectUri: options.redirectUri },
    config: {
      ...describeSeed(seed),
      baseUrl,
      clientId: CLIENT_ID,
      authentication: { method: 'private_key_jwt', algorithm: 'ES384', privateKey: keys.privateKey, keyId: keys.keyId },
      access: options.quirks.access,
      scopes: wanted,
      resourceTypes: types,
      lacks: lackedTypes(types),
      endpoints: undefined,
    },
    close: () => listening.close(),
  };
}
