/** A key pair for the gateway as client (`private_key_jwt`), made for this run; servers see only the public half. */
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

export interface ClientKeys {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
  readonly keyId: string;
}

export async function createClientKeys(): Promise<ClientKeys> {
  const pair = await generateKeyPair('ES384', { extractable: true });
  const keyId = 'gateway-1';
  const named = { kid: keyId, use: 'sig', alg: 'ES384' };
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return { privateKey: { ...privateKey, ...named }, publicKey: { ...publicKey, ...named }, keyId };
}
