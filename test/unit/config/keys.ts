/** Keys made for the test run; nothing of them is kept. */
import { generateKeyPairSync } from 'node:crypto';

export function privateJwk(kind: 'P-256' | 'P-384' | 'RSA', more: Readonly<Record<string, unknown>> = {}): string {
  const { privateKey } =
    kind === 'RSA'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: kind });
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'key-1', ...more });
}
