/** Renders any failure as a page: a GatewayError in its safe words, everything else as "something went wrong" (design 9). */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { GatewayError, type ErrorCode } from '../../errors.ts';
import { loadCatalogues } from '../locales/load-catalogues.ts';
import { keepForm, typedForm } from '../session/kept-form.ts';
import { TooManyRequests } from '../../services/rate-limits.ts';
import { findVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { createErrorDetails } from './error-detail.ts';

export function errorPage(deps: WebDeps): ErrorRequestHandler {
  const detailOf = createErrorDetails(loadCatalogues()['en']?.['error'] ?? {});
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
    const isKept = await keepTyped(deps, error, request, response);
    response.status(error.status);
    if (error instanceof TooManyRequests) response.set('Retry-After', String(error.retryAfterS));
    const values = {
      code: error.code,
      detail: detailOf(error),
      isKept,
      requestId,
      canSignIn: deps.signIn !== undefined,
    };
    deps.pages.send(response, 'error', values, visit);
  };
}

/** Nothing was done with these forms, through no fault of what was typed: signed out meanwhile, too often, not just now. */
const RETRIED: ReadonlySet<ErrorCode> = new Set(['sign-in-required', 'forbidden', 'too-many-requests', 'unavailable']);

/** Such a form is shown again, not lost. */
async function keepTyped(
  { services, settings }: WebDeps,
  error: GatewayError,
  request: Request,
  response: Response,
): Promise<boolean> {
  const form = RETRIED.has(error.code) ? typedForm(request) : undefined;
  if (form === undefined) return false;
  return keepForm(services.shared, { request, response }, settings.publicUrl, form).catch(() => false);
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
