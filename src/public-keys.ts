/** The public halves of the keys with which the gateway signs as a client (RFC 7517; SMART App Launch 2.2, asymmetric clients). */
import type { JWK } from 'jose';

export interface SigningKey {
  readonly privateKey: JWK;
  readonly keyId: string;
  readonly algorithm: string;
}

/** Only members that are public are taken over, by name: a new private one cannot slip through. */
export function publicKeySet(keys: readonly SigningKey[]): { readonly keys: readonly JWK[] } {
  const byId = new Map(keys.map((key) => [`${key.keyId} ${key.privateKey.x ?? key.privateKey.n ?? ''}`, key]));
  return { keys: [...byId.values()].map(publicKey) };
}

function publicKey({ privateKey, keyId, algorithm }: SigningKey): JWK {
  const { kty, crv, x, y, n, e } = privateKey;
  const known = Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), kid: keyId, alg: algorithm, use: 'sig' };
}
