/** Routes of the FHIR endpoint for client apps: who may call what, in which form (FHIR R4, "RESTful API"; design 4). */
import { Router, text as textBody, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { AccessGrant } from '../access/access-grant.ts';
import { R4_TYPES } from '../access/tables/resource-types.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../ports/log.ts';
import type { RecordReader } from '../services/record-reader.ts';
import { capabilityStatement } from './capability-statement.ts';
import { allowAnyOrigin } from './cross-origin.ts';
import type { ApiParts, FhirInteraction } from './fhir-request.ts';
import { negotiate } from './negotiate.ts';
import { patientEverything } from './patient-everything.ts';
import { parseQuery, queryOf } from './query.ts';
import { readOriginal } from './read-original.ts';
import { readResource } from './read-resource.ts';
import { createErrorRenderer } from './render-error.ts';
import { createRenderedAnswers, render } from './rendered-answers.ts';
import { assignRequestId } from './request-id.ts';
import { searchType } from './search-type.ts';
import { sendAnswer } from './send-answer.ts';
import { createStampedRecords } from './stamped-record.ts';

export interface FhirRouterOptions {
  readonly reader: RecordReader;
  /** @throws GatewayError `invalid-token`, `insufficient-scope`. */
  readonly verify: (authorizationHeader: string | undefined) => Promise<AccessGrant>;
  /** Public FHIR base URL; the Host header is never read. */
  readonly baseUrl: string;
  readonly log: Log;
  /** Of the software. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;
const FORM = 'application/x-www-form-urlencoded';
const MAX_FORM_BYTES = 32_768;
const CACHE = { maxAnswers: 500, maxBytes: 64 * 1024 * 1024, maxAgeMs: 300_000 };

export function createFhirRouter(options: FhirRouterOptions): Router {
  const baseUrl = options.baseUrl.replace(/\/$/, '');
  const parts: ApiParts = {
    reader: options.reader,
    baseUrl,
    rendered: createRenderedAnswers(CACHE, options.now ?? Date.now),
    stamped: createStampedRecords(),
  };
  const metadata = render({
    text: JSON.stringify(capabilityStatement(baseUrl, options.version)),
    lastModified: undefined,
    completeness: '',
  });
  const run = (interaction: FhirInteraction) => interactionHandler(interaction, parts, options.verify);

  const router = Router({ caseSensitive: true });
  router.use((req, res, next) => {
    assignRequestId(req, res);
    next();
  });
  router.use(allowAnyOrigin);
  router
    .route('/metadata')
    .get((req, res) => {
      negotiate(req.get('Accept'), parseQuery(queryOf(req.originalUrl)));
      sendAnswer(req, res, metadata);
    })
    .all(refuseMethod('GET, HEAD, OPTIONS'));
  router
    .route(operationPaths('/Patient/:id', 'everything'))
    .get(run(patientEverything))
    .all(refuseMethod('GET, HEAD, OPTIONS'));
  router
    .route('/:type/_search')
    .post(textBody({ type: FORM, limit: MAX_FORM_BYTES }), run(searchType))
    .all(refuseMethod('POST, OPTIONS'));
  router.route(operationPaths('/:type/:id', 'original')).get(run(readOriginal)).all(refuseMethod('GET, HEAD, OPTIONS'));
  router.route('/:type/:id').get(run(readResource)).all(refuseMethod('GET, HEAD, OPTIONS'));
  router.route('/:type').get(run(searchType)).all(refuseMethod('GET, HEAD, OPTIONS'));
  router.use(() => {
    throw new GatewayError('not-found');
  });
  router.use(createErrorRenderer(options.log, baseUrl));
  return router;
}

function interactionHandler(
  interaction: FhirInteraction,
  parts: ApiParts,
  verify: FhirRouterOptions['verify'],
): RequestHandler {
  return async (req, res) => {
    const grant = await verify(req.get('Authorization'));
    const parameters = [...parseQuery(queryOf(req.originalUrl)), ...formParameters(req)];
    negotiate(req.get('Accept'), parameters);
    const { type = 'Patient', id = '' } = req.params as { type?: string; id?: string };
    if (!R4_TYPES.has(type) || (id !== '' && !FHIR_ID.test(id))) throw new GatewayError('not-found');
    const strict = /(?:^|[\s,;])handling=strict(?:$|[\s,;])/.test(req.get('Prefer') ?? '');
    sendAnswer(req, res, await interaction(parts, { grant, resourceType: type, id, parameters, strict }));
  };
}

/** @throws GatewayError `unsupported-media-type`. */
function formParameters(req: Request) {
  if (req.method !== 'POST') return [];
  if (typeof req.body === 'string') return parseQuery(req.body);
  if (req.is(FORM) === false && req.get('Content-Length') !== '0') throw new GatewayError('unsupported-media-type');
  return [];
}

/** Some clients escape the dollar sign. */
function operationPaths(instance: string, name: string): string[] {
  return [`${instance}/$${name}`, `${instance}/%24${name}`];
}

function refuseMethod(allowed: string): (req: Request, res: Response, next: NextFunction) => void {
  return (_req, res) => {
    res.setHeader('Allow', allowed);
    throw new GatewayError('method-not-allowed');
  };
}
