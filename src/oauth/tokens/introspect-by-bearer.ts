/**
 * Introspection by an app that authenticates with an access token instead of as a client (SMART App Launch 2.2, "Token
 * introspection": a protected endpoint takes a bearer token). It learns
 * of tokens that rest on the same consent; of all where the operator lets the app look into all.
 */
import type { NextFunction, Request, Response } from 'express';
import { allowOrigin } from '../allow-origin.ts';
import { needsPatient } from '../app-scopes.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';
import { fhirUserOf } from '../fhir-user.ts';
import type { FindAccessToken, LiveAccessToken } from './own-tokens.ts';
import { bearerOf } from './verify-authorization.ts';

export interface IntrospectionOptions {
  readonly find: FindAccessToken;
  readonly registry: ClientRegistry;
  readonly issuer: string;
  readonly fhirBaseUrl: string;
}

/** Leaves every request without a bearer token to the library, which wants client authentication and reads the body itself. */
export function onlyWithBearer(request: Request, _response: Response, next: NextFunction): void {
  if (bearerOf(request.get('Authorization')) === undefined) next('route');
  else next();
}

export function introspectByBearer({ find, registry, issuer, fhirBaseUrl }: IntrospectionOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const bearer = bearerOf(request.get('Authorization')) ?? '';
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache', Vary: 'Origin' });
    const asker = await find(bearer);
    if (asker === undefined) {
      response.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').json({ error: 'invalid_token' });
      return;
    }
    await allowOrigin(request, response, asker.clientId, registry);
    const token = tokenOf(request.body);
    if (token === undefined) {
      response.status(400).json({ error: 'invalid_request', error_description: 'exactly one token is needed' });
      return;
    }
    const asked = await find(token);
    const seesAll = (await registry.find(asker.clientId))?.introspects === 'any';
    const mayKnow = asked !== undefined && (seesAll || asked.grant.id === asker.grant.id);
    response.json(mayKnow ? description(asked, issuer, fhirBaseUrl) : { active: false });
  };
}

function tokenOf(body: unknown): string | undefined {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['token'] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function description({ grant, clientId, scopes, issuedAtS, expiresAtS }: LiveAccessToken, iss: string, base: string) {
  return {
    active: true,
    scope: scopes.join(' '),
    client_id: clientId,
    token_type: 'Bearer',
    iat: issuedAtS,
    exp: expiresAtS,
    iss,
    sub: grant.actorId,
    aud: base,
    ...(needsPatient(scopes) ? { patient: grant.subjectId } : {}),
    ...(scopes.includes('fhirUser') ? { fhirUser: fhirUserOf(grant, base) } : {}),
  };
}
