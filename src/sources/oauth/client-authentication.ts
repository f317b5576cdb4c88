/** How the gateway proves itself at a source's token endpoint (RFC 6749, 2.3; SMART App Launch 2.2, "Client authentication: asymmetric"). */
import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { ClientSecretPost, None, PrivateKeyJwt, modifyAssertion } from 'openid-client';
import type { ClientAuth } from 'openid-client';
import { SourceError } from '../../ports/source-connector.ts';
import type { ClientAuthentication } from '../../ports/source-config.ts';

/**
 * @param tokenEndpoint audience of the assertion: SMART asks for the token URL, where OpenID Connect takes the issuer.
 * @throws SourceError `misconfigured` where the key does not fit the algorithm.
 */
export async function clientAuthentication(
  authentication: ClientAuthentication,
  tokenEndpoint: string,
): Promise<ClientAuth> {
  switch (authentication.method) {
    case 'public':
      return None();
    case 'client_secret_basic':
      return clientSecretBasic(authentication.clientSecret);
    case 'client_secret_post':
      return ClientSecretPost(authentication.clientSecret);
    case 'private_key_jwt': {
      const key = await signingKey(authentication.privateKey, authentication.algorithm);
      return PrivateKeyJwt(
        { key, kid: authentication.keyId },
        {
          [modifyAssertion]: (header, payload) => {
            header['typ'] = 'JWT';
            payload['aud'] = tokenEndpoint;
          },
        },
      );
    }
  }
}

/**
 * Escaped as RFC 6749, 2.3.1 says and no further: the library escapes hyphens and dots too, and servers that take the header
 * as it is would not know their own client again.
 */
function clientSecretBasic(secret: string): ClientAuth {
  const escaped = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
  return (_server, client, _body, headers) => {
    const credentials = `${escaped(client.client_id)}:${escaped(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  };
}

async function signingKey(jwk: Parameters<typeof importJWK>[0], algorithm: string): Promise<CryptoKey> {
  try {
    const key = await importJWK({ ...jwk, alg: algorithm }, algorithm);
    if (!(key instanceof Uint8Array) && key.type === 'private') return key;
  } catch {
    // What the key is must not get into a message.
  }
  throw new SourceError('misconfigured', `The gateway’s private key for this source is no ${algorithm} key.`);
}
