/** Renders any failure as a page: a GatewayError in its safe words, everything else as "something went wrong" (design 9). */
import type { ErrorRequestHandler } from 'express';
import { GatewayError, type ErrorCode } from '../../errors.ts';
import { findVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

const HEADINGS: Partial<Record<ErrorCode, string>> = {
  'sign-in-required': 'Sign in first',
  'identity-mismatch': 'This account is not linked',
  'link-failed': 'This account is not linked',
  'source-failed': 'A service did not answer',
  'not-found': 'Page not found',
  gone: 'This is over',
};

export function errorPage(deps: WebDeps): ErrorRequestHandler {
  return async (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const error = asGatewayError(thrown);
    const requestId = response.get('X-Request-Id');
    const level = error.status >= 500 ? 'error' : 'warn';
    deps.services.log[level]({ code: error.code, requestId, cause: causeName(error.cause) }, 'page not given');
    const visit = await findVisit(deps, request).catch(() => undefined);
    response.status(error.status);
    const heading = HEADINGS[error.code] ?? 'That did not work';
    deps.pages.send(response, 'error', { heading, detail: error.detail, requestId }, visit);
  };
}

function asGatewayError(thrown: unknown): GatewayError {
  if (thrown instanceof GatewayError) return thrown;
  // Express's own errors (a form too large, a broken encoding) carry a client status.
  const status = (thrown as { status?: unknown } | undefined)?.status;
  if (status === 413) return new GatewayError('too-large', undefined, thrown);
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new GatewayError('bad-request', undefined, thrown);
  return new GatewayError('internal', undefined, thrown);
}

/** Messages of foreign errors may hold anything; the class and code never hold values. */
function causeName(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? `${cause.name} ${code}` : cause.name;
}
