/** The gateway as client of the people's OpenID provider: all three settings or none, `private_key_jwt` only (RFC 7523). */
import type { JWK } from 'jose';
import type { ConfigFault } from './config-error.ts';
import { fitsAlgorithm, readPrivateJwk, signingAlgorithm } from './private-jwk.ts';

export interface SignInConfig {
  /** Compared with `iss` as it is. */
  readonly issuer: string;
  readonly clientId: string;
  readonly privateKey: JWK;
  readonly keyId: string;
  /** JWS algorithm of the client assertion. */
  readonly algorithm: string;
}

export interface SignInTexts {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly key: string | undefined;
}

const NAMES = {
  issuer: 'PHR_SIGN_IN_ISSUER',
  clientId: 'PHR_SIGN_IN_CLIENT_ID',
  key: 'PHR_SIGN_IN_CLIENT_KEY',
} as const;

function checkKey(text: string, where: string): ConfigFault | Pick<SignInConfig, 'privateKey' | 'keyId' | 'algorithm'> {
  const key = readPrivateJwk(text);
  if ('what' in key) return { where, what: key.what };
  const { jwk } = key;
  const algorithm = signingAlgorithm(jwk);
  if (algorithm === undefined || !fitsAlgorithm(jwk, algorithm)) {
    return { where, what: 'the "alg" of the key is not one that a key of its kind can sign with' };
  }
  if (jwk.kid === undefined || jwk.kid === '') {
    return { where, what: 'the key has no "kid", by which the provider finds its public half' };
  }
  return { privateKey: jwk, keyId: jwk.kid, algorithm };
}

/**
 * @param named settings that were given, sound or not: a faulty one is not also called missing.
 * @param keyName name under which the key was given.
 */
export function checkSignIn(
  texts: SignInTexts,
  named: (name: string) => boolean,
  keyName: string,
): { readonly signIn: SignInConfig | undefined; readonly faults: readonly ConfigFault[] } {
  const parts = ['issuer', 'clientId', 'key'] as const;
  const anyGiven = parts.some((part) => named(NAMES[part]));
  const faults: ConfigFault[] = parts
    .filter((part) => anyGiven && !named(NAMES[part]))
    .map((part) => ({ where: NAMES[part], what: 'is needed where any PHR_SIGN_IN_… setting is given' }));
  const key = texts.key === undefined ? undefined : checkKey(texts.key, keyName);
  if (key !== undefined && 'what' in key) return { signIn: undefined, faults: [...faults, key] };
  const { issuer, clientId } = texts;
  if (issuer === undefined || clientId === undefined || key === undefined) return { signIn: undefined, faults };
  return { signIn: { issuer, clientId, ...key }, faults };
}
