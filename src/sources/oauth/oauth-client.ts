/** Sets openid-client up for one source: its endpoints, the gateway's authentication, and the guarded way out. */
import * as openidClient from 'openid-client';
import { Configuration, customFetch } from 'openid-client';
import type { CustomFetch } from 'openid-client';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { SendPlain } from '../http/send-plain.ts';
import { isObject } from '../read/outline.ts';
import { issuerToExpect } from './authorization-server.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { clientAuthentication } from './client-authentication.ts';
import { usableTokenAnswer } from './token-answer.ts';

/** Marked as deprecated by its authors only to stand out; here the operator asked for it (a source on loopback). */
const { allowInsecureRequests }: { readonly allowInsecureRequests: (client: Configuration) => void } = openidClient;

/** @throws SourceError `misconfigured` for a key that cannot be used. */
export async function createOAuthClient(
  config: Pick<SourceConfig, 'clientId' | 'authentication' | 'allowInsecure' | 'limits'>,
  server: AuthorizationServer,
  send: SendPlain,
): Promise<Configuration> {
  const client = new Configuration(
    {
      issuer: issuerToExpect(server),
      authorization_endpoint: server.authorizationEndpoint,
      token_endpoint: server.tokenEndpoint,
      ...(server.revocationEndpoint === undefined ? {} : { revocation_endpoint: server.revocationEndpoint }),
      ...(server.introspectionEndpoint === undefined ? {} : { introspection_endpoint: server.introspectionEndpoint }),
      authorization_response_iss_parameter_supported: server.issParameterSupported,
      code_challenge_methods_supported: ['S256'],
    },
    config.clientId,
    {},
    await clientAuthentication(config.authentication, server.tokenEndpoint),
  );
  if (config.allowInsecure) allowInsecureRequests(client);
  client.timeout = Math.max(1, config.limits.requestTimeoutMs / 1000);
  client[customFetch] = guardedFetch(send);
  return client;
}

function guardedFetch(send: SendPlain): CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer = await send({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers: Object.fromEntries(new Headers(headers)),
      ...(body instanceof URLSearchParams ? { body: formOf(body) } : {}),
    });
    // With this header the library would not look at the error in the body.
    answer.headers.delete('www-authenticate');
    // Some servers give their JSON another name, and the library would not read the error in it.
    if (isObject(answer.outline)) answer.headers.set('content-type', 'application/json');
    const text = isObject(answer.outline) ? JSON.stringify(usableTokenAnswer(answer.outline)) : answer.text;
    return new Response(text === '' ? null : text, { status: answer.status, headers: answer.headers });
  };
}

/** An assertion says who asks (SMART App Launch 2.2, "Obtain access token": confidential apps omit `client_id`). */
function formOf(parameters: URLSearchParams): string {
  const form = new URLSearchParams(parameters);
  if (form.has('client_assertion')) form.delete('client_id');
  return form.toString();
}
