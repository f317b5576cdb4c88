/**
 * Brings an authorization request into the one form the library is asked in: GET and POST alike, `aud` and `resource` as
 * synonyms, only scopes that can be granted (SMART App Launch 2.2, "Obtain authorization code"; RFC 8707).
 */
import type { NextFunction, Request, Response } from 'express';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { grantableScopes, splitScopes } from './app-scopes.ts';

/** Path of the authorization endpoint under the issuer. */
export const AUTHORIZATION_PATH = '/auth';

/**
 * Parameter in which the app's wish for a fresh sign-in travels, since the library is always told to ask. Its value is when
 * it was asked for, in milliseconds: the library counts seconds, and a sign-in just before would pass for a fresh one.
 */
export const SIGN_IN_AGAIN = 'sign_in_again';

/** Runs before the library; a POST must have been read as text. @param now milliseconds since the epoch. */
export function normaliseAuthorizationRequest(fhirBaseUrl: string, now: () => number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const body: unknown = request.body;
    const text = request.method === 'POST' ? (typeof body === 'string' ? body : '') : queryOf(request.url);
    const query = normalised(new URLSearchParams(text), fhirBaseUrl, now()).toString();
    // Answered as a GET: the form has no other meaning, and nothing of the person's rides along with it.
    if (request.method === 'POST') request.method = 'GET';
    request.url = `${AUTHORIZATION_PATH}?${query}`;
    request.originalUrl = `${request.baseUrl}${request.url}`;
    next();
  };
}

function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

function normalised(asked: URLSearchParams, fhirBaseUrl: string, nowMs: number): URLSearchParams {
  const parameters = new URLSearchParams(asked);
  const atBase = (value: string) => (value === `${fhirBaseUrl}/` ? fhirBaseUrl : value);
  const audiences = [...asked.getAll('aud'), ...asked.getAll('resource')].map(atBase);
  for (const name of ['aud', 'resource']) parameters.delete(name);
  for (const audience of new Set(audiences)) parameters.append('aud', audience);

  const scopes = asked.getAll('scope');
  if (scopes.length === 1) parameters.set('scope', grantableScopes(scopes[0]).join(' '));

  // It is about the id token; where none is asked for it means nothing, and the library would refuse it (RFC 6749, 3.1).
  if (!splitScopes(parameters.get('scope') ?? undefined).includes('openid')) parameters.delete('nonce');

  const prompts = splitScopes(asked.get('prompt') ?? undefined);
  parameters.delete(SIGN_IN_AGAIN);
  if (prompts.includes('login') || asked.get('max_age') === '0') parameters.set(SIGN_IN_AGAIN, String(nowMs));
  // The library keeps `offline_access` only where consent is asked for; it always is. `none` is answered as it was asked.
  if (!prompts.includes('none')) parameters.set('prompt', 'login consent');
  // Answers come in the query or not at all; a name the library does not know makes it say so there.
  const mode = asked.get('response_mode') ?? 'query';
  parameters.set('response_mode', mode === 'query' ? mode : `not-offered-${mode}`);
  return parameters;
}

/** Checks of SMART beyond OAuth's; errors go to the app's redirect URI, which is proved by then. */
export function checkAudience(fhirBaseUrl: string) {
  return (ctx: KoaContextWithOIDC, aud: string | undefined): void => {
    if (aud === undefined) throw new errors.InvalidRequest('aud is needed: the base URL of the FHIR server');
    if (aud !== fhirBaseUrl) throw new errors.InvalidTarget('aud must be the base URL of this FHIR server');
    if (ctx.oidc.requestParamScopes.size === 0) {
      throw new errors.InvalidScope('none of the scopes asked for can be granted', '');
    }
  };
}
