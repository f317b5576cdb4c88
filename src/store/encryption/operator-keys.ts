/** Derives what the store needs from the operator's one key, so that no purpose shares a key with another (RFC 5869). */
import { hkdfSync } from 'node:crypto';

export interface OperatorKeys {
  /** Names the operator key without telling it; written beside everything it wraps. */
  readonly id: string;
  /** Wraps the keys of each person. 32 bytes. */
  readonly wrapping: Uint8Array;
  /** HMAC key for looking up a sign-in identity that never rests in clear. 32 bytes. */
  readonly identityIndex: Uint8Array;
  /** Seals what is the gateway's own and nobody's record: signing keys, secrets of client apps. 32 bytes. */
  readonly own: Uint8Array;
  /** HMAC key for finding an issued token that never rests in clear. 32 bytes. */
  readonly tokenIndex: Uint8Array;
}

/** @param bytes length of the derived key. */
export function deriveKey(key: Uint8Array, purpose: string, bytes = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `phr-gateway/1/${purpose}`, bytes));
}

/**
 * @param operatorKey 32 bytes.
 * @throws RangeError for another length.
 */
export function deriveOperatorKeys(operatorKey: Uint8Array): OperatorKeys {
  if (operatorKey.byteLength !== 32) throw new RangeError('The operator key must have 32 bytes.');
  return {
    id: Buffer.from(deriveKey(operatorKey, 'operator-key-id', 12)).toString('base64url'),
    wrapping: deriveKey(operatorKey, 'wrapping'),
    identityIndex: deriveKey(operatorKey, 'identity-index'),
    own: deriveKey(operatorKey, 'own'),
    tokenIndex: deriveKey(operatorKey, 'token-index'),
  };
}
