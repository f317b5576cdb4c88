/** The public halves of the keys with which the gateway signs as a client (RFC 7517; SMART App Launch 2.2, asymmetric clients). */
import type { JWK } from 'jose';

export interface SigningKey {
  readonly privateKey: JWK;
  readonly keyId: string;
  readonly algorithm: string;
  /** Published beside it, signing nothing: the next key before its day, an old one as long as its signatures may be checked. */
  readonly alsoPublished?: readonly { readonly jwk: JWK; readonly keyId: string; readonly algorithm: string }[];
}

/** Only members that are public are taken over, by name: a new private one cannot slip through. */
export function publicKeySet(keys: readonly SigningKey[]): { readonly keys: readonly JWK[] } {
  const all = keys.flatMap((key): readonly SigningKey[] => [
    key,
    ...(key.alsoPublished ?? []).map(({ jwk, keyId, algorithm }) => ({ privateKey: jwk, keyId, algorithm })),
  ]);
  const byId = new Map(all.map((key) => [`${key.keyId} ${key.privateKey.x ?? key.privateKey.n ?? ''}`, key]));
  return { keys: [...byId.values()].map(publicKey) };
}

function publicKey({ privateKey, keyId, algorithm }: SigningKey): JWK {
  const { kty, crv, x, y, n, e } = privateKey;
  const known = Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), kid: keyId, alg: algorithm, use: 'sig' };
}
