/** Routes of the FHIR endpoint for client apps, made from the table of endpoints (FHIR R4, "RESTful API"; design 4). */
import { Router, type NextFunction, type Request, type Response } from 'express';
import type { AccessGrant } from '../access/access-grant.ts';
import { GatewayError } from '../errors.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { Log } from '../ports/log.ts';
import type { AuditLog } from '../services/audit-log.ts';
import type { RateLimits } from '../services/rate-limits.ts';
import type { RecordReader } from '../services/record-reader.ts';
import type { OnAccess } from './access-event.ts';
import { capabilityStatement, type AuthorizationUrls } from './capability-statement.ts';
import { allowAnyOrigin } from './cross-origin.ts';
import { definitionRoutes } from './definitions/definition-routes.ts';
import { ENDPOINTS } from './endpoints.ts';
import { handleEndpoint, type EndpointParts } from './handle-endpoint.ts';
import { negotiate } from './negotiate.ts';
import { parseQuery, queryOf } from './query.ts';
import { createErrorRenderer } from './render-error.ts';
import { createRenderedAnswers, render } from './rendered-answers.ts';
import { assignRequestId } from './request-id.ts';
import { bodyReader } from './request-parameters.ts';
import { checkPreconditions, sendAnswer } from './send-answer.ts';
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
  /** Told of every access to a record, refused ones too, before the answer is sent. */
  readonly onAccess?: OnAccess;
  /** How often may be asked; without limits where it is left out. */
  readonly limits?: RateLimits | undefined;
  /** The gateway's own definitions, which need no token. */
  readonly definitions?: readonly R4Resource[];
  /** The gateway's own authorization server; undefined where tokens come from elsewhere. */
  readonly authorization?: AuthorizationUrls | undefined;
  /** What was done to the record; nothing is told where it is left out. */
  readonly auditLog?: AuditLog;
}

const CACHE = { maxAnswers: 500, maxBytes: 48 * 1024 * 1024, maxAgeMs: 300_000 };

const NO_AUDIT_LOG: AuditLog = {
  isOwnOnly: () => Promise.resolve(true),
  search: () => Promise.resolve({ entries: [], total: 0, next: undefined }),
  find: () => Promise.resolve(undefined),
};

export function createFhirRouter(options: FhirRouterOptions): Router {
  const baseUrl = options.baseUrl.replace(/\/$/, '');
  const now = options.now ?? Date.now;
  const parts: EndpointParts = {
    api: {
      baseUrl,
      rendered: createRenderedAnswers(CACHE, now),
      stamped: createStampedRecords(),
      auditLog: options.auditLog ?? NO_AUDIT_LOG,
    },
    reader: options.reader,
    verify: options.verify,
    now,
    limits: options.limits,
    onAccess: options.onAccess ?? (() => Promise.resolve()),
  };
  const { definitions = [] } = options;
  const metadata = render({
    text: JSON.stringify(capabilityStatement({ ...options, baseUrl, endpoints: ENDPOINTS })),
    lastModified: undefined,
    completeness: '',
  });

  const router = Router({ caseSensitive: true });
  // The authorization server's to tell: it comes after this router.
  router.all('/.well-known/smart-configuration', (_req, _res, next) => {
    next('router');
  });
  router.use((req, res, next) => {
    assignRequestId(req, res);
    next();
  });
  router.use(allowAnyOrigin);
  router
    .route('/metadata')
    .get((req, res) => {
      negotiate(req.get('Accept'), parseQuery(queryOf(req.originalUrl)));
      checkPreconditions(req, metadata);
      sendAnswer(req, res, metadata);
    })
    .all(refuseMethod(['GET']));
  // Neither batches nor searches over all types.
  router.route('/').all(refuseMethod([]));
  router.use(definitionRoutes(definitions, baseUrl));
  for (const path of new Set(ENDPOINTS.map((endpoint) => endpoint.path))) addRoute(router, path, parts);
  router.use(() => {
    throw new GatewayError('not-found');
  });
  router.use(createErrorRenderer(options.log, baseUrl));
  return router;
}

function addRoute(router: Router, path: string, parts: EndpointParts): void {
  const endpoints = ENDPOINTS.filter((endpoint) => endpoint.path === path);
  // Some clients escape the dollar sign.
  const route = router.route(path.includes('$') ? [path, path.replace('$', '%24')] : path);
  for (const endpoint of endpoints) {
    const handle = handleEndpoint(endpoint, parts);
    if (endpoint.methods.includes('GET')) route.get(handle);
    if (endpoint.methods.includes('POST') && endpoint.body !== undefined) route.post(bodyReader(endpoint.body), handle);
  }
  route.all(refuseMethod(endpoints.flatMap(({ methods }) => methods)));
}

function refuseMethod(methods: readonly ('GET' | 'POST')[]): (req: Request, res: Response, next: NextFunction) => void {
  const allowed = [...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'];
  return (_req, res) => {
    res.setHeader('Allow', allowed.join(', '));
    throw new GatewayError('method-not-allowed');
  };
}
