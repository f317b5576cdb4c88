/**
 * A specialist's record as Patients Know Best gives it: FHIR R4 behind plain OAuth 2. One scope `PATIENT`, no SMART
 * discovery, no launch context; refresh tokens rotate on every use and a reused one ends the whole grant (RFC 9700, 4.14).
 */
import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import type { RequestHandler } from 'express';
import { createAuthorizationServer } from '../oauth/authorization-server.ts';
import { listen } from '../listen.ts';
import { typesOf } from '../records/patient-record.ts';
import { capabilityStatement } from './capability-statement.ts';
import { NOT_FOUND, refuse, sendFhir } from './fhir-answer.ts';
import { fhirApi } from './fhir-api.ts';
import type { ApiRights } from './fhir-api.ts';
import { fhirApp } from './fhir-app.ts';
import { describeSeed, lackedTypes, patientIds } from './source-server.ts';
import type { SourceServerOptions, StartedServer } from './source-server.ts';

const CLIENT_ID = 'phr-gateway';
const FHIR_PATH = '/fhir/r4';
const SCOPE = 'PATIENT';

const RIGHTS: ApiRights = {
  read: (scopes) => scopes.has(SCOPE),
  search: (scopes) => scopes.has(SCOPE),
  everything: () => false,
};

/** Discovery documents are not part of this source: endpoints are given to its clients on paper. */
const noDiscovery: RequestHandler = (req, res, next) => {
  if (req.path.startsWith('/.well-known/')) refuse(res, NOT_FOUND);
  else next();
};

/** @throws PortTakenError */
export async function startSpecialistServer(options: SourceServerOptions): Promise<StartedServer> {
  const { seed, quirks } = options;
  const listening = await listen(seed.name, options.port);
  const baseUrl = `${listening.origin}${FHIR_PATH}`;
  const clientSecret = randomBytes(32).toString('base64url');
  const types = typesOf(seed.records.values());
  const server = await createAuthorizationServer({
    issuer: `${listening.origin}/oauth`,
    cookiePrefix: seed.name,
    title: seed.title,
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: options.clientName,
        client_secret: clientSecret,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    clientAuthMethods: ['client_secret_basic'],
    scopes: [SCOPE],
    claims: {},
    signingAlgorithm: 'ES256',
    accessTokenTtlS: quirks.accessTokenTtlS,
    rotateRefreshToken: true,
    refreshTokens: 'always',
    requiredAud: undefined,
    users: options.users,
    people: new Set(seed.records.keys()),
    // No launch context: the token answer names no patient, `GET Patient` does.
    patientOf: () => ({ patient: undefined, fhirUser: undefined }),
  });
  const { changes = 'last-updated' } = quirks;
  const fhir = Router();
  const metadata = capabilityStatement({
    title: seed.title,
    fhirVersion: '4.0.1',
    types,
    operations: [],
    changes,
    oauth: undefined,
  });
  fhir.get('/metadata', (_req, res) => sendFhir(res, 200, metadata));
  fhir.use(noDiscovery);
  fhir.use(fhirApi({ baseUrl, authorizationServer: server, records: seed.records, rights: RIGHTS, quirks, changes }));
  const oauth = Router();
  oauth.use(noDiscovery, server.router);
  listening.serve(fhirApp({ fhirPath: FHIR_PATH, oauthPath: '/oauth', oauth, fhir, delayMs: quirks.delayMs }));

  const { authorization, token, revocation } = server.endpoints;
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
      authentication: { method: 'client_secret_basic', clientSecret },
      scopes: [SCOPE],
      resourceTypes: types,
      lacks: lackedTypes(types),
      endpoints: { issuer: server.issuer, authorization, token, revocation },
    },
    close: () => listening.close(),
  };
}
