/** Every error of this surface as an OperationOutcome (design 9; RFC 6750 section 3 for the challenge). */
import type { OperationOutcome } from 'fhir/r4.js';
import type { NextFunction, Request, Response } from 'express';
import { GatewayError } from '../errors.ts';
import type { Log } from '../ports/log.ts';
import { TooManyRequests } from '../services/rate-limits.ts';
import { requestIdOf } from './request-id.ts';
import { FHIR_JSON } from './rendered-answers.ts';

const UNAVAILABLE_FOR_S = 5;

export type ErrorHandler = (error: unknown, req: Request, res: Response, next: NextFunction) => void;

export function createErrorRenderer(log: Log, realm: string): ErrorHandler {
  // Express knows an error handler by its four parameters.
  return (error, req, res, next) => {
    const known = toGatewayError(error);
    const requestId = requestIdOf(res);
    if (known.status >= 500)
      log.error({ requestId, code: known.code, ...originOf(known.cause ?? error) }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    const challenge = challengeFor(known, realm, req.get('Authorization') !== undefined);
    if (challenge !== undefined) res.setHeader('WWW-Authenticate', challenge);
    const retryAfterS = retryAfter(known);
    if (retryAfterS !== undefined) res.setHeader('Retry-After', retryAfterS);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Type', FHIR_JSON);
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.status(known.status).end(JSON.stringify(operationOutcome(known, requestId)));
  };
}

/** Errors of the HTTP layer (a broken path, a body too large) say their status; anything else is internal. */
export function toGatewayError(error: unknown): GatewayError {
  // Nothing is written here: what stands in the way is another reading of the same record.
  if (error instanceof GatewayError && error.code === 'conflict')
    return new GatewayError('unavailable', undefined, error);
  if (error instanceof GatewayError) return error;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 400) return new GatewayError('bad-request', undefined, error);
  if (status === 413) return new GatewayError('too-large', undefined, error);
  if (status === 415) return new GatewayError('unsupported-media-type', undefined, error);
  return new GatewayError('internal', undefined, error);
}

/** Seconds (RFC 9110, 10.2.3). */
function retryAfter(error: GatewayError): number | undefined {
  if (error instanceof TooManyRequests) return error.retryAfterS;
  return error.status === 503 ? UNAVAILABLE_FOR_S : undefined;
}

function operationOutcome(error: GatewayError, requestId: string | undefined): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: error.issue,
        details: { text: error.detail },
        ...(requestId === undefined ? {} : { diagnostics: `Request ${requestId}` }),
      },
    ],
  };
}

/** RFC 6750, 3.1: no error code where the request carried no authentication at all. */
function challengeFor(error: GatewayError, realm: string, hasCredentials: boolean): string | undefined {
  const scheme = `Bearer realm="${realm}"`;
  if (error.code === 'insufficient-scope') return `${scheme}, error="insufficient_scope"`;
  if (error.status !== 401) return undefined;
  return hasCredentials ? `${scheme}, error="invalid_token"` : scheme;
}

/** Where it happened, without the message: that may hold anything. */
function originOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
