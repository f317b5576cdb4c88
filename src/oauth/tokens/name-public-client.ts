/**
 * Names the client of a refresh request that names none. SMART's apps without a secret send the refresh token alone (SMART
 * App Launch 2.2, "Refresh access token", Request); the token is bound to its client (RFC 6749, 6), so it tells which.
 */
import type { NextFunction, Request, Response } from 'express';
import type { AuthorizationStore } from '../../ports/authorization-store.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';

/** A request with other means to tell the client is left to the library, which reads the body itself. */
export function onlyWithoutHeader(request: Request, _response: Response, next: NextFunction): void {
  if (request.get('Authorization') === undefined) next();
  else next('route');
}

/** The body must have been read as text. Clients that have to prove who they are still have to. */
export function namePublicClient(store: Pick<AuthorizationStore, 'findIssuedToken'>, registry: ClientRegistry) {
  return async (request: Request, _response: Response, next: NextFunction): Promise<void> => {
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const [token = '', ...others] = form.getAll('refresh_token');
    const isNameless =
      form.get('grant_type') === 'refresh_token' &&
      token !== '' &&
      others.length === 0 &&
      !form.has('client_id') &&
      !form.has('client_assertion');
    const clientId = isNameless ? await clientOf(store, token) : undefined;
    const client = clientId === undefined ? undefined : await registry.find(clientId);
    if (client?.authentication.method === 'none') {
      form.set('client_id', client.clientId);
      request.body = form.toString();
    }
    next();
  };
}

/** Also of a token that was used already: its second use ends the consent, whoever comes with it. */
async function clientOf(
  store: Pick<AuthorizationStore, 'findIssuedToken'>,
  token: string,
): Promise<string | undefined> {
  const found = await store.findIssuedToken('refresh', token);
  if (found === undefined) return undefined;
  const { clientId } = JSON.parse(found.payload) as { readonly clientId?: string };
  return clientId;
}
