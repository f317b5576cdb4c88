/** Renders any failure as a page: a GatewayError in its safe words, everything else as "something went wrong" (design 9). */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { GatewayError } from '../../errors.ts';
import { keepForm, typedForm } from '../session/kept-form.ts';
import { findVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

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
    const isKept = await keepTyped(deps, error, request, response);
    response.status(error.status);
    const values = {
      code: error.code,
      detail: ownDetail(error),
      isKept,
      requestId,
      canSignIn: deps.signIn !== undefined,
    };
    deps.pages.send(response, 'error', values, visit);
  };
}

/** A form that came too late (signed out meanwhile, or its token is an earlier session's) is shown again, not lost. */
async function keepTyped(
  { services, settings }: WebDeps,
  error: GatewayError,
  request: Request,
  response: Response,
): Promise<boolean> {
  const isLate = error.code === 'sign-in-required' || error.code === 'forbidden';
  const form = isLate ? typedForm(request) : undefined;
  if (form === undefined) return false;
  return keepForm(services.shared, response, settings.publicUrl, form).then(
    () => true,
    () => false,
  );
}

/** What the table says anyway is said in the visitor's language already. */
function ownDetail({ code, detail }: GatewayError): string | undefined {
  return detail === new GatewayError(code).detail ? undefined : detail;
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
