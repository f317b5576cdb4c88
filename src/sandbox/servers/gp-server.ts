/**
 * A GP system as GP Connect gives it: FHIR STU3, one operation for the whole record, `Patient` and `metadata` besides.
 * OAuth is the sandbox's own (a public client with PKCE, endpoints told on paper, `patient` in the token answer): the
 * live route is not open to new consumers.
 */
import { Router, json } from 'express';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { createAuthorizationServer } from '../oauth/authorization-server.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import { listen } from '../listen.ts';
import { asObject } from '../records/patient-record.ts';
import type { PatientRecord } from '../records/patient-record.ts';
import { bearerGrant } from './bearer.ts';
import { capabilityStatement } from './capability-statement.ts';
import { NOT_FOUND, forbidden, refuse, sendFhir } from './fhir-answer.ts';
import { fhirApp } from './fhir-app.ts';
import { describeSeed, patientIds } from './source-server.ts';
import type { SourceServerOptions, StartedServer } from './source-server.ts';
import { NHS_NUMBER_SYSTEM, readStructuredRequest, structuredRecordText } from './structured-record.ts';
import type { StructuredRefusal } from './structured-record.ts';

const CLIENT_ID = 'phr-gateway';
const FHIR_PATH = '/STU3/gpconnect/structured/fhir';
const SCOPE = 'structured-record';
const OPERATION = 'https://fhir.nhs.uk/STU3/OperationDefinition/GPConnect-GetStructuredRecord-Operation-1';
const SPINE_CODES = 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1';
const OUTCOME_PROFILE = 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1';

const PATIENT_NOT_FOUND: StructuredRefusal = {
  status: 404,
  issue: 'not-found',
  code: 'PATIENT_NOT_FOUND',
  display: 'Patient not found',
  diagnostics: 'There is no record for this NHS number that the token may open.',
};

const INVALID_NHS_NUMBER: StructuredRefusal = {
  status: 400,
  issue: 'value',
  code: 'INVALID_NHS_NUMBER',
  display: 'Invalid NHS number',
  diagnostics: 'The NHS number must have ten digits.',
};

const BAD_BODY: StructuredRefusal = {
  status: 400,
  issue: 'invalid',
  code: 'BAD_REQUEST',
  display: 'Bad request',
  diagnostics: 'The body is no JSON.',
};

/** An OperationOutcome with Spine's own error codes. */
function refuseAsSpine(res: Response, refusal: StructuredRefusal): void {
  const { status, issue, code, display, diagnostics } = refusal;
  const details = { coding: [{ system: SPINE_CODES, code, display }] };
  const outcome = {
    resourceType: 'OperationOutcome',
    meta: { profile: [OUTCOME_PROFILE] },
    issue: [{ severity: 'error', code: issue, details, diagnostics }],
  };
  sendFhir(res, status, JSON.stringify(outcome));
}

function patientText(record: PatientRecord): string | undefined {
  return record.entries.find(({ type }) => type === 'Patient')?.text;
}

function nhsNumberOf(record: PatientRecord): string | undefined {
  const identifiers = record.entries.find(({ type }) => type === 'Patient')?.json?.['identifier'];
  const found = Array.isArray(identifiers)
    ? identifiers.map(asObject).find((identifier) => identifier?.['system'] === NHS_NUMBER_SYSTEM)
    : undefined;
  const value = found?.['value'];
  return typeof value === 'string' ? value : undefined;
}

function answerOperation(record: PatientRecord, whole: boolean, req: Request, res: Response): void {
  const asked = readStructuredRequest(req.body);
  if ('status' in asked) {
    refuseAsSpine(res, asked);
  } else if (asked.nhsNumber !== undefined && !/^\d{10}$/.test(asked.nhsNumber)) {
    refuseAsSpine(res, INVALID_NHS_NUMBER);
  } else if (asked.nhsNumber !== undefined && asked.nhsNumber !== nhsNumberOf(record)) {
    refuseAsSpine(res, PATIENT_NOT_FOUND);
  } else {
    sendFhir(res, 200, structuredRecordText(record, whole ? undefined : asked.areas));
  }
}

