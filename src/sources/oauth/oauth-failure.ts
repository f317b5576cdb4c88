/** Turns what went wrong at an authorization server into a SourceError in safe words: no token, code, secret or text of the server gets into it. */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { Reason } from '../../record/reasons.ts';
import { SourceError } from '../../ports/source-connector.ts';

/** `backend`: the gateway asks for access of its own. */
export type OAuthStep = 'sign-in' | 'refresh' | 'backend';

/** RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6. */
const AUTHORIZATION_ERRORS: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['access_denied', 'The sign-in was cancelled, or the source did not allow it.'],
  ['invalid_scope', 'The source does not grant what this gateway asks for.'],
  ['unauthorized_client', 'The source does not allow this gateway to ask for a sign-in.'],
  ['unsupported_response_type', 'The source does not offer the kind of sign-in this gateway uses.'],
  ['invalid_request', 'The source did not understand the sign-in request.'],
  ['server_error', 'The source’s sign-in has a fault. Try again later.'],
  ['temporarily_unavailable', 'The source’s sign-in is not available at the moment. Try again later.'],
  ['login_required', 'The source wants the person to sign in anew.'],
  ['interaction_required', 'The source wants the person to sign in anew.'],
  ['consent_required', 'The source wants the person’s consent anew.'],
]);

const NEEDS_SIGN_IN = 'The source no longer accepts the kept sign-in. Sign in there again.';

const NO_OWN_ACCESS = 'The source does not give this gateway access of its own.';
const WITHDRAWN = 'The source says that access was withdrawn there.';

/** Errors of a refresh after which only the person can help. `invalid_request` is seen where `invalid_grant` is meant. */
const REFRESH_OVER = new Set([
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'login_required',
  'interaction_required',
  'consent_required',
]);

export function authorizationRefused(error: string): SourceError {
  return new SourceError('authorization-failed', AUTHORIZATION_ERRORS.get(error) ?? 'The source refused the sign-in.');
}

export function oauthFailure(error: unknown, step: OAuthStep): SourceError {
  const known = sourceErrorIn(error);
  if (known !== undefined) return known;
  if (error instanceof AuthorizationResponseError) return authorizationRefused(error.error);
  if (error instanceof ResponseBodyError) return tokenRefused(error.error, error.status, step);
  const status = statusIn(error);
  if (status === 429)
    return new SourceError('rate-limited', 'The source’s sign-in service was asked too often. Try again later.');
  if (status !== undefined && status >= 500)
    return new SourceError('server-error', `The source’s sign-in service has a fault (status ${status}).`);
  const code = error instanceof ClientError ? error.code : undefined;
  const detail = 'The source’s sign-in service did not answer as OAuth 2 says.';
  return new SourceError(
    step === 'sign-in' ? 'authorization-failed' : 'server-error',
    detail,
    new Error(code ?? 'unexpected'),
  );
}

function tokenRefused(error: string, status: number, step: OAuthStep): SourceError {
  if (error === 'invalid_client') {
    return new SourceError(
      'misconfigured',
      'The source does not accept how this gateway proves itself (invalid_client).',
    );
  }
  if (status >= 500 || error === 'server_error' || error === 'temporarily_unavailable') {
    return new SourceError('server-error', `The source’s sign-in service has a fault (status ${status}).`);
  }
  if (status === 429)
    return new SourceError('rate-limited', 'The source’s sign-in service was asked too often. Try again later.');
  if (step === 'backend') return new SourceError('access-withdrawn', NO_OWN_ACCESS);
  if (step === 'refresh' && error === 'access_denied') return new SourceError('access-withdrawn', WITHDRAWN);
  if (step === 'refresh') {
    return REFRESH_OVER.has(error)
      ? new SourceError('needs-sign-in', NEEDS_SIGN_IN)
      : new SourceError('server-error', `The source did not renew the sign-in (status ${status}).`);
  }
  return error === 'invalid_grant'
    ? new SourceError(
        'authorization-failed',
        'The source did not accept the sign-in: its code is used up, expired or not for this gateway. Start again.',
      )
    : new SourceError('authorization-failed', 'The source refused to complete the sign-in.');
}

function sourceErrorIn(error: unknown): SourceError | undefined {
  let link = error;
  for (let depth = 0; link instanceof Error && depth < 8; depth += 1) {
    if (link instanceof SourceError) return link;
    link = link.cause;
  }
  return undefined;
}

/** The library puts the answer itself where its status or type was unexpected. */
function statusIn(error: unknown): number | undefined {
  return error instanceof Error && error.cause instanceof Response ? error.cause.status : undefined;
}
