/** Cross-origin calls from where a client is registered, and only there (SMART App Launch 2.2, "Considerations for CORS"). */
import type { Request, Response } from 'express';
import type { AppClient } from '../ports/authorization-store.ts';
import type { ClientRegistry } from './clients/client-registry.ts';

/** Whether scripts of this origin are the app's own. Of a native app on loopback the port may vary, as in its redirect URI. */
export function isOriginOf(client: Pick<AppClient, 'redirectUris' | 'origins' | 'kind'>, origin: string): boolean {
  const own = [...client.redirectUris, ...client.origins].map((uri) => new URL(uri));
  if (own.some((url) => url.origin === origin && origin !== 'null')) return true;
  if (client.kind !== 'native' || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && own.some((url) => url.protocol === protocol && url.hostname === hostname);
}

/** Lets the page that called read the answer. */
export async function allowOrigin(
  request: Request,
  response: Response,
  clientId: string,
  registry: ClientRegistry,
): Promise<void> {
  const origin = request.get('Origin');
  const client = origin === undefined ? undefined : await registry.find(clientId);
  if (origin === undefined || client === undefined || !isOriginOf(client, origin)) return;
  response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'WWW-Authenticate' });
}

/** A preflight names no client; what it allows is to ask, the answer is still for registered origins only. */
export function answerPreflight(methods: string) {
  return (request: Request, response: Response): void => {
    response.set({
      'Access-Control-Allow-Origin': request.get('Origin') ?? '*',
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      'Access-Control-Max-Age': '3600',
      Vary: 'Origin',
    });
    response.status(204).end();
  };
}
