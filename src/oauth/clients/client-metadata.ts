/** A registered app in the words of the OpenID library (RFC 7591, 2), and back from a dynamic registration. */
import type { AdapterPayload, ClientMetadata } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { AppAuthentication, AppClient } from '../../ports/authorization-store.ts';
import { redirectUriFault } from '../../ports/redirect-uri.ts';

/** Member of the library's client that holds the further origins; not part of RFC 7591. */
export const ORIGINS = 'allowed_origins';

const MAX_REDIRECT_URIS = 10;
const MAX_NAME_CHARACTERS = 80;

export function toMetadata(client: AppClient): ClientMetadata {
  return {
    client_id: client.clientId,
    client_name: client.name,
    application_type: client.kind,
    redirect_uris: [...client.redirectUris],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    response_modes: ['query'],
    id_token_signed_response_alg: client.idTokenAlgorithm ?? 'RS256',
    [ORIGINS]: client.origins,
    ...authenticationMetadata(client.authentication),
  };
}

function authenticationMetadata(authentication: AppAuthentication): Partial<ClientMetadata> {
  const { method } = authentication;
  if (method === 'none') return { token_endpoint_auth_method: method };
  if (method !== 'private_key_jwt') {
    return { token_endpoint_auth_method: method, client_secret: authentication.secret };
  }
  return {
    token_endpoint_auth_method: method,
    ...('jwks' in authentication
      ? { jwks: { keys: [...authentication.jwks.keys] } }
      : { jwks_uri: authentication.jwksUri }),
  };
}

/** @throws errors.InvalidRedirectUri, errors.InvalidClientMetadata for what may not be registered here. */
export function fromRegistration(clientId: string, metadata: AdapterPayload, registeredAt: string): AppClient {
  const { redirect_uris: redirectUris = [], application_type: kind = 'web', client_name: name = '' } = metadata;
  if (redirectUris.length > MAX_REDIRECT_URIS) throw new errors.InvalidClientMetadata('too many redirect_uris');
  const fault = redirectUris.map((uri) => redirectUriFault(uri, kind)).find((found) => found !== undefined);
  if (fault !== undefined) throw new errors.InvalidClientMetadata(`every one of redirect_uris ${fault}`);
  if (name.trim() === '' || name.length > MAX_NAME_CHARACTERS || /[\p{Cc}\p{Cf}\p{Co}]/u.test(name)) {
    throw new errors.InvalidClientMetadata(
      `client_name is needed: at most ${MAX_NAME_CHARACTERS} characters, none of them invisible`,
    );
  }
  return {
    clientId,
    name: name.trim(),
    kind,
    redirectUris,
    authentication: registeredAuthentication(metadata),
    idTokenAlgorithm: metadata.id_token_signed_response_alg === 'ES384' ? 'ES384' : 'RS256',
    homePage: httpsPage(metadata.client_uri),
    policyPage: httpsPage(metadata.policy_uri),
    origins: [],
    registeredBy: 'itself',
    registeredAt,
  };
}

function registeredAuthentication(metadata: AdapterPayload): AppAuthentication {
  const { token_endpoint_auth_method: method, client_secret: secret, jwks, jwks_uri: jwksUri } = metadata;
  if (method === 'private_key_jwt') {
    if (jwks !== undefined) return { method, jwks: jwks as { keys: [] } };
    if (jwksUri?.startsWith('https://') === true) return { method, jwksUri };
    throw new errors.InvalidClientMetadata('jwks, or a jwks_uri that is https, is needed for private_key_jwt');
  }
  if (method === 'none') return { method };
  if (secret === undefined) throw new errors.InvalidClientMetadata('this token_endpoint_auth_method is not offered');
  return { method: method === 'client_secret_post' ? method : 'client_secret_basic', secret };
}

function httpsPage(page: string | undefined): string | undefined {
  return page?.startsWith('https://') === true ? page : undefined;
}