const badBody: ErrorRequestHandler = (_error, _req, res, next) => {
  if (res.headersSent) next(_error);
  else refuseAsSpine(res, BAD_BODY);
};

function fhirRoutes(options: SourceServerOptions, server: AuthorizationServer): Router {
  const { seed } = options;
  const router = Router();
  const operations = [{ name: 'gpc.getstructuredrecord', definition: OPERATION }];
  const metadata = capabilityStatement({
    title: seed.title,
    fhirVersion: '3.0.2',
    types: ['Patient'],
    operations,
    changes: 'none',
    oauth: undefined,
  });
  router.get('/metadata', (_req, res) => sendFhir(res, 200, metadata));

  const ownRecord = async (req: Request, res: Response): Promise<PatientRecord | undefined> => {
    const grant = await bearerGrant(server, req, res);
    if (grant === undefined) return undefined;
    const record = grant.person === undefined ? undefined : seed.records.get(grant.person);
    if (record === undefined || !grant.scopes.has(SCOPE)) {
      refuse(res, forbidden('This token opens no record here.'));
      return undefined;
    }
    return record;
  };

  const body = json({ type: ['application/fhir+json', 'application/json'], limit: '64kb' });
  router.post('/Patient/\\$gpc.getstructuredrecord', body, async (req, res) => {
    const record = await ownRecord(req, res);
    if (record !== undefined) answerOperation(record, seed.whole, req, res);
  });
  router.get('/Patient/:id', async (req, res) => {
    const record = await ownRecord(req, res);
    if (record === undefined) return;
    const text = req.params.id === record.patientId ? patientText(record) : undefined;
    if (text === undefined) refuse(res, NOT_FOUND);
    else sendFhir(res, 200, text);
  });
  router.use((_req, res) => refuse(res, NOT_FOUND));
  router.use(badBody);
  return router;
}

/** @throws PortTakenError */
export async function startGpServer(options: SourceServerOptions): Promise<StartedServer> {
  const { seed, quirks } = options;
  const listening = await listen(seed.name, options.port);
  const baseUrl = `${listening.origin}${FHIR_PATH}`;
  const patients = patientIds(seed);
  const server = await createAuthorizationServer({
    issuer: `${listening.origin}/oauth`,
    cookiePrefix: seed.name,
    title: seed.title,
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: options.clientName,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    clientAuthMethods: ['none'],
    scopes: [SCOPE, 'offline_access'],
    claims: {},
    signingAlgorithm: 'ES256',
    accessTokenTtlS: quirks.accessTokenTtlS,
    // A public client: rotation is what keeps a stolen refresh token from being used for long (RFC 9700, 2.2.2).
    rotateRefreshToken: true,
    refreshTokens: 'always',
    requiredAud: undefined,
    users: options.users,
    people: new Set(seed.records.keys()),
    patientOf: (person) => ({ patient: patients.get(person), fhirUser: undefined }),
  });
  const fhir = fhirRoutes(options, server);
  listening.serve(
    fhirApp({ fhirPath: FHIR_PATH, oauthPath: '/oauth', oauth: server.router, fhir, delayMs: quirks.delayMs }),
  );

  const { authorization, token, revocation } = server.endpoints;
  return {
    name: seed.name,
    title: seed.title,
    kind: seed.kind,
    baseUrl,
    patients,
    client: { clientId: CLIENT_ID, redirectUri: options.redirectUri },
    config: {
      ...describeSeed(seed),
      baseUrl,
      clientId: CLIENT_ID,
      authentication: { method: 'public' },
      scopes: [SCOPE],
      resourceTypes: [],
      endpoints: { issuer: server.issuer, authorization, token, revocation },
    },
    close: () => listening.close(),
  };
}
