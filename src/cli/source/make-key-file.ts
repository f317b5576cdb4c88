/** Makes the private key with which the gateway proves itself at a source, readable by its owner only (SMART App Launch 2.2, asymmetric clients). */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';
import type { KeyAlgorithm } from './given-fields.ts';

/** @param name of the source; a part of the key's `kid`. @throws Error where the file exists or cannot be written. */
export async function makeKeyFile(path: string, algorithm: KeyAlgorithm, name: string): Promise<true> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 3072 });
  const jwk = {
    ...(await exportJWK(privateKey)),
    kid: `${name}-${randomBytes(6).toString('hex')}`,
    alg: algorithm,
    use: 'sig',
  };
  writeFileSync(path, `${JSON.stringify(jwk)}\n`, { flag: 'wx', mode: 0o600 });
  return true;
}
