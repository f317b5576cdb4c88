/** The UserInfo endpoint (OpenID Connect Core 5.3): the claims of the id token again, for a token that may ask who the person is. */
import type { Request, Response } from 'express';
import { allowOrigin } from '../allow-origin.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';
import { fhirUserOf } from '../fhir-user.ts';
import type { FindAccessToken } from './own-tokens.ts';
import { bearerOf } from './verify-authorization.ts';

export function userinfo(find: FindAccessToken, registry: ClientRegistry, fhirBaseUrl: string) {
  return async (request: Request, response: Response): Promise<void> => {
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache', Vary: 'Origin' });
    const token = bearerOf(request.get('Authorization'));
    const live = token === undefined ? undefined : await find(token);
    if (live === undefined) {
      const error = token === undefined ? '' : ', error="invalid_token"';
      response.status(401).set('WWW-Authenticate', `Bearer realm="userinfo"${error}`);
      response.json({ error: 'invalid_token' });
      return;
    }
    await allowOrigin(request, response, live.clientId, registry);
    if (!live.scopes.includes('openid')) {
      response.status(403).set('WWW-Authenticate', 'Bearer error="insufficient_scope", scope="openid"');
      response.json({ error: 'insufficient_scope' });
      return;
    }
    const fhirUser = fhirUserOf(live.grant, fhirBaseUrl);
    response.json({
      sub: live.grant.actorId,
      ...(live.scopes.includes('fhirUser') ? { fhirUser } : {}),
      ...(live.scopes.includes('profile') ? { profile: fhirUser } : {}),
    });
  };
}
